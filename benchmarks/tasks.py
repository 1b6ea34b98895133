"""What it costs to see how work goes: python benchmarks/tasks.py [--check] [--many] [--tasks FILE]

On a database of its own (SQLite; PostgreSQL where it is installed) 3,355 units and 20,000 tasks, each for one unit;
with --many then on to 1,000,000 occurrences of 118,000 tasks. Pages are asked for as a browser does, with our
rights on, by who sees everything, by who reaches one province, by who reaches 33, and by one commune. CPU time of the
server process (of PostgreSQL without the database), median of five. "Floor" is a page of Django with the same fifty
rows and a count, without rights, filters or sessions. FILE has a task in each line: {"title": …, "body": …}.
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))

from rows import Row, on_each_database, tell  # noqa: E402

FIRST, GROWN = (20_000, 1), (98_000, 10)
PEOPLE = ("all", "33 provinces", "a province", "a commune")
PAGES = {
    "list": "/tasks/",
    "overdue, page 9": "/tasks/?state=overdue&page=9",
    "search of two words": "/tasks/?q=trong+tre",
    "my day": "/day/",
    "calendar": "/calendar/",
}
ROUNDS = 5
FLOOR = """<table>{% for one in rows %}<tr><td>{{ one.task.text }}</td><td>{{ one.due_on }}</td><td>{{ one.state }}</td>
<td>{{ one.percent }}</td></tr>{% endfor %}</table>{{ count }}"""


def measure() -> None:
    """Print milliseconds of each page for each person: of the first size, and with --many of the grown one."""
    import django

    django.setup()
    from django.conf import settings
    from django.core.management import call_command

    settings.ALLOWED_HOSTS, settings.SECOND_STEP_REQUIRED = ["*"], False
    settings.STORAGES |= {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
    call_command("migrate", verbosity=0)
    more = _office()
    more(*FIRST)
    print(*_asked())
    if "--many" in sys.argv:
        more(*GROWN)
        print(*_asked())


def _office() -> Callable[[int, int], None]:
    """The units and the people; returns what adds so many tasks, each for so many units."""
    from django.db import transaction
    from django.utils import timezone

    from countries import post
    from factories import person
    from manyworks import broad_country, fill

    government, provinces, communes = broad_country(provinces=34, communes=3320)
    people = [person(name) for name in PEOPLE]
    for user, units in zip(people, ([government], provinces[1:], provinces[:1], communes[:1]), strict=True):
        for unit in units:
            post(user, at=unit, role="leader")

    def more(number: int, each: int) -> None:
        now = timezone.now()
        with transaction.atomic():
            fill(
                number, givers=[government, *provinces], doers=communes, by=people[0], at=now, on=now.date(),
                each=each, texts=_texts(), seed=number,
            )  # fmt: skip

    return more


def _texts() -> Iterator[str]:
    if "--tasks" not in sys.argv:
        return
    with open(sys.argv[sys.argv.index("--tasks") + 1], encoding="utf-8") as lines:
        for line in lines:
            task = json.loads(line)
            yield f"{task['title']} {task['body']}"


def _asked() -> Iterator[float]:
    """Milliseconds: of the floor, then of each page for each person."""
    from django.core.handlers.base import BaseHandler
    from django.test import Client, RequestFactory

    from caytre.core.models import User

    yield _milliseconds(_floor)
    for name in PEOPLE:
        client = Client()
        client.force_login(User.objects.get(username=name))
        for address in PAGES.values():
            client.get(address)
            requests, handler = RequestFactory(), BaseHandler()
            requests.cookies = client.cookies
            handler.load_middleware()

            def ask(at: str = address, requests: Any = requests, handler: Any = handler) -> None:
                answer = handler.get_response(requests.get(at))
                assert answer.status_code == 200, at

            yield _milliseconds(ask)


def _floor() -> None:
    from django.template import engines

    from caytre.work.models import Occurrence

    rows = Occurrence.objects.select_related("task").order_by("due_on")[:50]
    engines["django"].from_string(FLOOR).render({"rows": rows, "count": Occurrence.objects.count()})


def _milliseconds(work: Callable[[], object]) -> float:
    work()
    times = []
    for _ in range(ROUNDS):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return statistics.median(times) * 1000


def pages() -> Iterator[Row]:
    """Pages of 20,000 tasks, and how they grow."""
    arguments = [one for one in sys.argv[1:] if one != "--check"]
    width = 1 + len(PEOPLE) * len(PAGES)
    for database, numbers in on_each_database(__file__, *arguments):
        first, grown = numbers[:width], numbers[width:]
        yield Row(f"{database}: floor", first[0], "ms")
        named = [f"{database}: {page}, {who}" for who in PEOPLE for page in PAGES]
        for place, name in enumerate(named, start=1):
            yield Row(name, first[place], "ms", most=15 if "list" in name else None)
            if grown:
                yield Row(f"{name}, 50 times as many", grown[place] / first[place], "times", most=2)


if __name__ == "__main__":
    if "--measure" in sys.argv:
        measure()
    else:
        sys.exit(tell([pages], arguments=sys.argv[1:]))
