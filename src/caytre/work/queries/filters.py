"""What a person asks the list of tasks for, as a condition on what units do."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from uuid import UUID

from django.db.models import F, Q

from caytre.core import search
from caytre.core.models import User
from caytre.prepared import Prepared
from caytre.units.queries.scope import counting_under
from caytre.work.models import UNDONE, Occurrence, Plan, SavedFilter, State, Task
from caytre.work.models.among import FEW, Among, Tested, packed, plain
from caytre.work.models.occurrence import OccurrenceQuerySet, seen_by
from caytre.work.rules.standing import SOON

KIND = "task"
"""Under which kind the words of tasks are in the search index."""
KINDS = ("deadline", "within", "recurring", "continuous", "ad_hoc", "unspecified")
MOST_PLANS = 50
MOST_TASKS = 2000
"""So many tasks of a kind are looked up; where there are more of it, most rows that are read are of that kind."""


_SAVED = Prepared(lambda user, units: SavedFilter.objects.of(user, units=units).select_related("owner"))


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a person asks for. ``state`` is one of :data:`STATES`, "" what has not ended. ``plan`` are words of its
    title or its code, or its key. ``unit`` does it, or one below that unit; ``giver`` gave it. ``holder`` is "me",
    "nobody" or the key of a person; ``side`` "do" is what is for me to do (in my hand, or my units'), "give" what my
    units gave. ``since`` and ``until`` bound the last day. ``sort`` is one of
    :data:`caytre.work.queries.listing.SORTS`, turned round by a leading "-". ``page`` counts from 1."""

    words: str = ""
    state: str = ""
    plan: str = ""
    unit: UUID | None = None
    giver: UUID | None = None
    kind: str = ""
    since: date | None = None
    until: date | None = None
    holder: str = ""
    side: str = ""
    sort: str = ""
    page: int = 1


def _overdue(on: date) -> Q:
    return Q(going__in=UNDONE, due__lt=on)


def _silent(on: date) -> Q:
    return Q(going__in=UNDONE, due=None, ends__lt=on, shown=None)


def _soon(on: date) -> Q:
    return Q(going__in=UNDONE, due__gte=on, due__lte=on + timedelta(days=SOON))


def _stands(state: str, on: date) -> Q:
    return Q(going=state)


# ``due`` and ``going`` are the last day and the state as :func:`rows_to_choose` has them.
STATES: Mapping[str, Callable[[date], Q]] = {
    "overdue": _overdue,
    "soon": _soon,
    "silent": _silent,
    "undone": lambda on: Q(going__in=UNDONE),
    **{state: partial(_stands, state) for state in State.values},
    "all": lambda on: Q(),
}


@dataclass(frozen=True, slots=True)
class Chosen:
    """The rows that were asked for, without an order. ``found`` are the keys of the tasks that hold the words, the best
    first, None where none were asked for; ``to_read`` and ``to_count`` do not ask for them yet."""

    to_read: OccurrenceQuerySet
    to_count: OccurrenceQuerySet
    found: tuple[str, ...] | None

    @property
    def rows(self) -> OccurrenceQuerySet:
        return self._with(self.to_read, self.found)

    @property
    def counted(self) -> OccurrenceQuerySet:
        """The same, asked for so that an index of their states holds all that is counted."""
        return self._with(self.to_count, self.found)

    def best(self, number: int) -> OccurrenceQuerySet:
        """Those of the best tasks alone."""
        return self._with(self.to_read, (self.found or ())[:number])

    @staticmethod
    def _with(rows: OccurrenceQuerySet, found: tuple[str, ...] | None) -> OccurrenceQuerySet:
        return rows if found is None else rows.filter(Among("task_id", found))

    @property
    def is_capped(self) -> bool:
        return self.found is not None and len(self.found) == search.LIMIT


def rows_to_choose(*, is_few: bool = False) -> OccurrenceQuerySet:
    """All occurrences, without an order. ``is_few``: their days and states are only tested, since something else finds
    them; else they are read in the order of an index that begins with these."""
    read = Tested if is_few else F
    rows = Occurrence.objects.order_by().alias(due=read("due_on"), going=read("state"), lives=read("live"))
    return rows.alias(shown=Tested("shown_at"))


def chosen(wanted: Wanted, *, user: User, on: date, is_dense: bool = False) -> Chosen:
    """What a person asks for, of what they may see. The rows have no order yet.

    ``is_dense``: they see so much of it that the first pages are found sooner by reading all rows in order.
    """
    reach = user.reach.units if user.is_active else frozenset()
    named = [unit for unit in (wanted.unit, wanted.giver) if unit]
    below = counting_under(named, on=on) if named else {}
    units = below[wanted.unit] if wanted.unit else None
    givers = below[wanted.giver] if wanted.giver else None
    tasks = _tasks(wanted, user=user, reach=reach)
    is_named = tasks.are_few or _are_few_people(wanted, reach, givers)
    is_found = is_named or (units is not None and len(units) <= FEW)
    is_few = is_found or (reach is not None and len(reach) <= FEW and not is_dense)
    rows = rows_to_choose(is_few=is_few)
    rows = rows.filter(STATES[wanted.state](on)) if wanted.state in STATES else rows
    if reach is not None:
        rows = rows.filter(seen_by(reach, is_looked_up=is_few and not is_found))
    if units is not None:
        rows = rows.filter(Among("unit_id", units, is_looked_up=is_found and not is_named))
    rows = _with_people(_with_days(rows, wanted), wanted, user)
    if tasks.condition:
        rows = rows.filter(tasks.condition)
    # What has not ended is read in the order of its days.
    going_on = rows if wanted.state in ("all", *State.values) else rows.filter(Q(lives=1))
    return Chosen(going_on, rows if wanted.state in STATES else going_on, tasks.found)


@dataclass(frozen=True, slots=True)
class _Tasks:
    """What is asked of the task itself: ``are_few`` says that the condition finds few of them."""

    condition: Q
    are_few: bool
    found: tuple[str, ...] | None = None


def _tasks(wanted: Wanted, *, user: User, reach: frozenset[UUID] | None) -> _Tasks:
    condition, are_few, found = Q(), bool(wanted.plan), None
    if wanted.plan:
        condition &= Q(Among("task__plan_id", _plans(wanted.plan, user=user)))
    if wanted.kind in KINDS:
        keys = list(
            Task.objects.filter(kind=wanted.kind).order_by().values_list("pk", flat=True)[: MOST_TASKS + 1]
        )
        is_rare = len(keys) <= MOST_TASKS
        are_few |= is_rare
        condition &= Q(Among("task_id", keys)) if is_rare else Q(task__kind=wanted.kind)
    if wanted.words:
        is_broad = reach is not None and len(reach) > FEW
        among = Task.objects.visible_to(user)
        found = tuple(map(plain, search.find(wanted.words, kind=KIND, among=among, one_by_one=is_broad)))
    return _Tasks(condition, are_few or found is not None, found)


def _are_few_people(wanted: Wanted, reach: frozenset[UUID] | None, givers: frozenset[UUID] | None) -> bool:
    """Whether people, or units that give little, find few rows."""
    gives_little = givers is not None and len(givers) <= FEW
    own_give_little = wanted.side == "give" and reach is not None and len(reach) <= FEW
    return wanted.holder not in ("", "nobody") or wanted.side == "do" or gives_little or own_give_little


def saved_by(user: User) -> list[SavedFilter]:
    """The filters that a person may use, in the order of their names."""
    units = packed(frozenset(post.unit for post in user.held))
    return _SAVED(user=user.pk, units=units) if user.is_active else []


def title_of(asked: str, *, user: User) -> str:
    """The title of the plan that a key means, if the person may see it; words of a title as they are."""
    try:
        title = Plan.objects.visible_to(user).filter(pk=UUID(asked)).values_list("title", flat=True).first()
    except ValueError:
        return asked
    return title or asked


def _with_days(rows: OccurrenceQuerySet, wanted: Wanted) -> OccurrenceQuerySet:
    if wanted.since:
        rows = rows.filter(Q(due__gte=wanted.since))
    return rows.filter(Q(due__lte=wanted.until)) if wanted.until else rows


def _with_people(rows: OccurrenceQuerySet, wanted: Wanted, user: User) -> OccurrenceQuerySet:
    if wanted.giver:
        rows = rows.filter(giver=wanted.giver)
    if wanted.holder == "me":
        rows = rows.filter(holder=user)
    elif wanted.holder == "nobody":
        rows = rows.filter(holder=None)
    elif wanted.holder.isdecimal():
        rows = rows.filter(holder=int(wanted.holder))
    own = frozenset(post.unit for post in user.held)
    if wanted.side == "do":
        rows = rows.filter(Q(Among("unit_id", own)) | Q(holder=user))
    elif wanted.side == "give":
        rows = rows.filter(Among("giver_id", own)) if own else rows.none()
    return rows


def _plans(asked: str, *, user: User) -> list[UUID]:
    """The plans that a key, a code or words of the title mean."""
    visible = Plan.objects.order_by("-made_at").visible_to(user)
    try:
        return list(visible.filter(pk=UUID(asked)).values_list("pk", flat=True))
    except ValueError:
        named = visible.filter(Q(code__iexact=asked) | Q(title__icontains=asked))
    return list(named.values_list("pk", flat=True)[:MOST_PLANS])
