"""One plan: made of a document, shown under the headings of the document, filled in."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from caytre.documents.models import Document
from caytre.units.queries.directory import directory
from caytre.units.queries.people import name_of
from caytre.units.rules.sheets import one_line
from caytre.web.documents.reading import document_of
from caytre.web.plans.found import plan_of, plan_to_confirm
from caytre.web.plans.listing import LONGEST, page_of
from caytre.web.plans.wording import PARTS, SIX, STANDINGS
from caytre.web.session import person
from caytre.web.units.looking import day
from caytre.web.wording import EVERY, said
from caytre.work.actions import drafting, planning
from caytre.work.queries.plans import counts_of, meter_of, tasks_of
from caytre.work.rules.clear import NEEDS
from caytre.work.rules.permissions import can_confirm, can_issue


@require_POST
def make(request: HttpRequest, *, key: UUID) -> HttpResponse:
    """Make the plan of the unit that has the document. Raises NotFound, MayNotConfirm, NothingRead."""
    try:
        made = planning.make_plan(document_of(request, key=key), by=person(request), at=timezone.now())
    except planning.NoOffice as refusal:
        messages.error(request, said(refusal))
        return redirect("document", key)
    return redirect("queue", made.pk)


@require_safe
def show(request: HttpRequest, *, key: UUID) -> HttpResponse:
    """The plan, with those of its tasks that the person sees."""
    plan, me, today = plan_of(request, key=key), person(request), timezone.localdate()
    among = directory()
    words = request.GET.get("q", "").replace("\0", "").strip()[:LONGEST]
    confirms = bool(can_confirm(me, unit=plan.unit_id))
    context = {
        "plan": plan, "unit": name_of(str(plan.unit_id), among=among, on=today), "words": words,
        "found": tasks_of(plan, user=me, today=today, words=words, page=page_of(request)),
        "may_confirm": confirms, "may_issue": bool(can_issue(me, unit=plan.unit_id)),
        "meter": meter_of(plan) if confirms else None, "counts": counts_of(plan) if confirms else None,
        "has_document": _sees(request, plan.document), "six": SIX, "needs": NEEDS, "parts": PARTS,
        "standings": STANDINGS, "everies": EVERY,
    }  # fmt: skip
    return render(request, "plans/plan.html", context)


@require_POST
def fill(request: HttpRequest, *, key: UUID) -> HttpResponse:
    """Say the same of all drafts that do not say it yet; and until when the plan is made. Raises NotFound, NoDay."""
    plan = plan_to_confirm(request, key=key)
    until = day(request.POST["until"], default=timezone.localdate()) if request.POST.get("until") else None
    if until and until != plan.until:
        planning.set_end(plan, until=until, by=person(request), at=timezone.now())
    values = {name: one_line(request.POST.get(name, ""))[:300] for name in drafting.FILLED}
    values["review_every"] = request.POST.get("review_every", "")
    number = drafting.fill(plan, values=values, by=person(request), at=timezone.now())
    told = ngettext("Đã điền vào %(n)s nhiệm vụ.", "Đã điền vào %(n)s nhiệm vụ.", number) % {"n": number}
    messages.success(request, told if number else _("Không có gì thay đổi."))
    return redirect("plan", plan.pk)


def _sees(request: HttpRequest, document: Document | None) -> bool:
    if document is None:
        return False
    return Document.objects.visible_to(person(request)).filter(pk=document.pk).exists()
