"""A password that somebody else has given is changed before anything else."""

import unicodedata

import pytest

from caytre.accounts.actions import passwords
from factories import AT
from flows.clock import clock
from flows.installation import password_of
from flows.pages import path_of, shown
from flows.signing import browser, is_in, sign_in, signed_in

__all__ = ["clock"]
pytestmark = pytest.mark.django_db


def test_a_password_for_one_time_opens_only_the_page_that_changes_it(officer):
    passwords.give_password(officer, password="k7f3-m9x2-qp4h-w8aa", by=None, at=AT.replace(year=2020))
    tab = browser()
    sign_in(tab, password="k7f3-m9x2-qp4h-w8aa")
    for address in ("/", "/documents/upload/", "/account/"):
        assert path_of(tab.get(address)) == "/password/"
    assert "Mật khẩu này do người khác đặt" in shown(tab.get("/password/"))
    new = unicodedata.normalize("NFD", "bốn con sông chảy")
    sent = {"old_password": "k7f3-m9x2-qp4h-w8aa", "new_password1": new, "new_password2": new}
    assert path_of(tab.post("/password/", sent)) == "/day/"
    assert tab.get("/").status_code == 200


def test_giving_a_password_ends_the_sessions(officer):
    tab = signed_in()
    passwords.give_password(officer, password="k7f3-m9x2-qp4h-w8aa", by=None, at=AT)
    assert not is_in(tab)


def test_accounts_of_the_command_line(office):
    first = password_of(office.printed)
    second = password_of(office.run("user", "an.tran", "--shown", "Trần Thị An"))
    assert first != second and len(first) == 19
    due = "[(user.username, (user.change_password_by - user.date_joined).days) for user in User.objects.order_by('pk')]"
    assert office.ask(due) == "[('quantri', 7), ('an.tran', 0)]"
    assert "argon2$argon2id$v=19$m=19456,t=2,p=1$" in office.ask(
        "User.objects.get(username='an.tran').password"
    )
    assert "Không có tài khoản" in office.run("user", "nobody", "--reset-second-step", code=1)
    office.ask(
        "[__import__('allauth.mfa.models').mfa.models.Authenticator.objects.create(user_id=1, type='totp', data={})]"
    )
    assert "Đã bỏ bước xác nhận thứ hai" in office.run("user", "quantri", "--reset-second-step")
    assert (
        office.ask("list(Event.objects.filter(name__startswith='accounts').values_list('name', flat=True))")
        == "['accounts.second_step.taken_away']"
    )
    assert office.ask("User.objects.get(username='quantri').session_epoch") == "1"


def test_the_first_administrator_may_keep_the_printed_password_for_a_week(db, clock):
    from caytre.cli.management.commands.setup import SETTLE

    now = clock()
    passwords.open_account(
        "quantri",
        password="k7f3-m9x2-qp4h-w8aa",
        change_by=now + SETTLE,
        is_administrator=True,
        by=None,
        at=now,
    )
    clock.forward(days=6, hours=23)
    tab = signed_in("quantri", password="k7f3-m9x2-qp4h-w8aa")
    assert tab.get("/").status_code == 200
    clock.forward(hours=2)
    assert path_of(tab.get("/")) == "/password/"
