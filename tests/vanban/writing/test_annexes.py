"""The annex of tasks: pages turned, headings across, a head on each page, rows whole."""

from __future__ import annotations

from docx.enum.section import WD_ORIENT
from docx.shared import Mm

from vanban.writing import Row, annex, write
from vanban.writing.paper import Group
from written import CARRIER, HEADINGS, ROWS, lines, opened, plan, task_annex

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def table_of(data):
    """The last table of a document."""
    return opened(data).tables[-1]


def cells(data):
    """The words of each row of the annex; a cell that crosses columns is said once."""
    return [
        ["".join(node.text or "" for node in cell.iter(f"{W}t")) for cell in row.iterchildren(f"{W}tc")]
        for row in table_of(data)._tbl.iterchildren(f"{W}tr")
    ]


def test_an_annex_alone_is_turned_and_says_whose_it_is():
    data = write(task_annex())
    section = opened(data).sections[0]
    assert section.orientation == WD_ORIENT.LANDSCAPE
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (297, 210)
    assert lines(data)[:3] == [
        "Phụ lục",
        "PHÂN CÔNG NHIỆM VỤ",
        "(Kèm theo Kế hoạch số 31/KH-UBND ngày 05 tháng 02 năm 2031 của Ủy ban nhân dân xã Suối Trúc)",
    ]


def test_tasks_stand_under_their_headings_and_are_counted_there():
    assert cells(write(task_annex())) == [
        ["STT", "Nội dung nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian", "Sản phẩm"],
        ["II", "NHIỆM VỤ"],
        ["1", "Tuyên truyền"],
        ["1.1", ROWS[0].words, ROWS[0].lead, ROWS[0].coordinators, ROWS[0].time, ROWS[0].product],
        ["1.2", ROWS[1].words, ROWS[1].lead, ROWS[1].coordinators, ROWS[1].time, ROWS[1].product],
        ["2", "Thông tin trên mạng"],
        ["2.1", ROWS[2].words, ROWS[2].lead, "", ROWS[2].time, ROWS[2].product],
    ]


def test_a_heading_comes_again_where_another_stood_between_and_unknown_paths_have_none():
    said = [("a", "II.1"), ("b", "II.2"), ("c", "II.1"), ("d", "V.9"), ("e", "")]
    rows = [Row(words, section=section) for words, section in said]
    made = annex(rows, headings=HEADINGS).rows
    assert [row.label if isinstance(row, Group) else row.words for row in made] == [
        "II", "1", "a", "2", "b", "1", "c", "d", "e",
    ]  # fmt: skip
    assert [row.level for row in made if isinstance(row, Group)] == [1, 2, 2, 2]


def test_other_columns_are_shown_when_asked():
    rows = [Row("Đọc sách", leader="Phó Chủ tịch", basis="Mục I", note="Hằng năm")]
    shown = cells(write(annex(rows, headings={}, extra=("note", "leader", "basis"))))
    assert shown[0][6:] == ["Lãnh đạo phụ trách", "Căn cứ", "Ghi chú"]
    assert shown[1] == ["1", "Đọc sách", "", "", "", "", "Phó Chủ tịch", "Mục I", "Hằng năm"]


def test_the_head_stands_on_every_page_and_no_row_is_parted():
    rows = list(table_of(write(task_annex()))._tbl.iterchildren(f"{W}tr"))
    assert [row.find(f".//{W}tblHeader") is not None for row in rows] == [True] + [False] * 6
    assert all(row.find(f".//{W}cantSplit") is not None for row in rows)


def test_a_heading_stays_with_the_row_below():
    rows = list(table_of(write(task_annex()))._tbl.iterchildren(f"{W}tr"))
    kept = [all(one.find(f"{W}pPr/{W}keepNext") is not None for one in row.iter(f"{W}p")) for row in rows]
    assert kept == [False, True, True, False, False, True, False]


def test_the_table_fills_the_page():
    widths = [column.width for column in table_of(write(task_annex())).columns]
    assert abs(sum(widths) - Mm(297 - 30 - 20)) < Mm(1)


def test_the_annex_of_a_document_has_a_section_and_page_numbers_of_its_own():
    sections = opened(write(plan())).sections
    assert [one.orientation for one in sections] == [WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE]
    assert [one._sectPr.find(f"{W}pgNumType") is not None for one in sections] == [False, True]


def test_several_lines_of_a_cell_are_several_paragraphs():
    data = write(annex([Row("Mua sách\nĐọc sách")], headings={}, carrier=CARRIER))
    assert {"Mua sách", "Đọc sách"} <= set(lines(data))


def test_under_a_roman_heading_tasks_have_plain_numbers_and_a_heading_that_comes_again_goes_on():
    rows = [
        Row(words, section=section)
        for words, section in (("a", "II"), ("b", "II.1"), ("c", "II"), ("d", "II.1"))
    ]
    shown = cells(write(annex(rows, headings=HEADINGS)))
    assert [row[0] for row in shown] == ["STT", "II", "1", "1", "1.1", "II", "2", "1", "1.2"]
