"""What units do: each occurrence of a task, step by step, with what shows it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID, uuid4

from django.conf import settings
from django.db import models
from django.db.models import Case, Exists, OuterRef, Q, Subquery, Value, When

from caytre.core.models import User
from caytre.units.models import Unit
from caytre.work.models.among import FEW, Among, Found
from caytre.work.models.plan import HELPING, Party, Task

USER = settings.AUTH_USER_MODEL


class State(models.TextChoices):
    """What has been done of an occurrence, by steps that people take; how it stands in time is computed."""

    OPEN = "open"
    OBJECTED = "objected"
    DOING = "doing"
    CLAIMED = "claimed"
    RETURNED = "returned"
    VERIFIED = "verified"
    WITHDRAWN = "withdrawn"
    SUPERSEDED = "superseded"


UNDONE = (State.OPEN, State.OBJECTED, State.DOING, State.RETURNED)
"""Where the unit still has something to do."""
ENDED = (State.VERIFIED, State.WITHDRAWN, State.SUPERSEDED)


def seen_by(units: frozenset[UUID] | str, *, is_looked_up: bool) -> Q:
    """The condition that people of these units (as keys, or packed) see an occurrence, written so that the databases
    find the rows by it (``is_looked_up``), or so that they test it on rows that they read in order."""
    does, gives = (Among(name, units, is_looked_up=is_looked_up) for name in ("unit_id", "giver_id"))
    helping = Party.objects.filter(Among("uid", units), part__in=HELPING)
    if is_looked_up:
        return Q(does) | Q(gives) | Q(Found("task_id", Subquery(helping.order_by().values("task_id"))))
    return Q(does) | Q(gives) | Exists(helping.filter(task=OuterRef("task_id")))


class OccurrenceQuerySet(models.QuerySet["Occurrence"]):
    def visible_to(self, user: User) -> OccurrenceQuerySet:
        """What units in reach do, and what is done of tasks that they give or help with; not what a sister unit does of
        the same task."""
        if not user.is_active:
            return self.none()
        units = user.reach.units
        if units is None:
            return self
        return self.filter(seen_by(units, is_looked_up=len(units) <= FEW))

    def undone(self) -> OccurrenceQuerySet:
        return self.filter(state__in=UNDONE)

    def overdue(self, on: date) -> OccurrenceQuerySet:
        """Not claimed by the last day; what has no day is never late."""
        return self.undone().filter(due_on__lt=on)

    def silent(self, on: date) -> OccurrenceQuerySet:
        """Review slots of continuous work that are over without evidence."""
        return self.undone().filter(due_on=None, ends__lt=on, shown_at=None)

    def of(self, unit: UUID) -> OccurrenceQuerySet:
        return self.filter(unit=unit)


class Occurrence(models.Model):
    """What one unit must do once: a task, a unit, a period.

    ``key`` names the period ("once", "2026-Q3", "event:…"), from ``starts`` to ``ends``; ``due_on`` is the last day,
    null where the work goes on all the time: then evidence is asked for each period. ``live`` is 1 until it has ended.
    ``holder`` is the person to whom the unit handed it, ``shown_at`` when evidence last came in, ``percent`` what the
    unit last said. ``giver`` is the unit that gives the task, ``after`` the occurrence of a unit that ended and in
    whose place this is. What some queries add: whether more time was asked for and nobody has decided (``asks``),
    whether parts were handed down, whether other work followed in its place.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    task = models.ForeignKey(Task, on_delete=models.PROTECT, related_name="occurrences")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="occurrences", db_index=False)
    giver = models.ForeignKey(
        Unit, on_delete=models.PROTECT, related_name="occurrences_given", db_index=False
    )
    key = models.CharField(max_length=40)
    starts = models.DateField(null=True)
    ends = models.DateField(null=True)
    due_on = models.DateField(null=True)
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)
    holder = models.ForeignKey(
        USER, on_delete=models.PROTECT, null=True, related_name="occurrences", db_index=False
    )
    percent = models.PositiveSmallIntegerField(default=0)
    shown_at = models.DateTimeField(null=True)
    received_at = models.DateTimeField(null=True)
    claimed_at = models.DateTimeField(null=True)
    claimed_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")
    verified_at = models.DateTimeField(null=True)
    after = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="before")
    made_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)
    live = models.GeneratedField(
        expression=Case(When(state__in=ENDED, then=Value(0)), default=Value(1)),
        output_field=models.SmallIntegerField(),
        db_persist=True,
    )

    asks: bool
    has_parts: bool
    has_followed: bool
    objects = OccurrenceQuerySet.as_manager()

    class Meta:
        ordering = ["due_on", "id"]
        constraints = [models.UniqueConstraint(fields=["task", "unit", "key"], name="one_occurrence")]
        # What begins with the unit, or with "live", holds all that is counted: no row is read to count it.
        indexes = [
            models.Index(
                fields=["unit", "live", "due_on", "state", "ends", "shown_at"], name="occurrence_unit"
            ),
            models.Index(fields=["giver", "live", "due_on", "state"], name="occurrence_giver"),
            models.Index(fields=["holder", "live", "due_on"], name="occurrence_holder"),
            models.Index(fields=["due_on", "id", "state"], name="occurrence_due"),
            models.Index(fields=["state", "due_on", "id"], name="occurrence_state"),
            models.Index(
                fields=["live", "due_on", "id", "state", "ends", "shown_at"], name="occurrence_live_due"
            ),
            models.Index(fields=["live", "shown_at", "id", "due_on", "state"], name="occurrence_live_shown"),
            models.Index(fields=["live", "made_at", "id"], name="occurrence_live_made"),
        ]


class Step(models.TextChoices):
    """What somebody did about an occurrence."""

    RECEIVED = "received"
    OBJECTED = "objected"
    UPHELD = "upheld"
    HANDED = "handed"
    PROGRESS = "progress"
    CLAIMED = "claimed"
    RETURNED = "returned"
    VERIFIED = "verified"
    ASKED = "asked"
    GRANTED = "granted"
    DENIED = "denied"
    WITHDRAWN = "withdrawn"
    PASSED_ON = "passed-on"
    REWORDED = "reworded"


class Entry(models.Model):
    """One step in the life of an occurrence, as everybody who sees it may read it: append-only.

    ``figures`` are numbers by name ("số lượt": 12); ``capacity`` the post in which ``by`` acted; ``whom`` to whom it
    was handed, ``unit`` which other unit should do it, as somebody proposes, or does it from now on. ``shown``: what
    shows it, where a page has asked for it.
    """

    occurrence = models.ForeignKey(Occurrence, on_delete=models.PROTECT, related_name="entries")
    step = models.CharField(max_length=10, choices=Step)
    at = models.DateTimeField()
    by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")
    capacity = models.CharField(max_length=200, blank=True)
    percent = models.PositiveSmallIntegerField(null=True)
    text = models.TextField(blank=True)
    figures = models.JSONField(default=dict)
    whom = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+")
    shown: Sequence[Evidence] = ()

    class Meta:
        ordering = ["occurrence", "id"]


def evidence_name(evidence: Evidence, name: str) -> str:
    """A name that says nothing: the key of the evidence, in a folder of its first two letters."""
    return f"evidence/{evidence.pk.hex[:2]}/{evidence.pk.hex}"


class Evidence(models.Model):
    """What shows that work was done: a file, or the address where it was published.

    ``closed_at``: shown to nobody from then on, since the document of the work bears a stamp of secrecy.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="evidence")
    link = models.URLField(max_length=1000, blank=True)
    file = models.FileField(upload_to=evidence_name, max_length=100, blank=True)
    name = models.CharField(max_length=255, blank=True)
    kind = models.CharField(max_length=16, blank=True)
    size = models.PositiveBigIntegerField(default=0)
    sha256 = models.CharField(max_length=64, blank=True)
    closed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["entry", "name"]
        constraints = [
            models.CheckConstraint(condition=~Q(link="", file=""), name="evidence_is_a_file_or_a_link"),
        ]


class Extension(models.Model):
    """More time that a unit asks for, and what was decided; ``granted`` null is not yet decided."""

    occurrence = models.ForeignKey(Occurrence, on_delete=models.PROTECT, related_name="extensions")
    was_due_on = models.DateField()
    asked_for = models.DateField()
    why = models.CharField(max_length=500)
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    granted = models.BooleanField(null=True)
    due_on = models.DateField(null=True)
    answer = models.CharField(max_length=500, blank=True)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["occurrence", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["occurrence"], condition=Q(granted=None), name="one_open_extension"
            ),
        ]
