"""Filters of the list of tasks that people keep under a name."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from caytre.core.models import User
from caytre.units.models import Unit
from caytre.work.models.among import Among, packed

USER = settings.AUTH_USER_MODEL


class SavedFilterQuerySet(models.QuerySet["SavedFilter"]):
    def visible_to(self, user: User) -> SavedFilterQuerySet:
        """One's own, and those shared with a unit where one has a post."""
        if not user.is_active:
            return self.none()
        return self.of(user.pk, units=packed(frozenset(post.unit for post in user.held)))

    def of(self, owner: int, *, units: str) -> SavedFilterQuerySet:
        """Those of a person, and those shared with :func:`packed` units."""
        return self.filter(Q(owner=owner) | Q(Among("unit_id", units)))


class SavedFilter(models.Model):
    """A way to look at the list of tasks: ``query`` is that of the address. ``unit`` may use it too; null is only the
    owner. It shows to each what they may see."""

    owner = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="filters")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="filters")
    name = models.CharField(max_length=100)
    query = models.TextField()
    made_at = models.DateTimeField()

    objects = SavedFilterQuerySet.as_manager()

    class Meta:
        ordering = ["name", "id"]
        constraints = [models.UniqueConstraint(fields=["owner", "name"], name="one_filter_of_a_name")]
