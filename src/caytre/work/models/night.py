"""What the machine does by itself, once a day."""

from __future__ import annotations

from django.db import models


class Night(models.Model):
    """One job of one day: whoever makes the row does the job, and nobody else.

    ``beat`` is the last sign of life: where it is old and ``done_at`` null, the process died and another goes on.
    """

    job = models.CharField(max_length=40)
    on = models.DateField()
    started_at = models.DateTimeField()
    beat = models.DateTimeField()
    done_at = models.DateTimeField(null=True)
    count = models.PositiveBigIntegerField(default=0)

    class Meta:
        ordering = ["on", "job"]
        constraints = [models.UniqueConstraint(fields=["job", "on"], name="one_night_of_a_job")]
