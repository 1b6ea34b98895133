"""Units are reorganised: who may, and what becomes of everything that points to a unit."""

from __future__ import annotations

import pytest
from django.db.models import ForeignObjectRel

from caytre.flows import TREATMENTS, Treatment, reorganise
from caytre.units.models import Role, Unit
from caytre.units.queries.planning import known, plan_of
from caytre.units.queries.scope import reach
from caytre.units.rules.change import merge, split
from caytre.units.rules.permissions import MayNotChange
from countries import AT, LAW, TODAY, newcomer, post, small_country
from factories import person
from works import occurrence, task


def pointing(model: type) -> set[str]:
    """Every foreign key to a model, also those that cannot be followed back."""
    relations = [
        field for field in model._meta.get_fields(include_hidden=True) if isinstance(field, ForeignObjectRel)
    ]
    return {f"{one.related_model._meta.label}.{one.field.name}" for one in relations}


def test_it_is_said_of_every_foreign_key_to_a_unit_what_becomes_of_it():
    assert pointing(Unit) == set(TREATMENTS)


def test_a_hidden_foreign_key_is_found():
    assert "units.Handover.heir" in pointing(Unit)
    assert "units.UnitState.opened_by" not in pointing(Unit)


@pytest.fixture
def country(db):
    return small_country()


@pytest.fixture
def administrator(country):
    """Of the province Bến Mây."""
    user = person("quantri-bm")
    post(user, at=country.ben_may, role=Role.ADMINISTRATOR)
    return user


def rows_of(unit: Unit) -> dict[str, set[object]]:
    """The keys of the rows that point to a unit, by foreign key."""
    relations = [
        one for one in Unit._meta.get_fields(include_hidden=True) if isinstance(one, ForeignObjectRel)
    ]
    return {
        f"{one.related_model._meta.label}.{one.field.name}": set(
            one.related_model._base_manager.filter(**{one.field.name: unit}).values_list("pk", flat=True)
        )
        for one in relations
    }


@pytest.mark.parametrize("kind", ["merge", "split"])
def test_rows_that_point_to_a_unit_are_treated_as_it_is_said(country, administrator, kind):
    clerk = person("vanthu")
    post(clerk, at=country.suoi_truc, role=Role.CLERK)
    new = newcomer("Xã Đồi Sim", kind="xã", level="commune", state=country.ben_may)
    other = newcomer("Xã Đồi Mua", kind="xã", level="commune", state=country.ben_may)
    ways = {
        "merge": lambda: merge([country.suoi_truc.pk, country.ghenh_soi.pk], into=new, basis=LAW),
        "split": lambda: split(country.suoi_truc.pk, into=[new, other], basis=LAW),
    }
    given = task("Trồng tre", of=country.ben_may, by=administrator, lead=country.suoi_truc)
    occurrence(given, unit=country.suoi_truc)
    before = rows_of(country.suoi_truc)
    reorganise(plan_of(ways[kind]()), by=administrator, at=AT)
    after = rows_of(country.suoi_truc)
    assert all(rows <= after[name] for name, rows in before.items()), "no row of the past is gone or bent"
    heir = rows_of(Unit.objects.get(pk=new.id))
    anew = {name for name, treatment in TREATMENTS.items() if treatment is not Treatment.STAYS}
    goes_on = (
        {"units.UnitLink.parent", "units.Post.unit", "work.Occurrence.unit"} if kind == "merge" else set()
    )
    assert {name for name in anew if heir[name]} == goes_on
    assert clerk.posts.as_of(TODAY).exists() == (kind == "merge")
    assert len(after["units.Handover.unit"]) == (2 if kind == "split" else 0), "the post and the work"


def test_whoever_goes_on_for_a_unit_keeps_what_it_had(country, administrator):
    clerk = person("vanthu")
    post(clerk, at=country.ghenh_soi, role=Role.CLERK)
    change = merge([country.ghenh_soi.pk], into=country.suoi_truc.pk, basis=LAW)
    reorganise(plan_of(change), by=administrator, at=AT)
    mine = reach(clerk, on=TODAY)
    assert mine.sees(country.ghenh_soi.pk) and mine.holds(country.ghenh_soi.pk, Role.CLERK)
    assert mine.holds(country.lau.pk, Role.CLERK), "and what had gone into that one before"
    assert not mine.holds(country.dong_nua.pk, Role.CLERK), "of which it took a part only"


def test_only_an_administrator_of_all_units_concerned_may(country, administrator):
    change = merge([country.ghenh_soi.pk], into=country.nui_xanh.pk, basis=LAW)
    plan = plan_of(change)
    with pytest.raises(MayNotChange):
        reorganise(plan, by=administrator, at=AT)
    assert known(country.ghenh_soi.pk).until is None
    reorganise(plan, by=person("quantri", is_superuser=True), at=AT)
    assert known(country.ghenh_soi.pk).until == TODAY
