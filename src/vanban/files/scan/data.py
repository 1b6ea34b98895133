"""Where the data is by which Tesseract knows Vietnamese."""

from __future__ import annotations

import os
from glob import glob

LANGUAGE = "vie"
_FOLDERS = ("/usr/share/tesseract-ocr/*/tessdata", "/usr/share/tessdata", "/usr/local/share/tessdata")


def data_folder() -> str | None:
    """The folder that holds it, the one in TESSDATA_PREFIX first; None where it is not installed."""
    named = os.environ.get("TESSDATA_PREFIX")
    folders = [named] if named else []
    folders += [path for pattern in _FOLDERS for path in sorted(glob(pattern), reverse=True)]
    return next((one for one in folders if os.path.exists(f"{one}/{LANGUAGE}.traineddata")), None)
