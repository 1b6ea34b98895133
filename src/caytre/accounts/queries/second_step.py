"""Who has a second step, and who could do with one."""

from __future__ import annotations

from allauth.mfa.models import Authenticator

from caytre.core.models import User


def has_second_step(user: User) -> bool:
    """Whether a telephone is set up."""
    return bool(Authenticator.objects.filter(user_id=user.pk, type=Authenticator.Type.TOTP).exists())


def is_only_account(user: User) -> bool:
    """Whether nobody else can sign in to this installation."""
    return not User.objects.filter(is_active=True).exclude(pk=user.pk).exists()
