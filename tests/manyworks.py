"""Much work at once, for tests and measures of what many rows cost: a made-up country, and tasks of all states."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from uuid import UUID, uuid4

from django.db import connection

from caytre.core.models import SearchEntry, User
from caytre.core.words import exact, folded
from caytre.units.models import Structure, TreeName, Unit, UnitLink, UnitState
from caytre.work.models import Occurrence, Part, Party, Standing, State, Task
from caytre.work.queries.filters import KIND

STATES = {
    State.OPEN: 15, State.DOING: 25, State.RETURNED: 2, State.OBJECTED: 1, State.CLAIMED: 7, State.VERIFIED: 45,
    State.WITHDRAWN: 5,
}  # fmt: skip
WORDS = (  # noqa: SIM905
    "trồng tre ven suối rà soát hồ sơ đất đai kiểm tra hướng dẫn tập huấn tuyên truyền phòng chống sạt lở "
    "mùa mưa lũ đường thôn cầu treo trường lớp trạm y tế giống cây vườn ươm chăn nuôi nước sạch vệ sinh "
    "môi trường chuyển đổi số thống kê báo cáo tổng hợp kinh phí dự toán nghiệm thu bàn giao tiếp dân "
    "giải quyết đơn thư cải cách thủ tục hành chính bồi dưỡng cán bộ văn hóa lễ hội du lịch cộng đồng bảo "
    "vệ rừng"
).split()
PORTION = 5_000
_WORDS_OF = {
    "sqlite": "INSERT INTO core_search (rowid, exact, folded) VALUES (%s, %s, %s)",
    "postgresql": "INSERT INTO core_search (id, exact, folded) VALUES (%s, to_tsvector('simple', %s), "
    "to_tsvector('simple', %s))",
}


def broad_country(*, provinces: int, communes: int) -> tuple[Unit, list[Unit], list[Unit]]:
    """A government, so many provinces, and so many communes spread over them."""
    government = Unit(level="central")
    middle = [Unit(level="province") for _ in range(provinces)]
    low = [Unit(level="commune") for _ in range(communes)]
    Unit.objects.bulk_create([government, *middle, *low])
    named = [(government, "Chính phủ", "chính phủ")]
    named += [(unit, f"Tỉnh Mây {number}", "tỉnh") for number, unit in enumerate(middle)]
    named += [(unit, f"Xã Suối {number}", "xã") for number, unit in enumerate(low)]
    UnitState.objects.bulk_create(
        [
            UnitState(unit=unit, name=name, short=name.split(" ", 1)[1], kind=kind)
            for unit, name, kind in named
        ]
    )
    links = [(unit, government) for unit in middle]
    links += [(unit, middle[number % provinces]) for number, unit in enumerate(low)]
    UnitLink.objects.bulk_create(
        [UnitLink(tree=TreeName.STATE, child=child, parent=parent) for child, parent in links]
    )
    Structure.objects.update_or_create(pk=1, defaults={"version": uuid4(), "meaning": uuid4()})
    return government, middle, low


def fill(
    number: int, *, givers: Sequence[Unit], doers: Sequence[Unit], by: User, at: datetime, on: date, each: int = 1,
    texts: Iterable[str] = (), seed: int = 20261126,
) -> list[Task]:  # fmt: skip
    """So many issued tasks, each for ``each`` units, in all states and due up to 300 days before and after a day."""
    chance = random.Random(seed)
    given, made = iter(texts), []
    for start in range(0, number, PORTION):
        tasks = [
            Task(
                text=next(given, "") or " ".join(chance.choices(WORDS, k=chance.randint(12, 30))),
                unit=chance.choice(givers), made_at=at, made_by=by, standing=Standing.ISSUED, kind="deadline",
                due_on=on + timedelta(days=chance.randint(-300, 300)),
            )
            for _ in range(start, min(start + PORTION, number))
        ]  # fmt: skip
        Task.objects.bulk_create(tasks)
        doing = {task.pk: chance.sample(doers, each) for task in tasks}
        Party.objects.bulk_create(
            [Party(task=task, part=Part.LEAD, uid=doing[task.pk][0].pk) for task in tasks]
        )
        Occurrence.objects.bulk_create(
            [_occurrence(task, unit, chance, by, at, on) for task in tasks for unit in doing[task.pk]],
            batch_size=PORTION,
        )
        index(tasks)
        made += tasks
    return made


def _occurrence(
    task: Task, unit: Unit, chance: random.Random, by: User, at: datetime, on: date
) -> Occurrence:
    state = chance.choices(list(STATES), weights=list(STATES.values()))[0]
    begun = state not in (State.OPEN, State.OBJECTED)
    standing = chance.random() < 0.1
    ends = task.due_on or on
    return Occurrence(
        task=task, unit=unit, giver_id=task.unit_id, key="once", due_on=None if standing else ends, ends=ends,
        state=state, made_at=at, percent=chance.randint(0, 100) if begun else 0,
        holder=by if chance.random() < 0.001 else None,
        shown_at=at - timedelta(days=chance.randint(0, 200)) if begun and chance.random() < 0.7 else None,
        claimed_at=at if state in (State.CLAIMED, State.VERIFIED) else None,
    )  # fmt: skip


def index(tasks: Sequence[Task]) -> None:
    """Make the words of tasks findable, many at once."""
    SearchEntry.objects.bulk_create([SearchEntry(kind=KIND, key=str(task.pk)) for task in tasks])
    keys = {UUID(key): pk for key, pk in SearchEntry.objects.filter(
        kind=KIND, key__in=[str(task.pk) for task in tasks]
    ).values_list("key", "pk")}  # fmt: skip
    rows = [(keys[task.pk], exact(task.text), folded(task.text)) for task in tasks]
    with connection.cursor() as cursor:
        cursor.executemany(_WORDS_OF[connection.vendor], rows)
