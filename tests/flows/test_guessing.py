"""Guessing is bounded, and never locks the owner out."""

import pytest

from caytre.accounts.rules.guessing import FOR_ACCOUNT, FOR_ADDRESS
from flows.guesses import counted, guess
from flows.pages import path_of, shown
from flows.signing import ELSEWHERE, HOME, OFFICE, browser, sign_in, signed_in

__all__ = ["counted"]
pytestmark = pytest.mark.django_db
ADDRESSES = [f"198.51.100.{number}" for number in range(50)]


def test_ten_thousand_guesses_through_fifty_addresses_are_bounded(officer, counted):
    tab = signed_in()
    counted.since()
    heard = {"canbo": 0, "khongco": 0}
    for number in range(10_000):
        name = ("canbo", "khongco")[number % 2]
        heard[name] += guess(name, address=ADDRESSES[number % 50])
    assert heard == {"canbo": FOR_ACCOUNT, "khongco": FOR_ACCOUNT}
    assert counted.since() == 2 * FOR_ACCOUNT
    tab.post("/logout/")
    assert path_of(sign_in(tab)) == "/day/", "the owner's browser"
    assert path_of(sign_in(browser(HOME))) == "/day/", "another browser where the owner has been"


def test_answers_are_the_same_for_a_known_and_an_unknown_name(officer):
    answers = {}
    for name, address in (("canbo", OFFICE), ("khongco", ELSEWHERE)):
        tab = browser(address)
        answers[name] = [sign_in(tab, name=name, password="sai") for _ in range(FOR_ACCOUNT + 2)]
    known, unknown = answers.values()
    assert [one.status_code for one in known] == [200] * FOR_ACCOUNT + [429] * 2
    assert [one.status_code for one in unknown] == [200] * FOR_ACCOUNT + [429] * 2
    assert [shown(one) for one in known] == [shown(one) for one in unknown]


def test_one_address_may_not_try_name_after_name(officer):
    heard = [guess(f"canbo{number}", address=ELSEWHERE) for number in range(FOR_ADDRESS + 20)]
    assert heard == [True] * FOR_ADDRESS + [False] * 20
    assert guess("canbo99", address=OFFICE)


def test_an_ipv6_customer_is_one_address(officer):
    heard = [
        guess(f"canbo{number}", address=f"2001:db8:1:2::{number:x}") for number in range(FOR_ADDRESS + 5)
    ]
    assert sum(heard) == FOR_ADDRESS
