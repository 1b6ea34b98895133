"""Which documents a document carries out."""

from __future__ import annotations

from django.db.models import Q

from caytre.core import search
from caytre.core.access import NotFound
from caytre.core.models import User
from caytre.documents.models import Basis, Document
from caytre.documents.queries.reading import read_of
from caytre.documents.queries.register import KIND

OFFERED = 20


def bases_of(plan: Document, *, user: User) -> list[Basis]:
    """The documents above a plan, as far as the person sees them."""
    rows = Basis.objects.filter(plan=plan, dropped_at=None, upper__in=Document.objects.visible_to(user))
    return list(rows.select_related("upper", "by"))


def carriers_of(upper: Document, *, user: User) -> list[Basis]:
    """The documents that carry one out, as far as the person sees them."""
    rows = Basis.objects.filter(upper=upper, dropped_at=None, plan__in=Document.objects.visible_to(user))
    return list(rows.select_related("plan"))


def basis_of(plan: Document, *, upper: Document) -> Basis:
    """That ``plan`` carries out ``upper``. Raises NotFound where nobody said so."""
    found = Basis.objects.filter(plan=plan, upper=upper, dropped_at=None).select_related("by").first()
    if found is None:
        raise NotFound
    return found


def offered(plan: Document, *, user: User, words: str) -> list[Document]:
    """Documents that may stand above a plan: those with these words, without words those that it cites."""
    visible = Document.objects.visible_to(user)
    taken = Basis.objects.filter(plan=plan, dropped_at=None).values("upper")
    rows = visible.exclude(Q(pk=plan.pk) | Q(pk__in=taken))
    if words:
        return list(rows.filter(pk__in=search.find(words, kind=KIND, among=visible))[:OFFERED])
    read = read_of(plan)
    cited = {one["number"] for one in read.facts.content["citations"]} if read else set()
    return list(rows.filter(code__in=cited - {None, ""})[:OFFERED])
