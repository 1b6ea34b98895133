"""What holds of every name: how it is written does not change what it means, and no slip makes another unit of it."""

from __future__ import annotations

import unicodedata
from datetime import date
from functools import cache

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from vanban.units import national, resolve, spelling

DAYS = [date(2021, 5, 15), date(2024, 8, 15), date(2025, 3, 20), date(2025, 11, 20)]
LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxyáàạéèìíóòọúùýỳ"
OLD_STYLE = {"òa": "oà", "óa": "oá", "ủy": "uỷ", "úy": "uý", "òe": "oè", "ọa": "oạ", "ỏa": "oả"}


@cache
def of_level(level, on):
    return sorted(national().of_level(level, on=on), key=lambda one: one.uid)[:700]


@st.composite
def asked(draw):
    """A unit of a day, its name, and a place from which it may be seen."""
    directory, on = national(), draw(st.sampled_from(DAYS))
    seats = [one for level in ("province", "district", "commune") for one in of_level(level, on)]
    seat = draw(st.sampled_from(seats))
    bodies = directory.bodies(seat.uid, on=on)
    unit = draw(st.sampled_from([directory.unit(seat.uid, on=on), *bodies]))
    within = draw(st.sampled_from([seat.uid, *[one.uid for one in directory.chain(seat.uid, on=on)], None]))
    return unit, on, within


def found(name, on, within):
    result = resolve(name, among=national(), on=on, within=within)
    return result.unit and result.unit.uid


def old_style(name):
    for new, old in OLD_STYLE.items():
        name = name.replace(new, old)
    return name


WAYS = [
    old_style,
    str.upper,
    str.lower,
    lambda name: unicodedata.normalize("NFD", name),
    lambda name: f"  {name} (để b/c);",
    lambda name: name.replace(" - ", "–"),
    lambda name: name.replace(" và ", " & "),
]


@settings(max_examples=150, deadline=None)
@given(asked(), st.sampled_from(WAYS))
def test_how_a_name_is_written_does_not_change_what_it_means(one, way):
    unit, on, within = one
    assert found(way(unit.name), on, within) == found(unit.name, on, within)


@settings(max_examples=150, deadline=None)
@given(asked())
def test_an_official_name_means_its_unit_or_is_left_open(one):
    unit, on, within = one
    meant = found(unit.name, on, within)
    namesake = meant and national().unit(meant, on=on).name == unit.name
    assert meant in (unit.uid, None) or namesake, "a city and its province may have bodies of the same name"
    if within == national().get(unit.uid).seat:
        offered = resolve(unit.name, among=national(), on=on, within=within).candidates
        assert meant or unit.uid in {one.uid for one in offered}, "at its own place a name is known"


@st.composite
def slips(draw, name):
    """A name with one letter put in, left out, another one, or two in the wrong order."""
    at = draw(st.integers(0, len(name) - 1))
    letter = draw(st.sampled_from(LETTERS))
    ways = [
        name[:at] + letter + name[at:],
        name[:at] + name[at + 1 :],
        name[:at] + letter + name[at + 1 :],
        name[:at] + pair[::-1] + name[at + 2 :] if (pair := name[at : at + 2]).isalpha() else name,
        name[:at] + spelling.bare(name[at].lower()) + name[at + 1 :],
    ]
    return draw(st.sampled_from(ways))


@settings(max_examples=400, deadline=None)
@given(st.data())
def test_a_slip_of_one_letter_never_makes_another_unit(data):
    unit, on, within = data.draw(asked())
    name = data.draw(slips(unit.name))
    meant, other = found(unit.name, on, within), found(name, on, within)
    if meant is not None and other is not None and other != meant:
        known = national().get(other)
        assume(not is_name_of(known, name))
    assert meant is None or other in (meant, None)


def is_name_of(record, name):
    """Whether the slip makes exactly a name of the other unit, so that nobody could see it."""
    names = [state.name for state in record.states]
    if record.seat:
        seat = national().get(record.seat)
        places = [place for state in seat.states for place in (state.name, state.short)] + [*seat.aliases]
        names += [f"{alias} {place}" for alias in record.aliases for place in ("", *places)]
    return any(spelling.words(name) == spelling.words(one) for one in names)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=120), st.sampled_from(DAYS))
def test_any_text_has_an_answer_of_one_kind(text, on):
    result = resolve(text, among=national(), on=on)
    said = [result.unit is not None, bool(result.members), bool(result.candidates)]
    assert sum(said) <= 1
    assert result.unit or result.members or result.why
