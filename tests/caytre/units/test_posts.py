"""Posts are given and ended by those who may."""

from __future__ import annotations

from datetime import timedelta

import pytest

from caytre.core.models import Event
from caytre.units.actions import posts
from caytre.units.models import Role
from caytre.units.queries.scope import posts_of
from caytre.units.rules import posts as rules
from caytre.units.rules.change import merge
from countries import AT, LATER, TODAY, TWO_TIERS, happen
from factories import person

DAY = timedelta(days=1)


def give(user, unit, **days):
    return posts.give(user, unit=unit, role=Role.CLERK, by=None, at=AT, **days)


def test_a_post_is_given_for_a_time_and_noted(country):
    user = person()
    made = give(user, country.suoi_truc, since=TODAY, until=TODAY + 5 * DAY)
    assert [one.pk for one in posts_of(user, on=TODAY)] == [made.pk]
    assert posts_of(user, on=TODAY + 5 * DAY) == []
    event = Event.objects.get(name="units.post.given")
    assert (event.about, event.details["unit"]) == (str(made.pk), str(country.suoi_truc.pk))


@pytest.mark.parametrize(
    ("place", "since", "until", "refusal"),
    [
        ("suoi_truc", TODAY, TODAY, rules.WrongSpan),
        ("lau", TODAY, None, rules.OutsideUnit),
        ("lau", TWO_TIERS - DAY, None, rules.OutsideUnit),
        ("suoi_truc", TWO_TIERS - DAY, None, rules.OutsideUnit),
        ("ghenh_soi", TODAY, None, rules.HeldAlready),
        ("ghenh_soi", TODAY + 20 * DAY, TODAY + 30 * DAY, rules.HeldAlready),
    ],
)  # fmt: skip
def test_a_post_that_makes_no_sense_is_refused(country, place, since, until, refusal):
    user = person()
    give(user, country.ghenh_soi, since=TODAY + 10 * DAY)
    with pytest.raises(refusal):
        give(user, getattr(country, place), since=since, until=until)


def test_the_same_post_can_be_given_again_after_it_ended(country):
    user = person()
    give(user, country.ghenh_soi, since=TODAY, until=TODAY + DAY)
    give(user, country.ghenh_soi, since=TODAY + DAY)
    assert len(posts_of(user, on=TODAY)) == len(posts_of(user, on=TODAY + DAY)) == 1


def test_a_post_in_a_unit_that_will_end_must_end_before_it(country):
    happen(merge([country.ghenh_soi.pk], into=country.suoi_truc.pk, basis=LATER))
    user = person()
    with pytest.raises(rules.OutsideUnit):
        give(user, country.ghenh_soi, since=TODAY)
    give(user, country.ghenh_soi, since=TODAY, until=LATER.effective)


def test_a_post_is_ended_once(country):
    user = person()
    made = give(user, country.suoi_truc, since=TODAY)
    posts.end(made, on=TODAY + DAY, by=None, at=AT)
    assert len(posts_of(user, on=TODAY)) == 1 and posts_of(user, on=TODAY + DAY) == []
    with pytest.raises(rules.EndedAlready):
        posts.end(made, on=TODAY + 2 * DAY, by=None, at=AT)


def test_a_post_that_has_not_begun_is_withdrawn(country):
    user = person()
    made = give(user, country.suoi_truc, since=TODAY + DAY)
    posts.end(made, on=TODAY, by=None, at=AT)
    assert not user.posts.exists()
    assert Event.objects.get(name="units.post.withdrawn").details["user"] == user.pk
