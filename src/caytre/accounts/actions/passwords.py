"""Accounts are opened, and passwords given and changed."""

from __future__ import annotations

import secrets
from datetime import datetime

from django.contrib.auth.password_validation import validate_password
from django.db import transaction

from caytre.accounts.actions.second_step import LETTERS
from caytre.core import history
from caytre.core.models import User
from caytre.core.sessions import end_sessions


def new_password() -> str:
    """Sixteen random characters in groups of four: about 78 bits."""
    return "-".join("".join(secrets.choice(LETTERS) for _ in range(4)) for _ in range(4))


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
    """A new account, whose owner must change the password when they sign in after ``change_by``."""
    user = User(
        username=name, first_name=shown, is_superuser=is_administrator, is_staff=is_administrator,
        date_joined=at, change_password_by=change_by,
    )  # fmt: skip
    validate_password(password, user)
    user.set_password(password)
    user.full_clean()
    with transaction.atomic():
        user.save()
        history.record("core.user.created", about=user.pk, by=by, at=at)
    return user


def give_password(user: User, *, password: str, by: User | None, at: datetime) -> None:
    """Somebody gives a person a password for one time; every session of the person is over."""
    user.set_password(password)  # hashed before anything is locked
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
