"""Who took over from whom, by field of work."""

from __future__ import annotations

import pytest

from invented import REFORM, is_alive
from vanban.units.agencies import scopes, templates

LEVELS = {"province": "province", "communes": "commune"}
RULES = [(one, rule) for one in templates().values() for rule in one.heirs]


@pytest.mark.parametrize(("one", "rule"), RULES, ids=[f"{one.key}-{rule.key}" for one, rule in RULES])
def test_an_heir_exists_where_and_when_it_takes_over(one, rule):
    assert rule.source
    assert rule.scope == "*" or rule.scope in scopes()
    if rule.key:
        heir = templates()[rule.key]
        assert heir != one
        assert is_alive(heir, on=rule.on)
        assert heir.level == LEVELS.get(rule.at, one.level)


def test_a_field_goes_away_from_a_body_that_goes_on_only_by_name():
    for one, rule in RULES:
        if one.until is None:
            assert rule.scope != "*", one.key


def test_what_ended_says_who_took_over_or_that_nobody_knows():
    assert [one.key for one in templates().values() if one.until and not one.heirs] == []


def test_what_has_several_heirs_has_one_for_what_no_field_decides():
    for one in templates().values():
        named = [rule for rule in one.heirs if rule.key]
        if one.until and len(named) > 1:
            assert any(rule.is_default for rule in named) or {rule.scope for rule in named} == {"*"}, one.key


def heirs_of(key):
    return {(rule.key, rule.at, rule.scope, rule.is_default) for rule in templates()[key].heirs}


def test_the_department_of_information_went_to_culture_and_to_science():
    assert {
        ("so-vhttdl", "same", "bao-chi", True),
        ("so-khcn", "same", "cong-nghe-so", False),
    } <= heirs_of("so-tttt")
    assert {rule.on for rule in templates()["so-tttt"].heirs} == {REFORM}


def test_the_ministry_of_information_went_the_same_way():
    assert {
        ("bvhttdl", "same", "bao-chi", True),
        ("bkhcn", "same", "cong-nghe-so", False),
    } <= heirs_of("btttt")


def test_a_district_office_goes_to_communes_and_by_field_to_the_province():
    assert heirs_of("phong-vhtt") == {("phong-vhkhtt", "same", "*", True)}
    assert {
        ("phong-vhxh", "communes", "*", True),
        ("so-vhttdl", "province", "bao-chi", False),
    } <= heirs_of("phong-vhkhtt")


def test_a_court_of_a_district_is_an_open_question():
    assert {rule.key for rule in templates()["tand-huyen"].heirs} == {""}
