"""Binary Word files: what is shown is read, in its order, whole and once."""

from __future__ import annotations

import pytest

from docfiles import P, Style, doc, inner_row, p, r, row, sprm
from vanban.errors import BrokenFile, Encrypted, NotYetReadable, TooLarge, UnknownKind
from vanban.files import load, parse
from vanban.files.blocks import Table

FIELD = "\x13 HYPERLINK x \x14suối Mây\x15"


def read(*body, **said):
    """The blocks; paragraphs as their words, tables as rows of cells, each cell its paragraphs in one string."""
    return [
        [["/".join(cell) for cell in line] for line in block.rows] if isinstance(block, Table) else block.text
        for block in parse(doc(*body, **said), kind="doc").blocks
    ]


def test_paragraphs_in_both_kinds_of_pieces():
    body = [p("Sửa kè"), p("Viec 1", narrow=True), p("Trồng tre")]
    assert read(*body) == ["Sửa kè", "Viec 1", "Trồng tre"]
    assert read(*body, backwards=True) == ["Sửa kè", "Viec 1", "Trồng tre"]


def test_a_file_of_many_pages_of_runs():
    body = [p(r(f"Việc {at} ", bold=1), r("xong", font=at % 2)) for at in range(400)]
    assert read(*body, fonts=["A", "B"]) == [f"Việc {at} xong" for at in range(400)]


def test_bytes_are_those_of_the_windows_page():
    free = "".join(map(chr, (0x81, 0x8D, 0x8F, 0x90, 0x9D)))
    data = doc(p("a€Šœ…b", narrow=True)).replace(b"a\x80\x8a\x9c\x85b", b"\x81\x8d\x8f\x90\x9db")
    assert parse(data, kind="doc").blocks[0].text == f"{free}b"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("47/NQ\x1eCP", ["47/NQ-CP"]),
        ("dọn\x1f rác", ["dọn rác"]),
        ("quý\xa0I", ["quý I"]),
        ("dọn\x0brác", ["dọn rác"]),
        ("Dọn rác;\x0b- Họp dân", ["Dọn rác;", "- Họp dân"]),
        ("Dọn rác\x0cHọp dân", ["Dọn rác", "Họp dân"]),
        ("Dọn\x0crác", ["Dọn rác"]),
        ("Dọn\x0erác", ["Dọn rác"]),
        ("Tên:\tMây", ["Tên:\tMây"]),
        ("\x01\x02\x05\x08Dọn rác", ["Dọn rác"]),
        ("Dọn 😀 rác", ["Dọn 😀 rác"]),
        ("Dọn \ud83d rác", ["Dọn \ufffd rác"]),
        (f"Dân {FIELD} họp", ["Dân suối Mây họp"]),
        ("\x13 IF \x13 PAGE \x14 9\x15 \x14Dọn\x15 rác\x13 XE x\x15", ["Dọn rác"]),
        ("\x13 Dọn rác", ["Dọn rác"]),
        ("Dọn\x15 rác\x14", ["Dọn rác"]),
    ],
)
def test_signs_that_stand_for_something(words, expected):
    words = words.encode("utf-16-le", "surrogatepass")
    data = doc(p("#" * (len(words) // 2))).replace("#".encode("utf-16-le") * (len(words) // 2), words)
    assert [block.text for block in parse(data, kind="doc").blocks] == expected


def test_a_field_over_paragraphs():
    assert read(p("\x13 TOC "), p("\x14Mục một"), p("Mục hai\x15"), p("Hết")) == ["Mục một", "Mục hai", "Hết"]


def test_hidden_and_deleted_words_are_left_out():
    assert read(p(r("Dọn ", deleted=True), "Nhặt ", r("ngay ", hidden=True), "rác")) == ["Nhặt rác"]


def test_a_paragraph_whose_end_was_deleted_goes_on():
    gone = P((r("Dọn "),), end_changes=sprm(0x0800, "B", 1))
    assert read(gone, p("rác"), p("Hết")) == ["Dọn rác", "Hết"]
    assert read(p("Hết"), gone) == ["Hết", "Dọn"]


def test_the_end_of_a_section_ends_a_paragraph():
    assert read(p("Phần một", end="\x0c"), p("phần hai")) == ["Phần một", "phần hai"]


def test_signs_of_symbol_fonts_by_what_they_look_like():
    dash, face = (r("(", more=sprm(0x6A09, "HH", 0, code)) for code in (0xF02D, 0xF04A))
    assert read(p(dash, " Dọn rác"), p(face, "Họp dân")) == ["- Dọn rác", "Họp dân"]


def test_a_letterhead_stays_in_its_columns():
    assert read(row([p("UBND XÃ MÂY"), p("Số: 9/KH")], "Độc lập - Tự do"), p("KẾ HOẠCH")) == [
        [["UBND XÃ MÂY/Số: 9/KH", "Độc lập - Tự do"]],
        "KẾ HOẠCH",
    ]


def test_cells_that_span_columns_are_followed_by_empty_ones():
    rows = [row("Việc", "Hạn", edges=[0, 2000, 6000]), row("a", "b", "c", edges=[0, 2000, 4000, 6000])]
    assert read(*rows) == [[["Việc", "Hạn", ""], ["a", "b", "c"]]]
    late = [row("b", "c", edges=[2000, 4000, 6000]), row("a", "b", "c", edges=[0, 2010, 3990, 6000])]
    assert read(*late) == [[["", "b", "c"], ["a", "b", "c"]]]


def test_rows_of_as_many_cells_are_aligned_by_their_cells():
    assert read(row("a", "b", edges=[0, 2000, 6000]), row("c", "d", edges=[0, 3000, 6000])) == [
        [["a", "b"], ["c", "d"]]
    ]


@pytest.mark.parametrize(
    ("flags", "more", "expected"),
    [
        ((1, 2, 0), b"", ["x", "", "z"]),
        ((0x60, 0x20, 0), b"", ["x", "", "z"]),
        ((), b"", ["x", "y", "z"]),
        ((), sprm(0x5624, "BB", 0, 2), ["x", "", "z"]),
        ((), sprm(0xD62B, "BBB", 2, 2, 1), ["x", "y", ""]),
        ((0, 0, 0x20), sprm(0xD62B, "BBB", 2, 2, 3), ["x", "y", "z"]),
    ],
)
def test_words_of_merged_cells_stand_once(flags, more, expected):
    assert read(row("x", "y", "z", flags=flags, more=more), row("a", "b", "c")) == [
        [expected, ["a", "b", "c"]]
    ]


@pytest.mark.parametrize(
    "more",
    [
        sprm(0x7621, "BBh", 1, 1, 2000) + sprm(0x7623, "BBh", 2, 3, 2000),
        sprm(0x7623, "BBh", 1, 2, 2000) + sprm(0x7621, "BBh", 2, 2, 2000) + sprm(0x5622, "BB", 3, 4),
    ],
)
def test_cells_that_a_quick_save_changed(more):
    """The record says two cells, 2000 and 4000 wide; what follows makes three of them."""
    changed = row("a", "b", "c", edges=[0, 2000, 6000], more=more)
    assert read(row("Việc", "Hạn", edges=[0, 4000, 6000]), changed) == [
        [["Việc", "", "Hạn"], ["a", "b", "c"]]
    ]


def test_changes_that_stand_in_the_stream_of_data():
    whole = row("a", "b", "c", edges=[0, 1000, 2000, 3000])
    form = whole[-1].changes
    huge = P((), sprm(0x6646, "I", 5), end="\x07")
    data = b"-----" + len(form).to_bytes(2, "little") + form
    assert read(*whole[:-1], huge, row("d", "e", edges=[0, 2000, 3000]), data=data) == [
        [["a", "b", "c"], ["d", "", "e"]]
    ]


def test_a_table_within_a_cell_gives_a_paragraph_a_row():
    cell = [p("A"), *inner_row("1", "2"), *inner_row("3", "4"), p("B")]
    assert read(row(cell, "C"), row("D", "E")) == [[["A/1 2/3 4/B", "C"], ["D", "E"]]]


def test_a_frame_of_one_cell_is_what_stands_in_it():
    assert read(p("a"), row([p("b"), p("c")]), p("d")) == ["a", "b", "c", "d"]


def test_a_table_without_its_last_row_mark():
    assert read(row("a", "b")[:-1], p("c")) == [[["a", "b"]], "c"]


def test_notes_and_margins_are_marked():
    content = parse(doc(p("Dọn rác"), notes=[p("\x02 Từ 2030")], margins=[p("Trang 1")]), kind="doc")
    assert [(block.text, block.note, block.margin) for block in content.blocks] == [
        ("Trang 1", False, True),
        ("Dọn rác", False, False),
        ("Từ 2030", True, False),
    ]


def test_text_boxes_stand_where_they_hang_or_behind_the_body():
    boxes = [(3, [p("Hai")]), (0, [p("Một"), p("Một nữa")]), (-1, [p("Ba")])]
    assert read(p("ab"), p("cd"), p("ef"), boxes=boxes) == ["ab", "Một", "Một nữa", "cd", "Hai", "ef", "Ba"]


BOLD = Style(letters=sprm(0x0835, "B", 1), base=0)
LETTERS = Style(letters=sprm(0x0835, "B", 1), kind=2)


@pytest.mark.parametrize(
    ("runs", "style", "strong"),
    [
        ((r("Chủ trì:", bold=1), " Sở A"), 0, 8),
        ((r("Chủ ", bold=1), r("trì: ", bold=0x81), "Sở A"), 0, 8),
        (("Chủ trì: Sở A",), 0, 0),
        (("Chủ trì:", r(" Sở A", bold=0)), 1, 8),
        (("Chủ trì:", r(" Sở A", bold=0x81)), 1, 8),
        ((r("Chủ trì:", bold=0x80), r(" Sở A", bold=0)), 1, 8),
        ((r("Chủ trì:", style=2), " Sở A"), 0, 8),
        ((r("Chủ trì", bold=1), " Sở A"), 0, 0),
    ],
)
def test_how_much_is_bold_at_the_start(runs, style, strong):
    data = doc(p(*runs, style=style), styles=[Style(), BOLD, LETTERS])
    assert parse(data, kind="doc").blocks[0].strong == strong


def test_changes_of_a_whole_piece():
    hidden = p("Giấu", prm=0x5C << 1 | 1 << 8)
    deleted = p("Bỏ", prm=1)
    assert read(p("a"), hidden, deleted, p("b"), groups=[sprm(0x0800, "B", 1)]) == ["a", "b"]


SOUND = doc(p("Dọn rác"), row("a", "b"))


@pytest.mark.parametrize(
    ("data", "refusal"),
    [
        (SOUND.replace("WordDocument".encode("utf-16-le"), "WordDocumenx".encode("utf-16-le")), UnknownKind),
        (SOUND.replace("1Table".encode("utf-16-le"), "9Table".encode("utf-16-le")), BrokenFile),
        (SOUND.replace(b"\xec\xa5\xc1\x00", b"\xec\xa5\x64\x00"), NotYetReadable),
        (SOUND.replace(b"\xec\xa5\xc1\x00", b"\xec\xa6\xc1\x00"), BrokenFile),
        (doc(p("x"), flags=0x100), Encrypted),
        *((SOUND[:size], BrokenFile) for size in (8, 600, 3000, 8000, len(SOUND) - 1024)),
    ],
)
def test_what_cannot_be_read_is_refused(data, refusal):
    with pytest.raises(refusal):
        load(data)


def test_more_signs_than_anyone_writes_are_refused():
    few = doc(p("a" * 50, narrow=True))
    at = few.index(b"\x02\x10\x00\x00\x00") + 9
    with pytest.raises(TooLarge):
        parse(few[:at] + (5_000_000).to_bytes(4, "little") + few[at + 4 :], kind="doc")


def test_a_file_through_the_child():
    content = load(SOUND)
    assert content.kind == "doc" and len(content.blocks) == 2
