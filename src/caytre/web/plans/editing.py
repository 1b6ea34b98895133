"""The form of a task: of a proposal, of a draft, by hand, of a part."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from caytre.core.refusals import Refused, gettext_noop
from caytre.web import conflict
from caytre.web.plans.forms import LABELS, Form, blank, context
from caytre.web.plans.found import plan_to_confirm, proposal_of, task_of, task_to_confirm
from caytre.web.plans.parties import Change, changes, is_same, unpacked
from caytre.web.plans.portions import home_of
from caytre.web.seeing.rows import names
from caytre.web.session import person
from caytre.web.wording import said
from caytre.work.actions import confirming, drafting
from caytre.work.models import Plan, Proposal, Task
from caytre.work.queries.confirming import suggestion_of
from caytre.work.queries.meanings import meanings
from caytre.work.queries.tasks import doing, wanted_of
from caytre.work.rules.permissions import MayNotConfirm, can_confirm, can_part
from caytre.work.rules.suggesting import as_written, led_by
from caytre.work.rules.wanted import Wanted

forms = require_http_methods(["GET", "HEAD", "POST"])


class NobodyOfIt(Refused):
    """No unit of the person does the task."""

    status = 403
    sentence = gettext_noop("Chỉ đơn vị được giao nhiệm vụ mới phân giao từng phần của nhiệm vụ đó.")


@forms
def proposal(request: HttpRequest, *, key: UUID, proposal: int) -> HttpResponse:
    """Make of a proposal what the form says. Raises NotFound, MayNotConfirm, AlreadyDecided."""
    plan = plan_to_confirm(request, key=key)
    one = proposal_of(plan, number=proposal)
    back = home_of(plan, at=one.pk)
    form = _form(request, _suggested(plan, one), plan.unit_id)

    def keep(wanted: Wanted) -> str:
        confirming.edit(one, tasks=[wanted], by=person(request), at=timezone.now())
        return back

    return _asked(request, form, keep, heading=_("Sửa đề xuất"), back=back, quote=one.quote)


@forms
def split(request: HttpRequest, *, key: UUID, proposal: int) -> HttpResponse:
    """Make several tasks of a proposal, one of each line."""
    plan = plan_to_confirm(request, key=key)
    one = proposal_of(plan, number=proposal)
    back = home_of(plan, at=one.pk)
    text, problem = request.POST.get("texts", one.content["text"]), ""
    if request.method == "POST":
        try:
            confirming.split(one, texts=text.splitlines(), by=person(request), at=timezone.now())
            return redirect(back)
        except confirming.NothingToSplit as refusal:
            problem = said(refusal)
    shown = {"plan": plan, "quote": one.quote, "text": text, "problem": problem, "back": back}
    return render(request, "plans/split.html", shown, status=422 if problem else 200)


@forms
def draft(request: HttpRequest, *, task: UUID) -> HttpResponse:
    """Edit a draft; what somebody else changed meanwhile is put together with it, or shown beside it.

    Raises NotFound, MayNotConfirm, NotADraft, and ChangedMeanwhile for a form that does not say who took part.
    """
    found = task_to_confirm(request, task=task)
    if found.standing != "draft":
        raise drafting.NotADraft
    form = _form(request, wanted_of(found), found.unit_id)
    if request.method == "POST" and request.POST.get("step") != "find":
        merged = conflict.settled(
            request, version=str(found.version), before=form.opened, theirs=form.shown, mine=form.values
        )
        if merged.differences:
            labels = {name: str(label) for name, label in LABELS.items()}
            return conflict.page(
                request, merged=merged, labels=labels, version=str(found.version), back=_home(found)
            )
        form.values = dict(merged.values)
        if changed := _parties(form):
            heading, version = _("Sửa nhiệm vụ"), str(found.version)
            shown = context(form, heading=heading, back=_home(found), quote=found.quote, version=version)
            return render(request, "plans/form.html", shown | {"changed": changed}, status=409)

    def keep(wanted: Wanted) -> str:
        drafting.edit(found, wanted=wanted, version=found.version, by=person(request), at=timezone.now())
        return _home(found)

    heading, back, version = _("Sửa nhiệm vụ"), _home(found), str(found.version)
    return _asked(request, form, keep, heading=heading, back=back, quote=found.quote, version=version)


@forms
def add(request: HttpRequest, *, key: UUID) -> HttpResponse:
    """A task of a plan that no proposal names."""
    plan = plan_to_confirm(request, key=key)
    form = _form(request, blank(), plan.unit_id)

    def keep(wanted: Wanted) -> str:
        made = drafting.add(plan, wanted=wanted, by=person(request), at=timezone.now())
        return _home(made)

    return _asked(request, form, keep, heading=_("Thêm nhiệm vụ"), back=reverse("plan", args=[plan.pk]))


@forms
def alone(request: HttpRequest) -> HttpResponse:
    """A task of one's own unit without any document."""
    me = person(request)
    units = [post.unit for post in me.held if can_confirm(me, unit=post.unit)]
    if not units:
        raise MayNotConfirm
    form = _form(request, blank(), units[0])

    def keep(wanted: Wanted) -> str:
        made = drafting.add_alone(units[0], wanted=wanted, by=me, at=timezone.now())
        return reverse("task", args=[made.pk])

    return _asked(request, form, keep, heading=_("Nhiệm vụ không theo văn bản"), back=reverse("plans"))


@forms
def part(request: HttpRequest, *, task: UUID) -> HttpResponse:
    """A part that a unit which does the task hands down. Raises NotFound, NobodyOfIt."""
    parent, me = task_of(request, task=task), person(request)
    units = doing(parent)
    unit = next((post.unit for post in me.held if can_part(me, unit=post.unit, doing=units)), None)
    if unit is None:
        raise NobodyOfIt
    form = _form(request, blank(), unit)

    def keep(wanted: Wanted) -> str:
        made = drafting.add_part(parent, wanted=wanted, unit=unit, by=me, at=timezone.now())
        return reverse("task", args=[made.pk])

    back = reverse("task", args=[parent.pk])
    return _asked(request, form, keep, heading=_("Phân giao một phần"), back=back, quote=parent.text)


def _asked(
    request: HttpRequest, form: Form, keep: Callable[[Wanted], str], *, heading: str, back: str, quote: str = "",
    version: str = "",
) -> HttpResponse:  # fmt: skip
    """The form; what was sent is kept where nothing is wrong with it, unless units were only looked for."""
    status = 200
    if request.method == "POST" and request.POST.get("step") != "find":
        wanted = form.wanted()
        if not form.problems:
            to = keep(wanted)
            messages.success(request, _("Đã ghi nhiệm vụ."))
            return redirect(to)
        status = 422
    shown = context(form, heading=heading, back=back, quote=quote, version=version)
    return render(request, "plans/form.html", shown, status=status)


def _parties(form: Form) -> list[Change]:
    """Who takes part was changed by somebody else: theirs stays; what differs where this form changed it, too."""
    before, theirs = unpacked(form.takers), form.base.takings
    if before is None:
        raise drafting.ChangedMeanwhile
    mine = form.takings(before)
    if is_same(before, other=theirs):
        return []
    form.take(theirs)
    if is_same(mine, other=before) or is_same(mine, other=theirs):
        return []
    return changes(before, theirs=theirs, mine=mine, name=names(form.today))


def _form(request: HttpRequest, base: Wanted, unit: UUID) -> Form:
    sent = request.POST if request.method == "POST" else None
    return Form(base, sent=sent, today=timezone.localdate(), within=str(unit))


def _suggested(plan: Plan, one: Proposal) -> Wanted:
    found = suggestion_of(one, plan=plan, meaning=meanings(plan, today=timezone.localdate()))
    return led_by(found, choice=1) if found.needs_choice else as_written(found)


def _home(task: Task) -> str:
    """Where a draft is shown: in its plan, or on its own page."""
    if task.plan_id:
        return reverse("plan", args=[task.plan_id]) + f"#task-{task.pk}"
    return reverse("task", args=[task.pk])
