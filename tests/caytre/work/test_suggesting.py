"""What a proposal would become: its names as units of then and of now."""

from datetime import date

import pytest

from caytre.work.rules.suggesting import (
    ChooseLead,
    Named,
    NoSuchChoice,
    as_written,
    joined,
    led_by,
    one_each,
    suggested,
)
from caytre.work.rules.wanted import doers
from vanban.units.model import Heir, Resolution, Unit, agency_uid

ON = date(2031, 3, 5)


def unit(name: str) -> Unit:
    return Unit(agency_uid(name, seat=""), name, "sở", "province")


A, B, C, D = (unit(f"Sở {letter}") for letter in "ABCD")
OLD = Unit(agency_uid("cũ", seat=""), "Sở Cũ", "sở", "province", until=date(2031, 4, 1))
MEANS = {
    "Sở A": ([A], Resolution(unit=A)),
    "Sở B": ([B], Resolution(unit=B)),
    "các sở": ([A, B, C], Resolution(members=(A, B, C), is_set=True)),
    "các hội": ([], Resolution(is_set=True, why="?")),
    "Sở Cũ": ([D], Resolution(unit=OLD, heirs=(Heir(D),))),
    "Sở Tách": ([C, D], Resolution(unit=OLD, heirs=(Heir(C), Heir(D)))),
    "Phòng X": ([], Resolution(candidates=(C, D), why="?")),
    "Tổ lạ": ([], Resolution(why="?")),
    "Sở gần": ([A], Resolution(unit=A)),
    "các sở gần": ([B, C], Resolution(members=(B, C), is_set=True)),
}


def named(name: str) -> Named:
    today, meaning = MEANS[name]
    return Named(name, meaning, tuple(today), is_offered=name.endswith("gần"))


def suggestion(*leads: str, helping=(), time=None):
    content = {
        "text": "Trồng tre", "product": None, "section": "II", "heading": "II. Nhiệm vụ", "time_quote": "",
        "lead": [{"name": one} for one in leads], "coordinators": [{"name": one} for one in helping], "time": time,
    }  # fmt: skip
    return suggested(content, meaning=named, on=ON, until=None)


def told(wanted):
    """Who takes part: part, unit or words, and whether it is a set."""
    names = {one.uid: one.name for one in (A, B, C, D)}
    return [
        (one.part, names[str(one.uid)] if one.uid else f"“{one.written}”", one.is_set)
        for one in wanted.takings
    ]


@pytest.mark.parametrize(
    ("lead", "rows"),
    [
        ("Sở A", [("lead", "Sở A", False)]),
        ("Sở Cũ", [("lead", "Sở D", False)]),
        ("Tổ lạ", [("lead", "“Tổ lạ”", False)]),
        ("Phòng X", [("lead", "“Phòng X”", False)]),
        ("Sở Tách", [("lead", "“Sở Tách”", False)]),
        ("các sở", [("lead", "“các sở”", True), *(("member", f"Sở {one}", False) for one in "ABC")]),
        ("các hội", [("lead", "“các hội”", True)]),
    ],
)
def test_one_lead_as_it_is_written(lead, rows):
    assert told(as_written(suggestion(lead))) == rows


def test_of_a_set_each_member_does_it_and_the_words_and_the_day_stay():
    wanted = as_written(suggestion("các sở"))
    assert [str(uid) for uid in doers(wanted.takings)] == [A.uid, B.uid, C.uid]
    assert wanted.takings[0].on == ON and {one.written for one in wanted.takings} == {"các sở"}
    assert doers(as_written(suggestion("các hội")).takings) == ()


def test_of_several_leads_a_person_chooses_one_and_the_others_help():
    two = suggestion("Sở A", "Sở B", helping=["các sở"])
    with pytest.raises(ChooseLead):
        as_written(two)
    assert [one.name for one in two.options] == ["Sở A", "Sở B"]
    assert told(led_by(two, choice=2)) == [
        ("lead", "Sở B", False), ("coordinate", "Sở A", False), ("coordinate", "“các sở”", True),
        ("coordinate", "Sở C", False),
    ]  # fmt: skip


def test_or_each_has_a_task_of_its_own():
    wanted = one_each(suggestion("Sở A", "Sở B"))
    assert [told(one) for one in wanted] == [[("lead", "Sở A", False)], [("lead", "Sở B", False)]]


@pytest.mark.parametrize(
    ("lead", "names"), [("Phòng X", ["Sở C", "Sở D"]), ("Sở Tách", ["Sở C", "Sở D"]), ("Sở A", [])]
)
def test_a_name_that_may_mean_several_asks(lead, names):
    one = suggestion(lead)
    assert [option.name for option in one.options] == names
    if names:
        chosen = led_by(one, choice=1)
        assert told(chosen) == [("lead", "Sở C", False)] and chosen.takings[0].written == lead
    for choice in (0, len(names) + 1):
        with pytest.raises(NoSuchChoice):
            led_by(one, choice=choice)


def test_two_as_one_have_one_lead():
    first, second = as_written(suggestion("Sở A")), as_written(suggestion("Sở B", helping=["Sở A"]))
    both = joined(first, second=second)
    assert told(both) == [("lead", "Sở A", False), ("coordinate", "Sở B", False)]
    assert both.text == "Trồng tre; Trồng tre"


def test_time_words_become_a_kind_with_days():
    time = {
        "kind": "deadline",
        "raw": "trước ngày 15/12/2031",
        "every": None,
        "start": None,
        "due": "2031-12-15",
    }
    assert suggestion("Sở A", time=time).wanted.schedule.due_on == date(2031, 12, 14)
    assert not suggestion("Sở A").wanted.schedule.is_decided


def test_units_near_the_office_count_once_a_person_says_so():
    found = suggestion("Sở gần", helping=("các sở gần", "Tổ lạ"))
    assert not found.leads[0].is_settled and [option.name for option in found.options] == ["Sở A"]
    assert told(as_written(found)) == [
        ("lead", "“Sở gần”", False), ("coordinate", "“các sở gần”", True), ("coordinate", "“Tổ lạ”", False),
    ]  # fmt: skip
    assert told(led_by(found, choice=1)) == [
        ("lead", "Sở A", False), ("coordinate", "“các sở gần”", True), ("coordinate", "Sở B", False),
        ("coordinate", "Sở C", False), ("coordinate", "“Tổ lạ”", False),
    ]  # fmt: skip
    group = suggestion("các sở gần")
    assert not doers(as_written(group).takings) and len(doers(led_by(group, choice=1).takings)) == 2
