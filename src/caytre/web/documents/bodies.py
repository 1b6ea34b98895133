"""The bodies that a document names: what each name meant on its day, and who goes on today."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from caytre.documents.queries.reading import read_of
from caytre.documents.rules.bodies import bodies_of
from caytre.documents.rules.permissions import NothingRead
from caytre.units.queries.directory import directory
from caytre.web.documents.reading import document_of


@require_safe
def show(request: HttpRequest, *, key: UUID) -> HttpResponse:
    """Every name with its unit, its set or its question. Raises NotFound, NothingRead."""
    document = document_of(request, key=key)
    read = read_of(document)
    if read is None:
        raise NothingRead
    received = timezone.localtime(document.received_at).date()
    bodies = bodies_of(read.facts.content, among=directory(), received=received, today=timezone.localdate())
    return render(request, "documents/bodies.html", {"document": document, "bodies": bodies})
