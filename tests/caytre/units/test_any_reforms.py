"""After any sequence of events the past is as it was, no land is lost, and people have the rights that were meant."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from uuid import UUID

import pytest
from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis.stateful import invariant, run_state_machine_as_test

from caytre.units.models import Post, Succession, UnitLink, UnitState
from countries import as_of
from reforms import Reforms, lands

FEW = settings(
    max_examples=15, stateful_step_count=12, deadline=None, suppress_health_check=list(HealthCheck)
)
NEVER = date.max


class Watched(Reforms):
    """The reforms, looked at after every step."""

    def __init__(self) -> None:
        super().__init__()
        self.attempt = transaction.atomic()
        self.attempt.__enter__()

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.attempt.__exit__(None, None, None)

    def lives(self) -> dict[UUID, tuple[date, date]]:
        """When each unit began and ended; its states follow each other without a gap."""
        states = defaultdict(list)
        for unit, since, until in UnitState.objects.values_list("unit", "valid_from", "valid_to"):
            states[unit].append((since or date.min, until or NEVER))
        for spans in states.values():
            spans.sort()
            assert all(before[1] == after[0] for before, after in zip(spans, spans[1:], strict=False))
        return {unit: (spans[0][0], spans[-1][1]) for unit, spans in states.items()}

    @invariant()
    def the_past_is_as_it_was(self) -> None:
        for day, (states, links) in self.past.items():
            assert as_of(day) == (states, links), day

    @invariant()
    def no_land_is_lost_or_held_twice(self) -> None:
        for day, (land, province, _) in self.then.items():
            alive = set(UnitState.objects.as_of(day).filter(kind="tỉnh").values_list("unit", flat=True))
            assert sorted(lands(day, land=land, provinces=alive)) == sorted(province.items()), day

    @invariant()
    def people_have_the_posts_that_were_meant(self) -> None:
        for day, (_, _, posts) in self.then.items():
            held = Post.objects.as_of(day).values_list("user", "role", "unit")
            assert sorted(held) == sorted(posts), day

    @invariant()
    def rows_of_one_unit_follow_each_other(self) -> None:
        lives = self.lives()
        links = defaultdict(list)
        for child, parent, since, until in UnitLink.objects.values_list(
            "child", "parent", "valid_from", "valid_to"
        ):
            span = (since or date.min, until or NEVER)
            links[child].append(span)
            for one in (child, parent):
                assert lives[one][0] <= span[0] and span[1] <= lives[one][1]
        for spans in links.values():
            spans.sort()
            assert all(before[1] <= after[0] for before, after in zip(spans, spans[1:], strict=False))

    @invariant()
    def every_unit_but_the_root_has_a_parent_all_its_life(self) -> None:
        for day in self.past:
            living = set(UnitState.objects.as_of(day).values_list("unit", flat=True))
            led = set(UnitLink.objects.as_of(day).values_list("child", flat=True))
            assert not living or living - led == {self.root.pk}

    @invariant()
    def predecessors_and_successors_meet_in_time(self) -> None:
        lives = self.lives()
        for one in Succession.objects.select_related("event"):
            before, on = lives[one.predecessor_id], one.event.effective
            assert before[0] < on <= before[1]
            if one.successor_id:
                after = lives[one.successor_id]
                assert after[0] <= on < after[1]


@pytest.mark.django_db
def test_any_reforms():
    run_state_machine_as_test(Watched, settings=FEW)


@pytest.mark.django_db
def test_the_watch_finds_a_row_of_the_past_that_was_edited(country):
    day = date(2030, 1, 1)
    past = as_of(day)
    UnitState.objects.filter(unit=country.lau).update(name="Xã Khác")
    assert as_of(day) != past


@pytest.mark.django_db
def test_the_watch_finds_land_that_is_held_twice(country):
    land = {country.suoi_truc.pk: frozenset({1}), country.ghenh_soi.pk: frozenset({1, 2})}
    day = date(2031, 1, 1) + timedelta(days=1)
    found = lands(day, land=land, provinces=[country.ben_may.pk])
    assert sorted(found) == [(1, country.ben_may.pk), (1, country.ben_may.pk), (2, country.ben_may.pk)]
