"""The look of a .docx: every code of it is found in a written plan in which one value was put wrong."""

from __future__ import annotations

from datetime import date

import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt

import vanban
from spoiling import coloured, fonted, formed, numbered_below, section, sized, typed, weighed
from vanban.checks import check, pages
from vanban.writing import write
from written import edited, party_plan, plan

WHOLE = write(plan(parent="Sở Nội vụ"))
FAULTS = {
    "F201": (section(page_width=Mm(216), page_height=Mm(279)), ""),
    "F202": (section(left_margin=Mm(25.4)), ""),
    "F203": (fonted("Giới thiệu suối", "Arial"), "Giới thiệu suối"),
    "F204": (sized("Giới thiệu suối", 12), "Giới thiệu suối"),
    "F205": (weighed("Thông tin đối ngoại", bold=False), "Thông tin đối ngoại"),
    "F206": (weighed("Suối Trúc, ngày", italic=False), "Suối Trúc, ngày"),
    "F207": (typed("CỘNG HÒA", "Cộng hòa xã hội chủ nghĩa Việt Nam"), "Cộng hòa"),
    "F208": (coloured, "Giới thiệu suối"),
    "F209": (formed("Giới thiệu suối", alignment=WD_ALIGN_PARAGRAPH.LEFT), "Giới thiệu suối"),
    "F210": (formed("Giới thiệu suối", first_line_indent=Mm(20)), "Giới thiệu suối"),
    "F211": (formed("Giới thiệu suối", space_before=Pt(3)), "Giới thiệu suối"),
    "F212": (formed("Giới thiệu suối", line_spacing=2.0), "Giới thiệu suối"),
    "F213": (numbered_below, ""),
}


def found_in(data):
    return check(vanban.read(data), select=("F",), file=data)


def test_every_look_has_a_fault_here():
    assert list(FAULTS) == [code for code, page in pages().items() if page.looks]


@pytest.mark.parametrize("code", FAULTS)
def test_a_value_put_wrong_is_found_at_its_words(code):
    change, words = FAULTS[code]
    (one,) = found_in(edited(WHOLE, change))
    assert one.code == code
    assert one.quote.startswith(words)
    assert bool(one.quote) == bool(words)


@pytest.mark.parametrize("paper", [plan(parent="Sở Nội vụ"), party_plan()])
def test_what_is_written_has_no_fault(paper):
    assert found_in(write(paper)) == ()


def test_the_same_fault_of_many_components_is_one_finding():
    def change(document):
        for words in ("CỘNG HÒA", "Độc lập", "XÃ SUỐI TRÚC", "Số:", "KẾ HOẠCH", "Lê Văn Trúc"):
            fonted(words, "Arial")(document)

    (one,) = found_in(edited(WHOLE, change))
    assert one.code == "F203"
    assert one.message == (
        "Cơ quan ban hành, Quốc hiệu, Tiêu ngữ, Số, ký hiệu và 2 thành phần khác: "
        "phông chữ Arial; quy định Times New Roman."
    )


def test_a_document_of_the_party_is_judged_by_its_own_form():
    data = edited(write(party_plan()), sized("ĐẢNG CỘNG SẢN", 13))
    (one,) = found_in(data)
    assert "13 pt" in one.message and "15 pt" in one.message


def test_a_document_before_the_act_is_not_judged():
    data = edited(write(plan(date=date(2019, 5, 10))), sized("Giới thiệu suối", 12))
    assert found_in(data) == ()


def test_only_a_word_file_has_a_look():
    reading = vanban.read(WHOLE)
    assert check(reading, select=("F2",), file=b"KE HOACH") == ()
