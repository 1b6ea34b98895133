"""A leader issues drafts."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from caytre import flows
from caytre.core.refusals import Refused
from caytre.web.plans.found import plan_of, task_of
from caytre.web.plans.wording import PARTS, SIX
from caytre.web.session import person
from caytre.web.wording import said
from caytre.work.actions.issuing import NotClear, NothingToIssue
from caytre.work.queries.plans import counts_of, drafts_of, meter_of
from caytre.work.rules.clear import NEEDS
from caytre.work.rules.permissions import can_issue


@require_http_methods(["GET", "HEAD", "POST"])
def issue(request: HttpRequest, *, key: UUID) -> HttpResponse:
    """What will be issued and what is still missing; then all drafts at once. Raises NotFound, MayNotIssue."""
    plan = plan_of(request, key=key)
    can_issue(person(request), unit=plan.unit_id).or_raise()
    problem: Refused | None = None
    if request.method == "POST":
        try:
            number = flows.issue_plan(plan, by=person(request), at=timezone.now())
            said_so = ngettext("Đã giao %(n)s nhiệm vụ.", "Đã giao %(n)s nhiệm vụ.", number) % {"n": number}
            messages.success(request, said_so if number else _("Không còn dự thảo nào để giao."))
            return redirect("plan", plan.pk)
        except (NotClear, NothingToIssue) as refusal:
            problem = refusal
    rows = drafts_of(plan, today=timezone.localdate())
    context = {
        "plan": plan, "meter": meter_of(plan), "counts": counts_of(plan), "six": SIX, "needs": NEEDS, "parts": PARTS,
        "wanting": [row for row in rows if not row.clear.is_ready], "total": len(rows),
        "problem": said(problem) if problem else "",
    }  # fmt: skip
    return render(request, "plans/issue.html", context, status=problem.status if problem else 200)


@require_POST
def issue_task(request: HttpRequest, *, task: UUID) -> HttpResponse:
    """Issue a task that belongs to no plan. Raises NotFound, MayNotIssue, NotClear."""
    found = task_of(request, task=task)
    number = flows.issue_task(found, by=person(request), at=timezone.now())
    messages.success(request, _("Đã giao nhiệm vụ.") if number else _("Không còn dự thảo nào để giao."))
    return redirect("task", found.pk)
