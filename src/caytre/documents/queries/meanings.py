"""What citations may mean, as far as a person may know: nothing here tells of a document that they do not see."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, TypeVar
from uuid import UUID

from django.db.models import Count, Exists, Min, OuterRef, Q, QuerySet

from caytre.core.models import User
from caytre.documents.models import Act, Citation, Document, Link
from caytre.documents.rules.acts import has_ended
from caytre.documents.rules.meaning import Cited, Meaning, Shelf, Thing, is_clear, meanings

Row = TypeVar("Row")
PAGE = 50


@dataclass(frozen=True, slots=True)
class Option:
    """One act that a citation may mean, with the documents that are it and the entries of the register of acts.

    ``doubt`` is what speaks against it ("date", "issuer"), or blank.
    """

    number: str
    issued: str
    issuer: str
    title: str
    doubt: str
    documents: tuple[UUID, ...]
    entries: tuple[UUID, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """A citation of a document of which a person has to say what it means; options by their sense."""

    document: Document
    place: int
    type: str
    number: str
    number_key: str
    dated: str
    issuer: str
    options: dict[int, Option]


@dataclass(frozen=True, slots=True)
class Meant:
    """What a citation means: a document of a register, an entry of the register of acts, or both; neither where it is
    not known. ``is_open``: it may mean several acts, or something speaks against it."""

    document: UUID | None
    entry: UUID | None
    title: str
    has_ended: bool
    is_open: bool


@dataclass(frozen=True, slots=True)
class Unknown:
    """A number that documents cite and of which nothing is known here, and how many documents cite it."""

    number: str
    dated: str
    issuer: str
    times: int


@dataclass(frozen=True, slots=True)
class Page(Generic[Row]):
    """One page of something; pages count from 1."""

    rows: Sequence[Row]
    total: int
    page: int
    pages: int


def page_of(rows: QuerySet[Any, Row], *, page: int, size: int = PAGE) -> Page[Row]:
    """The page that was asked for; a page beyond the last is the last."""
    total = rows.count()
    pages = max(1, -(-total // size))
    page = min(max(1, page), pages)
    return Page(list(rows[(page - 1) * size : page * size]), total, page, pages)


def links_seen(user: User) -> QuerySet[Link]:
    """The links to what a person sees."""
    if user.is_active and user.reach.units is None:
        return Link.objects.all()
    papers, acts = Document.objects.visible_to(user), Act.objects.open().visible_to(user)  # type: ignore[attr-defined]
    return Link.objects.filter(Q(document__in=papers.values("pk")) | Q(entry__in=acts.values("entry")))


def shelves(keys: Iterable[str], *, papers: QuerySet[Document], acts: QuerySet[Act]) -> dict[str, Shelf]:
    """By number, what may be cited among these documents and acts."""
    found: dict[str, Shelf] = defaultdict(Shelf)
    numbered = papers.filter(number_key__in=keys).order_by()
    for key, issued, issuer, pk, unit in numbered.values_list(
        "number_key", "issued", "issuer", "pk", "unit_id"
    ):
        found[key].add(Thing(issued, issuer, document=pk, unit=unit))
    known = acts.filter(number_key__in=keys).order_by()
    for key, day, issuer, entry, unit in known.values_list(
        "number_key", "issued", "issuer", "entry", "unit_id"
    ):
        found[key].add(Thing(day.isoformat() if day else "", issuer, entry=entry, unit=unit))
    return found


def cited(citation: Citation) -> Cited:
    """A citation as the rules see it; its document is loaded with it."""
    of = citation.document
    return Cited(citation.number_key, citation.dated, citation.issuer, of.pk, of.unit_id, of.issued)


def open_citations(user: User) -> QuerySet[Citation]:
    """Citations in documents that a person sees of which, as far as they see, it is not clear what they mean."""
    seen = links_seen(user).filter(citation=OuterRef("pk"))
    sure = seen.filter(doubt="")
    other = links_seen(user).filter(citation=OuterRef("citation"), doubt="", sense__gt=OuterRef("sense"))
    rows = Citation.objects.filter(is_open=True, document__in=Document.objects.visible_to(user).values("pk"))
    return rows.filter((Exists(seen) & ~Exists(sure)) | Exists(sure.filter(Exists(other))))


def questions(user: User, *, page: int = 1) -> Page[Question]:
    """What is to be decided, by document."""
    rows = (
        open_citations(user)
        .select_related("document")
        .order_by("-document__received_at", "document", "place")
    )
    found = page_of(rows, page=page)
    return Page(_questions(found.rows, user), found.total, found.page, found.pages)


def question_of(document: Document, *, place: int, user: User) -> Question | None:
    """What one citation may mean, also where a person has said it before; None where there is nothing to choose."""
    rows = Citation.objects.filter(document=document, place=place).select_related("document")
    return next((one for one in _questions(list(rows), user) if one.options), None)


def unknown(user: User, *, page: int = 1, size: int = PAGE) -> Page[Unknown]:
    """Numbers that documents cite and of which a person knows nothing here, the most cited first."""
    rows = Citation.objects.filter(document__in=Document.objects.visible_to(user).values("pk")).exclude(
        number_key=""
    )
    rows = rows.exclude(Exists(links_seen(user).filter(citation=OuterRef("pk"))))
    grouped = rows.order_by().values("number_key", "dated")
    counted = grouped.annotate(
        times=Count("document", distinct=True), said=Min("number"), by=Min("issuer")
    ).order_by("-times", "number_key", "dated")
    found = page_of(counted, page=page, size=size)
    named = [Unknown(row["said"], row["dated"], row["by"], row["times"]) for row in found.rows]
    return Page(named, found.total, found.page, found.pages)


def meant(document: Document, *, user: User, on: date) -> dict[int, Meant]:
    """What the citations of a document mean, by their places, as far as a person may know."""
    places = dict(document.citations.exclude(number_key="").values_list("pk", "place"))
    links: dict[int, list[Link]] = defaultdict(list)
    for link in (
        links_seen(user).filter(citation__in=places).select_related("document").order_by("sense", "pk")
    ):
        links[link.citation_id].append(link)
    entries = {link.entry for found in links.values() for link in found if link.entry}
    acts = {act.entry: act for act in Act.objects.as_of(on).visible_to(user).filter(entry__in=entries)}  # type: ignore[attr-defined]
    return {place: _meant(links.get(pk, ()), acts, on) for pk, place in places.items()}


def _meant(links: Sequence[Link], acts: Mapping[UUID, Act], on: date) -> Meant:
    is_open = bool(links) and not is_clear([(link.sense, link.doubt) for link in links])
    sure = [link for link in links if not link.doubt]
    paper = next((link.document for link in sure if link.document), None)
    act = next((acts[link.entry] for link in sure if link.entry and link.entry in acts), None)
    ended = bool(act and has_ended(status=act.status, ended=act.ended, on=on))
    title = (paper.title if paper else "") or (act.title if act else "")
    return Meant(paper.pk if paper else None, act.entry if act else None, title, ended, is_open)


def _questions(rows: Sequence[Citation], user: User) -> list[Question]:
    keys = {row.number_key for row in rows if row.number_key}
    papers = Document.objects.visible_to(user)
    acts = Act.objects.open().visible_to(user)  # type: ignore[attr-defined]
    among = shelves(keys, papers=papers, acts=acts)
    titles = dict(papers.filter(number_key__in=keys).values_list("pk", "title"))
    named = {act.entry: act for act in acts.filter(number_key__in=keys)}
    return [
        Question(
            row.document, row.place, row.type, row.number, row.number_key, row.dated, row.issuer,
            _options(row.number, _meanings(row, among), titles, named),
        )
        for row in rows
    ]  # fmt: skip


def _meanings(row: Citation, among: dict[str, Shelf]) -> list[Meaning]:
    said = cited(row)
    return meanings(said, among=among[row.number_key].near(said))


def _options(
    number: str, found: Sequence[Meaning], titles: dict[UUID, str], named: dict[UUID, Act]
) -> dict[int, Option]:
    senses: dict[int, list[Meaning]] = defaultdict(list)
    for meaning in found:
        senses[meaning.sense].append(meaning)
    return {sense: _option(number, same, titles, named) for sense, same in senses.items()}


def _option(number: str, same: Sequence[Meaning], titles: dict[UUID, str], named: dict[UUID, Act]) -> Option:
    documents = tuple(one.thing.document for one in same if one.thing.document)
    entries = tuple(one.thing.entry for one in same if one.thing.entry)
    said = [titles[pk] for pk in documents] + [named[entry].title for entry in entries]
    first = same[0].thing
    return Option(
        number, first.issued, first.issuer, next((title for title in said if title), ""), same[0].doubt, documents,
        entries,
    )  # fmt: skip
