"""The register in pages."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from caytre.documents.models import Document
from caytre.documents.queries import register
from caytre.documents.queries.register import Wanted
from factories import AT

pytestmark = pytest.mark.django_db


@pytest.fixture
def many(officer):
    Document.objects.bulk_create(
        Document(
            name=f"{n}",
            kind="text",
            size=1,
            sha256=f"{n:064}",
            received_at=AT,
            queued_at=AT,
            received_by=officer,
        )
        for n in range(120)
    )
    return officer


@pytest.mark.parametrize(("page", "shown", "held"), [(1, 1, 50), (3, 3, 20), (0, 1, 50), (99, 3, 20)])
def test_it_pages(many, page, shown, held):
    found = register.page_of(Wanted(page=page), user=many)
    assert (found.page, found.pages, found.total, len(found.documents)) == (shown, 3, 120, held)


def test_every_document_is_on_exactly_one_page(many):
    pages = [register.page_of(Wanted(page=n), user=many).documents for n in (1, 2, 3)]
    assert len({document.pk for page in pages for document in page}) == 120


def test_a_page_costs_the_same_for_few_and_for_many(many):
    with CaptureQueriesContext(connection) as queries:
        for document in register.page_of(Wanted(), user=many).documents:
            assert document.received_by.shown == "canbo"
    assert len(queries) == 2
