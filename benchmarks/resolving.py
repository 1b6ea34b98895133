"""What it takes to resolve citations: python benchmarks/resolving.py [--check]

On a database of its own (SQLite; PostgreSQL where it is installed) 5,000 documents in the registers of 200 offices cite
20 acts each: documents of their own register, of others, known acts, numbers of two acts, and numbers that nobody
knows. All 100,000 citations are resolved; then once more, when nothing is left to do. Wall time of one run each.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import uuid4

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))

from rows import Row, on_each_database, tell  # noqa: E402

DOCUMENTS, OFFICES, ACTS, CITED = 5_000, 200, 2_000, 20
AT = datetime(2031, 3, 1, 2, 30, tzinfo=UTC)
FIRST = date(2026, 1, 1)


def fill() -> None:
    """Documents, acts and citations; an office numbers its papers anew every year."""
    from caytre.core.models import User
    from caytre.documents.models import Act, Citation, Document
    from caytre.documents.rules.meaning import number_key
    from caytre.units.models import Unit

    chance = random.Random(20261126)
    units = Unit.objects.bulk_create([Unit(level="commune") for _ in range(OFFICES)], batch_size=500)
    user = User.objects.create(username="dau-moi")
    documents, acts = [], []
    for number in range(DOCUMENTS):
        code, office = f"{number // OFFICES % 12 + 1}/KH-UBND", number % OFFICES
        documents.append(
            Document(
                name=f"{number}.txt", kind="text", size=1, sha256=uuid4().hex * 2, received_at=AT, queued_at=AT,
                received_by=user, unit=units[office], state="read", code=code, number_key=number_key(code), woven=1,
                issuer=f"UBND xã Suối {office}", issued=(FIRST + timedelta(days=number // OFFICES * 60)).isoformat(),
            )
        )  # fmt: skip
    for number in range(ACTS):
        code = f"{number % 1900 + 1}/{2020 + number % 5}/NĐ-CP"
        acts.append(
            Act(
                number=code, number_key=number_key(code), issued=FIRST - timedelta(days=number), issuer="Chính phủ",
                source="Công báo", at=AT, valid_from=FIRST, status="in_force",
            )
        )  # fmt: skip
    Document.objects.bulk_create(documents, batch_size=1_000)
    Act.objects.bulk_create(acts, batch_size=1_000)
    Citation.objects.bulk_create(
        [_cited(chance, one, place, documents, acts) for one in documents for place in range(CITED)],
        batch_size=5_000,
    )


def _cited(chance, document, place, documents, acts):  # type: ignore[no-untyped-def]
    """A citation of one kind after the other; ``place`` says which."""
    from caytre.documents.models import Citation

    if place % 4 == 0:
        other = chance.choice(documents)
        said = (other.code, other.number_key, other.issued, other.issuer)
    elif place % 4 == 1:
        act = chance.choice(acts)
        said = (act.number, act.number_key, act.issued.isoformat() if place % 3 else "", "Chính phủ")
    elif place % 4 == 2:
        said = (document.code, document.number_key, "", "")
    else:
        said = (f"{place}/CT-TTg", f"{place}/CT-TTG", "", "")
    names = ("number", "number_key", "dated", "issuer")
    return Citation(document=document, place=place, role="basis", **dict(zip(names, said, strict=True)))


def measured() -> Iterator[float]:
    """Seconds to resolve everything, of them on the processor, how many links that makes; the same seconds when nothing
    is left to do."""
    import django

    django.setup()
    from django.core.management import call_command

    from caytre.documents.actions.weaving import resolve_all
    from caytre.documents.models import Link

    call_command("migrate", verbosity=0)
    fill()
    for expected in (None, 0):
        start, spent = time.perf_counter(), time.process_time()
        changed = resolve_all(beat=list)
        yield time.perf_counter() - start
        yield time.process_time() - spent
        if expected is None:
            yield Link.objects.count()
        elif changed != expected:
            raise SystemExit(f"{changed} links changed though nothing had")


def resolving() -> Iterator[Row]:
    """100,000 citations in the registers of 200 offices"""
    for database, (first, spent, links, again, _) in on_each_database(__file__):
        yield Row(f"{database}: all resolved", first, "s", most=60)
        yield Row(f"{database}: of that on the processor, in this process", spent, "s")
        yield Row(f"{database}: links made", links, "")
        yield Row(f"{database}: once more, nothing to do", again, "s", most=60)


if __name__ == "__main__":
    if "--measure" in sys.argv:
        for figure in measured():
            print(figure, flush=True)
    else:
        sys.exit(tell([resolving], arguments=sys.argv[1:]))
