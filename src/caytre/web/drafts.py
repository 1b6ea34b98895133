"""What somebody fills into a form is kept while they type; opened again, the form offers it."""

from __future__ import annotations

import json
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.views.decorators.http import require_http_methods

from caytre.web.once import NOT_SAID
from caytre.web.session import person
from caytre.writes import actions
from caytre.writes.queries import draft_of

OURS = frozenset({"draft.drop", "draft.version"})


@require_http_methods(["GET", "HEAD", "POST"])
def show(request: HttpRequest) -> HttpResponse:
    """A POST keeps what is in the fields, or drops it. A GET offers the draft of ``form``, if there is one.

    ``here`` is when the browser itself has kept a later one, which it could not send; then that is offered.
    """
    if request.method == "POST":
        return _keep(request)
    draft = draft_of(request.GET.get("form", ""), by=person(request))
    at, fields = (draft.at, draft.fields) if draft else (None, {})
    here = _instant(request.GET.get("here", ""))
    is_here = here is not None and (at is None or here > at)
    at = here if is_here else at
    if at is None:
        return HttpResponse(status=204)
    context = {
        "at": at, "is_here": is_here, "fields": "" if is_here else json.dumps(fields),
        "is_old": bool(draft and not is_here and draft.version != request.GET.get("version", "")),
    }  # fmt: skip
    return render(request, "web/draft.html", context)


def _keep(request: HttpRequest) -> HttpResponse:
    form, by = request.POST.get("draft", ""), person(request)
    if "draft.drop" in request.POST:
        actions.drop_draft(form, by=by)
    elif form:
        fields = {
            name: values for name, values in request.POST.lists() if name not in NOT_SAID and name not in OURS
        }
        version = request.POST.get("draft.version", "")
        actions.keep_draft(form, version=version, fields=fields, by=by, at=timezone.now())
    return HttpResponse(status=204)


def _instant(text: str) -> datetime | None:
    try:
        found = parse_datetime(text)
    except ValueError:
        return None
    return found if found and found.tzinfo else None
