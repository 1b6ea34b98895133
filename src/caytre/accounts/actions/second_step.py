"""The second step: a telephone that makes codes, and codes on paper for the day it is lost."""

from __future__ import annotations

import secrets
from datetime import datetime

from allauth.mfa.models import Authenticator
from allauth.mfa.utils import decrypt, encrypt
from django.contrib.auth.hashers import check_password, make_password
from django.db import transaction

from caytre.accounts.actions.sessions import end_sessions
from caytre.accounts.models import RecoveryCode
from caytre.accounts.rules.codes import step_of, typed
from caytre.core import history
from caytre.core.models import User

# Without letters and digits that look alike on paper.
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
CODES, LENGTH = 10, 12


def set_up(user: User, *, secret: str, code: str, at: datetime) -> list[str] | None:
    """The telephone that made ``code`` from ``secret`` is from now on the second step; another one's is replaced.

    Returns the new recovery codes, or None where the code is wrong. Every session of the person is over.
    """
    step = step_of(code, secret=secret, at=at.timestamp(), after=0)
    if step is None:
        return None
    codes = _new_codes()
    with transaction.atomic():
        Authenticator.objects.update_or_create(
            user=user,
            type=Authenticator.Type.TOTP,
            defaults={
                "data": {"secret": encrypt(secret), "used": step},
                "created_at": at,
                "last_used_at": at,
            },
        )
        _keep(user, codes)
        end_sessions(user)
        history.record("accounts.second_step.set_up", about=user.pk, by=user, at=at)
    return list(codes)


def renew_codes(user: User, *, at: datetime) -> list[str]:
    """New recovery codes; the old ones are good for nothing any more."""
    codes = _new_codes()
    with transaction.atomic():
        _keep(user, codes)
        history.record("accounts.second_step.codes_renewed", about=user.pk, by=user, at=at)
    return list(codes)


def take_away(user: User, *, by: User | None, at: datetime) -> None:
    """No second step any more; every session of the person is over."""
    with transaction.atomic():
        Authenticator.objects.filter(user=user).delete()
        RecoveryCode.objects.filter(user=user).delete()
        end_sessions(user)
        history.record("accounts.second_step.taken_away", about=user.pk, by=by, at=at)


def use(user: User, *, code: str, at: datetime) -> bool:
    """Whether this is a code of the person's telephone or paper; each code opens once."""
    return _use_telephone(user, code, at) or _use_paper(user, typed(code), at)


@transaction.atomic
def _use_telephone(user: User, code: str, at: datetime) -> bool:
    telephone = (
        Authenticator.objects.select_for_update().filter(user=user, type=Authenticator.Type.TOTP).first()
    )
    if telephone is None:
        return False
    secret = decrypt(telephone.data["secret"])
    step = step_of(code, secret=secret, at=at.timestamp(), after=telephone.data["used"]) if secret else None
    if step is None:
        return False
    telephone.data["used"] = step
    telephone.last_used_at = at
    telephone.save(update_fields=["data", "last_used_at"])
    return True


def _use_paper(user: User, code: str, at: datetime) -> bool:
    """It is looked at before anything is locked: to hash is slow."""
    if len(code) != LENGTH:
        return False
    kept = RecoveryCode.objects.filter(user=user, letter=code[0]).first()
    if kept is None or not check_password(code, kept.hash):
        return False
    with transaction.atomic():
        taken, _ = RecoveryCode.objects.filter(pk=kept.pk).delete()  # of two who come at once, one takes it
        if taken:
            history.record("accounts.second_step.code_used", about=user.pk, by=user, at=at)
    return bool(taken)


def _new_codes() -> dict[str, str]:
    """Ten codes of twelve characters as a person reads them, and their hashes."""
    codes = {}
    for first in secrets.SystemRandom().sample(LETTERS, CODES):
        code = first + "".join(secrets.choice(LETTERS) for _ in range(LENGTH - 1))
        codes["-".join(code[at : at + 4] for at in range(0, LENGTH, 4))] = make_password(code)
    return codes


def _keep(user: User, codes: dict[str, str]) -> None:
    RecoveryCode.objects.filter(user=user).delete()
    RecoveryCode.objects.bulk_create(
        RecoveryCode(user=user, letter=code[0], hash=made) for code, made in codes.items()
    )
