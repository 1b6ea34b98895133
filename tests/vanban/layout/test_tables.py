"""Tables as crawled text holds them: one row a line, or one cell a line between bare bars."""

from __future__ import annotations

import pytest

from vanban import read_text
from vanban.files.blocks import Paragraph, Table
from vanban.layout.plain import blocks_of_lines
from vanban.layout.tables import is_row, rows_of_bars, rows_of_lines

ROWS = [
    ["TT", "Nội dung", "Cơ quan chủ trì", "Thời gian"],
    ["1", "Sửa mái nhà văn hóa", "Sở Xây dựng", "Quý III/2030"],
    ["2", "Trồng cây quanh sân", "Tỉnh đoàn", "Hằng năm"],
]


def words(rows):
    """The words of each cell."""
    return [[" ".join(cell) for cell in row] for row in rows]


def bars(rows):
    """The rows with each cell closed by a bare bar, an empty part between two rows."""
    lines = ["|"]
    for row in rows:
        for cell in row:
            lines += [*cell.split("\n"), "|"] if cell else ["|"]
        lines.append("|")
    return lines


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("| a | b |", True),
        ("|a|b|", True),
        ("| --- | --- |", True),
        ("|", False),
        ("a | b", False),
        ("| a", False),
        ("||", False),
    ],
)
def test_a_row_on_a_line_is_known(line, wanted):
    assert is_row(line) is wanted


def test_rows_on_lines():
    lines = ["| " + " | ".join(row) + " |" for row in ROWS]
    lines.insert(1, "| --- | :---: | --- | --- |")
    assert words(rows_of_lines(lines)) == ROWS


def test_an_empty_cell_on_a_line_keeps_its_column():
    assert words(rows_of_lines(["| 1 | | Sở Y tế |", "||b|c|"])) == [["1", "", "Sở Y tế"], ["", "b", "c"]]


@pytest.mark.parametrize("mark", ["<br>", "<br/>", "<br />"])
def test_a_cell_on_a_line_is_parted_where_its_lines_end(mark):
    (row,) = rows_of_lines([f"| 1 | Sở Xây dựng;{mark}Công an tỉnh | Quý III |"])
    assert row[1] == ["Sở Xây dựng;", "Công an tỉnh"]


def test_cells_between_bars():
    (table,) = [
        block
        for block in blocks_of_lines(["Danh mục:", "", *bars(ROWS), "", "Hết."])
        if isinstance(block, Table)
    ]
    assert words(table.rows) == ROWS


def test_an_empty_cell_between_bars_keeps_its_column():
    rows = [
        ROWS[0],
        ["1", "Sửa mái nhà văn hóa", "", "Quý III/2030"],
        ["2", "Trồng cây quanh sân", "Tỉnh đoàn", ""],
    ]
    (table,) = [block for block in blocks_of_lines(bars(rows)) if isinstance(block, Table)]
    assert [(row + [""])[:4] for row in words(table.rows)] == rows


def test_a_cell_may_hold_several_lines():
    rows = [ROWS[0], ["1", "Sửa mái nhà văn hóa", "Sở Xây dựng;\nCông an tỉnh", "Quý III/2030"]]
    (table,) = [block for block in blocks_of_lines(bars(rows)) if isinstance(block, Table)]
    assert "Sở Xây dựng;" in words(table.rows)[1][2] and "Công an tỉnh" in words(table.rows)[1][2]


def test_no_parts_give_no_rows():
    assert rows_of_bars([]) == [] and rows_of_bars([[], [], []]) == [] and rows_of_lines([]) == []


@pytest.mark.parametrize(
    "lines", [["| " + " | ".join(row) + " |" for row in ROWS], bars(ROWS)], ids=["rows", "bars"]
)
def test_both_forms_read_as_the_same_tasks(lines):
    reading = read_text("\n".join(["I. NHIỆM VỤ", "", "1. Nhiệm vụ cụ thể như sau:", "", *lines]))
    rows = [task for task in reading.tasks if task.lead]
    assert [(task.text, task.lead[0].name, task.time.kind) for task in rows] == [
        ("Sửa mái nhà văn hóa", "Sở Xây dựng", "within"),
        ("Trồng cây quanh sân", "Tỉnh đoàn", "recurring"),
    ]


def test_paragraphs_around_a_table_stay_where_they_were():
    blocks = blocks_of_lines(["Trước bảng.", "", "| a | b |", "| c | d |", "", "Sau bảng."])
    assert [isinstance(block, Table) for block in blocks] == [False, True, False]
    assert isinstance(blocks[0], Paragraph)
