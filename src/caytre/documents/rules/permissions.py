"""Who may do what with a document, and when."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol
from uuid import UUID

from caytre.core.refusals import YES, Answer, Refused, gettext_noop, no
from caytre.units.rules.reach import Reach

FINISHED = ("read", "failed", "stopped")
WAITING = ("queued", "reading")
KEEPERS = frozenset({"focal", "clerk", "administrator"})
ROLES: Mapping[str, frozenset[str]] = {
    "upload": KEEPERS,
    "correct": KEEPERS,
    "read": KEEPERS,
    "compare": KEEPERS,
    "remove": frozenset({"administrator"}),
    "export": KEEPERS | {"implementer", "leader", "editor", "spokesperson", "inspector"},
}
"""Which roles may do what with the documents of their own unit ("read": have it read again, or stop that; "compare":
say what it carries out of a document above it).

The keepers of the register enter and correct; the others see and take away. Nobody changes what another unit received:
to see what is below is not to change it; only a unit that goes on in the place of one that ended has its register too.
Beyond the table: whoever brought a document in may take it out as long as
they may enter documents there; a document that no office has yet is whoever's brought it in; the administrator of
the system may everything.
"""


class Person(Protocol):
    @property
    def pk(self) -> object: ...
    @property
    def is_active(self) -> bool: ...
    @property
    def is_superuser(self) -> bool: ...
    @property
    def reach(self) -> Reach: ...


class Paper(Protocol):
    @property
    def state(self) -> str: ...
    @property
    def received_by_id(self) -> object: ...
    @property
    def unit_id(self) -> UUID | None: ...


class MayNot(Refused):
    """It is not for this person to do."""

    status = 403


class MayNotUpload(MayNot):
    sentence = gettext_noop(
        "Chỉ cán bộ đầu mối, văn thư và quản trị viên của cơ quan được đưa văn bản vào sổ của cơ quan mình. "
        "Hãy nhờ một trong những người đó, hoặc nhờ quản trị viên giao thêm việc này."
    )


class MayNotCorrect(MayNot):
    sentence = gettext_noop(
        "Chỉ cán bộ đầu mối, văn thư và quản trị viên của cơ quan nhận văn bản được sửa dữ kiện. "
        "Nếu thấy chỗ sai, hãy báo cho một trong những người đó."
    )


class MayNotCompare(MayNot):
    sentence = gettext_noop(
        "Chỉ cán bộ đầu mối, văn thư và quản trị viên của cơ quan nhận văn bản được chọn văn bản cấp trên và quyết "
        "định việc đối chiếu. Hãy báo cho một trong những người đó."
    )


class MayNotHaveRead(MayNot):
    sentence = gettext_noop(
        "Chỉ cán bộ đầu mối, văn thư và quản trị viên của cơ quan nhận văn bản được cho đọc lại hoặc dừng đọc. "
        "Hãy nhờ một trong những người đó."
    )


class MayNotRemove(MayNot):
    sentence = gettext_noop(
        "Chỉ người đã đưa văn bản vào hoặc quản trị viên của cơ quan nhận văn bản được gỡ bỏ. "
        "Hãy nhờ một trong hai người đó."
    )


class MayNotExport(MayNot):
    sentence = gettext_noop(
        "Chỉ người đang giữ một chức vụ được tải dữ kiện và tệp về. "
        "Hãy nhờ quản trị viên giao chức vụ cho tài khoản này."
    )


class MayNotGive(MayNot):
    sentence = gettext_noop(
        "Chỉ quản trị viên của hệ thống được giao văn bản chưa thuộc cơ quan nào cho một cơ quan. Hãy nhờ người đó."
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


def can_upload(person: Person, *, unit: UUID | None) -> Answer:
    """Whether files may come in for this unit, which has not ended; without one by the administrator of the system."""
    posts = {(role, unit) for role in ROLES["upload"]}
    if person.is_active and (person.is_superuser or posts & person.reach.posts):
        return YES
    return no(MayNotUpload())


def can_correct(person: Person, *, paper: Paper) -> Answer:
    """Whether facts may be corrected, added, taken out and put back."""
    return YES if _may(person, "correct", paper) else no(MayNotCorrect())


def can_compare(person: Person, *, paper: Paper) -> Answer:
    """Whether somebody may say which documents this one carries out, and decide how far it does."""
    return YES if _may(person, "compare", paper) else no(MayNotCompare())


def can_stop(person: Person, *, paper: Paper) -> Answer:
    if not _may(person, "read", paper):
        return no(MayNotHaveRead())
    return YES if is_waiting(paper) else no(NotWaiting())


def can_read_again(person: Person, *, paper: Paper) -> Answer:
    if not _may(person, "read", paper):
        return no(MayNotHaveRead())
    return YES if paper.state in FINISHED else no(StillWaiting())


def can_remove(person: Person, *, paper: Paper) -> Answer:
    brought = person.pk == paper.received_by_id and _may(person, "upload", paper)
    return YES if brought or _may(person, "remove", paper) else no(MayNotRemove())


def can_export(person: Person, *, paper: Paper) -> Answer:
    """Whether somebody who sees it may take its facts and its file away."""
    if not person.is_active:
        return no(MayNotExport())
    own = person.is_superuser or person.pk == paper.received_by_id
    roles = {role for role, _ in person.reach.posts}
    return YES if own or roles & ROLES["export"] else no(MayNotExport())


def can_give(person: Person) -> Answer:
    """Whether documents that no office has yet may be given to one."""
    return YES if person.is_active and person.is_superuser else no(MayNotGive())


def is_waiting(paper: Paper) -> bool:
    return paper.state in WAITING


def _may(person: Person, deed: str, paper: Paper) -> bool:
    if not person.is_active or person.is_superuser:
        return person.is_active
    if paper.unit_id is None:
        return person.pk == paper.received_by_id
    return person.reach.holds(paper.unit_id, *ROLES[deed])
