"""``caytre user``: an account for a colleague, or a new password for one."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from caytre.cli import accounts
from caytre.core.models import User


class Command(BaseCommand):
    help = "Tạo tài khoản, hoặc với --reset đặt lại mật khẩu; mật khẩu mới được in ra một lần."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("name", metavar="TÊN", help="tên đăng nhập")
        parser.add_argument("--shown", default="", metavar="HỌ_TÊN", help="họ tên hiện trên trang")
        parser.add_argument("--admin", action="store_true", help="tài khoản quản trị")
        parser.add_argument("--reset", action="store_true", help="đặt lại mật khẩu của tài khoản đã có")

    def handle(self, *args: Any, name: str, shown: str, admin: bool, reset: bool, **options: Any) -> None:
        password = accounts.new_password()
        if reset:
            user = User.objects.filter(username=name).first()
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
