"""Truth over time: two columns, half-open ``[valid_from, valid_to)``."""

from __future__ import annotations

from datetime import date, datetime
from typing import TypeVar

from django.db import models
from django.db.models import F, Q
from django.utils.timezone import get_default_timezone

Row = TypeVar("Row", bound=models.Model)


def day_of(at: datetime) -> date:
    """The day on which an instant falls in this country."""
    return at.astimezone(get_default_timezone()).date()


def holds(on: date, *, prefix: str = "") -> Q:
    """The condition that a row holds on this day; ``prefix`` leads to it ("states__")."""
    began = Q(**{f"{prefix}valid_from": None}) | Q(**{f"{prefix}valid_from__lte": on})
    lasts = Q(**{f"{prefix}valid_to": None}) | Q(**{f"{prefix}valid_to__gt": on})
    return began & lasts


class DatedQuerySet(models.QuerySet[Row]):
    """Rows that hold for a time."""

    def as_of(self, on: date) -> DatedQuerySet[Row]:
        return self.filter(holds(on))

    def open(self) -> DatedQuerySet[Row]:
        """Rows without an end."""
        return self.filter(valid_to=None)


class Dated(models.Model):
    """A row that holds from one day until before another; null is "before anything known" and "still"."""

    valid_from = models.DateField(null=True)
    valid_to = models.DateField(null=True)

    class Meta:
        abstract = True

    def holds(self, on: date) -> bool:
        """Whether the row holds on this day."""
        begun = self.valid_from is None or self.valid_from <= on
        return begun and (self.valid_to is None or on < self.valid_to)

    @staticmethod
    def in_order(name: str) -> models.CheckConstraint:
        """The constraint that a row begins before it ends."""
        ordered = Q(valid_from=None) | Q(valid_to=None) | Q(valid_from__lt=F("valid_to"))
        return models.CheckConstraint(condition=ordered, name=name)
