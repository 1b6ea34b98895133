"""What a Word file says, feature by feature."""

from __future__ import annotations

import pytest

from vanban.files import load
from vanban.files.blocks import Paragraph, Table
from wordfiles import bold, levels, num, p, package, part, r, tbl, tc, word

BOX = "<w:txbxContent>" + p("Trong khung") + "</w:txbxContent>"
FEATURES = {
    "a plain line": (p("Sửa ", "cầu treo"), ["Sửa cầu treo"]),
    "blanks folded": (p("Sửa   cầu\u00a0 treo "), ["Sửa cầu treo"]),
    "decomposed letters": (p("Su\u031b\u0309a ca\u0302\u0300u"), ["Sửa cầu"]),
    "an insertion": (p("Sửa ", f"<w:ins>{r('cầu ')}</w:ins>", "treo"), ["Sửa cầu treo"]),
    "a deletion": (p("Sửa ", "<w:del><w:r><w:delText>nhà </w:delText></w:r></w:del>", "cầu"), ["Sửa cầu"]),
    "a deleted end": (p("Sửa ", mark="<w:rPr><w:del/></w:rPr>") + p("cầu"), ["Sửa cầu"]),
    "words moved away": (p("Sửa ", f"<w:moveFrom>{r('nhà')}</w:moveFrom>", "cầu"), ["Sửa cầu"]),
    "a link": (p("Xem ", f"<w:hyperlink>{r('trang này')}</w:hyperlink>"), ["Xem trang này"]),
    "a smart tag": (p("ở ", f"<w:smartTag>{r('Bến Mây')}</w:smartTag>"), ["ở Bến Mây"]),
    "a content control": (f"<w:sdt><w:sdtContent>{p('Sửa cầu')}</w:sdtContent></w:sdt>", ["Sửa cầu"]),
    "a field": (
        p('<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText></w:r>', "trang 3"),
        ["trang 3"],
    ),
    "hidden words": (p("Sửa", "<w:r><w:rPr><w:vanish/></w:rPr><w:t>kín</w:t></w:r>"), ["Sửa"]),
    "words that are not hidden": (
        p("Sửa", '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t xml:space="preserve"> cầu</w:t></w:r>'),
        ["Sửa cầu"],
    ),
    "a hyphen that does not break": (
        p("<w:r><w:t>12/NQ</w:t><w:noBreakHyphen/><w:t>CP</w:t></w:r>"),
        ["12/NQ-CP"],
    ),
    "a soft hyphen": (p("<w:r><w:t>cộng</w:t><w:softHyphen/><w:t> đồng</w:t></w:r>"), ["cộng đồng"]),
    "a symbol": (
        p('<w:r><w:sym w:font="Symbol" w:char="F02D"/><w:t> Sửa cầu</w:t></w:r>'),
        ["- Sửa cầu"],
    ),
    "a tab": (p("<w:r><w:t>Số: 1</w:t><w:tab/><w:t>Bến Mây</w:t></w:r>"), ["Số: 1\tBến Mây"]),
    "a break before an item": (
        p("<w:r><w:t>Gồm:</w:t><w:br/><w:t>- Sửa cầu;</w:t><w:br/><w:t>- Trồng cây.</w:t></w:r>"),
        ["Gồm:", "- Sửa cầu;", "- Trồng cây."],
    ),
    "a break within a sentence": (
        p("<w:r><w:t>Sửa chữa cầu</w:t><w:br/><w:t>treo của xã</w:t></w:r>"),
        ["Sửa chữa cầu treo của xã"],
    ),
    "a page break": (p('<w:r><w:t>Sửa cầu</w:t><w:br w:type="page"/></w:r>'), ["Sửa cầu"]),
    "a text box": (p("Ngoài", f"<w:r><w:pict>{BOX}</w:pict></w:r>"), ["Ngoài", "Trong khung"]),
    "a text box in two forms": (
        p(
            "Ngoài",
            f"<w:r><mc:AlternateContent><mc:Choice><w:drawing>{BOX}</w:drawing></mc:Choice>"
            f"<mc:Fallback><w:pict>{BOX}</w:pict></mc:Fallback></mc:AlternateContent></w:r>",
        ),
        ["Ngoài", "Trong khung"],
    ),
    "a table of one cell": (tbl(tc("Một", "Hai")), ["Một", "Hai"]),
}


@pytest.mark.parametrize("name", FEATURES)
def test_words(name):
    body, expected = FEATURES[name]
    assert [block.text for block in load(word(body)).blocks] == expected


@pytest.mark.parametrize("name", FEATURES)
def test_words_in_a_cell(name):
    body, expected = FEATURES[name]
    table = load(word(f"<w:tbl><w:tr><w:tc>{body}</w:tc>{tc('Khác')}</w:tr></w:tbl>")).blocks[0]
    assert table.rows == ((tuple(expected), ("Khác",)),)


def test_merged_cells_stand_once_and_columns_stay():
    wide, first, under = '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    content = load(
        word(
            tbl(
                tc("TT", props=first) + tc("Thời gian", props=wide),
                tc("", props=under) + tc("Từ") + tc("Đến"),
                f'<w:trPr><w:gridBefore w:val="1"/></w:trPr>{tc("Một")}{tc("Hai")}',
            )
        )
    )
    assert content.blocks == (
        Table(((("TT",), ("Thời gian",), ()), ((), ("Từ",), ("Đến",)), ((), ("Một",), ("Hai",)))),
    )


def test_a_table_in_a_cell_gives_a_line_a_row():
    inner = tbl(tc("Một") + tc("Hai"), tc("Ba") + tc("Bốn"))
    content = load(word(f"<w:tbl><w:tr>{tc('Ngoài')}<w:tc>{inner}{p('Sau')}</w:tc></w:tr></w:tbl>"))
    assert content.blocks[0].rows == ((("Ngoài",), ("Một Hai", "Ba Bốn", "Sau")),)


def test_pages_where_word_has_drawn_them():
    broken = "<w:r><w:lastRenderedPageBreak/><w:t>Hai</w:t></w:r>"
    content = load(word(p("Một") + p(broken) + p("Dài ", broken) + tbl(tc("a") + tc("b"))))
    assert [block.page for block in content.blocks] == [1, 2, 2, 3]
    assert content.pages == 3
    assert load(word(p("Một"))).pages == 0


def test_margins_and_notes_stand_apart():
    box = f"<w:r><w:pict><w:txbxContent>{p('MẬT')}</w:txbxContent></w:pict></w:r>"
    notes = f'<w:footnote w:type="separator">{p("---")}</w:footnote><w:footnote>{p("Chú")}</w:footnote>'
    content = load(word(p("Sửa cầu"), hdr=p("Trang ", box), ftr=tbl(tc("Lưu") + tc("hành")), footnotes=notes))
    assert content.blocks == (
        Paragraph("Lưu hành", margin=True),
        Paragraph("Trang", margin=True),
        Paragraph("MẬT", margin=True),
        Paragraph("Sửa cầu"),
        Paragraph("Chú", note=True),
    )


def test_indented_xml_adds_no_blanks():
    body = part("document", "\n <w:body>\n  " + p("Sửa ", "cầu").replace("><", ">\n   <") + "\n </w:body>\n")
    assert [block.text for block in load(package({"word/document.xml": body})).blocks] == ["Sửa cầu"]


def test_macros_are_ignored():
    body = part("document", f"<w:body>{p('Sửa cầu')}</w:body>")
    data = package({"word/document.xml": body, "word/vbaProject.bin": b"Sub AutoOpen()"})
    content = load(data, name="ke-hoach.docm")
    assert content.blocks == (Paragraph("Sửa cầu"),)
    assert content.remarks == ()


@pytest.mark.parametrize(
    ("body", "text", "strong"),
    [
        (p(bold("1. Sở Y tế:"), " Khám bệnh"), "1. Sở Y tế: Khám bệnh", 11),
        (p(bold("1. Sở "), bold("Y tế: "), "Khám bệnh"), "1. Sở Y tế: Khám bệnh", 11),
        (p(bold("1. Sở Y tế:"), "\u00a0", bold("Khám"), " bệnh"), "1. Sở Y tế: Khám bệnh", 16),
        (p(bold("Khám: "), '<w:r><w:rPr><w:b w:val="0"/></w:rPr><w:t>ở xã</w:t></w:r>'), "Khám: ở xã", 5),
        (p("1. Sở Y tế: ", bold("Khám bệnh")), "1. Sở Y tế: Khám bệnh", 0),
    ],
)
def test_how_far_the_bold_at_the_start_goes(body, text, strong):
    (found,) = load(word(body)).blocks
    assert (found.text, found.strong) == (text, strong)


def test_the_number_that_word_shows_counts_with_the_bold_behind_it():
    lists = levels("decimal %1.") + num(1, 1)
    (found,) = load(word(p(bold("Sở Y tế:"), " Khám bệnh", num=(1, 0)), numbering=lists)).blocks
    assert (found.text, found.strong) == ("1. Sở Y tế: Khám bệnh", 11)
