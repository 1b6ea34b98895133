"""Findings keep their keys, and people's sayings, whatever else is found."""

from datetime import UTC, datetime

import pytest

from caytre.documents.rules.findings import Said, keys, review_of
from vanban.checks import Finding

TEXT = "Theo Quyết định số 1/QĐ/TTg.\nTheo Quyết định số 1/QĐ/TTg.\nCăn cứ Kế hoạch số 1/QĐ/TTg; số 1/QĐ/TTg."
WORDS = "1/QĐ/TTg"


def found(start, code="C101"):
    return Finding(code, "Viết sai dấu.", (start, start + len(WORDS)), WORDS)


def places(text):
    return [at for at in range(len(text)) if text.startswith(WORDS, at)]


def said(number, key, standing):
    return Said(
        number, key, key[:4], "Viết sai dấu.", WORDS, standing, "", "Mai", datetime(2031, 3, 1, tzinfo=UTC)
    )


@pytest.fixture
def findings():
    return [found(at) for at in places(TEXT)]


def test_the_same_words_at_other_places_are_other_findings(findings):
    assert len(set(keys(findings, text=TEXT))) == 4
    assert keys([found(places(TEXT)[0], "C102")], text=TEXT)[0].startswith("C102-")


def test_a_key_stays_when_others_come_and_go(findings):
    assert keys(findings[2:], text=TEXT) == keys(findings, text=TEXT)[2:]


@pytest.mark.parametrize(
    "later",
    [
        TEXT.replace("Theo Quyết định", "theo  quyết định,"),
        "Trang in lại\n\n" + TEXT,
        TEXT.replace(";", " -"),
    ],
)
def test_a_key_stays_when_the_text_is_read_a_little_otherwise(findings, later):
    again = [found(at) for at in places(later)]
    assert keys(again, text=later)[1:] == keys(findings, text=TEXT)[1:]


def test_the_last_that_was_said_holds(findings):
    one, two, three, _four = keys(findings, text=TEXT)
    told = [
        said(1, one, "accepted"),
        said(2, two, "dismissed"),
        said(3, one, "open"),
        said(4, three, "accepted"),
    ]
    review = review_of(findings, text=TEXT, said=told)
    assert [point.standing for point in review.points] == ["open", "dismissed", "accepted", "open"]
    assert [point.last for point in review.points] == [3, 2, 4, 0]
    assert (review.count("open"), review.count("decided"), review.count("all", family="F")) == (2, 2, 0)


def test_what_was_decided_and_is_found_no_more_is_lost_until_it_is_taken_back(findings):
    one, two, *_rest = keys(findings, text=TEXT)
    told = [said(1, one, "accepted"), said(2, two, "dismissed")]
    assert [row.id for row in review_of([], text=TEXT, said=told).lost] == [1, 2]
    assert [row.id for row in review_of([], text=TEXT, said=[*told, said(3, one, "open")]).lost] == [2]
