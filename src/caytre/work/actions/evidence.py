"""Files and links that show that work was done: looked at before anything of them is stored."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID

from django.core.files import File
from django.core.files.storage import default_storage

from caytre.core.refusals import Refused, gettext_noop
from caytre.work.models import Entry, Evidence
from caytre.work.rules.evidence import MOST, WITHOUT_WORDS, check_kind, is_stamped, is_workbook, short_name
from caytre.work.rules.progress import check_link

FOLDER = "evidence"
LEFT_OVER = timedelta(days=1)
Cells = Callable[[Path], Mapping[str, Sequence[Sequence[str]]]]


@dataclass(frozen=True, slots=True)
class Checked:
    """A file that may be kept: what it is, and that these bytes were looked at."""

    path: Path
    name: str
    kind: str
    size: int
    sha256: str


class EvidenceRefused(Refused):
    """The file is not taken; ``secret``: it bears a stamp, and nothing of it may stay, its name included."""

    def __init__(self, sentence: str = "", *, secret: bool = False) -> None:
        super().__init__(sentence)
        self.secret = secret


class TooMany(Refused):
    sentence = gettext_noop(
        "Mỗi lần cập nhật nhận nhiều nhất %(most)s tệp và đường dẫn. Hãy chia ra nhiều lần."
    )


def examine(path: Path, *, name: str, cells: Cells) -> Checked:
    """Look at a file. ``cells`` opens a workbook, apart from this process, and gives its rows by sheet.

    The container is guarded and the parser runs in a child process of the library, under its limits; of a picture the
    words are recognised, since it may show a stamped paper. Raises :class:`EvidenceRefused`, and what ``cells`` does.
    """
    from vanban.errors import NoWords, SecretStamp
    from vanban.errors import Refused as LibraryRefused
    from vanban.files import kinds, load
    from vanban.secrecy import refuse_secret

    data = path.read_bytes()
    digest = hashlib.sha256(data).hexdigest()
    if is_workbook(data):
        if is_stamped(cells(path)):
            raise EvidenceRefused(SecretStamp.message, secret=True)
        return Checked(path, short_name(name), "xlsx", len(data), digest)
    try:
        kind = check_kind(kinds.kind_of(data))
        try:
            refuse_secret(load(path, name=name, pages=1))
        except NoWords:
            if kind not in WITHOUT_WORDS:
                raise
    except LibraryRefused as refusal:
        raise EvidenceRefused(str(refusal), secret=isinstance(refusal, SecretStamp)) from None
    return Checked(path, short_name(name), kind, len(data), digest)


def check_links(links: Sequence[str]) -> tuple[str, ...]:
    """The addresses, each once. Raises ``NoLink``."""
    return tuple(dict.fromkeys(check_link(link) for link in links if link.strip()))


@dataclass
class Stored:
    """Files that lie in the store and belong to nobody yet."""

    rows: list[Evidence] = field(default_factory=list)

    def belong(self, entry: Entry, *, links: Sequence[str], is_new: bool) -> None:
        """They show what the entry says, if that is new; else it has them already."""
        if not is_new:
            self.drop()
            return
        for row in self.rows:
            row.entry = entry
        if self.rows or links:
            Evidence.objects.bulk_create([*self.rows, *(Evidence(entry=entry, link=link) for link in links)])

    def drop(self) -> None:
        for row in self.rows:
            row.file.delete(save=False)


@contextmanager
def kept(files: Sequence[Checked], *, links: Sequence[str] = ()) -> Iterator[Stored]:
    """Store the files; they go again where what is done with them fails. Raises :class:`TooMany`."""
    if len(files) + len(links) > MOST:
        raise TooMany(most=MOST)
    stored = Stored()
    try:
        for one in {file.sha256: file for file in files}.values():
            row = Evidence(name=one.name, kind=one.kind, size=one.size, sha256=one.sha256)
            with one.path.open("rb") as stream:
                row.file.save("", File(stream), save=False)
            stored.rows.append(row)
        yield stored
    except BaseException:
        stored.drop()
        raise


def tidy(*, at: datetime) -> int:
    """Delete files of a day ago that no row names: the process that stored them died; returns how many."""
    count = 0
    with suppress(FileNotFoundError):
        for folder in default_storage.listdir(FOLDER)[0]:
            paths = {f"{FOLDER}/{folder}/{name}" for name in default_storage.listdir(f"{FOLDER}/{folder}")[1]}
            keys = [key for path in paths if (key := _key(path))]
            known = Evidence.objects.filter(pk__in=keys).values_list("file", flat=True)
            for path in paths.difference(known):
                if default_storage.get_modified_time(path) < at - LEFT_OVER:
                    default_storage.delete(path)
                    count += 1
    return count


def _key(path: str) -> UUID | None:
    """The key of the evidence whose file has this name."""
    try:
        return UUID(path.rpartition("/")[2])
    except ValueError:
        return None
