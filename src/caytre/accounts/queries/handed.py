"""Accounts whose first password is still to be handed over."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.contrib.auth.hashers import check_password
from django.db.models import F

from caytre.core.models import User

A_MOMENT = timedelta(minutes=10)


def just_made(login: str, *, password: str, by: User, at: datetime) -> User | None:
    """The account that somebody made a moment ago with this password, which nobody has used yet.

    There is one where a form was sent twice; then who sent it is shown the password, and not that the name is taken.
    """
    user = User.objects.filter(
        username=login, made_by=by, date_joined__gt=at - A_MOMENT, last_login=None, change_password_by=F("date_joined")
    ).first()  # fmt: skip
    return user if user and check_password(password, user.password) else None
