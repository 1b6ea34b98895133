"""A unit of then in two ways that are always told apart: as it was reported, and on today's map."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from caytre.core.refusals import gettext_noop
from caytre.units.queries.directory import directory
from vanban.units.model import Heir, Unit

AS_REPORTED = gettext_noop("như khi báo cáo")
ON_TODAYS_MAP = gettext_noop("quy đổi theo địa bàn, cơ cấu hiện nay")


@dataclass(frozen=True, slots=True)
class Mapped:
    """A unit as of a day, and what it is today: itself, or its heirs with the scope and share that each took.

    No heir and no ``now`` is an open question. Pages show ``label_then`` beside the one and ``label_now`` beside the
    other: figures may be added up only within one of the two.
    """

    then: Unit
    now: Unit | None
    heirs: tuple[Heir, ...] = ()
    label_then: str = AS_REPORTED
    label_now: str = ON_TODAYS_MAP


def mapped(unit: UUID | str, *, then: date, today: date) -> Mapped | None:
    """The unit of that day and of today, None where it did not exist then."""
    known = directory()
    was = known.unit(str(unit), on=then)
    if was is None:
        return None
    now = known.unit(str(unit), on=today)
    return Mapped(was, now, () if now else known.heirs(str(unit), today=today))
