"""``caytre user``: an account for a colleague, a new password or no telephone for one."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from caytre.accounts.actions import passwords, second_step
from caytre.core.models import User


class Command(BaseCommand):
    help = (
        "Tạo tài khoản; với --reset đặt lại mật khẩu, với --reset-second-step bỏ điện thoại đã mất. Mật khẩu được in "
        "ra một lần và phải đổi khi đăng nhập."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("name", metavar="TÊN", help="tên đăng nhập")
        parser.add_argument("--shown", default="", metavar="HỌ_TÊN", help="họ tên hiện trên trang")
        parser.add_argument("--admin", action="store_true", help="tài khoản quản trị")
        parser.add_argument("--reset", action="store_true", help="đặt lại mật khẩu của tài khoản đã có")
        parser.add_argument(
            "--reset-second-step",
            action="store_true",
            help="bỏ bước xác nhận thứ hai của người mất điện thoại",
        )

    def handle(self, *args: Any, name: str, **options: Any) -> None:
        if options["reset"] or options["reset_second_step"]:
            user = User.objects.filter(username=name).first()
            if user is None:
                raise CommandError(f"Không có tài khoản {name!r}.")
            if options["reset_second_step"]:
                second_step.take_away(user, by=None, at=timezone.now())
                self.stdout.write(f"Đã bỏ bước xác nhận thứ hai của {name}; các phiên đăng nhập đã kết thúc.")
            if not options["reset"]:
                return
        password, now = passwords.new_password(), timezone.now()
        if options["reset"]:
            passwords.give_password(user, password=password, by=None, at=now)
        else:
            self._open(name, password, options)
        self.stdout.write(
            f"Tài khoản: {name}\nMật khẩu:  {password}\n"
            "Mật khẩu chỉ hiện một lần và chỉ để đăng nhập lần đầu: trang web sẽ yêu cầu đổi ngay."
        )

    def _open(self, name: str, password: str, options: dict[str, Any]) -> None:
        now = timezone.now()
        try:
            passwords.open_account(
                name, password=password, change_by=now, is_administrator=options["admin"], by=None, at=now,
                shown=options["shown"],
            )  # fmt: skip
        except ValidationError as error:
            raise CommandError("; ".join(error.messages)) from None
