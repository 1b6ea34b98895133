"""Filters of the list of tasks are kept and dropped by their owners."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from caytre.core.access import NotFound
from caytre.core.models import User
from caytre.core.refusals import Refused, gettext_noop
from caytre.work.models import SavedFilter

LONGEST = 100
MOST = 50


class NoName(Refused):
    sentence = gettext_noop("Bộ lọc cần có tên để tìm lại. Hãy đặt tên rồi lưu.")


class TooManyFilters(Refused):
    sentence = gettext_noop("Bạn đã lưu %(most)s bộ lọc. Hãy xóa bớt một bộ lọc không còn dùng rồi lưu lại.")


class NotOwnPost(Refused):
    status = 403
    sentence = gettext_noop(
        "Bạn không giữ chức vụ nào ở đơn vị này nên không dùng chung bộ lọc với đơn vị được."
    )


def keep(name: str, *, query: str, unit: UUID | None, by: User, at: datetime) -> SavedFilter:
    """Keep a filter under a name; one that the person already has under it is replaced.

    Raises :class:`NoName`, :class:`TooManyFilters`, :class:`NotOwnPost`.
    """
    name = name.strip()[:LONGEST]
    if not name:
        raise NoName
    if unit is not None and unit not in {post.unit for post in by.held}:
        raise NotOwnPost
    own = SavedFilter.objects.filter(owner=by)
    if not own.filter(name=name).exists() and own.count() >= MOST:
        raise TooManyFilters(most=MOST)
    values = {"query": query, "unit_id": unit, "made_at": at}
    return SavedFilter.objects.update_or_create(owner=by, name=name, defaults=values)[0]


def drop(key: int, *, by: User) -> None:
    """Forget a filter of one's own. Raises NotFound."""
    if not SavedFilter.objects.filter(pk=key, owner=by).delete()[0]:
        raise NotFound
