"""Who may change units."""

from __future__ import annotations

from caytre.core.refusals import YES, Answer, Refused, gettext_noop, no
from caytre.units.rules.change import Change
from caytre.units.rules.known import Known
from caytre.units.rules.posts import Person
from caytre.units.rules.reach import Reach


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


def can_change(person: Person, *, reach: Reach, change: Change) -> Answer:
    """Superusers, and administrators at or above every unit that the change names."""
    if person.is_superuser or all(reach.administers(unit) for unit in change.units()):
        return YES
    return no(MayNotChange())


def can_set_up(person: Person, *, reach: Reach, place: Known) -> Answer:
    """Superusers, and administrators at or above the place whose usual agencies become units."""
    return YES if person.is_superuser or reach.administers(place.id) else no(MayNotChange())


def can_decide(person: Person, *, reach: Reach, unit: Known, heir: Known | None) -> Answer:
    """Superusers, and administrators at or above the unit that ended and the one that is to go on with the thing.

    ``heir`` None: that nobody goes on with it.
    """
    involved = [unit, *([heir] if heir else [])]
    if person.is_superuser or all(reach.administers(one.id) for one in involved):
        return YES
    return no(MayNotDecide())


def can_change_any(person: Person, *, reach: Reach) -> Answer:
    """Whether there is any unit that the person may change: superusers, and administrators of some unit."""
    return (
        YES if person.is_superuser or reach.administered is None or reach.administered else no(MayNotChange())
    )


class MayNotImport(Refused):
    status = 403
    sentence = gettext_noop("Chỉ quản trị viên của hệ thống được nhập danh mục hành chính. Hãy nhờ người đó.")


def can_import(person: Person) -> Answer:
    """An official list changes units of the whole country: superusers only."""
    return YES if person.is_superuser else no(MayNotImport())
