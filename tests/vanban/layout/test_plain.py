"""Plain and crawled text: what a site puts around a document is left out, what a document says is kept."""

from __future__ import annotations

import pytest

from papers import plan
from vanban import read_text
from vanban.files.blocks import Paragraph
from vanban.layout.marks import clean, has_words
from vanban.layout.plain import blocks_of_lines

ROOF = "Sửa mái nhà văn hóa thôn và lắp đèn ở sân."


def paragraphs(text):
    return [block.text for block in blocks_of_lines(text.splitlines()) if isinstance(block, Paragraph)]


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("**Sở Y tế** chủ trì", "Sở Y tế chủ trì"),
        ("*Sở Y tế* chủ trì", "Sở Y tế chủ trì"),
        ("## I. NHIỆM VỤ", "I. NHIỆM VỤ"),
        ("1\\. Sở Y tế", "1. Sở Y tế"),
        ("Sở \u00a0 Y\u200b tế\t chủ trì", "Sở Y tế chủ trì"),
        ("_____", ""),
        ("", ""),
    ],
)
def test_typing_marks_are_no_words(line, wanted):
    assert clean(line) == wanted


@pytest.mark.parametrize(
    ("line", "wanted"),
    [("-----", False), ("*", False), ("…", False), ("", False), ("a", True), ("- 5", True)],
)
def test_a_rule_has_no_words(line, wanted):
    assert has_words(line) is wanted


def test_what_a_site_puts_around_a_document_is_left_out():
    page = "\n".join(
        [
            "Trang chủ", "Tin tức", "Thứ ba - 18/06/2030 04:00", "Lượt xem: 120", "", plan("1. " + ROOF),
            "", "Văn bản liên quan", "Kế hoạch số 5/KH-UBND về cây xanh", "Bình luận của bạn đọc",
        ]
    )  # fmt: skip
    text = read_text(page).text
    assert text.startswith("ỦY BAN NHÂN DÂN") and ROOF in text
    assert [
        word
        for word in ("Trang chủ", "18/06/2030", "Văn bản liên quan", "cây xanh", "Bình luận")
        if word in text
    ] == []


def test_a_caption_inside_the_text_is_dropped():
    assert (
        "Ảnh"
        not in read_text(
            plan("1. " + ROOF, "Lãnh đạo xã thăm nhà văn hóa - Ảnh: Đài xã", "2. Trồng cây.")
        ).text
    )


def test_every_word_of_a_document_is_kept():
    whole = plan("1. " + ROOF, "2. Trồng cây quanh sân.")
    kept = set(read_text(whole).text.split())
    assert [word for word in whole.split() if word not in kept and has_words(word)] == []


def test_a_letterhead_in_two_columns_is_parted():
    lines = paragraphs(
        "ỦY BAN NHÂN DÂN          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nXÃ SUỐI TRÚC          Độc lập - Tự do - Hạnh phúc"
    )
    assert lines[0].startswith("ỦY BAN NHÂN DÂN") and "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in lines
    assert not any("DÂN" in line and "CỘNG HÒA" in line for line in lines)


@pytest.mark.parametrize("text", ["", "\n\n\n", "   ", "-----\n*****"])
def test_a_text_without_words_has_no_blocks(text):
    assert blocks_of_lines(text.splitlines()) == []


def test_bold_that_goes_on_over_lines_is_one_heading():
    text = "**KẾ HOẠCH**\n\n**Phát triển thư viện\ncộng đồng năm 2030**\n\nI. NHIỆM VỤ\n\n1. " + ROOF
    assert "Phát triển thư viện cộng đồng năm 2030" in paragraphs(text)
