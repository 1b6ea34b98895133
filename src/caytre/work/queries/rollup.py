"""How far the parts are that a unit handed down."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from caytre.work.models import Occurrence, Standing
from caytre.work.rules.progress import Parts, rolled_up


def parts_below(occurrence: Occurrence) -> QuerySet[Occurrence]:
    """What has to be done of the parts of its task: of those that its own unit handed down, or the one that gave it.
    Of a part that comes again, what falls into its own period."""
    rows = Occurrence.objects.filter(
        task__parent=occurrence.task_id,
        task__unit__in=(occurrence.unit_id, occurrence.giver_id),
        task__standing=Standing.ISSUED,
    )
    if occurrence.starts is not None:
        rows = rows.filter(Q(ends=None) | Q(ends__gte=occurrence.starts))
    if occurrence.ends is not None:
        rows = rows.filter(Q(starts=None) | Q(starts__lte=occurrence.ends))
    return rows


def parts_of(occurrence: Occurrence) -> Parts:
    """How many of the parts are done."""
    return rolled_up(parts_below(occurrence).values_list("state", "percent"))
