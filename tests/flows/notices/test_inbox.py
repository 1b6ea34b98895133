"""Notices through the web door: told, counted, seen, muted."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from caytre.units.models import Post, Role
from caytre.work.actions import reminding
from caytre.work.models import Muted, Notice
from countries import AT, post
from factories import person
from flows.pages import shown


def remind(today):
    reminding.remind(on=today, at=AT)


def test_it_is_counted_until_it_is_opened(browser, given, today):
    assert "chưa xem" not in shown(browser.get("/units/"))
    remind(today)
    assert "Nhắc việc 1 chưa xem" in shown(browser.get("/units/"))
    page = shown(browser.get("/notices/"))
    assert "Quá hạn" in page and "Chọn giống tre" in page and "quá hạn 3 ngày" in page
    assert "chưa xem" not in page and "mới" in page
    assert Notice.objects.get().seen_at is not None
    assert "chưa xem" not in shown(browser.get("/units/"))


def test_looking_ahead_does_not_count_as_opening(browser, given, today):
    remind(today)
    browser.head("/notices/")
    assert Notice.objects.get().seen_at is None


def test_who_lost_the_post_is_told_nothing_any_more(browser, focal, given, today):
    remind(today)
    Post.objects.filter(user=focal).update(valid_to=today)
    page = shown(browser.get("/notices/"))
    assert "Chọn giống tre" not in page and "Chưa có gì phải nhắc bạn." in page


def test_nobody_else_s(client, given, today, country):
    remind(today)
    other = person("nhin")
    post(other, at=country.economy, role=Role.IMPLEMENTER)
    client.force_login(other)
    assert "Chọn giống tre" not in shown(client.get("/notices/"))


def send(browser, **fields):
    return browser.post("/notices/settings/", {"once": str(uuid4()), **fields})


def test_a_plan_is_muted_and_wanted_again(browser, given, today):
    remind(today)
    assert "Trồng tre ven suối năm 2031" in shown(browser.get("/notices/settings/"))
    send(browser, plan=str(given.task.plan_id))
    assert Muted.objects.get().plan_id == given.task.plan_id
    assert "Bật lại" in shown(browser.get("/notices/settings/"))
    send(browser, plan=str(given.task.plan_id), want="1")
    assert not Muted.objects.exists()


def test_everything_is_muted_and_wanted_again(browser, today):
    send(browser, plan="")
    assert Muted.objects.get().plan_id is None
    assert "Bạn đang tắt nhắc việc hằng ngày." in shown(browser.get("/notices/settings/"))
    send(browser, plan="", want="1")
    assert not Muted.objects.exists()


def test_a_plan_that_is_not_there_is_not_found(browser, today):
    assert send(browser, plan="00000000-0000-4000-8000-000000000000").status_code == 404


@pytest.mark.parametrize("address", ["/notices/", "/notices/settings/", "/notices/feeds/"])
def test_as_many_queries_for_ten_as_for_a_thousand(browser, given, focal, today, address):
    def asked():
        with CaptureQueriesContext(connection) as queries:
            assert browser.get(address).status_code == 200
        return len(queries)

    def tell(days):
        Notice.objects.bulk_create(
            Notice(
                kind="coming",
                about=given,
                recipient=focal,
                slot=f"{n} -7",
                on=today - timedelta(n % 99),
                at=AT,
            )
            for n in days
        )

    tell(range(10))
    few = [asked() for _ in range(2)]
    tell(range(10, 1000))
    assert asked() == few[0] or asked() == few[1]
    assert asked() in few


def test_pages(browser, given, focal, today):
    Notice.objects.bulk_create(
        Notice(kind="coming", about=given, recipient=focal, slot=f"{n} -7", on=today, at=AT)
        for n in range(120)
    )
    page = browser.get("/notices/")
    assert "Nhắc việc 70 chưa xem" in shown(page)
    assert b'href="?page=2"' in page.content
    assert b'href="?page=3"' not in browser.get("/notices/?page=3").content
    assert "Chưa có gì" in shown(browser.get("/notices/?page=4"))
    assert browser.get("/notices/?page=x").status_code == 200
