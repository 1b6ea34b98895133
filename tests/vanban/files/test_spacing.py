"""Where paragraphs of a PDF end: seen from how far lines reach, how far apart they stand, where they begin."""

from __future__ import annotations

import pytest
import typst

import vanban
from papers import PLAN
from vanban.files.rows import Piece
from vanban.files.spacing import parted

FULL = (
    "Sửa cầu treo và trồng cây giữ đất ở bờ suối của xã, làm ngay",
    "trong mùa khô năm nay, xong trước khi có lũ, các thôn ở gần.",
    "Việc nào chưa xong thì chuyển sang năm sau, báo cho mọi nhà.",
)
L, R = 80.0, 520.0


def line(text: str, base: float, *, left: float = L, right: float | None = None) -> Piece:
    """A line whose letters are 7 points wide, or that is stretched to ``right``."""
    return Piece(text, left, right if right else left + 7 * len(text), base, 12.0)


def page(*lines: Piece) -> list[Piece]:
    """Lines below a paragraph of full ones, which show the margins."""
    return [line(words, 896 - 16 * at, right=R) for at, words in enumerate(FULL * 4)] + list(lines)


def after(*lines: Piece) -> list[str]:
    """What stands behind the full lines: words, with "" where a paragraph ends."""
    return [block.text for block in parted([page(*lines)])][len(FULL) * 4 :]


def test_lines_to_the_margin_go_on():
    assert after(line("nhất là ở thôn Mây.", 704)) == ["nhất là ở thôn Mây."]


def test_a_paragraph_ends_where_the_next_word_would_have_fitted():
    said = after(line("nhất là ở thôn Mây", 704), line("Các thôn", 688))
    assert said == ["nhất là ở thôn Mây", "", "Các thôn"]


def test_a_line_ends_early_before_a_long_word():
    short = line("nhất là ở thôn Mây", 704, right=R - 40)
    assert after(short, line("phường-xã-thị-trấn khác", 688)) == [short.text, "phường-xã-thị-trấn khác"]
    assert after(short, line("ở xã", 688)) == [short.text, "", "ở xã"]


def test_a_wider_gap_parts_lines_that_reach_the_margin():
    assert after(line(FULL[0], 704, right=R), line(FULL[1], 682, right=R)) == [FULL[0], "", FULL[1]]


@pytest.mark.parametrize(
    ("above", "below", "whole"),
    [
        ("PHÁT TRIỂN THƯ VIỆN", "NĂM 2030", True),
        ("Phát triển thư viện", "ở thôn bản năm 2030", True),
        ("KẾ HOẠCH", "PHÁT TRIỂN THƯ VIỆN", False),
        ("PHỤ LỤC I", "VIỆC CỦA CÁC THÔN BẢN", False),
        ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", False),
        ("VIỆC CỦA CÁC THÔN BẢN", "(Kèm theo Kế hoạch số 5/KH-UBND)", False),
    ],
)
def test_lines_around_one_middle_are_one_title(above, below, whole):
    lines = [line(text, 688 - 16 * at, left=300 - 3.5 * len(text)) for at, text in enumerate((above, below))]
    assert after(*lines)[1:] == ([f"{above} {below}"] if whole else [above, below])


def test_a_title_ends_above_the_text():
    title = line("Phát triển thư viện", 704, left=233.5)
    assert after(title, line(FULL[0], 688, right=R))[-2:] == ["", FULL[0]]


def items(*, left: float = L, gap: float = 16) -> list[Piece]:
    """A list of short items, as tall as five gaps."""
    return [line(f"{n}. Dọn suối", 704 - gap * n, left=left) for n in range(1, 7)]


@pytest.mark.parametrize(("left", "parts"), [(L + 36, True), (L, False)])
def test_an_indent_begins_a_paragraph_where_items_are_indented(left, parts):
    last = line(FULL[1], 560, left=left, right=R)
    said = after(*items(left=L + 36), line("Các thôn", 592, left=L + 36), line(FULL[2], 576, right=R), last)
    assert said[-2:] == (["", FULL[1]] if parts else ["", f"{FULL[2]} {FULL[1]}"])


@pytest.mark.parametrize("style", [{"left": L + 36}, {"gap": 22}])
def test_a_bullet_at_the_margin_is_none_where_paragraphs_begin_otherwise(style):
    """ "… kinh tế" / "- xã hội …": a dash that the end of a line left behind."""
    said = after(
        *items(**style), line("Phát triển kinh tế", 550, left=L + 36, right=R), line("- xã hội năm 2030", 534)
    )
    assert said[-1] == "Phát triển kinh tế - xã hội năm 2030"
    plain = after(*items(), line("Phát triển kinh tế", 550, right=R), line("- xã hội năm 2030", 534))
    assert plain[-1] == "- xã hội năm 2030"


@pytest.mark.parametrize(("first", "whole"), [("và ở thôn Nứa.", True), ("- Các thôn khác.", False)])
def test_a_paragraph_goes_on_over_the_page_where_gaps_part_paragraphs(first, whole):
    pages = [page(*items(gap=22), line("Sửa cầu treo ở thôn Mây", 550, right=R)), [line(first, 800)]]
    last = [block.text for block in parted(pages)][-1]
    assert last == ("Sửa cầu treo ở thôn Mây và ở thôn Nứa." if whole else first)


def test_a_short_page_has_the_margins_of_the_one_before():
    blocks = parted([page(), [line("Sửa cầu.", 800), line("Các thôn", 784)]])
    assert [block.text for block in blocks][-3:] == ["Sửa cầu.", "", "Các thôn"]


def test_a_drawn_line_of_signs_parts():
    assert after(line("Phát triển", 704, right=R), line("______", 688), line("thư viện", 672))[1:] == [
        "",
        "thư viện",
    ]


STYLES = {
    "justified": "#set par(justify: true)",
    "ragged": "#set par(justify: false)",
    "indented": "#set par(justify: true, first-line-indent: (amount: 1.25cm, all: true), spacing: 0.65em)",
    "narrow": "#set par(justify: true)\n#set page(margin: (x: 5cm))",
}


@pytest.mark.parametrize("style", STYLES)
def test_a_typeset_plan_says_what_its_text_says(style):
    words = "\n\n".join(
        "#text[" + "".join(f"\\u{{{ord(sign):x}}}" for sign in one) + "]" for one in PLAN.split("\n") if one
    )
    data = bytes(typst.compile(f'#set text(font: "DejaVu Serif", 12pt)\n{STYLES[style]}\n{words}'.encode()))
    document, expected = vanban.read(data), vanban.read_text(PLAN)
    assert [section.title for section in document.outline] == [section.title for section in expected.outline]
    assert [task.text for task in document.tasks] == [task.text for task in expected.tasks]
    assert document.header.title == expected.header.title
