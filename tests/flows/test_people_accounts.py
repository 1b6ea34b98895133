"""An administrator looks after accounts: passwords, telephones, closing."""

from caytre.core.models import Event, User
from flows.pages import path_of, shown
from flows.people import (
    chief,
    clock,
    country,
    holder,
    mark,
    passwords,
    tab,
    today,
)
from flows.signing import browser, is_in, sign_in, signed_in

__all__ = ["chief", "clock", "country", "tab"]


def test_a_new_password_ends_the_sessions_and_the_same_form_gives_the_same(tab, country):
    holder("canbo", at=country.suoi_truc, role="clerk")
    own = signed_in()
    user = User.objects.get(username="canbo")
    sent = {"mark": mark(tab.get(f"/people/{user.pk}/"))}
    first, second = (passwords(tab.post(f"/people/{user.pk}/password/", sent)) for _ in range(2))
    assert first == second and not is_in(own)
    assert path_of(sign_in(browser(), password=first["canbo"])) == "/day/"
    assert tab.post(f"/people/{user.pk}/password/", {"mark": "cũ"}).status_code == 409


def test_a_closed_account_lets_nobody_in_until_it_is_opened_again(tab, country):
    clerk = holder("canbo", at=country.suoi_truc, role="clerk")
    own = signed_in()
    at = f"/people/{clerk.pk}/"
    assert path_of(tab.post(f"{at}close/")) == at
    assert not is_in(own) and sign_in(browser()).status_code == 200
    assert tab.post(f"{at}close/").status_code == 409
    assert tab.post(f"{at}password/", {"mark": mark(tab.get("/people/new/"))}).status_code == 409
    given = {"unit": str(country.economy.pk), "role": "focal", "effective": today()}
    assert "Tài khoản này đã đóng" in shown(tab.post(f"{at}posts/", given))
    assert "đã đóng" in shown(tab.get("/people/?state=closed"))
    assert path_of(tab.post(f"{at}reopen/")) == at
    assert is_in(signed_in())
    assert list(Event.objects.filter(name__startswith="accounts.account").values_list("name", flat=True)) == [
        "accounts.account.closed", "accounts.account.reopened",
    ]  # fmt: skip


def test_of_a_lost_telephone_the_second_step_is_taken_back(tab, country):
    from allauth.mfa.models import Authenticator

    clerk = holder("canbo", at=country.suoi_truc, role="clerk")
    Authenticator.objects.create(user=clerk, type="totp", data={})
    assert "Mất điện thoại" in shown(tab.get(f"/people/{clerk.pk}/"))
    assert path_of(tab.post(f"/people/{clerk.pk}/second-step/off/")) == f"/people/{clerk.pk}/"
    assert not Authenticator.objects.exists() and "Mất điện thoại" not in shown(
        tab.get(f"/people/{clerk.pk}/")
    )
