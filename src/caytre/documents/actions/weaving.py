"""Documents are woven together: what each cites and asks becomes rows, every citation finds what it may mean, and
duties that are worded alike find each other.

All of it follows from facts, acts and choices, and done again it changes nothing; so it is done after the transaction
that changed them, in one of its own.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.db.models import Exists, OuterRef, Q, QuerySet

from caytre.documents.actions.pairing import pair
from caytre.documents.models import Act, Choice, Citation, Document, Link, Reading
from caytre.documents.queries.meanings import shelves
from caytre.documents.queries.reading import read_of
from caytre.documents.rules.meaning import Chosen, Cited, meanings, number_key

LOG = logging.getLogger(__name__)
WEAVER = 1
"""Grows when the same facts make other rows: documents of an earlier one are woven anew."""
PORTION = 2_000
_TURN = 0x0CA1_7EB5  # the number of the lock under which documents are woven


def weave_soon(document: UUID) -> None:
    """Have a document woven anew when this transaction is over; if that fails, the worker does it later."""
    Document.objects.filter(pk=document).update(woven=0)
    transaction.on_commit(lambda: weave(document), robust=True)


def weave(key: UUID) -> bool:
    """Write down what a document cites and asks by its facts, and resolve that and whatever may cite it.

    False where it is gone or was never read.
    """
    with transaction.atomic():
        _take_turn()
        document = Document.objects.select_for_update(no_key=True).filter(pk=key).first()
        read = read_of(document) if document else None
        if document is None or read is None:
            return False
        facts = read.facts.content
        document.number_key = number_key(facts["header"]["code"])
        document.woven = WEAVER
        document.save(update_fields=["number_key", "woven"])
        document.citations.all().delete()
        Citation.objects.bulk_create(_citations(document, facts["citations"]))
        pair(document, facts=facts)
        resolve(Citation.objects.filter(_touched(document)))
    return True


def _touched(document: Document) -> Q:
    """What a document cites, what meant it until now, and what may mean it from now on."""
    numbered = Q(number_key=document.number_key) & (
        Q(document__unit=document.unit_id) | Q(dated=document.issued)
    )
    return Q(document=document) | Q(pk__in=document.cited.values("citation")) | numbered


def catch_up(*, most: int) -> int:
    """Weave what waits for it: read before there was a weaver, or by an earlier one; returns how many were woven.

    One that cannot be woven is told in the log, and keeps none of the others from being woven.
    """
    waiting = Document.objects.filter(woven__lt=WEAVER).filter(
        Exists(Reading.objects.filter(document=OuterRef("pk")))
    )
    keys = list(waiting.order_by("received_at", "id").values_list("pk", flat=True)[:most])
    return sum(_woven(key) for key in keys)


def _woven(key: UUID) -> bool:
    try:
        return weave(key)
    except Exception:
        LOG.exception("document %s was not woven", key)
        return False


def resolve_soon(keys: Iterable[str]) -> None:
    """Have every citation of these numbers resolved when this transaction is over; at the latest the night does it."""
    numbers = set(keys)
    transaction.on_commit(lambda: resolve_numbers(numbers), robust=True)


def resolve_numbers(keys: Iterable[str]) -> int:
    """Resolve every citation of these numbers; returns how many links are new or gone."""
    return resolve(Citation.objects.filter(number_key__in=set(keys)))


def resolve_all(*, beat: Callable[[], object]) -> int:
    """Resolve every citation there is; returns how many links are new or gone. ``beat`` is called now and then."""
    return resolve(Citation.objects.all(), beat=beat)


def resolve(citations: QuerySet[Citation], *, beat: Callable[[], object] = bool) -> int:
    """Give these citations the links that follow from what there is; returns how many links are new or gone."""
    changed, last = 0, 0
    rows = citations.exclude(number_key="").order_by("pk").values_list(*_CITED)
    while True:
        with transaction.atomic():
            _take_turn()
            portion = list(rows.filter(pk__gt=last)[:PORTION])
            if not portion:
                return changed
            changed += _link(portion)
        last = portion[-1][0]
        beat()


def _take_turn() -> None:
    """Let one writer weave after the other, so that each sees what the one before it wrote. It comes first in a
    transaction: who holds something else and waits for it might be waited for."""
    if connection.vendor == "postgresql":  # SQLite has one writer at a time
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_TURN])


At = tuple[int, UUID | None, UUID | None]
"""A citation, and the document or the entry that it is linked to."""
How = tuple[int, str]
"""The sense of a link and its doubt."""
_LINKED = ("pk", "citation_id", "document_id", "entry", "sense", "doubt")
_CITED = ("pk", "number_key", "dated", "issuer", "document_id", "document__unit_id", "document__issued")


def _citations(document: Document, cited: Iterable[Mapping[str, Any]]) -> list[Citation]:
    return [
        Citation(
            document=document, place=place, role=one["role"], type=(one["type"] or "")[:100],
            number=(one["number"] or "")[:100], number_key=number_key(one["number"]), dated=(one["date"] or "")[:10],
            issuer=(one["issuer"] or "")[:300],
        )
        for place, one in enumerate(cited)
    ]  # fmt: skip


def _link(portion: Sequence[tuple[Any, ...]]) -> int:
    """Bring the links of these citations in line."""
    citations = [row[0] for row in portion]
    wanted = _wanted(portion)
    doubtful = {at[0] for at, (sense, doubt) in wanted.items() if sense or doubt}
    there: dict[At, tuple[int, How]] = {}
    for pk, *at, sense, doubt in Link.objects.filter(citation__in=citations).values_list(*_LINKED):
        there[(at[0], at[1], at[2])] = (pk, (sense, doubt))
    gone = [pk for at, (pk, how) in there.items() if wanted.get(at) != how]
    new = [at for at, how in wanted.items() if at not in there or there[at][1] != how]
    Link.objects.filter(pk__in=gone).delete()
    Link.objects.bulk_create(
        Link(citation_id=at[0], document_id=at[1], entry=at[2], sense=wanted[at][0], doubt=wanted[at][1])
        for at in new
    )
    _mark(citations, doubtful)
    return len(gone) + len(new)


def _wanted(portion: Sequence[tuple[Any, ...]]) -> dict[At, How]:
    """The links that these citations should have."""
    keys = {row[1] for row in portion}
    among = shelves(keys, papers=Document.objects.all(), acts=Act.objects.open())
    chosen = _chosen({row[4] for row in portion}, keys)
    wanted: dict[At, How] = {}
    for pk, *said in portion:
        cited = Cited(*said)
        choice = chosen.get((cited.document, cited.key, cited.dated))
        for meaning in meanings(cited, among=among[cited.key].near(cited), chosen=choice):
            wanted[pk, meaning.thing.document, meaning.thing.entry] = (meaning.sense, meaning.doubt)
    return wanted


def _mark(citations: Collection[int], doubtful: Collection[int]) -> None:
    """Note which of these citations leave a question."""
    rows = Citation.objects.filter(pk__in=citations)
    rows.filter(is_open=True).exclude(pk__in=doubtful).update(is_open=False)
    rows.filter(is_open=False, pk__in=doubtful).update(is_open=True)


def _chosen(documents: Iterable[UUID], keys: Iterable[str]) -> dict[tuple[UUID, str, str], Chosen]:
    rows = Choice.objects.filter(document__in=documents, number_key__in=keys).order_by("pk")
    return {
        (one.document_id, one.number_key, one.dated): Chosen(one.issued, one.issuer, one.is_none)
        for one in rows
    }
