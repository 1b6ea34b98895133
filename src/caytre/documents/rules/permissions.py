"""Who may do what with a document, and when."""

from __future__ import annotations

from typing import Protocol

from caytre.core.refusals import Refused, gettext_noop

FINISHED = ("read", "failed", "stopped")
WAITING = ("queued", "reading")


class Person(Protocol):
    @property
    def pk(self) -> object: ...
    @property
    def is_superuser(self) -> bool: ...


class Paper(Protocol):
    @property
    def state(self) -> str: ...
    @property
    def received_by_id(self) -> object: ...


class MayNotRemove(Refused):
    status = 403
    sentence = gettext_noop(
        "Chỉ người đã đưa văn bản vào hoặc quản trị viên được gỡ bỏ văn bản. Hãy nhờ một trong hai người đó."
    )


class NotWaiting(Refused):
    status = 409
    sentence = gettext_noop("Văn bản này không còn chờ đọc, nên không có gì để dừng. Hãy tải lại trang.")


class StillWaiting(Refused):
    status = 409
    sentence = gettext_noop("Văn bản này đang chờ đọc hoặc đang được đọc. Hãy đợi đọc xong.")


class NothingRead(Refused):
    status = 409
    sentence = gettext_noop("Văn bản này chưa đọc được lần nào, nên chưa có dữ kiện. Hãy đọc lại văn bản.")


def can_remove(person: Person, *, paper: Paper) -> bool:
    """Whoever brought it in, and administrators."""
    return person.is_superuser or person.pk == paper.received_by_id


def can_stop(paper: Paper) -> bool:
    return paper.state in WAITING


def can_read_again(paper: Paper) -> bool:
    return paper.state in FINISHED
