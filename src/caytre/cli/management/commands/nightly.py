"""``caytre nightly``: what the system does once a day; ``caytre worker`` does it by itself."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from caytre.cli import nightly


class Command(BaseCommand):
    help = "Làm các việc hằng ngày của hệ thống, nếu hôm nay chưa làm."

    def handle(self, *args: Any, **options: Any) -> None:
        nightly.run(clock=timezone.now, say=self.stdout.write)
