"""The way in: name and password, the second step, the password once more."""

from __future__ import annotations

from typing import Any

from allauth.account import views as allauth
from allauth.mfa.base import views as allauth_mfa
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from caytre.accounts.actions.hashing import TooManySigningIn
from caytre.web.accounts.forms import CodeForm, ConfirmForm, LoginForm
from caytre.web.accounts.known import TooManyGuesses
from caytre.web.wording import said


class Login(allauth.LoginView):
    """Name and password. Where nothing is tried now, the page says when it will be."""

    template_name = "accounts/login.html"
    form_class = LoginForm

    def form_valid(self, form: LoginForm) -> HttpResponse:
        with transaction.atomic():  # one write instead of four, on the day when everybody signs in
            return super().form_valid(form)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return super().post(request, *args, **kwargs)
        except (TooManyGuesses, TooManySigningIn) as refusal:
            self._cached_form = LoginForm(
                request=request, initial={"username": request.POST.get("username", "")}
            )
            context = self.get_context_data(form=self._cached_form, rest=said(refusal))
            headers = {"Retry-After": str(refusal.retry_after)}
            return self.render_to_response(context, status=refusal.status, headers=headers)


class SecondStep(allauth_mfa.AuthenticateView):
    """The code, between the password and being in."""

    template_name = "accounts/code.html"
    form_class = CodeForm

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if "stop" in request.POST:
            return self.stage.abort()
        return super().post(request, *args, **kwargs)

    def _build_forms(self) -> Any:
        return None if "stop" in self.request.POST else super()._build_forms()


class Confirm(allauth.ReauthenticateView):
    """The password once more, before something that an open desk must not allow."""

    template_name = "accounts/confirm.html"
    form_class = ConfirmForm


def form_too_old(request: HttpRequest, *, reason: str = "") -> HttpResponse:
    """A form without the token of this browser is not heard."""
    context = {
        "heading": _("Biểu mẫu này đã cũ"),
        "message": _("Chưa có gì được ghi. Hãy quay lại, tải lại trang rồi gửi lại."),
    }
    return render(request, "web/refused.html", context, status=403)
