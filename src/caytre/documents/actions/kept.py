"""The pages of a scan that were recognised, kept until its reading is stored: a reading that was cut off goes on."""

from __future__ import annotations

import re
import shutil
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

from django.conf import settings

from caytre.documents.models import Document, State

_PAGE = re.compile(r"\d{4,}\.json")


class Progress(NamedTuple):
    """How many pages are recognised, of how many; None where the file is no scan or that is not known yet."""

    done: int | None = None
    total: int | None = None


def folder_of(key: UUID) -> Path:
    """The folder of a document's pages."""
    return Path(settings.PAGES_ROOT) / key.hex


def make(key: UUID) -> Path:
    """The folder of a document's pages, made where it is missing; only the system may enter it."""
    folder = folder_of(key)
    folder.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder


def progress(key: UUID) -> Progress:
    """How far the reader is, by what it left in the folder."""
    folder = folder_of(key)
    try:
        total = int((folder / "total").read_text("ascii"))
        done = sum(1 for path in folder.iterdir() if _PAGE.fullmatch(path.name))
    except (OSError, ValueError):
        return Progress()
    return Progress(min(done, total), total)


def wipe(key: UUID) -> None:
    """Forget the pages of a document."""
    shutil.rmtree(folder_of(key), ignore_errors=True)


def tidy() -> None:
    """Forget pages that nobody goes on from: a reader that was not ended at once may have left some."""
    with suppress(OSError):
        held = {path.name for path in Path(settings.PAGES_ROOT).iterdir()}
        rows = Document.objects.exclude(state=State.READ).values_list("pk", flat=True)
        for name in held - {key.hex for key in rows}:
            shutil.rmtree(Path(settings.PAGES_ROOT) / name, ignore_errors=True)
