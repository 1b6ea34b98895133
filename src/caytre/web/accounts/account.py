"""What a person sees of their own account: password, second step, sessions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any

from allauth.mfa.models import Authenticator
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST
from django.views.generic import FormView

from caytre.accounts.actions import passwords
from caytre.accounts.models import Session
from caytre.core.models import User
from caytre.web import wording
from caytre.web.accounts.forms import PasswordForm
from caytre.web.accounts.guard import is_second_step_needed, must_change_password
from caytre.web.session import person


@dataclass(frozen=True, slots=True)
class Place:
    """A session as its owner knows it; ``mark`` names it in a form and opens nothing."""

    mark: str
    is_this: bool
    browser: str
    address: str
    began_at: datetime | None
    seen_at: datetime | None


@require_GET
def show(request: HttpRequest) -> HttpResponse:
    user = person(request)
    telephone = Authenticator.objects.filter(user_id=user.pk, type=Authenticator.Type.TOTP).first()
    context = {
        "telephone": telephone,
        "codes_left": user.recovery_codes.count(),
        "needed": is_second_step_needed(request),
        "places": [_place(session, request) for session in _sessions(user)],
    }
    return render(request, "accounts/account.html", context)


@require_POST
def end(request: HttpRequest) -> HttpResponse:
    """End one session of one's own, or all others."""
    mark, user = request.POST.get("mark", ""), person(request)
    wanted = [
        session.session_key
        for session in _sessions(user)
        if session.session_key != request.session.session_key and mark in ("others", _mark(session))
    ]
    ended, _rows = Session.objects.filter(session_key__in=wanted, user=user).delete()
    if ended:
        messages.success(request, _("Đã kết thúc %(number)s phiên đăng nhập.") % {"number": ended})
    return redirect("account")


def _sessions(user: User) -> list[Session]:
    rows = Session.objects.filter(user=user, expire_date__gt=timezone.now())
    return list(rows.order_by("-seen_at", "session_key")[:200])


def _place(session: Session, request: HttpRequest) -> Place:
    return Place(
        mark=_mark(session),
        is_this=session.session_key == request.session.session_key,
        browser=wording.browser(session.browser),
        address=session.address,
        began_at=session.began_at,
        seen_at=session.seen_at,
    )


def _mark(session: Session) -> str:
    return sha256(f"caytre.session {session.session_key}".encode()).hexdigest()[:16]


class Password(FormView[PasswordForm]):
    """A person changes their password; every other session of theirs is over."""

    template_name = "accounts/password.html"
    form_class = PasswordForm

    def get_success_url(self) -> str:
        return reverse("day" if person(self.request).held else "documents")

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"user": person(self.request)}

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        return super().get_context_data(**context, given=must_change_password(self.request))

    def form_valid(self, form: PasswordForm) -> HttpResponse:
        user = person(self.request)
        passwords.change_password(user, password=form.cleaned_data["new_password1"], at=timezone.now())
        update_session_auth_hash(self.request, user)
        messages.success(self.request, _("Đã đổi mật khẩu. Các phiên đăng nhập khác đã kết thúc."))
        return super().form_valid(form)
