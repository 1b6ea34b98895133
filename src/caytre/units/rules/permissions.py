"""Who may change units."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from caytre.core.refusals import YES, Answer, Refused, gettext_noop, no
from caytre.units.rules.people import Person, is_administrator


class MayNotChange(Refused):
    status = 403
    sentence = gettext_noop(
        "Chỉ quản trị viên của mọi đơn vị liên quan hoặc của cấp trên mới ghi được thay đổi này. Hãy nhờ người đó."
    )


class MayNotDecide(Refused):
    status = 403
    sentence = gettext_noop(
        "Chỉ quản trị viên của đơn vị đã chấm dứt và của đơn vị tiếp nhận, hoặc của cấp trên, mới quyết định được. "
        "Hãy nhờ người đó."
    )


class MayNotImport(Refused):
    status = 403
    sentence = gettext_noop("Chỉ quản trị viên của hệ thống được nhập danh mục hành chính. Hãy nhờ người đó.")


def can_change(person: Person, *, units: Iterable[UUID]) -> Answer:
    """Superusers, and administrators at or above every unit that a change concerns."""
    return YES if _administers_all(person, units) else no(MayNotChange())


def can_set_up(person: Person, *, place: UUID) -> Answer:
    """Superusers, and administrators at or above the place whose usual agencies become units."""
    return YES if _administers_all(person, [place]) else no(MayNotChange())


def can_decide(person: Person, *, units: Iterable[UUID]) -> Answer:
    """Superusers, and administrators at or above the unit that ended and the one that is to go on with a thing, if
    one is."""
    return YES if _administers_all(person, units) else no(MayNotDecide())


def can_change_any(person: Person) -> Answer:
    """Whether there is any unit that the person may change: superusers, and administrators of some unit."""
    return YES if is_administrator(person) else no(MayNotChange())


def can_import(person: Person) -> Answer:
    """An official list changes units of the whole country: superusers only."""
    return YES if person.is_superuser else no(MayNotImport())


def _administers_all(person: Person, units: Iterable[UUID]) -> bool:
    return person.is_superuser or all(person.reach.administers(unit) for unit in units)
