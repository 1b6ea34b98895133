"""What a person is by their posts."""

from __future__ import annotations

from datetime import date

from allauth.mfa.models import Authenticator

from caytre.accounts.rules.second_step import needs_second_step
from caytre.core.models import User
from caytre.units.models import Post


def is_second_step_needed(user: User, *, on: date) -> bool:
    """Whether what a person may do today asks for a second step."""
    roles = Post.objects.filter(user=user).as_of(on).values_list("role", flat=True)
    return needs_second_step(() if user.is_superuser else list(roles), is_superuser=user.is_superuser)


def has_second_step(user: User) -> bool:
    """Whether a telephone is set up."""
    return bool(Authenticator.objects.filter(user_id=user.pk, type=Authenticator.Type.TOTP).exists())


def is_only_account(user: User) -> bool:
    """Whether nobody else can sign in to this installation."""
    return not User.objects.filter(is_active=True).exclude(pk=user.pk).exists()
