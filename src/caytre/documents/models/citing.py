"""What documents cite, what is known of acts, and what a citation may mean."""

from __future__ import annotations

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q

from caytre.core.models import User
from caytre.core.validity import Dated, DatedQuerySet
from caytre.documents.models.papers import Document
from caytre.units.models import Unit

USER = settings.AUTH_USER_MODEL


class Status(models.TextChoices):
    """Whether an act binds."""

    IN_FORCE = "in_force"
    ENDED = "ended"
    UNKNOWN = "unknown"


class ActQuerySet(DatedQuerySet["Act"]):
    def visible_to(self, user: User) -> ActQuerySet:
        """What holds for everybody, and what units in reach wrote down."""
        if not user.is_active:
            return self.none()
        if user.reach.units is None:
            return self
        return self.filter(Q(unit=None) | Q(unit__in=user.reach.units))


class Act(Dated):
    """What was known of an act from one day until another. A row is never changed: another of the same ``entry``
    follows it, on the same day too.

    ``unit`` wrote it down; null holds for everybody. ``is_shipped`` came with the system. ``ended`` is the first day on
    which the act is no longer in force, ``replaced_by`` are the numbers of its successors, ``source`` is where that was
    seen. ``number_key`` is the number as numbers are compared.
    """

    entry = models.UUIDField(default=uuid4, editable=False, db_index=True)
    number = models.CharField(max_length=100)
    number_key = models.CharField(max_length=100, db_index=True)
    issued = models.DateField(null=True)
    issuer = models.CharField(max_length=300, blank=True)
    type = models.CharField(max_length=100, blank=True)
    title = models.TextField(blank=True)
    status = models.CharField(max_length=8, choices=Status, default=Status.UNKNOWN, db_index=True)
    ended = models.DateField(null=True)
    replaced_by = models.JSONField(default=list)
    source = models.TextField()
    verified = models.BooleanField(default=False)
    is_shipped = models.BooleanField(default=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="acts")
    by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    objects = ActQuerySet.as_manager()

    class Meta:
        ordering = ["number_key", "issued", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["entry"], condition=Q(valid_to=None), name="one_open_row_of_an_act"
            ),
            models.CheckConstraint(
                condition=Q(valid_to=None) | Q(valid_from__lte=models.F("valid_to")), name="act_in_order"
            ),
        ]


class Citation(models.Model):
    """One act that a document cites, as its facts say now: made anew with every reading and every correction.

    ``place`` is where it stands among the citations of the facts; ``dated`` is an ISO date or blank.
    ``is_open``: of all that it may mean, it is not clear what it does.
    """

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="citations")
    place = models.PositiveIntegerField()
    role = models.CharField(max_length=8)
    type = models.CharField(max_length=100, blank=True)
    number = models.CharField(max_length=100, blank=True)
    number_key = models.CharField(max_length=100, blank=True, db_index=True)
    dated = models.CharField(max_length=10, blank=True)
    issuer = models.CharField(max_length=300, blank=True)
    is_open = models.BooleanField(default=False, db_index=True)

    class Meta:
        ordering = ["document", "place"]
        constraints = [models.UniqueConstraint(fields=["document", "place"], name="one_citation_at_a_place")]


class Link(models.Model):
    """Something that a citation may mean: a document of a register, or the ``entry`` of an act.

    Links with the same ``sense`` mean one act, which several registers may hold. ``doubt`` is what speaks against it
    ("date", "issuer"), blank where nothing does.
    """

    citation = models.ForeignKey(Citation, on_delete=models.CASCADE, related_name="links")
    document = models.ForeignKey(Document, on_delete=models.CASCADE, null=True, related_name="cited")
    entry = models.UUIDField(null=True, db_index=True)
    sense = models.PositiveSmallIntegerField()
    doubt = models.CharField(max_length=8, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["citation", "document"], name="one_link_to_a_document"),
            models.UniqueConstraint(fields=["citation", "entry"], name="one_link_to_an_act"),
            models.CheckConstraint(
                condition=Q(document=None, entry__isnull=False) | Q(document__isnull=False, entry=None),
                name="links_to_one_thing",
            ),
        ]


class Choice(models.Model):
    """What a person said that a citation means; append-only, the last one holds.

    The citation is known by its number and date, so that a later reading meets it again; the act by its own date and
    issuer. ``is_none``: it means none of those that it might.
    """

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="choices")
    number_key = models.CharField(max_length=100)
    dated = models.CharField(max_length=10, blank=True)
    issued = models.CharField(max_length=10, blank=True)
    issuer = models.CharField(max_length=300, blank=True)
    is_none = models.BooleanField(default=False)
    by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
