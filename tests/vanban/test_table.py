"""A reading as a table on a screen: dates and times in the words of an office, no line too wide."""

# ruff: noqa: E501 -- a row of a table stays on its line

from __future__ import annotations

import pytest

from papers import DIRECTIVE, PLAN
from vanban import read_text
from vanban.model import Time
from vanban.table import say_date, say_time, table_of


@pytest.mark.parametrize(
    ("iso", "said"),
    [("2030-12-15", "15/12/2030"), ("12-15", "15/12"), ("2030-03", "03/2030"), ("2030", "2030"), (None, "")],
)
def test_a_date(iso, said):
    assert say_date(iso) == said


@pytest.mark.parametrize(
    ("time", "said"),
    [
        (None, ""),
        (Time("deadline", due="2030-12-15"), "hạn 15/12/2030"),
        (Time("within", start="2030-01-01", due="2030-03-31"), "01/01/2030–31/03/2030"),
        (Time("within", start="2030-01-01"), "01/01/2030–"),
        (Time("recurring", every="year", due="12-15"), "hằng năm, hạn 15/12"),
        (Time("recurring", every="quarter"), "hằng quý"),
        (Time("recurring"), "định kỳ"),
        (Time("continuous"), "thường xuyên"),
        (Time("ad_hoc"), "khi có yêu cầu"),
    ],
)
def test_a_time(time, said):
    assert say_time(time) == said


@pytest.mark.parametrize("width", [60, 80, 110, 180])
@pytest.mark.parametrize("text", ["", PLAN, DIRECTIVE], ids=["empty", "plan", "directive"])
def test_no_line_is_wider_than_asked(text, width):
    table = table_of(read_text(text), width=width)
    assert max(map(len, table.splitlines())) <= width


def test_every_fact_is_shown():
    table = " ".join(table_of(read_text(PLAN), width=180).split())
    wanted = [
        "Ủy ban nhân dân xã Suối Trúc", "Kế hoạch 31/KH-UBND", "20/01/2030", "Chủ tịch – Trần Thị Mây", "Các thôn", "Chỉ thị 04/CT-UBND",
        "TỔ CHỨC THỰC HIỆN", "hạn 28/02/2030", "Hạt Kiểm lâm", "Ủy ban nhân dân xã (qua Văn phòng): hằng tháng", "BÁO CÁO (2)",
    ]  # fmt: skip
    assert [words for words in wanted if words not in table] == []


def test_what_is_doubted_is_said():
    assert "CẦN XEM LẠI" in table_of(read_text(""), width=80) and "CẦN XEM LẠI" not in table_of(
        read_text(PLAN), width=80
    )
