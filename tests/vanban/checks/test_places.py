"""A finding in a file of plain text stands where the file has its words."""

from __future__ import annotations

import pytest

import vanban
from vanban.review.places import Places

SOURCE = """ỦY BAN NHÂN DÂN


XÃ SUỐI TRÚC

Số: 5/KH-UBND

KẾ HOẠCH
Tuyên truyền về biên giới,
   hải đảo năm 2030

I. NHIỆM VỤ
1. Công an xã tuyên truyền tại các thôn
và trên loa.
"""


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("ỦY BAN", (1, 1)),
        ("XÃ SUỐI", (4, 1)),
        ("5/KH", (6, 5)),
        ("hải đảo", (10, 4)),
        ("NHIỆM VỤ", (12, 4)),
        ("và trên loa", (14, 1)),
    ],
)
def test_words_are_found_in_the_file(words, place):
    text = vanban.read_text(SOURCE).text
    assert Places(text, source=SOURCE).of(text.index(words)) == place


def test_without_a_source_the_lines_are_those_of_the_text():
    assert Places("một\nhai ba").of(8) == (2, 5)


def test_words_that_reading_mended_stand_at_the_last_word_before_them():
    assert Places("một hai bốn", source="một\n\nhai ba").of(8) == (3, 1)


def test_what_reading_left_out_is_passed_over():
    furniture = "\n".join(f"Tin số {number} của trang" for number in range(100))
    text = vanban.read_text(SOURCE).text
    assert Places(text, source=f"{furniture}\n{SOURCE}").of(text.index("và trên loa")) == (114, 1)


def test_nothing_in_common_is_the_text():
    assert Places("a\nb", source="c\nd").of(2) == (2, 1)
