"""Who sees plans, tasks and what is done of them."""

import pytest

from caytre.units.models import Role
from caytre.units.queries.standing import acting
from caytre.work.models import Occurrence, Part, Party, Plan, Standing, Task
from countries import TODAY, post
from factories import person, read
from works import occurrence, plan, task


@pytest.fixture
def given(country, officer, tmp_path):
    """Suối Trúc gives a task to its office of economy, of which there is one occurrence."""
    made = plan(read(tmp_path, by=officer), of=country.suoi_truc, by=officer)
    one = task("Chọn giống tre", of=country.suoi_truc, by=officer, lead=country.economy, plan=made)
    occurrence(one, unit=country.economy)
    return one


def seen(at, role=Role.IMPLEMENTER):
    """How many plans, tasks and occurrences somebody at a unit sees."""
    user = person("ai-do")
    post(user, at=at, role=role)
    acting(user, on=TODAY)
    return tuple(model.objects.visible_to(user).count() for model in (Plan, Task, Occurrence))


@pytest.mark.parametrize(
    ("at", "sees"),
    [
        ("suoi_truc", (1, 1, 1)),
        ("economy", (1, 1, 1)),
        ("ben_may", (1, 1, 1)),
        ("ghenh_soi", (0, 0, 0)),
        ("nui_xanh", (0, 0, 0)),
        ("culture", (0, 0, 0)),
        ("government", (1, 1, 1)),
    ],
)
def test_the_giver_the_doer_and_those_above_see(country, given, at, sees):
    assert seen(getattr(country, at)) == sees


def test_a_draft_is_seen_by_its_own_side_only(country, given):
    Task.objects.update(standing=Standing.DRAFT)
    Plan.objects.update(standing=Standing.DRAFT)
    Occurrence.objects.all().delete()
    assert seen(country.economy) == (0, 0, 0)


@pytest.mark.parametrize(
    ("part", "sees"),
    [
        (Part.COORDINATE, (1, 1, 1)),
        (Part.MONITOR, (1, 1, 1)),
        (Part.INFORM, (1, 1, 0)),
        (Part.MEMBER, (1, 1, 0)),
    ],
)
def test_who_helps_sees_what_is_done_and_a_sister_does_not(country, given, part, sees):
    Party.objects.create(task=given, part=part, uid=country.ghenh_soi.pk)
    assert seen(country.ghenh_soi) == sees


def test_who_lost_the_account_sees_nothing(country, given):
    user = person("da-nghi")
    post(user, at=country.suoi_truc, role=Role.FOCAL)
    user.is_active = False
    acting(user, on=TODAY)
    assert not any(model.objects.visible_to(user).exists() for model in (Plan, Task, Occurrence))
