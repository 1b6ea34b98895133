"""Bullets, and what pens put into the letterhead: blank where it cannot be read, never sure where it can."""

from __future__ import annotations

import pytest

from vanban.files.degrees import faint_degree_of
from vanban.files.scan.forms import BY_HAND, put_right
from vanban.files.scan.seen import Word


def line(text: str, *, sure: float = 0.9) -> list[Word]:
    """Words side by side, each letter five points wide."""
    words, left = [], 60.0
    for said in text.split():
        words.append(Word(said, left, 100, left + 5 * len(said), 112, sure, 110))
        left += 5 * len(said) + 4
    return words


def said(words: list[Word]) -> str:
    return " ".join(word.text for word in words)


@pytest.mark.parametrize(
    ("seen", "read"),
    [
        ("Số: 94 /KH-UBND", "Số: 94/KH-UBND"),
        ("Số:94 /KH-UBND", "Số: 94/KH-UBND"),
        ("Số : 94 /KH-UBND", "Số: 94/KH-UBND"),
        ("Sô11 /CT-UBND", "Số: 11/CT-UBND"),
        ("Số: đ# /CT-UBND", "Số: /CT-UBND"),
        ("Số: Ø @ /CT-UBND", "Số: /CT-UBND"),
        ("Số: 12/KH-UBND", "Số: 12/KH-UBND"),
        ("Số: /KH-UBND", "Số: /KH-UBND"),
        ("Số 29-CT/TU", "Số 29-CT/TU"),
        ("Sở Tư pháp /UBND", "Sở Tư pháp /UBND"),
    ],
)
def test_a_number_by_hand(seen, read):
    assert said(put_right(line(seen))) == read


@pytest.mark.parametrize(
    ("seen", "read"),
    [
        ("Bến Mây, ngày4† tháng 01 năm 2031", "Bến Mây, ngày tháng 01 năm 2031"),
        ("Bến Mây, ngày4†tháng 01 năm 2031", "Bến Mây, ngày tháng 01 năm 2031"),
        ("Bến Mây, ngàw‡{ tháng 5 năm 2031", "Bến Mây, ngày tháng 5 năm 2031"),
        ("Bến Mây, ngày,&0 tháng 3 năm 2031", "Bến Mây, ngày tháng 3 năm 2031"),
        ("Bến Mây, ngày £ tháng 4 năm 2031", "Bến Mây, ngày tháng 4 năm 2031"),
        ("Bến Mây, ngày15 tháng 4 năm 2031", "Bến Mây, ngày 15 tháng 4 năm 2031"),
        ("Bến Mây, ngày 15 tháng 4 năm 2031", "Bến Mây, ngày 15 tháng 4 năm 2031"),
        ("Bến Mây, ngày tháng 4 năm 2031", "Bến Mây, ngày tháng 4 năm 2031"),
        ("họp vào ngày cuối tháng hằng năm", "họp vào ngày cuối tháng hằng năm"),
    ],
)
def test_a_day_by_hand(seen, read):
    assert said(put_right(line(seen))) == read


def test_what_was_written_by_hand_is_left_blank_and_its_place_is_known():
    number = put_right(line("Số: 94 /KH-UBND", sure=0.67))[1]
    assert (number.text, number.sure, number.was) == ("/KH-UBND", BY_HAND, "94 /KH-UBND")
    assert (number.left, number.right) == (79, 133)
    day = put_right(line("Bến Mây, ngày15 tháng 4 năm 2031", sure=0.67))
    assert said(day) == "Bến Mây, ngày tháng 4 năm 2031"


@pytest.mark.parametrize("bullet", ["~", "—", "–", "_", "¬", "~-", "="])
def test_a_bullet_is_a_dash(bullet):
    assert said(put_right(line(f"{bullet} Sở Tài chính;"))) == "- Sở Tài chính;"


@pytest.mark.parametrize("text", ["- Sở Tài chính;", "+ Sở Tài chính;", "a) Sở Tài chính;", "—"])
def test_what_is_no_damaged_bullet_stays(text):
    assert said(put_right(line(text))) == text


@pytest.mark.parametrize(
    ("seen", "degree"),
    [
        ("MẬT", "MẬT"),
        ("MẠT", "MẬT"),
        ("| MAT |", "MẬT"),
        ("MẬẠT", "MẬT"),
        ("TÔI MẠT", "TỐI MẬT"),
        ("'FỐI MẬT", "TỐI MẬT"),
        ("TỔỐI MẬT", "TỐI MẬT"),
        ("TUYÊT MẠT", "TUYỆT MẬT"),
        ("MẶT TRẬN", None),
        ("TÓM TẮT", None),
        ("mật", None),
        ("BÍ MẬT", None),
    ],
)
def test_a_degree_of_secrecy_is_known_however_it_came_out(seen, degree):
    assert faint_degree_of(seen) == degree


def test_a_stamp_beside_the_date_stands_for_itself():
    words = [*line("TÔI MẠT"), *(word._replace(left=word.left + 200) for word in line("Bến Mây, ngày"))]
    assert [word.text for word in put_right(words)] == ["TỐI MẬT", "Bến", "Mây,", "ngày"]
