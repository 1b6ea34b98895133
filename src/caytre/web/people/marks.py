"""The mark by which a form that is sent twice is known."""

from __future__ import annotations

from secrets import token_urlsafe

from django.core import signing
from django.http import HttpRequest

from caytre.core.refusals import Refused, gettext_noop
from caytre.web.session import person

AGE = 3600  # seconds during which a form counts


class FormTooOld(Refused):
    """Somebody sends a form again that they got long ago."""

    status = 409
    sentence = gettext_noop("Biểu mẫu này đã cũ. Chưa có gì được ghi. Hãy tải lại trang rồi làm lại.")


def new_mark() -> str:
    """What tells one form from another: who sends it twice does it once."""
    return signing.TimestampSigner(salt=__name__).sign(token_urlsafe(16))


def mark_of(request: HttpRequest) -> str:
    """The mark of the form that was sent, for this person. Raises :class:`FormTooOld`."""
    try:
        mark = signing.TimestampSigner(salt=__name__).unsign(request.POST.get("mark", ""), max_age=AGE)
    except signing.BadSignature:
        raise FormTooOld from None
    return f"{mark} {person(request).pk}"
