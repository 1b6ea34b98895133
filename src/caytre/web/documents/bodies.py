"""The bodies that a document names: what each name meant on its day, and who goes on today."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from caytre.documents.queries.reading import read_of
from caytre.documents.rules.bodies import Bodies, bodies_of
from caytre.documents.rules.permissions import NothingRead
from caytre.units.queries.directory import directory
from caytre.units.rules.outline import lies_in
from caytre.web.documents.reading import document_of
from vanban.units import Directory

SHOWN = 5


@require_safe
def show(request: HttpRequest, *, key: UUID) -> HttpResponse:
    """Every name with its unit, its set or its question. Raises NotFound, NothingRead."""
    document = document_of(request, key=key)
    read = read_of(document)
    if read is None:
        raise NothingRead
    received = timezone.localtime(document.received_at).date()
    among, today = directory(), timezone.localdate()
    bodies = bodies_of(read.facts.content, among=among, received=received, today=today)
    context = {"document": document, "bodies": bodies, "places": _places(bodies, among=among, today=today)}
    return render(request, "documents/bodies.html", context)


def _places(bodies: Bodies, *, among: Directory, today: date) -> dict[str, str]:
    """Where the units lie that need it to be told apart: candidates on the day of the document, heirs today."""
    found: dict[str, str] = {}
    for meaning in (bodies.issuer, *(body.meaning for body in bodies.found)):
        found |= {
            unit.uid: lies_in(among, unit=unit.uid, on=bodies.on) for unit in meaning.candidates[:SHOWN]
        }
        found |= {heir.unit.uid: lies_in(among, unit=heir.unit.uid, on=today) for heir in meaning.heirs}
    return found
