"""Whatever steps anybody tries, in any order: what the tables allow happens, anything else changes nothing."""

from datetime import timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from caytre.core.models import Event
from caytre.core.refusals import Refused
from caytre.units.models import Role
from caytre.work.actions import directing, doing, extending
from caytre.work.models import Occurrence
from caytre.work.rules.deeds import DEEDS, offers
from countries import AT, TODAY
from works import DUE, at_work, occurrence, task

# By deed: at which side, which roles may, from which states, and the state after it. Written by hand, to be read
# against the rules.
TABLE = {
    "receive": ("does", ("focal", "leader", "clerk", "implementer"), ("open",), "doing"),
    "object": ("does", ("focal", "leader", "clerk", "implementer"), ("open", "doing"), "objected"),
    "hand": ("does", ("focal", "leader"), ("open", "doing", "returned"), "doing"),
    "show": ("does", ("focal", "leader", "implementer"), ("open", "doing", "returned"), "doing"),
    "claim": ("does", ("focal", "leader", "implementer"), ("open", "doing", "returned"), "claimed"),
    "ask": ("does", ("focal", "leader"), ("open", "doing", "returned"), None),
    "uphold": ("gives", ("focal", "leader"), ("objected",), "open"),
    "verify": ("gives", ("focal", "leader"), ("claimed",), "verified"),
    "give-back": ("gives", ("focal", "leader"), ("claimed",), "returned"),
    "decide": ("gives", ("focal", "leader"), ("open", "doing", "returned", "claimed"), None),
    "withdraw": (
        "gives",
        ("focal", "leader"),
        ("open", "objected", "doing", "returned", "claimed"),
        "withdrawn",
    ),
    "pass": (
        "gives",
        ("focal", "leader"),
        ("open", "objected", "doing", "returned", "claimed"),
        "superseded",
    ),
}


@pytest.fixture
def country_with_people(country):
    """Everybody of both units, by side and role."""
    sides = {"gives": country.suoi_truc, "does": country.economy}
    people = {
        (side, role): at_work(f"{side}-{role}", at=unit, role=role)
        for side, unit in sides.items()
        for role in Role.values
    }
    return country, people


def attempt(deed, one, by, people, country):
    """Take the step on the present version."""
    common = {"by": by, "at": AT, "seen": one.version}
    later = (one.due_on + timedelta(days=3), one.due_on + timedelta(days=5))
    {
        "receive": lambda: doing.receive(one, **common),
        "object": lambda: doing.object_to(one, text="Không thuộc.", instead=None, **common),
        "hand": lambda: doing.hand(one, to=people["does", "implementer"], **common),
        "show": lambda: doing.show(one, percent=50, text="", **common),
        "claim": lambda: doing.claim(one, text="", **common),
        "ask": lambda: extending.ask(one, until=later[1], text="Mưa.", **common),
        "uphold": lambda: directing.uphold(one, text="Đúng.", **common),
        "verify": lambda: directing.verify(one, **common),
        "give-back": lambda: directing.give_back(one, text="Thiếu.", **common),
        "decide": lambda: extending.decide(one, due_on=later[0], **common),
        "withdraw": lambda: directing.withdraw(one, text="Thôi.", **common),
        "pass": lambda: directing.pass_to(one, unit=country.finance, text="Chuyển.", **common),
    }[deed]()


@settings(
    max_examples=60, deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)  # fmt: skip
@given(
    steps=st.lists(
        st.tuples(
            st.sampled_from(sorted(TABLE)), st.sampled_from(["gives", "does"]), st.sampled_from(Role.values)
        ),
        max_size=14,
    )
)
def test_what_the_table_allows_happens_and_nothing_else(country_with_people, steps):
    country, people = country_with_people
    with transaction.atomic():
        given_task = task(
            "Chọn giống tre", of=country.suoi_truc, by=people["gives", "focal"], lead=country.economy
        )
        one, taken, asks = occurrence(given_task, unit=country.economy), [], False
        for deed, side, role in steps:
            by = people[side, role]
            own, roles, states, after = TABLE[deed]
            holds = one.holder_id == by.pk and deed in ("show", "claim")
            allowed = (side == own and (role in roles or holds)) and one.state in states
            allowed = allowed and (not asks if deed == "ask" else asks if deed == "decide" else True)
            offer = {
                offer.deed: offer.refusal
                for offer in offers(by, given=one, state=one.state, is_due=True, asks=asks)
            }
            assert (deed in offer and offer[deed] is None) == allowed, "the page offers what may be done"
            before = (one.state, one.version, one.due_on, one.percent)
            try:
                with transaction.atomic():
                    attempt(deed, one, by, people, country)
            except Refused:
                assert not allowed, f"{deed} by {side} {role} in {one.state}"
                one.refresh_from_db()
                assert (one.state, one.version, one.due_on, one.percent) == before
                continue
            assert allowed, f"{deed} by {side} {role} in {before[0]}"
            one.refresh_from_db()
            assert one.state == (after or before[0]) and one.version == before[1] + 1
            asks = (deed == "ask") or (asks and deed != "decide")
            taken.append(by.pk)
        assert list(one.entries.values_list("by", flat=True)) == taken
        events = Event.objects.filter(about=str(one.pk)).order_by("id")
        assert [event.details["version"] for event in events] == list(range(2, len(taken) + 2))
        assert Occurrence.objects.filter(task=given_task).count() == 1 + (one.state == "superseded")
        assert one.due_on == DUE + 3 * timedelta(days=1) * one.extensions.filter(granted=True).count()
        transaction.set_rollback(True)


def test_the_table_knows_all_deeds(country_with_people):
    assert set(TABLE) == set(DEEDS) and TODAY < DUE
