"""A form does its work once, however often it is sent."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import wraps
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib.messages import add_message, get_messages
from django.contrib.messages.storage import default_storage
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import URLPattern
from django.utils import timezone
from django.utils.translation import gettext as _

from caytre.web import faults
from caytre.web.session import person
from caytre.writes import actions
from caytre.writes.joining import Whole
from caytre.writes.models import Receipt
from caytre.writes.queries import receipt_of
from caytre.writes.rules import NoToken, digest

TOKEN, DRAFT = "once", "draft"
NOT_SAID = frozenset(
    {TOKEN, DRAFT, "csrfmiddlewaretoken"}
)  # of a form's fields, those that no person filled in
# The addresses that take a POST without a token, each with why a second sending does no harm.
FREE = {
    "account_login": "nobody is signed in yet; guesses count also where they are refused",
    "mfa_authenticate": "nobody is signed in yet; guesses count also where they are refused",
    "account_reauthenticate": "writes nothing but that a password was confirmed, and guesses",
    "account_logout": "who is out is out",
    "language": "sets a cookie",
    "password": "guesses count also where they are refused; the old password opens nothing the second time",
    "second-step": "shows codes that are kept nowhere; the secret of the page is used up",
    "recovery-codes": "shows codes that are kept nowhere; the last ones hold",
    "new-person": "shows a password that is kept nowhere; known by the mark of its form",
    "give-password": "shows a password that is kept nowhere; known by the mark of its form",
    "import-people": "looks at a file and writes nothing",
    "import-people-confirm": "shows passwords that are kept nowhere; known by the mark of its form",
    "units-sheet": "looks at a file and takes back what it tried",
    "annex": "looks at a file and writes nothing",
    "upload": "a transaction for each file; the same bytes come in once",
    "feeds": "shows an address that is kept nowhere; the last one holds",
    "drafts": "the last one holds",
}


def sure(patterns: Sequence[URLPattern]) -> list[URLPattern]:
    """The addresses, each so that what a POST writes is one transaction with its receipt.

    The same form gets the same answer again. An answer of 400 and more writes nothing.
    """
    for pattern in patterns:
        if pattern.name not in FREE:
            pattern.callback = once(pattern.callback)
    return list(patterns)


def once(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A view of which every POST needs the token of its form."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method != "POST":
            return view(request, *args, **kwargs)
        try:
            return _do(request, lambda: view(request, *args, **kwargs))
        except DatabaseError as error:
            return faults.page(request, error=error)

    answer.needs_token = True  # type: ignore[attr-defined]
    return answer


def _do(request: HttpRequest, view: Any) -> HttpResponse:
    """The answer of the view, or that of the first time. Raises NoToken."""
    token, by = _token(request), person(request)
    sent = _digest(request)
    before = receipt_of(token, by=by)
    if before:
        return _again(request, before, sent)
    try:
        with Whole(
            connection, first=lambda: actions.open_receipt(token, sent=sent, by=by, at=timezone.now())
        ) as whole:
            answer: HttpResponse = view()
            if answer.status_code >= 400:
                whole.take_back()
                return answer
            form = request.POST.get(DRAFT)
            if form:
                actions.drop_draft(form, by=by)
            if whole.begun:
                told = {"location": answer.get("Location", ""), "messages": _said(request)}
                actions.close_receipt(token, by=by, status=answer.status_code, **told)
                _keep_session(request, answer)
        return answer
    except actions.SentBefore:
        before = receipt_of(token, by=by)
        assert before is not None
        return _again(request, before, sent)


def _token(request: HttpRequest) -> UUID:
    try:
        return UUID(request.POST.get(TOKEN, "") or request.headers.get("Idempotency-Key", ""))
    except ValueError:
        raise NoToken from None


def _digest(request: HttpRequest) -> str:
    fields = [
        (name, value) for name, values in request.POST.lists() if name not in NOT_SAID for value in values
    ]
    files = [
        (name, file.name or "", file.size or 0) for name, files in request.FILES.lists() for file in files
    ]
    return digest(request.path, fields=fields, files=files)


def _said(request: HttpRequest) -> list[Any]:
    """What the next page will tell: that is part of the answer."""
    return list(getattr(get_messages(request), "_queued_messages", ()))


def _keep_session(request: HttpRequest, answer: HttpResponse) -> None:
    """What the next page will tell is written with the rest: a second transaction would wait for the disk once more."""
    get_messages(request).update(answer)  # type: ignore[attr-defined]
    request._messages = default_storage(request)  # type: ignore[attr-defined]
    if request.session.modified:
        request.session.save()
        # A new key must still reach the browser: the session's own middleware sends it.
        request.session.modified = request.session.session_key != request.COOKIES.get(
            settings.SESSION_COOKIE_NAME
        )


def _again(request: HttpRequest, before: Receipt, sent: str) -> HttpResponse:
    """The answer of the first time; for another form under the same token, a page that keeps what was filled in."""
    if before.sent != sent:
        message = _(
            "Biểu mẫu này đã được gửi và ghi lúc %(at)s. Nội dung vừa gửi khác lần đó nên chưa được ghi; "
            "nếu muốn ghi cả nội dung này, bấm “Gửi tiếp”."
        ) % {"at": timezone.localtime(before.at).strftime("%H:%M %d/%m/%Y")}  # fmt: skip
        return faults.kept(
            request, heading=_("Biểu mẫu này đã gửi rồi"), message=message, button=_("Gửi tiếp"), status=409, anew=True
        )  # fmt: skip
    waiting = {str(one.message) for one in getattr(get_messages(request), "_loaded_messages", ())}
    for message in before.messages:
        if str(message.message) not in waiting:
            add_message(request, message.level, message.message, extra_tags=message.extra_tags)
    if before.location:
        answer = HttpResponseRedirect(before.location)
        answer.status_code = 303
        return answer
    if request.headers.get("HX-Request"):
        return HttpResponse(headers={"HX-Refresh": "true"})
    return render(request, "web/done.html", {"at": before.at})
