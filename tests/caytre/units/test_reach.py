"""What people see and hold with their posts."""

from __future__ import annotations

from datetime import timedelta

import pytest

from caytre.units.models import Role
from caytre.units.queries.scope import posts_of, reach
from countries import TODAY, TWO_TIERS, heir, post, unit
from factories import person

SEEN = {
    "ben_may": {
        "ben_may", "finance", "culture", "district", "lau", "khe", "dong_nua", "suoi_truc", "ghenh_soi", "economy",
    },
    "doi_cao": {"doi_cao", "doi_cao_finance", "nui_xanh"},
    "finance": {"finance"},
    "suoi_truc": {"suoi_truc", "economy", "district", "lau", "khe", "dong_nua"},
    "ghenh_soi": {"ghenh_soi"},
    "economy": {"economy"},
    "ministry": {"ministry"},
    "party": {"party", "party_ben_may", "party_suoi_truc"},
    "party_ben_may": {"party_ben_may", "party_suoi_truc"},
    "front": {"front", "front_ben_may", "front_suoi_truc"},
}  # fmt: skip


@pytest.mark.parametrize("place", SEEN)
def test_a_person_sees_the_unit_of_the_post_and_what_is_below_it_today(country, place):
    user = person()
    post(user, at=getattr(country, place), role=Role.FOCAL)
    seen = reach(user, on=TODAY).units
    assert seen == {getattr(country, name).pk for name in SEEN[place]}


def test_a_post_at_the_government_and_a_superuser_see_everything(country):
    user = person()
    post(user, at=country.government, role=Role.INSPECTOR)
    seen = reach(user, on=TODAY)
    assert seen.units is None and seen.sees(country.party.pk)
    assert not seen.administers(country.ben_may.pk)
    chief = reach(person("quantri", is_superuser=True), on=TODAY)
    assert chief.units is None and chief.administers(country.party.pk)
    assert not chief.holds(country.government.pk, Role.LEADER)


def test_a_role_is_held_at_that_very_unit(country):
    user = person()
    post(user, at=country.ben_may, role=Role.LEADER)
    mine = reach(user, on=TODAY)
    assert mine.holds(country.ben_may.pk, Role.FOCAL, Role.LEADER)
    assert not mine.holds(country.ben_may.pk, Role.FOCAL)
    assert not mine.holds(country.suoi_truc.pk, Role.LEADER)


def test_an_administrator_administers_what_is_below(country):
    user = person()
    post(user, at=country.ben_may, role=Role.ADMINISTRATOR)
    post(user, at=country.nui_xanh, role=Role.FOCAL)
    mine = reach(user, on=TODAY)
    assert mine.administers(country.ben_may.pk) and mine.administers(country.economy.pk)
    assert mine.administers(country.lau.pk), "what ended counts under its last parents"
    assert not mine.administers(country.nui_xanh.pk) and mine.sees(country.nui_xanh.pk)


def test_a_post_counts_from_its_first_day_to_the_one_before_its_last(country):
    user = person()
    post(user, at=country.ben_may, role=Role.FOCAL, since=TODAY, until=TODAY + timedelta(days=2))
    days = [TODAY + timedelta(days=n) for n in (-1, 0, 1, 2)]
    assert [reach(user, on=day).sees(country.ben_may.pk) for day in days] == [False, True, True, False]
    assert [len(posts_of(user, on=day)) for day in days] == [0, 1, 1, 0]


def test_who_is_not_active_reaches_nothing(country):
    user = person(is_superuser=True)
    user.is_active = False
    assert not reach(user, on=TODAY).sees(country.lau.pk)


def test_before_a_merger_takes_effect_the_heir_sees_nothing_of_it(country):
    user = person()
    post(user, at=country.suoi_truc, role=Role.FOCAL)
    assert reach(user, on=TWO_TIERS).sees(country.khe.pk)
    assert not reach(user, on=TWO_TIERS - timedelta(days=1)).sees(country.khe.pk)


def test_a_province_sees_what_its_predecessor_had_in_all_of_its_time(country):
    merged = unit("Tỉnh Mây Cao", kind="tỉnh", level="province", state=country.government, since=TODAY)
    country.doi_cao.states.update(valid_to=TODAY)
    country.doi_cao.links.update(valid_to=TODAY)
    country.nui_xanh.links.update(valid_to=TODAY)
    heir(country.doi_cao, successor=merged, on=TODAY)
    user = person()
    post(user, at=merged, role=Role.FOCAL)
    assert reach(user, on=TODAY).sees(country.nui_xanh.pk)
    assert reach(user, on=TODAY).sees(country.doi_cao.pk)


def test_a_unit_that_is_to_come_counts_under_its_first_parent(country):
    user = person()
    post(user, at=country.ben_may, role=Role.ADMINISTRATOR)
    later = TODAY + timedelta(days=30)
    new = unit("Xã Đồi Sim", kind="xã", level="commune", state=country.ben_may, since=later)
    assert reach(user, on=TODAY).administers(new.pk)
