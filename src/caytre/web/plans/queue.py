"""The queue of proposals: the text on the left, what it asks on the right, one key to decide."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe
from django_htmx.http import HttpResponseClientRedirect

from caytre.core.access import NotFound
from caytre.core.refusals import Refused
from caytre.web.plans.found import plan_to_confirm, proposal_of
from caytre.web.plans.portions import home_of, number_of, portions
from caytre.web.plans.wording import DECISIONS, DIFFERS, PARTS, SIX
from caytre.web.session import person
from caytre.web.wording import said
from caytre.work.actions import confirming, planning
from caytre.work.models import Plan, Proposal
from caytre.work.queries.confirming import Line, Queue, lines_of, queue_of
from caytre.work.queries.plans import counts_of, meter_of
from caytre.work.rules.clear import NEEDS
from caytre.work.rules.permissions import can_issue
from vanban.marking import Mark, annotate
from vanban.model import Document, Header


@require_safe
def show(request: HttpRequest, *, key: UUID) -> HttpResponse:
    """Raises NotFound, MayNotConfirm."""
    plan = plan_to_confirm(request, key=key)
    parted = portions(plan)
    page = parted.asked(request.GET)
    queue = queue_of(plan, today=timezone.localdate(), keys=parted.on(page))
    context = {
        **_meters(plan), "queue": queue, "text": _text(queue), "lines": _with_places(queue.lines, queue.text),
        "may_issue": bool(can_issue(person(request), unit=plan.unit_id)), "page": page,
        "pages": [(number, parted.opened(number)) for number in range(1, parted.last + 1)],
    }  # fmt: skip
    return render(request, "plans/queue.html", context)


@require_POST
def answer(request: HttpRequest, *, key: UUID, proposal: int) -> HttpResponse:
    """One decision. Where scripts run, the rows that changed and the meter come back; else the page at the next one."""
    plan = plan_to_confirm(request, key=key)
    one = proposal_of(plan, number=proposal)
    try:
        changed = _decide(one, request)
    except NotFound:
        raise
    except Refused as refusal:
        if not request.headers.get("HX-Request"):
            raise
        return _rows(request, plan, {one.pk}, problem=said(refusal))
    return _after(request, plan, changed, one)


@require_POST
def undo(request: HttpRequest, *, key: UUID) -> HttpResponse:
    """Take back the last decision; where nothing was decided nothing happens."""
    plan = plan_to_confirm(request, key=key)
    last = confirming.last_decided(plan)
    if last is None:
        return _after(request, plan, [], None)
    last.plan = plan
    try:
        changed = confirming.undo(last, by=person(request), at=timezone.now())
    except confirming.IsInForce as refusal:
        if not request.headers.get("HX-Request"):
            raise
        return _rows(request, plan, {last.pk}, problem=said(refusal))
    return _after(request, plan, changed, last, again=True)


@require_POST
def again(request: HttpRequest, *, key: UUID) -> HttpResponse:
    """Add what the document says now beyond the proposals."""
    plan = plan_to_confirm(request, key=key)
    number = planning.propose_again(plan, by=person(request), at=timezone.now())
    told = ngettext("Có thêm %(n)s đề xuất.", "Có thêm %(n)s đề xuất.", number) % {"n": number}
    messages.success(request, told if number else _("Không có đề xuất nào mới."))
    return redirect("queue", plan.pk)


def _decide(one: Proposal, request: HttpRequest) -> list[Proposal]:
    how: dict[str, Any] = {"by": person(request), "at": timezone.now()}
    what, _colon, choice = request.POST.get("do", "").partition(":")
    if what == "lead":
        return confirming.choose(one, lead=int(choice) if choice.isdigit() and len(choice) < 4 else 0, **how)
    if what == "refuse":
        return confirming.refuse(one, why=request.POST.get("why", ""), **how)
    acts = {"each": confirming.give_each, "merge": confirming.merge, "undo": confirming.undo}
    return acts.get(what, confirming.accept)(one, **how)


def _after(
    request: HttpRequest, plan: Plan, changed: Iterable[Proposal], one: Proposal | None, *, again: bool = False
) -> HttpResponse:  # fmt: skip
    keys, parted = {change.pk for change in changed}, portions(plan)
    decided = one.pk if one else None
    following = decided if again and one else parted.after(decided)
    if not request.headers.get("HX-Request"):
        return redirect(home_of(plan, at=following))
    page = number_of(request.POST.get("page", ""))
    if page is None:
        return _rows(request, plan, keys)
    shown = parted.on(page)
    is_elsewhere = following not in shown if again else not parted.opened(page)
    if following and is_elsewhere:
        return HttpResponseClientRedirect(home_of(plan, at=following))
    return _rows(request, plan, keys & shown)


def _rows(request: HttpRequest, plan: Plan, keys: Collection[int], *, problem: str = "") -> HttpResponse:
    proposals = list(plan.proposals.filter(pk__in=keys).order_by("place", "id"))
    lines = lines_of(proposals, plan=plan, today=timezone.localdate())
    context = {
        **_meters(plan), "lines": [(line, "") for line in lines], "problem": problem, "swapped": True,
        "page": request.POST.get("page", ""),
    }  # fmt: skip
    return render(request, "plans/answer.html", context)


def _meters(plan: Plan) -> dict[str, Any]:
    return {
        "plan": plan, "meter": meter_of(plan), "counts": counts_of(plan), "six": SIX, "needs": NEEDS, "parts": PARTS,
        "decisions": DECISIONS, "differing": DIFFERS,
    }  # fmt: skip


def _text(queue: Queue) -> SafeString:
    """The text with the words of each proposal marked."""
    marks = [
        Mark("proposal", f"row-{one.pk}", span) for one in queue.proposals if (span := _span(one, queue))
    ]
    return mark_safe(annotate(Document(queue.text, Header()), also=marks))  # noqa: S308 - escaped by vanban


def _span(proposal: Proposal, queue: Queue) -> tuple[int, int] | None:
    """Where its words stand in the text of the last reading."""
    if not proposal.quote:
        return None
    if proposal.reading == queue.reading:
        return proposal.start, proposal.end
    start = queue.text.find(proposal.quote)
    return (start, start + len(proposal.quote)) if start >= 0 else None


def _with_places(lines: Iterable[Line], text: str) -> list[tuple[Line, str]]:
    """Each line with the paragraph of the text in which its words begin, "" where it has none."""
    found = []
    for line in lines:
        start = line.proposal.start if text and line.proposal.quote else -1
        found.append((line, f"p{text.rfind(chr(10), 0, start) + 1}" if 0 <= start < len(text) else ""))
    return found
