"""How long a session lasts, used and not used."""

import pytest

from caytre.accounts.models import Session
from flows.clock import clock
from flows.pages import shown
from flows.signing import (
    administrator,
    browser,
    is_in,
    set_up_telephone,
    sign_in,
    signed_in,
    strict,
)

__all__ = ["administrator", "clock", "strict"]
pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("unused", "lives"), [({"days": 6, "hours": 23}, True), ({"days": 7, "minutes": 1}, False)]
)
def test_an_officer_stays_signed_in_for_a_week_of_not_using_it(officer, clock, unused, lives):
    tab = signed_in()
    clock.forward(**unused)
    assert is_in(tab) == lives


def test_after_thirty_days_even_a_session_in_use_is_over(officer, clock):
    tab = signed_in()
    for _ in range(29):
        clock.forward(days=1)
        assert is_in(tab)
    clock.forward(days=1, minutes=1)
    assert not is_in(tab)
    assert "Phiên làm việc trước đã kết thúc" in shown(tab.get("/login/"))


@pytest.mark.parametrize(("hours", "lives"), [(11, True), (12.1, False)])
def test_an_administrator_stays_signed_in_for_a_working_day(administrator, clock, hours, lives):
    tab = browser()
    sign_in(tab, name="quantri")
    set_up_telephone(tab)
    assert tab.get("/").status_code == 200
    clock.forward(hours=hours)
    assert is_in(tab) == lives


def test_a_clock_that_goes_back_does_not_make_a_session_longer(officer, clock):
    tab = signed_in()
    clock.forward(days=-2)
    assert not is_in(tab)


def test_rows_of_sessions_that_are_over_go_when_somebody_signs_in(officer, clock):
    signed_in()
    clock.forward(days=31)
    signed_in()
    assert Session.objects.filter(user=officer).count() == 1


def test_a_page_seldom_writes_that_a_session_is_used(officer, clock):
    tab = signed_in()
    seen = Session.objects.get(user=officer).seen_at
    clock.forward(minutes=9)
    tab.get("/")
    assert Session.objects.get(user=officer).seen_at == seen
    clock.forward(minutes=2)
    tab.get("/")
    assert (Session.objects.get(user=officer).seen_at - seen).seconds >= 11 * 60
