"""Whoever works here sees how it goes: their day, the list, the board, the calendar, what is late."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO

import pytest
from django.test import Client
from openpyxl import load_workbook

from caytre.units.models import Role
from caytre.work.models import SavedFilter, State
from countries import TODAY, post
from factories import AT, person
from flows.clock import clock
from flows.pages import path_of, shown
from flows.people import country, opened
from flows.signing import PASSWORD, browser, sign_in
from manyworks import index
from works import occurrence, task

__all__ = ["clock", "country"]
DAY = timedelta(days=1)
DANGER = '=HYPERLINK("http://x","bấm")'


@pytest.fixture
def leader(country):
    user = person("lanh-dao")
    post(user, at=country.suoi_truc, role=Role.LEADER)
    return user


@pytest.fixture
def work(country, leader):
    """The commune gave three tasks to its office, and has one of the province."""

    def given(text, after, *, by=country.suoi_truc, to=country.economy, **values):
        one = task(text, of=by, by=leader, lead=to, due_on=TODAY + after)
        index([one])
        return occurrence(one, unit=to, **values)

    given(DANGER, -3 * DAY)
    given("Đào hố trồng tre", 4 * DAY)
    given("Dựng cầu treo", DAY, state=State.CLAIMED, claimed_at=AT)
    given("Báo cáo tỉnh", 0 * DAY, by=country.ben_may, to=country.suoi_truc, holder=leader, state=State.DOING)


@pytest.fixture
def tab(leader, work) -> Client:
    return opened(leader)


def cells(answer) -> list[list[object]]:
    sheet = load_workbook(BytesIO(answer.content)).worksheets[0]
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def test_who_has_a_post_begins_with_their_day(leader):
    assert path_of(sign_in(browser(), name="lanh-dao", password=PASSWORD)) == "/day/"


def test_my_day_holds_what_waits_and_leads_to_the_lists(tab):
    words = shown(tab.get("/day/"))
    for part in (
        "Hạn hôm nay 1 Báo cáo tỉnh",
        "Việc tôi đang làm 1 Báo cáo tỉnh",
        "Chờ xác nhận hoàn thành 1 Dựng cầu",
    ):
        assert part in words
    assert "Chờ đơn vị nhận" not in words


def test_a_day_with_nothing_says_what_to_do(country):
    user = person("nguoi-moi")
    post(user, at=country.nui_xanh, role=Role.CLERK)
    words = shown(opened(user).get("/day/"))
    assert "Hôm nay không có việc nào chờ bạn." in words
    assert "Xem lịch tháng này" in words


def test_the_list_is_filtered_by_the_address_and_chips_take_filters_off(tab):
    body = tab.get("/tasks/?q=dao+ho&state=undone").content.decode()
    assert "Đào hố trồng tre" in body and "Dựng cầu treo" not in body
    assert 'href="?q=dao+ho"' in body and 'href="?state=undone"' in body
    assert "Còn 4 ngày" in body
    assert "Quá hạn 3 ngày" in shown(tab.get("/tasks/?state=overdue"))


def test_a_unit_is_named_in_words_and_what_is_not_understood_is_said(tab):
    words = shown(tab.get("/tasks/?unit=phong+kinh+te"))
    assert "Đơn vị thực hiện: Phòng Kinh tế xã Suối Trúc" in words
    assert "Báo cáo tỉnh" not in words
    assert "Hạn từ: không hiểu “hôm kia”" in shown(tab.get("/tasks/?since=hôm+kia"))


@pytest.mark.parametrize(
    "query",
    [
        "page=-1",
        "page=999999",
        "unit=%01",
        "holder=99999999999",
        "sort=--due",
        "since=9999-99-99",
        "q=" + "a" * 10_000,
    ],
)
def test_no_address_of_a_list_is_too_strange(tab, query):
    for path in ("tasks", "overdue", "calendar", "day"):
        assert tab.get(f"/{path}/?{query}").status_code == 200
    assert tab.get(f"/tasks/tasks.xlsx?{query}").status_code == 200


@pytest.mark.parametrize(
    "query", ["month=2031-13", "month=0000-01", "year=0001", "year=9999", "month=1900-01", "year=2200"]
)
def test_no_time_is_too_far_for_the_calendar(tab, query):
    assert tab.get(f"/calendar/?{query}").status_code == 200


def test_a_filter_is_kept_shared_and_dropped(tab, country):
    kept = {"name": "Sắp trễ", "query": "?state=soon&page=3&evil=1", "share": "1"}
    answer = tab.post("/tasks/filters/", kept)
    assert answer["Location"] == "/tasks/?state=soon"
    one = SavedFilter.objects.get()
    assert (one.query, one.unit) == ("?state=soon", country.suoi_truc)
    other = person("van-thu")
    post(other, at=country.suoi_truc, role=Role.CLERK)
    assert "Sắp trễ dùng chung, lanh-dao" in shown(opened(other).get("/tasks/"))
    assert opened(other).post("/tasks/filters/", {"drop": one.pk}).status_code == 404
    stranger = person("nguoi-la")
    post(stranger, at=country.nui_xanh, role=Role.CLERK)
    assert "Sắp trễ" not in shown(opened(stranger).get("/tasks/"))
    tab.post("/tasks/filters/", {"drop": one.pk, "back": "//evil.example/?state=all"})
    assert not SavedFilter.objects.exists()


def test_a_filter_without_a_name_is_refused_in_words(tab):
    answer = tab.post("/tasks/filters/", {"name": " ", "query": "?state=soon"})
    assert answer.status_code == 422 and "Bộ lọc cần có tên" in shown(answer)


def test_the_list_is_taken_away_as_it_is_filtered_and_no_cell_is_a_formula(tab):
    answer = tab.get("/tasks/tasks.xlsx?state=undone")
    rows = cells(answer)
    assert [row[1] for row in rows] == ["Nhiệm vụ", DANGER, "Báo cáo tỉnh", "Đào hố trồng tre"]
    assert rows[1][5] == "Quá hạn 3 ngày" and rows[1][2] == "Phòng Kinh tế xã Suối Trúc"
    sheet = load_workbook(BytesIO(answer.content)).worksheets[0]
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n"}
    assert sheet["B2"].quotePrefix and sheet["B2"].data_type == "s"


def test_the_board_counts_each_unit_with_all_below_it(tab, country):
    words = shown(tab.get("/board/"))
    assert "UBND xã Suối Trúc (chính đơn vị) 0 1 1 0 0 0 0" in words
    assert "Phòng Kinh tế xã Suối Trúc 2 0 1 1 0 1 0" in words
    body = tab.get("/board/").content.decode()
    address = f"/tasks/?unit={country.economy.pk}&amp;state=overdue"
    assert address in body
    assert DANGER[:10] in shown(tab.get(address.replace("&amp;", "&")))
    assert cells(tab.get("/board/board.xlsx"))[1][:3] == ["UBND xã Suối Trúc", "0", "1"]
    assert tab.get(f"/board/?unit={country.nui_xanh.pk}").status_code == 404


def test_the_calendar_says_what_is_due_and_which_days_are_off(tab):
    words = shown(tab.get("/calendar/?month=2031-03"))
    assert "Lịch tháng 03/2031" in words
    assert "5 1 việc 1 chưa xong" in words
    assert "ngày nghỉ" in words
    assert "Quốc khánh" in shown(tab.get("/calendar/?month=2031-09"))
    year = tab.get("/calendar/?year=2031").content.decode()
    assert "/tasks/?state=all&amp;since=2031-03-05&amp;until=2031-03-05" in year


def test_what_is_late_stands_beside_the_age_of_its_evidence(tab):
    words = shown(tab.get("/overdue/"))
    assert "Quá hạn: 1" in words and "Quá hạn 3 ngày" in words and "chưa có 1" in words
    assert "Việc thường xuyên nào cũng có minh chứng trong kỳ." in words


def test_keys_of_people_tell_no_names(tab, country):
    stranger = person("bi-mat")
    assert "bi-mat" not in shown(tab.get(f"/tasks/?holder={stranger.pk}&state=all"))


def test_work_that_goes_on_is_told_apart_by_its_period(tab, leader, country):
    one = task(
        "Tưới tre", of=country.suoi_truc, by=leader, lead=country.economy, due_on=None, kind="continuous"
    )
    for key, ends in (("2031-Q1", TODAY + 30 * DAY), ("2031-Q2", TODAY + 121 * DAY)):
        occurrence(one, unit=country.economy, key=key, ends=ends)
    words = shown(tab.get("/tasks/?kind=continuous"))
    assert "Quý I/2031" in words and "Quý II/2031" in words


def test_what_was_wiped_can_still_be_opened(tab, leader, country):
    one = occurrence(task("", of=country.suoi_truc, by=leader, lead=country.economy), unit=country.economy)
    assert "(nội dung đã gỡ)" in shown(tab.get("/tasks/"))
    assert "(nội dung đã gỡ)" in shown(tab.get(f"/work/{one.pk}/"))
