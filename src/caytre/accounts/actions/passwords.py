"""Accounts are opened, and passwords given and changed."""

from __future__ import annotations

import secrets
from datetime import datetime

from django.contrib.auth.password_validation import validate_password
from django.db import transaction
from django.utils.crypto import salted_hmac

from caytre.accounts.actions.second_step import LETTERS
from caytre.accounts.actions.sessions import end_sessions
from caytre.core import history
from caytre.core.models import User
from caytre.core.refusals import Refused, gettext_noop


class LoginTaken(Refused):
    """Names that differ in capitals only would be mistaken for one another."""

    status = 409
    sentence = gettext_noop("Tên đăng nhập “%(login)s” đã có người dùng. Hãy chọn tên khác.")


def new_password() -> str:
    """Sixteen random characters in groups of four: about 78 bits."""
    return "-".join("".join(secrets.choice(LETTERS) for _ in range(4)) for _ in range(4))


def one_time_password(login: str, *, mark: str) -> str:
    """The password that the form with this mark gives to an account: whoever sends it twice is shown the same one.

    As hard to guess as :func:`new_password` for whoever has not the key of the installation.
    """
    number = int.from_bytes(salted_hmac(__name__, f"{mark} {login}", algorithm="sha256").digest())
    letters = []
    for _ in range(16):
        number, place = divmod(number, len(LETTERS))
        letters.append(LETTERS[place])
    return "-".join("".join(letters[at : at + 4]) for at in range(0, 16, 4))


def prepare_account(
    login: str, *, password: str, change_by: datetime, is_administrator: bool = False, shown: str = "", at: datetime
) -> User:  # fmt: skip
    """An account that is not there yet, with its password hashed: that is slow, so done before anything is locked.

    Its owner must change the password when they sign in after ``change_by``.
    """
    user = User(
        username=login, first_name=shown, is_superuser=is_administrator, is_staff=is_administrator,
        date_joined=at, change_password_by=change_by,
    )  # fmt: skip
    validate_password(password, user)
    user.set_password(password)
    return user


def enter_account(user: User, *, by: User | None, at: datetime) -> None:
    """A prepared account is there from now on. Raises :class:`LoginTaken`, or ValidationError."""
    with transaction.atomic():
        if User.objects.filter(username__iexact=user.username).exists():
            raise LoginTaken(login=user.username)
        user.made_by = by
        user.full_clean()
        user.save()
        history.record("core.user.created", about=user.pk, by=by, at=at)


def open_account(
    name: str,
    *,
    password: str,
    change_by: datetime,
    is_administrator: bool,
    by: User | None,
    at: datetime,
    shown: str = "",
) -> User:
    """A new account at once. Raises what :func:`enter_account` raises."""
    user = prepare_account(
        name, password=password, change_by=change_by, is_administrator=is_administrator, shown=shown, at=at
    )
    enter_account(user, by=by, at=at)
    return user


def give_password(user: User, *, password: str, by: User | None, at: datetime) -> None:
    """Somebody gives a person a password for one time; every session of the person is over."""
    user.set_password(password)  # hashed before anything is locked
    keep_given(user, by=by, at=at)


def keep_given(user: User, *, by: User | None, at: datetime) -> None:
    """The same with a password that is hashed already."""
    user.change_password_by = at
    with transaction.atomic():
        _keep(user)
        history.record("accounts.password.given", about=user.pk, by=by, at=at)


def change_password(user: User, *, password: str, at: datetime) -> None:
    """A person chooses another password; every session of theirs is over."""
    user.set_password(password)
    user.change_password_by = None
    with transaction.atomic():
        _keep(user)
        history.record("accounts.password.changed", about=user.pk, by=user, at=at)


def _keep(user: User) -> None:
    user.save(update_fields=["password", "change_password_by"])
    end_sessions(user)
