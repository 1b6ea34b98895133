"""What documents ask, and which of it is asked twice."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from caytre.core.models import User
from caytre.documents.models.papers import Document

USER = settings.AUTH_USER_MODEL


class Duty(models.Model):
    """A task or a report that a document asks, as its facts say now: made anew with every reading and every
    correction.

    ``place`` is where it stands in its ``part`` of the facts ("tasks", "reports"); ``whom`` are the names of who has to
    do it, as the document writes them, ``to`` of whom a report goes to; ``time`` is when, in its words; ``mark`` tells
    texts apart.
    """

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="duties")
    part = models.CharField(max_length=8)
    place = models.PositiveIntegerField()
    text = models.TextField()
    whom = models.JSONField(default=list)
    to = models.JSONField(default=list)
    time = models.TextField(blank=True)
    mark = models.CharField(max_length=32)

    class Meta:
        ordering = ["document", "part", "place"]
        constraints = [
            models.UniqueConstraint(fields=["document", "part", "place"], name="one_duty_at_a_place")
        ]


class Sketch(models.Model):
    """One number of the sketch of a duty: duties that are alike share one."""

    duty = models.ForeignKey(Duty, on_delete=models.CASCADE, related_name="sketches")
    number = models.BigIntegerField(db_index=True)


class TwinQuerySet(models.QuerySet["Twin"]):
    def visible_to(self, user: User) -> TwinQuerySet:
        """Pairs of which somebody sees both documents."""
        seen = Document.objects.visible_to(user).values("pk")
        return self.filter(first__document__in=seen, second__document__in=seen)


class Twin(models.Model):
    """Two duties of two documents in the register of one unit that are worded alike; ``likeness`` is 0 to 100."""

    first = models.ForeignKey(Duty, on_delete=models.CASCADE, related_name="+")
    second = models.ForeignKey(Duty, on_delete=models.CASCADE, related_name="+")
    likeness = models.PositiveSmallIntegerField()

    objects = TwinQuerySet.as_manager()

    class Meta:
        ordering = ["-likeness", "id"]
        constraints = [models.UniqueConstraint(fields=["first", "second"], name="one_pair_of_duties")]


class Apart(models.Model):
    """What a person said: these two texts of two documents are not the same duty; append-only. The marks tell the texts
    again in a later reading."""

    first = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="+")
    second = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="+")
    first_mark = models.CharField(max_length=32)
    second_mark = models.CharField(max_length=32)
    by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
