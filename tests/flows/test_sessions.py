"""How long sessions last, what ends them, and what their owner sees of them."""

import re

import pytest
from django.test import override_settings

from caytre.accounts.actions.sessions import end_sessions
from caytre.accounts.models import Session
from caytre.core.models import Event
from flows.pages import path_of, shown
from flows.signing import (
    OFFICE,
    PASSWORD,
    administrator,
    browser,
    clock,
    is_in,
    set_up_telephone,
    sign_in,
    signed_in,
    strict,
)

__all__ = ["administrator", "clock", "strict"]
pytestmark = pytest.mark.django_db
NEW = "bốn con sông chảy"


def change(tab, *, old=PASSWORD, new=NEW):
    """The answer to a change of password."""
    return tab.post("/password/", {"old_password": old, "new_password1": new, "new_password2": new})


def test_a_changed_password_ends_all_sessions_but_this_one_which_gets_a_new_id(officer):
    mine, other = signed_in(), signed_in(address=OFFICE)
    before, old = mine.session.session_key, browser()
    old.cookies["caytre"] = before
    assert path_of(change(mine)) == "/"
    assert is_in(mine) and mine.session.session_key != before
    assert not is_in(other) and not is_in(old)
    assert sign_in(browser()).status_code == 200 and path_of(sign_in(browser(), password=NEW)) == "/"
    assert Event.objects.filter(name="accounts.password.changed", by=officer).count() == 1


def test_ended_sessions_end_at_once_even_one_that_was_copied(officer):
    tab = signed_in()
    kept = Session.objects.get(user=officer)
    end_sessions(officer)
    Session.objects.bulk_create([kept])  # as a backup would bring it back
    assert not is_in(tab) and officer.session_epoch == 1


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


def test_the_owner_sees_where_they_are_signed_in_and_ends_one_or_all_others(officer):
    mine, office, third = signed_in(), signed_in(address=OFFICE), signed_in(address="10.3.0.9")
    page = mine.get("/account/")
    said = shown(page)
    assert (
        "Các phiên đăng nhập" in said
        and said.count("Firefox trên Windows") == 3
        and said.count("máy này") == 1
    )
    assert f"Địa chỉ {OFFICE}." in said
    assert not [
        one for one in Session.objects.values_list("session_key", flat=True) if one in page.content.decode()
    ]
    mark = re.search(rf"Địa chỉ {OFFICE}.*?name=\"mark\" value=\"(\w+)\"", page.content.decode(), re.S)[1]
    mine.post("/account/sessions/end/", {"mark": mark})
    assert "Đã kết thúc 1 phiên" in shown(mine.get("/account/"))
    assert not is_in(office) and is_in(third) and is_in(mine)
    mine.post("/account/sessions/end/", {"mark": "others"})
    assert not is_in(third) and is_in(mine)


def test_nobody_ends_the_session_of_another(officer):
    from factories import person

    person("khac")
    mine, other = signed_in(), signed_in("khac")
    marks = re.findall(r'name="mark" value="(\w+)"', signed_in().get("/account/").content.decode())
    for mark in [*marks, "", "others"]:
        other.post("/account/sessions/end/", {"mark": mark})
    assert is_in(mine)


def test_sessions_of_another_key_are_over(officer):
    tab = signed_in()
    with override_settings(SECRET_KEY="another key altogether, fifty letters long, no less"):
        assert not is_in(tab)
