"""Mails to people: plain text, with no words of documents but titles of tasks, and links to the pages."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from caytre.core.models import User
from caytre.web.notices.wording import KINDS, lines
from caytre.work.actions import mailing
from caytre.work.models import AT_ONCE, Kind, Mail, Notice
from caytre.work.rules.ladder import ladder_of


def write(mail: Mail, *, user: User, notices: Sequence[Notice]) -> EmailMessage:
    """The message of some notices to a person, in Vietnamese."""
    with translation.override(settings.LANGUAGE_CODE):
        context = {
            "name": user.shown, "lines": lines(notices, on=timezone.localdate()),
            "site": settings.PUBLIC_URL, "inbox": settings.PUBLIC_URL + reverse("notices"),
            "settings": settings.PUBLIC_URL + reverse("notice-settings"),
            "is_digest": notices[0].kind not in AT_ONCE,
        }  # fmt: skip
        body = render_to_string("notices/mail.txt", context)
        return EmailMessage(
            subject=_subject(notices), body=body, to=[user.email],
            headers={
                "Message-ID": f"<{mail.mark}@{urlsplit(settings.PUBLIC_URL).hostname}>",
                "Auto-Submitted": "auto-generated",
            },
        )  # fmt: skip


def post() -> int:
    """Send what waits, if there is a gateway; returns how many messages went out."""
    if not settings.MAIL_IS_ON:
        return 0
    mailing.gather_urgent(on=timezone.localdate(), at=timezone.now())
    return mailing.send_waiting(write=write, clock=timezone.now)


def gather(*, on: date, at: datetime) -> None:
    """Make the digests of a day from what people were told, if there is a gateway."""
    ladder = ladder_of(on)
    if settings.MAIL_IS_ON and ladder is not None:
        morning = timezone.make_aware(datetime.combine(on, ladder.digest_at))
        mailing.gather_digests(on=on, due_at=max(morning, at), at=at)


def _subject(notices: Sequence[Notice]) -> str:
    kind = Kind(notices[0].kind)
    if kind in AT_ONCE:
        return f"Cây Tre: {KINDS[kind]}"
    count = ngettext("%(n)s việc cần chú ý", "%(n)s việc cần chú ý", len(notices)) % {"n": len(notices)}
    return _("Cây Tre: %(count)s hôm nay") % {"count": count}
