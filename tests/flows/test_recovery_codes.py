"""Codes on paper, for the day without telephone."""

import re

import pytest

from caytre.accounts.models import RecoveryCode
from caytre.core.models import Event
from flows.clock import clock
from flows.pages import path_of, shown
from flows.signing import ask_for_code, code, codes_of, enter, secret_of, set_up_telephone, signed_in

__all__ = ["clock"]
pytestmark = pytest.mark.django_db


def test_recovery_codes_open_once_and_are_kept_as_hashes(officer):
    _, codes = set_up_telephone(signed_in())
    assert len({kept.letter for kept in RecoveryCode.objects.all()}) == 10
    kept = " ".join(RecoveryCode.objects.values_list("hash", flat=True))
    assert not [one for one in codes if one in kept or one.replace("-", "") in kept]
    assert path_of(enter(ask_for_code(), codes[3])) == "/day/"
    assert "Mã chưa đúng" in shown(enter(ask_for_code(), codes[3]))
    assert RecoveryCode.objects.count() == 9
    assert Event.objects.filter(name="accounts.second_step.code_used", about=str(officer.pk)).count() == 1


def test_codes_are_shown_once_to_print_and_to_keep(officer):
    tab = signed_in()
    secret = secret_of(tab.get("/account/second-step/"))
    page = tab.post("/account/second-step/", {"code": code(secret)})
    assert "Các mã này chỉ hiện một lần" in shown(page)
    assert re.search(
        r'download="ma-du-phong.txt" href="data:text/plain;charset=utf-8,[^"]*' + codes_of(page)[0],
        page.content.decode(),
    )
    assert codes_of(tab.get("/account/")) == [] and "Còn 10 mã dự phòng" in shown(tab.get("/account/"))


def test_renewed_codes_replace_the_old_ones(officer):
    tab = signed_in()
    _, old = set_up_telephone(tab)
    new = codes_of(tab.post("/account/recovery-codes/"))
    assert len(new) == 10 and not set(new) & set(old)
    assert "Mã chưa đúng" in shown(enter(ask_for_code(), old[0]))
    assert path_of(enter(ask_for_code(), new[0])) == "/day/"


def test_a_code_may_be_typed_in_groups(officer, clock):
    secret, codes = set_up_telephone(signed_in())
    clock.forward(minutes=5)
    shown_code = code(secret)
    assert path_of(enter(ask_for_code(), f"{shown_code[:3]} {shown_code[3:]}")) == "/day/"
    assert path_of(enter(ask_for_code(), codes[0].upper().replace("-", " "))) == "/day/"
