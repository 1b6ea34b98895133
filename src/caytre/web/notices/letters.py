"""Letters that urge units on: who is late, what goes in, and the draft to be signed."""

from __future__ import annotations

from uuid import UUID, uuid4

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header, urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from caytre.core.access import NotFound, fetch
from caytre.web.documents.files import SANDBOX
from caytre.web.notices.letter import paper_of
from caytre.web.notices.wording import headed
from caytre.web.session import person
from caytre.work.actions import urging
from caytre.work.models import LetterDraft
from caytre.work.queries.letters import MOST, drafts, late_at, owing
from caytre.work.rules.ladder import ladder_of
from caytre.work.rules.permissions import can_direct, can_direct_any, directed
from vanban.calendar import working_days
from vanban.writing import write

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@require_http_methods(["GET", "HEAD", "POST"])
def show(request: HttpRequest) -> HttpResponse:
    """The units that are late with what the person's units gave them; of one, what it is late with, to choose from.

    Raises MayNotDirect, NothingLate, NotFound.
    """
    me, today = person(request), timezone.localdate()
    can_direct_any(me).or_raise()
    if request.method == "POST":
        return _draft(request)
    if request.GET.get("unit"):
        return _one(request)
    ladder = ladder_of(today)
    longest = max((rung.days for rung in ladder.rungs), default=0) if ladder else 0
    days = working_days()
    until = days.working(days.roll(today, to="previous"), shift=-longest)
    found = owing(directed(me), on=today, long_until=until)
    names = headed({one.unit for one in found}, on=today)
    listed = [(one, names[one.unit], (today - one.since).days) for one in found]
    return render(request, "notices/owing.html", {"owing": listed, "longest": longest})


@require_safe
def letter(request: HttpRequest, *, key: UUID) -> HttpResponse:
    """A drafted letter as .docx: number, day and name of who signs are blank. Raises NotFound, MayNotDirect."""
    me = person(request)
    found = fetch(LetterDraft.objects.select_related("by"), by=me, pk=key)
    can_direct(me, unit=found.unit_id).or_raise()
    answer = HttpResponse(write(paper_of(found)), content_type=WORD)
    name = f"cong-van-don-doc-{found.on:%Y%m%d}.docx"
    answer["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name)
    answer["Content-Security-Policy"] = SANDBOX
    return answer


def _one(request: HttpRequest) -> HttpResponse:
    unit, giver = _key(request.GET.get("unit", "")), _key(request.GET.get("giver", ""))
    today = timezone.localdate()
    can_direct(person(request), unit=giver).or_raise()
    rows = [(one, (today - one.due_on).days) for one in late_at(unit, giver=giver, on=today) if one.due_on]
    context = {
        "rows": rows, "name": headed([unit], on=today)[unit], "unit": unit, "giver": giver, "key": uuid4(),
        "most": MOST, "drafts": drafts(giver, to=unit),
    }  # fmt: skip
    return render(request, "notices/late.html", context)


def _draft(request: HttpRequest) -> HttpResponse:
    unit, giver = _key(request.POST.get("unit", "")), _key(request.POST.get("giver", ""))
    about = [_key(one) for one in request.POST.getlist("about")[:MOST]]
    urging.draft(
        _key(request.POST.get("key", "")),
        unit=giver,
        to=unit,
        about=about,
        by=person(request),
        at=timezone.now(),
    )
    messages.success(request, _("Đã soạn dự thảo công văn. Hãy tải về, xem lại rồi trình ký."))
    return redirect(f"{reverse('letters')}?{urlencode({'unit': unit, 'giver': giver})}")


def _key(written: str) -> UUID:
    try:
        return UUID(written)
    except ValueError:
        raise NotFound from None
