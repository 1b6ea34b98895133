"""Who may look after which account, and give and end its posts."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

import pytest

from caytre.units.rules.people import (
    Account,
    Closed,
    LastOwn,
    NoPeople,
    NotTheirs,
    Oneself,
    OnlySuperusers,
    Open,
    can_close,
    can_end_post,
    can_give_password,
    can_give_post,
    can_look_after,
    can_open_account,
    can_reopen,
    can_see_people,
)
from caytre.units.rules.posts import NotAdministrator, NotOneself
from caytre.units.rules.reach import EVERYTHING, NOTHING, Reach

HERE, THERE = UUID(int=1), UUID(int=2)
CLERK, CHIEF = ("clerk", HERE), ("administrator", HERE)


@dataclass(frozen=True)
class Asking:
    pk: int
    reach: Reach
    is_superuser: bool = False


CHIEF_HERE = Asking(1, Reach(posts=frozenset({CHIEF}), administered=frozenset({HERE})))
CLERK_HERE = Asking(2, NOTHING)
ROOT = Asking(3, EVERYTHING, is_superuser=True)


def account(*posts, pk=9, **more):
    return Account(pk, posts=frozenset(posts), **more)


LOOKED_AFTER = [
    (CHIEF_HERE, account(CLERK), None),
    (CHIEF_HERE, account(CLERK, ("clerk", THERE)), NotTheirs),
    (CHIEF_HERE, account(CLERK, left=frozenset({HERE})), None),
    (CHIEF_HERE, account(CLERK, left=frozenset({THERE})), NotTheirs),
    (CHIEF_HERE, account(left=frozenset({HERE}), made_by=1), None),
    (CHIEF_HERE, account(left=frozenset({THERE}), made_by=1), NotTheirs),
    (CHIEF_HERE, account(left=frozenset({HERE}), made_by=7), NotTheirs),
    (ROOT, account(CLERK, left=frozenset({THERE})), None),
    (CHIEF_HERE, account(made_by=1), None),
    (CHIEF_HERE, account(made_by=7), NotTheirs),
    (CHIEF_HERE, account(), NotTheirs),
    (CHIEF_HERE, account(CHIEF, pk=1), Oneself),
    (CHIEF_HERE, account(CLERK, is_superuser=True), OnlySuperusers),
    (CLERK_HERE, account(CLERK), NotTheirs),
    (CLERK_HERE, account(made_by=2), NotTheirs),
    (ROOT, account(is_superuser=True), None),
    (ROOT, account(pk=3), Oneself),
]


@pytest.mark.parametrize(("who", "whose", "refusal"), LOOKED_AFTER)
def test_who_looks_after_an_account(who, whose, refusal):
    answer = can_look_after(who, account=whose)
    assert bool(answer) == (refusal is None) and (not refusal or isinstance(answer.refusal, refusal))


POSTS_GIVEN = [
    (CHIEF_HERE, account(CLERK), HERE, None),
    (CHIEF_HERE, account(CLERK), THERE, NotAdministrator),
    (CHIEF_HERE, account(CHIEF, pk=1), HERE, NotOneself),
    (CHIEF_HERE, account(CLERK, is_active=False), HERE, Closed),
    (CLERK_HERE, account(CLERK), HERE, NotAdministrator),
    (ROOT, account(CLERK), THERE, None),
    (ROOT, account(pk=3), HERE, NotOneself),
]


@pytest.mark.parametrize(("who", "whose", "unit", "refusal"), POSTS_GIVEN)
def test_who_gives_a_post(who, whose, unit, refusal):
    answer = can_give_post(who, account=whose, unit=unit)
    assert bool(answer) == (refusal is None) and (not refusal or isinstance(answer.refusal, refusal))


POSTS_ENDED = [
    (CHIEF_HERE, account(CLERK), CLERK, None),
    (CHIEF_HERE, account(CLERK, is_superuser=True), CLERK, OnlySuperusers),
    (CHIEF_HERE, account(CHIEF, pk=1), CHIEF, LastOwn),
    (CHIEF_HERE, account(CHIEF, ("administrator", THERE), pk=1), CHIEF, None),
    (CHIEF_HERE, account(CHIEF, CLERK, pk=1), CLERK, None),
    (CHIEF_HERE, account(("clerk", THERE)), ("clerk", THERE), NotAdministrator),
    (ROOT, account(CHIEF, is_superuser=True), CHIEF, None),
]


@pytest.mark.parametrize(("who", "whose", "held", "refusal"), POSTS_ENDED)
def test_who_ends_a_post(who, whose, held, refusal):
    answer = can_end_post(who, account=whose, role=held[0], unit=held[1])
    assert bool(answer) == (refusal is None) and (not refusal or isinstance(answer.refusal, refusal))


def test_a_closed_account_is_reopened_and_an_open_one_closed():
    shut, usual = account(CLERK, is_active=False), account(CLERK)
    for may, whose, refusal in (
        (can_close, shut, Closed),
        (can_give_password, shut, Closed),
        (can_reopen, usual, Open),
    ):
        assert isinstance(may(CHIEF_HERE, account=whose).refusal, refusal)
    assert can_close(CHIEF_HERE, account=usual) and can_reopen(CHIEF_HERE, account=shut)
    assert can_give_password(CHIEF_HERE, account=usual)


def test_only_administrators_see_people_and_open_accounts():
    assert can_see_people(CHIEF_HERE) and can_see_people(ROOT)
    assert isinstance(can_see_people(CLERK_HERE).refusal, NoPeople)
    assert can_open_account(CHIEF_HERE, unit=HERE) and not can_open_account(CHIEF_HERE, unit=THERE)
