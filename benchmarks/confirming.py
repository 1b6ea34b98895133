"""What a key costs that decides on a proposal: python benchmarks/confirming.py [--check]

On a database of its own (SQLite; PostgreSQL where it is installed) with the units of the whole country, a document that
asks for 200 things is planned, and each proposal is accepted through the page, one after another, as keys do. Wall
time in the server: whoever presses a key waits for the database, too.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID, uuid4

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))

from rows import Row, on_each_database, tell  # noqa: E402

AT = datetime(2026, 3, 1, 2, 30, tzinfo=UTC)
PROPOSALS = 200
LEADS = (
    "Sở Tài chính", "Sở Nội vụ", "Các sở, ban, ngành", "Ủy ban nhân dân các xã, phường, đặc khu", "Sở Y tế",
    "Văn phòng Ủy ban nhân dân tỉnh", "Tổ công tác số hai",
)  # fmt: skip


def milliseconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def written(place: str) -> str:
    """A plan of a province that asks for many things."""
    asked = "\n\n".join(
        f"{n}. Rà soát danh mục số {n} và gửi kết quả về cơ quan thường trực.\n\n"
        f"- Đơn vị chủ trì: {LEADS[n % len(LEADS)]}.\n\n- Đơn vị phối hợp: Sở Tư pháp.\n\n"
        f"- Thời gian hoàn thành: Trước ngày {n % 28 + 1}/11/2026."
        for n in range(1, PROPOSALS + 1)
    )
    return (
        f"ỦY BAN NHÂN DÂN\n{place.upper()}\n\n"
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n"
        f"Số: 12/KH-UBND\n\n{place}, ngày 05 tháng 3 năm 2026\n\nKẾ HOẠCH\nRà soát danh mục năm 2026\n\n"
        f"II. NHIỆM VỤ\n\n{asked}\n\nNơi nhận:\n- Lưu: VT.\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nLò Thị Thí Dụ\n"
    )


def measure() -> None:
    """Print milliseconds on the database of the settings: p95, worst and processor of answers, queries of the first
    and the last, the page, the plan made, the plan issued; and how many proposals became tasks."""
    import django

    django.setup()
    from django.conf import settings
    from django.core.management import call_command

    from caytre import flows
    from caytre.units.actions import national, posts
    from caytre.units.models import Role
    from caytre.units.queries.standing import acting
    from caytre.work.actions import drafting, planning
    from caytre.work.models import Task

    settings.ALLOWED_HOSTS = ["testserver"]  # without what tests put around every template
    settings.SECOND_STEP_REQUIRED = False
    call_command("migrate", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)
    national.load_shipped(at=AT)
    user, document = _came_in(AT)
    for role in (Role.FOCAL, Role.LEADER):
        posts.give(user, unit=document.unit, role=role, since=AT.date(), by=None, at=AT)
    acting(user, on=date(2026, 3, 5))
    made = []
    planned = milliseconds(lambda: made.append(planning.make_plan(document, by=user, at=AT)))
    page, times, worked, first, last = _pressed(user, made[0])
    drafting.fill(made[0], values={"unclear": "chưa nói"}, by=user, at=AT)
    issued = milliseconds(lambda: flows.issue_plan(made[0], by=user, at=AT))
    p95 = statistics.quantiles(times, n=20)[-1]
    print(p95, max(times), worked, first, last, page, planned, issued, Task.objects.in_force().count())


def _pressed(user, plan):  # type: ignore[no-untyped-def]
    """Milliseconds of the page and of each key, of the processor for a key, and how many queries the first and the
    last key ask."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    client = Client()
    client.force_login(user)
    home = f"/plans/{plan.pk}/proposals/"
    client.get(home)  # the names of the document are understood once
    page = milliseconds(lambda: client.get(home))
    keys = list(plan.proposals.order_by("place").values_list("pk", flat=True))

    def accept(key: int) -> None:
        sent = {"do": "accept", "once": str(uuid4())}
        answer = client.post(f"{home}{key}/", sent, headers={"HX-Request": "true"})
        assert answer.status_code == 200 and f"row-{key}" in answer.content.decode()

    with CaptureQueriesContext(connection) as first:
        accept(keys[0])
    begun = time.process_time()
    times = [milliseconds(lambda key=key: accept(key)) for key in keys[1:-1]]
    worked = (time.process_time() - begun) * 1000 / len(times)
    with CaptureQueriesContext(connection) as last:
        accept(keys[-1])
    if "--queries" in sys.argv:
        print(*(query["sql"][:150] for query in last), sep="\n", file=sys.stderr)
    return page, times, worked, len(first), len(last)


def _came_in(at: datetime):  # type: ignore[no-untyped-def]
    """Somebody, and a document of a province that was read."""
    from caytre.core.models import User
    from caytre.documents.models import Document, Reading
    from caytre.documents.rules.summary import summary
    from caytre.units.queries.directory import directory
    from vanban import read_text
    from vanban.jsonform import to_json

    province = next(iter(directory().provinces(on=date(2026, 3, 5))))
    content = to_json(read_text(written(province.states[-1].name)))
    user = User.objects.create(username="tinh", date_joined=at)
    document = Document.objects.create(
        name="ke-hoach.txt", kind="text", size=1, sha256="0" * 64, received_at=at, queued_at=at, received_by=user,
        unit_id=UUID(province.uid), state="read", **summary(content),
    )  # fmt: skip
    Reading.objects.create(document=document, number=1, at=at, version="0", content=content)
    return user, document


def keys() -> Iterator[Row]:
    """A document with 200 proposals, confirmed key by key."""
    for name, (p95, worst, worked, first, last, page, planned, issued, tasks) in on_each_database(__file__):
        yield Row(f"{name}: an answer to a key, p95", p95, "ms", most=200)
        yield Row(f"{name}: an answer to a key, worst", worst, "ms", most=1000)
        yield Row(f"{name}: the processor for an answer, mean", worked, "ms", most=100)
        yield Row(f"{name}: queries of the last answer beyond the first", last - first, "", most=0)
        yield Row(f"{name}: queries of an answer", first, "", most=80)
        yield Row(f"{name}: the page with all proposals", page, "ms", most=2000)
        yield Row(f"{name}: the plan made", planned / 1000, "s", most=5)
        yield Row(f"{name}: the plan issued", issued / 1000, "s", most=60)
        yield Row(f"{name}: tasks", tasks, "", least=PROPOSALS)


if __name__ == "__main__":
    if "--measure" in sys.argv:
        measure()
    else:
        sys.exit(tell([keys], arguments=sys.argv[1:]))
