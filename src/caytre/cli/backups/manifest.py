"""What a backup says about itself, and which backups are none."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from django.utils.crypto import salted_hmac

NAME = "manifest.json"
WHAT = "caytre backup"
FORMAT = 1
DATABASES = {"sqlite": "database.sqlite3", "postgresql": "database.dump"}
_PAGE = r"\d{4,}\.json|total"
_PART = re.compile(
    rf"database\.(?:sqlite3|dump)|files(?:/\w[\w.-]*){{1,3}}|pages/[0-9a-f]{{32}}/(?:{_PAGE})", re.ASCII
)
_TABLE = re.compile(r"[a-z_][a-z0-9_]*")
_VERSION = re.compile(r"[\w.+-]{1,40}", re.ASCII)
_SHA256 = re.compile(r"[0-9a-f]{64}")


class BackupRefused(Exception):
    """The sentence says what was refused, why, and what to do."""


class NotABackup(BackupRefused):
    """The file is something else."""

    def __init__(self) -> None:
        super().__init__(
            "Tệp này không phải là bản sao lưu của Cây Tre. Chưa có gì bị thay đổi. Hãy chọn đúng tệp."
        )


class Damaged(BackupRefused):
    """Not all of it is as it was written; ``part`` is where that was seen."""

    def __init__(self, part: str) -> None:
        super().__init__(
            f"Bản sao lưu bị hỏng hoặc thiếu ({part}). Chưa có gì bị thay đổi. Hãy chép lại tệp, hoặc dùng bản khác."
        )


class Newer(BackupRefused):
    """A later version of the system made it."""

    def __init__(self, version: str) -> None:
        super().__init__(
            f"Bản sao lưu do phiên bản mới hơn ({version}) tạo ra. Chưa có gì bị thay đổi. "
            "Hãy cài phiên bản ấy hoặc mới hơn rồi khôi phục."
        )


@dataclass(frozen=True, slots=True)
class Part:
    """One file within a backup; ``size`` in bytes."""

    name: str
    size: int
    sha256: str

    def __post_init__(self) -> None:
        if not _PART.fullmatch(self.name):
            raise ValueError(self.name)
        if type(self.size) is not int or self.size < 0 or not _SHA256.fullmatch(self.sha256):
            raise ValueError(self.name)


@dataclass(frozen=True, slots=True)
class Manifest:
    """``database`` is its kind, ``migrations`` what was done to it ("core.0001_initial"), ``rows`` how many each
    table has, ``head`` the number and digest of the newest event (null before there was a chain), ``faulty`` the
    documents whose file is missing in the store or not as it came in; ``key`` is a mark of the key of the installation.
    """

    version: str
    made_at: str
    database: str
    migrations: list[str]
    rows: dict[str, int]
    head: list[Any] | None
    faulty: list[str]
    key: str
    parts: list[Part]

    def __post_init__(self) -> None:
        datetime.fromisoformat(self.made_at)
        if not _VERSION.fullmatch(self.version):
            raise ValueError("version")
        if not all(_TABLE.fullmatch(name) and type(count) is int for name, count in self.rows.items()):
            raise ValueError("rows")

    def to_json(self) -> bytes:
        """The manifest as it stands in a backup."""
        content = {"what": WHAT, "format": FORMAT, **asdict(self)}
        return json.dumps(content, ensure_ascii=False, indent=1).encode()


def mark_of_key() -> str:
    """By which the key of this installation is known again; it does not give the key away."""
    return salted_hmac("caytre.backup", "", algorithm="sha256").hexdigest()[:16]


def is_page(name: str) -> bool:
    """Whether a file among the kept pages of a scan is whole, and one of them."""
    return re.fullmatch(_PAGE, name, re.ASCII) is not None


def parse(content: bytes, *, known: Sequence[str]) -> Manifest:
    """A manifest that this version can read; ``known`` are its migrations.

    Raises :class:`NotABackup`, :class:`Damaged`, :class:`Newer`.
    """
    try:
        values = json.loads(content)
        if values.pop("what") != WHAT:
            raise NotABackup
        if values.pop("format") != FORMAT or not set(values["migrations"]) <= set(known):
            raise Newer(_VERSION.findall(values["version"])[0])
        parts = [Part(**part) for part in values.pop("parts")]
        found = Manifest(**values, parts=parts)
        names = [part.name for part in parts]
        if len(set(names)) < len(names) or DATABASES[found.database] not in names:
            raise Damaged(NAME)
    except (ValueError, TypeError, LookupError, AttributeError):
        raise Damaged(NAME) from None
    return found
