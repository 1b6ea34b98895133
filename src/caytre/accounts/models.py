"""Who may come in: guesses that failed, addresses that are known, codes for a day without telephone."""

from __future__ import annotations

from django.conf import settings
from django.db import models

USER = settings.AUTH_USER_MODEL


class Guesses(models.Model):
    """How often a secret was guessed wrongly under one budget; ``key`` is its digest, the row is void at ``until``."""

    key = models.CharField(max_length=64, primary_key=True)
    count = models.PositiveIntegerField(default=0)
    until = models.DateTimeField(db_index=True)


class KnownAddress(models.Model):
    """A network address from which a person has signed in; ``at`` is about when they last did."""

    user = models.ForeignKey(USER, on_delete=models.CASCADE, related_name="known_addresses")
    address = models.CharField(max_length=45)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "address"], name="one_known_address")]


class RecoveryCode(models.Model):
    """One unused recovery code of a person: its first letter, which no other of theirs has, and its hash."""

    user = models.ForeignKey(USER, on_delete=models.CASCADE, related_name="recovery_codes")
    letter = models.CharField(max_length=1)
    hash = models.CharField(max_length=128)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "letter"], name="one_recovery_code")]
