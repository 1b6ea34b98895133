"""How allauth is fitted to this house: whom it asks, and what it leaves to us."""

from __future__ import annotations

import base64
from hashlib import sha256
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from caytre.accounts.actions import guessing
from caytre.accounts.actions.sessions import forget_expired
from caytre.core.models import User
from caytre.web.accounts import known
from caytre.web.session import person

FRESH = 600  # seconds after signing in during which no password is asked for again


class Accounts(DefaultAccountAdapter):
    """Nobody signs up; guesses are counted by our budgets; sessions begin with what their owner wants to know."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "username_password_mismatch": _(
            "Tên đăng nhập hoặc mật khẩu chưa đúng, hoặc tài khoản đã ngừng hoạt động. Hãy kiểm tra bộ gõ và phím Caps "
            "Lock rồi nhập lại."
        ),
        "incorrect_password": _("Mật khẩu chưa đúng. Hãy nhập lại mật khẩu đang dùng."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def is_ajax(self, request: HttpRequest) -> bool:
        return False

    def add_message(self, *args: Any, **kwargs: Any) -> None:
        """Our pages say for themselves what happened."""

    def get_client_ip(self, request: HttpRequest) -> str:
        return known.address_of(request)

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        known.hear(known.attempt_of(request, name=credentials["username"], secret="password"))

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        attempt = known.attempt_of(request, name=credentials["username"], secret="password")
        guessing.count(attempt, at=timezone.now())

    def login(self, request: HttpRequest, user: User) -> None:
        """The session gets a new id, and begins now."""
        super().login(request, user)
        forget_expired(timezone.now())
        now = int(timezone.now().timestamp())
        request.session.update(
            {
                "began": now, "seen": now, "confirmed": now, "address": known.address_of(request),
                "browser": request.headers.get("User-Agent", "")[:200],
            }
        )  # fmt: skip

    def post_login(self, request: HttpRequest, user: User, **how: Any) -> HttpResponse:
        response: HttpResponse = super().post_login(request, user, **how)
        known.welcome(request, user=user, response=response)
        return response

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """Who has a post begins with what waits for them today."""
        return reverse("day") if person(request).held else super().get_login_redirect_url(request)

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Not of somebody who has just signed in."""
        confirmed = self.request.session.get("confirmed", 0)
        return bool(timezone.now().timestamp() - confirmed > FRESH)

    def get_reauthentication_methods(self, user: Any) -> list[dict[str, Any]]:
        return [{"id": "reauthenticate", "description": "", "url": reverse("account_reauthenticate")}]


class SecondSteps(DefaultMFAAdapter):
    """The secret of a telephone lies in the database under a key that does not."""

    def encrypt(self, text: str) -> str:
        return _box().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """The secret; "" where the key of the installation is another one now."""
        try:
            return _box().decrypt(encrypted_text.encode()).decode()
        except InvalidToken:
            return ""


def _box() -> Fernet:
    return Fernet(
        base64.urlsafe_b64encode(sha256(b"caytre.second-step" + settings.SECRET_KEY.encode()).digest())
    )
