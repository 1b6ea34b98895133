"""The database is busy, full or away: a page that says so, and keeps what was filled in."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator
from typing import Any
from uuid import uuid4

from django.db import DatabaseError, DataError, InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import loader
from django.utils.translation import gettext as _
from django.views.defaults import server_error

from caytre.core.refusals import gettext_noop

log = logging.getLogger(__name__)
SOON = 5  # seconds until it makes sense to try again

BUSY = gettext_noop(
    "Hệ thống đang bận ghi nên chưa ghi được việc này. Chưa có gì bị mất: hãy đợi ít giây rồi gửi lại."
)
FULL = gettext_noop(
    "Máy chủ đã hết chỗ trống nên chưa ghi được việc này. Hãy báo người quản trị máy chủ, rồi gửi lại."
)
AWAY = gettext_noop(
    "Chưa nối được với cơ sở dữ liệu nên chưa ghi được việc này. Hãy đợi ít giây rồi gửi lại."
)
LONG = gettext_noop(
    "Có ô chữ dài quá mức hệ thống nhận, hoặc có giá trị không ghi được. Hãy sửa rồi gửi lại."
)
# What the engines say, in their words, and what it means; the first that fits holds.
SAID = {
    "disk is full": FULL,
    "no space left": FULL,
    "could not extend": FULL,
    "disk i/o error": FULL,
    "unable to open": AWAY,
    "connect": AWAY,
    "closed": AWAY,
    "shutting down": AWAY,
    "locked": BUSY,
    "lock timeout": BUSY,
    "deadlock": BUSY,
    "could not serialize": BUSY,
    "too many clients": BUSY,
}


def sentence_of(error: BaseException) -> str:
    """What a fault of the database means for who wrote; "" where it is a fault of ours."""
    if isinstance(error, DataError):
        return LONG
    if not isinstance(error, OperationalError | InterfaceError | DatabaseError):
        return ""
    said = str(error).lower()
    return next((sentence for words, sentence in SAID.items() if words in said), "")


def page(request: HttpRequest, *, error: DatabaseError) -> HttpResponse:
    """The page for who wrote. A fault of ours is raised again."""
    sentence = sentence_of(error)
    if not sentence:
        raise error
    log.warning("%s: %s", request.path, error)
    status = 422 if sentence == LONG else 503
    return kept(request, heading=_("Chưa ghi được"), message=_(sentence), button=_("Gửi lại"), status=status)


def kept(
    request: HttpRequest, *, heading: str, message: str, button: str, status: int, anew: bool = False
) -> HttpResponse:
    """A page with what was filled in and a button that sends it again, ``anew`` as another form.

    Files can not be kept: where there are any, the page leads back.
    """
    fields = [] if request.FILES else list(_fields(request, anew=anew))
    context: dict[str, Any] = {
        "heading": heading, "message": message, "button": button, "fields": fields, "to": request.get_full_path(),
    }  # fmt: skip
    answer = HttpResponse(loader.render_to_string("web/again.html", context, request), status=status)
    if status == 503:
        answer["Retry-After"] = str(SOON)
    return answer


def _fields(request: HttpRequest, *, anew: bool) -> Iterator[tuple[str, str]]:
    for name, values in request.POST.lists():
        if name == "csrfmiddlewaretoken":
            continue
        for value in values:
            yield name, str(uuid4()) if anew and name == "once" else str(value)


def failed(request: HttpRequest) -> HttpResponse:
    """The page for an error that nobody expected; where the database is busy or away it says so, without asking it."""
    error = sys.exc_info()[1]
    sentence = sentence_of(error) if error else ""
    if not sentence:
        return server_error(request)
    answer = render(request, "503.html", {"message": _(sentence)}, status=503)
    answer["Retry-After"] = str(SOON)
    return answer
