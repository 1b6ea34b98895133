"""Who is asking."""

from __future__ import annotations

from typing import Any, cast

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest

from caytre.core.models import User


def person(request: HttpRequest) -> User:
    """The signed-in person; the middleware lets nobody else get this far."""
    return cast(User, request.user)


def open_to_all(view: Any) -> Any:
    """A view that needs no login: it reads nothing."""
    return login_not_required(view)
