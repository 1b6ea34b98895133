"""Files of Word 6 and 95."""

from __future__ import annotations

import pytest

from docfiles import P
from olddocs import old_doc, old_row, old_run
from vanban.errors import Encrypted
from vanban.files import load, parse
from vanban.files.blocks import Table


def test_paragraphs_and_a_table_are_read():
    body = [
        P((old_run("Ke hoach"),)),
        old_row("TT", "Viec", edges=(0, 1000, 4000)),
        old_row("A", edges=(0, 4000)),
    ]
    content = load(old_doc(*body, P((old_run("Het"),))))
    (first, table, last) = content.blocks
    assert (first.text, last.text) == ("Ke hoach", "Het")
    assert table == Table(((("TT",), ("Viec",)), (("A",), ())))


def test_how_much_is_bold_at_the_start():
    (block,) = parse(old_doc(P((old_run("Chu tri:", bold=True), old_run(" So A")))), kind="doc").blocks
    assert (block.text, block.strong) == ("Chu tri: So A", 8)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        (b"\x5c\x01", []),
        (b"\x41\x01", []),
        (b"\x44\x02ab\x5c\x01", []),
        (b"\x5f\x00\x00\x00", ["Viec"]),
        (b"\xff\x5c\x01", ["Viec"]),
        (b"\x4a\x03\x00\x00\x2d", ["----"]),
    ],
)
def test_codes_of_one_byte(changes, expected):
    """Hidden; deleted; hidden, behind a code with a size; a size; an unknown code; a sign of a symbol font."""
    run = old_run("Viec")._replace(changes=changes)
    assert [block.text for block in parse(old_doc(P((run,))), kind="doc").blocks] == expected


def test_styles_hold():
    (block,) = parse(old_doc(P((old_run("Chu tri: So A"),)), letters=b"\x55\x01"), kind="doc").blocks
    assert block.strong == len(block.text)


def test_a_locked_file_is_refused():
    data = bytearray(old_doc(P((old_run("x"),))))
    at = data.index(b"\xdc\xa5\x65\x00") + 10
    data[at + 1] |= 1
    with pytest.raises(Encrypted):
        load(bytes(data))
