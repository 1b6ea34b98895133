"""Which documents are carried out by nobody."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from caytre.core.models import User
from caytre.documents.models import Document
from caytre.documents.queries.graph import not_carried_on
from caytre.work.models import Plan, Standing


def not_carried_out(user: User) -> QuerySet[Document]:
    """Documents with tasks that no other document names as a basis and of which no plan of work binds anybody, as far
    as the person sees."""
    plans = Plan.objects.visible_to(user).filter(document=OuterRef("pk"), standing=Standing.ISSUED)
    return not_carried_on(user).exclude(Exists(plans))


def plans_of(documents: Collection[UUID], *, user: User) -> dict[UUID, Plan]:
    """The plan of work made of each of these documents, where there is one that the person sees."""
    rows = Plan.objects.visible_to(user).filter(document__in=documents).order_by("made_at")
    return {plan.document_id: plan for plan in rows if plan.document_id}
