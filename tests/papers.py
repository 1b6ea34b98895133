"""Invented documents for tests: a letterhead, a body and a foot, so that a test writes only what it is about."""

# ruff: noqa: E501 -- the lines of a document stay as they are

from __future__ import annotations

import re
from html import unescape

HEAD = """ỦY BAN NHÂN DÂN
TỈNH BẾN MÂY
-------

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------

Số: {number}

Bến Mây, ngày 14 tháng 02 năm 2030
"""
FOOT = """
Nơi nhận:
- Như trên;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH

Lê Văn Trúc
"""


def paper(
    *body: str,
    kind: str = "KẾ HOẠCH",
    title: str = "Phát triển thư viện năm 2030",
    number: str = "118/KH-UBND",
) -> str:
    """A whole document of the invented province; each of ``body`` is a paragraph."""
    opening = "Căn cứ Luật Thư viện ngày 21 tháng 11 năm 2019;"
    return "\n\n".join([HEAD.format(number=number), f"{kind}\n{title}", opening, *body, FOOT])


def plan(*body: str) -> str:
    """A plan whose ``body`` stands in a section of tasks."""
    return paper("I. NHIỆM VỤ", *body)


def duties(*body: str) -> str:
    """A plan whose ``body`` stands in the section that says who does what."""
    return paper("I. TỔ CHỨC THỰC HIỆN", *body)


def names(units: object) -> list[str]:
    """The names of units, in order."""
    return [unit.name for unit in units]  # type: ignore[attr-defined]


def shown(html: str) -> str:
    """The words that a reader of the HTML sees, a line for each paragraph."""
    return "\n".join(
        unescape(re.sub(r"<[^>]*>", "", one)) for one in re.findall(r"<p id=.*?</p>", html, re.DOTALL)
    )


PLAN = """ỦY BAN NHÂN DÂN
XÃ SUỐI TRÚC
-------

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------

Số: 31/KH-UBND

Suối Trúc, ngày 20 tháng 01 năm 2030

KẾ HOẠCH
Phòng, chống cháy rừng mùa khô năm 2030

Thực hiện Chỉ thị số 04/CT-UBND ngày 10/01/2030 của Chủ tịch UBND tỉnh Bến Mây, Ủy ban nhân dân xã ban hành Kế hoạch như sau:

I. MỤC ĐÍCH, YÊU CẦU

1. Mục đích

Giữ rừng tre đầu nguồn, không để cháy lan.

II. NHIỆM VỤ

1. Tuyên truyền

- Công chức Văn hóa - Xã hội soạn tin, phát trên loa xã mỗi tối trong tháng 3 và tháng 4.

2. Dọn đường băng cản lửa

- Hoàn thành việc dọn đường băng cản lửa trước ngày 28/02/2030.
- Đơn vị thực hiện: Các thôn; phối hợp với Hạt Kiểm lâm khu vực.

III. KINH PHÍ

Từ ngân sách xã năm 2030.

IV. TỔ CHỨC THỰC HIỆN

1. Công an xã

- Tuần tra rừng vào giờ nắng.
- Chủ trì, phối hợp với Ban Chỉ huy Quân sự xã xây dựng phương án chữa cháy.

2. Các trưởng thôn báo cáo Ủy ban nhân dân xã (qua Văn phòng) trước ngày 25 hằng tháng và đột xuất khi có cháy.

Trên đây là Kế hoạch phòng, chống cháy rừng năm 2030./.

Nơi nhận:
- UBND tỉnh (b/c);
- Các thôn;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Trần Thị Mây
"""
DIRECTIVE = """ỦY BAN NHÂN DÂN
TỈNH BẾN MÂY
-------

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------

Số: 09/CT-UBND

Bến Mây, ngày 02 tháng 5 năm 2030

CHỈ THỊ
Về việc tăng cường an toàn bến đò trong mùa nước lớn

Thời gian qua, nhiều bến đò chưa có phao cứu sinh. Chủ tịch Ủy ban nhân dân tỉnh yêu cầu:

1. Sở Xây dựng

a) Kiểm tra giấy phép của các bến đò, hoàn thành trước ngày 30/5/2030.

b) Chủ trì, phối hợp với Công an tỉnh đình chỉ bến không phép.

2. Ủy ban nhân dân các xã, phường rà soát, lập danh sách người lái đò.

3. Giao Văn phòng Ủy ban nhân dân tỉnh theo dõi, đôn đốc việc thực hiện Chỉ thị này./.

Nơi nhận:
- Các sở, ban, ngành;
- Lưu: VT.

CHỦ TỊCH

Lê Văn Trúc
"""
