"""Accounts, as the command line makes them."""

from __future__ import annotations

import secrets
from datetime import datetime

from django.contrib.auth.password_validation import validate_password

from caytre.core import history
from caytre.core.models import User

# Without letters and digits that look alike on paper.
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"


def new_password() -> str:
    """Sixteen random characters in groups of four: about 78 bits."""
    return "-".join("".join(secrets.choice(_LETTERS) for _ in range(4)) for _ in range(4))


def create(name: str, *, password: str, is_administrator: bool, at: datetime, shown: str = "") -> User:
    """A new account."""
    user = User(username=name, is_superuser=is_administrator, is_staff=is_administrator, date_joined=at)
    user.last_name, user.first_name = "", shown
    validate_password(password, user)
    user.set_password(password)
    user.full_clean()
    user.save()
    history.record("core.user.created", about=user.pk, by=None, at=at)
    return user
