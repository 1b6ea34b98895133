"""What carries out what: from one document or act up to its bases and down to all that rests on it.

A document that several registers hold, and that may be a known act besides, is one node. Nothing is in the chain that
the person does not see; an act that is cited and not known is there by its number only.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from caytre.core.models import User
from caytre.documents.models import Act, Citation, Document
from caytre.documents.queries.meanings import links_seen
from caytre.documents.rules.acts import has_ended
from caytre.documents.rules.meaning import Thing, is_same

MOST = 300
DEPTH = 6
"""Steps up, and steps down."""
_PAPER = ("pk", "number_key", "code", "issued", "issuer", "type", "title", "name", "unit_id")


@dataclass(slots=True)
class Node:
    """One act: ``documents`` of registers that are it, ``entries`` of the register of acts. Without either it is known
    only by its number. ``step`` counts from where the chain begins, below 0 upwards."""

    number: str
    issued: str
    issuer: str
    type: str = ""
    title: str = ""
    step: int = 0
    documents: list[UUID] = field(default_factory=list)
    entries: list[UUID] = field(default_factory=list)
    has_ended: bool = False
    ended: date | None = None
    replaced_by: tuple[str, ...] = ()

    @property
    def thing(self) -> Thing:
        return Thing(self.issued, self.issuer)


@dataclass(frozen=True, slots=True)
class Edge:
    """``lower`` names ``upper`` as a basis; both are places among the nodes. ``is_sure``: it is clear that it means
    this one."""

    upper: int
    lower: int
    is_sure: bool


@dataclass(frozen=True, slots=True)
class Chain:
    """The first node is where the chain begins. ``is_more``: there are more than are shown."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    is_more: bool


def chain_of(document: Document, *, user: User, on: date) -> Chain:
    """The chain of a document; what has ended, has by that day."""
    web = _Web(user, on)
    web.start(web.papers.filter(pk=document.pk).values_list(*_PAPER))
    return web.woven()


def chain_of_number(key: str, *, dated: str, number: str, user: User, on: date) -> Chain:
    """The chain of an act by its number, as numbers are compared, and its date where that is said; ``number`` is how it
    is written where nothing is known of it."""
    web = _Web(user, on)
    web.begin(key, dated, number)
    return web.woven()


class _Web:
    """A chain while it grows, step by step: what a step costs does not depend on how many nodes it has."""

    def __init__(self, user: User, on: date) -> None:
        self.papers: QuerySet[Document] = Document.objects.visible_to(user)
        self.acts: QuerySet[Act] = Act.objects.as_of(on).visible_to(user)  # type: ignore[attr-defined]
        self.links = links_seen(user)
        self.on = on
        self.nodes: list[Node] = []
        self.edges: dict[tuple[int, int], bool] = {}
        self.known: dict[UUID, int] = {}
        self.numbered: dict[str, list[int]] = defaultdict(list)
        self.is_more = False

    def start(self, rows: Iterable[tuple[Any, ...]]) -> None:
        for row in rows:
            self._paper(row, 0)

    def begin(self, key: str, dated: str, number: str) -> None:
        """Begin at what bears a number and, where it is said, a date."""
        papers = self.papers.filter(number_key=key)
        acts = self.acts.filter(number_key=key)
        if dated:
            papers, acts = papers.filter(issued=dated), acts.filter(issued=dated)
        for act in acts:
            self._act(act, 0)
        self.start(papers.values_list(*_PAPER))
        if not self.nodes:
            self._node(key, Node(number, dated, ""))

    def woven(self) -> Chain:
        begun = list(range(len(self.nodes)))
        self._grow(begun, self._above, -1)
        self._grow(begun, self._below, 1)
        edges = tuple(Edge(upper, lower, sure) for (upper, lower), sure in self.edges.items())
        return Chain(tuple(self.nodes), edges, self.is_more)

    def _grow(self, front: Sequence[int], beside: Any, way: int) -> None:
        for step in range(1, DEPTH + 1):
            self._twins(front)
            front = beside(front, way * step) if front else []

    def _twins(self, front: Collection[int]) -> None:
        """Find the other documents and the acts that these nodes are."""
        keys = [key for key, places in self.numbered.items() if set(places) & set(front)]
        for row in self.papers.filter(number_key__in=keys).exclude(number_key="").values_list(*_PAPER):
            self._paper(row, None)
        for act in self.acts.filter(number_key__in=keys):
            self._act(act, None)

    def _below(self, front: Collection[int], step: int) -> list[int]:
        """What names these nodes as a basis."""
        before, here = len(self.nodes), {pk for place in front for pk in self._ids(place)}
        cited = self.links.filter(
            citation__role="basis", doubt="", citation__document__in=self.papers.values("pk")
        )
        other = self.links.filter(citation=OuterRef("citation"), doubt="").exclude(sense=OuterRef("sense"))
        rows = cited.filter(Q(document__in=here) | Q(entry__in=here)).annotate(is_open=Exists(other))
        paper = [f"citation__document__{name}" for name in _PAPER]
        for document, entry, is_open, *said in rows.order_by("citation__document__issued", "pk").values_list(
            "document_id", "entry", "is_open", *paper
        ):
            self._edge(self.known[document or entry], self._paper(tuple(said), step), sure=not is_open)
        self._below_numbers(front, step)
        return list(range(before, len(self.nodes)))

    def _below_numbers(self, front: Collection[int], step: int) -> None:
        """What names as a basis those of these nodes that are known by their number only."""
        bare = {key: place for key, places in self.numbered.items() for place in places if place in front}
        bare = {key: place for key, place in bare.items() if not self._ids(place)}
        rows = Citation.objects.filter(
            role="basis", number_key__in=bare, document__in=self.papers.values("pk")
        )
        rows = rows.exclude(Exists(self.links.filter(citation=OuterRef("pk")))).order_by(
            "document__issued", "pk"
        )
        paper = [f"document__{name}" for name in _PAPER]
        for key, dated, *said in rows.values_list("number_key", "dated", *paper):
            place = bare[key]
            if not self.nodes[place].issued or dated in ("", self.nodes[place].issued):
                self._edge(place, self._paper(tuple(said), step))

    def _above(self, front: Collection[int], step: int) -> list[int]:
        """What these nodes name as a basis."""
        before, here = len(self.nodes), {pk for place in front for pk in self.nodes[place].documents}
        rows = Citation.objects.filter(role="basis", document__in=here).order_by("place", "pk")
        found = {row.pk: row for row in rows}
        links = list(self.links.filter(citation__role="basis", citation__document__in=here, doubt=""))
        papers = {row[0]: row for row in self._named(link.document_id for link in links)}
        acts = {
            act.entry: act for act in self.acts.filter(entry__in={link.entry for link in links if link.entry})
        }
        linked, senses = set(), defaultdict(set)
        for link in links:
            senses[link.citation_id].add(link.sense)
        for link in links:
            cited, act = found[link.citation_id], acts.get(link.entry) if link.entry else None
            upper = self._paper(papers[link.document_id], step) if link.document_id else self._act(act, step)
            if upper is not None:
                linked.add(cited.pk)
                self._edge(upper, self.known[cited.document_id], sure=len(senses[cited.pk]) == 1)
        for cited in found.values():
            if cited.pk not in linked and cited.number_key:
                node = Node(cited.number, cited.dated, cited.issuer, cited.type, step=step)
                self._edge(self._node(cited.number_key, node), self.known[cited.document_id])
        return list(range(before, len(self.nodes)))

    def _named(self, keys: Iterable[UUID | None]) -> Iterable[tuple[Any, ...]]:
        return self.papers.filter(pk__in={key for key in keys if key}).values_list(*_PAPER)

    def _ids(self, place: int) -> list[UUID]:
        return self.nodes[place].documents + self.nodes[place].entries

    def _edge(self, upper: int | None, lower: int | None, *, sure: bool = True) -> None:
        if upper is not None and lower is not None and upper != lower:
            self.edges[upper, lower] = self.edges.get((upper, lower), False) or sure

    def _paper(self, row: tuple[Any, ...], step: int | None) -> int | None:
        """The node of a document; ``step`` None makes no new one."""
        pk, key, code, issued, issuer, kind, title, name, _unit = row
        if pk in self.known:
            return self.known[pk]
        place = self._node(
            key, Node(code, issued, issuer, kind, title or name, step or 0), is_new=step is not None
        )
        if place is not None:
            self.known[pk] = place
            self.nodes[place].documents.append(pk)
        return place

    def _act(self, act: Act | None, step: int | None) -> int | None:
        """The node of an act; what it is known to be, it is."""
        if act is None or act.entry in self.known:
            return self.known.get(act.entry) if act else None
        issued = act.issued.isoformat() if act.issued else ""
        made = Node(act.number, issued, act.issuer, act.type, act.title, step or 0)
        place = self._node(act.number_key, made, is_new=step is not None)
        if place is not None:
            self.known[act.entry] = place
            node = self.nodes[place]
            node.entries.append(act.entry)
            node.title, node.type = node.title or act.title, node.type or act.type
            if has_ended(status=act.status, ended=act.ended, on=self.on):
                node.has_ended, node.ended, node.replaced_by = True, act.ended, tuple(act.replaced_by)
        return place

    def _node(self, key: str, made: Node, *, is_new: bool = True) -> int | None:
        """The node that is the same act, else a new one, as long as there is room."""
        for place in self.numbered[key] if key else ():
            node = self.nodes[place]
            if is_same(node.thing, other=made.thing):
                node.issued, node.issuer = node.issued or made.issued, node.issuer or made.issuer
                return place
        if not is_new:
            return None
        if len(self.nodes) >= MOST:
            self.is_more = True
            return None
        self.nodes.append(made)
        if key:
            self.numbered[key].append(len(self.nodes) - 1)
        return len(self.nodes) - 1
