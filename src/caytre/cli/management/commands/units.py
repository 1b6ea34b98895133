"""``caytre units``: which unit a name means on a day, who took over from it, and the setting up of an office."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Iterable
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from caytre.cli import naming
from caytre.units.actions import setup
from caytre.units.queries.directory import directory
from vanban.units import resolve


class Command(BaseCommand):
    help = "Tra cứu đơn vị theo ngày, và lập cơ cấu của một cơ quan."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        commands = parser.add_subparsers(dest="deed", metavar="VIỆC", required=True)
        for deed, what, form in (
            ("show", "đơn vị này là gì vào ngày đó, hiện nay ra sao", "text"),
            ("resolve", "tên trong văn bản chỉ đơn vị nào", "json"),
        ):
            one = commands.add_parser(deed, help=what)
            one.add_argument(
                "names", nargs="+", metavar="TÊN", help="tên đơn vị; - là đọc từng dòng từ đầu vào"
            )
            one.add_argument("--on", type=_day, metavar="NGÀY", help="ngày của văn bản (mặc định: hôm nay)")
            one.add_argument(
                "--today", type=_day, metavar="NGÀY", help="ngày coi là hôm nay, để tìm nơi tiếp nhận"
            )
            one.add_argument("--within", metavar="ĐƠN_VỊ", help="đơn vị ra văn bản: mã (uid) hoặc tên")
            one.add_argument("--format", choices=("text", "json"), default=form, help="cách in kết quả")
        office = commands.add_parser("set-up", help="lập các cơ quan thường có của một đơn vị hành chính")
        office.add_argument("name", metavar="TÊN", help="ví dụ: xã Suối Trúc, tỉnh Bến Mây")

    def handle(self, *args: Any, deed: str, **options: Any) -> None:
        if deed == "set-up":
            self._set_up(options["name"])
        else:
            self._answer(**options)

    def _answer(
        self, *, names: list[str], on: date | None, today: date | None, within: str | None, format: str,
        **options: Any,
    ) -> None:  # fmt: skip
        among, now = directory(), today or timezone.localdate()
        day = on or now
        seen_from = self._within(within, among, day) if within else None
        for name in _listed(names):
            found = resolve(name, among=among, on=day, within=seen_from, today=now)
            if format == "json":
                self.stdout.write(json.dumps(naming.as_json(found), ensure_ascii=False))
            else:
                self.stdout.write(naming.in_words(found, among=among, on=day, today=now))

    def _within(self, text: str, among: Any, on: date) -> str:
        try:
            return naming.within(text, among=among, on=on)
        except naming.Unknown as unknown:
            raise CommandError(str(unknown), returncode=2) from None

    def _set_up(self, name: str) -> None:
        now = timezone.now()
        on = timezone.localdate(now)
        uid = self._within(name, directory(), on)
        place = setup.ensure(uid, by=None, at=now)
        made = setup.set_up(place, on=on, by=None, at=now)
        self.stdout.write(f"Đã lập {len(made)} cơ quan." if made else "Các cơ quan này đã có đủ.")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError(f"{text!r} không phải là ngày; hãy ghi như 2025-06-30") from None


def _listed(given: list[str]) -> Iterable[str]:
    for name in given:
        if name == "-":
            yield from (line for line in (row.strip() for row in sys.stdin) if line)
        else:
            yield name
