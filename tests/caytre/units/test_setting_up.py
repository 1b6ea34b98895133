"""Usual agencies become units of the database."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest

from caytre.core.models import Event
from caytre.units.actions import setup
from caytre.units.models import Role, Structure, Unit
from caytre.units.queries.directory import directory
from caytre.units.queries.planning import known
from caytre.units.queries.scope import reach
from caytre.units.queries.tree import tree
from caytre.units.rules.checks import UnknownUnit
from countries import AT, TODAY, post
from factories import person
from vanban.units.model import agency_uid

JUNE = date(2025, 6, 1)


def test_a_province_is_set_up_once(country):
    new = setup.set_up(country.ben_may, on=TODAY, by=None, at=AT)
    names = {known(unit.pk).name(TODAY) for unit in new}
    assert {"Sở Nội vụ tỉnh Bến Mây", "Hội đồng nhân dân tỉnh Bến Mây"} <= names
    assert not {"Sở Tài chính tỉnh Bến Mây", "Tỉnh ủy Bến Mây"} & names, "they were there"
    assert {str(unit.pk) for unit in new if unit.seat_id} <= {
        agency_uid(unit.template, seat=str(country.ben_may.pk)) for unit in new
    }
    assert setup.set_up(country.ben_may, on=TODAY, by=None, at=AT) == []
    assert Event.objects.filter(name="units.unit.set_up").count() == len(new)


def test_an_agency_that_only_some_places_have_is_not_set_up_unasked(country):
    new = setup.set_up(country.ben_may, on=TODAY, by=None, at=AT)
    templates = directory().templates
    assert all(templates[unit.template].is_everywhere for unit in new if unit.seat_id)
    rare = next(
        one
        for one in templates.values()
        if one.level == "province" and not one.is_everywhere and not one.places
    )
    uid = agency_uid(rare.key, seat=str(country.ben_may.pk))
    assert setup.ensure(uid, by=None, at=AT).template == rare.key


def test_set_up_units_stand_in_the_trees_and_are_reached(country):
    setup.set_up(country.suoi_truc, on=TODAY, by=None, at=AT)
    uid = agency_uid("hdnd-xa", seat=str(country.suoi_truc.pk))
    office = Unit.objects.get(pk=uid)
    assert tree("state", on=TODAY).parent(office.pk) is not None
    user = person()
    post(user, at=country.ben_may, role=Role.FOCAL)
    assert reach(user, on=TODAY).sees(office.pk)


def test_setting_up_changes_no_meaning(country):
    before = directory()
    uid = agency_uid("so-noi-vu", seat=str(country.doi_cao.pk))
    assert before.unit(uid, on=TODAY).name == "Sở Nội vụ tỉnh Đồi Cao"
    setup.ensure(uid, by=None, at=AT)
    assert directory() is before
    Structure.objects.update(meaning=uuid4())
    assert directory() is not before
    assert directory().get(uid) == before.get(uid)


def test_a_unit_that_is_there_is_left_as_it_is(country):
    assert setup.ensure(country.lau.pk, by=None, at=AT) == country.lau
    with pytest.raises(UnknownUnit):
        setup.ensure(uuid4(), by=None, at=AT)
