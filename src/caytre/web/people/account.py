"""One person: account, posts, and what an administrator does with them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from caytre import flows
from caytre.accounts.actions import closing, passwords, second_step
from caytre.accounts.queries import people
from caytre.accounts.queries.history import of_account
from caytre.core.access import NotFound, fetch
from caytre.core.models import User
from caytre.core.refusals import Answer, Refused
from caytre.units.models import Post, Role
from caytre.units.queries.people import account
from caytre.units.rules import people as rules
from caytre.web.accounts.guard import administering
from caytre.web.people.forms import ISO, PostForm, chosen, day_field, mark_of, new_mark, unit_picker
from caytre.web.people.handing import Slip, hand_over
from caytre.web.session import person
from caytre.web.wording import EVENTS, said


@require_safe
@administering
def show(request: HttpRequest, *, who: int) -> HttpResponse:
    """What is known of a person, and what may be done. Raises NoPeople, NotFound."""
    return _page(request, _asked(request, who), PostForm())


@require_POST
@administering
def give_post(request: HttpRequest, *, who: int) -> HttpResponse:
    """A post at the unit that was chosen; or what a search for the unit found. Raises what rules refuse."""
    user = _asked(request, who)
    rules.can_give_posts_to(person(request), account=account(user, on=timezone.localdate())).or_raise()
    if request.POST.get("step") == "find":
        form = PostForm()
        form.initial |= {name: request.POST.get(name, "") for name in form.fields}
        return _page(request, user, form)
    form, unit = PostForm(request.POST), chosen(unit_picker(request))
    if not unit:
        form.add_error(None, _("Hãy chọn đơn vị."))
    if form.is_valid():
        sent = form.cleaned_data
        try:
            flows.appoint(
                user, unit=unit, role=Role(sent["role"]), since=sent["effective"], by=person(request), at=timezone.now()
            )  # fmt: skip
        except Refused as refusal:
            form.add_error(None, said(refusal))
        else:
            messages.success(request, _("Đã giao chức vụ. Người này cần đăng nhập lại."))
            return redirect("person", who=user.pk)
    return _page(request, user, form, status=422)


@require_POST
@administering
def end_post(request: HttpRequest, *, who: int, post: int) -> HttpResponse:
    """End a post on the day that was sent. Raises what the flow refuses."""
    user = _asked(request, who)
    held = Post.objects.filter(pk=post, user=user).first()
    if held is None or not (person(request).is_superuser or person(request).reach.administers(held.unit_id)):
        raise NotFound
    try:
        on = day_field("").clean(request.POST.get("on", ""))
    except ValidationError:
        raise rules.EndsInPast from None
    flows.release(held, on=on, by=person(request), at=timezone.now())
    if user.pk == person(request).pk:
        update_session_auth_hash(request, User.objects.get(pk=user.pk))  # they go on here, and nowhere else
        return redirect("own-posts")
    messages.success(request, _("Đã kết thúc chức vụ. Người này cần đăng nhập lại."))
    theirs = people.people(on=timezone.localdate()).visible_to(person(request)).rows
    return redirect("person", who=user.pk) if theirs.filter(pk=user.pk).exists() else redirect("people")


@require_POST
@administering
def give_password(request: HttpRequest, *, who: int) -> HttpResponse:
    """A new password for one time, shown once."""
    user, mark = _asked(request, who), mark_of(request)
    password = passwords.one_time_password(user.username, mark=mark)
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
    user = _asked(request, who)
    flows.look_after(user, can=can, act=act, by=person(request), at=timezone.now())
    messages.success(request, done)
    return redirect("person", who=user.pk)


def _asked(request: HttpRequest, who: int) -> User:
    """The person of the address, if whoever asks looks after any such. Raises NoPeople, NotFound."""
    by = person(request)
    rules.can_see_people(by).or_raise()
    return fetch(people.people(on=timezone.localdate()), by=by, pk=who)


def _page(request: HttpRequest, user: User, form: PostForm, *, status: int = 200) -> HttpResponse:
    by, today = person(request), timezone.localdate()
    (row,) = people.shown(
        people.people(on=today).rows.filter(pk=user.pk), user=by, on=today, is_past_too=True
    )
    theirs = account(user, on=today)
    answers = {
        "password": rules.can_give_password(by, account=theirs),
        "look_after": rules.can_look_after(by, account=theirs),
        "close": rules.can_close(by, account=theirs),
        "reopen": rules.can_reopen(by, account=theirs),
        "post": rules.can_give_posts_to(by, account=theirs),
    }
    ends = {
        post.id: rules.can_end_post(by, account=theirs, role=post.role, unit=post.unit)
        for post in row.posts
        if not post.is_over
    }
    context: dict[str, Any] = {
        "row": row,
        "may": answers,
        "why": said(answers["look_after"].refusal) if answers["look_after"].refusal else "",
        "ends": {key: said(answer.refusal) if answer.refusal else "" for key, answer in ends.items()},
        "form": form,
        "picker": unit_picker(request),
        "mark": new_mark(),
        "today": today.strftime(ISO),
        "events": [(event, EVENTS.get(event.name, event.name)) for event in of_account(user)],
    }
    return render(request, "people/person.html", context, status=status)
