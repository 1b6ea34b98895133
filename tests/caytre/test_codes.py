"""The codes of telephones, and the picture by which they learn their secret."""

import pytest

from caytre.accounts.rules import codes
from caytre.web.accounts.qr import square

RFC = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"  # "12345678901234567890"


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


def test_a_qr_code_is_a_path_of_squares_with_a_quiet_border():
    code = square("otpauth://totp/canbo?secret=GEZDGNBVGY3TQOJQ&issuer=x")
    dark = {tuple(map(int, move.split("h")[0].split(","))) for move in code.path.split("M")[1:]}
    assert min(x for x, _ in dark) == min(y for _, y in dark) == 4
    assert max(x for x, _ in dark) == code.size - 5
    assert {(4, 4), (10, 4), (4, 10)} <= dark and (5, 5) not in dark, "the eye at the top left"
