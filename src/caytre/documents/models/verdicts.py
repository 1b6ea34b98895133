"""What people said of findings of the checks."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from caytre.documents.models.papers import Document

USER = settings.AUTH_USER_MODEL


class Verdict(models.Model):
    """What a person said of a finding of the checks; append-only, the last of a ``key`` holds, "open" takes it back.

    The finding itself is computed anew each time; its words are kept as they were, for the day when it is not found
    any more.
    """

    class Standing(models.TextChoices):
        ACCEPTED = "accepted"
        DISMISSED = "dismissed"
        OPEN = "open"

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="verdicts")
    key = models.CharField(max_length=40)
    code = models.CharField(max_length=8)
    message = models.TextField()
    quote = models.TextField(blank=True)
    standing = models.CharField(max_length=9, choices=Standing)
    why = models.TextField(blank=True)
    by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
