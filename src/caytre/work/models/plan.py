"""What is asked: plans, the tasks that the reader proposes, and those that people confirmed."""

from __future__ import annotations

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q, Subquery

from caytre.core.models import User
from caytre.documents.models import Document
from caytre.units.models import Unit
from caytre.work.models.among import FEW, Among, Found

USER = settings.AUTH_USER_MODEL


class Standing(models.TextChoices):
    """How far a plan or a task is: what is issued binds whoever it names."""

    DRAFT = "draft"
    ISSUED = "issued"
    WITHDRAWN = "withdrawn"
    SUPERSEDED = "superseded"


class PlanQuerySet(models.QuerySet["Plan"]):
    def visible_to(self, user: User) -> PlanQuerySet:
        """Plans of units in reach; issued ones also where one in reach takes part."""
        if not user.is_active:
            return self.none()
        units = user.reach.units
        if units is None:
            return self
        parts = Party.objects.filter(task__plan=OuterRef("pk"), uid__in=units)
        return self.filter(Q(unit__in=units) | (~Q(standing=Standing.DRAFT) & Exists(parts)))


class Plan(models.Model):
    """The work that one document gives, as the unit that follows it up has confirmed it.

    ``document`` is null where it was taken out since it bears a stamp of secrecy; then no word of it is left here.
    ``until`` is the last day for which the plan is made; null is not said. ``version`` grows with every change.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    document = models.ForeignKey(Document, on_delete=models.PROTECT, null=True, related_name="plans")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="plans")
    title = models.TextField()
    code = models.CharField(max_length=100, blank=True)
    on = models.DateField()
    until = models.DateField(null=True)
    standing = models.CharField(max_length=10, choices=Standing, default=Standing.DRAFT, db_index=True)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    issued_at = models.DateTimeField(null=True)
    issued_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")
    version = models.PositiveIntegerField(default=1)

    objects = PlanQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at", "id"]
        constraints = [models.UniqueConstraint(fields=["document", "unit"], name="one_plan_of_a_document")]


class Decision(models.TextChoices):
    """What became of a proposal. Of one that is gone a newer reading says nothing more, and nobody had decided."""

    NEW = "new"
    ACCEPTED = "accepted"
    EDITED = "edited"
    REFUSED = "refused"
    GONE = "gone"


class Proposal(models.Model):
    """A task as one reading proposes it: never edited, decided once (and that may be taken back while the plan is
    a draft).

    ``content`` is the task of the reading (``vanban.jsonform``) with the titles above it and the sentence of its time,
    ``mark`` a digest of what it says, so that a newer reading adds only what is new. ``quote`` are its words,
    ``text[start:end]`` of the ``reading`` of this number.
    """

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="proposals")
    place = models.PositiveIntegerField()
    mark = models.CharField(max_length=64)
    content = models.JSONField()
    quote = models.TextField()
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    reading = models.PositiveIntegerField()
    reader = models.CharField(max_length=40)
    decision = models.CharField(max_length=8, choices=Decision, default=Decision.NEW)
    why = models.CharField(max_length=500, blank=True)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["plan", "place", "id"]
        constraints = [models.UniqueConstraint(fields=["plan", "mark"], name="one_proposal_of_a_fact")]


class TaskQuerySet(models.QuerySet["Task"]):
    def visible_to(self, user: User) -> TaskQuerySet:
        """Tasks that units in reach give, and issued ones in which they take part, that were passed on to them, or in a
        part of which they take part."""
        if not user.is_active:
            return self.none()
        units = user.reach.units
        if units is None:
            return self
        is_looked_up = len(units) <= FEW
        parts = Party.objects.filter(Among("uid", units, is_looked_up=is_looked_up))
        below = parts.filter(task__parent__isnull=False).exclude(task__standing=Standing.DRAFT)
        passed = Task.occurrences.rel.related_model.objects.filter(
            Among("unit_id", units, is_looked_up=is_looked_up), after__isnull=False
        )
        each = ((parts, "task"), (below, "task__parent"), (passed, "task"))
        if is_looked_up:
            first, *others = (rows.order_by().values_list(name) for rows, name in each)
            takes_part = Q(Found("id", Subquery(first.union(*others))))
        else:
            first, *others = (Exists(rows.filter(**{name: OuterRef("pk")})) for rows, name in each)
            takes_part = first | others[0] | others[1]
        gives = Among("unit_id", units, is_looked_up=is_looked_up)
        return self.filter(Q(gives) | (~Q(standing=Standing.DRAFT) & takes_part))

    def in_force(self) -> TaskQuerySet:
        return self.filter(standing=Standing.ISSUED)


class Task(models.Model):
    """One piece of work that ``unit`` gives to others, or to itself.

    It comes from proposals, or from a person, then without words of a document; ``parent`` is the task of which this
    is a part that a unit hands down. ``section`` is the path of its heading ("II.1"), ``place`` its order in the plan.
    The six things that must be clear: the parties (người), ``text`` (việc), the time, ``answerable`` (trách nhiệm: the
    leader who answers for it), ``authority`` (thẩm quyền: who decides), ``product`` (sản phẩm); ``unclear`` says why it
    was issued though some of them are missing.

    ``kind``, ``raw``, ``starts``, ``due_on``, ``rule``, ``review_every`` and ``until`` are those of a
    ``vanban.schedule.Schedule``; ``due_on`` is the last day, included.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, null=True, related_name="tasks")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="given")
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="parts")
    proposals = models.ManyToManyField(Proposal, related_name="tasks")
    place = models.PositiveIntegerField(default=0)
    section = models.CharField(max_length=60, blank=True)
    heading = models.TextField(blank=True)
    text = models.TextField()
    product = models.TextField(blank=True)
    answerable = models.CharField(max_length=300, blank=True)
    authority = models.CharField(max_length=300, blank=True)
    unclear = models.CharField(max_length=500, blank=True)
    basis = models.CharField(max_length=500, blank=True)

    kind = models.CharField(max_length=12, default="unspecified")
    raw = models.TextField(blank=True)
    starts = models.DateField(null=True)
    due_on = models.DateField(null=True)
    rule = models.JSONField(null=True)
    review_every = models.CharField(max_length=8, blank=True)
    until = models.DateField(null=True)

    reading = models.PositiveIntegerField(null=True)
    quote = models.TextField(blank=True)
    start = models.PositiveIntegerField(null=True)
    end = models.PositiveIntegerField(null=True)
    time_quote = models.TextField(blank=True)

    standing = models.CharField(max_length=10, choices=Standing, default=Standing.DRAFT)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    issued_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    ended_why = models.CharField(max_length=500, blank=True)
    instead = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="took_place_of")
    version = models.PositiveIntegerField(default=1)

    objects = TaskQuerySet.as_manager()

    class Meta:
        ordering = ["plan", "place", "id"]
        indexes = [
            models.Index(fields=["standing", "due_on"], name="task_standing_due"),
            models.Index(fields=["unit", "standing"], name="task_unit_standing"),
            models.Index(fields=["kind"], name="task_kind"),
        ]


class Part(models.TextChoices):
    """What a unit is in a task. A ``member`` belongs to the set that leads and has to do its own copy."""

    LEAD = "lead"
    MEMBER = "member"
    COORDINATE = "coordinate"
    MONITOR = "monitor"
    THROUGH = "through"
    APPROVE = "approve"
    INFORM = "inform"


HELPING = (Part.COORDINATE, Part.MONITOR, Part.THROUGH, Part.APPROVE)
"""Who sees what every unit does of a task."""


class Party(models.Model):
    """A unit that takes part in a task, or the set that leads it.

    ``uid`` names the unit in the directory of units, where it may still be a usual agency without a row; null is a set
    or a name that nobody has resolved. ``written`` are the words of the document, always kept: of a set with the day
    ``on`` as of which its members were counted.
    """

    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="parties")
    part = models.CharField(max_length=10, choices=Part)
    uid = models.UUIDField(null=True, db_index=True)
    written = models.CharField(max_length=300, blank=True)
    on = models.DateField(null=True)
    place = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["task", "place", "id"]
        constraints = [
            models.UniqueConstraint(fields=["task"], condition=Q(part=Part.LEAD), name="one_lead"),
            models.UniqueConstraint(
                fields=["task", "part", "uid"], condition=Q(uid__isnull=False), name="once_in_each_part"
            ),
        ]
