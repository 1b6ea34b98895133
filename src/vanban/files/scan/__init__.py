"""Pictures of pages to words: each page rendered, cleaned, recognised and laid out in a child process."""

from vanban.files.scan.crew import picture, read_scan
from vanban.files.scan.keep import Folder, Keep

__all__ = ["Folder", "Keep", "picture", "read_scan"]
