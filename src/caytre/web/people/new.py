"""Somebody new gets an account with a first post."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from caytre import flows
from caytre.accounts.actions import passwords
from caytre.accounts.queries.handed import just_made
from caytre.core.models import User
from caytre.core.refusals import Refused
from caytre.core.validity import day_of
from caytre.units.models import Role
from caytre.units.queries.directory import directory
from caytre.units.queries.people import name_of
from caytre.units.rules.capacity import ROLES
from caytre.units.rules.people import can_see_people
from caytre.web.accounts.guard import administering
from caytre.web.people.choosing import chosen, unit_picker
from caytre.web.people.forms import PersonForm
from caytre.web.people.handing import Slip, hand_over
from caytre.web.people.marks import mark_of, new_mark
from caytre.web.session import person
from caytre.web.wording import said


@require_http_methods(["GET", "HEAD", "POST"])
@administering
def show(request: HttpRequest) -> HttpResponse:
    """The form; when it was filled, the password of the new account. Raises NoPeople, FormTooOld."""
    can_see_people(person(request)).or_raise()
    is_search = request.POST.get("step") == "find"
    form = PersonForm(request.POST) if request.method == "POST" and not is_search else PersonForm()
    if is_search:
        form.initial |= {name: request.POST.get(name, "") for name in form.fields}
    unit = unit_picker(request)
    if form.is_bound:
        if not chosen(unit):
            form.add_error(None, _("Hãy chọn đơn vị."))
        if form.is_valid():
            try:
                return _made(request, form, chosen(unit))
            except Refused as refusal:
                form.add_error(None, said(refusal))
    context = {"form": form, "picker": unit, "mark": new_mark()}
    return render(request, "people/new.html", context, status=422 if form.is_bound else 200)


def _made(request: HttpRequest, form: PersonForm, unit: str) -> HttpResponse:
    """The account is made, or was by the same form a moment ago."""
    sent, by, now = form.cleaned_data, person(request), timezone.now()
    password = passwords.one_time_password(sent["login"], mark=mark_of(request))
    user: User | None = just_made(sent["login"], password=password, by=by, at=now)
    if user is None:
        user = passwords.prepare_account(
            sent["login"], password=password, change_by=now, shown=sent["shown"], at=now
        )
        flows.take_on(user, unit=unit, role=Role(sent["role"]), since=sent["effective"], by=by, at=now)
    at = name_of(unit, among=directory(), on=day_of(now))
    slip = Slip(user.shown, user.username, password, f"{_(ROLES[sent['role']])}, {at}")
    return hand_over(
        request, slips=[slip], heading=_("Đã tạo tài khoản"), back=reverse("person", args=[user.pk])
    )
