"""What is decided about accounts, as tables."""

import pytest

from caytre.accounts.rules import lasting
from caytre.accounts.rules.second_step import ROLES, may_go_on_without, needs_second_step
from caytre.units.models import Role

HOUR, DAY = 3600, 24 * 3600
ORDINARY = lasting.Limits(idle=7 * DAY, longest=30 * DAY)


@pytest.mark.parametrize(
    ("began", "seen", "at", "over"),
    [
        (0, 0, 7 * DAY, False),
        (0, 0, 7 * DAY + 1, True),
        (0, 29 * DAY, 30 * DAY, False),
        (0, 30 * DAY, 30 * DAY + 1, True),
        (DAY, DAY, DAY - HOUR, False),
        (DAY, DAY, DAY - HOUR - 1, True),
    ],
)
def test_a_session_lasts(began, seen, at, over):
    assert lasting.is_over(began=began, seen=seen, at=at, limits=ORDINARY) == over


@pytest.mark.parametrize(("change_by", "must"), [(None, False), (99.0, True), (100.0, True), (101.0, False)])
def test_a_given_password_must_be_changed_from_its_day_on(change_by, must):
    assert lasting.must_change_password(change_by, at=100) == must


def test_who_approves_or_administers_needs_a_second_step():
    assert set(Role.values) > ROLES
    assert {role for role in Role.values if needs_second_step([role], is_superuser=False)} == ROLES
    assert needs_second_step([], is_superuser=True) and not needs_second_step([], is_superuser=False)
    assert needs_second_step(["clerk", "leader"], is_superuser=False)


@pytest.mark.parametrize(
    ("alone", "administering", "may"),
    [(True, False, True), (True, True, False), (False, False, False), (False, True, False)],
)
def test_without_it_one_person_alone_may_look_around(alone, administering, may):
    assert may_go_on_without(is_only_account=alone, is_administering=administering) == may
