"""Names of agencies in a list: what parts them, what belongs to them, where they end."""

# ruff: noqa: E501 -- a row of a table stays on its line

from __future__ import annotations

import pytest

from papers import names
from vanban.grammar.units import names_at, only_units, opens_name, split_units

# text | names, parted by " / "
LISTS = """
Sở Y tế | Sở Y tế
Sở Nội vụ, Sở Tài chính | Sở Nội vụ / Sở Tài chính
Sở Nội vụ; Sở Tài chính; Công an tỉnh | Sở Nội vụ / Sở Tài chính / Công an tỉnh
Sở Nội vụ và Sở Tài chính | Sở Nội vụ / Sở Tài chính
Sở Nội vụ, Sở Tài chính và các đơn vị liên quan | Sở Nội vụ / Sở Tài chính / các đơn vị liên quan
Sở Văn hóa, Thể thao và Du lịch | Sở Văn hóa, Thể thao và Du lịch
Sở Văn hóa, Thể thao và Du lịch, Sở Y tế | Sở Văn hóa, Thể thao và Du lịch / Sở Y tế
Sở Giáo dục và Đào tạo; Sở Khoa học và Công nghệ | Sở Giáo dục và Đào tạo / Sở Khoa học và Công nghệ
Phòng Kinh tế, Hạ tầng và Đô thị | Phòng Kinh tế, Hạ tầng và Đô thị
Phòng Văn hóa - Xã hội | Phòng Văn hóa - Xã hội
các sở, ban, ngành | các sở, ban, ngành
Các sở, ban, ngành tỉnh | Các sở, ban, ngành tỉnh
các sở, ban, ngành, đoàn thể | các sở, ban, ngành, đoàn thể
các cơ quan, đơn vị | các cơ quan, đơn vị
các cơ quan, đơn vị, địa phương liên quan | các cơ quan, đơn vị, địa phương liên quan
UBND các xã, phường | UBND các xã, phường
Ủy ban nhân dân các xã, phường, thị trấn | Ủy ban nhân dân các xã, phường, thị trấn
các sở, ban, ngành, UBND các xã, phường | các sở, ban, ngành / UBND các xã, phường
các sở, ban, ngành và Ủy ban nhân dân các xã, phường | các sở, ban, ngành / Ủy ban nhân dân các xã, phường
Thủ trưởng các cơ quan, đơn vị | Thủ trưởng các cơ quan, đơn vị
Chủ tịch Ủy ban nhân dân các xã, phường | Chủ tịch Ủy ban nhân dân các xã, phường
Sở Y tế (cơ quan thường trực) | Sở Y tế
Sở Y tế (đầu mối), Công an tỉnh | Sở Y tế / Công an tỉnh
Sở Nội vụ (qua Chi cục Văn thư, Lưu trữ), Sở Y tế | Sở Nội vụ / Sở Y tế
Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh và các tổ chức chính trị - xã hội | Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh / các tổ chức chính trị - xã hội
Đài Phát thanh và Truyền hình tỉnh, Báo Bến Mây | Đài Phát thanh và Truyền hình tỉnh / Báo Bến Mây
Ban Tuyên giáo và Dân vận Tỉnh ủy; Văn phòng Tỉnh ủy | Ban Tuyên giáo và Dân vận Tỉnh ủy / Văn phòng Tỉnh ủy
Công an xã Suối Trúc; Trường Tiểu học Suối Trúc | Công an xã Suối Trúc / Trường Tiểu học Suối Trúc
"""


def rows(text):
    """(text, names) of a table whose cells stand between bars."""
    for line in text.strip().splitlines():
        words, wanted = line.split(" | ")
        yield words, wanted.split(" / ")


@pytest.mark.parametrize(("text", "wanted"), list(rows(LISTS)))
def test_a_list_is_parted_into_names(text, wanted):
    units = split_units(text)
    assert names(units) == wanted
    assert [text[slice(*unit.span)] for unit in units] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Sở Y tế chủ trì, phối hợp với Sở Tài chính", ["Sở Y tế"]),
        ("Sở Y tế, Công an tỉnh xây dựng phương án", ["Sở Y tế", "Công an tỉnh"]),
        ("Các sở, ban, ngành căn cứ chức năng", ["Các sở, ban, ngành"]),
        ("UBND các xã, phường: Rà soát danh sách", ["UBND các xã, phường"]),
        ("Sở Nội vụ tham mưu Ủy ban nhân dân tỉnh", ["Sở Nội vụ"]),
        ("Thủ trưởng các cơ quan, đơn vị chịu trách nhiệm", ["Thủ trưởng các cơ quan, đơn vị"]),
        ("Công an tỉnh (Phòng Cảnh sát giao thông) kiểm tra", ["Công an tỉnh"]),
    ],
)
def test_names_end_where_the_doing_begins(text, wanted):
    found, stop = names_at(text, start=0, end=len(text))
    assert names(found) == wanted
    assert text[stop:].strip(" ,:")[:1].islower() or text[stop] == ":"


@pytest.mark.parametrize(
    "text",
    [
        "Ban hành quy chế", "Báo cáo kết quả", "Hội nghị tổng kết", "Phòng, chống dịch", "Phòng ngừa rủi ro",
        "Trang bị máy tính", "Tổ chức hội nghị", "Đoàn kết các dân tộc", "Bộ máy tinh gọn", "Khu vực biên giới",
        "nâng cao chất lượng",
    ],
)  # fmt: skip
def test_words_that_look_like_a_name_are_none(text):
    assert not opens_name(text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Sở Y tế", ["Sở Y tế"]),
        ("Sở Y tế:", ["Sở Y tế"]),
        ("Các sở, ban, ngành; UBND các xã, phường:", ["Các sở, ban, ngành", "UBND các xã, phường"]),
        ("Sở Y tế xây dựng kế hoạch", []),
        ("Nhiệm vụ chung", []),
        ("", []),
    ],
)
def test_a_line_holds_only_names_or_it_does_not(text, wanted):
    assert names(only_units(text)) == wanted
