"""Who is signed in."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.backends import ModelBackend

from caytre.core.models import User
from caytre.units.queries.standing import account


class Backend(ModelBackend):
    """By name and password; every page asks who somebody is."""

    def get_user(self, user_id: Any) -> User | None:
        user = account(int(user_id))
        return user if user and self.user_can_authenticate(user) else None
