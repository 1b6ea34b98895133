"""What a PDF says: columns, tables, pages, letters out of order; what stands on its pages and is no text."""

from __future__ import annotations

import pytest
import typst

import vanban
from pdffiles import pdf, rule, shown
from vanban.errors import BrokenFile, Encrypted, NotYetReadable, NoWords
from vanban.files import load
from vanban.files.blocks import Paragraph, Table
from vanban.files.pdf import is_broken

BODY = [
    "I. MỤC ĐÍCH",
    "Sửa cầu treo và trồng cây giữ đất ở bờ suối của xã, làm",
    "xong trước mùa mưa.",
    "II. NHIỆM VỤ",
    "Mỗi thôn trồng một vườn cây ở nơi đất trống của thôn.",
]
DIFFERENT = [[f"{line} ({name})" for line in BODY] for name in ("thôn Mây", "thôn Trúc", "thôn Nứa")]
LETTERHEAD = [
    ((60, "ỦY BAN NHÂN DÂN"), (260, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")),
    ((60, "XÃ SUỐI TRÚC"), (300, "Độc lập - Tự do - Hạnh phúc")),
    ((60, "Số: 12/KH-UBND"), (300, "Suối Trúc, ngày 05 tháng 3 năm 2030")),
]
HEAD = Table(
    (
        (
            ("ỦY BAN NHÂN DÂN", "XÃ SUỐI TRÚC", "Số: 12/KH-UBND"),
            (
                "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                "Độc lập - Tự do - Hạnh phúc",
                "Suối Trúc, ngày 05 tháng 3 năm 2030",
            ),
        ),
    ),
    page=1,
)  # fmt: skip


def rows(*said: tuple[tuple[float, str], ...], top: float = 790, drop: float = 0) -> str:
    """Lines of a page, each its pieces with their left edges; ``drop`` lowers every piece after the first."""
    return "".join(
        shown(words, left=left, base=top - 16 * at - (drop if column else 0), size=10)
        for at, line in enumerate(said)
        for column, (left, words) in enumerate(line)
    )


def said(*pages: str) -> list[str]:
    """The lines that are read, without the blank ones between paragraphs."""
    return [block.text for block in load(pdf(pages=list(pages))).blocks if block.text]


def body(lines: list[str], *, top: float = 700) -> str:
    return rows(*(((60, line),) for line in lines), top=top)


@pytest.mark.parametrize("drop", [0, 4])
def test_a_letterhead_is_two_columns(drop):
    page = rows(*LETTERHEAD, drop=drop) + rows(((260, "KẾ HOẠCH"),), top=730) + body(BODY)
    content = load(pdf(pages=[page]))
    assert content.blocks[:2] == (HEAD, Paragraph("KẾ HOẠCH", 1))
    assert [block.text for block in content.blocks[2:] if block.text] == BODY
    assert (content.kind, content.pages, content.wrapped) == ("pdf", 1, True)


def test_columns_that_the_file_writes_one_after_the_other():
    by_column = rows(*((line[0],) for line in LETTERHEAD)) + rows(*((line[1],) for line in LETTERHEAD))
    assert load(pdf(pages=[by_column + body(BODY)])).blocks[0] == HEAD


def test_the_foot_is_two_columns_whatever_the_length_of_its_lines():
    foot = rows(
        ((60, "Nơi nhận:"), (360, "TM. ỦY BAN NHÂN DÂN")),
        ((60, "- UBND tỉnh;"), (390, "CHỦ TỊCH")),
        ((60, "- Các phòng, ban của xã và trưởng các thôn bản, tổ dân phố ở xa;"),),
        ((60, "- Lưu: VT."),),
        ((380, "Trần Văn Mẫu"),),
        top=500,
    )
    content = load(pdf(pages=[body(BODY * 2), body(BODY) + foot]))
    assert content.blocks[-1] == Table(
        (
            (
                (
                    "Nơi nhận:",
                    "- UBND tỉnh;",
                    "- Các phòng, ban của xã và trưởng các thôn bản, tổ dân phố ở xa;",
                    "- Lưu: VT.",
                ),
                ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Trần Văn Mẫu"),
            ),
        ),
        page=2,
    )


def grid(
    cells: list[list[list[str]]],
    *,
    top: float,
    widths: tuple[float, ...] = (60, 100, 330, 520),
    closed: bool = True,
) -> str:
    """A ruled table; each cell is its lines. ``closed``: a rule stands below the last row, too."""
    out, height = "", top
    out += rule(widths[0], top, widths[-1], top)
    for row in cells:
        for left, cell in zip(widths, row, strict=False):
            out += "".join(
                shown(line, left=left + 4, base=height - 14 - 14 * at, size=9) for at, line in enumerate(cell)
            )
        bottom = height - 8 - 14 * max(map(len, row))
        if closed or row is not cells[-1]:
            out += rule(widths[0], bottom, widths[-1], bottom)
        out += "".join(rule(width, bottom, width, height) for width in widths)
        height = bottom
    return out


TASKS = [
    [["TT"], ["Nhiệm vụ"], ["Chủ trì"]],
    [["1"], ["Sửa cầu treo của xã,", "làm trước mùa mưa"], ["Phòng Kinh tế"]],
    [["2"], ["- Trồng cây;", "- Rào bờ suối"], ["Các thôn"]],
]


def test_a_ruled_table_keeps_its_cells():
    content = load(pdf(pages=[body(BODY) + grid(TASKS, top=560)]))
    assert content.blocks[-1] == Table(
        (
            (("TT",), ("Nhiệm vụ",), ("Chủ trì",)),
            (("1",), ("Sửa cầu treo của xã, làm trước mùa mưa",), ("Phòng Kinh tế",)),
            (("2",), ("- Trồng cây;", "- Rào bờ suối"), ("Các thôn",)),
        ),
        page=1,
    )


def test_a_table_goes_on_over_pages():
    first = body(BODY) + grid(TASKS, top=560)
    second = grid([TASKS[0], [[], ["cao một mét"], []], [["3"], ["Dọn suối"], ["Các thôn"]]], top=780)
    tables = [block for block in load(pdf(pages=[first, second])).blocks if isinstance(block, Table)]
    assert [row[1] for row in tables[0].rows[2:]] == [
        ("- Trồng cây;", "- Rào bờ suối cao một mét"),
        ("Dọn suối",),
    ]
    assert len(tables) == 1


def test_a_row_that_the_end_of_the_page_cut_needs_no_rule_there():
    cut = grid(TASKS, top=560, closed=False)
    assert (
        load(pdf(pages=[body(BODY) + cut])).blocks
        == load(pdf(pages=[body(BODY) + grid(TASKS, top=560)])).blocks
    )


def test_letters_that_a_browser_prints_twice_where_it_cuts_a_page_are_read_once():
    first, second = body([*BODY, "Ủ Ấ"]), body(["Ủy ban nhân dân xã và Ấp Trúc làm việc này.", *BODY])
    assert said(first, second) == [*BODY, "Ủy ban nhân dân xã và Ấp Trúc làm việc này.", *BODY]


def test_an_annex_on_the_page_of_the_foot_is_not_in_its_columns():
    foot = rows(
        ((60, "Nơi nhận:"), (360, "TM. ỦY BAN NHÂN DÂN")),
        ((60, "- Lưu: VT."), (390, "CHỦ TỊCH")),
        ((260, "PHỤ LỤC"),),
        ((200, "Danh mục việc của các thôn"),),
        top=500,
    )
    blocks = [block for block in load(pdf(pages=[body(BODY) + foot])).blocks if block != Paragraph("", 1)]
    assert blocks[-2:] == [Paragraph("PHỤ LỤC", 1), Paragraph("Danh mục việc của các thôn", 1)]


def test_a_date_that_its_column_cut_is_whole():
    head = [
        *LETTERHEAD[:2],
        ((60, "Số: 12/KH-UBND"), (300, "Suối Trúc, ngày 05 tháng 3 năm")),
        ((380, "2030"),),
    ]
    assert load(pdf(pages=[rows(*head) + body(BODY)])).blocks[0] == HEAD


def test_a_number_that_the_end_of_a_line_cut_is_whole():
    lines = ["Sửa cầu treo của xã theo Quyết định số 12/QĐ-", "UBND ngày 05 tháng 3 năm 2030 của xã.", *BODY]
    text = vanban.read(pdf(pages=[body(lines)])).text
    assert "số 12/QĐ-UBND ngày" in text


def test_filled_boxes_are_no_table():
    boxes = "1 g " + "".join(f"{60 + 9 * at} {690 - 16 * at} 400 14 re f " for at in range(6)) + "0 g "
    assert said(boxes + body(BODY)) == BODY


@pytest.mark.parametrize("number", ["{}", "- {} -", "Trang {}", "{}/3"])
@pytest.mark.parametrize("base", [820, 30])
def test_numbers_of_pages_go(number, base):
    pages = [body(DIFFERENT[at]) + shown(number.format(at + 1), left=290, base=base) for at in range(3)]
    assert said(*pages) == sum(DIFFERENT, [])


def test_running_lines_and_stamps_of_signatures_go():
    extra = "Suối Trúc, kế hoạch năm 2030, trang {}"
    pages = [
        shown(extra.format(at + 1), left=60, base=820)
        + body(DIFFERENT[at])
        + body(["Người ký: Xã Suối Trúc", "Thời gian ký: 05.03.2030 08:15:20 +07:00"], top=80)
        for at in range(3)
    ]
    lines = [block for block in load(pdf(pages=pages)).blocks if block.text]
    assert [line.text for line in lines] == sum(DIFFERENT, [])
    assert [line.page for line in lines[::5]] == [1, 2, 3]


def scrambled(line: str, *, base: float) -> str:
    """The plain letters of a line first, then those with marks, each where it belongs."""
    out = ""
    for plain in (True, False):
        shown_letters = "".join(
            f"<{letter.encode('utf-16-be').hex()}> " if letter.isascii() is plain else "-600 "
            for letter in line
        )
        out += f"BT /F1 10 Tf 1 0 0 1 60 {base} Tm [{shown_letters}] TJ ET\n"
    return out


def test_letters_out_of_order_are_put_together_by_their_places():
    pages = ["".join(scrambled(line, base=700 - 16 * at) for at, line in enumerate(BODY * 3))] * 2
    assert said(*pages) == BODY * 6


def test_words_of_one_letter_are_no_sign_of_disorder():
    assert not is_broken("ở ý ô à " * 20 + "cầu treo " * 40)
    assert is_broken("HUY N TH NGHI M Ệ Ử Ệ " * 20)


def test_words_are_parted_by_blanks_however_narrow():
    words = "".join(f"<{one.encode('utf-16-be').hex()}> 520 " for one in ("Sửa", " cầu", " treo"))
    squeezed = f"BT /F1 10 Tf 1 0 0 1 60 700 Tm [{words}] TJ ET\n"
    assert load(pdf(pages=[squeezed + body(BODY, top=680)])).blocks[0].text == "Sửa cầu treo"


def test_a_file_of_a_typesetter():
    words = '#set text(font: "DejaVu Serif")\n#table(columns: 3, [TT], [Nhiệm vụ], [Chủ trì], [1], [Sửa cầu], [Xã])\n'
    content = load(bytes(typst.compile((words + "\n\n".join(BODY)).encode())))
    assert content.blocks[0] == Table(
        ((("TT",), ("Nhiệm vụ",), ("Chủ trì",)), (("1",), ("Sửa cầu",), ("Xã",))), page=1
    )
    assert content.blocks[1].text == "I. MỤC ĐÍCH"


def test_pages_without_anything_are_no_document():
    with pytest.raises(NoWords):
        load(pdf(pages=["q 1 0 0 1 0 0 cm Q", "q Q"]))


def test_a_password_is_named():
    data = pdf(lines=BODY, trailer="/Encrypt 5 0 R /ID [<00> <00>]").replace(
        b"5 0 obj\n<< >>",
        b"5 0 obj\n<< /Filter /Standard /V 1 /R 2 /P -4 /O (" + b"o" * 32 + b") /U (" + b"u" * 32 + b") >>",
    )
    with pytest.raises(Encrypted, match="mật khẩu"):
        load(data)


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", b"%PDF-1.7\n%%EOF", pdf(pages=[]), pdf(lines=BODY)[:300]])
def test_what_is_left_of_a_file_is_refused(data):
    with pytest.raises((BrokenFile, NotYetReadable)):
        load(data)


def test_pages_that_hold_each_other_come_to_an_end():
    data = pdf(lines=BODY).replace(b"/Kids [6 0 R]", b"/Kids [2 0 R]")
    with pytest.raises((BrokenFile, NotYetReadable)):
        load(data)
