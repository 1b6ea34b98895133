"""An administrator looks after an account: password, telephone, closing and opening."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.contrib.auth.hashers import check_password
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from caytre import flows
from caytre.accounts.actions import closing, passwords, second_step
from caytre.core.refusals import Answer
from caytre.units.queries.people import account
from caytre.units.rules import people as rules
from caytre.web.accounts.guard import administering
from caytre.web.people.account import asked
from caytre.web.people.handing import Slip, hand_over
from caytre.web.people.marks import mark_of
from caytre.web.session import person


@require_POST
@administering
def give_password(request: HttpRequest, *, who: int) -> HttpResponse:
    """A new password for one time, shown once; who sends the form twice is shown it again, and nothing else happens."""
    user, mark = asked(request, who=who), mark_of(request)
    password = passwords.one_time_password(user.username, mark=mark)
    if check_password(password, user.password):
        rules.can_give_password(person(request), account=account(user, on=timezone.localdate())).or_raise()
    else:
        flows.give_password(user, password=password, by=person(request), at=timezone.now())
    return hand_over(
        request,
        slips=[Slip(user.shown, user.username, password)],
        heading=_("Đã đặt lại mật khẩu"),
        back=reverse("person", args=[user.pk]),
    )


@require_POST
@administering
def take_second_step_back(request: HttpRequest, *, who: int) -> HttpResponse:
    """For who has lost the telephone and the recovery codes."""
    said_ = _("Đã bỏ bước xác nhận thứ hai. Người này thiết lập lại khi đăng nhập.")
    return _act(request, who, rules.can_look_after, second_step.take_away, said_)


@require_POST
@administering
def close(request: HttpRequest, *, who: int) -> HttpResponse:
    return _act(request, who, rules.can_close, closing.close, _("Đã đóng tài khoản."))


@require_POST
@administering
def reopen(request: HttpRequest, *, who: int) -> HttpResponse:
    return _act(request, who, rules.can_reopen, closing.reopen, _("Đã mở lại tài khoản."))


def _act(
    request: HttpRequest, who: int, can: Callable[..., Answer], act: Callable[..., None], done: str
) -> HttpResponse:
    user = asked(request, who=who)
    flows.look_after(user, can=can, act=act, by=person(request), at=timezone.now())
    messages.success(request, done)
    return redirect("person", who=user.pk)
