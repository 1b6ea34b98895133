"""The second step is set up, renewed and taken away."""

from __future__ import annotations

import secrets
from base64 import b32encode

from allauth.account.decorators import reauthentication_required
from allauth.mfa.adapter import get_adapter
from django import forms
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from caytre.accounts.actions import second_step
from caytre.accounts.queries.second_step import has_second_step
from caytre.core.refusals import Refused, gettext_noop
from caytre.web.accounts.forms import SetUpForm
from caytre.web.accounts.guard import WANTED, is_second_step_needed
from caytre.web.accounts.qr import square
from caytre.web.session import person

SECRET = "second-step-secret"
confirmed = reauthentication_required(app="allauth.mfa")


class MustKeepSecondStep(Refused):
    """Who approves or administers may change the telephone, not do without."""

    status = 403
    sentence = gettext_noop(
        "Người phê duyệt và quản trị không tắt được bước xác nhận thứ hai. Nếu thay máy, hãy chọn “Đổi điện thoại”."
    )


class NoSecondStep(Refused):
    """Recovery codes stand for a telephone; without one they open nothing."""

    status = 409
    sentence = gettext_noop(
        "Chưa thiết lập bước xác nhận thứ hai, nên chưa có mã dự phòng. Hãy thiết lập trước."
    )


@require_http_methods(["GET", "HEAD", "POST"])
@confirmed
def set_up(request: HttpRequest) -> HttpResponse:
    """A telephone reads the secret and proves it by a code; then the recovery codes are shown, once."""
    secret = request.session.setdefault(SECRET, b32encode(secrets.token_bytes(20)).decode())
    form = SetUpForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        codes = _set_up(request, secret, form)
        if codes:
            return _show(request, codes)
    address = get_adapter().build_totp_url(person(request), secret)
    context = {
        "form": form,
        "square": square(address),
        "address": address,
        "groups": [secret[at : at + 4] for at in range(0, len(secret), 4)],
        "again": has_second_step(person(request)),
    }
    return render(request, "accounts/set_up.html", context)


def _set_up(request: HttpRequest, secret: str, form: forms.Form) -> list[str] | None:
    user, code = person(request), form.cleaned_data["code"]
    codes = second_step.set_up(user, secret=secret, code=code, at=timezone.now())
    if codes is None:
        form.add_error(
            "code", _("Mã chưa đúng. Hãy xem giờ của điện thoại có đúng không, rồi nhập mã đang hiện.")
        )
        return None
    del request.session[SECRET]
    update_session_auth_hash(request, user)
    return codes


@require_POST
@confirmed
def renew_codes(request: HttpRequest) -> HttpResponse:
    """New recovery codes, shown once."""
    if not has_second_step(person(request)):
        raise NoSecondStep
    return _show(request, second_step.renew_codes(person(request), at=timezone.now()))


def _show(request: HttpRequest, codes: list[str]) -> HttpResponse:
    """The codes as they will not be seen again: to print, or to keep as a file."""
    lines = [
        _("Mã dự phòng của %(name)s trên Cây Tre; mỗi mã dùng một lần.") % {"name": person(request).username}
    ]
    context = {
        "codes": codes,
        "file": "\r\n".join([*lines, *codes, ""]),
        "next": request.session.pop(WANTED, "") or reverse("account"),
    }
    return render(request, "accounts/codes.html", context)


@require_POST
@confirmed
def take_away(request: HttpRequest) -> HttpResponse:
    """No second step any more, for those who need none."""
    user = person(request)
    if is_second_step_needed(request):
        raise MustKeepSecondStep
    second_step.take_away(user, by=user, at=timezone.now())
    request.session.pop("has_second_step", None)
    update_session_auth_hash(request, user)
    messages.success(request, _("Đã tắt bước xác nhận thứ hai."))
    return redirect("account")
