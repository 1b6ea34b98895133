"""A long queue is shown in portions, so that it opens at once on a slow machine, too."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import QueryDict
from django.urls import reverse

from caytre.work.models import Decision, Plan

PORTION = 50


@dataclass(frozen=True, slots=True)
class Portions:
    """The proposals of a plan in the order of the text, each with whether it is still open."""

    rows: tuple[tuple[int, bool], ...]

    @property
    def last(self) -> int:
        return max(1, -(-len(self.rows) // PORTION))

    def of(self, proposal: int | None) -> int:
        """The page on which a proposal stands; of none that is there, the first with an open one."""
        place = next((place for place, (key, _) in enumerate(self.rows) if key == proposal), None)
        if place is None:
            place = next((place for place, (_, is_open) in enumerate(self.rows) if is_open), 0)
        return place // PORTION + 1

    def on(self, page: int) -> frozenset[int]:
        """The proposals of a page."""
        return frozenset(key for key, _ in self.rows[(page - 1) * PORTION : page * PORTION])

    def opened(self, page: int) -> int:
        """How many proposals of a page are open."""
        return sum(is_open for _, is_open in self.rows[(page - 1) * PORTION : page * PORTION])

    def after(self, proposal: int | None) -> int | None:
        """The open proposal that comes after one, else the first one that is open."""
        place = next((place for place, (key, _) in enumerate(self.rows) if key == proposal), -1)
        later = (*self.rows[place + 1 :], *self.rows[: place + 1])
        return next((key for key, is_open in later if is_open), None)

    def asked(self, query: QueryDict) -> int:
        """The page that is asked for by its number, or as the one ``at`` a proposal."""
        page = number_of(query.get("page", ""))
        return min(page, self.last) if page else self.of(number_of(query.get("at", "")))


def portions(plan: Plan) -> Portions:
    """The portions of a queue as they stand now."""
    rows = plan.proposals.order_by("place", "id").values_list("pk", "decision")
    return Portions(tuple((key, decision == Decision.NEW) for key, decision in rows))


def home_of(plan: Plan, *, at: int | None) -> str:
    """Where a proposal of a plan is shown, or its queue."""
    return reverse("queue", args=[plan.pk]) + (f"?at={at}#row-{at}" if at else "")


def number_of(written: str) -> int | None:
    """The number of a page or a proposal in an address or a form."""
    return int(written) if written.isascii() and written.isdigit() and len(written) < 16 else None
