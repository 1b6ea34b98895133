"""Accounts are closed, and opened again. None is deleted: the history says what its owner did."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from caytre.accounts.actions.sessions import end_sessions
from caytre.core import history
from caytre.core.models import User


def close(user: User, *, by: User, at: datetime) -> None:
    """Nobody comes in with this account any more, and whoever is in is out. Its posts stay as they are."""
    with transaction.atomic():
        User.objects.filter(pk=user.pk).update(is_active=False)
        end_sessions(user)
        history.record("accounts.account.closed", about=user.pk, by=by, at=at)


def reopen(user: User, *, by: User, at: datetime) -> None:
    """The account is as it was."""
    with transaction.atomic():
        User.objects.filter(pk=user.pk).update(is_active=True)
        history.record("accounts.account.reopened", about=user.pk, by=by, at=at)
