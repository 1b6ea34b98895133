"""What came in, what the machine read in it, what people corrected, and what was removed."""

from __future__ import annotations

from uuid import UUID, uuid4

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q

from caytre.core.access import NotFound
from caytre.core.models import User
from caytre.units.models import Unit

USER = settings.AUTH_USER_MODEL


class State(models.TextChoices):
    """Where a document is on its way from file to facts."""

    QUEUED = "queued"
    READING = "reading"
    READ = "read"
    FAILED = "failed"
    STOPPED = "stopped"


def _seen_by(user: User) -> Q:
    """What a person sees: what units in their reach received, and what they brought in themselves."""
    if not user.is_active:
        return Q(pk__in=())
    if user.reach.units is None:
        return Q()
    return Q(unit__in=user.reach.units) | Q(received_by=user)


class DocumentQuerySet(models.QuerySet["Document"]):
    def visible_to(self, user: User) -> DocumentQuerySet:
        """Also what is shared with a unit in reach, which has something to do by it."""
        if not user.is_active or user.reach.units is None:
            return self.filter(_seen_by(user))
        shared = Share.objects.filter(document=OuterRef("pk"), unit__in=user.reach.units)
        return self.filter(_seen_by(user) | Q(Exists(shared)))

    def locked(self, key: UUID) -> Document:
        """The document as it is now, held until the end of the transaction. Raises NotFound."""
        found = self.select_for_update(no_key=True).filter(pk=key).first()
        if found is None:
            raise NotFound
        return found

    def waiting(self) -> DocumentQuerySet:
        return self.filter(state__in=(State.QUEUED, State.READING))


def stored_name(document: Document, name: str) -> str:
    """A name that says nothing: the key of the document, in a folder of its first two letters."""
    return f"{document.pk.hex[:2]}/{document.pk.hex}{name}"


class Document(models.Model):
    """One entry of the register: a file as it came, and a summary of its corrected facts.

    ``unit`` received it; null is not yet given to an office. Two units may enter the same bytes, each for itself: that
    one has them is nothing that the other may know.

    ``beat`` is the last sign of life of the process that reads; ``attempts`` counts processes that died over the
    file, from the last page of a scan that was done. ``reason`` says why reading failed. ``pages_done`` of
    ``pages_total`` pages of a scan are recognised; null where it is no scan, or was read.

    ``number_key`` is the number as numbers are compared; ``woven`` which version of the weaver made its citations, 0
    none.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    name = models.CharField(max_length=255)
    kind = models.CharField(max_length=16)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    file = models.FileField(upload_to=stored_name, max_length=100)
    received_at = models.DateTimeField(db_index=True)
    received_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="documents")

    state = models.CharField(max_length=8, choices=State, default=State.QUEUED, db_index=True)
    queued_at = models.DateTimeField()
    started_at = models.DateTimeField(null=True)
    beat = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    reason = models.TextField(blank=True)
    pages_done = models.PositiveIntegerField(null=True)
    pages_total = models.PositiveIntegerField(null=True)

    title = models.TextField(blank=True)
    code = models.CharField(max_length=100, blank=True)
    issuer = models.TextField(blank=True)
    type = models.CharField(max_length=100, blank=True, db_index=True)
    issued = models.CharField(max_length=10, blank=True, db_index=True)
    title_key = models.TextField(blank=True)
    issuer_key = models.TextField(blank=True)
    task_count = models.PositiveIntegerField(default=0)
    report_count = models.PositiveIntegerField(default=0)
    number_key = models.CharField(max_length=100, blank=True, db_index=True)
    woven = models.PositiveSmallIntegerField(default=0, db_index=True)

    objects = DocumentQuerySet.as_manager()

    class Meta:
        ordering = ["-received_at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["unit", "sha256"], name="one_document_of_these_bytes"),
            models.UniqueConstraint(
                fields=["received_by", "sha256"], condition=Q(unit=None), name="one_without_an_office"
            ),
        ]

    @property
    def page(self) -> int:
        """Which page of a scan is being recognised, from 1."""
        return min((self.pages_done or 0) + 1, self.pages_total or 1)

    @property
    def shown(self) -> str:
        """What to call it on a page."""
        return self.title or self.name


class Share(models.Model):
    """A unit that may read a document, since it has something to do by it."""

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="shares")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="shares")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["document", "unit"], name="one_share")]


class Reading(models.Model):
    """What one version of the reader read: never edited; reading again adds the next number."""

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="readings")
    number = models.PositiveIntegerField()
    at = models.DateTimeField()
    version = models.CharField(max_length=40)
    content = models.JSONField()

    class Meta:
        ordering = ["document", "number"]
        constraints = [models.UniqueConstraint(fields=["document", "number"], name="one_reading_number")]


class Correction(models.Model):
    """What a person put right in one fact; append-only, applied in the order of ``id``.

    ``part`` is a key of the reading ("header", "tasks", …), ``field`` a key of the item, "" for the whole
    item. ``item`` is the item as it stood when it was corrected (null: it was added); it finds the
    same item in a later reading.
    """

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="corrections")
    reading = models.ForeignKey(Reading, on_delete=models.RESTRICT, related_name="corrections")
    part = models.CharField(max_length=16)
    field = models.CharField(max_length=16, blank=True)
    item = models.JSONField(null=True)
    quote = models.TextField(blank=True)
    nth = models.PositiveIntegerField(default=0)
    old = models.JSONField(null=True)
    new = models.JSONField(null=True)
    why = models.TextField(blank=True)
    by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]


class Basis(models.Model):
    """That one document carries out another, as a person said: ``upper`` asks, ``plan`` answers.

    ``dropped_at``: it was chosen by mistake; what was decided stays.
    """

    plan = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="bases")
    upper = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="carriers")
    by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    dropped_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["at", "id"]
        constraints = [models.UniqueConstraint(fields=["plan", "upper"], name="one_basis")]


class Judgement(models.Model):
    """What a person decided about one requirement of an upper document; append-only, the last one holds.

    ``asked`` and ``task`` name a requirement and the task that carries it out by the words they stand on ("quote",
    "nth", "text"), so that a later reading meets them again. ``state`` is one of the library's, "foreign" (not for
    this unit to do), or "" (the decision is taken back).
    """

    basis = models.ForeignKey(Basis, on_delete=models.CASCADE, related_name="judgements")
    asked = models.JSONField()
    state = models.CharField(max_length=8, blank=True)
    task = models.JSONField(null=True)
    why = models.TextField(blank=True)
    by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]


class RemovalQuerySet(models.QuerySet["Removal"]):
    def visible_to(self, user: User) -> RemovalQuerySet:
        """Whoever could see the document sees that it was removed."""
        return self.filter(_seen_by(user))

    def untold(self, user: User) -> RemovalQuerySet:
        """What the machine took out of what this person brought in, as long as they have not seen that it did."""
        return self.filter(by=None, received_by=user, seen_at=None)


class Removal(models.Model):
    """All that is left of a document that was removed: that it was.

    ``by`` is null where the machine took it out: it bears a stamp of secrecy. ``seen_at`` is when whoever
    brought such a document in was told.
    """

    document = models.UUIDField(unique=True)
    received_at = models.DateTimeField()
    received_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="removals")
    at = models.DateTimeField()
    by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")
    why = models.CharField(max_length=200)
    seen_at = models.DateTimeField(null=True)

    objects = RemovalQuerySet.as_manager()

    class Meta:
        ordering = ["-at"]
