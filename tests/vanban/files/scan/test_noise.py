"""Signatures, stamps and dirt are no words; words that are only faint stay."""

from __future__ import annotations

import pytest

from vanban.files.scan.noise import without_noise
from vanban.files.scan.seen import Word


def word(text: str, *, left: float = 60, sure: float = 0.95, top: float = 100, high: float = 9) -> Word:
    return Word(text, left, top, left + 5 * len(text), top + high, sure, top + high)


def line(*words: Word, gap: float = 4) -> list[Word]:
    """The words side by side, from the first one's place."""
    placed, left = [], words[0].left
    for one in words:
        placed.append(one._replace(left=left, right=left + 5 * len(one.text)))
        left += 5 * len(one.text) + gap
    return placed


def left_of(*lines: list[Word], boxes=()) -> list[str]:
    return [" ".join(one.text for one in words) for words in without_noise(lines, boxes=boxes, width=595)]


@pytest.mark.parametrize("dirt", ["`", "_—", "TOYỢOXX", "#", "{("])
def test_dirt_at_the_ends_of_a_line_goes(dirt):
    found = line(word(dirt, sure=0.2), word("Sở"), word("Tài"), word("chính;"), word(dirt, sure=0.2))
    assert left_of(found) == ["Sở Tài chính;"]


@pytest.mark.parametrize("faint", ["12/2031/QĐ-UBND", "2031;", "Tài", "nguyên"])
def test_a_faint_word_or_figure_stays(faint):
    assert left_of(line(word("theo"), word(faint, sure=0.1))) == [f"theo {faint}"]


def test_a_line_that_is_nothing_but_dirt_goes():
    assert left_of(line(word("Rẻ", sure=0.18), word("rạn", sure=0.42)), line(word("Sở"))) == ["Sở"]


def test_what_is_too_flat_for_letters_goes():
    assert left_of(line(word("Sở"), word("Tường", high=1), word("-", high=1))) == ["Sở -"]


def test_a_stamp_of_arrival_goes_with_all_that_stands_in_its_box():
    stamp = [
        [word("ĐẾN", left=30, top=200)],
        [word("Số:", left=80, top=196), word("Ngày:", left=80, top=214)],
    ]
    text = [word("Trong", left=90, top=230), word("thời", left=160, top=230)]
    assert left_of(*stamp, text, boxes=[(10, 190, 150, 240)]) == ["thời"]


def test_a_box_that_says_nothing_of_arrival_stays():
    assert left_of([word("Mẫu", left=30, top=200)], boxes=[(10, 190, 150, 240)]) == ["Mẫu"]


def test_beside_the_recipients_only_what_signs_stays():
    found = left_of(
        [
            word("Nơi"),
            word("nhận:", left=80),
            word("TM.", left=350),
            word("ỦY", left=370),
            word("BAN", left=385),
        ],
        [word("-"), word("Sở", left=70), word("Tài", left=85), word("⁄", left=340), word("ƯJửẰ", left=360)],
        [word("hoi", left=340), word("Lò", left=360, sure=0.8), word("Thị", left=380), word("Mây", left=400)],
    )
    assert found == ["Nơi nhận: TM. ỦY BAN", "- Sở Tài", "Lò Thị Mây"]
