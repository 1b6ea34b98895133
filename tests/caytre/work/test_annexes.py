"""What the cells of an annex mean, and what a sheet that comes back would change."""

from datetime import date
from uuid import UUID, uuid4

import pytest

from caytre.work.rules.annexed import Context, schedule_in, shown_time
from caytre.work.rules.annexes import FIELDS, Line, Sent, Understood, compared, digest, opened, parted
from caytre.work.rules.wanted import Wanted
from vanban.schedule import Rule, Schedule, sentence

SAID = {"Hằng tháng, chậm nhất ngày 20": Schedule("recurring", rule=Rule("month", day=20))}
WITHIN = Context(lambda name: None, lambda line: {}, SAID, date(2031, 3, 5), date(2031, 12, 31))


@pytest.mark.parametrize(
    ("words", "kind", "due_on"),
    [
        ("Trước ngày 30/6/2031", "deadline", "2031-06-29"),
        ("30/6/2031", "deadline", "2031-06-30"),
        ("2031-06-30", "deadline", "2031-06-30"),  # a date of the spreadsheet
        ("Quý III/2031", "within", "2031-09-30"),
        ("Quý  III", "within", "2031-09-30"),
        ("Trong tháng 5/2031", "within", "2031-05-31"),
        ("Thường xuyên", "continuous", "None"),
        ("Thường xuyên, minh chứng hằng quý", "continuous", "None"),
        ("Hằng tháng, chậm nhất ngày 20", "recurring", "None"),
        ("Khi có yêu cầu", "ad_hoc", "None"),
        ("Chưa rõ thời hạn", "unspecified", "None"),
        ("xong trước mùa mưa", "unspecified", "None"),
        ("2031-13-45", "unspecified", "None"),
        ("", "unspecified", "None"),
    ],
)
def test_a_time_is_read_as_in_a_document(words, kind, due_on):
    found = schedule_in(words, within=WITHIN)
    assert (found.kind, str(found.due_on)) == (kind, due_on)


def test_a_time_that_another_row_says_is_that_of_the_row():
    assert schedule_in("Hằng tháng,  chậm nhất ngày 20", within=WITHIN).rule == Rule("month", day=20)


def test_words_that_are_no_time_are_shown_again():
    found = schedule_in("xong trước mùa mưa", within=WITHIN)
    assert shown_time(found) == "xong trước mùa mưa" and sentence(found) == "Chưa rõ thời hạn"


ONE, TWO = uuid4(), uuid4()
WAS = dict.fromkeys(FIELDS, "") | {"text": "Trồng tre", "lead": "Phòng Kinh tế"}


def line(key: UUID, **values: str) -> Line:
    return Line(key, 1, False, 5, "II. NHIỆM VỤ", "II", WAS | values, Wanted("", Schedule("unspecified")))


def sent(key: UUID | None, *, number: int = 2, was: dict[str, str] = WAS, **values: str) -> Sent:
    base = {name: digest(was[name]) for name in FIELDS} if key else {}
    places = {name: f"{letter}{number}" for name, letter in zip(FIELDS, "BCDEF", strict=True)}
    return Sent(
        number, key, base, (WAS if key else dict.fromkeys(FIELDS, "")) | values, places, "II. NHIỆM VỤ"
    )


def would(*rows: Sent, lines: dict[UUID, Line]):
    def understand(name, /, *, row, line):
        return Understood(row.values[name])

    return compared(rows, lines=lines, went_out=list(lines), understand=understand)


@pytest.mark.parametrize(
    ("row", "now", "cells", "theirs"),
    [
        (sent(ONE), line(ONE), [], ()),
        (sent(ONE, text="Trồng  tre"), line(ONE), [], ()),  # blanks alone are no change
        (sent(ONE, text="Trồng luồng"), line(ONE), [("B2", "Trồng tre", "Trồng luồng", False)], ()),
        (sent(ONE, lead=""), line(ONE), [("C2", "Phòng Kinh tế", "", False)], ()),
        (sent(ONE), line(ONE, text="Trồng trúc"), [], ("text",)),
        (sent(ONE, text="Trồng luồng"), line(ONE, text="Trồng trúc"), [("B2", "Trồng trúc", "Trồng luồng", True)], ()),
        (sent(ONE, text="Trồng trúc"), line(ONE, text="Trồng trúc"), [], ("text",)),  # both say the same
        (sent(ONE, time="2031"), line(ONE, text="Trồng trúc"), [("E2", "", "2031", False)], ("text",)),
    ],
)  # fmt: skip
def test_what_i_changed_and_what_others_changed(row, now, cells, theirs):
    found = would(row, lines={ONE: now})
    told = [
        (one.place, one.before, one.after, one.is_contested)
        for change in found.changes
        for one in change.cells
    ]
    assert told == cells and tuple(name for one in found.theirs for name in one.fields) == theirs
    assert found.unchanged == (not cells) and not found.missing


def test_rows_are_missing_new_copied_or_gone():
    lines = {ONE: line(ONE), TWO: line(TWO, text="Dựng biển")}
    assert [one.key for one in would(sent(ONE), lines=lines).missing] == [TWO]
    new = would(sent(ONE), sent(None, number=3, text="Đào hố"), lines=lines)
    assert [(one.number, one.heading, one.section, one.place) for one in new.added] == [
        (3, "II. NHIỆM VỤ", "II", 5)
    ]
    copied = would(sent(ONE), sent(ONE, number=3, text="Đào hố"), lines=lines)
    assert [one.number for one in copied.added] == [3] and not copied.changes
    sent_before = would(sent(ONE), sent(None, number=3, text="Dựng biển", lead="Phòng Kinh tế"), lines=lines)
    assert sent_before.is_idle
    gone, edited = sent(uuid4()), sent(uuid4(), text="Đào hố")
    assert [one.cell for one in would(gone, lines=lines).notes] == ["B2"] and not would(
        gone, lines=lines
    ).faults
    assert [one.cell for one in would(edited, lines=lines).faults] == ["B2"]


def test_the_mark_is_that_of_what_would_be_done():
    row = sent(ONE, text="Trồng luồng")
    mark = would(row, lines={ONE: line(ONE)}).mark
    assert would(row, lines={ONE: line(ONE)}).mark == mark
    assert would(row, lines={ONE: line(ONE, time="2031")}).mark == mark, "others changed another cell"
    assert would(row, lines={ONE: line(ONE, text="Trồng trúc")}).mark != mark


@pytest.mark.parametrize(
    ("above", "titles", "found"),
    [
        ([], ["II. A", "1. B"], [(1, "II. A"), (2, "1. B")]),
        (["II. A", "1. B"], ["II. A", "2. C"], [(2, "2. C")]),
        (["II. A", "1. B"], ["II. A", "1. B"], []),
        (["II. A", "1. B"], ["II. A"], [(1, "II. A")]),
        (["II. A"], [], []),
    ],
)
def test_headings_are_said_once(above, titles, found):
    assert opened(above, titles=titles) == found


def test_a_heading_is_a_label_and_words():
    assert parted("II. NHIỆM VỤ\nMục tiêu. Chung\n1. Giống") == [
        ("II", "NHIỆM VỤ"),
        ("", "Mục tiêu. Chung"),
        ("1", "Giống"),
    ]
