"""What waits for a person because a unit ended, and how it is decided."""

from __future__ import annotations

from datetime import timedelta

import pytest

from caytre.core.models import Event
from caytre.units.actions import handover
from caytre.units.models import Handover, Role
from caytre.units.queries.handover import queue
from caytre.units.queries.scope import reach
from caytre.units.rules.change import dissolve, split
from caytre.units.rules.checks import NotThere
from caytre.units.rules.permissions import can_decide
from countries import AT, LAW, TODAY, happen, newcomer, post
from factories import person

LATER = TODAY + timedelta(days=10)
UNTIL = TODAY + timedelta(days=90)


@pytest.fixture
def clerk(country):
    """Somebody whose commune was split in two, so that their post ended."""
    user = person("vanthu")
    post(user, at=country.ghenh_soi, role=Role.CLERK, until=UNTIL)
    parts = [
        newcomer(name, kind="xã", level="commune", state=country.ben_may) for name in ("Xã Đá", "Xã Sim")
    ]
    happen(split(country.ghenh_soi.pk, into=parts, basis=LAW))
    return user


def administrator(country, place):
    user = person(f"quantri-{place}")
    post(user, at=getattr(country, place), role=Role.ADMINISTRATOR)
    return user


def test_it_waits_with_whoever_administers_the_unit_that_ended(country, clerk):
    (waiting,) = queue(administrator(country, "ben_may"), on=TODAY)
    assert (waiting.name, waiting.user, waiting.role) == ("Phường Ghềnh Sỏi", clerk, Role.CLERK)
    assert {heir.unit.name for heir in waiting.heirs} == {"Xã Đá", "Xã Sim"}
    assert queue(administrator(country, "doi_cao"), on=TODAY) == []
    assert queue(clerk, on=TODAY) == []


def test_a_post_is_given_at_the_heir_from_the_day_of_the_decision(country, clerk):
    chief = administrator(country, "ben_may")
    (waiting,) = queue(chief, on=TODAY)
    handover.decide(waiting.handover, heir=country.suoi_truc, why="Theo đơn", on=LATER, by=chief, at=AT)
    assert list(clerk.posts.filter(unit=country.suoi_truc).values_list("role", "valid_from", "valid_to")) == [
        (Role.CLERK, LATER, UNTIL)
    ]
    assert queue(chief, on=TODAY) == []
    assert Event.objects.filter(name="units.handover.decided", about=str(waiting.handover.pk)).exists()
    with pytest.raises(handover.DecidedAlready):
        handover.decide(waiting.handover, heir=None, on=LATER, by=chief, at=AT)


def test_nobody_may_go_on_with_it(country, clerk):
    chief = administrator(country, "ben_may")
    (waiting,) = queue(chief, on=TODAY)
    handover.decide(waiting.handover, heir=None, on=LATER, by=chief, at=AT)
    assert not clerk.posts.as_of(LATER)
    assert Handover.objects.get().decided_by == chief


def test_a_post_whose_time_is_over_is_not_given(country, clerk):
    handover.decide(Handover.objects.get(), heir=country.suoi_truc, on=UNTIL, by=person("an"), at=AT)
    assert not clerk.posts.filter(unit=country.suoi_truc)


def test_a_post_that_the_person_has_at_the_heir_is_not_given_twice(country, clerk):
    post(clerk, at=country.suoi_truc, role=Role.CLERK)
    handover.decide(Handover.objects.get(), heir=country.suoi_truc, on=LATER, by=person("an"), at=AT)
    assert clerk.posts.filter(unit=country.suoi_truc).count() == 1


def test_an_heir_that_has_ended_is_refused(country, clerk):
    with pytest.raises(NotThere):
        handover.decide(Handover.objects.get(), heir=country.lau, on=LATER, by=person("an"), at=AT)


def test_who_may_decide(country, clerk):
    unit, heir, far = country.ghenh_soi.pk, country.suoi_truc.pk, country.nui_xanh.pk
    chief, other = administrator(country, "ben_may"), administrator(country, "doi_cao")
    for user, wanted, may in [
        (chief, heir, True), (chief, None, True), (chief, far, False), (other, far, False), (clerk, heir, False),
        (person("goc", is_superuser=True), far, True),
    ]:  # fmt: skip
        user.reach = reach(user, on=TODAY)
        assert bool(can_decide(user, units={unit, wanted or unit})) == may


def test_what_nobody_takes_over_is_still_asked(country):
    post(person("an"), at=country.culture, role=Role.EDITOR)
    happen(dissolve(country.culture.pk, basis=LAW))
    (waiting,) = queue(administrator(country, "ben_may"), on=TODAY)
    assert waiting.heirs == ()
