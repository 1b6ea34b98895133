"""Invented documents for tests: a letterhead, a body and a foot, so that a test writes only what it is about."""

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
