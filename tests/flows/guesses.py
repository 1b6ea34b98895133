"""Wrong passwords, and how many of them were hashed."""

from __future__ import annotations

import pytest
from allauth.account.adapter import get_adapter
from django.contrib.auth.hashers import MD5PasswordHasher
from django.contrib.auth.models import AnonymousUser
from django.contrib.sessions.backends.signed_cookies import SessionStore
from django.test import RequestFactory

from caytre.web.accounts.known import TooManyGuesses
from flows.signing import PASSWORD


def guess(name: str, *, address: str) -> bool:
    """One wrong password, through the adapter that the login page asks; whether it was heard."""
    request = RequestFactory(REMOTE_ADDR=address).post("/login/")
    request.session, request.user = SessionStore(), AnonymousUser()
    try:
        get_adapter(request).authenticate(request, username=name, password="sai")
    except TooManyGuesses:
        return False
    return True


class Counted(MD5PasswordHasher):
    """A fast hash that says how often it was asked."""

    asked = 0

    def encode(self, password, salt):
        Counted.asked += 1
        return super().encode(password, salt)

    @classmethod
    def since(cls) -> int:
        """How often since the last time."""
        asked, cls.asked = cls.asked, 0
        return asked


@pytest.fixture
def counted(settings, officer):
    """Hashes are counted from here on."""
    settings.PASSWORD_HASHERS = ["flows.guesses.Counted"]
    officer.set_password(PASSWORD)
    officer.save()
    Counted.since()
    return Counted
