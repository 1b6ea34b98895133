"""What can be taken away: the facts as JSON, the tasks as a workbook, the original."""

from __future__ import annotations

import json
from typing import TypeVar
from uuid import UUID

from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.http import content_disposition_header
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from caytre.core.words import folded
from caytre.documents.models import Document
from caytre.documents.queries.reading import Read, changes_of, read_of
from caytre.documents.rules.doubts import doubts_of
from caytre.documents.rules.facts import Facts
from caytre.documents.rules.permissions import NothingRead, can_export
from caytre.web.documents.reading import document_of
from caytre.web.documents.workbook import workbook_of
from caytre.web.session import person

Sent = TypeVar("Sent", bound=HttpResponseBase)
# What came from outside may do nothing in the browser of whoever opens it.
SANDBOX = "default-src 'none'; sandbox"


@require_safe
def as_json(request: HttpRequest, *, key: UUID) -> HttpResponse:
    """The corrected facts in the form of a reading, with every correction and a note that says so."""
    document = _asked(request, key)
    read = _read(document)
    content = {**read.facts.content, "corrections": _corrections(document), "note": note_of(read.facts)}
    body = json.dumps(content, ensure_ascii=False, indent=1)
    return attached(HttpResponse(body, content_type="application/json"), name=_name(document, ".json"))


@require_safe
def as_xlsx(request: HttpRequest, *, key: UUID) -> HttpResponse:
    """The tasks as a workbook in which no cell is a formula."""
    document = _asked(request, key)
    read = _read(document)
    body = workbook_of(read.facts, title=document.shown, note=note_of(read.facts))
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    return attached(HttpResponse(body, content_type=kind), name=_name(document, ".xlsx"))


@require_safe
def original(request: HttpRequest, *, key: UUID) -> FileResponse:
    """The file as it came, only ever as an attachment of no type."""
    document = _asked(request, key)
    response = FileResponse(document.file.open("rb"), content_type="application/octet-stream")
    return attached(response, name=document.name)


def note_of(facts: Facts) -> str:
    """Whether and how much the facts differ from what the machine read, and whether it read them from pictures."""
    note = _("Dữ kiện do máy đọc, chưa có ai sửa.")
    if facts.count:
        note = _("Dữ kiện do máy đọc, trong đó %(n)s dữ kiện đã được người sửa.") % {"n": facts.count}
    doubts = len(doubts_of(facts.content))
    if doubts:
        note += " " + _("Bản quét: %(n)s chỗ máy đọc chưa chắc hoặc đã tự sửa.") % {"n": doubts}
    return note


def _asked(request: HttpRequest, key: UUID) -> Document:
    """The document of the address, if the person may take it away. Raises MayNotExport."""
    document = document_of(request, key=key)
    can_export(person(request), paper=document).or_raise()
    return document


def _read(document: Document) -> Read:
    read = read_of(document)
    if read is None:
        raise NothingRead
    return read


def _corrections(document: Document) -> list[dict[str, object]]:
    return [
        {
            "fact": f"{change.part}.{change.field}".rstrip("."), "item": change.quote or None, "old": change.old,
            "new": change.new, "by": change.by, "at": change.at, "why": change.why, "reading": change.reading,
        }
        for change in changes_of(document)
    ]  # fmt: skip


def _name(document: Document, suffix: str) -> str:
    words = slugify(folded(" ".join((document.code.replace("/", "-"), document.shown))))[:80]
    return (words or "van-ban") + suffix


def attached(response: Sent, *, name: str) -> Sent:
    """An answer that a browser stores under a name and does nothing with."""
    response["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    response["Content-Security-Policy"] = SANDBOX
    response["X-Content-Type-Options"] = "nosniff"
    return response
