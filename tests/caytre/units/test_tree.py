"""The trees as of a date."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from caytre.units.queries.tree import tree
from caytre.units.rules.tree import InACircle, LinkRow, grow
from countries import TODAY, TWO_TIERS, unit

BEFORE = TWO_TIERS - timedelta(days=1)


def test_a_commune_belonged_to_its_district_then_and_to_the_province_now(country):
    then, now = tree("state", on=BEFORE), tree("state", on=TWO_TIERS)
    assert list(then.above(country.lau.pk)) == [
        country.district.pk, country.ben_may.pk, country.government.pk,
    ]  # fmt: skip
    assert set(then.children(country.district.pk)) == {
        country.lau.pk, country.khe.pk, country.dong_nua.pk,
    }  # fmt: skip
    assert now.parent(country.lau.pk) is None
    assert country.suoi_truc.pk in now.below(country.ben_may.pk)
    assert now.depth(country.economy.pk) == 3
    assert now.roots() == [country.government.pk]


def test_each_tree_stands_alone(country):
    assert list(tree("party", on=TODAY).below(country.party.pk)) == [
        country.party_ben_may.pk, country.party_suoi_truc.pk,
    ]  # fmt: skip
    assert country.party.pk not in tree("state", on=TODAY).branches


def test_a_tree_is_asked_once_as_long_as_nothing_changes(country, django_assert_num_queries):
    tree("state", on=TODAY)
    with django_assert_num_queries(2):  # the version, each time
        assert tree("state", on=TODAY) is tree("state", on=TODAY + timedelta(days=90))


def test_a_change_is_seen_at_once(country):
    before = tree("state", on=TODAY)
    new = unit("Xã Đồi Sim", kind="xã", level="commune", state=country.doi_cao)
    assert new.pk not in before.parents
    assert tree("state", on=TODAY).parent(new.pk) == country.doi_cao.pk


def test_a_circle_is_refused(country):
    a, b, c = country.lau.pk, country.khe.pk, country.dong_nua.pk
    day = date(2030, 1, 1)
    with pytest.raises(InACircle):
        grow([LinkRow(a, b), LinkRow(b, c), LinkRow(c, a)], on=day)
    with pytest.raises(InACircle):
        grow([LinkRow(a, a)], on=day)
    assert grow([LinkRow(a, b), LinkRow(b, a, since=TODAY)], on=day).parent(a) == b
