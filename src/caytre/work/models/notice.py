"""What people are told of work, the mail that carries it, and what they asked not to be told."""

from __future__ import annotations

from uuid import UUID, uuid4

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q

from caytre.core.models import User
from caytre.units.models import Unit
from caytre.work.models.occurrence import Occurrence
from caytre.work.models.plan import Plan

USER = settings.AUTH_USER_MODEL


class Kind(models.TextChoices):
    """What a notice says: it is due soon, late, late at somebody whom one watches, time to write to the unit, time to
    inspect, without evidence; or it came back, was handed over, was objected to; or its document bears a stamp of
    secrecy, and all words of it were taken out; or whoever gave it withdrew it, or put another wording in its place."""

    COMING = "coming"
    OVERDUE = "overdue"
    WATCHED = "watched"
    URGE = "urge"
    INSPECT = "inspect"
    SILENT = "silent"
    RETURNED = "returned"
    HANDED = "handed"
    OBJECTED = "objected"
    WIPED = "wiped"
    WITHDRAWN = "withdrawn"
    REWORDED = "reworded"


AT_ONCE = (Kind.RETURNED, Kind.HANDED, Kind.OBJECTED, Kind.WIPED, Kind.WITHDRAWN, Kind.REWORDED)
"""Told the moment it happens, each in a mail of its own; nobody can turn it off."""


class Mail(models.Model):
    """One message to one person that goes out by SMTP: the outbox.

    ``slot`` names it among those to the person ("day 2031-03-01" the digest of a day, "notice 12" a single one).
    ``mark`` is in its Message-ID, the same at every try. It may be tried from ``due_at`` on: a try first moves that on,
    so nobody else takes the message while it goes out. Of one that is ``dropped`` nothing was left to say.
    """

    class State(models.TextChoices):
        WAITING = "waiting"
        SENT = "sent"
        DROPPED = "dropped"
        GIVEN_UP = "given-up"

    recipient = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    slot = models.CharField(max_length=40)
    mark = models.UUIDField(default=uuid4, unique=True)
    state = models.CharField(max_length=8, choices=State, default=State.WAITING)
    made_at = models.DateTimeField()
    due_at = models.DateTimeField()
    tries = models.PositiveSmallIntegerField(default=0)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["recipient", "slot"], name="one_mail")]
        indexes = [
            models.Index(fields=["due_at"], condition=Q(state="waiting"), name="mail_waiting"),
        ]


class NoticeQuerySet(models.QuerySet["Notice"]):
    def visible_to(self, user: User) -> NoticeQuerySet:
        """One's own, about work that one may see today."""
        if not user.is_active:
            return self.none()
        own = self.filter(recipient=user)
        if user.reach.units is None:
            return own
        # Of the few notices each is looked at; a list of all that the person sees would be long.
        seen = Occurrence.objects.visible_to(user).filter(pk=OuterRef("about_id"))
        return own.filter(Exists(seen))

    def unseen(self) -> NoticeQuerySet:
        return self.filter(seen_at=None)


class Notice(models.Model):
    """A person was told something about an occurrence: once in each ``slot``, whatever ran how often.

    ``slot`` is the last day and the rung of the ladder ("2031-03-31 -7"), or the entry that was told at once. ``on`` is
    the day for which it was told.
    """

    kind = models.CharField(max_length=10, choices=Kind)
    about = models.ForeignKey(Occurrence, on_delete=models.PROTECT, related_name="notices")
    recipient = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    slot = models.CharField(max_length=40)
    on = models.DateField()
    at = models.DateTimeField()
    seen_at = models.DateTimeField(null=True)
    mail = models.ForeignKey(Mail, on_delete=models.PROTECT, null=True, related_name="notices")

    objects = NoticeQuerySet.as_manager()

    class Meta:
        ordering = ["-on", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["about", "recipient", "kind", "slot"], name="one_notice"),
        ]
        indexes = [
            models.Index(fields=["recipient", "-on", "-id"], name="notice_newest"),
            models.Index(fields=["recipient"], condition=Q(seen_at=None), name="notice_unseen"),
            models.Index(fields=["on"], condition=Q(mail=None), name="notice_unmailed"),
        ]


class Muted(models.Model):
    """A person wants no digest, of one plan or (null) of any; what is told at once comes all the same."""

    user = models.ForeignKey(USER, on_delete=models.CASCADE, related_name="+")
    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "plan"], name="muted_once"),
            models.UniqueConstraint(fields=["user"], condition=Q(plan=None), name="muted_wholly_once"),
        ]


class Feed(models.Model):
    """A calendar of deadlines that a person's calendar program fetches with a token.

    Only a digest of the token is kept. ``ended_at``: it was revoked, or another took its place.
    """

    class What(models.TextChoices):
        MINE = "mine"
        UNIT = "unit"

    user = models.ForeignKey(USER, on_delete=models.CASCADE, related_name="+")
    what = models.CharField(max_length=4, choices=What)
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user", "what"], condition=Q(ended_at=None), name="one_open_feed"
            ),
        ]


class DraftQuerySet(models.QuerySet["LetterDraft"]):
    def visible_to(self, user: User) -> DraftQuerySet:
        """Drafted for units in reach."""
        if not user.is_active:
            return self.none()
        units: frozenset[UUID] | None = user.reach.units
        return self if units is None else self.filter(unit__in=units)


class LetterDraft(models.Model):
    """A letter of ``unit`` that urges the unit ``to`` on was drafted for somebody to sign; nothing is sent by it.

    ``id`` is the key of the form that asked for it, so that sending the form twice drafts once.
    """

    id = models.UUIDField(primary_key=True)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="drafts")
    to = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="drafts_to")
    on = models.DateField()
    at = models.DateTimeField()
    by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")

    objects = DraftQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "id"]


class LetterLine(models.Model):
    """One late occurrence as the letter says it: its last day then, and by how many days it was late."""

    draft = models.ForeignKey(LetterDraft, on_delete=models.CASCADE, related_name="lines")
    about = models.ForeignKey(Occurrence, on_delete=models.PROTECT, related_name="lines")
    due_on = models.DateField()
    days = models.PositiveIntegerField()

    class Meta:
        ordering = ["draft", "due_on", "id"]
        constraints = [models.UniqueConstraint(fields=["draft", "about"], name="once_in_a_letter")]
