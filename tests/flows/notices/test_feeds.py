"""Calendars of deadlines: opened by a token, revoked, and never more than their owner sees today."""

from __future__ import annotations

import logging
import re
from datetime import date, timedelta
from logging.config import dictConfig
from urllib.parse import urlsplit

import pytest
from django.conf import settings as of_django
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from icalendar import Calendar

from caytre.units.models import Post
from caytre.work.models import Feed, Occurrence, State
from works import occurrence, task


def opened(browser, what="unit"):
    """The address of a calendar that was just opened."""
    page = browser.post("/notices/feeds/", {"what": what})
    return urlsplit(re.search(r">(http://[^<]+\.ics)<", page.content.decode())[1]).path


def summaries(answer):
    calendar = Calendar.from_ical(answer.content)
    return {str(event["summary"]): event.decoded("dtstart") for event in calendar.walk("VEVENT")}


@pytest.fixture
def program() -> Client:
    """A calendar program: it is not signed in."""
    return Client()


def test_the_deadlines_of_one_s_unit(browser, given, program):
    answer = program.get(opened(browser))
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert summaries(answer) == {"Chọn giống tre": date(2031, 3, 14)}
    event = Calendar.from_ical(answer.content).walk("VEVENT")[0]
    assert event["uid"] == f"{given.pk}@caytre"
    assert event.decoded("dtend") == date(2031, 3, 15)


def test_each_occurrence_of_a_recurring_task_is_an_event(browser, given, program, country, officer):
    report = task("Báo cáo", of=country.suoi_truc, by=officer, kind="recurring", due_on=None)
    for month in (3, 4, 5):
        occurrence(report, unit=country.economy, key=f"2031-0{month}", due_on=date(2031, month, 28))
    calendar = Calendar.from_ical(program.get(opened(browser)).content)
    assert [str(event["summary"]) for event in calendar.walk("VEVENT")].count("Báo cáo") == 3
    assert "RRULE" not in calendar.to_ical().decode()


def test_one_s_own_are_those_that_one_has_in_hand(browser, given, program, focal):
    address = opened(browser, "mine")
    assert summaries(program.get(address)) == {}
    Occurrence.objects.update(holder=focal)
    assert list(summaries(program.get(address))) == ["Chọn giống tre"]


def test_what_has_not_changed_is_not_sent_again(browser, given, program):
    address = opened(browser)
    first = program.get(address)
    same = program.get(address, headers={"If-None-Match": first["ETag"]})
    assert (same.status_code, same.content) == (304, b"")
    Occurrence.objects.update(due_on=date(2031, 4, 1), version=2)
    assert program.get(address, headers={"If-None-Match": first["ETag"]}).status_code == 200


def test_done_is_gone(browser, given, program):
    address = opened(browser)
    Occurrence.objects.update(state=State.CLAIMED)
    assert summaries(program.get(address)) == {}


def test_a_post_that_ended_shows_nothing_at_the_next_request(browser, given, focal, program, today):
    address = opened(browser)
    Post.objects.filter(user=focal).update(valid_to=today)
    assert summaries(program.get(address)) == {}


@pytest.mark.parametrize("close", ["", "1"])
def test_renewed_or_revoked_the_old_address_opens_nothing(browser, given, program, close):
    address = opened(browser)
    assert program.get(address).status_code == 200
    browser.post("/notices/feeds/", {"what": "unit", "close": close})
    assert program.get(address).status_code == 404
    assert Feed.objects.filter(ended_at=None).count() == (0 if close else 1)


def test_a_closed_account_opens_nothing(browser, given, focal, program):
    address = opened(browser)
    focal.is_active = False
    focal.save()
    assert program.get(address).status_code == 404


def test_the_token_is_told_once_kept_as_a_digest_and_in_no_log(browser, given, program, capfd):
    address = opened(browser)
    token = address.split("/")[2].removesuffix(".ics")
    assert len(token) >= 43
    assert token not in browser.get("/notices/feeds/").content.decode()
    assert token not in str(list(Feed.objects.values()))
    browser.post("/notices/feeds/", {"what": "unit", "close": "1"})
    dictConfig(of_django.LOGGING)
    capfd.readouterr()
    program.get(address)
    logging.getLogger("django.request").error("Internal Server Error: %s", address)
    said = capfd.readouterr().err
    assert "/feeds/…" in said
    assert token not in said


def test_as_many_queries_for_ten_as_for_a_thousand(browser, given, program, country, officer):
    address = opened(browser)

    def asked():
        with CaptureQueriesContext(connection) as queries:
            assert program.get(address).status_code == 200
        return len(queries)

    report = task("Báo cáo", of=country.suoi_truc, by=officer)
    row = occurrence(report, unit=country.economy, key="0")
    asked()
    few = asked()
    Occurrence.objects.bulk_create(
        Occurrence(
            task=report, unit=row.unit, giver=row.giver, key=str(n), due_on=row.due_on + timedelta(n % 90),
            made_at=row.made_at,
        )
        for n in range(1, 1000)
    )  # fmt: skip
    assert asked() == few
