"""The addresses of signing in and of one's own account. The names account_… and mfa_… are asked for by allauth."""

from __future__ import annotations

from django.contrib.auth.views import LogoutView
from django.urls import path

from caytre.web.accounts import account, entry, steps

urlpatterns = [
    path("login/", entry.Login.as_view(), name="account_login"),
    path("login/code/", entry.SecondStep.as_view(), name="mfa_authenticate"),
    path("logout/", LogoutView.as_view(), name="account_logout"),
    path("password/", account.Password.as_view(), name="password"),
    path("account/", account.show, name="account"),
    path("account/sessions/end/", account.end, name="end-sessions"),
    path("account/confirm/", entry.Confirm.as_view(), name="account_reauthenticate"),
    path("account/second-step/", steps.set_up, name="second-step"),
    path("account/second-step/off/", steps.take_away, name="second-step-off"),
    path("account/recovery-codes/", steps.renew_codes, name="recovery-codes"),
]
