"""Folders of their own, and people."""

from factories import officer, own_folders

__all__ = ["officer", "own_folders"]
