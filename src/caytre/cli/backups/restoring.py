"""A backup is put in the place of what is there: first its files beside the old ones, then the database at one stroke.

Whenever the work is cut off, the old database with all its files is there, or the new one with all of its own.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.db import Error, connection, connections

from caytre.cli.backups import pending, postgres
from caytre.cli.backups.manifest import DATABASES, BackupRefused, Manifest, Part
from caytre.cli.backups.unpacking import unpack
from caytre.cli.backups.workshop import sync, workshop
from caytre.cli.upgrade import upgrade
from caytre.core import history
from caytre.core.models import User
from caytre.documents.models import Document, Removal
from caytre.work.models import Evidence

Say = Callable[[str], None]
WORKSHOP = "restore"
OCCUPIED = (
    "Ở đây đã có dữ liệu. Chưa có gì bị thay đổi. Nếu thật sự muốn thay TOÀN BỘ dữ liệu hiện có bằng bản sao lưu, "
    "hãy sao lưu dữ liệu hiện có trước, rồi chạy lại với --replace."
)


@dataclass(frozen=True, slots=True)
class Restored:
    """What was brought back; ``again`` are documents that had been removed by a person after the backup was made."""

    manifest: Manifest
    again: list[UUID]


class NotFinished(Exception):
    """The backup is in place, but what has to follow failed; the message says how. ``caytre setup`` does the rest."""


def restore(source: Path, *, replace: bool, at: datetime, say: Say) -> Restored:
    """Verify a backup, then put it in place of what is there, which must be nothing unless ``replace``.

    What the system here took out for a stamp of secrecy is taken out of the restored data, too. Raises
    :class:`BackupRefused` and OSError where all is as it was, :class:`NotFinished` where it is not.
    """
    settings.DATA.mkdir(parents=True, exist_ok=True)
    if not replace and _is_occupied():
        raise BackupRefused(OCCUPIED)
    removed = _removals()
    with workshop(settings.DATA, name=WORKSHOP) as folder:
        say("Đang kiểm tra bản sao lưu…")
        found = unpack(source, folder=folder)
        say("Đang đặt dữ liệu vào chỗ…")
        pending.note([key for key, is_stamped in removed.items() if is_stamped])
        old = _stored()
        try:
            _place(found.parts, folder)
            _replace_database(folder / DATABASES[found.database], found, say)
        except BaseException:
            _tidy(_stored() - old)
            raise
    try:
        _tidy(old)
        upgrade()
        pending.finish(at)
        history.record("core.backup.restored", about="caytre", by=None, at=at, made=found.made_at)
        return Restored(found, list(Document.objects.filter(pk__in=removed).values_list("pk", flat=True)))
    except Exception as error:  # whatever a migration raises
        raise NotFinished(str(error)) from error


def _database() -> Path:
    return Path(settings.DATABASES["default"]["NAME"])


def _is_occupied() -> bool:
    # Files without a database are somebody's, but not where a restore was cut off before it wrote the database.
    cut_off = any(settings.DATA.glob(f".{WORKSHOP}.*"))
    if _stored() and not cut_off:
        return True
    try:
        return User.objects.exists() if _has_database() else bool(_tables())
    except Error:  # something is there, though it cannot be read
        return True


def _has_database() -> bool:
    return User._meta.db_table in _tables()


def _tables() -> list[str]:
    if connection.vendor == "sqlite" and not _database().exists():
        return []
    return list(connection.introspection.table_names())


def _removals() -> dict[UUID, bool]:
    """The documents that were taken out here, and whether the system did so itself."""
    with suppress(Error):
        if _has_database():
            return {key: by is None for key, by in Removal.objects.values_list("document", "by")}
    return {}


def _stored() -> set[Path]:
    roots = (Path(settings.MEDIA_ROOT), Path(settings.PAGES_ROOT))
    return {path for root in roots for path in root.rglob("*") if path.is_file()}


def _place(parts: list[Part], folder: Path) -> None:
    places = set()
    for part in parts:
        kind, _, rest = part.name.partition("/")
        if rest:
            target = Path(settings.MEDIA_ROOT if kind == "files" else settings.PAGES_ROOT) / rest
            target.parent.mkdir(parents=True, exist_ok=True)
            os.replace(folder / part.name, target)
            places |= {target.parent, target.parent.parent}
    for place in places:
        sync(place)


def _tidy(stored: set[Path]) -> None:
    """Of these files, delete those that the database, whichever is there now, does not name."""
    with suppress(Error):
        named: set[Path] = set()
        if _has_database():
            for key, name in Document.objects.values_list("pk", "file"):
                named |= {Path(settings.MEDIA_ROOT) / name, Path(settings.PAGES_ROOT) / key.hex}
        if Evidence._meta.db_table in _tables():  # a backup of before has no such table yet
            files = Evidence.objects.exclude(file="").values_list("file", flat=True)
            named |= {Path(settings.MEDIA_ROOT) / name for name in files}
        for path in stored:
            if path not in named and path.parent not in named:
                path.unlink(missing_ok=True)


def _replace_database(copy: Path, found: Manifest, say: Say) -> None:
    connections.close_all()
    if connection.vendor == "postgresql":
        postgres.replace(copy, rows=found.rows)
        return
    path = _database()
    if not _is_whole(path):
        say(f"Cơ sở dữ liệu cũ không đọc được, nay có tên {path.name}.damaged.")
        for ending in ("", "-wal", "-shm"):
            with suppress(FileNotFoundError):
                os.replace(f"{path}{ending}", f"{path}.damaged{ending}")
    # One transaction, under the eyes of whoever has the database open.
    with closing(sqlite3.connect(copy)) as source, closing(sqlite3.connect(path, timeout=20)) as target:
        target.execute("PRAGMA synchronous = FULL")
        target.execute("PRAGMA secure_delete = ON")
        source.backup(target)


def _is_whole(path: Path) -> bool:
    try:
        with closing(sqlite3.connect(path)) as there:
            return bool(there.execute("PRAGMA quick_check").fetchone() == ("ok",))
    except sqlite3.DatabaseError as error:
        return isinstance(error, sqlite3.OperationalError)  # busy, not broken
