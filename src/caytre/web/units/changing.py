"""Changes of units: a form per kind, a page that shows what it would do, and a button that does exactly that."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from caytre import flows
from caytre.core.refusals import Refused
from caytre.units.queries.answering import answering
from caytre.units.queries.directory import directory
from caytre.units.queries.made import event_of
from caytre.units.queries.planning import plan_of
from caytre.units.rules.change import Change
from caytre.units.rules.permissions import MayNotChange, can_change, can_change_any
from caytre.units.rules.plan import Plan
from caytre.web.accounts.guard import administering
from caytre.web.once import NOT_SAID
from caytre.web.session import person
from caytre.web.units.orders import FORMS, change_of
from caytre.web.units.preview import preview_of
from caytre.web.units.questions import questions
from caytre.web.units.sent import Sent
from caytre.web.units.wording import EFFECTS, EVENTS, SCOPES
from caytre.web.wording import said
from vanban.units import Directory


@require_safe
@administering
def choose(request: HttpRequest) -> HttpResponse:
    """Which kind of change. Raises MayNotChange."""
    can_change_any(person(request)).or_raise()
    context = {
        "kinds": [(kind, EVENTS[kind], EFFECTS[kind]) for kind in FORMS], "unit": request.GET.get("unit", "")
    }  # fmt: skip
    return render(request, "units/changes.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@administering
def change(request: HttpRequest, *, kind: str) -> HttpResponse:
    """The form; the preview; the deed. Raises MayNotChange."""
    if kind not in FORMS:
        raise Http404
    can_change_any(person(request)).or_raise()
    among, step = directory(), request.POST.get("step", "")
    if request.method != "POST" or step not in ("preview", "do"):
        return _form(request, kind, among)
    sent = Sent(request.POST, among=among, today=timezone.localdate())
    wanted = change_of(kind, sent=sent)
    if sent.problems:
        return _form(request, kind, among, problems=sent.problems)
    try:
        return _answer(request, wanted, among, is_deed=step == "do")
    except Refused as refusal:
        problems = {_field(refusal, kind): said(refusal)}
        status = 403 if isinstance(refusal, MayNotChange) else 422
        return _form(request, kind, among, problems=problems, status=status)


def _answer(request: HttpRequest, wanted: Change, among: Directory, *, is_deed: bool) -> HttpResponse:
    """The preview, or the deed where its preview was confirmed as it stands. Raises a refusal."""
    if is_deed and event_of(wanted):  # the same form, sent a moment before
        return _done(request, wanted)
    plan = plan_of(wanted)
    can_change(person(request), units=answering(wanted.units())).or_raise()
    if not is_deed or plan.mark != request.POST.get("mark"):
        return _preview(request, plan, among, is_new=is_deed)
    flows.reorganise(plan, by=person(request), at=timezone.now())
    return _done(request, wanted)


def _form(
    request: HttpRequest,
    kind: str,
    among: Directory,
    *,
    problems: dict[str, str] | None = None,
    status: int = 422,
) -> HttpResponse:
    today, wrong = timezone.localdate(), problems or {}
    values = (request.POST if request.method == "POST" else request.GET).copy()
    if request.method != "POST" and values.get("unit"):
        values.setlist("units", values.getlist("unit"))
    values.setdefault("effective", today.isoformat())
    values.setdefault("token", str(uuid4()))
    context: dict[str, Any] = {
        "kind": kind, "heading": EVENTS[kind], "effect": EFFECTS[kind], "problems": wrong, "scopes": SCOPES,
        "problem": wrong.get(""), "sent": values,
        "questions": questions(kind, sent=values, among=among, today=today, by=person(request), problems=wrong),
    }  # fmt: skip
    return render(request, "units/change.html", context, status=status if problems else 200)


def _preview(request: HttpRequest, plan: Plan, among: Directory, *, is_new: bool) -> HttpResponse:
    kind = plan.change.kind
    hidden = [
        (name, value) for name, values in request.POST.lists() for value in values
        if name not in NOT_SAID | {"step", "mark"} and not name.startswith("q.")
    ]  # fmt: skip
    context = {
        "kind": kind, "heading": EVENTS[kind], "basis": plan.change.basis, "preview": preview_of(plan, among=among),
        "hidden": hidden, "is_new": is_new,
    }  # fmt: skip
    return render(request, "units/preview.html", context, status=409 if is_new else 200)


def _done(request: HttpRequest, wanted: Change) -> HttpResponse:
    what = f"{EVENTS[wanted.kind]} {wanted.basis.legal_basis}".strip()
    messages.success(request, _("Đã ghi thay đổi: %(what)s.") % {"what": what})
    first = next((one.id for one in wanted.founded), None) or next(wanted.units())
    return redirect("unit", first)


def _field(refusal: Refused, kind: str) -> str:
    """The field of the form beside which a refusal stands, "" for the head of the form."""
    fields = {ask.field for ask in FORMS[kind]} | {"effective"}
    wanted = FIELDS.get(type(refusal).__name__, ())
    return next((field for field in wanted if field in fields), "")


FIELDS = {
    "NotThere": ("effective",),
    "LaterChange": ("effective",),
    "PostsLater": ("effective",),
    "BadName": ("name", "new"),
    "AlreadyThere": ("new",),
    "WrongPlace": ("parent",),
    "InACircle": ("parent",),
    "BadHeir": ("heirs", "into", "to"),
    "EndsLater": ("to", "parent", "into", "heirs"),
    "Orphaned": ("below",),
}
