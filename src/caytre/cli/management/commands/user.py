"""``caytre user``: an account for a colleague, a new password for one, or a post."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from caytre.cli import accounts, posts
from caytre.core.models import User
from caytre.units.models import Role, Unit


class Command(BaseCommand):
    help = (
        "Tạo tài khoản, hoặc với --reset đặt lại mật khẩu; mật khẩu mới được in ra một lần. "
        "Với --unit và --role thì giao chức vụ, thêm --end thì kết thúc chức vụ, cho cả tài khoản đã có."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("name", metavar="TÊN", help="tên đăng nhập")
        parser.add_argument("--shown", default="", metavar="HỌ_TÊN", help="họ tên hiện trên trang")
        parser.add_argument("--admin", action="store_true", help="tài khoản quản trị")
        parser.add_argument("--reset", action="store_true", help="đặt lại mật khẩu của tài khoản đã có")
        parser.add_argument("--unit", default="", metavar="ĐƠN_VỊ", help="đơn vị của chức vụ: tên hoặc mã")
        parser.add_argument("--role", choices=Role.values, help="chức vụ")
        parser.add_argument("--end", action="store_true", help="kết thúc chức vụ từ hôm nay")

    def handle(self, *args: Any, name: str, unit: str, role: str | None, end: bool, **options: Any) -> None:
        if bool(unit) != bool(role) or (end and not unit):
            raise CommandError("Chức vụ cần cả --unit và --role.", returncode=2)
        user = User.objects.filter(username=name).first()
        where = posts.unit_of(unit, at=timezone.now()) if unit else None
        if where is None or options["reset"] or (user is None and not end):
            self._account(name, user, **options)
        if where is not None:
            self._post(name, unit=where, role=Role(role), end=end)

    def _post(self, name: str, *, unit: Unit, role: Role, end: bool) -> None:
        user = User.objects.filter(username=name).first()
        if user is None:
            raise CommandError(f"Không có tài khoản {name!r}.")
        change = posts.end if end else posts.give
        capacity = change(user, unit=unit, role=role, at=timezone.now())
        self.stdout.write(f"{'Đã kết thúc' if end else 'Đã giao'}: {capacity}")

    def _account(
        self, name: str, user: User | None, *, shown: str, admin: bool, reset: bool, **options: Any
    ) -> None:
        password = accounts.new_password()
        if reset:
            if user is None:
                raise CommandError(f"Không có tài khoản {name!r}.")
            user.set_password(password)
            user.save(update_fields=["password"])
        else:
            try:
                accounts.create(
                    name, password=password, is_administrator=admin, shown=shown, at=timezone.now()
                )
            except ValidationError as error:
                raise CommandError("; ".join(error.messages)) from None
        self.stdout.write(f"Tài khoản: {name}\nMật khẩu:  {password}\nMật khẩu chỉ hiện một lần.")
