"""``caytre worker``: reads what was taken in, and picks up what a dead worker left."""

from __future__ import annotations

import threading
from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand
from django.db import Error, close_old_connections, connection
from django.utils import timezone
from django.utils.crypto import get_random_string
from django_tasks import TaskResultStatus
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from caytre.documents.actions import reading
from caytre.web import jobs
from caytre.writes import actions as writes

SWEEP_SECONDS = 5.0
KEPT = timedelta(days=1)


class Command(BaseCommand):
    help = "Chạy tiến trình đọc đến khi được bảo dừng."

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
            threading.Thread(target=_sweep_for_ever, daemon=True).start()
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


def _sweep_for_ever() -> None:
    pause = threading.Event()
    while not pause.wait(SWEEP_SECONDS):
        try:
            close_old_connections()
            sweep()
        except Error:  # the database is away or busy: the next round will do
            connection.close()
