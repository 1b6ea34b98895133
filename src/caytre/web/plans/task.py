"""One task: what it says, on which words it stands, who gave it; withdrawn, reworded, dropped."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from caytre.documents.models import Document
from caytre.units.queries.directory import directory
from caytre.units.queries.people import name_of
from caytre.web.plans.found import task_of, task_to_confirm
from caytre.web.plans.wording import PARTS, SIX, STANDINGS
from caytre.web.session import person
from caytre.web.wording import said
from caytre.work.actions import drafting, issuing
from caytre.work.models import Task
from caytre.work.queries.tasks import came_of_proposals, document_of, doing, rows_of
from caytre.work.rules.clear import NEEDS
from caytre.work.rules.permissions import can_confirm, can_direct, can_issue, can_part


@require_safe
def show(request: HttpRequest, *, task: UUID) -> HttpResponse:
    """The task with its clause, the parts that the person sees, and what they may do with it."""
    found, me, today = task_of(request, task=task), person(request), timezone.localdate()
    among = directory()
    document = document_of(found)
    sees = document and Document.objects.visible_to(me).filter(pk=document.pk).exists()
    seen = Task.objects.visible_to(me)
    parts = rows_of(seen.filter(parent=found).order_by("place", "id"), today=today)
    units = doing(found)
    is_draft, is_issued = found.standing == "draft", found.standing == "issued"
    context = {
        "task": found, "row": rows_of([found], today=today)[0],
        "unit": name_of(str(found.unit_id), among=among, on=today),
        "document": document if sees else None, "parts": PARTS, "six": SIX, "needs": NEEDS, "standings": STANDINGS,
        "handed": parts, "parent": seen.filter(pk=found.parent_id).first() if found.parent_id else None,
        "plan_seen": bool(found.plan_id), "instead": seen.filter(pk=found.instead_id).first(),
        "may_edit": is_draft and bool(can_confirm(me, unit=found.unit_id)),
        "may_discard": is_draft and bool(can_confirm(me, unit=found.unit_id)) and not came_of_proposals(found),
        "may_issue": is_draft and not found.plan_id and bool(can_issue(me, unit=found.unit_id)),
        "may_direct": is_issued and bool(can_direct(me, unit=found.unit_id)),
        "may_part": is_issued and any(can_part(me, unit=post.unit, doing=units) for post in me.held),
    }  # fmt: skip
    return render(request, "plans/task.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: HttpRequest, *, task: UUID) -> HttpResponse:
    """It binds no more, for a reason. Raises NotFound, MayNotDirect, NotInForce."""
    found = task_of(request, task=task)
    can_direct(person(request), unit=found.unit_id).or_raise()
    problem = ""
    if request.method == "POST":
        try:
            issuing.withdraw(found, why=request.POST.get("why", ""), by=person(request), at=timezone.now())
            messages.success(request, _("Đã rút nhiệm vụ. Các đơn vị liên quan vẫn thấy nhiệm vụ và lý do."))
            return redirect("task", found.pk)
        except issuing.NoWhy as refusal:
            problem = said(refusal)
    shown = {"task": found, "problem": problem}
    return render(request, "plans/withdraw.html", shown, status=422 if problem else 200)


@require_POST
def revise(request: HttpRequest, *, task: UUID) -> HttpResponse:
    """Draft another wording of an issued task, and edit it."""
    found = task_to_confirm(request, task=task)
    new = drafting.revise(found, by=person(request), at=timezone.now())
    return redirect("edit-task", new.pk)


@require_POST
def discard(request: HttpRequest, *, task: UUID) -> HttpResponse:
    """Drop a draft."""
    found = task_to_confirm(request, task=task)
    drafting.discard(found, by=person(request), at=timezone.now())
    messages.success(request, _("Đã bỏ dự thảo nhiệm vụ."))
    return redirect("plan", found.plan_id) if found.plan_id else redirect("plans")
