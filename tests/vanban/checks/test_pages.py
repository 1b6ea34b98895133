"""Every code has a page, and on every page the rule finds something in the bad example and nothing in the good one."""

from __future__ import annotations

import re
from datetime import date

import pytest

import vanban
from vanban.checks import check, pages
from vanban.checks.registry import CodePage, chosen, rule, rules

TEXTS = [code for code, page in pages().items() if not page.looks]


def test_every_rule_has_a_page_and_every_page_a_rule():
    assert list(rules()) == TEXTS


@pytest.mark.parametrize("code", pages())
def test_a_page_says_everything(code):
    page = pages()[code]
    assert re.fullmatch(r"[FCSRTU]\d{3}", code)
    for name in ("title", "message", "why", "rule", "source", "bad", "good", "do"):
        assert getattr(page, name).strip(), name
    assert page.message[0].isupper() or page.message[0] == "{"
    assert page.message.endswith("."), "a message is a sentence"
    assert page.valid_from is None or page.valid_to is None or page.valid_from < page.valid_to


def found_in(text, page):
    return check(vanban.read_text(text), today=page.today, select=(page.code,))


@pytest.mark.parametrize("code", TEXTS)
def test_the_rule_finds_the_bad_example(code):
    page = pages()[code]
    found = found_in(page.bad, page)
    assert found and {one.code for one in found} == {code}
    assert "{" not in found[0].message
    if page.fixable:
        assert any(one.suggestion for one in found)
    else:
        assert all(one.suggestion is None for one in found)


@pytest.mark.parametrize("code", TEXTS)
def test_the_rule_lets_the_good_example_pass(code):
    page = pages()[code]
    assert found_in(page.good, page) == ()


def page_of(**words):
    known = dict.fromkeys(("title", "message", "why", "rule", "source", "bad", "good", "do"), "x")
    return CodePage(code="F999", **known, **words)


@pytest.mark.parametrize(
    ("since", "until", "on", "holds"),
    [
        (None, None, None, True),
        (date(2020, 3, 5), None, None, True),
        (date(2020, 3, 5), None, date(2020, 3, 4), False),
        (date(2020, 3, 5), None, date(2020, 3, 5), True),
        (None, date(2020, 3, 5), date(2020, 3, 4), True),
        (None, date(2020, 3, 5), date(2020, 3, 5), False),
        (None, date(2020, 3, 5), None, False),
    ],
)
def test_a_document_is_judged_by_the_law_of_its_date(since, until, on, holds):
    assert page_of(valid_from=since, valid_to=until).holds(on) is holds


@pytest.mark.parametrize(
    ("select", "ignore", "expected"),
    [
        ((), (), ["F103", "S101"]),
        (("F",), (), ["F103"]),
        (("F103",), (), ["F103"]),
        ((), ("F1",), ["S101"]),
        (("F",), ("F103",), []),
    ],
)
def test_codes_are_chosen_by_their_beginning(select, ignore, expected):
    assert chosen(["F103", "S101"], select=select, ignore=ignore) == expected


@pytest.mark.parametrize("word", ["X", "F9999", ""])
def test_an_unknown_code_is_refused(word):
    with pytest.raises(ValueError):
        check(vanban.read_text("Số: /KH-UBND"), select=(word,))


def test_a_code_has_one_rule():
    with pytest.raises(ValueError):
        rule("F103")(lambda case: iter(()))
