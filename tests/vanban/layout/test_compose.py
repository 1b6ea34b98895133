"""Blocks become one text in which every place is known by its span."""

from __future__ import annotations

import pytest

from vanban.files.blocks import Content, Paragraph, Table
from vanban.layout.compose import compose, is_grid
from vanban.reading import read_content

HEAD = (("TT",), ("Nội dung",), ("Cơ quan chủ trì",))
TASKS = Table(
    (HEAD, (("1",), ("Sửa mái", "và lắp đèn"), ("Sở Xây dựng",)), (("2",), ("Trồng cây",), ())), page=2
)


def test_a_paragraph_is_a_line_and_each_line_has_its_span():
    layout = compose([Paragraph("Một"), Paragraph(""), Paragraph("Hai ba")])
    assert layout.text == "Một\nHai ba"
    assert [layout.text[line.start : line.end] for line in layout.lines] == ["Một", "Hai ba"]


def test_a_table_of_facts_is_a_grid_with_the_span_of_each_cell():
    layout = compose([Paragraph("Trước"), TASKS, Paragraph("Sau")])
    (grid,) = layout.grids
    cells = [[layout.text[start:end] for start, end in row] for row in grid.rows]
    assert cells == [
        ["TT", "Nội dung", "Cơ quan chủ trì"],
        ["1", "Sửa mái\nvà lắp đèn", "Sở Xây dựng"],
        ["2", "Trồng cây", ""],
    ]
    assert layout.text[slice(*grid.span)].startswith("TT") and layout.text.endswith("\nSau")
    assert [(line.row, line.col) for line in layout.lines if line.text == "và lắp đèn"] == [(1, 1)]


@pytest.mark.parametrize(
    ("rows", "wanted"),
    [
        (TASKS.rows, True),
        ((HEAD,), False),
        (
            (
                (("ỦY BAN NHÂN DÂN",), ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",)),
                (("Số: 5/KH-UBND",), ("Bến Mây, ngày 5",)),
            ),
            False,
        ),
        (((("Nơi nhận:", "- Lưu: VT."), ("TM. ỦY BAN NHÂN DÂN",)), ((), ("Lê Văn Trúc",))), False),
        ((), False),
        (((),), False),
    ],
)
def test_a_table_that_only_places_words_is_no_grid(rows, wanted):
    assert is_grid(rows) is wanted


def test_the_words_of_a_letterhead_in_a_table_are_read_in_order():
    rows = (
        (
            ("ỦY BAN NHÂN DÂN", "XÃ SUỐI TRÚC"),
            ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"),
        ),
        (("Số: 5/KH-UBND",), ("Suối Trúc, ngày 05 tháng 3 năm 2030",)),
    )
    blocks = (
        Table(rows),
        Paragraph("KẾ HOẠCH"),
        Paragraph("Phát triển thư viện"),
        Paragraph("I. NHIỆM VỤ"),
        Paragraph("1. Sửa mái nhà."),
    )
    header = read_content(Content("docx", blocks)).header
    assert (header.issuer, header.code, header.date) == (
        "Ủy ban nhân dân xã Suối Trúc",
        "5/KH-UBND",
        "2030-03-05",
    )
    assert (header.type, header.title) == ("Kế hoạch", "Phát triển thư viện")


def test_pages_part_the_text_without_gaps():
    layout = compose([Paragraph("Một", page=1), Paragraph("Hai", page=1), TASKS, Paragraph("Cuối", page=3)])
    assert [page.start for page in layout.pages] == [0, layout.text.index("TT"), layout.text.index("Cuối")]
    assert [page.end for page in layout.pages] == [
        *(page.start for page in layout.pages[1:]),
        len(layout.text),
    ]


def test_without_pages_there_are_none():
    assert compose([Paragraph("Một")]).pages == [] and compose([]).text == ""


def test_margins_of_pages_are_left_out_and_notes_are_kept_for_citations():
    blocks = (
        Paragraph("Trang 1", page=1, margin=True),
        Paragraph("I. NHIỆM VỤ", page=1),
        Paragraph("1. Sửa mái nhà văn hóa.", page=1),
        Paragraph("Kế hoạch số 98/KH-UBND của UBND tỉnh Bến Mây.", page=1, note=True),
    )
    reading = read_content(Content("docx", blocks, pages=1))
    assert "Trang 1" not in reading.text
    assert [one.number for one in reading.citations] == ["98/KH-UBND"]
    assert [task.text for task in reading.tasks] == ["Sửa mái nhà văn hóa."]


def test_what_a_reader_noticed_is_a_warning():
    codes = [one.code for one in read_content(Content("docx", (), remarks=("wrong-extension",))).warnings]
    assert codes[0] == "wrong-extension"
