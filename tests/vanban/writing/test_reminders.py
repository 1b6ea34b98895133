"""The letter that reminds of overdue tasks: a draft in measured words, which nobody has signed."""

from __future__ import annotations

from datetime import date

import pytest

from vanban import read
from vanban.model import Signatory
from vanban.writing import Chart, Overdue, check, reminder, style_of, write
from vanban.writing.words import short_day
from written import lines, opened

TASKS = [
    Overdue("Báo cáo kết quả quý III", "Kế hoạch số 31/KH-UBND ngày 05/02/2031", date(2031, 9, 30)),
    Overdue("Biên soạn tờ gấp", "Kế hoạch số 12/KH-UBND ngày 10/01/2031", date(2031, 8, 1)),
    Overdue("Chuẩn bị hội nghị cuối năm", "Kế hoạch số 31/KH-UBND ngày 05/02/2031", date(2031, 10, 12)),
]


def letter(tasks=TASKS, **changes):
    values = {
        "unit": "Phòng Kinh tế",
        "issuer": "Ủy ban nhân dân xã Suối Trúc",
        "contact": "Văn phòng HĐND và UBND xã",
        "symbol": "UBND-VP",
        "on": date(2031, 10, 12),
        "answer_by": date(2031, 10, 20),
        "signatory": Signatory(None, "CHỦ TỊCH", ("TM. ỦY BAN NHÂN DÂN",)),
        "place": "Suối Trúc",
    }
    return reminder(tasks, **(values | changes))


def test_the_longest_overdue_stands_first_and_what_is_not_late_is_left_out():
    chart = next(block for block in letter().body if isinstance(block, Chart))
    assert chart.rows == (
        ("1", "Biên soạn tờ gấp", "Kế hoạch số 12/KH-UBND ngày 10/01/2031", "01/8/2031", "72"),
        ("2", "Báo cáo kết quả quý III", "Kế hoạch số 31/KH-UBND ngày 05/02/2031", "30/9/2031", "12"),
    )


def test_the_letter_names_unit_day_count_and_when_to_answer():
    said = " ".join(lines(write(letter())))
    for words in (
        "Kính gửi: Phòng Kinh tế",
        "tính đến ngày 12/10/2031, Phòng Kinh tế còn 02 nhiệm vụ",
        "gửi kết quả về Văn phòng HĐND và UBND xã chậm nhất vào ngày 20/10/2031.",
        "V/v đôn đốc thực hiện nhiệm vụ quá thời hạn",
    ):
        assert words in said
    assert "{" not in said


def test_it_is_a_draft_without_number_day_and_name():
    paper = letter()
    assert paper.draft and paper.number is None and paper.date.day is None and paper.signatory.name is None
    header = opened(write(paper)).sections[0].first_page_header
    assert "DỰ THẢO" in [one.text for one in header.paragraphs]


@pytest.mark.parametrize(
    ("style", "symbol", "signatory", "last"),
    [
        ("nd30", "UBND-VP", Signatory(None, "CHỦ TỊCH", ("TM. ỦY BAN NHÂN DÂN",)), "- Lưu: VT."),
        ("hd36", "CV/ĐU", Signatory(None, "BÍ THƯ", ("T/M BAN THƯỜNG VỤ",)), "- Lưu Văn phòng."),
    ],
)
def test_it_has_the_form_of_its_style(style, symbol, signatory, last):
    data = write(letter(style=style, symbol=symbol, signatory=signatory, copies=("Thường trực HĐND xã",)))
    assert check(data, style=style_of(style)) == ()
    assert lines(data)[-2 - len(signatory.authority) : -1 - len(signatory.authority)] == [last]


def test_it_reads_as_a_letter_to_its_unit():
    found = read(write(letter())).header
    assert (found.type, found.title) == ("Công văn", "V/v đôn đốc thực hiện nhiệm vụ quá thời hạn")
    assert (found.issuer, found.code, found.date) == ("Ủy ban nhân dân xã Suối Trúc", "/UBND-VP", "2031-10")


def test_without_an_overdue_task_there_is_no_letter():
    with pytest.raises(ValueError, match="overdue"):
        letter(TASKS[2:])


@pytest.mark.parametrize(
    ("day", "words"),
    [(date(2031, 2, 5), "05/02/2031"), (date(2031, 3, 15), "15/3/2031"), (date(2031, 12, 1), "01/12/2031")],
)
def test_a_day_in_running_words(day, words):
    assert short_day(day) == words
