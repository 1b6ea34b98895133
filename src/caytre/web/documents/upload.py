"""Files come in."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.core.files.uploadedfile import TemporaryUploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from caytre.web.intake import Outcome, take_in
from caytre.web.session import person


@require_http_methods(["GET", "HEAD", "POST"])
def show(request: HttpRequest) -> HttpResponse:
    """The form; after a POST what became of each file. A script that asks for rows gets only those."""
    outcomes = _take_in_all(request) if request.method == "POST" else []
    refused = bool(outcomes) and not any(outcome.document for outcome in outcomes)
    rows = request.method == "POST" and request.headers.get("X-Rows") == "1"
    context = {
        "outcomes": outcomes,
        "nothing": request.method == "POST" and not outcomes,
        "limit": settings.UPLOAD_LIMIT // (1024 * 1024),
    }
    name = "documents/outcomes.html" if rows else "documents/upload.html"
    return render(request, name, context, status=422 if refused and not rows else 200)


def _take_in_all(request: HttpRequest) -> list[Outcome]:
    outcomes = []
    for file in request.FILES.getlist("files"):
        assert isinstance(file, TemporaryUploadedFile)
        path = Path(file.temporary_file_path())
        outcomes.append(take_in(path, name=file.name or "", by=person(request), at=timezone.now()))
        file.close()  # the spooled file goes as soon as it was dealt with
    for name in getattr(request, "too_large", ()):
        limit = settings.UPLOAD_LIMIT // (1024 * 1024)
        reason = _("Tệp lớn hơn %(limit)s MB nên không nhận. Hãy gửi bản chỉ có phần chữ.") % {"limit": limit}
        outcomes.append(Outcome(name, reason=reason))
    return outcomes
