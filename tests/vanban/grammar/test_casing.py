"""Names in capitals are written as an office writes them in a sentence."""

from __future__ import annotations

import pytest

from vanban.grammar.casing import from_capitals


@pytest.mark.parametrize(
    ("printed", "written"),
    [
        ("ỦY BAN NHÂN DÂN TỈNH BẾN MÂY", "Ủy ban nhân dân tỉnh Bến Mây"),
        ("UBND XÃ SUỐI TRÚC", "UBND xã Suối Trúc"),
        ("TỈNH ỦY BẾN MÂY", "Tỉnh ủy Bến Mây"),
        ("HUYỆN ỦY ĐỒNG LAU", "Huyện ủy Đồng Lau"),
        ("ĐẢNG ỦY PHƯỜNG HỒNG LAU", "Đảng ủy phường Hồng Lau"),
        ("BAN TUYÊN GIÁO VÀ DÂN VẬN TỈNH ỦY", "Ban Tuyên giáo và Dân vận Tỉnh ủy"),
        ("SỞ GIÁO DỤC VÀ ĐÀO TẠO", "Sở Giáo dục và Đào tạo"),
        ("BỘ VĂN HÓA, THỂ THAO VÀ DU LỊCH", "Bộ Văn hóa, Thể thao và Du lịch"),
        ("CÔNG AN TỈNH BẾN MÂY", "Công an tỉnh Bến Mây"),
        ("ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM TỈNH BẾN MÂY", "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Bến Mây"),
        ("PHÓ CHỦ TỊCH", "Phó Chủ tịch"),
        ("GIÁM ĐỐC SỞ", "Giám đốc Sở"),
        ("Sở Y tế", "Sở Y tế"),
    ],
)
def test_a_name_in_capitals(printed, written):
    assert from_capitals(printed) == written
