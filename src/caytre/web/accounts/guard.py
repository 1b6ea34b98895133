"""Before every page: is the session over, must the password be changed, is the second step missing."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from caytre.accounts.queries.second_step import has_second_step, is_only_account
from caytre.accounts.rules import lasting
from caytre.accounts.rules.second_step import may_go_on_without, needs_second_step
from caytre.web.accounts.known import address_of
from caytre.web.session import person

Respond = Callable[[HttpRequest], HttpResponse]
# Where somebody may go who must first change the password or set up a telephone.
ALWAYS_OPEN = {"account_logout", "language", "password", "account_reauthenticate"}
SECOND_STEP = {"second-step"}
WANTED = "wanted"
"""In the session: the page that somebody wanted who has to set up the second step first."""


class Settled:
    """Ends sessions that are over, and leads who has something to settle to where it is settled."""

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            _go_on_or_end(request)
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        if not request.user.is_authenticated or request.resolver_match is None:
            return None
        name = request.resolver_match.url_name
        if name in ALWAYS_OPEN:
            return None
        if must_change_password(request):
            messages.warning(
                request, _("Mật khẩu này do người khác đặt. Hãy đổi mật khẩu trước khi làm việc.")
            )
            return redirect("password")
        return None if name in SECOND_STEP else _to_second_step(request, is_administering=False)


def administering(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A page or an act of administration or approval: never without the second step."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return _to_second_step(request, is_administering=True) or view(request, *args, **kwargs)

    return guarded


def must_change_password(request: HttpRequest) -> bool:
    """Whether the password was given by somebody else and is good for nothing but to be changed."""
    by = person(request).change_password_by
    now = timezone.now().timestamp()
    return lasting.must_change_password(by and by.timestamp(), at=now)


def is_second_step_needed(request: HttpRequest) -> bool:
    """Whether what this person is today asks for a second step."""
    user = person(request)
    return needs_second_step([post.role for post in user.held], is_superuser=user.is_superuser)


def _to_second_step(request: HttpRequest, *, is_administering: bool) -> HttpResponse | None:
    if _is_settled(request) or may_go_on_without(
        is_only_account=is_only_account(person(request)), is_administering=is_administering
    ):
        return None
    messages.warning(
        request,
        _(
            "Người phê duyệt và quản trị cần thêm bước xác nhận bằng điện thoại. Hãy thiết lập trước khi làm tiếp."
        ),
    )
    if request.method == "GET" and "HX-Request" not in request.headers:
        request.session[WANTED] = request.get_full_path()
    return redirect("second-step")


def _is_settled(request: HttpRequest) -> bool:
    """Whether no second step is missing. That there is one is remembered: to take it away ends the session."""
    session, needed = request.session, is_second_step_needed(request)
    if session.get("strict", False) != needed:
        session["strict"] = needed
    if not (needed and settings.SECOND_STEP_REQUIRED) or session.get("has_second_step"):
        return True
    if not has_second_step(person(request)):
        return False
    session["has_second_step"] = True
    return True


def _go_on_or_end(request: HttpRequest) -> None:
    """Note now and then that a session is used; end it where it is over."""
    session, now = request.session, int(timezone.now().timestamp())
    began, seen = session.setdefault("began", now), session.get("seen", 0)
    limits = settings.SESSION_LIMITS["strict" if session.get("strict") else "ordinary"]
    if lasting.is_over(began=began, seen=seen or now, at=now, limits=lasting.Limits(**limits)):
        logout(request)
        messages.info(request, _("Phiên làm việc trước đã kết thúc. Hãy đăng nhập lại để làm tiếp."))
    elif not 0 <= now - seen < lasting.NOTED:
        session["seen"], session["address"] = now, address_of(request)
