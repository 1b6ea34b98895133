"""Binary Word files that were built to do harm, or say what cannot be: each is read or refused in little time."""

from __future__ import annotations

import struct
import time

import pytest

from docfiles import Style, doc, p, row, sprm
from doclists import listed
from vanban.errors import BrokenFile, Refused, TooLarge
from vanban.files import parse
from vanban.files.doc import pieces, runs

SECONDS = 2


def pointed(data: bytes, number: int, *, at: int | None = None, size: int | None = None) -> bytes:
    """The file with another place or size of one of its parts."""
    place = data.index(b"\xec\xa5\xc1\x00") + 154 + 8 * number
    was = struct.unpack_from("<II", data, place)
    now = struct.pack("<II", was[0] if at is None else at, was[1] if size is None else size)
    return data[:place] + now + data[place + 8 :]


def counted(data: bytes, *counts: int) -> bytes:
    """The file with other counts of signs."""
    place = data.index(b"\xec\xa5\xc1\x00") + 76
    said = struct.pack(f"<{len(counts)}i", *counts)
    return data[:place] + said + data[place + len(said) :]


def soon_read(data: bytes) -> bool:
    """Whether the file is read or refused before long."""
    started = time.process_time()
    try:
        assert len(str(parse(data, kind="doc").blocks)) < 100_000
    except Refused as refusal:
        assert refusal.code in ("broken-file", "too-large")
    return time.process_time() - started < SECONDS


SMALL = doc(p("Dọn rác", num=(1, 0)), row("a", "b"), lists=listed(["decimal %1."]))
PARTS = {"styles": 1, "letters": 12, "paragraphs": 13, "fonts": 15, "pieces": 33, "lists": 73, "uses": 74}


@pytest.mark.parametrize("number", PARTS.values(), ids=PARTS)
@pytest.mark.parametrize(
    "said", [{"at": 0xFFFFFFF0}, {"size": 0xFFFFFFFF}, {"at": 4090}, {"at": 0, "size": 4096}]
)
def test_parts_that_lie_elsewhere(number, said):
    assert soon_read(pointed(SMALL, number, **said))


@pytest.mark.parametrize("number", [1, 12, 13, 15])
def test_a_file_without_one_of_its_tables_is_read(number):
    assert "Dọn rác" in str(parse(pointed(SMALL, number, size=0), kind="doc").blocks[0])


@pytest.mark.parametrize("counts", [(100_000,), (2**31 - 1, 2**31 - 1), (5, 0, 0, 0, 0, 0, 2**30)])
def test_more_signs_than_there_are(counts):
    with pytest.raises(BrokenFile):
        parse(counted(SMALL, *counts), kind="doc")


def test_no_signs_at_all():
    assert parse(counted(SMALL, -5, 0), kind="doc").blocks == ()


def test_pieces_and_runs_have_limits(monkeypatch):
    many = doc(*(p(f"Viec {at}", narrow=bool(at % 2)) for at in range(60)))
    assert len(parse(many, kind="doc").blocks) == 60
    for module, name in ((pieces, "MOST_SIGNS"), (pieces, "MOST_PIECES"), (runs, "MOST_RUNS")):
        monkeypatch.setattr(module, name, 50)
        with pytest.raises(TooLarge):
            parse(many, kind="doc")
        monkeypatch.undo()


def test_tables_within_tables_without_end():
    deep = [p(str(at), changes=sprm(0x2416, "B", 1) + sprm(0x6649, "I", 2**31)) for at in range(3)]
    assert parse(doc(*deep, p("Hết")), kind="doc").blocks[-1].text == "Hết"


def test_a_table_wider_than_any_page():
    edges = list(range(0, 63 * 500, 500))
    rows = [
        row(*["x"] * 62, edges=edges),
        *(row("y", "z", edges=[0, 500 * at, 31_000]) for at in range(1, 60)),
    ]
    (table,) = parse(doc(*rows), kind="doc").blocks
    assert {len(line) for line in table.rows} == {62}


def test_styles_that_name_each_other():
    turning = sprm(0x4A30, "H", 1)
    styles = [Style(), Style(letters=turning, base=2, kind=2), Style(letters=turning, base=1)]
    assert parse(doc(p("Dọn rác", style=2), styles=styles), kind="doc").blocks[0].text == "Dọn rác"


def test_sectors_that_follow_each_other_in_a_ring():
    fat = struct.pack("<2I", 1, 2)
    at = SMALL.rindex(fat)
    ring = SMALL[:at] + struct.pack("<2I", 1, 0) + SMALL[at + 8 :]
    assert soon_read(ring)


def test_changes_that_are_cut_off():
    for changes in (
        b"\x16",
        b"\x08\xd6\xff\xff",
        b"\x15\xc6\xff\xff",
        b"\x4b\x24",
        sprm(0x7621, "BBh", 255, 255, -1),
    ):
        assert parse(doc(p("Dọn rác", changes=changes)), kind="doc").blocks[0].text == "Dọn rác"
