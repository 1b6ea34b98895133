"""Who may do what with plans, tasks and what is done of them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Protocol
from uuid import UUID

from caytre.core.refusals import YES, Answer, gettext_noop, no
from caytre.documents.rules.permissions import MayNot, Person

ROLES: Mapping[str, frozenset[str]] = {
    "confirm": frozenset({"focal", "leader"}),
    "issue": frozenset({"leader"}),
    "direct": frozenset({"focal", "leader"}),
    "receive": frozenset({"focal", "leader", "clerk", "implementer"}),
    "hand": frozenset({"focal", "leader"}),
    "show": frozenset({"focal", "leader", "implementer"}),
    "claim": frozenset({"focal", "leader", "implementer"}),
}
"""Which roles may do what at the very unit: "confirm" a plan's tasks and "issue" them; "direct" what was given
(verify, return, decide on more time, withdraw); "receive" for the unit, "hand" to a person, "show" how it goes,
"claim" that it is done. The administrator of the system may everything; whoever has an occurrence in hand may show and
claim it."""


class Given(Protocol):
    """An occurrence: ``unit_id`` does it, ``giver_id`` gave it."""

    @property
    def unit_id(self) -> UUID: ...
    @property
    def giver_id(self) -> UUID: ...
    @property
    def holder_id(self) -> object: ...
    @property
    def claimed_by_id(self) -> object: ...


class MayNotConfirm(MayNot):
    sentence = gettext_noop(
        "Chỉ cán bộ đầu mối và lãnh đạo của cơ quan lập kế hoạch được xác nhận, sửa nhiệm vụ. "
        "Hãy nhờ một trong những người đó."
    )


class MayNotPart(MayNot):
    sentence = gettext_noop(
        "Chỉ cán bộ đầu mối và lãnh đạo của đơn vị được giao nhiệm vụ được giao tiếp từng phần. "
        "Hãy nhờ một trong những người đó."
    )


class MayNotIssue(MayNot):
    sentence = gettext_noop(
        "Chỉ lãnh đạo của cơ quan lập kế hoạch được giao nhiệm vụ. Hãy trình lãnh đạo giao."
    )


class MayNotDirect(MayNot):
    sentence = gettext_noop(
        "Chỉ cán bộ đầu mối và lãnh đạo của cơ quan giao việc được làm bước này. Hãy nhờ một trong những người đó."
    )


class MayNotDo(MayNot):
    sentence = gettext_noop(
        "Chỉ người của đơn vị được giao việc, đúng chức vụ hoặc đang được phân công, mới làm được bước này. "
        "Hãy nhờ một trong những người đó."
    )


class OwnClaim(MayNot):
    sentence = gettext_noop(
        "Người báo cáo hoàn thành không tự xác nhận việc của mình. Hãy để người khác của cơ quan giao xác nhận."
    )


class OwnWork(MayNot):
    sentence = gettext_noop(
        "Việc mà cơ quan giao cho chính mình thì lãnh đạo cơ quan xác nhận và cho gia hạn. Hãy trình lãnh đạo."
    )


def can_confirm(person: Person, *, unit: UUID) -> Answer:
    """Whether plans of this unit may be made, and their tasks confirmed and edited."""
    return YES if _may(person, "confirm", unit) else no(MayNotConfirm())


def can_part(person: Person, *, unit: UUID, doing: Collection[UUID]) -> Answer:
    """Whether this unit may hand down a part of a task: one that has to do it."""
    return YES if unit in doing and _may(person, "confirm", unit) else no(MayNotPart())


def can_issue(person: Person, *, unit: UUID) -> Answer:
    return YES if _may(person, "issue", unit) else no(MayNotIssue())


def can_direct(person: Person, *, unit: UUID) -> Answer:
    """Whether what this unit gave may be answered for: letters, what is done on request."""
    return YES if _may(person, "direct", unit) else no(MayNotDirect())


def directed(person: Person) -> frozenset[UUID] | None:
    """The units for which the person may direct what they gave; None is every unit."""
    if person.is_superuser:
        return None
    held = (*person.reach.posts, *person.reach.inherited)
    return frozenset(unit for role, unit in held if role in ROLES["direct"])


def can_direct_any(person: Person) -> Answer:
    """Whether there is a unit for which the person may direct."""
    return YES if person.is_active and directed(person) != frozenset() else no(MayNotDirect())


def can_verify(person: Person, *, given: Given) -> Answer:
    """Whether a claim may be verified: by the giver, never by who claimed it; of a unit's own work by its leader,
    who in an office of one may have claimed it too."""
    if given.unit_id != given.giver_id and person.pk == given.claimed_by_id:
        return no(OwnClaim())
    return can_prolong(person, given=given)


def can_prolong(person: Person, *, given: Given) -> Answer:
    """Whether more time may be granted or denied: by the giver; of a unit's own work by its leader."""
    if given.unit_id == given.giver_id:
        return YES if _may(person, "issue", given.giver_id) else no(OwnWork())
    return can_steer(person, given=given)


def can_steer(person: Person, *, given: Given) -> Answer:
    """Whether it may be returned, passed on, withdrawn, and an objection be answered."""
    return can_direct(person, unit=given.giver_id)


def can_receive(person: Person, *, given: Given) -> Answer:
    """Whether the unit's work may be received or objected to."""
    return YES if _may(person, "receive", given.unit_id) else no(MayNotDo())


def can_hand(person: Person, *, given: Given) -> Answer:
    """Whether it may be handed to a person, or be asked more time for."""
    return YES if _may(person, "hand", given.unit_id) else no(MayNotDo())


def can_show(person: Person, *, given: Given) -> Answer:
    """Whether progress and evidence may be entered."""
    return YES if _holds(person, given) or _may(person, "show", given.unit_id) else no(MayNotDo())


def can_claim(person: Person, *, given: Given) -> Answer:
    """Whether it may be said to be done."""
    return YES if _holds(person, given) or _may(person, "claim", given.unit_id) else no(MayNotDo())


def _holds(person: Person, given: Given) -> bool:
    return person.is_active and person.pk == given.holder_id and person.reach.sees(given.unit_id)


def _may(person: Person, deed: str, unit: UUID) -> bool:
    if not person.is_active or person.is_superuser:
        return person.is_active
    return person.reach.holds(unit, *ROLES[deed])
