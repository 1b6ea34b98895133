"""Duties to report: who, to whom, through whom, when."""

# ruff: noqa: E501 -- a row of a table stays on its line

from __future__ import annotations

import pytest

from papers import duties, names
from vanban import read_text

# provision | who | to | via | time
DUTIES = """
Sở Y tế báo cáo Ủy ban nhân dân tỉnh trước ngày 15/12/2030. | Sở Y tế | Ủy ban nhân dân tỉnh | | deadline 2030-12-15
Sở Y tế định kỳ hằng quý báo cáo kết quả về Sở Nội vụ. | Sở Y tế | Sở Nội vụ | | recurring quarter
Các sở, ban, ngành báo cáo Ủy ban nhân dân tỉnh (qua Sở Nội vụ) trước ngày 20/11 hằng năm. | Các sở, ban, ngành | Ủy ban nhân dân tỉnh | Sở Nội vụ | recurring 11-20
UBND các xã, phường gửi báo cáo về Sở Nội vụ trước ngày 20/11/2030 để tổng hợp, báo cáo Ủy ban nhân dân tỉnh. | UBND các xã, phường | Sở Nội vụ | | deadline 2030-11-20
Giao Sở Nội vụ theo dõi, tổng hợp, báo cáo Ủy ban nhân dân tỉnh theo quy định. | Sở Nội vụ | Ủy ban nhân dân tỉnh | |
Báo cáo kết quả về Ủy ban nhân dân tỉnh (thông qua Sở Y tế) trước ngày 15/12/2030. | | Ủy ban nhân dân tỉnh | Sở Y tế | deadline 2030-12-15
Công an tỉnh, Sở Y tế gửi kết quả báo cáo về Sở Nội vụ trước ngày 05/12/2030. | Công an tỉnh / Sở Y tế | Sở Nội vụ | | deadline 2030-12-05
Sở Y tế báo cáo Ủy ban nhân dân tỉnh, Bộ Y tế trước ngày 15/12/2030. | Sở Y tế | Ủy ban nhân dân tỉnh / Bộ Y tế | | deadline 2030-12-15
Định kỳ hằng quý (trước ngày 20), các đơn vị gửi báo cáo về Văn phòng Ủy ban nhân dân tỉnh. | các đơn vị | Văn phòng Ủy ban nhân dân tỉnh | | recurring quarter
Sở Nội vụ tham mưu Ủy ban nhân dân tỉnh báo cáo Bộ Nội vụ theo quy định. | Sở Nội vụ | Bộ Nội vụ | |
Công an tỉnh báo cáo đột xuất khi có yêu cầu. | Công an tỉnh | | | ad_hoc
Thực hiện chế độ báo cáo hằng quý về tiến độ gửi Sở Tài chính để tổng hợp, báo cáo Ủy ban nhân dân tỉnh. | | Sở Tài chính | | recurring quarter
Sở Y tế báo cáo kết quả với Sở Tài chính và báo cáo với Ủy ban nhân dân tỉnh trước ngày 31/12/2030. | Sở Y tế | Sở Tài chính / Ủy ban nhân dân tỉnh | | deadline 2030-12-31
Sở Y tế báo cáo Bộ Y tế, đồng gửi Ủy ban nhân dân tỉnh trước ngày 31/12/2030. | Sở Y tế | Bộ Y tế / Ủy ban nhân dân tỉnh | | deadline 2030-12-31
UBND các xã, phường tổng hợp thiệt hại, gửi Sở Tài chính trước ngày 08/12/2030. | UBND các xã, phường | Sở Tài chính | | deadline 2030-12-08
Sở Y tế kịp thời báo cáo Ủy ban nhân dân tỉnh những vấn đề đột xuất, phát sinh. | Sở Y tế | Ủy ban nhân dân tỉnh | |
"""
NONE = [
    "Sở Y tế thẩm định các báo cáo tài chính của đơn vị.",
    "Sở Y tế xây dựng mẫu báo cáo thống nhất.",
    "Sở Y tế tổ chức lớp tập huấn cho báo cáo viên.",
    "Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, các đơn vị phản ánh về Sở Nội vụ để tổng hợp, báo cáo Ủy ban nhân dân tỉnh.",
    "Sở Y tế xây dựng phương án trực cấp cứu.",
    "Sở Y tế tổng hợp báo cáo của các đơn vị.",
    "Thực hiện chế độ thông tin, báo cáo theo quy định.",
    "Sở Nội vụ tham mưu tổ chức hội nghị báo cáo viên.",
    "Văn phòng Ủy ban nhân dân tỉnh phát triển Hệ thống thông tin báo cáo Ủy ban nhân dân tỉnh.",
    "Sở Nội vụ rà soát, cắt giảm các chế độ báo cáo đã có dữ liệu thay thế.",
    "Thời gian báo cáo tính từ ngày 15 tháng 12 năm trước kỳ báo cáo đến ngày 14 tháng 12 của kỳ báo cáo.",
    "Sở Nội vụ ứng dụng công nghệ thông tin trong quản lý, điều hành, báo cáo.",
    "Sở Công Thương công bố báo cáo thị trường hằng năm.",
    "Sở Công Thương xây dựng báo cáo dự báo thị trường.",
    "Tên báo cáo, nội dung báo cáo theo mẫu của Sở Nội vụ.",
    "Sở Tài chính tổng hợp nhu cầu, báo cáo Ủy ban nhân dân tỉnh trình Hội đồng nhân dân tỉnh thông qua.",
    "Trường hợp đặc biệt, báo cáo Chủ tịch Ủy ban nhân dân tỉnh quyết định thời gian nghỉ học.",
    "Đài Phát thanh xây dựng kịch bản, gửi Sở Nội vụ trước ngày 03/12/2030 để tổng hợp, báo cáo Ủy ban nhân dân tỉnh.",
]


def reports(*body):
    return read_text(duties(*body)).reports


def said(time):
    """The kind of a time with its date or period."""
    return f"{time.kind} {time.due or time.every or ''}".strip() if time else ""


def rows(text):
    """The rows of a table whose cells stand between bars."""
    return [tuple(cell.strip() for cell in line.split("|")) for line in text.strip().splitlines()]


@pytest.mark.parametrize(("text", "who", "to", "via", "time"), rows(DUTIES))
def test_a_duty_to_report(text, who, to, via, time):
    (report,) = reports("1. " + text)
    assert (" / ".join(names(report.who)), " / ".join(names(report.to))) == (who, to)
    assert (report.via.name if report.via else "", said(report.time)) == (via, time)


@pytest.mark.parametrize("text", NONE)
def test_what_only_speaks_of_reports_is_no_duty(text):
    assert reports("1. " + text) == ()


def test_a_request_and_a_period_in_one_sentence_are_two():
    found = reports("1. Sở Y tế báo cáo Ủy ban nhân dân tỉnh định kỳ hằng quý và đột xuất khi có yêu cầu.")
    assert [said(one.time) for one in found] == ["recurring quarter", "ad_hoc"]
    assert {(*names(one.who), *names(one.to)) for one in found} == {("Sở Y tế", "Ủy ban nhân dân tỉnh")}


@pytest.mark.parametrize(
    ("when", "times"),
    [
        ("trước ngày 01/6 và 15/11 hằng năm", ["recurring 06-01", "recurring 11-15"]),
        ("6 tháng (trước ngày 15/6) và hằng năm (trước ngày 15/12)", ["recurring 06-15", "recurring 12-15"]),
        (
            "6 tháng (gửi trước ngày 15/6) và hằng năm (gửi trước ngày 15/11)",
            ["recurring 06-15", "recurring 11-15"],
        ),
        ("định kỳ 6 tháng trước ngày 15 tháng 6 và trước ngày 01 tháng 12", ["recurring 06-15"]),
    ],
)
def test_each_day_of_the_year_is_a_duty_of_its_own_unless_a_shorter_period_has_them(when, times):
    found = reports(f"1. Sở Y tế báo cáo Ủy ban nhân dân tỉnh {when}.")
    assert [said(one.time) for one in found] == times


@pytest.mark.parametrize("when", ["trong ngày 20/11/2030", "trong ngày 20 tháng 11 năm 2030"])
def test_the_day_of_a_report_is_no_part_of_its_addressee(when):
    (report,) = reports(f"1. Sở Y tế tổng hợp, báo cáo Ủy ban nhân dân tỉnh {when}.")
    assert (names(report.to), said(report.time)) == (["Ủy ban nhân dân tỉnh"], "deadline 2030-11-20")


@pytest.mark.parametrize(
    ("when", "times"),
    [
        ("trước ngày 20/11/2030 và hằng tháng", ["deadline 2030-11-20", "recurring month"]),
        ("trước ngày 20/11/2030, định kỳ hằng quý", ["deadline 2030-11-20", "recurring quarter"]),
        ("hằng quý, lần cuối trước ngày 20/11/2030", ["deadline 2030-11-20"]),
        ("trước ngày 20/11/2030 theo mẫu của kế hoạch hằng năm", ["deadline 2030-11-20"]),
    ],
)
def test_a_day_and_the_period_behind_it_are_two(when, times):
    found = reports(f"1. Sở Y tế báo cáo Ủy ban nhân dân tỉnh {when}.")
    assert [said(one.time) for one in found] == times


def test_who_is_told_to_do_what_follows_reports():
    lines = (
        "1. Sở Y tế chỉ đạo Chi cục Dân số thực hiện các nội dung sau:",
        "- Báo cáo Bộ Y tế trước ngày 15/12/2030.",
    )
    (report,) = reports(*lines)
    assert names(report.who) == ["Chi cục Dân số"]


def test_the_unit_of_the_section_reports():
    (report,) = reports("1. Sở Y tế", "- Định kỳ 6 tháng, báo cáo kết quả về Sở Nội vụ.")
    assert (names(report.who), names(report.to), said(report.time)) == (
        ["Sở Y tế"],
        ["Sở Nội vụ"],
        "recurring half",
    )


def test_a_paragraph_that_only_reports_is_a_task_and_a_report():
    text = "Các sở, ban, ngành báo cáo kết quả về Sở Nội vụ trước ngày 15/12/2030."
    reading = read_text(duties(text))
    assert [task.text for task in reading.tasks] == [text] and len(reading.reports) == 1


def test_the_span_of_a_report_is_its_sentence():
    reading = read_text(
        duties("1. Sở Y tế xây dựng phương án. Sở Y tế báo cáo Ủy ban nhân dân tỉnh trước ngày 15/12/2030.")
    )
    (report,) = reading.reports
    assert reading.text[slice(*report.span)].startswith("Sở Y tế báo cáo")
    assert [reading.text[slice(*unit.span)] for unit in report.who + report.to] == [
        "Sở Y tế",
        "Ủy ban nhân dân tỉnh",
    ]
