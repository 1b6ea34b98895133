"""Who takes guesses from which budget."""

import pytest

from caytre.accounts.rules.guessing import FOR_ACCOUNT, FOR_ADDRESS, Attempt, budgets_of, network


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
