"""Files come in."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.core.files.uploadedfile import TemporaryUploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from caytre.documents.rules.permissions import MayNotUpload, can_upload
from caytre.web.intake import Outcome, places, take_in
from caytre.web.session import person


@require_http_methods(["GET", "HEAD", "POST"])
def show(request: HttpRequest) -> HttpResponse:
    """The form; after a POST what became of each file. A script that asks for rows gets only those.

    Raises MayNotUpload.
    """
    offered = places(person(request))
    if not offered:
        can_upload(person(request), unit=None).or_raise()
    unit = _chosen(request, offered)
    outcomes = _take_in_all(request, unit) if request.method == "POST" else []
    refused = bool(outcomes) and not any(outcome.document for outcome in outcomes)
    rows = request.method == "POST" and request.headers.get("X-Rows") == "1"
    context = {
        "outcomes": outcomes,
        "nothing": request.method == "POST" and not outcomes,
        "places": offered.items(),
        "unit": unit,
        "limit": settings.UPLOAD_LIMIT // (1024 * 1024),
    }
    name = "documents/outcomes.html" if rows else "documents/upload.html"
    return render(request, name, context, status=422 if refused and not rows else 200)


def _chosen(request: HttpRequest, offered: dict[UUID | None, str]) -> UUID | None:
    """For which unit the files come in; the first on offer where nothing was chosen. Raises MayNotUpload."""
    asked = request.POST.get("unit", "")
    found = {str(unit): unit for unit in offered}
    if asked and asked not in found:
        raise MayNotUpload
    return found[asked] if asked else next(iter(offered))


def _take_in_all(request: HttpRequest, unit: UUID | None) -> list[Outcome]:
    outcomes = []
    for file in request.FILES.getlist("files"):
        assert isinstance(file, TemporaryUploadedFile)
        path = Path(file.temporary_file_path())
        name, now = file.name or "", timezone.now()
        outcomes.append(take_in(path, name=name, unit=unit, by=person(request), at=now))
        file.close()  # the spooled file goes as soon as it was dealt with
    for name in getattr(request, "too_large", ()):
        limit = settings.UPLOAD_LIMIT // (1024 * 1024)
        reason = _("Tệp lớn hơn %(limit)s MB nên không nhận. Hãy gửi bản chỉ có phần chữ.") % {"limit": limit}
        outcomes.append(Outcome(name, reason=reason))
    return outcomes
