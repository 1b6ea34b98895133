"""``caytre user``: an account for a colleague, a new password or no telephone for one, or a post."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from caytre.accounts.actions import passwords, second_step
from caytre.cli import posts
from caytre.core.models import User
from caytre.units.models import Role, Unit


class Command(BaseCommand):
    help = (
        "Tạo tài khoản; với --reset đặt lại mật khẩu, với --reset-second-step bỏ điện thoại đã mất. Mật khẩu được in "
        "ra một lần và phải đổi khi đăng nhập. Với --unit và --role thì giao chức vụ, thêm --end thì kết thúc chức vụ, "
        "cho cả tài khoản đã có."
    )
    requires_system_checks: list[str] = []  # these take longer than the work; the tests run them

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
        parser.add_argument("--unit", default="", metavar="ĐƠN_VỊ", help="đơn vị của chức vụ: tên hoặc mã")
        parser.add_argument("--role", choices=Role.values, help="chức vụ")
        parser.add_argument("--end", action="store_true", help="kết thúc chức vụ từ hôm nay")

    def handle(self, *args: Any, name: str, unit: str, role: str | None, end: bool, **options: Any) -> None:
        if bool(unit) != bool(role) or (end and not unit):
            raise CommandError("Chức vụ cần cả --unit và --role.", returncode=2)
        user = User.objects.filter(username=name).first()
        where = posts.unit_of(unit, at=timezone.now()) if unit else None
        if options["reset"] or options["reset_second_step"]:
            self._renew(_known(user, name), **options)
        elif where is None or (user is None and not end):
            self._open(name, **options)
        if where is not None:
            self._post(name, unit=where, role=Role(role), end=end)

    def _post(self, name: str, *, unit: Unit, role: Role, end: bool) -> None:
        user = _known(User.objects.filter(username=name).first(), name)
        change = posts.end if end else posts.give
        capacity = change(user, unit=unit, role=role, at=timezone.now())
        self.stdout.write(f"{'Đã kết thúc' if end else 'Đã giao'}: {capacity}")

    def _renew(self, user: User, *, reset: bool, reset_second_step: bool, **options: Any) -> None:
        if reset_second_step:
            second_step.take_away(user, by=None, at=timezone.now())
            self.stdout.write(
                f"Đã bỏ bước xác nhận thứ hai của {user.username}; các phiên đăng nhập đã kết thúc."
            )
        if reset:
            password = passwords.new_password()
            passwords.give_password(user, password=password, by=None, at=timezone.now())
            self._say(user.username, password)

    def _open(self, name: str, *, shown: str, admin: bool, **options: Any) -> None:
        password, now = passwords.new_password(), timezone.now()
        try:
            passwords.open_account(
                name, password=password, change_by=now, is_administrator=admin, by=None, at=now, shown=shown
            )
        except ValidationError as error:
            raise CommandError("; ".join(error.messages)) from None
        self._say(name, password)

    def _say(self, name: str, password: str) -> None:
        self.stdout.write(
            f"Tài khoản: {name}\nMật khẩu:  {password}\n"
            "Mật khẩu chỉ hiện một lần và chỉ để đăng nhập lần đầu: trang web sẽ yêu cầu đổi ngay."
        )


def _known(user: User | None, name: str) -> User:
    if user is None:
        raise CommandError(f"Không có tài khoản {name!r}.")
    return user
