"""Vietnamese words made comparable."""

import unicodedata

import pytest

from caytre.core.words import exact, folded, sort_key


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("ĐỐI NGOẠI", "doi ngoai"),
        ("đối ngoại", "doi ngoai"),
        (unicodedata.normalize("NFD", "Đối ngoại"), "doi ngoai"),
        ("hoà", "hoa"),
        ("hòa", "hoa"),
        ("Ẵ Ỡ Ữ ỵ", "a o u y"),
        ("118/KH-UBND", "118/kh-ubnd"),
    ],
)
def test_marks_go_and_letters_stay(written, plain):
    assert folded(written) == plain


def test_the_exact_form_keeps_marks_and_is_composed():
    assert exact(unicodedata.normalize("NFD", "ĐỐI")) == "đối"


def test_words_sort_as_in_a_dictionary():
    ordered = [
        "an",
        "anh",
        "ăn",
        "âm",
        "ba",
        "bà",
        "bả",
        "bã",
        "bá",
        "bạ",
        "ca",
        "da",
        "đa",
        "e",
        "ê",
        "o",
        "ô",
        "ơ",
        "u",
        "ư",
    ]
    assert sorted(set(ordered), key=sort_key) == ordered


def test_a_space_sorts_before_a_letter():
    assert sort_key("an ninh") < sort_key("anh")
