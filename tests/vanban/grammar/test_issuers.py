"""Letterheads of many kinds of offices: the issuer, the number, the type and the title of each."""

# ruff: noqa: E501 -- a letterhead stays on its line

from __future__ import annotations

import pytest

from vanban import read_text

STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM / Độc lập - Tự do - Hạnh phúc"
PARTY = "ĐẢNG CỘNG SẢN VIỆT NAM"
UNION = "ĐOÀN TNCS HỒ CHÍ MINH"

# lines on the left, parted by " / " | on the right | number | type | issuer
HEADS = f"""
TỈNH ỦY BẾN MÂY / BAN TUYÊN GIÁO VÀ DÂN VẬN / * | {PARTY} | 12-KH/BTGDVTU | Kế hoạch | Ban Tuyên giáo và Dân vận
ĐẢNG BỘ TỈNH BẾN MÂY / HUYỆN ỦY ĐỒNG LAU / * | {PARTY} | 12-CTr/HU | Chương trình hành động | Huyện ủy Đồng Lau
ĐẢNG BỘ HUYỆN ĐỒNG LAU / ĐẢNG ỦY XÃ SUỐI TRÚC / * | {PARTY} | 4-NQ/ĐU | Nghị quyết | Đảng ủy xã Suối Trúc
TỈNH ĐOÀN BẾN MÂY / BAN THƯỜNG VỤ / *** | {UNION} | 15-KH/TĐTN-BTV | Kế hoạch | Ban Thường vụ Tỉnh đoàn Bến Mây
CÔNG AN TỈNH BẾN MÂY / CÔNG AN XÃ SUỐI TRÚC | {STATE} | 45/KH-CAX | Kế hoạch | Công an xã Suối Trúc
ỦY BAN NHÂN DÂN / TỈNH BẾN MÂY / BAN CHỈ ĐẠO 35 | {STATE} | 45/KH-BCĐ | Kế hoạch | Ban Chỉ đạo 35
BỘ VĂN HÓA, THỂ THAO VÀ DU LỊCH | {STATE} | 145/QĐ-BVHTTDL | Quyết định | Bộ Văn hóa, Thể thao và Du lịch
BỘ CÔNG AN / CỤC CẢNH SÁT GIAO THÔNG | {STATE} | 15/KH-C08 | Kế hoạch | Cục Cảnh sát giao thông
THỦ TƯỚNG CHÍNH PHỦ | {STATE} | 145/QĐ-TTg | Quyết định | Thủ tướng Chính phủ
CHÍNH PHỦ | {STATE} | 14/NQ-CP | Nghị quyết | Chính phủ
VĂN PHÒNG CHÍNH PHỦ | {STATE} | 15/TB-VPCP | Thông báo | Văn phòng Chính phủ
HỘI ĐỒNG NHÂN DÂN / TỈNH BẾN MÂY | {STATE} | 14/NQ-HĐND | Nghị quyết | Hội đồng nhân dân tỉnh Bến Mây
UBND TỈNH BẾN MÂY / SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG / CHI CỤC KIỂM LÂM | {STATE} | 15/KH-CCKL | Kế hoạch | Chi cục Kiểm lâm
UBND HUYỆN ĐỒNG LAU / PHÒNG VĂN HÓA - THÔNG TIN | {STATE} | 15/KH-VHTT | Kế hoạch | Phòng Văn hóa - Thông tin
MẶT TRẬN TỔ QUỐC VIỆT NAM / TỈNH BẾN MÂY / BAN THƯỜNG TRỰC | {STATE} | 15/KH-MTTQ-BTT | Kế hoạch | Ban Thường trực Mặt trận Tổ quốc Việt Nam tỉnh Bến Mây
LIÊN ĐOÀN LAO ĐỘNG / TỈNH BẾN MÂY | {STATE} | 15/KH-LĐLĐ | Kế hoạch | Liên đoàn Lao động tỉnh Bến Mây
ỦY BAN NHÂN DÂN / PHƯỜNG HỒNG LAU | {STATE} | 15/PA-UBND | Phương án | Ủy ban nhân dân phường Hồng Lau
ỦY BAN NHÂN DÂN / PHƯỜNG HỒNG LAU | {STATE} | 15/CĐ-UBND | Công điện | Ủy ban nhân dân phường Hồng Lau
ỦY BAN NHÂN DÂN / ĐẶC KHU MÂY BIỂN | {STATE} | 15/ĐA-UBND | Đề án | Ủy ban nhân dân đặc khu Mây Biển
TRƯỜNG TIỂU HỌC SUỐI TRÚC | {STATE} | 15/KH-THST | Kế hoạch | Trường Tiểu học Suối Trúc
"""
ROWS = [tuple(cell.strip() for cell in line.split("|")) for line in HEADS.strip().splitlines()]


@pytest.mark.parametrize(("left", "right", "code", "kind", "issuer"), ROWS)
def test_a_letterhead_says_who_issues_what(left, right, code, kind, issuer):
    lines = [
        left,
        right,
        f"Số: {code}",
        "Bến Mây, ngày 05 tháng 3 năm 2030",
        f"{kind.upper()} / Phát triển thư viện năm 2030",
    ]
    body = "I. NHIỆM VỤ\n\n1. Sở Y tế lập phương án."
    head = read_text("\n\n".join([*(line.replace(" / ", "\n") for line in lines), body])).header
    assert (head.issuer or "").casefold() == issuer.casefold()
    assert (head.code, head.type, head.title, head.date) == (
        code,
        kind,
        "Phát triển thư viện năm 2030",
        "2030-03-05",
    )
