"""In which capacity somebody acts: a post in words, and one post looked at alone."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from caytre.core.refusals import gettext_noop
from caytre.units.rules.reach import Reach

ROLES = {
    "focal": gettext_noop("Cán bộ đầu mối"),
    "implementer": gettext_noop("Cán bộ thực hiện"),
    "leader": gettext_noop("Lãnh đạo"),
    "editor": gettext_noop("Biên tập viên"),
    "spokesperson": gettext_noop("Người phát ngôn"),
    "clerk": gettext_noop("Văn thư"),
    "inspector": gettext_noop("Cán bộ kiểm tra"),
    "administrator": gettext_noop("Quản trị viên"),
}
SYSTEM = gettext_noop("Quản trị hệ thống")
LONGEST = 200


@dataclass(frozen=True, slots=True)
class Held:
    """A post of today; ``at`` names its unit as a letter is headed ("UBND xã Suối Trúc")."""

    id: int
    role: str
    unit: UUID
    at: str

    @property
    def capacity(self) -> str:
        """ "Văn thư, UBND xã Suối Trúc"."""
        return f"{ROLES[self.role]}, {self.at}"[:LONGEST]


@dataclass(frozen=True, slots=True)
class Alone:
    """A person with nothing but one post: so it is found out which of several lets them do something."""

    pk: object
    reach: Reach
    is_active: bool = True
    is_superuser: bool = False


def headed(name: str, *, is_place: bool) -> str:
    """How the unit calls itself: of a place it is the government that acts.

    >>> headed("Xã Suối Trúc", is_place=True), headed("Sở Tài chính tỉnh Bến Mây", is_place=False)
    ('UBND xã Suối Trúc', 'Sở Tài chính tỉnh Bến Mây')
    """
    return f"UBND {name[:1].lower()}{name[1:]}" if is_place else name
