"""The second step: a telephone, codes on paper, and who cannot do without."""

import pytest

from flows.clock import clock
from flows.pages import path_of, shown
from flows.signing import ELSEWHERE, ask_for_code, code, enter, is_in, set_up_telephone, sign_in, signed_in

__all__ = ["clock"]
pytestmark = pytest.mark.django_db


def test_with_a_telephone_the_password_alone_opens_nothing(officer):
    secret, _ = set_up_telephone(signed_in())
    tab = ask_for_code()
    assert not is_in(tab) and path_of(tab.get("/login/")) == "/login/code/"
    assert "Mã chưa đúng" in shown(enter(tab, "000000" if code(secret) != "000000" else "000001"))
    before = tab.session.session_key
    assert path_of(enter(tab, code(secret, steps=1))) == "/day/"
    assert is_in(tab) and tab.session.session_key != before


def test_a_code_works_once(officer, clock):
    secret, _ = set_up_telephone(signed_in())
    clock.forward(seconds=60)
    used = code(secret)
    assert path_of(enter(ask_for_code(), used)) == "/day/"
    for seconds in (0, 29, 31):
        clock.forward(seconds=seconds)
        assert "Mã chưa đúng" in shown(enter(ask_for_code(), used))


@pytest.mark.parametrize(("steps", "opens"), [(-2, False), (-1, True), (0, True), (1, True), (2, False)])
def test_a_telephone_may_be_one_step_wrong(officer, clock, steps, opens):
    secret, _ = set_up_telephone(signed_in())
    clock.forward(minutes=5)
    answer = enter(ask_for_code(), code(secret, steps=steps))
    assert (answer.status_code == 302) == opens


def test_guesses_of_codes_are_bounded_and_do_not_lock_the_owner_out(officer, clock):
    mine = signed_in()
    secret, _ = set_up_telephone(mine)
    mine.post("/logout/")
    clock.forward(minutes=5)
    thief = ask_for_code(address=ELSEWHERE)
    answers = [enter(thief, f"x{number:05}").status_code for number in range(12)]
    assert answers == [200] * 10 + [429] * 2
    assert path_of(sign_in(mine)) == "/login/code/"
    assert path_of(enter(mine, code(secret))) == "/day/"


def test_whoever_asks_for_another_account_is_let_go(officer):
    set_up_telephone(signed_in())
    tab = ask_for_code()
    assert path_of(tab.post("/login/code/", {"stop": "1"})) == "/login/"
    assert tab.get("/login/").status_code == 200
