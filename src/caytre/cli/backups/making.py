"""A backup is made while the system is in use."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from uuid import UUID
from zipfile import ZIP_DEFLATED, ZipFile

from django.conf import settings
from django.db import connection

import vanban
from caytre.cli.backups import manifest, snapshot
from caytre.cli.backups.manifest import BackupRefused, Manifest, Part
from caytre.cli.backups.snapshot import Snapshot
from caytre.cli.backups.workshop import sync, workshop
from caytre.core.models import User
from caytre.documents.models import Document
from caytre.work.models import Evidence

ROUNDS = 5
WORKSHOP = "caytre-backup"
Say = Callable[[str], None]


def make(target: Path, *, at: datetime, say: Say) -> Manifest:
    """Write a backup to a file that is not there yet; whatever happens, it is whole or it is not there.

    The words of a document that is taken out meanwhile are not in it: the work begins anew. Raises
    :class:`BackupRefused`, OSError.
    """
    if User._meta.db_table not in connection.introspection.table_names():
        raise BackupRefused("Chưa có dữ liệu để sao lưu. Hãy chạy caytre setup trước.")
    if target.exists():
        raise BackupRefused(f"Đã có {target}. Hãy chọn tên khác.")
    with workshop(target.absolute().parent, name=WORKSHOP) as folder:
        for _ in range(ROUNDS):
            draft = folder / "backup"
            draft.unlink(missing_ok=True)
            say("Đang chép cơ sở dữ liệu…")
            with snapshot.taken(folder) as taken:
                made = _pack(draft, taken, at, say)
            if not _taken_out(taken):
                _finish(draft, target)
                return made
            say("Có văn bản vừa được gỡ bỏ; làm lại để bản sao lưu không còn chữ nào của nó.")
    raise BackupRefused("Văn bản đang liên tục được gỡ bỏ nên chưa sao lưu được. Hãy chạy lại sau ít phút.")


def _pack(draft: Path, taken: Snapshot, at: datetime, say: Say) -> Manifest:
    parts, faulty, told = [], [], 0.0
    with ZipFile(draft, "w", ZIP_DEFLATED, compresslevel=1) as archive:
        parts += _add(archive, taken.path, taken.path.name)
        for number, (key, (name, digest)) in enumerate(taken.files.items(), start=1):
            if time.monotonic() - told > 1:
                told = time.monotonic()
                say(f"Đang chép tệp: {number}/{len(taken.files)}")
            stored = _add(archive, Path(settings.MEDIA_ROOT) / name, f"files/{name}")
            if [part.sha256 for part in stored] != [digest]:
                faulty.append(key.hex)
            parts += [*stored, *_pages(archive, key)]
        made = Manifest(
            vanban.__version__, at.isoformat(), connection.vendor, taken.migrations, taken.rows, taken.head,
            faulty, manifest.mark_of_key(), parts,
        )  # fmt: skip
        archive.writestr(manifest.NAME, made.to_json())
    return made


def _add(archive: ZipFile, path: Path, name: str) -> list[Part]:
    """Copy a file; none where it is not there (any more)."""
    try:
        source = path.open("rb")
    except FileNotFoundError:
        return []
    digest, size = sha256(), 0
    with source, archive.open(name, "w", force_zip64=True) as out:
        while piece := source.read(1 << 20):
            digest.update(piece)
            out.write(piece)
            size += len(piece)
    return [Part(name, size, digest.hexdigest())]


def _pages(archive: ZipFile, key: UUID) -> list[Part]:
    """The pages of a scan that are recognised so far: with them its reading goes on after a restore."""
    folder = Path(settings.PAGES_ROOT) / key.hex
    found = []
    with suppress(FileNotFoundError):
        for path in sorted(folder.iterdir()):
            if manifest.is_page(path.name):
                found += _add(archive, path, f"pages/{key.hex}/{path.name}")
    return found


def _taken_out(taken: Snapshot) -> bool:
    there = {
        key for model in (Document, Evidence) for key in model._default_manager.values_list("pk", flat=True)
    }
    return bool(taken.files.keys() - there)


def _finish(draft: Path, target: Path) -> None:
    """Give the file its name once it is on the disk."""
    sync(draft)
    draft.rename(target)
    sync(target.absolute().parent)
