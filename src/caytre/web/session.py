"""Who is asking."""

from __future__ import annotations

from typing import Any, cast

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest
from django.utils import timezone

from caytre.core.models import User
from caytre.units.queries.standing import acting

CHOSEN = "post"


def person(request: HttpRequest) -> User:
    """The signed-in person with reach, posts and capacity of today; the middleware lets nobody else get this far."""
    user = cast(User, request.user)
    if not hasattr(user, "reach"):
        acting(user, on=timezone.localdate(), first=request.session.get(CHOSEN))
    return user


def open_to_all(view: Any) -> Any:
    """A view that needs no login: it reads nothing."""
    return login_not_required(view)
