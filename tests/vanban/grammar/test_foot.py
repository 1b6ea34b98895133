"""The foot: to whom a document goes, and who signed it."""

# ruff: noqa: E501 -- a row of a table stays on its line

from __future__ import annotations

import pytest

from papers import paper
from vanban import read_text

WORK = ("I. NHIỆM VỤ", "1. Sửa mái nhà văn hóa thôn.")


def foot(*lines):
    """The header of a plan with these lines for a foot."""
    text = paper(*WORK)
    return read_text("\n\n".join([text[: text.index("\nNơi nhận")], *lines])).header


def test_recipients_are_one_for_each_printed_line():
    found = foot(
        "Nơi nhận:\n- TT Tỉnh ủy (b/c);\n- Các sở, ban, ngành tỉnh;\n- UBND các xã, phường;\n- Lưu: VT, VX.",
        "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nLê Văn Trúc",
    )
    assert found.recipients == (
        "TT Tỉnh ủy (b/c)",
        "Các sở, ban, ngành tỉnh",
        "UBND các xã, phường",
        "Lưu: VT, VX",
    )


def test_recipients_may_stand_without_dashes_or_behind_the_signature():
    assert foot(
        "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nLê Văn Trúc", "Nơi nhận:\n- Như trên;\n- Lưu: VT."
    ).recipients == ("Như trên", "Lưu: VT")


def test_without_a_foot_there_are_none():
    found = foot()
    assert (found.recipients, found.signatory) == ((), None)


@pytest.mark.parametrize(
    ("lines", "authority", "position", "name"),
    [
        ("TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nLê Văn Trúc", ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"), "Phó Chủ tịch", "Lê Văn Trúc"),
        ("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nTrần Thị Mây", ("TM. ỦY BAN NHÂN DÂN",), "Chủ tịch", "Trần Thị Mây"),
        ("T/M BAN THƯỜNG VỤ\nBÍ THƯ\n\nLê Văn Trúc", ("T/M BAN THƯỜNG VỤ",), "Bí thư", "Lê Văn Trúc"),
        ("TL. CHỦ TỊCH\nCHÁNH VĂN PHÒNG\n\nLê Văn Trúc", ("TL. CHỦ TỊCH",), "Chánh Văn phòng", "Lê Văn Trúc"),
        ("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n(Đã ký)\nLê Văn Trúc", ("TM. ỦY BAN NHÂN DÂN",), "Chủ tịch", "Lê Văn Trúc"),
        ("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH", ("TM. ỦY BAN NHÂN DÂN",), "Chủ tịch", None),
        ("TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH\n\nLê Văn Trúc", ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"), "Phó Chủ tịch", "Lê Văn Trúc"),
        ("KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n\nĐại tá Lê Văn Trúc", ("KT. GIÁM ĐỐC",), "Phó Giám đốc", "Lê Văn Trúc"),
        ("TUQ. CHỦ TỊCH\nGIÁM ĐỐC SỞ NỘI VỤ\n\nLê Văn Trúc", ("TUQ. CHỦ TỊCH",), "Giám đốc Sở Nội vụ", "Lê Văn Trúc"),
        ("KT. BỘ TRƯỞNG\nTHỨ TRƯỞNG\n\nLê Văn Trúc", ("KT. BỘ TRƯỞNG",), "Thứ trưởng", "Lê Văn Trúc"),
        ("GIÁM ĐỐC\n\n\n\nTrần Thị Mây", (), "Giám đốc", "Trần Thị Mây"),
        ("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nLÊ VĂN TRÚC", ("TM. ỦY BAN NHÂN DÂN",), "Chủ tịch", "LÊ VĂN TRÚC"),
        ("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nY Mây Niê", ("TM. ỦY BAN NHÂN DÂN",), "Chủ tịch", "Y Mây Niê"),
        ("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nNguyễn Thị Hồng Lau", ("TM. ỦY BAN NHÂN DÂN",), "Chủ tịch", "Nguyễn Thị Hồng Lau"),
    ],
)  # fmt: skip
def test_who_signed(lines, authority, position, name):
    signed = foot("Nơi nhận:\n- Lưu: VT.", lines).signatory
    assert (signed.authority, signed.position) == (authority, position)
    assert (signed.name or "").casefold() == (name or "").casefold()


def test_spans_of_the_foot_point_at_its_words():
    reading = read_text(paper(*WORK))
    words = {name: reading.text[slice(*reading.header.spans[name])] for name in ("recipients", "signatory")}
    assert words["recipients"].startswith("- Như trên") and words["recipients"].endswith("- Lưu: VT.")
    assert words["signatory"].startswith("TM. ỦY BAN") and words["signatory"].endswith("Lê Văn Trúc")


def test_a_foot_in_two_columns_is_parted():
    found = foot(
        "Nơi nhận:          TM. ỦY BAN NHÂN DÂN\n- Như trên;               CHỦ TỊCH\n- Lưu: VT.\n                          Lê Văn Trúc"
    )
    assert found.recipients == ("Như trên", "Lưu: VT")
    assert (found.signatory.position, found.signatory.name) == ("Chủ tịch", "Lê Văn Trúc")


def test_a_recipient_that_wrapping_cut_is_one():
    found = foot(
        "Nơi nhận:\n\n- Các Sở: Tài chính, Y tế,\n\nNội vụ, Xây dựng;\n\n- Trưởng thôn, Ban công\n\ntác Mặt trận;\n\n- VPUB: các Phòng: TH,\n\nKTTH, NC;\n\n- Lưu: VT.",
        "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nLê Văn Trúc",
    )
    assert found.recipients == (
        "Các Sở: Tài chính, Y tế, Nội vụ, Xây dựng",
        "Trưởng thôn, Ban công tác Mặt trận",
        "VPUB: các Phòng: TH, KTTH, NC",
        "Lưu: VT",
    )
    assert found.signatory.name == "Lê Văn Trúc"
