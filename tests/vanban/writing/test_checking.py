"""The checker passes what the writer writes, and finds each value that was put wrong."""

# ruff: noqa: E501 -- a row of a table stays on its line

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from datetime import date

import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt, RGBColor

from house.documented import unnamed
from house.sources import ROOT
from spoiling import (
    coloured,
    emptied,
    fonted,
    formed,
    numbered_below,
    numbered_left,
    numbered_small,
    of,
    section,
    sized,
    typed,
    weighed,
)
from vanban import Refused
from vanban.model import Signatory
from vanban.writing import Block, check, style_of, write
from wordfiles import bold, p, word
from written import edited, letter, party_plan, plan, task_annex

CODES = tomllib.loads((ROOT / "src/vanban/data/layout.toml").read_text("utf-8"))["codes"]
STATE, PARTY = style_of("nd30"), style_of("hd36")
WHOLE = write(plan(parent="Sở Nội vụ"))
DECISION = (
    Block("Căn cứ Luật Thư viện ngày 21 tháng 11 năm 2019;", "basis"),
    Block("Quyết định:", "centred"),
    Block("I", "chapter", "Chương"),
    Block("Quy định chung", "chapter_title"),
    Block("Giao Phòng Kinh tế giữ tủ sách của xã.", "article", "Điều 1."),
    Block("Tủ sách mở cửa mỗi ngày.", "clause", "1."),
    Block("Thôn Trúc mở buổi sáng;", "point", "a)"),
)


@pytest.mark.parametrize(
    ("paper", "style"),
    [
        (plan(), STATE),
        (plan(number=None, urgency="THƯỢNG KHẨN", circulation="Lưu hành nội bộ", drafter="PL.(300)", draft=True), STATE),
        (plan(issuer="Sở Văn hóa, Thể thao\nvà Du lịch", parent="Ủy ban nhân dân tỉnh Bến Mây"), STATE),
        (plan(type="Quyết định", body=DECISION), STATE),
        (letter(addressees=("Sở Nội vụ", "Các thôn"), address="Thôn Trúc"), STATE),
        (letter(date=date(2031, 10, 10)), STATE),
        (task_annex(), STATE),
        (party_plan(), PARTY),
        (party_plan(type="Quyết định", body=DECISION), PARTY),
        (party_plan(type=None, symbol="CV/ĐU", addressees=("Các chi bộ",)), PARTY),
    ],
)  # fmt: skip
def test_what_is_written_has_no_fault(paper, style):
    assert check(write(paper), style=style) == ()


FAULTS = [
    (section(page_width=Mm(216), page_height=Mm(279)), "page", "page-size", "216 x 279 mm"),
    (section(top_margin=Mm(15)), "margin_top", "margin", "15 mm"),
    (section(bottom_margin=Mm(30)), "margin_bottom", "margin", "30 mm"),
    (section(left_margin=Mm(25.4)), "margin_left", "margin", "25,4 mm"),
    (section(right_margin=Mm(10)), "margin_right", "margin", "10 mm"),
    (sized("CỘNG HÒA", 14), "country", "size", "14 pt"),
    (weighed("CỘNG HÒA", bold=False), "country", "bold", "chữ không đậm"),
    (typed("CỘNG HÒA", "Cộng hòa xã hội chủ nghĩa Việt Nam"), "country", "letters", "chữ in thường"),
    (sized("Độc lập", 12), "motto", "size", "12 pt"),
    (typed("Độc lập", "ĐỘC LẬP - TỰ DO - HẠNH PHÚC"), "motto", "letters", "chữ in hoa"),
    (emptied("Độc lập"), "motto", "missing", "không tìm thấy"),
    (sized("XÃ SUỐI TRÚC", 14), "issuer", "size", "14 pt"),
    (weighed("XÃ SUỐI TRÚC", bold=False), "issuer", "bold", "chữ không đậm"),
    (weighed("SỞ NỘI VỤ", bold=True), "parent", "bold", "chữ đậm"),
    (sized("Số:", 14), "number", "size", "14 pt"),
    (typed("Số:", "Số 31/KH-UBND"), "number", "number-form", "Số 31/KH-UBND"),
    (typed("Số:", "Số: 31-KH/UBND"), "number", "number-form", "Số: 31-KH/UBND"),
    (emptied("Số:"), "number", "missing", "không tìm thấy"),
    (weighed("Suối Trúc, ngày", italic=False), "place_date", "italic", "chữ đứng"),
    (
        typed("Suối Trúc, ngày", "Suối Trúc, ngày 5 tháng 02 năm 2031"),
        "place_date",
        "date-form",
        "ngày 5 tháng 02",
    ),
    (
        typed("Suối Trúc, ngày", "Suối Trúc, ngày 05 tháng 03 năm 2031"),
        "place_date",
        "date-form",
        "ngày 05 tháng 03",
    ),
    (sized("KẾ HOẠCH", 16), "type", "size", "16 pt"),
    (formed("KẾ HOẠCH", alignment=WD_ALIGN_PARAGRAPH.LEFT), "type", "align", "canh trái"),
    (sized("Thông tin đối ngoại", 15), "title", "size", "15 pt"),
    (weighed("Thông tin đối ngoại", bold=False), "title", "bold", "chữ không đậm"),
    (weighed("Căn cứ", italic=False), "basis", "italic", "chữ đứng"),
    (sized("Giới thiệu suối", 12), "body", "size", "12 pt"),
    (fonted("Giới thiệu suối", "Arial"), "body", "font", "Arial"),
    (coloured, "body", "colour", "0000FF"),
    (formed("Giới thiệu suối", alignment=WD_ALIGN_PARAGRAPH.LEFT), "body", "align", "canh trái"),
    (formed("Giới thiệu suối", first_line_indent=Mm(20)), "body", "indent", "20 mm"),
    (formed("Giới thiệu suối", space_before=Pt(3)), "body", "spacing", "3 pt"),
    (formed("Giới thiệu suối", line_spacing=2.0), "body", "line", "2"),
    (sized("I. MỤC ĐÍCH", 16), "heading", "size", "16 pt"),
    (sized("TM. ỦY BAN", 12), "authority", "size", "12 pt"),
    (typed("TM. ỦY BAN", "T/M ỦY BAN NHÂN DÂN"), "authority", "sign-mark", "T/M"),
    (weighed("PHÓ CHỦ TỊCH", bold=False), "position", "bold", "chữ không đậm"),
    (weighed("Lê Văn Trúc", italic=True), "signer", "italic", "chữ nghiêng"),
    (weighed("Nơi nhận", italic=False), "recipients_label", "italic", "chữ đứng"),
    (sized("- Các thôn", 13), "recipients", "size", "13 pt"),
    (sized("Phụ lục", 12), "annex_label", "size", "12 pt"),
    (typed("PHÂN CÔNG", "Phân công nhiệm vụ"), "annex_title", "letters", "chữ in thường"),
    (weighed("(Kèm theo", italic=False), "annex_carried", "italic", "chữ đứng"),
    (sized("Phòng Kinh tế", 9), "annex_cell", "size", "9 pt"),
    (weighed("Sản phẩm", bold=False), "annex_head", "bold", "chữ không đậm"),
    (section(different_first_page_header_footer=False), "page_number", "page-number", "hiện ở trang 1"),
    (numbered_left, "page_number", "page-number", "không canh giữa"),
    (numbered_below, "page_number", "page-number", "không nằm ở lề trên"),
    (numbered_small, "page_number", "size", "10 pt"),
]


@pytest.mark.parametrize(
    ("change", "component", "code", "found"), FAULTS, ids=[f"{x[1]}-{x[2]}-{x[3]}" for x in FAULTS]
)
def test_each_value_put_wrong_is_found_and_nothing_else(change, component, code, found):
    data = edited(WHOLE, change)
    assert [(one.component, one.code, one.found) for one in check(data, style=STATE)] == [
        (component, code, found)
    ]


@pytest.mark.parametrize(
    ("paper", "component", "code"),
    [
        (replace(letter(), style="hd36", symbol="CV/ĐU"), "letter_title", "italic"),
        (party_plan(urgency="KHẨN"), "urgency", "colour"),
        (party_plan(body=DECISION), "article", "bold"),
    ],
)
def test_other_components_are_known_as_well(paper, component, code):
    words = {"letter_title": "V/v", "urgency": "KHẨN", "article": "Điều 1."}[component]
    change = {"italic": weighed(words, italic=False), "bold": weighed(words, bold=False)}.get(
        code, lambda document: setattr(of(document, words).runs[0].font.color, "rgb", RGBColor(0, 0, 0))
    )
    assert (component, code) in {
        (one.component, one.code) for one in check(edited(write(paper), change), style=PARTY)
    }


def test_a_paper_of_the_state_is_no_paper_of_the_party():
    found = {(one.component, one.code) for one in check(write(plan()), style=PARTY)}
    assert {
        ("party", "missing"),
        ("margin_right", "margin"),
        ("authority", "sign-mark"),
        ("number", "number-form"),
    } <= found


def test_a_finding_says_what_was_found_what_is_asked_and_where():
    data = edited(write(plan()), sized("Giới thiệu suối", 12))
    (found,) = check(data, style=STATE)
    assert found.text == "Nội dung: cỡ chữ 12 pt; quy định 13 đến 14 pt."
    assert (found.allowed, found.words) == (
        "13 đến 14 pt",
        "Giới thiệu suối và rừng tre của xã với bạn bè trong và ngoài",
    )


def test_a_fault_of_many_lines_is_said_once():
    signatory = Signatory("Lê Văn Trúc", "CHỦ TỊCH")
    body = tuple(Block(f"Đoạn thứ {at} của văn bản này.") for at in range(9))
    data = edited(
        write(plan(body=body, signatory=signatory)),
        lambda document: [sized(f"Đoạn thứ {at}", 11)(document) for at in range(9)],
    )
    assert [one.code for one in check(data, style=STATE)] == ["size"]


def test_a_foreign_file_is_judged_by_its_styles_and_by_what_it_does_not_say():
    styles = (
        '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial"/><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:styleId="A"><w:rPr><w:b/><w:sz w:val="26"/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/><w:rPr><w:b w:val="0"/></w:rPr></w:style>'
    )
    centred = '<w:jc w:val="center"/>'
    body = p("KẾ HOẠCH", style="A", mark=centred) + p("Đọc sách năm 2031", style="B", mark=centred)
    body += p(bold("Thực hiện việc đọc sách.")) + p("Nơi nhận:")
    found = {(one.component, one.code, one.found) for one in check(word(body, styles=styles), style=STATE)}
    assert ("type", "font", "Arial") in found and ("body", "size", "11 pt") in found
    assert ("title", "bold", "chữ không đậm") in found
    assert not {one for one in found if one[:2] in (("type", "size"), ("type", "bold"), ("title", "size"))}


def test_two_lines_in_one_paragraph_are_two_components():
    nation = '<w:r><w:rPr><w:b/><w:sz w:val="24"/></w:rPr><w:t>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</w:t><w:br/></w:r>'
    motto = '<w:r><w:rPr><w:b/><w:sz w:val="24"/></w:rPr><w:t>Độc lập - Tự do - Hạnh phúc</w:t></w:r>'
    found = [
        one for one in check(word(p(nation, motto)), style=STATE) if one.component in ("country", "motto")
    ]
    assert [(one.component, one.code) for one in found] == [("motto", "size")]


@pytest.mark.parametrize("data", [b"", b"no package", b"PK\x03\x04 broken", write(plan())[:900]])
def test_what_is_no_sound_word_file_is_refused(data):
    with pytest.raises(Refused):
        check(data, style=STATE)


def test_every_code_is_documented_and_no_other():
    page = (ROOT / "docs/reference/layout.md").read_text("utf-8")
    assert unnamed(set(CODES), page) == set()
    assert set(re.findall(r"^\| `([a-z-]+)` \|", page, flags=re.MULTILINE)) == set(CODES)
    assert {code for _, _, code, _ in FAULTS} == set(CODES)


def test_a_file_made_to_waste_time_is_refused_or_judged_soon():
    chain = "".join(
        f'<w:style w:type="paragraph" w:styleId="S{at}"><w:basedOn w:val="S{at + 1}"/></w:style>'
        for at in range(2000)
    )
    assert check(word(p("Một dòng chữ", style="S0") * 500, styles=chain), style=STATE)
    many = "".join(f"<w:p><w:r><w:t>{at * 7919 % 100_003}</w:t></w:r></w:p>" for at in range(50_001))
    with pytest.raises(Refused, match="quá nhiều đoạn"):
        check(word(many), style=STATE)


@pytest.mark.parametrize(
    "title", ["Thực hiện ngày hội đọc sách", "Triển khai tủ sách\nnăm 2031", "Tiếp tục mở lớp tiếng Anh"]
)
def test_a_title_may_begin_like_a_preamble(title):
    first = title.splitlines()[0]
    data = edited(write(plan(title=title, annexes=())), sized(first, 17))
    assert [(one.component, one.code) for one in check(data, style=STATE)] == [("title", "size")]


def test_country_and_motto_on_one_line_are_there_and_are_no_issuer():
    nation = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc"
    body = "".join(p(bold(line)) for line in ("SỞ NỘI VỤ", nation, "Số: 5/KH-SNV", "KẾ HOẠCH", "Đọc sách"))
    found = [one for one in check(word(body), style=STATE) if one.component in ("country", "motto", "issuer")]
    assert {(one.component, one.words) for one in found} == {("issuer", "SỞ NỘI VỤ")}
