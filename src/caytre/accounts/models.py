"""Who is in, and who may come in: sessions, guesses that failed, known addresses, codes for a day without telephone."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models

if TYPE_CHECKING:
    from django.contrib.sessions.backends.base import SessionBase

USER = settings.AUTH_USER_MODEL


class Session(AbstractBaseSession):
    """A session, with what its owner wants to know of it. ``address`` is the network address it was last seen at."""

    user = models.ForeignKey(USER, on_delete=models.CASCADE, null=True, related_name="sessions")
    began_at = models.DateTimeField(null=True)
    seen_at = models.DateTimeField(null=True)
    address = models.CharField(max_length=45, blank=True)
    browser = models.CharField(max_length=200, blank=True)

    @classmethod
    def get_session_store_class(cls) -> type[SessionBase]:
        found: type[SessionBase] = import_module(settings.SESSION_ENGINE).SessionStore
        return found


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
