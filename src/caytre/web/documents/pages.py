"""One page of a scan: its picture beside its text."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from caytre.documents.queries.pictures import NoPicture, picture_of, pictured
from caytre.documents.queries.reading import read_of
from caytre.documents.rules.permissions import NothingRead, can_correct
from caytre.web.documents.doubts import Scan, written
from caytre.web.documents.files import SANDBOX
from caytre.web.documents.reading import document_of
from caytre.web.session import person


@require_safe
def show(request: HttpRequest, *, key: UUID, page: int) -> HttpResponse:
    """The picture of a page, its text, and its doubtful places."""
    document = document_of(request, key=key)
    read = read_of(document)
    if read is None:
        raise NothingRead
    scan = Scan(document, read=read)
    if not 1 <= page <= len(scan.leaves):
        raise Http404
    context = {
        "document": document, "page": scan.page(page), "total": len(scan.leaves), "spots": scan.spots_of_page(page),
        "before": page - 1, "after": page + 1 if page < len(scan.leaves) else 0,
        "may_correct": bool(can_correct(person(request), paper=document)),
    }  # fmt: skip
    return render(request, "documents/page.html", context)


@require_safe
def picture(request: HttpRequest, *, key: UUID, page: int) -> HttpResponse:
    """A page as JPEG, or with ``box`` one of its doubtful places; a browser keeps it, and asks each time whether
    it still may."""
    document = document_of(request, key=key)
    asked = request.GET.get("box", "")
    places = {written(box) if box else "": box for box in pictured(document, page=page)}
    if asked not in places:
        raise NoPicture
    tag = f'"{document.sha256}-{page}-{asked.replace(",", "-")}"'  # a comma would part two tags
    response = get_conditional_response(request, etag=tag)
    if response is None:
        made = picture_of(document, page=page, box=places[asked])
        response = HttpResponse(made, content_type="image/jpeg")
    response["ETag"] = tag
    response["Cache-Control"] = "private, no-cache"
    response["Content-Security-Policy"] = SANDBOX
    return response
