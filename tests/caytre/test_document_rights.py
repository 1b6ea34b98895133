"""Which role may do what with a document, and by which post."""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import UUID, uuid4

import pytest

from caytre.documents.rules import permissions as rules
from caytre.units.models import Role
from caytre.units.rules.capacity import ROLES, Held, headed
from caytre.units.rules.reach import EVERYTHING, Reach

OWN, OTHER = uuid4(), uuid4()
KEEPERS = {"focal", "clerk", "administrator"}


@dataclass(frozen=True)
class Somebody:
    pk: int = 1
    reach: Reach = field(default_factory=Reach)
    is_active: bool = True
    is_superuser: bool = False


@dataclass(frozen=True)
class Paper:
    unit_id: UUID | None = OWN
    received_by_id: int = 2
    state: str = "read"


def holder(role: str, *, unit: UUID = OWN, pk: int = 1) -> Somebody:
    return Somebody(pk, Reach(units=frozenset({OWN, OTHER}), posts=frozenset({(role, unit)})))


def test_every_role_has_its_words():
    assert set(ROLES) == set(Role.values)
    assert rules.ROLES["export"] == set(Role.values)


@pytest.mark.parametrize("role", Role.values)
def test_roles_may_what_the_table_says_in_their_own_unit(role):
    someone, paper = holder(role), Paper()
    assert bool(rules.can_upload(someone, unit=OWN)) == (role in KEEPERS)
    assert bool(rules.can_correct(someone, paper=paper)) == (role in KEEPERS)
    assert bool(rules.can_read_again(someone, paper=paper)) == (role in KEEPERS)
    assert bool(rules.can_stop(someone, paper=Paper(state="queued"))) == (role in KEEPERS)
    assert bool(rules.can_remove(someone, paper=paper)) == (role == "administrator")
    assert rules.can_export(someone, paper=paper)


@pytest.mark.parametrize("role", Role.values)
def test_to_see_a_document_of_another_unit_is_not_to_change_it(role):
    someone, paper = holder(role, unit=OTHER), Paper()
    assert not rules.can_upload(someone, unit=OWN)
    assert not rules.can_correct(someone, paper=paper)
    assert not rules.can_read_again(someone, paper=paper)
    assert not rules.can_remove(someone, paper=paper)
    assert rules.can_export(someone, paper=paper)


def test_whoever_brought_it_in_may_remove_it_while_they_may_enter_documents_there():
    paper = Paper(received_by_id=1)
    assert rules.can_remove(holder("clerk"), paper=paper)
    assert not rules.can_remove(holder("leader"), paper=paper)
    assert not rules.can_remove(holder("clerk", unit=OTHER), paper=paper)
    assert rules.can_export(Somebody(), paper=paper)


def test_what_no_office_has_yet_is_whoever_s_brought_it_in():
    paper = Paper(unit_id=None, received_by_id=1)
    assert rules.can_correct(Somebody(), paper=paper) and rules.can_remove(Somebody(), paper=paper)
    assert not rules.can_correct(Somebody(pk=3), paper=paper)
    assert not rules.can_upload(Somebody(), unit=None)
    assert not rules.can_export(Somebody(pk=3), paper=paper)


def test_the_administrator_of_the_system_may_everything_and_a_closed_account_nothing():
    chief = Somebody(reach=EVERYTHING, is_superuser=True)
    closed = Somebody(reach=EVERYTHING, is_superuser=True, is_active=False)
    for may in (rules.can_correct, rules.can_read_again, rules.can_remove, rules.can_export):
        assert may(chief, paper=Paper()) and not may(closed, paper=Paper(received_by_id=1))
    assert rules.can_upload(chief, unit=None) and not rules.can_upload(closed, unit=None)
    assert rules.can_give(chief) and not rules.can_give(closed) and not rules.can_give(holder("leader"))


@pytest.mark.parametrize(
    ("answer", "refusal"),
    [
        (rules.can_upload(holder("leader"), unit=OWN), rules.MayNotUpload),
        (rules.can_correct(holder("leader"), paper=Paper()), rules.MayNotCorrect),
        (rules.can_stop(holder("leader"), paper=Paper(state="queued")), rules.MayNotHaveRead),
        (rules.can_stop(holder("clerk"), paper=Paper()), rules.NotWaiting),
        (rules.can_read_again(holder("leader"), paper=Paper()), rules.MayNotHaveRead),
        (rules.can_read_again(holder("clerk"), paper=Paper(state="reading")), rules.StillWaiting),
        (rules.can_remove(holder("clerk"), paper=Paper()), rules.MayNotRemove),
        (rules.can_export(Somebody(), paper=Paper()), rules.MayNotExport),
        (rules.can_give(holder("administrator")), rules.MayNotGive),
    ],
)
def test_a_no_has_its_reason(answer, refusal):
    with pytest.raises(refusal):
        answer.or_raise()


def test_a_post_says_in_which_capacity():
    at = headed("Xã Suối Trúc", is_place=True)
    clerk = Held(1, "clerk", OWN, at)
    assert clerk.capacity == "Văn thư, UBND xã Suối Trúc"
    assert len(Held(1, "clerk", OWN, "Sở " * 100).capacity) == 200
