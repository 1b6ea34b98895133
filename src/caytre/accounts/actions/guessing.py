"""Guesses are counted, and forgotten."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F

from caytre.accounts.models import Guesses, KnownAddress
from caytre.accounts.rules.guessing import SPAN, Attempt, budgets_of, network
from caytre.core.models import User

KEPT = 5  # addresses of one person
A_DAY = timedelta(days=1)


def count(attempt: Attempt, *, at: datetime) -> None:
    """Take one wrong guess from every budget of an attempt, and forget the budgets that are over.

    Only a guess that was hashed is counted, so the rows of a quarter of an hour are bounded by what the machine can
    hash in it.
    """
    for key in sorted(budget.key for budget in budgets_of(attempt)):
        if not Guesses.objects.filter(key=key, until__gt=at).update(count=F("count") + 1):
            Guesses.objects.update_or_create(key=key, defaults={"count": 1, "until": at + SPAN})
    with transaction.atomic():
        over = Guesses.objects.filter(until__lte=at).order_by("key").select_for_update(skip_locked=True)
        Guesses.objects.filter(key__in=list(over.values_list("key", flat=True)[:1000])).delete()


def welcome(user: User, *, attempt: Attempt, at: datetime) -> None:
    """Somebody is in: their own wrong guesses are forgotten, those of strangers stay; their address is known."""
    if attempt.is_known:
        both = (replace(attempt, secret=secret) for secret in ("password", "code"))
        keys = [budget.key for one in both for budget in budgets_of(one)]
        Guesses.objects.filter(key__in=keys).delete()
    address = network(attempt.address)
    if KnownAddress.objects.filter(user=user, address=address, at__gt=at - A_DAY).exists():
        return
    KnownAddress.objects.update_or_create(user=user, address=address, defaults={"at": at})
    older = list(KnownAddress.objects.filter(user=user).order_by("-at").values_list("pk", flat=True)[KEPT:])
    if older:
        KnownAddress.objects.filter(pk__in=older).delete()
