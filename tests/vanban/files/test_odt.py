"""What an OpenDocument text says, feature by feature."""

from __future__ import annotations

import pytest

from odtfiles import cell, h, items, numbered, odt, p, packed, root, span, style, table
from vanban.errors import BrokenFile, DangerousFile, Encrypted, TooLarge
from vanban.files import load
from vanban.files.blocks import Paragraph, Table

LOOKS = (
    style("Bold", text='fo:font-weight="bold"')
    + style("Plain", text='fo:font-weight="normal"')
    + style("Hidden", text='text:display="none"')
    + style("Strong", "paragraph", marks=' style:parent-style-name="Title"')
    + style("Unseen", "paragraph", text='text:display="none"')
)
STYLES = style("Title", "paragraph", text='fo:font-weight="700"')
BOX = f"<draw:frame><draw:text-box>{p('Trong khung')}</draw:text-box><svg:title>t</svg:title></draw:frame>"
CHANGED = (
    '<text:tracked-changes><text:changed-region text:id="c1"><text:deletion><office:change-info/>'
    f"{p('nhà')}</text:deletion></text:changed-region></text:tracked-changes>"
)
FEATURES = {
    "a plain line": (p("Sửa cầu treo"), ["Sửa cầu treo"]),
    "spans": (p(f"{span('Sửa', 'Bold')} {span('cầu', 'Plain')}\n treo"), ["Sửa cầu treo"]),
    "blanks": (p('Sửa<text:s text:c="3"/> cầu\u00a0 treo'), ["Sửa cầu treo"]),
    "decomposed letters": (p("Su\u031b\u0309a ca\u0302\u0300u"), ["Sửa cầu"]),
    "a tab": (p("Số: 1<text:tab/>Bến Mây"), ["Số: 1\tBến Mây"]),
    "a break before an item": (p("Gồm:<text:line-break/>- Sửa cầu;"), ["Gồm:", "- Sửa cầu;"]),
    "a break within a sentence": (p("Sửa chữa cầu<text:line-break/>treo"), ["Sửa chữa cầu treo"]),
    "a hyphen that does not break": (p("12/NQ\u2011CP"), ["12/NQ-CP"]),
    "a deletion": (CHANGED + p('Sửa <text:change text:change-id="c1"/>cầu'), ["Sửa cầu"]),
    "an insertion": (p('Sửa <text:change-start text:change-id="c2"/>cầu<text:change-end/>'), ["Sửa cầu"]),
    "hidden words": (p(f"Sửa{span(' kín', 'Hidden')} cầu"), ["Sửa cầu"]),
    "a hidden paragraph": (p("kín", "Unseen") + p("Sửa"), ["Sửa"]),
    "a hidden field": (p('Sửa<text:hidden-text text:is-hidden="true"> kín</text:hidden-text>'), ["Sửa"]),
    "a hidden section": (f'<text:section text:display="none">{p("kín")}</text:section>{p("Sửa")}', ["Sửa"]),
    "a section": (f"<text:section>{p('Sửa')}</text:section>", ["Sửa"]),
    "a comment": (p(f"Sửa<office:annotation>{p('Ai?')}</office:annotation> cầu"), ["Sửa cầu"]),
    "a link": (p("Xem <text:a>trang này</text:a>"), ["Xem trang này"]),
    "a field": (p("Trang <text:page-number>3</text:page-number>"), ["Trang 3"]),
    "a bookmark": (p('Sửa<text:bookmark-start text:name="a"/> cầu'), ["Sửa cầu"]),
    "words with a reading": (
        p("<text:ruby><text:ruby-base>Sửa</text:ruby-base><text:ruby-text>sua</text:ruby-text></text:ruby>"),
        ["Sửa"],
    ),
    "a text box": (p(f"Ngoài{BOX}"), ["Ngoài", "Trong khung"]),
    "a text box on a page": (BOX + p("Sửa"), ["Trong khung", "Sửa"]),
    "a table of contents": (
        "<text:table-of-content><text:table-of-content-source><text:index-title-template>M</text:index-title-template>"
        f"</text:table-of-content-source><text:index-body>{p('I. Sửa')}</text:index-body></text:table-of-content>",
        ["I. Sửa"],
    ),
    "signs of a symbol font": (p("\uf02d\uf0b7 Sửa"), ["- Sửa"]),
    "a table of one cell": (table(cell("Một", "Hai")), ["Một", "Hai"]),
}  # fmt: skip


def texts(content):
    return [block.text for block in content.blocks]


@pytest.mark.parametrize("name", FEATURES)
def test_words(name):
    body, expected = FEATURES[name]
    assert texts(load(odt(body, automatic=LOOKS, styles=STYLES))) == expected


@pytest.mark.parametrize("name", FEATURES)
def test_words_in_a_cell(name):
    body, expected = FEATURES[name]
    inner = f"<table:table-cell>{body}</table:table-cell>{cell('Khác')}"
    content = load(odt(table(inner), automatic=LOOKS, styles=STYLES))
    assert content.blocks == (Table(((tuple(expected), ("Khác",)),)),)


ROMAN = 'style:num-format="I" style:num-suffix="."'
DOTTED = 'style:num-format="1" style:num-suffix="." text:display-levels="2"'
LETTER = 'style:num-format="a" style:num-suffix=")"'
PATTERN = 'style:num-format="1" loext:num-list-format="%1%.%2%." style:num-suffix="."'
NONE = 'style:num-format=""'
ONE, TWO = ' xml:id="one"', ' text:continue-list="one"'
AGAIN = ' text:continue-numbering="true"'
LISTS = {
    "numbers": (items(p("a"), p("b"), style="L"), [ROMAN], ["I. a", "II. b"]),
    "levels": (
        items(p("a") + items(p("b"), p("c") + items(p("d"))), p("e") + items(p("f")), style="L"),
        [ROMAN, DOTTED, LETTER],
        ["I. a", "I.1. b", "I.2. c", "a) d", "II. e", "II.1. f"],
    ),
    "a pattern": (items(p("a") + items(p("b")), style="L"), [ROMAN, PATTERN], ["I. a", "I.1. b"]),
    "a pattern above which nothing counts": (items(p("a") + items(p("b")), style="L"), [NONE, PATTERN], ["a", "1. b"]),
    "levels above which nothing counts": (items(p("a") + items(p("b")), style="L"), [NONE, DOTTED], ["a", "1. b"]),
    "words before": (
        items(p("a"), style="L"),
        ['style:num-format="1" style:num-prefix="Điều " style:num-suffix="."'],
        ["Điều 1. a"],
    ),
    "words only": (items(p("a"), style="L"), ['style:num-format="" style:num-prefix="Điều"'], ["Điều a"]),
    "bullets": (items(p("a") + items(p("b")), style="L"), ["\uf0b7", "-"], ["• a", "- b"]),
    "another number to start with": (
        items(p("a"), style="L"),
        ['style:num-format="1" text:start-value="5"'],
        ["5 a"],
    ),
    "an item with a number of its own": (
        items(p("a"), p("b"), style="L").replace("<text:list-item>", '<text:list-item text:start-value="4">', 1),
        [LETTER],
        ["d) a", "e) b"],
    ),
    "two lists": (items(p("a"), style="L") + p("x") + items(p("b"), style="L"), [ROMAN], ["I. a", "x", "I. b"]),
    "a list that goes on": (
        items(p("a"), style="L") + p("x") + items(p("b"), style="L", marks=AGAIN), [ROMAN], ["I. a", "x", "II. b"],
    ),
    "a list that goes on with one further up": (
        items(p("a"), style="L", marks=ONE) + items(p("b"), style="L") + items(p("c"), style="L", marks=TWO),
        [ROMAN],
        ["I. a", "I. b", "II. c"],
    ),
    "a level that goes on": (
        items(p("a") + items(p("b")), style="L") + p("x") + items(items(p("c")), style="L", marks=AGAIN),
        [ROMAN, DOTTED],
        ["I. a", "I.1. b", "x", "I.2. c"],
    ),
    "paragraphs of one item": (items(p("a") + p("b"), p("c"), style="L"), [ROMAN], ["I. a", "b", "II. c"]),
    "a header": (
        items(p("a"), style="L").replace("list-item", "list-header") + items(p("b"), style="L"),
        [ROMAN],
        ["a", "I. b"],
    ),
    "a number that the paragraphs' style names": (items(p("a", "Listed")), [ROMAN], ["I. a"]),
    "headings in a list": (items(h("a"), p("b"), style="L"), [ROMAN], ["I. a", "II. b"]),
}  # fmt: skip


@pytest.mark.parametrize("name", LISTS)
def test_numbers(name):
    body, levels, expected = LISTS[name]
    listed = style("Listed", "paragraph", marks=' style:list-style-name="L"')
    assert texts(load(odt(body, automatic=numbered("L", *levels) + listed))) == expected


def test_numbers_of_headings():
    body = (
        h("a") + h("b", 2) + p("x") + h("c", 2) + h("d", marks=' text:is-list-header="true"')
        + h("e") + h("f", 2) + h("g", marks=' text:start-value="7"')
        + '<text:h text:style-name="Bare" text:outline-level="1">h</text:h>'
    )  # fmt: skip
    bare = style("Bare", "paragraph", marks=' style:list-style-name=""')
    outline = numbered("Outline", ROMAN, PATTERN, kind="outline-style")
    expected = ["I. a", "I.1. b", "x", "I.2. c", "d", "II. e", "II.1. f", "VII. g", "h"]
    assert texts(load(odt(body, styles=outline, automatic=bare))) == expected
    assert texts(load(odt(h("a") + h("b", 2)))) == ["a", "b"]


def test_merged_cells_stand_once_and_columns_stay():
    covered = "<table:covered-table-cell/>"
    content = load(
        odt(
            table(
                cell("TT", marks=' table:number-rows-spanned="2"')
                + cell("Thời gian", marks=' table:number-columns-spanned="2"')
                + covered,
                f"<table:covered-table-cell>{p('che')}</table:covered-table-cell>" + cell("Từ") + cell("Đến"),
                cell("") + cell("Một", marks=' table:number-columns-repeated="2"'),
            )
        )
    )
    assert content.blocks == (
        Table(((("TT",), ("Thời gian",), ()), ((), ("Từ",), ("Đến",)), ((), ("Một",), ("Một",)))),
    )


def test_rows_in_groups_and_rows_that_stand_for_many():
    head = f"<table:table-row>{cell('a')}{cell('b')}</table:table-row>"
    head = f"<table:table-header-rows>{head}</table:table-header-rows>"
    rows = f'<table:table-row table:number-rows-repeated="2">{cell("c")}{cell("d")}</table:table-row>'
    content = load(odt(f"<table:table>{head}<table:table-rows>{rows}</table:table-rows></table:table>"))
    assert content.blocks[0].rows == ((("a",), ("b",)), (("c",), ("d",)), (("c",), ("d",)))


def test_a_table_in_a_cell_gives_a_line_a_row():
    inner = table(cell("Một") + cell("Hai"), cell("Ba") + cell("Bốn"))
    content = load(odt(table(cell("Ngoài") + f"<table:table-cell>{inner}{p('Sau')}</table:table-cell>")))
    assert content.blocks[0].rows == ((("Ngoài",), ("Một Hai", "Ba Bốn", "Sau")),)


def test_margins_and_notes_stand_apart():
    note = (
        '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>'
        f"{p('Chú')}</text:note-body></text:note>"
    )
    masters = (
        f'<style:master-page style:name="Standard"><style:header>{p("Trang 3")}</style:header>'
        f'<style:header-left style:display="false">{p("không")}</style:header-left>'
        f"<style:footer>{table(cell('Lưu') + cell('hành'))}</style:footer></style:master-page>"
    )
    assert load(odt(p(f"Sửa{note} cầu"), masters=masters)).blocks == (
        Paragraph("Trang 3", margin=True),
        Paragraph("Lưu hành", margin=True),
        Paragraph("Sửa cầu"),
        Paragraph("Chú", note=True),
    )


SOFT = ' text:use-soft-page-breaks="true"'
BREAKS = style("Before", "paragraph", paragraph='fo:break-before="page"') + style(
    "After", "paragraph", paragraph='fo:break-after="page"'
)


def test_pages_where_they_are_told():
    turn = "<text:soft-page-break/>"
    body = (
        p("Một", "Before") + p(f"{turn}Hai") + p(f"Dài {turn}quá") + p("Ba", "After") + p("Bốn")
        + p("Năm", "Before") + table(cell("a") + cell("b")) + turn + p("Sáu")
    )  # fmt: skip
    content = load(odt(body, automatic=BREAKS, soft=SOFT))
    assert [block.page for block in content.blocks] == [1, 2, 2, 3, 4, 5, 5, 6]
    assert content.pages == 6
    assert [block.page for block in load(odt(body, automatic=BREAKS)).blocks] == [0] * 8


@pytest.mark.parametrize(
    ("body", "text", "strong"),
    [
        (p(f"{span('1. Sở Y tế:', 'Bold')} Khám"), "1. Sở Y tế: Khám", 11),
        (p(f"{span('1. Sở ', 'Bold')}<text:s/>{span('Y tế: ', 'Bold')}Khám"), "1. Sở Y tế: Khám", 11),
        (p(f"1. Sở Y tế: {span('Khám', 'Bold')}"), "1. Sở Y tế: Khám", 0),
        (p(f"Sở Y tế: {span('khám', 'Plain')}", "Strong"), "Sở Y tế: khám", 8),
        (items(p(f"{span('Sở Y tế:', 'Bold')} khám"), style="L"), "I. Sở Y tế: khám", 11),
    ],
)
def test_how_far_the_bold_at_the_start_goes(body, text, strong):
    (found,) = load(odt(body, automatic=LOOKS + numbered("L", ROMAN), styles=STYLES)).blocks
    assert (found.text, found.strong) == (text, strong)


def parts(**changed: str) -> bytes:
    content = root("document-content", f"<office:body><office:text>{p('Sửa')}</office:text></office:body>")
    named = {"content": content, "styles": root("document-styles", "")} | changed
    return packed({f"{name}.xml": xml for name, xml in named.items()})


MANIFEST = (
    '<!DOCTYPE manifest:manifest PUBLIC "-//OpenOffice.org//DTD Manifest 1.0//EN" "Manifest.dtd"><a>{}</a>'
)
TYPED = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize(
    ("data", "refusal"),
    [
        (parts(content=""), BrokenFile),
        (parts(content=root("document-content", "")), BrokenFile),
        (parts(content=root("document-content", "<office:body>")), BrokenFile),
        (parts(content=TYPED + root("document-content", "")), DangerousFile),
        (parts(styles=TYPED + root("document-styles", "")), DangerousFile),
        (parts(styles=root("document-styles", "<a>" * 400)), DangerousFile),
        (parts(content=root("a", "<text:p>a</text:p>" * 1_000_000)), DangerousFile),
        (parts(**{"META-INF/manifest": MANIFEST.format("<manifest:encryption-data/>")}), Encrypted),
        (packed({"styles.xml": "<a/>"}), BrokenFile),
        (odt(table(cell("a", marks=' table:number-columns-repeated="501"'))), TooLarge),
        (odt(table(cell("a")).replace("table-row", 'table-row table:number-rows-repeated="20001"', 1)), TooLarge),
        (odt(table(*[cell("a", marks=' table:number-columns-repeated="500"')] * 801)), TooLarge),
    ],
)  # fmt: skip
def test_what_is_unsound_is_refused(data, refusal):
    with pytest.raises(refusal):
        load(data)


def test_two_lists_of_one_name_are_read():
    body = items(p("a"), style="L", marks=ONE) + items(p("b"), style="L", marks=ONE)
    assert texts(load(odt(body, automatic=numbered("L", ROMAN)))) == ["I. a", "I. b"]


def test_old_manifests_name_a_document_type():
    assert texts(load(parts(**{"META-INF/manifest": MANIFEST.format("")}))) == ["Sửa"]


def test_a_text_without_styles_is_read():
    content = root("document-content", f"<office:body><office:text>{p('Sửa')}</office:text></office:body>")
    assert texts(load(packed({"content.xml": content}), name="ke-hoach.odt")) == ["Sửa"]
