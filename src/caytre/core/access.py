"""How an object is fetched for a user: the only way in for doors."""

from __future__ import annotations

from typing import Any, Protocol, TypeVar

from django.core.exceptions import ObjectDoesNotExist, ValidationError

from caytre.core.models import User
from caytre.core.refusals import Refused, gettext_noop

Found = TypeVar("Found", covariant=True)


class Visible(Protocol[Found]):
    """A QuerySet that knows which of its rows a user may see, by the reach that the door loaded.

    A user without a reach is a mistake of the programmer: an AttributeError, never everything.
    """

    def visible_to(self, user: User) -> Visible[Found]: ...

    def get(self, *args: Any, **kwargs: Any) -> Found: ...


class NotFound(Refused):
    """There is no such object, or this user may not know that there is."""

    status = 404
    sentence = gettext_noop("Không có mục này, hoặc mục này đã được gỡ bỏ. Hãy quay lại sổ văn bản để tìm.")


def fetch(rows: Visible[Found], *, by: User, **key: object) -> Found:
    """The one object with this key that ``by`` may see. Raises :class:`NotFound`."""
    try:
        return rows.visible_to(by).get(**key)
    except (ObjectDoesNotExist, ValidationError, ValueError):
        raise NotFound from None
