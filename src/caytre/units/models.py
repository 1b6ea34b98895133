"""Agencies and places over time, and the posts of people in them.

A unit is only an identity: what it is called, to whom it belongs and who took over from it are dated rows beside
it. None of them is edited in place: a row is closed and the next one opened, by an event that says why.
"""

from __future__ import annotations

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q

from caytre.core.validity import Dated, DatedQuerySet

USER = settings.AUTH_USER_MODEL


class Level(models.TextChoices):
    CENTRAL = "central"
    PROVINCE = "province"
    DISTRICT = "district"
    COMMUNE = "commune"


class TreeName(models.TextChoices):
    STATE = "state"
    PARTY = "party"
    MASS = "mass"


class Unit(models.Model):
    """One body or administrative unit, never deleted or renamed.

    ``code`` is the national code; ``seat`` the administrative unit whose body it is; ``template`` the key of the
    usual agency it was made from (``vanban/data/agencies.toml``).
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    level = models.CharField(max_length=8, choices=Level)
    code = models.CharField(max_length=16, blank=True, db_index=True)
    code_is_verified = models.BooleanField(default=False)
    seat = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="bodies")
    template = models.CharField(max_length=60, blank=True)


class UnitState(Dated):
    """What a unit is called and is over a span of time.

    ``opened_by`` and ``closed_by`` are the events that did so, null where the national set did.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="states")
    name = models.CharField(max_length=300)
    short = models.CharField(max_length=200, blank=True)
    kind = models.CharField(max_length=40)
    legal_basis = models.CharField(max_length=300, blank=True)
    opened_by = models.ForeignKey("UnitEvent", on_delete=models.PROTECT, null=True, related_name="+")
    closed_by = models.ForeignKey("UnitEvent", on_delete=models.PROTECT, null=True, related_name="+")

    objects = DatedQuerySet["UnitState"].as_manager()

    class Meta:
        ordering = ["unit", "valid_from"]
        constraints = [
            Dated.in_order("unitstate_in_order"),
            models.UniqueConstraint(fields=["unit", "valid_from"], name="one_state_from"),
            models.UniqueConstraint(fields=["unit"], condition=Q(valid_to=None), name="one_open_state"),
        ]


class UnitLink(Dated):
    """To whom a unit belongs in one tree over a span of time; opened and closed as a state is."""

    tree = models.CharField(max_length=8, choices=TreeName, default=TreeName.STATE)
    child = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="links")
    parent = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="links_down")
    opened_by = models.ForeignKey("UnitEvent", on_delete=models.PROTECT, null=True, related_name="+")
    closed_by = models.ForeignKey("UnitEvent", on_delete=models.PROTECT, null=True, related_name="+")

    objects = DatedQuerySet["UnitLink"].as_manager()

    class Meta:
        constraints = [
            Dated.in_order("unitlink_in_order"),
            models.UniqueConstraint(fields=["tree", "child", "valid_from"], name="one_link_from"),
            models.UniqueConstraint(
                fields=["tree", "child"], condition=Q(valid_to=None), name="one_open_parent"
            ),
        ]


class UnitAlias(Dated):
    """Another spelling under which a unit is found."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="aliases")
    text = models.CharField(max_length=300)
    source = models.CharField(max_length=200, blank=True)

    objects = DatedQuerySet["UnitAlias"].as_manager()

    class Meta:
        constraints = [
            Dated.in_order("unitalias_in_order"),
            models.UniqueConstraint(
                fields=["unit", "text"], condition=Q(valid_to=None), name="one_open_alias"
            ),
        ]


class EventKind(models.TextChoices):
    FOUNDING = "founding"
    RENAME = "rename"
    MOVE = "move"
    MERGE = "merge"
    SPLIT = "split"
    DISSOLUTION = "dissolution"
    TRANSFER = "transfer"
    LEVEL_END = "level-end"


class UnitEvent(models.Model):
    """A change of units, in force from ``effective``, with its legal basis; ``is_shipped``: of the national set."""

    kind = models.CharField(max_length=12, choices=EventKind)
    effective = models.DateField()
    legal_basis = models.CharField(max_length=300, blank=True)
    is_verified = models.BooleanField(default=False)
    is_shipped = models.BooleanField(default=False)
    at = models.DateTimeField()
    by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")
    why = models.CharField(max_length=500, blank=True)


class Succession(models.Model):
    """Who took over from whom at an event. A null successor is an open question.

    ``scope`` is a field of work, "*" everything; ``share`` "whole" or "part" of a territory, "" where no source
    says. ``is_default``: where open duties go that no scope decides.
    """

    event = models.ForeignKey(UnitEvent, on_delete=models.PROTECT, related_name="successions")
    predecessor = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="successions")
    successor = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="inheritances")
    scope = models.CharField(max_length=40, default="*")
    share = models.CharField(max_length=5, blank=True)
    is_default = models.BooleanField(default=False)
    source = models.CharField(max_length=300, blank=True)
    is_verified = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["event", "predecessor"], condition=Q(is_default=True), name="one_default_heir"
            ),
        ]


class Role(models.TextChoices):
    """What a person may be in a unit."""

    FOCAL = "focal"
    IMPLEMENTER = "implementer"
    LEADER = "leader"
    EDITOR = "editor"
    SPOKESPERSON = "spokesperson"
    CLERK = "clerk"
    INSPECTOR = "inspector"
    ADMINISTRATOR = "administrator"


class Post(Dated):
    """A person holds a role in a unit for a time. ``ended_by`` is the event that closed it, if one did; until
    ``meant_to`` it had been given, null is "still"."""

    user = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="posts")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="posts")
    role = models.CharField(max_length=14, choices=Role)
    given_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")
    ended_by = models.ForeignKey(UnitEvent, on_delete=models.PROTECT, null=True, related_name="+")
    meant_to = models.DateField(null=True)

    objects = DatedQuerySet["Post"].as_manager()

    class Meta:
        ordering = ["user", "valid_from", "id"]
        constraints = [
            Dated.in_order("post_in_order"),
            models.UniqueConstraint(
                fields=["user", "unit", "role"], condition=Q(valid_to=None), name="one_open_post"
            ),
        ]


class Handover(models.Model):
    """Something that a person must decide because a unit ended: who goes on with it.

    ``what`` names the kind of thing ("units.post", "documents.document"), ``about`` its key. Until somebody decides,
    ``decided_at`` is null and ``heir`` is null.
    """

    event = models.ForeignKey(UnitEvent, on_delete=models.PROTECT, related_name="handovers")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="handovers")
    what = models.CharField(max_length=40)
    about = models.CharField(max_length=64)
    heir = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")
    why = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["event", "what", "about"], name="one_handover")]


class Structure(models.Model):
    """One row of marks, each new after a change, so that processes know their copy is old. A number that grows would
    come twice where a transaction is rolled back.

    ``version`` changes with every row of units, ``meaning`` only with what the directory says: not where a usual
    agency becomes a row. ``national`` names the national set that was loaded last.
    """

    version = models.UUIDField(default=uuid4)
    meaning = models.UUIDField(default=uuid4)
    national = models.CharField(max_length=64, blank=True)
