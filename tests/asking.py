"""Invented upper documents and plans, for tests of coverage."""

from __future__ import annotations

from papers import paper
from vanban import read_text
from vanban.coverage import cover

FILLING = ["Mở lớp dạy bơi cho trẻ em.", "Sửa cầu treo thôn Đầu Nguồn.", "Cấp nước sạch cho chợ Mây."]


def tasks(*lines, title="Phát triển thư viện năm 2030"):
    """A plan with these tasks, one below the other."""
    return read_text(paper("I. NHIỆM VỤ", *(f"{n}. {line}" for n, line in enumerate(lines, 1)), title=title))


def only(asked, *planned):
    """What becomes of one requirement in a plan with these tasks, among others on other matters."""
    return cover(tasks(asked), plan=tasks(*planned, *FILLING)).requirements[0]
