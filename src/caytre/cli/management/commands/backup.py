"""``caytre backup``: everything in one file, while the system is in use."""

from __future__ import annotations

import os
import sqlite3
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import Error
from django.utils import timezone

from caytre.cli.backups.making import make
from caytre.cli.backups.manifest import BackupRefused
from caytre.cli.shown import count
from caytre.core import history


class Command(BaseCommand):
    help = "Sao lưu cơ sở dữ liệu, tệp và trang đang đọc vào một tệp; hệ thống vẫn chạy."
    requires_system_checks: list[str] = []  # these take longer than the work; the tests run them

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "file", type=Path, metavar="TỆP", help="tệp sao lưu sẽ được tạo, ví dụ caytre-2031-03-01.zip"
        )

    def handle(self, *args: Any, file: Path, **options: Any) -> None:
        now = timezone.now()
        os.umask(0o077)  # nobody else may read what is written here
        try:
            made = make(file, at=now, say=self._say)
        except BackupRefused as refusal:
            raise CommandError(f"{refusal} Không có tệp nào được tạo.") from None
        except (OSError, Error, sqlite3.Error) as error:
            raise CommandError(f"Không sao lưu được: {error}. Không có tệp nào được tạo.") from None
        history.record("core.backup.made", about="caytre", by=None, at=now)
        for key in made.faulty:
            self.stderr.write(f"Tệp gốc của văn bản {key} không còn trong kho hoặc đã bị thay đổi.")
        documents = made.rows["documents_document"]
        self.stdout.write(
            f"Đã sao lưu {count(documents)} văn bản vào {file} ({count(file.stat().st_size // 1024)} KB).\n"
            "Tệp chứa văn bản và mật khẩu đã băm: hãy giữ cẩn thận như giữ chính máy này."
        )

    def _say(self, words: str) -> None:
        self.stdout.write(words)
        self.stdout.flush()
