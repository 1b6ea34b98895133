"""Backups that were changed by hand."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from caytre.cli.backups.making import make
from factories import AT, colleague, read

MADE: list[bytes] = []


def rewritten(backup: Path, change: Callable[[Any, dict[str, bytes]], object]) -> None:
    """Give a backup another manifest and other entries."""
    with zipfile.ZipFile(backup) as archive:
        entries = {name: archive.read(name) for name in archive.namelist()}
    content = json.loads(entries.pop("manifest.json"))
    change(content, entries)
    with zipfile.ZipFile(backup, "w") as archive:
        for name, data in [*entries.items(), ("manifest.json", json.dumps(content))]:
            archive.writestr(name, data)


def part(name: str, data: bytes) -> dict[str, object]:
    """How a manifest names a part."""
    return {"name": name, "size": len(data), "sha256": sha256(data).hexdigest()}


def quiet(words: str) -> None:
    """Nobody listens."""


@pytest.fixture
def backup(tmp_path):
    """A backup of one document that was read; it is made once."""
    path = tmp_path / "backup.zip"
    if not MADE:
        read(tmp_path, by=colleague())
        make(path, at=AT, say=quiet)
        MADE.append(path.read_bytes())
    path.write_bytes(MADE[0])
    return path


@pytest.fixture
def folder(tmp_path):
    """Where parts are unpacked."""
    made = tmp_path / "unpacked" / "here"
    made.mkdir(parents=True)
    return made
