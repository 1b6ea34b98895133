"""How long a document may be read."""

from datetime import timedelta

import pytest

from caytre.documents.rules.limits import allowed, is_overdue
from factories import AT


@pytest.mark.parametrize(
    ("pages", "minutes"), [(None, 5), (0, 5), (1, 6), (12, 17), (500, 505), (9_999_999, 505)]
)
def test_each_page_of_a_scan_gives_a_minute_more(pages, minutes):
    assert allowed(pages) == timedelta(minutes=minutes)


@pytest.mark.parametrize(
    ("minutes", "moved", "pages", "overdue"),
    [
        (5, 0, None, False),
        (5.1, 0, None, True),
        (5.1, 1, None, True),  # no scan: that it moves gives no more time
        (5.1, 1, 12, False),
        (16, 15, 12, False),
        (17.1, 17, 12, True),  # the time of its pages is over
        (9, 3, 12, True),  # six minutes without a page done
    ],
)
def test_a_reading_is_given_up(minutes, moved, pages, overdue):
    at, last = AT + timedelta(minutes=minutes), AT + timedelta(minutes=moved)
    assert is_overdue(at, started=AT, moved=last, pages=pages) is overdue
