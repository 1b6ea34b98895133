"""What each unit has to do is opened, once for each period: again and again, with the same result."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime
from functools import lru_cache
from itertools import chain as chained
from itertools import count, islice
from operator import itemgetter
from secrets import randbits
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection, transaction
from django.db.models import Count, F, QuerySet

from caytre.core import history
from caytre.core.models import User
from caytre.core.refusals import Refused, gettext_noop
from caytre.core.validity import day_of
from caytre.units.queries.ended import heirs_of_everything
from caytre.units.queries.standing import permitted
from caytre.work.actions.drafting import held
from caytre.work.models import Occurrence, Part, Party, Standing, State, Task
from caytre.work.rules.occasions import AHEAD, BESIDE, Occasion, executing, going_on, occasions
from caytre.work.rules.permissions import can_direct
from vanban.calendar import Calendar

BATCH = 200
ROWS = 10_000
VALUES = 80  # SQLite before 3.32 takes at most 999 values in a statement
DOING = (Part.LEAD, Part.MEMBER)
COLUMNS = (
    "id", "task_id", "unit_id", "giver_id", "key", "starts", "ends", "due_on", "state", "percent", "made_at", "version",
)  # fmt: skip
INSERT = f"INSERT INTO work_occurrence ({', '.join(COLUMNS)})"
Said = Callable[[int, int], None]
Chain = tuple[UUID, ...]


class Due(NamedTuple):
    """A task, for each unit that was given it those that went on for it, and the occasions to do it."""

    task: Task
    chains: list[Chain]
    occasions: tuple[Occasion, ...]

    @property
    def size(self) -> int:
        return len(self.chains) * len(self.occasions)


class NotOnRequest(Refused):
    sentence = gettext_noop("Chỉ nhiệm vụ làm khi có yêu cầu mới mở được theo từng việc phát sinh.")


class NobodyToDoIt(Refused):
    sentence = gettext_noop("Nhiệm vụ chưa có đơn vị thực hiện. Hãy chọn đơn vị chủ trì trước.")


def open_for(tasks: Iterable[Task], *, through: date, at: datetime, calendar: Calendar | None = None) -> int:
    """Open what is missing of issued tasks up to the periods that begin by ``through``; returns how much was opened.

    Their units must be rows by now. Whatever is open or was ended stays as it is, so doing it twice is doing it once.
    """
    issued = list(Task.objects.in_force().filter(pk__in=[task.pk for task in tasks]))
    due = _lacking(_due(issued, day_of(at), through, calendar))
    return sum(_insert(_missing(some, at)) for some in _in_portions(due))


def open_event(
    task: Task, *, unit: UUID | None, event: str, due_on: date | None, by: User, at: datetime
) -> int:
    """Something happened that a task waits for: open it at one of its units, or at all of them; returns how many.

    ``event`` is a key of what happened, which opens it once. Raises MayNotDirect, :class:`NotOnRequest`,
    :class:`NobodyToDoIt`.
    """
    with transaction.atomic():
        task = held(task)
        by = permitted(by, at=at, can=can_direct, unit=task.unit_id)
        if task.kind != "ad_hoc" or task.standing != Standing.ISSUED:
            raise NotOnRequest
        chains = _executing([task], day_of(at))[task.pk]
        chains = [chain for chain in chains if unit in (None, chain[-1])]
        if not chains:
            raise NobodyToDoIt
        occasion = Occasion(f"event:{event}"[:40], day_of(at), due_on, due_on)
        made = _insert(_missing([Due(task, chains, (occasion,))], at))
        if made:
            history.record("work.task.called", about=task.pk, by=by, at=at, key=occasion.key, count=made)
    return made


def make_due(*, on: date, at: datetime, say: Said | None = None, tasks: QuerySet[Task] | None = None) -> int:
    """Open what becomes due, for all tasks in force: the work of one night. Returns how much was opened.

    It goes on from where a run that was cut off left, since nothing is opened twice; nights that were left out are
    made up for. ``say`` is told how many tasks of how many are done.
    """
    waiting = (Task.objects.all() if tasks is None else tasks).in_force().exclude(kind="ad_hoc")  # type: ignore[attr-defined]
    keys = list(waiting.order_by("pk").values_list("pk", flat=True))
    made = 0
    for first in range(0, len(keys), BATCH):
        some = Task.objects.filter(pk__in=keys[first : first + BATCH])
        made += open_for(some, through=on + AHEAD, at=at)
        if say:
            say(min(first + BATCH, len(keys)), len(keys))
    return made


def _due(tasks: Sequence[Task], on: date, through: date, calendar: Calendar | None) -> Iterator[Due]:
    """What of each task is to be done, and by which units."""
    executors = _executing(tasks, on)
    for task in tasks:
        if chains := executors[task.pk]:
            since = day_of(task.issued_at or task.made_at)
            yield Due(task, chains, occasions(task, since=since, through=through, calendar=calendar))


def _executing(tasks: Sequence[Task], on: date) -> dict[UUID, list[Chain]]:
    """Of each task the units that were given it, each with those that went on for it: the last one does it now."""
    keys = [task.pk for task in tasks]
    parties: dict[UUID, list[tuple[str, UUID | None]]] = defaultdict(list)
    rows = Party.objects.filter(task__in=keys, part__in=DOING).order_by("place", "id")
    for task, part, uid in rows.values_list("task_id", "part", "uid"):
        parties[task].append((part, uid))
    moved: dict[UUID, list[tuple[UUID, UUID]]] = defaultdict(list)
    passed = Occurrence.objects.filter(task__in=keys, after__isnull=False).order_by("made_at")
    for task, before, now in passed.values_list("task_id", "after__unit_id", "unit_id"):
        moved[task].append((before, now))
    heirs = heirs_of_everything(on)
    found: dict[UUID, list[Chain]] = defaultdict(list)
    for task, named in parties.items():
        found[task] = [going_on(unit, moved=moved[task], heirs=heirs) for unit in executing(named)]
    return found


def _lacking(due: Iterable[Due]) -> list[Due]:
    """Those of which not every unit has every occasion: most nights few, so only of these the rows are read."""
    listed = list(due)
    counts = dict(
        Occurrence.objects.filter(
            task__in=[one.task for one in listed],
            task__parties__uid=F("unit_id"),
            task__parties__part__in=DOING,
        )
        .exclude(key__contains=BESIDE)
        .order_by()
        .values_list("task_id")
        .annotate(n=Count("pk", distinct=True))
    )
    return [one for one in listed if counts.get(one.task.pk, 0) != one.size]


def _in_portions(due: Iterable[Due]) -> Iterator[list[Due]]:
    """Some tasks at a time, so that what is held in memory has a bound."""
    some: list[Due] = []
    for one in due:
        if some and sum(other.size for other in some) + one.size > ROWS:
            yield some
            some = []
        some.append(one)
    if some:
        yield some


def _missing(due: Sequence[Due], at: datetime) -> Iterator[tuple[object, ...]]:
    """The rows to insert, as :data:`COLUMNS` names them."""
    rows = Occurrence.objects.filter(task__in=[one.task for one in due])
    there = set(rows.values_list("task_id", "unit_id", "key"))
    keys = _keys(at)
    for task, chains, listed in due:
        for chain in sorted(chains, key=itemgetter(-1)):
            for one in listed:
                if not any((task.pk, unit, one.key) in there for unit in chain):
                    there.add((task.pk, chain[-1], one.key))
                    yield (
                        next(keys), task.pk, chain[-1], task.unit_id, one.key, one.starts, one.ends, one.due_on,
                        State.OPEN.value, 0, at, 1,
                    )  # fmt: skip


def _keys(at: datetime) -> Iterator[object]:
    """New keys as the database keeps them, that grow with time and number (UUID version 7): the rows of one night stand
    side by side in every index that has the key, which takes half the time that keys without an order take."""
    milliseconds = int(at.timestamp() * 1000) & ((1 << 48) - 1)
    is_native = connection.features.has_native_uuid_field
    for number in count():
        high, low = number >> 14 & 0xFFF, number & 0x3FFF
        key = UUID(int=milliseconds << 80 | 7 << 76 | high << 64 | 2 << 62 | low << 48 | randbits(48))
        yield key if is_native else key.hex


def _insert(rows: Iterator[tuple[object, ...]]) -> int:
    """Insert them some at a time, each portion in a transaction: whoever else writes waits for one of them only, and
    another process that opens the same at the same time is in nobody's way. By the ORM it takes four times as long."""
    made, plain = 0, _plain()
    while some := list(islice(rows, ROWS)):
        with transaction.atomic(), connection.cursor() as cursor:
            binding = _binding(some)
            still = [row for row in some if row[1] in binding]
            for first in range(0, len(still), VALUES):
                part = still[first : first + VALUES]
                places = ", ".join([f"({', '.join(['%s'] * len(COLUMNS))})"] * len(part))
                values: list[Any] = [
                    value if type(value) in _AS_IT_IS else plain(value)
                    for value in chained.from_iterable(part)
                ]
                cursor.execute(f"{INSERT} VALUES {places} ON CONFLICT DO NOTHING", values)
                made += cursor.rowcount
    return made


def _binding(rows: Sequence[tuple[object, ...]]) -> set[object]:
    """The tasks of these rows that are still in force, held while the rows are inserted: whoever withdraws one later
    finds them. One that somebody changes at this moment waits for the next night."""
    tasks = Task.objects.in_force().filter(pk__in={row[1] for row in rows})
    kept = tasks.select_for_update(no_key=True, skip_locked=True).order_by()
    return set(kept.values_list("pk", flat=True))


_AS_IT_IS = (str, int, type(None))


def _plain() -> Callable[[object], Any]:
    """What turns a value into what the database keeps. Most values come again and again: units, tasks, days."""
    native, instant, day = (
        connection.features.has_native_uuid_field,
        connection.ops.adapt_datetimefield_value,
        connection.ops.adapt_datefield_value,
    )

    @lru_cache(maxsize=10_000)
    def plain(value: object) -> Any:
        if isinstance(value, UUID):
            return value if native else value.hex
        if isinstance(value, datetime):
            return instant(value)
        return day(value) if isinstance(value, date) else value

    return plain
