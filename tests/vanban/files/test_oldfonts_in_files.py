"""Files typed in old fonts: Word files, pages and PDFs say which; where they do not, the words do."""

from __future__ import annotations

import random

import pytest

from oldwriting import FONTS, sentence, shown
from pdffiles import pdf
from pdffiles import shown as printed
from vanban.files import load
from vanban.files.blocks import Paragraph, Table, run_on
from vanban.files.oldfonts import REMARK
from wordfiles import levels, num, p, tbl, tc, word

TEXT = [sentence(random.Random(seed), words=9) for seed in range(12)]


def run(words: str, *, font: str = "", style: str = "", more: str = "") -> str:
    """A run of words in a font, or in a style."""
    named = f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>' if font else ""
    named += f'<w:rStyle w:val="{style}"/>' if style else ""
    return f'<w:r><w:rPr>{named}{more}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def style(name: str, font: str = "", *, based: str = "", more: str = "") -> str:
    named = f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>' if font else ""
    on = f'<w:basedOn w:val="{based}"/>' if based else ""
    return f'<w:style w:styleId="{name}" {more}>{on}<w:rPr>{named}</w:rPr></w:style>'


NORMAL = style("Normal", ".VnTime", more='w:type="paragraph" w:default="1"')
DEFAULTS = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:hAnsi=".VnTime"/></w:rPr></w:rPrDefault></w:docDefaults>'
)
OTHERS = (
    style("Head", ".VnTimeH")
    + style("Below", based="Head")
    + style("New", "Arial")
    + style("South", "VNI-Times")
)
THEME = '<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime" w:hAnsiTheme="minorHAnsi"/>'


def texts(data: bytes) -> list[str]:
    content = load(data)
    assert content.remarks == (REMARK,)
    return [block.text for block in content.blocks if isinstance(block, Paragraph) and block.text]


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (p(run("C¸c thñ tôc", font=".VnTime")), "Các thủ tục"),
        (p(run("C¸c th", font=".VnTime"), run("ñ tôc", font=".VnTimeH")), "Các thỦ TỤC"),
        (p(run("Caù", font="VNI-Times"), run("c", font="VNI-Times"), run("h", font="VNI-Times")), "Cách"),
        (p(run("Ca", font="VNI-Times"), run("ù", font="VNI-Times"), run(" đã", font="Arial")), "Cá đã"),
        (p("C¸c thñ tôc"), "Các thủ tục"),
        (p("C¸c thñ tôc", style="Below"), "CÁC THỦ TỤC"),
        (p(run("Caùc ", style="South"), "®iÒu"), "Các điều"),
        (p(run("Café ®", style="New")), "Café ®"),
        (p(f"<w:r><w:rPr>{THEME}</w:rPr><w:t>Café ®</w:t></w:r>"), "Café ®"),
        (p("<w:r><w:t>§Çu t</w:t><w:softHyphen/><w:t> n</w:t><w:softHyphen/><w:t>íc</w:t></w:r>"), "Đầu tư nước"),
        (p('<w:r><w:sym w:font=".VnTime" w:char="F0A7"/><w:t>iÒu mét</w:t></w:r>'), "Điều một"),
        (p("§iÒu n\u00e0y: đã s\u1eeda"), "§iÒu này: đã sửa"),
    ],
)  # fmt: skip
def test_a_word_file_names_its_fonts(body, said):
    sure = p(run("Trång c©y vµ gi÷ rõng ®Çu nguån", font=".VnTime"))
    assert texts(word(sure + body, styles=NORMAL + OTHERS)) == ["Trồng cây và giữ rừng đầu nguồn", said]


def test_every_part_of_a_word_file_is_turned():
    data = word(
        p("Néi dung ®ît nµy", num=(1, 0)) + tbl(tc("Sè thø tù") + tc("Hµ")),
        styles=DEFAULTS,
        hdr=p("Sao y b¶n chÝnh"),
        footnotes=f'<w:footnote w:id="1">{p("Xem thªm")}</w:footnote>',
        numbering=levels("decimal §iÒu %1.") + num(1, 1),
    )
    content = load(data)
    assert content.remarks == (REMARK,)
    assert content.blocks == (
        Paragraph("Sao y bản chính", margin=True),
        Paragraph("Điều 1. Nội dung đợt này"),
        Table(((("Số thứ tự",), ("Hà",)),)),
        Paragraph("Xem thêm", note=True),
    )


def test_bold_in_an_old_font_reaches_as_far_as_before():
    body = p(
        run("Troàng caây:", font="VNI-Times", more="<w:b/>"), run(" moãi thoân moät vöôøn", font="VNI-Times")
    )
    assert load(word(body)).blocks == (Paragraph("Trồng cây: mỗi thôn một vườn", strong=10),)


@pytest.mark.parametrize("encoding", [*FONTS, "cp1258"])
def test_a_word_file_whose_fonts_do_not_tell(encoding):
    body = "".join(p(run(shown(one, encoding=encoding), font="Times New Roman")) for one in TEXT)
    assert texts(word(body)) == TEXT


def page(body: str, *, head: str = "") -> bytes:
    made = f"<html><head><meta charset='windows-1252'>{head}</head><body>{body}</body></html>"
    return made.encode("cp1252", "xmlcharrefreplace")


SURE = '<p><font face=".VnTime">Trång c©y vµ gi÷ rõng ®Çu nguån cho c¸c th«n</font></p>'


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ('<p><font face=".VnTimeH">QuyÕt ®Þnh</font></p>', "QUYẾT ĐỊNH"),
        ("<p style='font-family:\".VnTime\",serif'>C¸c <b>thñ</b> tôc</p>", "Các thủ tục"),
        (
            '<p><font face="VNI-Times">Nö<i>ô</i><b>ùc</b></font> <font face="Arial">café ®</font></p>',
            "Nước café ®",
        ),
        ("<p class=MsoNormal>C¸c thñ tôc</p>", "Các thủ tục"),
        ("<p class='x MsoNormal'>C¸c <span style='font-family:Arial'>thñ</span> tôc</p>", "Các thñ tục"),
        ("<h1>C¸c thñ tôc</h1>", "CÁC THỦ TỤC"),
        ("<p class=so>Caùc</p>", "Các"),
        ("<p class=MsoNormal>&#272;&#227; s&#7917;a</p>", "Đã sửa"),
        ("<p class=MsoNormal>§Çu t­ n&shy;íc</p>", "Đầu tư nước"),
    ],
)
def test_a_page_names_its_fonts(body, said):
    head = (
        '<style>p.MsoNormal, li.MsoNormal {margin:0; font-family:".VnTime"} h1 {font-family:.VnTimeH; color:red}'
        " .so{font-family:'VNI-Times'} a:hover {font-family:.VnTime}</style>"
    )
    assert texts(page(SURE + body, head=head)) == ["Trồng cây và giữ rừng đầu nguồn cho các thôn", said]


@pytest.mark.parametrize("encoding", ["tcvn3", "vni"])
def test_a_page_whose_fonts_do_not_tell(encoding):
    assert texts(page("".join(f"<p>{shown(one, encoding=encoding)}</p>" for one in TEXT))) == TEXT


def lines(encoding: str) -> list[str]:
    return [shown(one, encoding=encoding) for one in TEXT]


@pytest.mark.parametrize(
    ("font", "encoding", "change"),
    [
        (".VnTime", "tcvn3", str), ("ABCDEF+.VnTimeH,Bold", "tcvn3", str.upper), ("VNI-Times", "vni", str),
        ("Courier", "tcvn3", str), ("Courier", "vni", str), ("Courier", "viscii", str), ("Courier", "vps", str),
    ],
)  # fmt: skip
def test_letters_of_a_pdf(font, encoding, change):
    read = texts(pdf(lines=lines(encoding), font=font))
    assert " ".join(read) == change(" ".join(TEXT))


def test_a_soft_hyphen_at_the_end_of_a_line_is_a_letter_and_a_hyphen_is_none():
    said = ["Phßng kÕ ho¹ch ®Çu t\u00ad", "ph¸t triÓn c¸c th«n, sè 27/NQ-", "TW vµ ch\u00ad¬ng tr×nh"]
    page = "".join(printed(line, left=60, base=780 - 16 * at) for at, line in enumerate(said))
    text = run_on(texts(pdf(pages=[page], font=".VnTime")))
    assert text == "Phòng kế hoạch đầu tư phát triển các thôn, số 27/NQ-TW và chương trình"


def test_a_letterhead_of_a_pdf_in_an_old_font_is_set_apart():
    page = (
        printed("UBND x· Suèi Tróc", left=60, base=790)
        + printed("Céng hoµ x· héi chñ nghÜa ViÖt Nam", left=260, base=790)
        + printed("Sè: 12/KH-UBND", left=60, base=774)
        + printed("§éc lËp - Tù do - H¹nh phóc", left=300, base=774)
        + printed("Trång c©y", left=60, base=700)
    )
    content = load(pdf(pages=[page], font=".VnTime"))
    left, right = content.blocks[0].rows[0]
    assert left == ("UBND xã Suối Trúc", "Số: 12/KH-UBND")
    assert right == ("Cộng hoà xã hội chủ nghĩa Việt Nam", "Độc lập - Tự do - Hạnh phúc")
