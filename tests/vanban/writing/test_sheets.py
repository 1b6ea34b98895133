"""What is written: words, blanks, letters, pages; the same bytes for the same values."""

# ruff: noqa: E501 -- a row of a table stays on its line

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import date

import pytest

from vanban.writing import Block, Day, write
from vanban.writing.words import clean, day_words
from written import letter, lines, opened, part, party_plan, plan

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
BLANK = "\u00a0"


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2031, 2, 5), "ngày 05 tháng 02 năm 2031"),
        (date(2031, 3, 10), "ngày 10 tháng 3 năm 2031"),
        (date(2031, 12, 31), "ngày 31 tháng 12 năm 2031"),
        (Day(2026, 12), f"ngày {BLANK * 4} tháng 12 năm 2026"),
        (Day(2026), f"ngày {BLANK * 4} tháng {BLANK * 4} năm 2026"),
    ],
)
def test_days_to_9_and_months_to_2_have_two_digits_and_what_is_unknown_is_blank(day, words):
    assert day_words(day) == words


@pytest.mark.parametrize(
    ("paper", "said"),
    [
        (plan(), ["ỦY BAN NHÂN DÂN", "XÃ SUỐI TRÚC", "Độc lập - Tự do - Hạnh phúc", "Số: 31/KH-UBND", "KẾ HOẠCH"]),
        (plan(number=None), [f"Số: {BLANK * 6}/KH-UBND"]),
        (plan(number="5"), ["Số: 05/KH-UBND"]),
        (plan(date=Day(2026, 12)), [f"Suối Trúc, ngày {BLANK * 4} tháng 12 năm 2026"]),
        (letter(number=None), [f"Số: {BLANK * 6}/UBND-VX", "V/v mượn phòng đọc", "Kính gửi: Thư viện tỉnh"]),
        (letter(addressees=("Sở Nội vụ", "Các thôn")), ["Kính gửi:", "- Sở Nội vụ;", "- Các thôn."]),
        (party_plan(), ["TỈNH ỦY BẾN MÂY", "ĐẢNG ỦY XÃ SUỐI TRÚC", "*", "Số 07-KH/ĐU", "ĐẢNG CỘNG SẢN VIỆT NAM", "-----"]),
        (plan(), ["Nơi nhận:", "- UBND tỉnh (b/c);", "- Lưu: VT, VHXH.", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Lê Văn Trúc"]),
        (plan(urgency="hỏa tốc", circulation="Lưu hành nội bộ", drafter="pl.(300)"), ["HỎA TỐC", "LƯU HÀNH NỘI BỘ", "PL.(300)"]),
        (plan(body=(Block("Quyết định này có hiệu lực.", "article", "Điều 2."),)), ["Điều 2. Quyết định này có hiệu lực."]),
    ],
)  # fmt: skip
def test_the_words_of_a_document(paper, said):
    found = lines(write(paper))
    assert [line for line in said if line not in found] == []


def test_a_document_of_the_party_names_no_state_and_the_other_way_round():
    assert "Độc lập - Tự do - Hạnh phúc" not in lines(write(party_plan()))
    assert "ĐẢNG CỘNG SẢN VIỆT NAM" not in lines(write(plan()))


def test_the_label_of_an_article_is_bold_and_its_words_are_not():
    paper = plan(body=(Block("Quyết định này có hiệu lực.", "article", "Điều 2."),))
    runs = next(one.runs for one in opened(write(paper)).paragraphs if one.text.startswith("Điều 2."))
    assert [(run.text, run.bold) for run in runs if run.text] == [
        ("Điều 2. ", True), ("Quyết định này có hiệu lực.", False),
    ]  # fmt: skip


def test_the_number_of_the_page_stands_in_the_header_and_not_on_the_first_page():
    section = opened(write(plan(annexes=()))).sections[0]
    assert section.different_first_page_header_footer
    assert [one.text for one in section.first_page_header.paragraphs] == [""]
    assert "PAGE" in [node.text for node in section.header._element.iter(f"{W}instrText")]
    assert section.footer.is_linked_to_previous


def test_a_draft_says_so_on_every_page_and_a_document_does_not():
    for paper, said in ((plan(draft=True), True), (plan(), False)):
        section = opened(write(paper)).sections[0]
        for header in (section.header, section.first_page_header):
            assert ("DỰ THẢO" in [one.text for one in header.paragraphs]) == said


def test_the_address_stands_at_the_foot_of_the_first_page():
    section = opened(write(plan(address="Thôn Trúc, xã Suối Trúc"))).sections[0]
    assert [one.text for one in section.first_page_footer.paragraphs] == ["Thôn Trúc, xã Suối Trúc"]


def test_the_same_values_give_the_same_bytes():
    assert write(plan()) == write(plan())
    assert write(plan()) != write(plan(number="32"))


def test_the_file_names_no_program_no_person_and_no_time():
    kept = part(write(plan()), "docProps/core.xml")
    assert {node.tag.split("}")[1]: node.text for node in kept} == {
        "title": "Thông tin đối ngoại năm 2031",
        "language": "vi-VN",
    }


def test_signs_that_nobody_sees_are_left_out():
    assert clean("a\x00b\x0b \u202ec\u200b\n d\ufeff") == "ab c d"
    assert clean("A\u0309") == "Ả"
    dirty = plan(title="Thư\x07 viện\u202e", body=(Block("Một\x1b đoạn\x00."),))
    assert {"Thư viện", "Một đoạn."} <= set(lines(write(dirty)))


def test_markup_in_words_stays_words():
    annexes = tuple(replace(one, title="<w:p/> & 'x'") for one in plan().annexes)
    assert "<W:P/> & 'X'" in lines(write(plan(annexes=annexes)))
    assert "<b>&amp;" in lines(write(plan(title="<b>&amp;")))


def test_an_urgency_or_a_style_that_the_act_does_not_know_is_refused():
    with pytest.raises(KeyError, match="GẤP"):
        write(plan(urgency="gấp"))
    with pytest.raises(KeyError, match="nd31"):
        write(plan(style="nd31"))


ORDERS = {
    "pPr": ["pStyle", "keepNext", "keepLines", "pageBreakBefore", "widowControl", "pBdr", "shd", "tabs", "spacing", "ind", "jc", "rPr", "sectPr"],
    "rPr": ["rStyle", "rFonts", "b", "bCs", "i", "iCs", "color", "sz", "szCs", "u", "lang"],
    "sectPr": ["headerReference", "footerReference", "type", "pgSz", "pgMar", "pgNumType", "cols", "titlePg", "docGrid"],
    "tblPr": ["tblStyle", "tblW", "jc", "tblInd", "tblBorders", "tblLayout", "tblCellMar", "tblLook"],
    "tcPr": ["tcW", "gridSpan", "vMerge", "tcBorders"],
}  # fmt: skip


@pytest.mark.parametrize("paper", [plan(urgency="KHẨN"), party_plan(), letter(draft=True)])
def test_properties_stand_in_the_order_that_word_asks(paper):
    for node in part(write(paper), "word/document.xml").iter():
        name = node.tag.split("}")[1]
        if name in ORDERS:
            below = [one.tag.split("}")[1] for one in node]
            assert below == sorted(below, key=ORDERS[name].index), name


def test_the_library_is_imported_without_the_writer():
    code = "import sys, vanban, vanban.writing; vanban.writing.check; print('docx' in sys.modules)"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "False"
