"""The forms of signing in and of one's own account."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.forms import ReauthenticateForm
from allauth.account.utils import perform_login
from django import forms
from django.contrib.auth.forms import PasswordChangeForm, UsernameField
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from caytre.accounts.actions import guessing, second_step
from caytre.core.models import User
from caytre.web.accounts import known


def _password(label: Any, **attributes: str) -> forms.CharField:
    """A box for a password: as it is typed, spaces and all."""
    widget = forms.PasswordInput(attrs={"autocomplete": "current-password", **attributes})
    return forms.CharField(label=label, strip=False, widget=widget)


def _code(label: Any, help_text: Any = "") -> forms.CharField:
    attributes = {"autocomplete": "one-time-code", "autocapitalize": "none", "spellcheck": "false"}
    return forms.CharField(
        label=label, help_text=help_text, max_length=40, widget=forms.TextInput(attrs=attributes)
    )


class LoginForm(forms.Form):
    """Name and password."""

    username = UsernameField(
        label=_("Tên đăng nhập"), max_length=150, widget=forms.TextInput(attrs={"autofocus": True})
    )
    password = _password(_("Mật khẩu"))

    def __init__(self, *args: Any, request: HttpRequest, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.request = request

    def clean(self) -> dict[str, Any]:
        """Raises :class:`caytre.web.accounts.known.TooManyGuesses` and TooManySigningIn through the form."""
        sent = self.cleaned_data
        if not self.errors:
            name, password = sent["username"], sent["password"]
            self.user = get_adapter().authenticate(self.request, username=name, password=password)
            if self.user is None:
                raise get_adapter().validation_error("username_password_mismatch")
        return sent

    def login(self, request: HttpRequest, redirect_url: str | None = None) -> HttpResponse:
        return perform_login(request, self.user, redirect_url=redirect_url)


class CodeForm(forms.Form):
    """The code of a telephone, or one of those on paper."""

    code = _code(_("Mã xác nhận"), _("Sáu chữ số trong ứng dụng trên điện thoại, hoặc một mã dự phòng."))

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user
        self.request = get_adapter().request

    def clean_code(self) -> str:
        attempt = known.attempt_of(self.request, name=self.user.username, secret="code")
        known.hear(attempt)
        code: str = self.cleaned_data["code"]
        if not second_step.use(self.user, code=code, at=timezone.now()):
            guessing.count(attempt, at=timezone.now())
            raise forms.ValidationError(
                _("Mã chưa đúng, đã dùng rồi hoặc đã hết hạn. Hãy đợi mã mới trên điện thoại rồi nhập lại.")
            )
        return code

    def save(self) -> None:
        """The code is used already."""


class SetUpForm(forms.Form):
    """The first code of a telephone that has just read the secret."""

    code = _code(_("Mã sáu chữ số đang hiện trên điện thoại"))


class ConfirmForm(ReauthenticateForm):
    """The password once more."""

    password = _password(_("Mật khẩu"), autofocus="true")


class PasswordForm(PasswordChangeForm):
    """The password of now, and another one."""

    def clean_old_password(self) -> str:
        """Guesses are counted as at the login page."""
        password: str = self.cleaned_data["old_password"]
        if not get_adapter().reauthenticate(self.user, password):
            raise get_adapter().validation_error("incorrect_password")
        return password

    def clean_new_password1(self) -> str:
        new: str = self.cleaned_data["new_password1"]
        if new == self.data.get("old_password"):
            raise forms.ValidationError(_("Mật khẩu mới giống mật khẩu đang dùng. Hãy chọn mật khẩu khác."))
        return new
