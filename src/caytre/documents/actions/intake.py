"""A file comes in, or goes again."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID

from django.core.files import File
from django.db import IntegrityError, transaction

from caytre.core import history, search
from caytre.core.models import User
from caytre.core.refusals import Refused, gettext_noop
from caytre.documents.actions import kept
from caytre.documents.actions.weaving import resolve_soon
from caytre.documents.models import Document, Removal
from caytre.documents.queries.reading import same_file
from caytre.documents.queries.register import KIND
from caytre.documents.rules.permissions import can_remove, can_upload
from caytre.units.queries.standing import permitted

STAMPED = gettext_noop("Thấy dấu độ mật trong khi đọc.")
_SUFFIX = re.compile(r"\.[A-Za-z0-9]{1,8}")


@dataclass(frozen=True, slots=True)
class Examined:
    """A file that may come in: what it is, and that these bytes were looked at."""

    path: Path
    name: str
    kind: str
    size: int
    sha256: str


class AlreadyHere(Refused):
    """The same bytes are in the register of this unit. ``document`` is the entry."""

    status = 409

    def __init__(self, document: Document) -> None:
        super().__init__()
        self.document = document


class FileRefused(Refused):
    """The library does not take the file; ``code`` and the sentence are the library's.

    ``secret``: it bears a stamp of secrecy, and nothing of it may stay, its name included.
    """

    def __init__(self, sentence: str, *, code: str) -> None:
        super().__init__(sentence)
        self.code = code
        self.secret = code == "secret-stamp"


def examine(path: Path, *, name: str, unit: UUID | None, by: User) -> Examined:
    """Look at a file before anything of it is stored. Raises :class:`AlreadyHere`, :class:`FileRefused`.

    The same bytes at another unit do not count: who brings them in learns nothing of that.
    The container is guarded and the parser runs in a child process of the library, under its limits. Of a scan
    only the first page is recognised; its other pages are looked at when it is read.
    """
    from vanban.errors import Refused as LibraryRefused
    from vanban.files import load
    from vanban.secrecy import refuse_secret

    sha256, size = _digest(path)
    known = same_file(sha256, unit=unit, by=by)
    if known is not None:
        raise AlreadyHere(known)
    try:
        content = load(path, name=name, pages=1)
        refuse_secret(content)
    except LibraryRefused as refusal:
        raise FileRefused(str(refusal), code=getattr(refusal, "code", "")) from None
    return Examined(path, _short(name), content.kind, size, sha256)


def register(
    examined: Examined, *, unit: UUID | None, by: User, at: datetime, queue: Callable[[UUID], None]
) -> Document:
    """Keep the file and enter it into the register of the unit; ``queue`` has it read.

    Raises :class:`AlreadyHere`, MayNotUpload.
    """
    document = Document(
        name=examined.name, kind=examined.kind, size=examined.size, sha256=examined.sha256,
        received_at=at, queued_at=at, received_by=by, unit_id=unit,
    )  # fmt: skip
    suffix = _SUFFIX.fullmatch(Path(examined.name).suffix)
    with examined.path.open("rb") as stream:
        document.file.save(suffix.group() if suffix else "", File(stream), save=False)
    try:
        with transaction.atomic():
            by = permitted(by, at=at, can=can_upload, unit=unit)
            document.save(force_insert=True)
            search.put(document.pk, kind=KIND, text=document.name)
            history.record("documents.document.received", about=document.pk, by=by, at=at)
            queue(document.pk)
    except IntegrityError:
        document.file.delete(save=False)
        known = same_file(examined.sha256, unit=unit, by=by)
        if known is None:
            raise
        raise AlreadyHere(known) from None
    except BaseException:
        document.file.delete(save=False)
        raise
    return document


def remove(document: Document, *, by: User, at: datetime, why: str) -> Removal:
    """Take out a document with its file, name, text, readings, corrections and search entry.

    What stays are the note that it was removed and its history, which holds no word of it. Raises MayNotRemove.
    """
    file, storage, key = str(document.file.name), document.file.storage, document.pk
    with transaction.atomic():
        document = Document.objects.locked(document.pk)
        by = permitted(by, at=at, can=can_remove, paper=document)
        note = _forget(document, by=by, at=at, why=why)
        transaction.on_commit(lambda: storage.delete(file))
        transaction.on_commit(lambda: kept.wipe(key))
    return note


def withdraw(key: UUID, *, at: datetime, first: Callable[[], None] | None = None) -> bool:
    """Take out a document in which the reader found a stamp of secrecy; False where it is gone already.

    Its pictures and words go first: whatever happens then, they are no longer there. ``first`` takes out, in the same
    transaction, what other rooms made of it.
    """
    document = Document.objects.filter(pk=key).first()
    if document is None:
        return False
    kept.wipe(key)
    document.file.storage.delete(str(document.file.name))
    with transaction.atomic():
        # Nobody makes a plan of it meanwhile.
        Document.objects.select_for_update(no_key=True).filter(pk=key).first()
        if first is not None:
            first()
        _forget(document, by=None, at=at, why=STAMPED)
    return True


def acknowledge(removal: int, *, by: User, at: datetime) -> None:
    """Note that whoever brought the document in has seen that the machine took it out."""
    Removal.objects.untold(by).filter(pk=removal).update(seen_at=at)


def _forget(document: Document, *, by: User | None, at: datetime, why: str) -> Removal:
    """Delete all rows with words of a document, and note that it was removed."""
    key = document.pk
    # Whoever corrects it holds this row before the search index: taken in another order, both would wait for ever.
    Document.objects.select_for_update().filter(pk=key).first()
    note = Removal.objects.create(
        document=key, received_at=document.received_at, received_by=document.received_by, unit_id=document.unit_id,
        at=at, by=by, why=why[:200],
    )  # fmt: skip
    search.wipe(key, kind=KIND)
    resolve_soon([document.number_key])
    document.delete()
    history.record("documents.document.removed", about=key, by=by, at=at)
    return note


def _digest(path: Path) -> tuple[str, int]:
    digest, size = hashlib.sha256(), 0
    with path.open("rb") as stream:
        while piece := stream.read(1 << 20):
            digest.update(piece)
            size += len(piece)
    return digest.hexdigest(), size


def _short(name: str) -> str:
    """The name that a person knows, without folders and control characters, short enough to store."""
    plain = "".join(letter for letter in name.replace("\\", "/").split("/")[-1] if letter.isprintable())
    path = Path(plain.strip() or "van-ban")
    return path.name if len(path.name) <= 200 else path.stem[:180] + path.suffix[:20]
