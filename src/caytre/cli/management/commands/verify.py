"""``caytre verify``: whether the history is as it was written."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from caytre.cli import heads
from caytre.cli.shown import count, event, moment
from caytre.core import chain
from caytre.core.chain import Fault, Verdict

TAMPERED = 1
FAULTS = {
    "changed": "Dòng {here} không còn như khi được ghi: nội dung đã bị sửa, hoặc bị đổi chỗ với dòng khác.",
    "removed": "Các dòng giữa dòng {last} và dòng {here} không còn: có dòng đã bị xóa hoặc bị thay.",
    "unlinked": "Dòng {here} không nối tiếp dòng {last}: có dòng đã bị chèn thêm hoặc bị thay.",
    "rewritten": (
        "Dòng {here} khác với dấu đã ghi lúc {noted}: nhật ký đã bị viết lại từ dòng ấy hoặc trước đó, "
        "hoặc tệp dấu là của máy khác."
    ),
    "truncated": (
        "Lúc {noted} nhật ký đã có dòng {here}, nay chỉ còn đến dòng {last}: phần cuối đã bị xóa, "
        "hoặc cơ sở dữ liệu cũ hơn đã được đặt lại."
    ),
}
ADVICE = (
    "Đừng sửa gì thêm. Hãy giữ nguyên cơ sở dữ liệu, đối chiếu với bản sao lưu gần nhất "
    "và báo người phụ trách an toàn thông tin."
)
UNGUARDED = "Khóa chống sửa, chống xóa của nhật ký trong cơ sở dữ liệu không còn: có người đã gỡ khóa."


class Command(BaseCommand):
    help = "Kiểm tra nhật ký: có dòng nào bị sửa, xóa, chèn, đổi chỗ hay không."
    requires_system_checks: list[str] = []  # these take longer than the work; the tests run them

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--heads",
            type=Path,
            metavar="TỆP",
            help="so với các dấu đã ghi trong tệp này rồi ghi thêm dấu hôm nay",
        )

    def handle(self, *args: Any, heads: Path | None, **options: Any) -> None:
        noted = _noted(heads) if heads else []
        verdict = chain.verify({head.number: head.digest for head in reversed(noted)})  # the first one counts
        if verdict.fault is not None:
            raise CommandError(_told(verdict.fault, noted), returncode=TAMPERED)
        if not chain.is_guarded():
            raise CommandError(f"{UNGUARDED} {ADVICE}", returncode=TAMPERED)
        if heads and verdict.events:
            _note(heads, verdict)
        self.stdout.write(_whole(verdict))


def _noted(path: Path) -> list[heads.Head]:
    try:
        return heads.read(path)
    except heads.Unreadable as fault:
        raise CommandError(
            f"{path}: dòng {fault.number} không phải là dấu của nhật ký. Hãy chọn đúng tệp.", returncode=2
        ) from None
    except OSError as error:
        raise CommandError(f"{path}: không đọc được tệp: {error.strerror}.", returncode=2) from None


def _note(path: Path, verdict: Verdict) -> None:
    try:
        heads.add(path, number=verdict.last, digest=verdict.digest, at=timezone.now())
    except OSError as error:
        raise CommandError(f"{path}: không ghi được tệp: {error.strerror}.", returncode=2) from None


def _told(fault: Fault, noted: list[heads.Head]) -> str:
    at = next((moment(head.at) for head in noted if head.number == fault.here), "")
    now = event(fault.here)
    lines = ["Nhật ký KHÔNG còn nguyên vẹn.", FAULTS[fault.what].format(**fault._asdict(), noted=at)]
    return "\n".join([*lines, *([f"Nay dòng {fault.here} ghi: {now}"] if now else []), ADVICE])


def _whole(verdict: Verdict) -> str:
    if not verdict.events:
        return "Nhật ký chưa có dòng nào."
    return f"Nhật ký nguyên vẹn: {count(verdict.events)} dòng, đến dòng {verdict.last}.\nDấu cuối: {verdict.digest}"
