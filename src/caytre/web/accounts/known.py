"""Who tries to sign in: from which address, and with a browser that did so before."""

from __future__ import annotations

import secrets
from datetime import datetime
from hashlib import sha256
from typing import Any

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.formats import date_format

from caytre.accounts.actions import guessing
from caytre.accounts.queries.guessing import is_address_known, rests_until
from caytre.accounts.rules.guessing import Attempt, folded
from caytre.core.models import User
from caytre.core.refusals import Refused, gettext_noop

AGE = 400 * 24 * 3600  # browsers keep no cookie longer
MOST = 8  # people who share one browser


class TooManyGuesses(Refused):
    """Nothing is tried for this name from here until the rest is over."""

    status = 429
    heading = gettext_noop("Hãy nghỉ một lát")
    sentence = gettext_noop("Đã nhập sai quá nhiều lần. Hãy thử lại sau %(minutes)s phút, từ %(time)s.")


def attempt_of(request: HttpRequest, *, name: str, secret: str) -> Attempt:
    """Who is trying, as far as can be known."""
    mark, names = _cookie(request)
    address = address_of(request)
    if _digest(name) in names:
        return Attempt(name, address, browser=mark, secret=secret)
    known = is_address_known(name, address=address)
    return Attempt(name, address, is_address_known=known, secret=secret)


def hear(attempt: Attempt) -> None:
    """Let the next guess through, or raise :class:`TooManyGuesses`."""
    now = timezone.now()
    until = rests_until(attempt, at=now)
    if until is not None:
        raise _rest(until, now)


def _rest(until: datetime, now: datetime) -> TooManyGuesses:
    seconds = int((until - now).total_seconds()) + 1
    refusal = TooManyGuesses(minutes=-(-seconds // 60), time=date_format(timezone.localtime(until), "H:i"))
    refusal.retry_after = seconds
    return refusal


def welcome(request: HttpRequest, *, user: User, response: HttpResponse) -> None:
    """Remember browser and address of somebody who is in."""
    attempt = attempt_of(request, name=user.username, secret="password")
    guessing.welcome(user, attempt=attempt, at=timezone.now())
    mark, names = _cookie(request)
    digest = _digest(user.username)
    kept: dict[str, Any] = {
        "mark": mark or secrets.token_urlsafe(16),
        "of": [digest, *(name for name in names if name != digest)][:MOST],
    }
    response.set_cookie(
        settings.KNOWN_COOKIE_NAME, signing.dumps(kept, salt="caytre.known"), max_age=AGE,
        secure=settings.SESSION_COOKIE_SECURE, httponly=True, samesite="Lax",
    )  # fmt: skip


def address_of(request: HttpRequest) -> str:
    """The network address that asks; behind a trusted proxy the one that the proxy names."""
    return str(request.META.get("REMOTE_ADDR", ""))[:45]


def _cookie(request: HttpRequest) -> tuple[str, list[str]]:
    """The mark of this browser and the digests of the names that signed in with it."""
    try:
        kept = signing.loads(
            request.COOKIES.get(settings.KNOWN_COOKIE_NAME, ""), salt="caytre.known", max_age=AGE
        )
    except signing.BadSignature:
        return "", []
    return kept["mark"], kept["of"]


def _digest(name: str) -> str:
    return sha256(folded(name).encode("utf-8", "replace")).hexdigest()[:16]
