"""Forms that were sent and done, and those that are still being filled in."""

from __future__ import annotations

from django.conf import settings
from django.contrib.messages.storage.cookie import MessageDecoder, MessageEncoder
from django.db import models

USER = settings.AUTH_USER_MODEL


class Receipt(models.Model):
    """One form that did its work. The row is written in the same transaction as the work: both are there or neither.

    ``once`` is the token of the form, ``sent`` the digest of address and fields. ``status``, ``location`` and
    ``messages`` are the answer that its sender got, and gets again.
    """

    user = models.ForeignKey(USER, on_delete=models.CASCADE, related_name="+")
    once = models.UUIDField()
    sent = models.CharField(max_length=64)
    at = models.DateTimeField(db_index=True)
    status = models.PositiveSmallIntegerField(default=0)
    location = models.TextField(blank=True)
    messages = models.JSONField(default=list, encoder=MessageEncoder, decoder=MessageDecoder)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "once"], name="one_receipt_of_a_form")]


class Draft(models.Model):
    """What somebody has filled into a form and not sent yet. ``form`` names the form and what it is about.

    ``version`` is that of the object when the form was opened, "" for one that is to be made. ``fields`` are the
    values by field, each a list as a form sends them.
    """

    user = models.ForeignKey(USER, on_delete=models.CASCADE, related_name="+")
    form = models.CharField(max_length=200)
    version = models.CharField(max_length=64, blank=True)
    fields = models.JSONField(default=dict)
    at = models.DateTimeField(db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "form"], name="one_draft_of_a_form")]
