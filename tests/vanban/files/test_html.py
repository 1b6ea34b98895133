"""Saved web pages: the document without the site around it, whatever wrote the page."""

from __future__ import annotations

import time

import pytest

from vanban.errors import DangerousFile
from vanban.files import load, parse
from vanban.files.blocks import Block, Paragraph, Table

BODY = """
<table><tr><td><b>ỦY BAN NHÂN DÂN<br>XÃ SUỐI TRÚC</b></td>
<td><b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</b><br>Độc lập - Tự do - Hạnh phúc</td></tr></table>
<p>I. MỤC ĐÍCH</p>
<p>Giữ   sạch
 <b>nguồn</b>&nbsp;nước cho các hộ dân trong toàn xã, cho trường và cho trạm y tế của xã Suối Trúc.</p>
<p>II. NHIỆM VỤ</p>
<p>1. Nạo vét mương ở thôn Mây, thôn Trúc và thôn Nứa, mỗi quý một lần, có ghi sổ từng đợt làm.</p>
"""
SITE = (
    "<html><head><title>Trang xã</title><style>p {color: red}</style></head><body><form>"
    "<nav><ul><li><a href='/'>Trang chủ</a></li></ul></nav><div class='menu'><a href='/tin'>Tin tức</a></div>"
    f"<div><div id='bai'>{BODY}</div><div class='ben'><a href='/x'>Tin khác</a></div></div>"
    "<script>document.write('mã')</script><footer>Bản quyền thuộc xã</footer></form></body></html>"
)


def blocks(page: str, *, charset: str = "utf-8") -> tuple[Block, ...]:
    return parse(page.encode(charset), kind="html").blocks


def lines(inside: str) -> list[str]:
    """The paragraphs of a page that holds nothing but its document."""
    found = blocks(f"<html><body>{inside}</body></html>")
    return [block.text for block in found if isinstance(block, Paragraph)]


def grid(inside: str) -> list[list[str]]:
    """The words of the only table."""
    (found,) = (block for block in blocks(f"<html><body>{inside}</body></html>") if isinstance(block, Table))
    return [["/".join(words) for words in row] for row in found.rows]


def test_a_page_is_its_document():
    assert blocks(SITE) == (
        Table(
            (
                (
                    ("ỦY BAN NHÂN DÂN", "XÃ SUỐI TRÚC"),
                    ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"),
                ),
            )
        ),
        Paragraph("I. MỤC ĐÍCH"),
        Paragraph(
            "Giữ sạch nguồn nước cho các hộ dân trong toàn xã, cho trường và cho trạm y tế của xã Suối Trúc."
        ),
        Paragraph("II. NHIỆM VỤ"),
        Paragraph(
            "1. Nạo vét mương ở thôn Mây, thôn Trúc và thôn Nứa, mỗi quý một lần, có ghi sổ từng đợt làm."
        ),
    )


@pytest.mark.parametrize(
    ("inside", "shown"),
    [
        ("<p>Sửa<br>kè</p>", ["Sửa kè"]),
        ("<p>- Sửa kè;<br>- Trồng tre.</p>", ["- Sửa kè;", "- Trồng tre."]),
        ("<div>Sửa kè<div>Trồng tre</div>Dọn rác</div>", ["Sửa kè", "Trồng tre", "Dọn rác"]),
        ("<p>Sửa <i>kè</i>, <a href='/x'>suối Mây</a>.</p>", ["Sửa kè, suối Mây."]),
        ("<ul><li>Sửa kè<li>Trồng tre</ul>", ["- Sửa kè", "- Trồng tre"]),
        ("<ol><li>Sửa kè<li>Trồng tre</ol>", ["1. Sửa kè", "2. Trồng tre"]),
        ("<ol start='4'><li>Sửa kè<li>Trồng tre</ol>", ["4. Sửa kè", "5. Trồng tre"]),
        ("<p>Sửa kè<span style='display: none'> kín</span></p>", ["Sửa kè"]),
        ("<p>Sửa kè<span style='mso-hide:all'> kín</span></p>", ["Sửa kè"]),
        ("<p>Sửa kè<span hidden> kín</span></p>", ["Sửa kè"]),
        ("<p>Sửa kè<script>let a = 1</script><!-- ghi chú --></p>", ["Sửa kè"]),
        ("<p>S&#7917;a k&egrave; &amp; d&#x1ecd;n</p>", ["Sửa kè & dọn"]),
        ("<p>Su\u031b\u0309a ke\u0300</p>", ["Sửa kè"]),
        ("<p></p><p>&nbsp;</p><p>Sửa kè</p>", ["Sửa kè"]),
    ],
)
def test_words_are_those_that_a_browser_shows(inside, shown):
    assert lines(inside) == shown


def test_columns_stay_where_cells_cover_others():
    page = (
        "<table><thead><tr><th>TT</th><th>Việc</th><th>Đơn vị</th></tr></thead><tbody>"
        "<tr><td>1</td><td>Sửa kè</td><td rowspan='2'><p>Thôn Mây</p><p>Thôn Trúc</p></td></tr>"
        "<tr><td>2</td><td>Trồng tre</td></tr><tr><td colspan='2'>Cộng</td><td>x</td></tr></tbody></table>"
    )
    assert grid(page) == [
        ["TT", "Việc", "Đơn vị"],
        ["1", "Sửa kè", "Thôn Mây/Thôn Trúc"],
        ["2", "Trồng tre", ""],
        ["Cộng", "", "x"],
    ]


def test_a_table_that_only_places_the_page_is_not_one():
    inner = "<table><tr><td>TT</td><td>Việc</td></tr><tr><td>1</td><td>Sửa kè</td></tr></table>"
    assert grid(f"<table><tr><td>Trang xã</td><td>{inner}</td></tr></table>") == [
        ["TT", "Việc"],
        ["1", "Sửa kè"],
    ]


WORD = (
    "<html xmlns:w='urn:schemas-microsoft-com:office:word'><head><meta http-equiv=Content-Type "
    "content='text/html; charset=windows-1252'></head><body><div class=Section1>"
    "<p class=MsoNormal>S&#7917;a k\xe8 th\xf4n M\xe2y \x96 su&#7889;i Tr\xfac<o:p></o:p></p></div></body></html>"
)


def test_a_page_saved_by_word():
    data = WORD.encode("latin-1")
    assert [block.text for block in parse(data, kind="html").blocks] == ["Sửa kè thôn Mây – suối Trúc"]


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16", "cp1258"])
def test_letters_are_those_that_the_page_was_saved_with(charset):
    words = "Thôn Mây giữ sạch nguồn nước"
    said = "windows-1258" if charset == "cp1258" else "utf-8" if charset != "utf-16" else "utf-16"
    page = f"<html><head><meta charset='{said}'></head><body><p>{words}</p></body></html>"
    if charset == "cp1258":  # this page has five marks of tone as letters of their own
        page = (
            page.replace("ữ", "ư\u0303")
            .replace("ạ", "a\u0323")
            .replace("ồ", "ô\u0300")
            .replace("ớ", "ơ\u0301")
        )
    assert [block.text for block in load(page.encode(charset)).blocks] == [words]


def test_depth_and_spans_do_no_harm():
    start = time.process_time()
    with pytest.raises(DangerousFile, match="quá sâu"):  # the words below that depth would be lost
        parse(b"<html><body>" + b"<div>" * 50_000 + "Sửa kè".encode(), kind="html")
    wide = b"<table>" + b"<tr><td colspan=99999 rowspan=99999>x</td></tr>" * 50 + b"</table>"
    assert parse(b"<html><body>" + wide, kind="html").blocks
    assert time.process_time() - start < 2


def test_a_long_list_takes_no_longer_for_each_item():
    start = time.process_time()
    found = lines("<ol>" + "<li>Sửa kè" * 60_000 + "</ol>")
    assert found[-1] == "60000. Sửa kè"
    assert time.process_time() - start < 3


NOTES = (
    "<html><body><div class=Section1>{body}</div><div style='mso-element:footnote-list'><hr>"
    "<div style='mso-element:footnote' id=ftn1><p>[1] Kế hoạch số 9/KH-UBND.</p></div></div></body></html>"
)


def test_footnotes_that_word_wrote_behind_the_page_are_notes():
    found = blocks(NOTES.format(body="<p>1. Sửa kè ở thôn Mây.</p>" * 20))
    assert found[-1] == Paragraph("[1] Kế hoạch số 9/KH-UBND.", note=True)
    assert not any(block.note for block in found[:-1])


@pytest.mark.parametrize(
    ("inside", "strong"),
    [
        ("<p><b>1. Sở Y tế:</b> Khám bệnh.</p>", 11),
        ("<p><strong>1. Sở</strong> <b>Y tế:</b> Khám bệnh.</p>", 11),
        ("<p><span style='font-weight: bold'>1. Sở Y tế</span></p>", 10),
        ("<p>1. <b>Sở Y tế</b></p>", 0),
        ("<p>1. Sở Y tế</p>", 0),
        ("<p><b></b>1. Sở Y tế</p>", 0),
    ],
)
def test_how_far_the_bold_at_the_start_goes(inside, strong):
    (found,) = blocks(f"<html><body>{inside}</body></html>")
    assert found.strong == strong
