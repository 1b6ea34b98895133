"""One thing that a unit has to do: what it is, how it stands, what happened, what can be done."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from caytre.web.plans.wording import KINDS
from caytre.web.seeing.rows import names
from caytre.web.seeing.wording import age, told
from caytre.web.session import person
from caytre.web.wording import said
from caytre.web.work.wording import DEEDS, STEPS, period
from caytre.work.models import Occurrence
from caytre.work.queries.occurrence import Sheet, fetched, sheet
from caytre.work.rules.deeds import DOERS
from caytre.work.rules.occasions import schedule
from caytre.work.rules.standing import standing
from vanban.schedule import sentence


@require_safe
def show(request: HttpRequest, *, key: UUID) -> HttpResponse:
    """Its page. Raises NotFound."""
    one = fetched(key, by=person(request))
    return render(request, "work/occurrence.html", context_of(request, one=one))


def context_of(request: HttpRequest, *, one: Occurrence) -> dict[str, Any]:
    """What the page and its forms show."""
    on = timezone.localdate()
    found = sheet(one, by=person(request), on=on)
    named = names(on)
    doing, giving = _buttons(found, is_doer=True), _buttons(found, is_doer=False)
    return {
        "sheet": found, "one": found.occurrence, "task": found.task, "how": told(found.standing),
        "colour": f"{found.standing.tone} {found.standing.code}", "age": age(found.standing),
        "unit": named(found.occurrence.unit_id), "giver": named(found.occurrence.giver_id),
        "when": sentence(schedule(found.task)), "period": period(found.occurrence.key),
        "kind": KINDS.get(found.task.kind, ""),
        "steps": [(STEPS[entry.step], entry, named(entry.unit_id) if entry.unit_id else "") for entry in found.entries],
        "parts": [
            (part, named(part.unit_id), told(how), f"{how.tone} {how.code}")
            for part in found.listed
            for how in (standing(part, on=on),)
        ],
        "clause": _clause(found), "doing": doing, "giving": giving,
        "may_do": any(not button["why"] for button in doing), "may_give": any(not button["why"] for button in giving),
    }  # fmt: skip


def _clause(found: Sheet) -> str:
    """Where the words stand from which the task was made, "" where the person may not see the document."""
    return reverse("document", kwargs={"key": found.document.pk}) if found.document else ""


def _buttons(found: Sheet, *, is_doer: bool) -> list[dict[str, Any]]:
    """What the unit that does it, or the one that gave it, can do now; ``why`` this person may not."""
    return [
        {
            "deed": offer.deed,
            "words": DEEDS[offer.deed],
            "why": said(offer.refusal) if offer.refusal else "",
            "address": reverse("step", kwargs={"key": found.occurrence.pk, "deed": offer.deed}),
        }
        for offer in found.offers
        if (offer.deed in DOERS) == is_doer
    ]
