"""Columns that are set with tabs, where a table was meant."""

from __future__ import annotations

from vanban.files.blocks import Content, Paragraph, Table
from vanban.files.tabbed import tabled

LETTERHEAD = [
    "ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "XÃ SUỐI MÂY\tĐộc lập - Tự do - Hạnh phúc",
    "Số: 9/KH-UBND\t\tSuối Mây, ngày 5 tháng 3 năm 2030",
]
FOOT = ["Nơi nhận:\tTM. ỦY BAN NHÂN DÂN", "- Như trên;\tCHỦ TỊCH", "- Thôn Trúc;", "- Lưu: VT.\tLê Văn Tre"]


def columns(*texts, **said):
    """The blocks; a table as its columns, each its lines."""
    content = tabled(Content("docx", tuple(map(Paragraph, texts)), **said))
    return [
        [list(cell) for cell in block.rows[0]] if isinstance(block, Table) else block.text
        for block in content.blocks
    ]


def test_a_letterhead_is_a_table():
    assert columns(*LETTERHEAD, "KẾ HOẠCH", "Việc\t5 ngày") == [
        [
            ["ỦY BAN NHÂN DÂN", "XÃ SUỐI MÂY", "Số: 9/KH-UBND"],
            [
                "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                "Độc lập - Tự do - Hạnh phúc",
                "Suối Mây, ngày 5 tháng 3 năm 2030",
            ],
        ],
        "KẾ HOẠCH",
        "Việc\t5 ngày",
    ]


def test_a_foot_is_a_table_and_its_left_column_may_be_longer():
    assert columns("Làm ngay.", *FOOT, "Hết") == [
        "Làm ngay.",
        [
            ["Nơi nhận:", "- Như trên;", "- Thôn Trúc;", "- Lưu: VT."],
            ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Lê Văn Tre"],
        ],
        "Hết",
    ]


def test_recipients_may_begin_above_the_signature():
    (foot,) = columns("Nơi nhận:", "- Như trên;\tCHỦ TỊCH")
    assert foot == [["Nơi nhận:", "- Như trên;"], ["CHỦ TỊCH"]]


def test_both_in_one_document():
    assert [type(block) for block in columns(*LETTERHEAD, "KẾ HOẠCH", *FOOT)] == [list, str, list]


def test_what_no_letterhead_holds_stays():
    rows = ["Việc\tHạn", "Dọn rác\tQuý I", "a\tb\tĐộc lập - Tự do - Hạnh phúc"]
    assert columns(*rows) == rows
    assert columns(*LETTERHEAD, wrapped=True) == LETTERHEAD
    assert columns(*["x"] * 30, *LETTERHEAD)[-3:] == LETTERHEAD


def test_margins_are_no_letterhead():
    margin = Paragraph(LETTERHEAD[0], margin=True)
    assert tabled(Content("docx", (margin, Paragraph("a\tb")))).blocks[0] == margin
