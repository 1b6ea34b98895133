"""The outbox: messages are written down first, and go out one by one, each once.

A gateway that is away, slow or breaks off harms nothing: the message waits and is tried again, under the same
Message-ID, by which a receiver knows one that had been accepted all the same.
"""

from __future__ import annotations

import smtplib
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import Protocol

from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.db.models import QuerySet

from caytre.core.models import User
from caytre.core.validity import day_of
from caytre.work.models import AT_ONCE, Mail, Notice
from caytre.work.queries.mailing import still_true
from caytre.work.rules.posting import REFUSED, is_final, pause

FRESH = timedelta(days=3)
"""What is older goes into no message: mail was off then, or the person had no address."""
SENT, NOTHING_TO_SAY, NO_ANSWER = 250, -1, 0
Clock = Callable[[], datetime]


class Write(Protocol):
    def __call__(self, mail: Mail, *, user: User, notices: Sequence[Notice]) -> EmailMessage: ...


def gather_digests(*, on: date, due_at: datetime, at: datetime) -> None:
    """Put what people were told, and no message has yet, into their one digest of the day, which goes from ``due_at``
    on. What comes after it has gone waits for the next day's.
    """
    rows = _unmailed(on).exclude(kind__in=AT_ONCE)
    slot = f"day {on}"
    _put(
        ((person, slot) for person in rows.values_list("recipient_id", flat=True).distinct()),
        due_at=due_at,
        at=at,
    )
    for key, person in Mail.objects.filter(slot=slot, tries=0).values_list("pk", "recipient_id"):
        with transaction.atomic():
            if Mail.objects.select_for_update().filter(pk=key, tries=0).exists():
                rows.filter(recipient=person).update(mail=key)


def gather_urgent(*, on: date, at: datetime) -> None:
    """Give each notice that is told at once a message of its own."""
    notices = dict(_unmailed(on).filter(kind__in=AT_ONCE).values_list("pk", "recipient_id"))
    slots = {f"notice {notice}": notice for notice in notices}
    _put(((notices[notice], slot) for slot, notice in slots.items()), due_at=at, at=at)
    for slot, mail in Mail.objects.filter(slot__in=slots).values_list("slot", "pk"):
        Notice.objects.filter(pk=slots[slot], mail=None).update(mail=mail)


def send_waiting(*, write: Write, clock: Clock) -> int:
    """Send what waits; ``write`` makes the message of its notices. Returns how many went out.

    Where the gateway does not answer the rest waits for the next round: only the one message has lost a try.
    """
    gateway, sent, status = get_connection(), 0, SENT
    try:
        while status != NO_ANSWER and (mail := _take(clock())):
            status = _send(mail, write=write, gateway=gateway, on=day_of(clock()))
            _note(mail, status=status, at=clock())
            sent += status == SENT
    finally:
        gateway.close()
    return sent


def _unmailed(on: date) -> QuerySet[Notice]:
    rows = Notice.objects.filter(mail=None, on__gt=on - FRESH, on__lte=on, recipient__is_active=True)
    return rows.exclude(recipient__email="").order_by()


def _put(mails: Iterable[tuple[int, str]], *, due_at: datetime, at: datetime) -> None:
    with transaction.atomic():
        Mail.objects.bulk_create(
            (Mail(recipient_id=person, slot=slot, made_at=at, due_at=due_at) for person, slot in mails),
            ignore_conflicts=True,
        )


def _take(at: datetime) -> Mail | None:
    """The next message that may be tried; nobody else may for a while, though this process should die."""
    with transaction.atomic():
        waiting = Mail.objects.select_for_update(skip_locked=True, of=("self",))
        mail = waiting.filter(state=Mail.State.WAITING, due_at__lte=at).order_by("due_at", "pk").first()
        if mail is not None:
            mail.tries += 1
            mail.due_at = at + pause(mail.tries)
            mail.save(update_fields=["tries", "due_at"])
        return mail


def _send(mail: Mail, *, write: Write, gateway: BaseEmailBackend, on: date) -> int:
    """The status with which the message was taken or refused (RFC 5321), or why there is none."""
    user, notices = still_true(mail, on=on)
    if not notices or not user.email:
        return NOTHING_TO_SAY
    try:
        gateway.open()
        gateway.send_messages([write(mail, user=user, notices=notices)])
    except smtplib.SMTPRecipientsRefused as refusal:
        return max(status for status, _ in refusal.recipients.values())
    except smtplib.SMTPDataError as refusal:
        return refusal.smtp_code
    except ValueError:  # an address or a name that no message can have
        return REFUSED
    except (smtplib.SMTPException, OSError):
        return NO_ANSWER
    return SENT


def _note(mail: Mail, *, status: int, at: datetime) -> None:
    """Note what became of a try, unless the next one has begun meanwhile."""
    states = {SENT: Mail.State.SENT, NOTHING_TO_SAY: Mail.State.DROPPED}
    if status not in states and not is_final(status, tries=mail.tries):
        return
    own = Mail.objects.filter(pk=mail.pk, state=Mail.State.WAITING, tries=mail.tries)
    own.update(state=states.get(status, Mail.State.GIVEN_UP), ended_at=at)
