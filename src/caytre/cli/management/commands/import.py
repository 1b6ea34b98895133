"""``caytre import``: files into the register, from the command line."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any
from uuid import UUID

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from caytre.core.models import User
from caytre.units.queries.standing import acting
from caytre.web.intake import Outcome, places, take_in

FAILED, SECRET = 1, 3


class Command(BaseCommand):
    help = "Đưa tệp vào sổ văn bản; tiến trình đọc sẽ đọc. Mã kết thúc 3: có tệp mang dấu độ mật."
    requires_system_checks: list[str] = []  # these take longer than the work; the tests run them

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", metavar="TỆP", type=Path)
        parser.add_argument("--user", metavar="TÊN", help="người đưa vào (mặc định: quản trị viên đầu tiên)")

    def handle(self, *args: Any, files: list[Path], user: str | None, **options: Any) -> None:
        people = User.objects.filter(username=user) if user else User.objects.filter(is_superuser=True)
        by = people.order_by("pk").first()
        if by is None:
            raise CommandError(
                "Không có tài khoản này. Hãy chạy caytre setup hoặc caytre user trước.", returncode=2
            )
        acting(by, on=timezone.localdate())
        unit = next(iter(places(by)), None)
        code = 0
        for path in files:
            code = max(code, self._take_in(path, unit, by))
        if code:
            sys.exit(code)

    def _take_in(self, path: Path, unit: UUID | None, by: User) -> int:
        try:
            outcome = take_in(path, name=path.name, unit=unit, by=by, at=timezone.now())
        except OSError as error:
            self.stderr.write(f"{path}: không mở được tệp: {error.strerror}.")
            return FAILED
        return self._told(path, outcome)

    def _told(self, path: Path, outcome: Outcome) -> int:
        if outcome.document is None:
            self.stderr.write(f"{path}: {outcome.reason}")
            return SECRET if outcome.secret else FAILED
        self.stdout.write(
            f"{path}: {'đã có trong sổ' if outcome.known else 'đã nhận'} ({outcome.document.pk})"
        )
        return 0
