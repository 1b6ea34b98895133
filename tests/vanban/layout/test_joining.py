"""Lines that wrapping or a page break cut are joined; paragraphs of their own stay apart."""

# ruff: noqa: E501 -- a row of a table stays on its line

from __future__ import annotations

import textwrap

import pytest

from vanban import read_text
from vanban.layout.joining import Raw, join, widths

SENTENCES = [
    "Sở Y tế xây dựng phương án trực cấp cứu trong các ngày lễ, phân công người trực và công bố số máy gọi khi cần.",
    "Ủy ban nhân dân các xã, phường rà soát danh sách hộ già yếu, neo đơn và cử người thăm hỏi ít nhất mỗi tháng một lần.",
    "Thư viện tỉnh đưa sách tới các thôn xa bằng xe lưu động, mỗi thôn ít nhất hai lượt trong năm theo lịch đã thông báo.",
    "Trường học tổ chức cho học sinh đọc sách mười lăm phút đầu giờ và kể lại chuyện đã đọc trong buổi chào cờ hằng tuần.",
]


def joined(*lines, width=0, dense=False):
    return [raw.text for raw in join([Raw(line) for line in lines], width=width, dense=dense)]


def wrapped(sentences, width):
    return [line for sentence in sentences for line in textwrap.wrap(sentence, width)]


@pytest.mark.parametrize("width", [60, 72, 80])
@pytest.mark.parametrize("mark", ["- ", ""])
def test_wrapped_lines_are_joined_to_their_paragraphs(width, mark):
    marked = [mark + sentence for sentence in SENTENCES]
    lines = wrapped(marked * 2, width)
    if not mark:
        lines = [line for sentence in marked * 2 for line in [*textwrap.wrap(sentence, width), ""]]
    assert joined(*lines, width=widths([line for line in lines if line]), dense=bool(mark)) == marked * 2


def test_a_text_of_one_line_a_paragraph_has_no_width():
    assert widths([sentence * 2 for sentence in SENTENCES] * 4) == 0
    assert widths(SENTENCES[:2]) == 0


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        (("Sở Y tế xây dựng phương án", "trực cấp cứu."), ["Sở Y tế xây dựng phương án trực cấp cứu."]),
        (
            ("Sở Y tế xây dựng phương án.", "Công an tỉnh tuần tra."),
            ["Sở Y tế xây dựng phương án.", "Công an tỉnh tuần tra."],
        ),
        (("- Sở Y tế;", "- Công an tỉnh;"), ["- Sở Y tế;", "- Công an tỉnh;"]),
        (("1. Sở Y tế", "2. Công an tỉnh"), ["1. Sở Y tế", "2. Công an tỉnh"]),
        (("I. NHIỆM VỤ", "Sửa nhà văn hóa."), ["I. NHIỆM VỤ", "Sửa nhà văn hóa."]),
        (("Điều", "13. Điều khoản thi hành"), ["Điều 13. Điều khoản thi hành"]),
        (("Chương", "II"), ["Chương II"]),
        (("Thực hiện Nghị định số", "12/2030/NĐ-CP;"), ["Thực hiện Nghị định số 12/2030/NĐ-CP;"]),
        (("DANH MỤC NHIỆM VỤ (GIAI ĐOẠN", "2026 - 2030)"), ["DANH MỤC NHIỆM VỤ (GIAI ĐOẠN 2026 - 2030)"]),
        (("Sửa nhà văn hóa (thôn Trúc", "Thay sách mới"), ["Sửa nhà văn hóa (thôn Trúc", "Thay sách mới"]),
        (("Điều", "1 xã có 2 thư viện"), ["Điều", "1 xã có 2 thư viện"]),
        (("KẾ HOẠCH", "Phát triển thư viện"), ["KẾ HOẠCH", "Phát triển thư viện"]),
        (("Nơi nhận:", "- Lưu: VT."), ["Nơi nhận:", "- Lưu: VT."]),
        (("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"]),
        (("Căn cứ Luật Thư viện;", "Căn cứ Luật Di sản;"), ["Căn cứ Luật Thư viện;", "Căn cứ Luật Di sản;"]),
        ((), []),
        (("", "", ""), []),
        (("-----", "Sở Y tế"), ["Sở Y tế"]),
        (
            ("Kinh phí của giai đoạn 2026", "- 2030 chuyển sang"),
            ["Kinh phí của giai đoạn 2026 - 2030 chuyển sang"],
        ),
        (
            ("Đề nghị Ủy ban Kinh tế,", "Hội đồng Dân tộc thẩm tra"),
            ["Đề nghị Ủy ban Kinh tế, Hội đồng Dân tộc thẩm tra"],
        ),
        (("- Như trên,", "Lưu: VT"), ["- Như trên,", "Lưu: VT"]),
        (("Rà soát thiệt hại;", "hỗ trợ các hộ."), ["Rà soát thiệt hại; hỗ trợ các hộ."]),
        (("làm việc ngày nghỉ...", "để kịp mùa vụ."), ["làm việc ngày nghỉ... để kịp mùa vụ."]),
    ],
)
def test_what_belongs_together_and_what_does_not(lines, wanted):
    assert joined(*lines) == wanted


def test_a_page_break_inside_a_sentence_is_mended():
    first, rest = (
        "Ủy ban nhân dân các xã, phường rà soát danh sách hộ già yếu,",
        "neo đơn và cử người thăm hỏi.",
    )
    assert joined(first, "", rest) == [f"{first} {rest}"]
    assert joined(first[:-1] + ".", "", rest.capitalize()) == [first[:-1] + ".", rest.capitalize()]


@pytest.mark.parametrize("width", [60, 80])
def test_a_wrapped_plan_reads_as_an_unwrapped_one(width):
    flat = ["I. NHIỆM VỤ", *(f"{n}. {sentence}" for n, sentence in enumerate(SENTENCES * 3, 1))]
    folded = "\n".join(wrapped(flat, width))
    whole = read_text("\n\n".join(flat))
    assert (
        [task.text for task in read_text(folded).tasks]
        == [task.text for task in whole.tasks]
        == SENTENCES * 3
    )
