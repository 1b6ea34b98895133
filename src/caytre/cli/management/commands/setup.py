"""``caytre setup``: everything an installation needs, as often as one likes."""

from __future__ import annotations

import os
import secrets
from datetime import timedelta
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.utils import timezone

from caytre.accounts.actions import passwords
from caytre.cli.backups import pending
from caytre.cli.backups.restoring import WORKSHOP
from caytre.cli.backups.workshop import sweep
from caytre.cli.upgrade import upgrade
from caytre.core.models import User
from caytre.documents.actions import acts
from caytre.documents.models import Document, Removal
from caytre.units.actions import national
from caytre.units.queries.standing import acting
from caytre.web.intake import take_in

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
ADMIN = "quantri"
SETTLE = timedelta(
    days=7
)  # so long the printed password may stay; whoever reads this screen or its log knows it


class Command(BaseCommand):
    help = "Chuẩn bị dữ liệu, tài khoản quản trị và ví dụ."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        _make_folders()
        upgrade()
        pending.finish(timezone.now())
        if _static_is_old():
            call_command("collectstatic", interactive=False, verbosity=0, clear=True)
            (settings.STATIC_ROOT / ".made-from").write_text(_static_mark())
        self._load_units()
        acts.load_shipped(at=timezone.now())
        if not User.objects.filter(is_superuser=True).exists():
            self._make_administrator()

    def _load_units(self) -> None:
        """The shipped units, at the first start and after an upgrade that brings newer ones."""
        if not settings.SHIPPED_UNITS or national.is_current():
            return
        self.stdout.write("  Đang nạp danh mục đơn vị…")
        self.stdout.flush()
        report = national.load_shipped(at=timezone.now())
        if report is None:
            return
        changes = report.rows + report.closed + report.successions
        self.stdout.write(f"  Danh mục đơn vị: thêm {report.units} đơn vị, ghi {changes} thay đổi.")
        if report.kept:
            self.stdout.write(f"  {len(report.kept)} đơn vị đã được sửa tại đây nên được giữ nguyên.")

    def _make_administrator(self) -> None:
        password, now = passwords.new_password(), timezone.now()
        admin = passwords.open_account(
            ADMIN, password=password, change_by=now + SETTLE, is_administrator=True, by=None, at=now
        )
        self.stdout.write(
            f"\n  Tài khoản quản trị: {ADMIN}\n  Mật khẩu:           {password}\n"
            "  Mật khẩu chỉ hiện một lần; hãy ghi lại, rồi đổi trong vòng 7 ngày.\n"
        )
        if not Document.objects.exists() and not Removal.objects.exists():
            acting(admin, on=timezone.localdate())
            for path in sorted(EXAMPLES.glob("*.txt")):
                take_in(path, name=path.name, unit=None, by=admin, at=timezone.now())


def _make_folders() -> None:
    for folder in (settings.DATA, settings.MEDIA_ROOT, settings.PAGES_ROOT, settings.FILE_UPLOAD_TEMP_DIR):
        Path(folder).mkdir(mode=0o700, parents=True, exist_ok=True)
    if not settings.SECRET_KEY_FILE.exists():
        handle = os.open(settings.SECRET_KEY_FILE, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w") as file:
            file.write(secrets.token_urlsafe(48))
    for left in Path(settings.FILE_UPLOAD_TEMP_DIR).iterdir():
        left.unlink()  # spooled by a process that was killed
    sweep(settings.DATA, name=WORKSHOP)


def _static_mark() -> str:
    """What the static files are made from: names, sizes and times of the sources."""
    from django.contrib.staticfiles.finders import get_finders

    found = []
    for finder in get_finders():
        for name, storage in finder.list([]):
            about = os.stat(storage.path(name))
            found.append(f"{name} {about.st_size} {about.st_mtime_ns}")
    return "\n".join(sorted(found))


def _static_is_old() -> bool:
    try:
        return bool((settings.STATIC_ROOT / ".made-from").read_text() != _static_mark())
    except OSError:
        return True
