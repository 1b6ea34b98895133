"""``caytre worker``: reads what was taken in, picks up what a dead worker left, and does once a day what is to be done
every day."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand
from django.db import Error, close_old_connections, connection
from django.utils import timezone
from django.utils.crypto import get_random_string
from django_tasks import TaskResultStatus
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from caytre.cli import nightly
from caytre.core.refusals import Refused
from caytre.documents.actions import reading, weaving
from caytre.web import jobs
from caytre.web.notices import mail
from caytre.writes import actions as writes

LOG = logging.getLogger(__name__)
SWEEP_SECONDS = 5.0
NIGHT_SECONDS = 60.0
MAIL_SECONDS = 20.0
KEPT = timedelta(days=1)
WOVEN = 200  # documents of one round: a long one would hold up what waits to be read


class Command(BaseCommand):
    help = "Chạy tiến trình đọc đến khi được bảo dừng."
    requires_system_checks: list[str] = []  # these take longer than the work; the tests run them

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("--batch", action="store_true", help="đọc hết những gì đang chờ rồi thôi")

    def handle(self, *args: Any, batch: bool, **options: Any) -> None:
        sweep()
        worker = Worker(
            queue_names=["default"], interval=0.3, batch=batch, backend_name="default", startup_delay=False,
            max_tasks=None, worker_id=get_random_string(32), excluded_queue_names=[],
        )  # fmt: skip
        worker.configure_signals()
        if not batch:
            threading.Thread(target=_again_and_again, args=(sweep, SWEEP_SECONDS), daemon=True).start()
            threading.Thread(target=_again_and_again, args=(night, NIGHT_SECONDS), daemon=True).start()
            # On a thread of its own: a gateway that answers slowly holds up nothing else.
            threading.Thread(target=_again_and_again, args=(mail.post, MAIL_SECONDS), daemon=True).start()
        worker.run()


def sweep() -> None:
    """Give every waiting document a job: those of a dead worker, those whose job was lost."""
    now = timezone.now()
    waiting = reading.rescue(at=now)
    jobs_there = DBTaskResult.objects.filter(status=TaskResultStatus.READY)
    given = {str(job.args_kwargs["args"][0]) for job in jobs_there if job.args_kwargs["args"]}
    for key in waiting:
        if str(key) not in given:
            jobs.queue(key)
    done = (TaskResultStatus.SUCCESSFUL, TaskResultStatus.FAILED)
    DBTaskResult.objects.filter(status__in=done, finished_at__lt=now - KEPT).delete()
    stuck = DBTaskResult.objects.filter(status=TaskResultStatus.RUNNING, started_at__lt=now - KEPT)
    stuck.delete()
    writes.sweep(now)
    weaving.catch_up(most=WOVEN)


def night() -> None:
    """Do what is to be done every day, if nobody has done it today: also on the first day after days off."""
    if not nightly.is_done(clock=timezone.now):
        try:
            nightly.run(clock=timezone.now, say=lambda words: None)
        except Refused:  # whoever is told by the log can do something; the next day is tried all the same
            LOG.exception("the work of the day was not done")


def _again_and_again(do: Callable[[], object], seconds: float) -> None:
    pause = threading.Event()
    while not pause.wait(seconds):
        try:
            close_old_connections()
            do()
        except Error:  # the database is away or busy: the next round will do
            connection.close()
        except Exception:  # a fault of one round: it is told, and the next round goes on
            LOG.exception("a round of the worker failed")
