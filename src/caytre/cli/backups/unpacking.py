"""A backup is looked at, to the last byte, before anything that is there is touched."""

from __future__ import annotations

import os
import shutil
import sqlite3
import zlib
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from django.db import connection
from django.db.migrations.loader import MigrationLoader

from caytre.cli.backups import manifest, postgres, snapshot
from caytre.cli.backups.manifest import DATABASES, BackupRefused, Damaged, Manifest, NotABackup, Part

# What zipfile raises over a file that is not as it was written.
_FAULTS = (
    BadZipFile,
    zlib.error,
    EOFError,
    KeyError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OverflowError,
)
_LONGEST = 1 << 28  # bytes of a manifest: some million files
_MAGIC = b"PK\x03\x04"


def unpack(source: Path, *, folder: Path) -> Manifest:
    """Write every part under its name into a folder, each as the manifest says.

    Raises :class:`BackupRefused`, OSError.
    """
    with source.open("rb") as file:
        begins = file.read(len(_MAGIC)) == _MAGIC
        try:
            with ZipFile(file) as archive:
                found = _manifest(archive)
                _fits(found, folder)
                for part in found.parts:
                    _write(archive, part, folder)
        except _FAULTS:
            raise (Damaged(source.name) if begins else NotABackup()) from None
    _look_at_database(found, folder)
    return found


def _manifest(archive: ZipFile) -> Manifest:
    names = archive.namelist()
    if manifest.NAME not in names or archive.getinfo(manifest.NAME).file_size > _LONGEST:
        raise NotABackup
    known = [f"{app}.{name}" for app, name in MigrationLoader(None).disk_migrations]
    found = manifest.parse(archive.read(manifest.NAME), known=known)
    if sorted(names) != sorted([manifest.NAME, *(part.name for part in found.parts)]):
        raise Damaged(manifest.NAME)
    return found


def _fits(found: Manifest, folder: Path) -> None:
    if found.database != connection.vendor:
        raise BackupRefused(
            f"Bản sao lưu là của {found.database}, còn hệ thống ở đây dùng {connection.vendor}. "
            "Chưa có gì bị thay đổi. Hãy đặt DATABASE_URL như trên máy đã sao lưu rồi khôi phục."
        )
    # The database is written twice: here, and into its place.
    needed = sum(part.size * (2 if part.name == DATABASES[found.database] else 1) for part in found.parts)
    free = shutil.disk_usage(folder).free
    if needed > free:
        raise BackupRefused(
            f"Cần {needed >> 20} MB mà đĩa chỉ còn {free >> 20} MB. Chưa có gì bị thay đổi. "
            "Hãy dọn đĩa rồi khôi phục lại."
        )


def _write(archive: ZipFile, part: Part, folder: Path) -> None:
    path = folder / part.name
    path.parent.mkdir(parents=True, exist_ok=True)
    digest, left = sha256(), part.size
    with path.open("xb") as out, archive.open(part.name) as source:
        while piece := source.read(min(left, 1 << 20)):
            digest.update(piece)
            out.write(piece)
            left -= len(piece)
        if left or source.read(1) or digest.hexdigest() != part.sha256:
            raise Damaged(part.name)
        out.flush()
        os.fsync(out.fileno())


def _look_at_database(found: Manifest, folder: Path) -> None:
    """That the copy is one that the database program reads, and holds what the manifest says."""
    path = folder / DATABASES[found.database]
    if found.database == "postgresql":
        whole = postgres.is_readable(path)
    else:
        whole = _is_whole(path, found)
    if not whole:
        raise Damaged(path.name)


def _is_whole(path: Path, found: Manifest) -> bool:
    try:
        with closing(sqlite3.connect(path)) as copy:
            if copy.execute("PRAGMA integrity_check").fetchone() != ("ok",):
                return False
        holds = snapshot.sqlite_facts(path)
    except sqlite3.Error:
        return False
    return (holds["migrations"], holds["rows"], holds["head"]) == (found.migrations, found.rows, found.head)
