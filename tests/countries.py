"""Small invented countries for tests: provinces, communes, a district that ended, a party and a mass tree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

from caytre.core.models import User
from caytre.units.actions import events
from caytre.units.models import EventKind, Post, Structure, Succession, Unit, UnitEvent, UnitLink, UnitState
from caytre.units.queries.planning import plan_of
from caytre.units.rules.change import Basis, Change, Newcomer

AT = datetime(2031, 3, 1, 2, 30, tzinfo=UTC)
TODAY = date(2031, 3, 1)
TWO_TIERS = date(2030, 7, 1)
LAW = Basis(TODAY, legal_basis="Nghị quyết số 9/NQ-HĐND")
LATER = Basis(TODAY + timedelta(days=31), legal_basis="Nghị quyết số 12/NQ-HĐND")


def _changed() -> None:
    Structure.objects.update_or_create(pk=1, defaults={"version": uuid4(), "meaning": uuid4()})


def unit(
    name: str, *, kind: str, level: str, since: date | None = None, until: date | None = None,
    seat: Unit | None = None, code: str = "", template: str = "", **parents: Unit,
) -> Unit:  # fmt: skip
    """A unit as a row, under its parent in each tree ("state", "party", "mass")."""
    new = Unit.objects.create(level=level, seat=seat, code=code, template=template)
    short = name[len(kind) :].strip() if name.lower().startswith(kind) else ""
    UnitState.objects.create(unit=new, name=name, short=short, kind=kind, valid_from=since, valid_to=until)
    for tree, parent in parents.items():
        UnitLink.objects.create(tree=tree, child=new, parent=parent, valid_from=since, valid_to=until)
    _changed()
    return new


def body(
    name: str, *, kind: str, seat: Unit, template: str = "", since: date | None = None, **parents: Unit
) -> Unit:  # fmt: skip
    """A body of an administrative unit; it belongs to that one where no tree is named."""
    above = parents or {"state": seat}
    return unit(name, kind=kind, level=seat.level, seat=seat, template=template, since=since, **above)


def heir(predecessor: Unit, *, successor: Unit | None, on: date, is_default: bool = True) -> Succession:
    """``successor`` took over from ``predecessor``."""
    event = UnitEvent.objects.create(kind=EventKind.MERGE, effective=on, at=AT)
    _changed()
    return Succession.objects.create(
        event=event, predecessor=predecessor, successor=successor, is_default=is_default
    )


def post(user: User, *, at: Unit, role: str, since: date | None = None, until: date | None = None) -> Post:
    """A post as a row."""
    return Post.objects.create(user=user, unit=at, role=role, valid_from=since, valid_to=until)


@dataclass(frozen=True, slots=True)
class Country:
    """Two provinces; in Bến Mây two communes of today, and a district with three communes that ended with it.

    Suối Trúc took over from Lau, Khe and from the district; of Đồng Nứa, Ghềnh Sỏi took a part.
    """

    government: Unit
    ministry: Unit
    ben_may: Unit
    doi_cao: Unit
    finance: Unit
    culture: Unit
    doi_cao_finance: Unit
    district: Unit
    lau: Unit
    khe: Unit
    dong_nua: Unit
    suoi_truc: Unit
    ghenh_soi: Unit
    nui_xanh: Unit
    economy: Unit
    party: Unit
    party_ben_may: Unit
    party_suoi_truc: Unit
    front: Unit
    front_ben_may: Unit
    front_suoi_truc: Unit

    def __iter__(self) -> Iterator[Unit]:
        return (getattr(self, field.name) for field in fields(self))


def small_country() -> Country:
    """The country as of TODAY, in the database."""
    old, new = {"until": TWO_TIERS}, {"since": TWO_TIERS}
    government = unit("Chính phủ", kind="chính phủ", level="central")
    ben_may = unit("Tỉnh Bến Mây", kind="tỉnh", level="province", code="91", state=government)
    doi_cao = unit("Tỉnh Đồi Cao", kind="tỉnh", level="province", code="92", state=government)
    district = unit("Huyện Mây Trắng", kind="huyện", level="district", code="911", state=ben_may, **old)
    lau, khe, dong_nua = (
        unit(f"Xã {name}", kind="xã", level="commune", code=code, state=district, **old)
        for name, code in (("Bãi Lau", "91101"), ("Khe Sậy", "91102"), ("Đồng Nứa", "91103"))
    )
    suoi_truc = unit("Xã Suối Trúc", kind="xã", level="commune", code="91110", state=ben_may, **new)
    ghenh_soi = unit("Phường Ghềnh Sỏi", kind="phường", level="commune", code="91111", state=ben_may, **new)
    party = unit("Ban Chấp hành Trung ương", kind="trung ương", level="central")
    party_ben_may = body("Tỉnh ủy Bến Mây", kind="tỉnh ủy", seat=ben_may, template="tinh-uy", party=party)
    front = unit("Ủy ban Trung ương Mặt trận Tổ quốc", kind="mặt trận", level="central")
    front_name = "Ủy ban Mặt trận Tổ quốc"
    front_ben_may = body(f"{front_name} tỉnh Bến Mây", kind="mặt trận", seat=ben_may, mass=front)
    for ended in (lau, khe, district):
        heir(ended, successor=suoi_truc, on=TWO_TIERS)
    heir(dong_nua, successor=suoi_truc, on=TWO_TIERS, is_default=False)
    heir(dong_nua, successor=ghenh_soi, on=TWO_TIERS, is_default=False)
    return Country(
        government, unit("Bộ Văn hóa", kind="bộ", level="central", state=government), ben_may, doi_cao,
        body("Sở Tài chính tỉnh Bến Mây", kind="sở", seat=ben_may, template="so-tai-chinh"),
        body("Sở Văn hóa tỉnh Bến Mây", kind="sở", seat=ben_may),
        body("Sở Tài chính tỉnh Đồi Cao", kind="sở", seat=doi_cao, template="so-tai-chinh"),
        district, lau, khe, dong_nua, suoi_truc, ghenh_soi,
        unit("Xã Núi Xanh", kind="xã", level="commune", code="92110", state=doi_cao, **new),
        body("Phòng Kinh tế xã Suối Trúc", kind="phòng", seat=suoi_truc, template="phong-kinh-te", since=TWO_TIERS),
        party, party_ben_may,
        body("Đảng ủy xã Suối Trúc", kind="đảng ủy", seat=suoi_truc, template="dang-uy-xa", since=TWO_TIERS,
             party=party_ben_may),
        front, front_ben_may,
        body(f"{front_name} xã Suối Trúc", kind="mặt trận", seat=suoi_truc, since=TWO_TIERS, mass=front_ben_may),
    )  # fmt: skip


def happen(change: Change) -> UnitEvent:
    """Plan the change and apply the plan."""
    return events.apply(plan_of(change), by=None, at=AT)


def newcomer(name: str, *, kind: str, level: str, code: str = "", **parents: Unit) -> Newcomer:
    """A unit to be made, under its parent in each tree."""
    above = tuple((tree, parent.pk) for tree, parent in parents.items())
    return Newcomer(uuid4(), level, name, kind, name[len(kind) :].strip(), code=code, parents=above)


def as_of(day: date) -> tuple[set[object], set[object]]:
    """Names and parents of all units on one day."""
    states = UnitState.objects.as_of(day).values_list("unit", "name", "kind", "valid_from")
    links = UnitLink.objects.as_of(day).values_list("tree", "child", "parent", "valid_from")
    return set(states), set(links)
