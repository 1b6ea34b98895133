"""From a row of a sheet to a unit that is to be founded."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from caytre.core.refusals import Refused
from caytre.units.rules.change import Newcomer
from caytre.units.rules.checks import AlreadyThere, BadName, EndsLater, NotThere, WrongPlace
from caytre.units.rules.naming import short_of
from caytre.units.rules.permissions import MayNotChange
from caytre.units.rules.sheets import UnitLine

# Kinds of administrative units below a province, and the level that they make.
PLACES = {"xã": "commune", "phường": "commune", "thị trấn": "commune", "đặc khu": "commune"}

_COLUMNS: dict[type[Refused], str] = {
    AlreadyThere: "Mã", BadName: "Tên đơn vị", WrongPlace: "Cấp trên", EndsLater: "Cấp trên", NotThere: "Từ ngày",
    MayNotChange: "Cấp trên",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Above:
    """The unit under which another is founded: ``tree`` is the one in which it hangs itself."""

    id: UUID
    level: str
    tree: str
    seat: UUID | None
    is_place: bool

    @classmethod
    def of(cls, new: Newcomer) -> Above:
        """A unit that is founded in the same sheet."""
        tree = new.parents[0][0] if new.parents else "state"
        return cls(new.id, new.level, tree, new.seat, new.seat is None and new.level != "central")


def newcomer(line: UnitLine, *, id: UUID, above: Above) -> Newcomer:
    """The unit of a row: an administrative unit where its kind is one and it hangs below a higher one, else a body of
    the place to which its parent belongs."""
    level = PLACES.get(line.kind, "") if above.is_place and above.level != "commune" else ""
    short = short_of(line.name, kind=line.kind)
    seat = None if level else above.id if above.is_place else above.seat
    parents = ((above.tree, above.id),)
    return Newcomer(
        id, level or above.level, line.name, line.kind, short, code=line.code, seat=seat, parents=parents
    )


def column_of(refusal: Refused) -> str:
    """The heading of the cell that a refusal is about."""
    return next((column for kind, column in _COLUMNS.items() if isinstance(refusal, kind)), "Tên đơn vị")
