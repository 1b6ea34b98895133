"""Which days may be asked for and granted."""

from __future__ import annotations

from datetime import date

from caytre.core.refusals import Refused, gettext_noop


class NeverDue(Refused):
    sentence = gettext_noop("Việc này không có thời hạn, nên không cần gia hạn.")


class NotLater(Refused):
    sentence = gettext_noop("Thời hạn mới phải sau thời hạn đang có và không ở quá khứ. Hãy chọn ngày khác.")


def check_asked(until: date, *, due_on: date | None, on: date) -> date:
    """The day until which there is time now. Raises :class:`NeverDue`, :class:`NotLater`."""
    if due_on is None:
        raise NeverDue
    check_granted(until, was=due_on, on=on)
    return due_on


def check_granted(due_on: date, *, was: date, on: date) -> date:
    """A day that may be granted. Raises :class:`NotLater`."""
    if due_on <= was or due_on < on:
        raise NotLater
    return due_on
