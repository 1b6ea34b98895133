"""The register of known acts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from caytre.core.access import NotFound
from caytre.core.models import User
from caytre.documents.models import Act, Document, Link, Status
from caytre.documents.rules.meaning import number_key


def acts(user: User, *, on: date, words: str = "", status: str = "") -> QuerySet[Act]:
    """What is known on a day, by number; ``words`` stand in the number or the title."""
    rows: QuerySet[Act] = Act.objects.as_of(on).visible_to(user)  # type: ignore[attr-defined]
    if words:
        number = number_key(words)
        rows = rows.filter(Q(title__icontains=words) | (Q(number_key__contains=number) if number else Q()))
    if status in Status.values:
        rows = rows.filter(status=status)
    return rows.order_by("number_key", "issued", "pk")


def rows_of(entry: UUID, *, user: User) -> Sequence[Act]:
    """All that was ever known of one act, the last first. Raises NotFound."""
    rows = Act.objects.visible_to(user).filter(entry=entry).select_related("by").order_by("-pk")
    found = list(rows)
    if not found:
        raise NotFound
    return found


def citing(entry: UUID, *, user: User) -> QuerySet[Document]:
    """The documents that cite an act and that the person sees, the newest first."""
    papers: QuerySet[Document] = Document.objects.visible_to(user)
    cited = Link.objects.filter(entry=entry, doubt="").values("citation__document")
    return papers.filter(pk__in=cited).order_by("-issued", "id")


def times_cited(entries: Sequence[UUID], *, user: User) -> dict[UUID, int]:
    """In how many documents that the person sees each act is cited."""
    seen = Document.objects.visible_to(user).values("pk")
    rows = Link.objects.filter(entry__in=entries, doubt="", citation__document__in=seen).order_by()
    return dict(rows.values_list("entry").annotate(times=Count("citation__document", distinct=True)))
