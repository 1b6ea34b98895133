"""An administrator gives and ends the posts of a person."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from caytre import flows
from caytre.accounts.queries import people
from caytre.core.access import NotFound
from caytre.core.models import User
from caytre.core.refusals import Refused
from caytre.units.models import Post, Role
from caytre.units.queries.people import account
from caytre.units.rules import people as rules
from caytre.web.accounts.guard import administering
from caytre.web.people.account import asked, page_of
from caytre.web.people.choosing import chosen, unit_picker
from caytre.web.people.forms import PostForm, day_field
from caytre.web.session import person
from caytre.web.units.looking import NoDay
from caytre.web.wording import said


@require_POST
@administering
def give_post(request: HttpRequest, *, who: int) -> HttpResponse:
    """A post at the unit that was chosen; or what a search for the unit found. Raises what rules refuse."""
    user = asked(request, who=who)
    rules.can_give_posts_to(person(request), account=account(user, on=timezone.localdate())).or_raise()
    if request.POST.get("step") == "find":
        form = PostForm()
        form.initial |= {name: request.POST.get(name, "") for name in form.fields}
        return page_of(request, user=user, form=form)
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
    return page_of(request, user=user, form=form, status=422)


@require_POST
@administering
def end_post(request: HttpRequest, *, who: int, post: int) -> HttpResponse:
    """End a post on the day that was sent. Raises what the flow refuses."""
    user = asked(request, who=who)
    held = Post.objects.filter(pk=post, user=user).first()
    if held is None or not (person(request).is_superuser or person(request).reach.administers(held.unit_id)):
        raise NotFound
    written = request.POST.get("on", "")
    try:
        on = day_field("").clean(written)
    except ValidationError:
        raise NoDay(value=written) from None
    flows.release(held, on=on, by=person(request), at=timezone.now())
    if user.pk == person(request).pk:
        update_session_auth_hash(request, User.objects.get(pk=user.pk))  # they go on here, and nowhere else
        return redirect("own-posts")
    messages.success(request, _("Đã kết thúc chức vụ. Người này cần đăng nhập lại."))
    theirs = people.people(on=timezone.localdate()).visible_to(person(request)).rows
    return redirect("person", who=user.pk) if theirs.filter(pk=user.pk).exists() else redirect("people")
