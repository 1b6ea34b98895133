"""Who uses the system, what happened in it, and what can be found in it."""

from __future__ import annotations

from typing import Any, Protocol
from uuid import UUID

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.crypto import salted_hmac

from caytre.core.words import folded, name_key


class Reach(Protocol):
    """Which units somebody sees, and which they administer; None is all, and what belongs to none."""

    @property
    def units(self) -> frozenset[UUID] | None: ...
    @property
    def administered(self) -> frozenset[UUID] | None: ...
    def administers(self, unit: UUID) -> bool: ...


class User(AbstractUser):
    """A person who can sign in. ``is_superuser`` marks the administrator of the whole system.

    A door knows who asks and what day it is, and loads the rest: ``reach``, without which nothing may be fetched for
    them; ``held``, their posts of today, the one in which they act first; ``capacity``, that one in words ("Văn thư,
    UBND xã Suối Trúc"), which each event keeps.

    Sessions that began under another ``session_epoch`` are over. From ``change_password_by`` on, the password, which
    somebody else has given, opens nothing but the page that changes it.

    ``made_by`` opened the account, null where the command line did. ``findable`` and ``name_key`` are made of the name:
    the one has its words without marks, each after a blank, by the other people are sorted.
    """

    session_epoch = models.PositiveIntegerField(default=0, editable=False)
    change_password_by = models.DateTimeField(null=True, blank=True, editable=False)
    made_by = models.ForeignKey("self", on_delete=models.PROTECT, null=True, editable=False, related_name="+")
    findable = models.CharField(max_length=460, default="", editable=False)
    name_key = models.CharField(max_length=300, default="", editable=False, db_index=True)
    reach: Reach
    held: tuple[Any, ...] = ()
    capacity: str = ""

    @property
    def shown(self) -> str:
        """The name as colleagues read it: family name first, as Vietnamese names are written."""
        return f"{self.last_name} {self.first_name}".strip() or self.username

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.findable = folded(f" {self.shown} {self.username}")[:460]
        self.name_key = name_key(self.shown)[:300]
        super().save(*args, **kwargs)

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        """What a session keeps of the password and the epoch: where either changes, the session is over."""
        kept = f"{self.session_epoch} {self.password}"
        return salted_hmac("caytre.core.models.User", kept, secret=secret, algorithm="sha256").hexdigest()


class Event(models.Model):
    """One thing that happened; for display only, nothing is decided from it.

    ``name`` is dotted ("documents.document.received"), ``about`` the key of the object, ``capacity`` the post in
    which ``by`` acted. ``details`` never holds words of a document. ``id`` counts from 1 without a gap; ``digest``
    is over all other columns, ``previous`` is the digest of the event before. The database refuses UPDATE and DELETE.
    """

    name = models.CharField(max_length=80)
    about = models.CharField(max_length=64)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    capacity = models.CharField(max_length=200, blank=True)
    details = models.JSONField(default=dict)
    previous = models.CharField(max_length=64)
    digest = models.CharField(max_length=64)

    class Meta:
        ordering = ["at", "id"]
        indexes = [models.Index(fields=["about", "at"])]
        # No two events follow the same one, whatever the writers do.
        constraints = [models.UniqueConstraint(fields=["previous"], name="one_event_after_another")]


class SearchEntry(models.Model):
    """One object that can be found; its words lie in the search index under the same id."""

    kind = models.CharField(max_length=40)
    key = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "key"], name="one_search_entry")]
