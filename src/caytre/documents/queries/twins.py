"""Duties that are asked twice."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, Q, QuerySet

from caytre.core.models import User
from caytre.documents.models import Document, Link, Twin

PARTS = ("tasks", "reports")


def twins(user: User, *, part: str = "", document: Document | None = None) -> QuerySet[Twin]:
    """Pairs of duties worded alike, the most alike first, where neither document carries out the other; of one part,
    or of one document."""

    def cites(lower: str, upper: str) -> Exists:
        links = Link.objects.filter(citation__document=OuterRef(lower), document=OuterRef(upper), doubt="")
        return Exists(links.filter(citation__role="basis"))

    rows: QuerySet[Twin] = Twin.objects.visible_to(user)
    rows = rows.exclude(
        cites("first__document", "second__document") | cites("second__document", "first__document")
    )
    if part in PARTS:
        rows = rows.filter(first__part=part)
    if document is not None:
        rows = rows.filter(Q(first__document=document) | Q(second__document=document))
    return rows.select_related("first__document", "second__document").order_by("-likeness", "pk")
