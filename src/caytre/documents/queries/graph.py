"""Lists over what cites what, as far as a person sees: what is carried out most, what rests on an act that has ended,
what names no basis."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, Max, Min, OuterRef, Q, QuerySet

from caytre.core.models import User
from caytre.documents.models import Act, Citation, Document, Link, State, Status
from caytre.documents.queries.meanings import PAGE, Page, links_seen, page_of
from caytre.documents.rules.meaning import Thing, is_same

BASIS = "basis"


@dataclass(frozen=True, slots=True)
class Upper:
    """An act that documents name as a basis: how many do, and its title where it is known here."""

    number: str
    dated: str
    issuer: str
    title: str
    times: int


@dataclass(frozen=True, slots=True)
class Ended:
    """A document that names as a basis an act that has ended. ``is_late``: it had ended when the document was
    issued."""

    document: Document
    number: str
    dated: str
    act: Act
    is_late: bool


def uppers(user: User, *, words: str = "", on: date, page: int = 1, size: int = PAGE) -> Page[Upper]:
    """The acts that documents name as a basis, those named by the most documents first; ``words`` is part of a
    number."""
    rows = Citation.objects.filter(role=BASIS, document__in=_seen(user)).exclude(number_key="")
    if words:
        rows = rows.filter(number_key__contains=words)
    counted = rows.order_by().values("number_key", "dated").annotate(
        times=Count("document", distinct=True), number=Min("number"), issuer=Max("issuer")
    )  # fmt: skip
    found = page_of(counted.order_by("-times", "number_key", "dated"), page=page, size=size)
    told = _titles([(row["number_key"], Thing(row["dated"], row["issuer"])) for row in found.rows], user, on)
    named = [
        Upper(row["number"], row["dated"], row["issuer"], title, row["times"])
        for row, title in zip(found.rows, told, strict=True)
    ]
    return Page(named, found.total, found.page, found.pages)


def ended_bases(user: User, *, on: date) -> QuerySet[Citation]:
    """Bases of documents of units in reach that have ended by a day, the newest documents first.

    What an office wrote down itself counts before what holds for everybody.
    """
    ours = Act.objects.as_of(on).visible_to(user).exclude(unit=None)  # type: ignore[attr-defined]
    still = ours.exclude(_ended(on)).exclude(status=Status.UNKNOWN)
    rows = Citation.objects.filter(
        role=BASIS, document__in=_own(user), pk__in=_meaning(ended_acts(user, on=on))
    )
    rows = rows.exclude(pk__in=_meaning(still))
    return rows.order_by("-document__issued", "document", "place").select_related("document")


def _meaning(acts: QuerySet[Act]) -> QuerySet[Link]:
    """The citations that mean one of these acts."""
    return Link.objects.filter(entry__in=acts.values("entry"), doubt="").values("citation")  # type: ignore[return-value]


def ended_acts(user: User, *, on: date) -> QuerySet[Act]:
    """The acts that have ended by a day, as far as a person may know."""
    acts: QuerySet[Act] = Act.objects.as_of(on).visible_to(user)  # type: ignore[attr-defined]
    return acts.filter(_ended(on))


def told(rows: Sequence[Citation], *, user: User, on: date) -> list[Ended]:
    """What there is to say of each."""
    acts = {act.entry: act for act in ended_acts(user, on=on)}
    links = Link.objects.filter(citation__in=[row.pk for row in rows], entry__in=acts, doubt="").order_by(
        "pk"
    )
    meant = {link.citation_id: acts[link.entry] for link in links if link.entry}
    return [_told(row, meant[row.pk]) for row in rows if row.pk in meant]


def baseless(user: User) -> QuerySet[Document]:
    """Documents with tasks that name no basis, so that they carry out nothing."""
    rows = _asking(user).exclude(Exists(Citation.objects.filter(document=OuterRef("pk"), role=BASIS)))
    return rows.order_by("-issued", "-received_at", "id")


def not_carried_on(user: User) -> QuerySet[Document]:
    """Documents with tasks that no document that the person sees names as a basis."""
    lower = links_seen(user).filter(
        document=OuterRef("pk"), doubt="", citation__role=BASIS, citation__document__in=_seen(user)
    )
    return _asking(user).exclude(Exists(lower)).order_by("-issued", "-received_at", "id")


def _asking(user: User) -> QuerySet[Document]:
    papers: QuerySet[Document] = Document.objects.visible_to(user)
    return papers.filter(state=State.READ, task_count__gt=0)


def _seen(user: User) -> QuerySet[Document]:
    return Document.objects.visible_to(user).values("pk")  # type: ignore[return-value]


def _own(user: User) -> QuerySet[Document]:
    """What units in reach have in their registers: not what was only shared with them."""
    papers = Document.objects.visible_to(user)
    if user.reach.units is not None:
        papers = papers.filter(Q(unit__in=user.reach.units) | Q(unit=None))
    return papers.values("pk")  # type: ignore[return-value]


def _ended(on: date) -> Q:
    return Q(ended__lte=on) | Q(ended=None, status=Status.ENDED)


def _told(row: Citation, act: Act) -> Ended:
    was = (
        act.ended is not None
        and len(row.document.issued) == 10
        and row.document.issued >= act.ended.isoformat()
    )
    return Ended(row.document, row.number, row.dated, act, is_late=was)


def _titles(wanted: Sequence[tuple[str, Thing]], user: User, on: date) -> list[str]:
    """What acts with these numbers are called, blank where it is not known which they are."""
    keys = {key for key, _ in wanted}
    known: dict[str, list[tuple[Thing, str]]] = defaultdict(list)
    acts: Iterable[Act] = Act.objects.as_of(on).visible_to(user).filter(number_key__in=keys)  # type: ignore[attr-defined]
    for act in acts:
        known[act.number_key].append((Thing(f"{act.issued or ''}", act.issuer), act.title))
    papers = Document.objects.visible_to(user).filter(number_key__in=keys)
    for key, issued, issuer, title in papers.values_list("number_key", "issued", "issuer", "title"):
        known[key].append((Thing(issued, issuer), title))
    return [
        _title([title for one, title in known[key] if is_same(one, other=thing)]) for key, thing in wanted
    ]


def _title(titles: Sequence[str]) -> str:
    different = {title for title in titles if title}
    return different.pop() if len(different) == 1 else ""
