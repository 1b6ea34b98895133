"""What is written is read back: the head, the foot, and each task of the annex with who, when and what."""

# ruff: noqa: E501 -- a row of a table stays on its line

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vanban.files.docx import read_docx
from vanban.model import Signatory
from vanban.reading import read, read_content
from vanban.writing import Block, Carrier, Row, annex, check, style_of, write
from written import ROWS, letter, party_plan, plan, task_annex


def facts(header):
    return (
        header.issuer,
        header.code,
        header.place,
        header.date,
        header.type,
        header.title,
        header.recipients,
    )


@pytest.mark.parametrize(
    ("paper", "expected"),
    [
        (
            plan(urgency="KHẨN", circulation="Lưu hành nội bộ"),
            ("Ủy ban nhân dân xã Suối Trúc", "31/KH-UBND", "Suối Trúc", "2031-02-05", "Kế hoạch",
             "Thông tin đối ngoại năm 2031", ("UBND tỉnh (b/c)", "Các thôn", "Lưu: VT, VHXH")),
        ),
        (
            plan(issuer="Sở Văn hóa, Thể thao và Du lịch", parent="Ủy ban nhân dân tỉnh Bến Mây"),
            ("Sở Văn hóa, Thể thao và Du lịch", "31/KH-UBND", "Suối Trúc", "2031-02-05", "Kế hoạch",
             "Thông tin đối ngoại năm 2031", ("UBND tỉnh (b/c)", "Các thôn", "Lưu: VT, VHXH")),
        ),
        (
            party_plan(),
            ("Đảng ủy xã Suối Trúc", "07-KH/ĐU", "Suối Trúc", "2031-02-05", "Kế hoạch",
             "Thông tin đối ngoại năm 2031", ("Tỉnh ủy (b/c)", "Các chi bộ", "Lưu Văn phòng Đảng ủy")),
        ),
        (
            letter(urgency="HỎA TỐC", draft=True),
            ("Ủy ban nhân dân xã Suối Trúc", "31/UBND-VX", "Suối Trúc", "2031-02-05", "Công văn",
             "V/v mượn phòng đọc", ("UBND tỉnh (b/c)", "Các thôn", "Lưu: VT, VHXH")),
        ),
    ],
)  # fmt: skip
def test_the_head_and_the_recipients_are_read_as_written(paper, expected):
    assert facts(read(write(paper)).header) == expected


def test_who_signs_is_read_as_written():
    assert read(write(plan())).header.signatory == Signatory(
        "Lê Văn Trúc", "Phó Chủ tịch", ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH")
    )
    assert read(write(party_plan())).header.signatory == Signatory(
        "Trần Thị Mây", "Bí thư", ("T/M BAN THƯỜNG VỤ",)
    )


def told(task):
    """A task as a row of an annex says it."""
    return (
        task.text,
        "; ".join(unit.name for unit in task.lead),
        "; ".join(unit.name for unit in task.coordinators),
        task.time.raw if task.time else "",
        task.product or "",
    )


def said(row):
    return (row.words, row.lead, row.coordinators, row.time, row.product)


@pytest.mark.parametrize("written", [plan(), party_plan(), task_annex()])
def test_the_tasks_of_the_annex_are_read_as_written(written):
    assert [told(task) for task in read(write(written)).tasks if "Phụ lục" not in task.text] == [
        said(row) for row in ROWS
    ]


def test_a_task_of_the_annex_stands_under_the_headings_it_was_written_under():
    reading = read(write(task_annex(label="Phụ lục II")))
    assert [section.label.split(".", 1)[-1] for section in reading.outline[1:]] == ["II", "II.1", "II.2"]
    assert [task.section.split(".", 1)[-1] for task in reading.tasks] == [row.section for row in ROWS]


VERBS = ("Tổ chức", "Biên soạn", "Sửa", "Mở", "Kiểm tra")
THINGS = ("ngày hội đọc sách", "tờ gấp về rừng tre", "nhà văn hóa thôn", "lớp tiếng Anh", "bến đò")
UNITS = (
    "Phòng Kinh tế",
    "Phòng Văn hóa - Xã hội",
    "Công an xã",
    "Trường Tiểu học Suối Trúc",
    "Văn phòng HĐND và UBND xã",
)
TIMES = ("Trước ngày 15/3/2031", "Quý II/2031", "Thường xuyên", "Hằng năm", "Tháng 9/2031")
PRODUCTS = ("", "Báo cáo", "Tờ gấp", "Danh sách học viên")
MADE = st.builds(
    lambda verb, thing, lead, time, product, at: Row(f"{verb} {thing}", lead, "", time, product, section=f"II.{at}"),
    st.sampled_from(VERBS), st.sampled_from(THINGS), st.sampled_from(UNITS), st.sampled_from(TIMES),
    st.sampled_from(PRODUCTS), st.integers(1, 3),
)  # fmt: skip
TITLES = {"II": "NHIỆM VỤ", "II.1": "Tuyên truyền", "II.2": "Đào tạo", "II.3": "Kiểm tra"}
QUICK = settings(
    max_examples=20, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)


@QUICK
@given(
    rows=st.lists(MADE, min_size=2, max_size=9),
    number=st.integers(1, 999),
    day=st.dates(date(2031, 1, 1), date(2031, 12, 31)),
)
def test_whatever_tasks_are_assigned_they_are_read_as_written(rows, number, day):
    carrier = Carrier("Kế hoạch", "Ủy ban nhân dân xã Suối Trúc", "KH-UBND", str(number), day)
    made = plan(number=str(number), date=day, annexes=(annex(rows, headings=TITLES, carrier=carrier),))
    data = write(made)
    found = read_content(read_docx(data))
    assert (found.header.code, found.header.date) == (f"{number:02d}/KH-UBND", day.isoformat())
    assert [told(task) for task in found.tasks if "Phụ lục" not in task.text] == [said(row) for row in rows]
    assert check(data, style=style_of("nd30")) == ()


SIGNS = st.text(st.characters(codec="utf-16"), max_size=60)


@QUICK
@given(title=SIGNS, words=SIGNS, name=SIGNS, cell=SIGNS)
def test_no_words_break_a_file(title, words, name, cell):
    made = plan(
        title=title,
        body=(Block(words),),
        issuer=name,
        recipients=(name,),
        annexes=(annex([Row(cell)], headings={}),),
    )
    data = write(made)
    assert data == write(made)
    assert read_docx(data).blocks
    check(data, style=style_of("nd30"))
