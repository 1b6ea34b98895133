"""What is decided about accounts, as tables."""

import gzip
from pathlib import Path

import pytest
from django.contrib.auth import password_validation
from django.core.exceptions import ValidationError

from caytre.accounts.rules import codes, lasting
from caytre.accounts.rules.guessing import FOR_ACCOUNT, FOR_ADDRESS, Attempt, budgets_of, network
from caytre.accounts.rules.second_step import ROLES, may_go_on_without, needs_second_step
from caytre.core.guessable import Guessable
from caytre.units.models import Role
from caytre.web.accounts.qr import square

RFC = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"  # "12345678901234567890"
HOUR, DAY = 3600, 24 * 3600
ORDINARY = lasting.Limits(idle=7 * DAY, longest=30 * DAY)


@pytest.mark.parametrize(
    ("seconds", "code"),
    [
        (59, "287082"),
        (1111111109, "081804"),
        (1234567890, "005924"),
        (2000000000, "279037"),
        (20000000000, "353130"),
    ],
)
def test_codes_are_those_of_rfc_6238(seconds, code):
    assert codes.code_of(codes.step_at(seconds), secret=RFC) == code


@pytest.mark.parametrize(
    ("ahead", "after", "found"),
    [
        (-2, 0, None),
        (-1, 0, 99),
        (0, 0, 100),
        (1, 0, 101),
        (2, 0, None),
        (0, 100, None),
        (1, 100, 101),
        (-1, 100, None),
        (1, 200, None),
    ],
)
def test_a_code_is_good_for_one_step_around_and_later_than_the_last(ahead, after, found):
    code = codes.code_of(100 + ahead, secret=RFC)
    assert codes.step_of(code, secret=RFC, at=100 * 30 + 7, after=after) == found


@pytest.mark.parametrize("code", ["", "12345", "1234567", "０" * 6, "é" * 6, "\0" * 6])
def test_what_is_no_code_opens_nothing(code):
    assert codes.step_of(code, secret=RFC, at=3000, after=0) is None


@pytest.mark.parametrize(
    ("began", "seen", "at", "over"),
    [
        (0, 0, 7 * DAY, False),
        (0, 0, 7 * DAY + 1, True),
        (0, 29 * DAY, 30 * DAY, False),
        (0, 30 * DAY, 30 * DAY + 1, True),
        (DAY, DAY, DAY - HOUR, False),
        (DAY, DAY, DAY - HOUR - 1, True),
    ],
)
def test_a_session_lasts(began, seen, at, over):
    assert lasting.is_over(began=began, seen=seen, at=at, limits=ORDINARY) == over


@pytest.mark.parametrize(("change_by", "must"), [(None, False), (99.0, True), (100.0, True), (101.0, False)])
def test_a_given_password_must_be_changed_from_its_day_on(change_by, must):
    assert lasting.must_change_password(change_by, at=100) == must


def test_who_approves_or_administers_needs_a_second_step():
    assert set(Role.values) > ROLES
    assert {role for role in Role.values if needs_second_step([role], is_superuser=False)} == ROLES
    assert needs_second_step([], is_superuser=True) and not needs_second_step([], is_superuser=False)
    assert needs_second_step(["clerk", "leader"], is_superuser=False)


@pytest.mark.parametrize(
    ("alone", "administering", "may"),
    [(True, False, True), (True, True, False), (False, False, False), (False, True, False)],
)
def test_without_it_one_person_alone_may_look_around(alone, administering, may):
    assert may_go_on_without(is_only_account=alone, is_administering=administering) == may


def test_whoever_is_known_has_a_budget_that_strangers_cannot_touch():
    stranger, other = Attempt("canbo", "10.0.0.1"), Attempt("canbo", "10.0.0.2")
    mine, here = (
        Attempt("canbo", "10.0.0.1", browser="x"),
        Attempt("canbo", "10.0.0.1", is_address_known=True),
    )
    keys = {one: {budget.key for budget in budgets_of(one)} for one in (stranger, other, mine, here)}
    assert len(keys[stranger] & keys[other]) == 1 and len(keys[stranger]) == 2
    assert len(keys[mine]) == len(keys[here]) == 1
    assert not keys[mine] & keys[here] and not (keys[mine] | keys[here]) & (keys[stranger] | keys[other])
    assert [budget.most for budget in budgets_of(stranger)] == [FOR_ACCOUNT, FOR_ADDRESS]


def test_the_same_name_typed_otherwise_is_the_same_account():
    keys = {budgets_of(Attempt(name, "10.0.0.1"))[0].key for name in ("Đỗ.An", "đỗ.an ", "Đỗ.An", "ĐỖ.AN")}
    assert len(keys) == 1
    assert budgets_of(Attempt("x", "1", secret="code"))[0] != budgets_of(Attempt("x", "1"))[0]


@pytest.mark.parametrize(
    ("address", "whole"),
    [
        ("10.0.0.9", "10.0.0.9"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"),
        ("::ffff:10.0.0.9", "10.0.0.9"),
        ("", ""),
        ("unix", "unix"),
    ],
)
def test_an_address_of_ipv6_is_its_network(address, whole):
    assert network(address) == whole


def judged(password):
    """Whether a password is refused for being guessed first."""
    try:
        Guessable().validate(password)
    except ValidationError:
        return True
    return False


@pytest.mark.parametrize(
    "password",
    [
        "matkhau123456", "Mật khẩu 2031", "m@tkh4u#2031!", "AnhYeuEm123456", "nguyenvana1990", "vietnam@123456",
        "quantri@2031!!", "ubnd123456789", "qwertyuiop12", "1qaz2wsx3edc", "123456789012", "000000000000",
        "abcabcabcabc", "password2031!", "HàNội01012031", "laichau@laichau", "ĐăngNhậpHệThống1", "tre tre tre tre",
    ],
)  # fmt: skip
def test_what_is_guessed_first_is_refused(password):
    assert judged(password)


@pytest.mark.parametrize(
    "password",
    [
        "cây tre trăm đốt",
        "k7f3-m9x2-qp4h-w8aa",
        "bốn con sông chảy",
        "sáo diều trên đê cũ",
        "correct horse battery staple",
        "mưa rào tháng sáu ở bản",
    ],
)
def test_words_that_nobody_puts_together_are_taken(password):
    assert not judged(password)


def test_thousands_of_common_passwords_are_refused_as_they_are_and_made_longer():
    listed = Path(password_validation.__file__).parent / "common-passwords.txt.gz"
    common = gzip.decompress(listed.read_bytes()).decode().split()[:3500]
    validator = Guessable()
    for one in common:
        for password in (one, f"{one}2031", f"{one}@123456789", f"!!!{one.upper()}!!!"):
            with pytest.raises(ValidationError):
                validator.validate(password)


def test_a_qr_code_is_a_path_of_squares_with_a_quiet_border():
    code = square("otpauth://totp/canbo?secret=GEZDGNBVGY3TQOJQ&issuer=x")
    dark = {tuple(map(int, move.split("h")[0].split(","))) for move in code.path.split("M")[1:]}
    assert min(x for x, _ in dark) == min(y for _, y in dark) == 4
    assert max(x for x, _ in dark) == code.size - 5
    assert {(4, 4), (10, 4), (4, 10)} <= dark and (5, 5) not in dark, "the eye at the top left"
