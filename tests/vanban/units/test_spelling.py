"""Ways to write the same name."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.grammar.lexicon import table
from vanban.units.spelling import Writer, form, is_near, matches, words

SAME = [
    ("hoà bình", "hòa bình"),
    ("Uỷ ban", "Ủy ban"),
    ("Phan Rang - Tháp Chàm", "Phan Rang–Tháp Chàm"),
    ("Văn hoá, Thể thao và Du lịch", "Văn hóa - Thể thao & Du lịch"),
    ("Ea H'leo", "Ea H’Leo"),
    ("Phường 01", "phường 1"),
    ("Ðắk Lắk", "Đắk Lắk"),
]
OTHERS = [("Mỹ Tho", "Mỹ Thọ"), ("Tân An", "Tân Ân"), ("Đại Từ", "Dai Tu"), ("Phường 1", "Phường 10")]
SHORT = [
    ("Sở TT&TT", "Sở Thông tin và Truyền thông"),
    ("Sở Thông tin và TT", "Sở Thông tin và Truyền thông"),
    ("Sở VH, TT & DL", "Sở Văn hóa, Thể thao và Du lịch"),
    ("Sở VHTTDL", "Sở Văn hóa, Thể thao và Du lịch"),
    ("Sở LĐ-TB&XH", "Sở Lao động - Thương binh và Xã hội"),
    ("UBND", "Ủy ban nhân dân"),
    ("GDĐT", "Giáo dục và Đào tạo"),
    ("GDDT", "Giáo dục và Đào tạo"),
]
NOT_SHORT = [
    ("Sở TT&TT", "Sở Tài chính"),
    ("TU", "Trung ương"),
    ("Chi cục Hải quan khu vực I", "Chi cục Hải quan khu vực II"),
    ("sở tt", "Sở Thông tin"),  # small letters are words, unless they are a known abbreviation
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_these_are_the_same(one, other):
    assert words(one) == words(other)


@pytest.mark.parametrize(("one", "other"), OTHERS)
def test_these_are_not(one, other):
    assert words(one) != words(other)


def written(name):
    return Writer(known=frozenset(words("sở tt")), shorts={}).written(name)[0].atoms


@pytest.mark.parametrize(("short", "name"), SHORT)
def test_an_abbreviation_stands_for_its_words(short, name):
    assert len(written(short)) == len(words(name))
    assert matches(written(short), form=form(name).atoms)


@pytest.mark.parametrize(("short", "name"), NOT_SHORT)
def test_an_abbreviation_stands_for_no_other_words(short, name):
    assert len(written(short)) != len(words(name)) or not matches(written(short), form=form(name).atoms)


def test_a_name_in_capitals_is_no_abbreviation():
    known = frozenset(words("sở tài chính"))
    assert Writer(known=known, shorts={}).written("SỞ TÀI CHÍNH")[0].atoms == words("Sở Tài chính")


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("thanh`", "thanh", True),
        ("thanh`", "thnh", True),
        ("thanh`", "thahn`", True),
        ("thanh`", "thinh`", True),
        ("thanh`", "thanhh`", True),
        ("thanh`", "tinh`", False),
        ("chinh'", "chanh'", True),
        ("xa~", "xa", True),
        ("35", "36", False),
        ("13", "3", False),
        ("xii", "xi", False),
        ("I", "ii", False),
        ("ix", "ax", False),
    ],
)
def test_one_letter_is_near(one, other, near):
    assert is_near(one, other=other) is near
    assert is_near(other, other=one) is near


@given(st.text(max_size=60))
def test_any_text_has_atoms_in_any_form(text):
    for norm in ("NFC", "NFD"):
        assert words(unicodedata.normalize(norm, text)) == words(unicodedata.normalize("NFC", text))
    for way in Writer(known=frozenset(), shorts={}).written(text):
        assert len(way.initials) == len(way.atoms)
        assert all(0 < at < len(way.atoms) for at in way.inside)


@pytest.mark.parametrize("row", table("unit_words")["word"], ids=lambda row: f"{row['short']}={row['long']}")
def test_a_short_form_of_the_table_can_be_written(row):
    assert words(row["short"])
    assert words(row["long"])
