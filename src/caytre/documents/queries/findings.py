"""What the checks find in a document.

Findings are computed whenever they are asked for and kept nowhere. They follow from the last reading, all corrections,
the units as they are known now and the day of today: anything kept would be old after any of these. To compute them
takes 5 to 7 ms for a plan of 10 pages, where the page that shows its facts takes 40, and grows as the text does. Nor
is there anything to be taken out when a stamp of secrecy is found later: only what people said of findings holds words,
and goes with the document.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import cast

from caytre.documents.models import Document
from caytre.documents.queries.reading import Read
from caytre.documents.rules.findings import Review, Said, Standing, review_of
from caytre.units.queries.directory import whole_country
from vanban.checks import check
from vanban.jsonform import from_json


def findings_of(document: Document, *, read: Read, today: date) -> Review:
    """What is found in the facts as corrected, seen from ``today``, with what people said of it."""
    content = read.facts.content
    found = check(from_json(content), today=today, units=whole_country())
    return review_of(found, text=content["text"], said=_said(document))


def _said(document: Document) -> Iterable[Said]:
    for row in document.verdicts.select_related("by").order_by("id"):
        yield Said(
            row.pk, row.key, row.code, row.message, row.quote, cast(Standing, row.standing), row.why,
            row.by.shown, row.at,
        )  # fmt: skip
