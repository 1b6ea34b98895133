"""What is done once a day, by whoever comes first."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

from django.db import IntegrityError, transaction

from caytre.work.models import Night

DEAD = timedelta(minutes=10)
"""Without a sign of life for so long a process is taken for dead, and another goes on."""
BEAT = timedelta(seconds=5)
Clock = Callable[[], datetime]
Job = Callable[[Clock], int]
"""Does the work and returns how much there was; it reads the clock that it gets now and then, as a sign of life."""


def once_a_day(job: str, *, on: date, clock: Clock, run: Job) -> int | None:
    """Do the job of a day; returns how much there was, None where another does it or has done it.

    A job that fails, or whose process dies, is done again later: it has to go on from what it finds.
    """
    night = _claimed(job, on, clock())
    if night is None:
        return None
    beaten = night.beat

    def beating() -> datetime:
        nonlocal beaten
        now = clock()
        if now - beaten >= BEAT:
            beaten = now
            Night.objects.filter(pk=night.pk).update(beat=now)
        return now

    count = run(beating)
    Night.objects.filter(pk=night.pk).update(done_at=clock(), count=count)
    return count


def done(job: str, *, on: date) -> bool:
    """Whether the job of that day is done."""
    return Night.objects.filter(job=job, on=on, done_at__isnull=False).exists()


def _claimed(job: str, on: date, now: datetime) -> Night | None:
    try:
        with transaction.atomic():
            return Night.objects.create(job=job, on=on, started_at=now, beat=now)
    except IntegrityError:
        found = Night.objects.get(job=job, on=on)
    if found.done_at is not None or now - found.beat < DEAD:
        return None
    mine = Night.objects.filter(pk=found.pk, beat=found.beat, done_at=None).update(started_at=now, beat=now)
    found.beat = now
    return found if mine else None
