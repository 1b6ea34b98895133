"""The national set: laid into an empty database, and a newer one over what people changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from django.db import connection

from caytre.core.models import Event
from caytre.units.actions import events, national
from caytre.units.models import Succession, Unit, UnitEvent, UnitLink, UnitState
from caytre.units.queries.directory import directory
from caytre.units.queries.planning import plan_of
from caytre.units.queries.tree import tree
from caytre.units.rules.change import rename
from countries import AT, LAW
from factories import person
from vanban.units.model import Link, Record, State, place_uid
from vanban.units.model import Succession as Heirship

NEXT = date(2032, 1, 1)
SUOI_TRUC, GHENH_SOI, NEW, BEN_MAY = (
    place_uid(code, level=level, since=None)
    for code, level in (("91110", "commune"), ("91111", "commune"), ("91112", "commune"), ("91", "province"))
)


def commune(uid: str, name: str, **span: date) -> Record:
    return Record(
        uid, "commune", (State(name, "xã", name[3:], **span),), (Link(BEN_MAY, **span),), code="9111"
    )


FIRST = (
    Record(
        BEN_MAY, "province", (State("Tỉnh Bến Mây", "tỉnh", "Bến Mây"),), code="91", code_is_verified=False
    ),
    commune(SUOI_TRUC, "Xã Suối Trúc"),
    commune(GHENH_SOI, "Xã Ghềnh Sỏi"),
)
# Suối Trúc ends and a new commune takes over; Ghềnh Sỏi becomes a ward.
SECOND = (
    FIRST[0],
    commune(SUOI_TRUC, "Xã Suối Trúc", until=NEXT),
    replace(
        FIRST[2],
        states=(
            State("Xã Ghềnh Sỏi", "xã", "Ghềnh Sỏi", until=NEXT),
            State("Phường Ghềnh Sỏi", "phường", "Ghềnh Sỏi", since=NEXT),
        ),
    ),
    commune(NEW, "Xã Mây Suối", since=NEXT),
)
HEIRS = (Heirship(SUOI_TRUC, NEW, NEXT, share="whole", is_default=True, source="9/NQ-QH"),)


def load(records, *, mark, successions=()):
    return national.load(records, successions=successions, mark=mark, at=AT)


@pytest.mark.django_db
def test_a_set_makes_units_with_their_states_and_links():
    report = load(FIRST, mark="a")
    assert (report.units, report.rows, report.kept) == (3, 0, [])
    assert tree("state", on=NEXT).depth(Unit.objects.get(pk=SUOI_TRUC).pk) == 1
    assert not Unit.objects.get(pk=BEN_MAY).code_is_verified
    assert directory().get(SUOI_TRUC).states == FIRST[1].states
    assert Event.objects.get(name="units.national.loaded").details["units"] == 3


@pytest.mark.django_db
def test_the_same_set_again_changes_nothing():
    load(FIRST, mark="a")
    before = list(UnitState.objects.values_list()), list(UnitLink.objects.values_list())
    report = load(FIRST, mark="a")
    assert (report.units, report.rows, report.closed, report.successions) == (0, 0, 0, 0)
    assert (list(UnitState.objects.values_list()), list(UnitLink.objects.values_list())) == before


@pytest.mark.django_db
def test_a_newer_set_adds_and_closes():
    load(FIRST, mark="a")
    report = load(SECOND, mark="b", successions=HEIRS)
    assert (report.units, report.rows, report.closed, report.successions) == (1, 1, 3, 1)
    assert directory().get(SUOI_TRUC).states == SECOND[1].states
    assert directory().get(GHENH_SOI).states == SECOND[2].states
    assert [heir.unit.uid for heir in directory().heirs(SUOI_TRUC, today=NEXT)] == [NEW]
    event = UnitEvent.objects.get()
    assert (event.is_shipped, event.kind, event.legal_basis) == (True, "merge", "9/NQ-QH")
    assert load(SECOND, mark="b", successions=HEIRS).successions == 0
    assert Succession.objects.count() == 1


@pytest.mark.django_db
def test_what_people_changed_stays_as_they_left_it():
    load(FIRST, mark="a")
    ghenh_soi = Unit.objects.get(pk=GHENH_SOI)
    change = rename(ghenh_soi.pk, name="Phường Ghềnh Đá", kind="phường", short="Ghềnh Đá", basis=LAW)
    events.apply(plan_of(change), by=person(), at=AT)
    report = load(SECOND, mark="b", successions=HEIRS)
    assert report.kept == [GHENH_SOI]
    assert ghenh_soi.states.open().get().name == "Phường Ghềnh Đá"
    assert Unit.objects.get(pk=SUOI_TRUC).states.get().valid_to == NEXT


@pytest.mark.django_db
def test_the_shipped_set_is_loaded_once_and_holds_together():
    report = national.load_shipped(at=AT)
    assert report is not None and report.units > 14_000
    assert national.load_shipped(at=AT) is None
    connection.check_constraints()
    day = date(2025, 7, 1)
    grown = tree("state", on=day)
    communes = UnitState.objects.as_of(day).filter(unit__level="commune").values_list("unit", flat=True)
    assert len(communes) == 3321
    assert {grown.depth(unit) for unit in communes} == {2}
    provinces = [unit for unit in grown.branches if grown.depth(unit) == 1 and len(grown.children(unit)) > 20]
    assert len(provinces) == 34
    before = tree("state", on=date(2025, 6, 30))
    assert len(before.parents) > 10_000 + 696 + 63
