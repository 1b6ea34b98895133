"""The register: filter, sort, page, search."""

from datetime import timedelta

import pytest

from caytre.core import search
from caytre.core.words import sort_key
from caytre.documents.models import Document
from caytre.documents.queries import register
from caytre.documents.queries.register import KIND, Wanted
from factories import AT, colleague

pytestmark = pytest.mark.django_db
ROWS = [
    ("Đào giếng", "Kế hoạch", "2031-01-05", "read", 3),
    ("Áp phích", "Quyết định", "2031-02-01", "read", 0),
    ("an toàn cầu treo", "Kế hoạch", "2030-12-31", "failed", 7),
    ("Dựng cổng chào", "Chỉ thị", "", "queued", 1),
]


@pytest.fixture
def shelf(officer):
    for place, (title, kind, issued, state, tasks) in enumerate(ROWS):
        at = AT + timedelta(minutes=place)
        document = Document.objects.create(
            name=f"{place}.txt", kind="text", size=1, sha256=f"{place:064}", received_at=at, queued_at=at,
            received_by=officer, title=title, title_key=sort_key(title), type=kind, issued=issued, state=state,
            task_count=tasks,
        )  # fmt: skip
        search.put(document.pk, kind=KIND, text=title)
    return officer


def titles(officer, **wanted):
    return [document.title for document in register.page_of(Wanted(**wanted), user=officer).documents]


def test_the_newest_come_first(shelf):
    assert titles(shelf) == [row[0] for row in reversed(ROWS)]


@pytest.mark.parametrize(
    ("sort", "first"),
    [
        ("title", "an toàn cầu treo"), ("-title", "Đào giếng"), ("issued", "Dựng cổng chào"),
        ("-issued", "Áp phích"), ("tasks", "Áp phích"), ("-tasks", "an toàn cầu treo"),
        ("received", "Đào giếng"), ("nonsense", "Dựng cổng chào"),
    ],
)  # fmt: skip
def test_it_sorts(shelf, sort, first):
    assert titles(shelf, sort=sort)[0] == first


def test_titles_sort_as_in_a_dictionary(shelf):
    assert titles(shelf, sort="title") == ["an toàn cầu treo", "Áp phích", "Dựng cổng chào", "Đào giếng"]


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ({"state": "failed"}, {"an toàn cầu treo"}),
        ({"state": "no such"}, {row[0] for row in ROWS}),
        ({"type": "Kế hoạch"}, {"Đào giếng", "an toàn cầu treo"}),
        ({"since": "2031-01-01"}, {"Đào giếng", "Áp phích"}),
        ({"until": "2031-01-05"}, {"Đào giếng", "an toàn cầu treo"}),
        ({"type": "Kế hoạch", "since": "2031-01-01"}, {"Đào giếng"}),
        ({"words": "dao gieng"}, {"Đào giếng"}),
        ({"words": "cầu"}, {"an toàn cầu treo"}),
        ({"words": "cau", "state": "read"}, set()),
        ({"words": "'\"*("}, set()),
    ],
)
def test_it_filters_and_searches(shelf, wanted, expected):
    assert set(titles(shelf, **wanted)) == expected


def test_the_queue_is_counted(shelf):
    assert register.waiting(shelf) == register.Waiting(queued=1, reading=0, failed=1, total=4)


def test_a_closed_account_sees_nothing(shelf):
    closed = colleague("nghi")
    closed.is_active = False
    assert titles(closed) == []
