"""Who has guessed too often rests, alone, and is told for how long."""

import pytest

from caytre.accounts.models import Guesses, KnownAddress
from caytre.accounts.rules.guessing import FOR_ACCOUNT
from flows.clock import clock
from flows.guesses import guess
from flows.pages import path_of, shown
from flows.signing import ELSEWHERE, HOME, OFFICE, browser, is_in, sign_in, signed_in

__all__ = ["clock"]
pytestmark = pytest.mark.django_db
ADDRESSES = [f"198.51.100.{number}" for number in range(50)]


def test_a_rest_says_how_long_and_is_over_then(officer, clock):
    tab = browser()
    for _ in range(FOR_ACCOUNT):
        sign_in(tab, password="sai")
    answer = sign_in(tab)
    assert answer.status_code == 429 and "Hãy thử lại sau 15 phút, từ " in shown(answer)
    assert 0 < int(answer["Retry-After"]) <= 900
    assert 'value="canbo"' in answer.content.decode()
    clock.forward(minutes=14)
    assert "Hãy thử lại sau 1 phút" in shown(sign_in(tab))
    clock.forward(minutes=1, seconds=1)
    assert path_of(sign_in(tab)) == "/day/"


def test_the_owner_who_mistypes_rests_alone_and_starts_anew_when_in(officer):
    mine, other = signed_in(address=HOME), signed_in(address=OFFICE)
    mine.post("/logout/")
    for _ in range(FOR_ACCOUNT - 1):
        sign_in(mine, password="sai")
    assert path_of(sign_in(mine)) == "/day/"
    mine.post("/logout/")
    for _ in range(FOR_ACCOUNT):
        assert sign_in(mine, password="sai").status_code == 200
    assert sign_in(mine).status_code == 429
    other.post("/logout/")
    assert path_of(sign_in(other)) == "/day/"


def test_a_mark_of_a_browser_counts_for_those_who_signed_in_with_it_and_only_as_we_wrote_it(officer):
    from factories import person

    person("khac")
    tab = signed_in("khac", address=ELSEWHERE)
    tab.post("/logout/")
    heard = [sign_in(tab, password="sai").status_code for _ in range(FOR_ACCOUNT + 1)]
    assert heard[-1] == 429 and not guess("canbo", address=OFFICE), "its guesses were a stranger's"
    forged = browser(OFFICE)
    forged.cookies["caytre-known"] = tab.cookies["caytre-known"].value[:-1] + "_"
    assert sign_in(forged).status_code == 429


def test_what_is_kept_of_guesses_and_addresses_does_not_grow(officer, clock):
    for number in range(30):
        guess(f"khongco{number}", address=f"10.9.0.{number}")
    assert Guesses.objects.count() == 60
    clock.forward(minutes=16)
    guess("khongco", address=ELSEWHERE)
    assert Guesses.objects.count() == 2
    for number in range(8):
        clock.forward(minutes=1)
        signed_in(address=f"10.8.0.{number}")
    kept = KnownAddress.objects.filter(user=officer).values_list("address", flat=True)
    assert set(kept) == {f"10.8.0.{number}" for number in range(3, 8)}


def test_guessing_the_password_again_from_an_open_session_is_bounded(officer):
    tab = signed_in()
    new = {"new_password1": "bốn con sông chảy", "new_password2": "bốn con sông chảy"}
    answers = [tab.post("/password/", {"old_password": "sai", **new}) for _ in range(FOR_ACCOUNT + 1)]
    assert "Mật khẩu chưa đúng" in shown(answers[0])
    assert answers[-1].status_code == 429 and "Hãy thử lại sau" in shown(answers[-1])
    assert is_in(tab)
