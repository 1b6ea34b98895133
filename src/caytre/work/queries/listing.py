"""The list of what units do: one page of it, counted as far as it is of use."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import F, OrderBy, QuerySet

from caytre.core.models import User
from caytre.work.models.among import Asks, PlaceIn
from caytre.work.models.occurrence import OccurrenceQuerySet
from caytre.work.queries.filters import Chosen, Wanted, chosen

PAGE = 50
COUNTED = 10_000
"""Nobody pages through more; counting on takes longer than all the rest of the page."""
NEAR = 1000
"""Up to here a page of very many rows is found by reading in order; farther on, by sorting all of them."""
MOST_RANKED = 200
"""Of so many tasks that hold the words the best are shown first; those after them by their day."""
SORTS: Mapping[str, str] = {"due": "due_on", "shown": "shown_at", "made": "made_at"}
_COLUMNS = (
    "id", "task_id", "unit_id", "giver_id", "key", "due_on", "starts", "ends", "state", "percent", "shown_at",
    "claimed_at", "task__text", "task__kind", "holder__last_name", "holder__first_name", "holder__username", "more",
)  # fmt: skip


class Row(NamedTuple):
    """One occurrence as a list shows it; ``asks``: more time was asked for, and nobody has decided."""

    id: UUID
    task: UUID
    unit: UUID
    giver: UUID
    key: str
    due_on: date | None
    starts: date | None
    ends: date | None
    state: str
    percent: int
    shown_at: datetime | None
    claimed_at: datetime | None
    text: str
    kind: str
    last_name: str | None
    first_name: str | None
    username: str | None
    asks: bool

    @property
    def holder_name(self) -> str:
        return f"{self.last_name or ''} {self.first_name or ''}".strip() or self.username or ""


@dataclass(frozen=True, slots=True)
class Page:
    """One page. ``total`` counts up to COUNTED, ``is_more`` says that there are more; ``is_capped``: more tasks hold
    the words than search returns."""

    rows: tuple[Row, ...]
    total: int
    page: int
    pages: int
    is_more: bool
    is_capped: bool


def page_of(wanted: Wanted, *, user: User, on: date, size: int = PAGE) -> Page:
    """The page that was asked for; one beyond the last is the last."""
    asked = chosen(wanted, user=user, on=on)
    total = count(asked.counted, most=COUNTED)
    pages = max(1, -(-min(total, COUNTED) // size))
    page = min(max(1, wanted.page), pages)
    if total > COUNTED and page * size <= NEAR and asked.found is None:
        asked = chosen(wanted, user=user, on=on, is_dense=True)
    rows = _rows(asked, wanted.sort, slice((page - 1) * size, page * size)) if total else ()
    return Page(
        tuple(map(Row._make, rows)), min(total, COUNTED), page, pages, total > COUNTED, asked.is_capped
    )


def count(rows: OccurrenceQuerySet, *, most: int) -> int:
    """How many, up to one more than ``most``. The ORM's own way to count so far takes three times as long to write."""
    try:
        inner, values = rows.order_by().values("pk")[: most + 1].query.sql_with_params()
    except EmptyResultSet:
        return 0
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT COUNT(*) FROM ({inner}) AS asked", values)
        return int(cursor.fetchone()[0])


def all_of(wanted: Wanted, *, user: User, on: date, most: int) -> Iterator[Row]:
    """The rows of all pages, at most so many, a portion at a time."""
    rows = _sorted(chosen(wanted, user=user, on=on), wanted.sort)[:most]
    return map(Row._make, rows.iterator(chunk_size=1000))


def _rows(asked: Chosen, sort: str, part: slice) -> QuerySet[Any, tuple[Any, ...]]:
    """A part of the rows in their order. That of a search mostly lies in the tasks that are shown first: the others
    need not be sorted for it."""
    if asked.found and len(asked.found) > MOST_RANKED and sort.lstrip("-") not in SORTS:
        place = PlaceIn("task_id", asked.found[:MOST_RANKED], is_there=True)
        rows = _listed(asked.best(MOST_RANKED)).order_by(place, *_by("due_on", ""))[part]
        if len(rows) == part.stop - part.start:
            return rows
    return _sorted(asked, sort)[part]


def _sorted(asked: Chosen, sort: str) -> QuerySet[Any, tuple[Any, ...]]:
    rows = _listed(asked.rows)
    column = SORTS.get(sort.lstrip("-"))
    if column is None and asked.found:
        place = PlaceIn("task_id", asked.found[:MOST_RANKED])
        return rows.order_by(OrderBy(place, nulls_last=True), *_by("due_on", ""))
    return rows.order_by(*_by(column or "due_on", sort))


def _listed(rows: OccurrenceQuerySet) -> QuerySet[Any, tuple[Any, ...]]:
    return rows.annotate(more=Asks("id")).values_list(*_COLUMNS)


def _by(column: str, sort: str) -> tuple[OrderBy, OrderBy]:
    """The same order on both databases, and one that an index has: what has no value last, or first where the order is
    turned round."""
    turned = sort.startswith("-")
    return (
        OrderBy(F(column), descending=turned, nulls_first=turned or None, nulls_last=not turned or None),
        OrderBy(F("id"), descending=turned),
    )
