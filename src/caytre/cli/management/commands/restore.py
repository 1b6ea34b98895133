"""``caytre restore``: a backup becomes an installation again."""

from __future__ import annotations

import os
import sqlite3
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import Error
from django.utils import timezone

from caytre.cli.backups.manifest import BackupRefused, mark_of_key
from caytre.cli.backups.restoring import NotFinished, Restored, restore
from caytre.cli.shown import count, moment
from caytre.core import chain

OTHER_KEY = (
    "Khóa secret-key ở đây không phải là khóa lúc sao lưu, nên mã trên điện thoại không dùng được. "
    "Hãy đặt tệp secret-key cũ vào {}; nếu không còn tệp ấy thì đăng nhập bằng mã dự phòng, "
    "hoặc đặt lại: caytre user TÊN --reset-second-step."
)
NOT_FINISHED = (
    "Dữ liệu ở đây đã được thay bằng bản sao lưu, nhưng những việc sau đó chưa xong: {}. "
    "Chưa chạy hệ thống; hãy chạy caytre setup để làm nốt."
)


class Command(BaseCommand):
    help = "Khôi phục từ một tệp sao lưu. Tệp được kiểm tra hết trước khi bất cứ gì bị thay đổi."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="TỆP", help="tệp sao lưu")
        parser.add_argument("--replace", action="store_true", help="thay toàn bộ dữ liệu hiện có")

    def handle(self, *args: Any, file: Path, replace: bool, **options: Any) -> None:
        os.umask(0o077)  # nobody else may read what is written here
        try:
            done = restore(file, replace=replace, at=timezone.now(), say=self.stdout.write)
        except BackupRefused as refusal:
            raise CommandError(str(refusal)) from None
        except NotFinished as fault:
            raise CommandError(NOT_FINISHED.format(fault)) from None
        except (OSError, Error, sqlite3.Error) as error:
            raise CommandError(f"Không khôi phục được: {error}.") from None
        self._tell(done)

    def _tell(self, done: Restored) -> None:
        found = done.manifest
        documents = count(found.rows["documents_document"])
        self.stdout.write(f"Đã khôi phục {documents} văn bản, như lúc {moment(found.made_at)}.")
        for key in done.again:
            self.stdout.write(
                f"Văn bản {key} đã được gỡ bỏ sau lần sao lưu ấy, nay có lại: hãy gỡ bỏ lại nếu cần."
            )
        if found.rows.get("mfa_authenticator") and found.key != mark_of_key():
            self.stdout.write(OTHER_KEY.format(settings.SECRET_KEY_FILE))
        if chain.verify({found.head[0]: found.head[1]} if found.head else {}).fault is not None:
            raise CommandError(
                "Dữ liệu đã được khôi phục, nhưng nhật ký trong đó không nguyên vẹn: hãy chạy caytre verify."
            )
        self.stdout.write("Nhật ký nguyên vẹn. Hãy chạy hệ thống; mọi người đăng nhập lại.")
