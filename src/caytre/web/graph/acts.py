"""The register of known acts: what is known of each, since when, and from where."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from caytre.core.models import User
from caytre.core.refusals import Refused
from caytre.documents.actions import acts as actions
from caytre.documents.models import Act
from caytre.documents.queries import acts as queries
from caytre.documents.queries import meanings
from caytre.documents.rules.acts import can_record_act
from caytre.web.graph.asking import page_of, paging, text
from caytre.web.graph.forms import ActForm
from caytre.web.graph.wording import STATUSES, day, status
from caytre.web.seeing.rows import names
from caytre.web.seeing.workbook import MOST, attached
from caytre.web.session import person
from caytre.web.wording import said

SHOWN = 20


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """The acts that are known today; words and a status narrow them."""
    user, words, wanted = person(request), text(request, name="q"), text(request, name="status")
    rows = queries.acts(user, on=timezone.localdate(), words=words, status=wanted)
    found = meanings.page_of(rows, page=page_of(request))
    times = queries.times_cited([act.entry for act in found.rows], user=user)
    named = names(timezone.localdate())
    shown = meanings.Page(
        [(act, status(act), times.get(act.entry, 0), named(act.unit_id) if act.unit_id else "") for act in found.rows],
        found.total, found.page, found.pages,
    )  # fmt: skip
    context = {
        "words": words, "status": wanted, "statuses": STATUSES.items(),
        "may_add": bool(can_record_act(user, unit=_place(user))),
        **paging(shown, query={"q": words, "status": wanted}, tab="acts"),
    }  # fmt: skip
    return render(request, "graph/acts.html", context)


@require_safe
def workbook(request: HttpRequest) -> HttpResponse:
    """The same as a workbook."""
    rows = queries.acts(
        person(request), on=timezone.localdate(), words=text(request, name="q"), status=text(request, name="status")
    )  # fmt: skip
    return attached(
        _lines(rows[:MOST]), title=_("Danh mục văn bản"), widths=(24, 14, 32, 20, 70, 20, 14, 30, 50),
        name="danh-muc-van-ban",
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Write down an act: for the office in which the person acts, or, by the administrator of the system without an
    office, for everybody. Raises MayNotRecordAct."""
    user = person(request)
    can_record_act(user, unit=_place(user)).or_raise()
    number = text(request, name="number")
    form = ActForm(request.POST or None, initial={"number": number, "status": "unknown"})
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.record(form.facts(), unit=_place(user), by=user, at=timezone.now())
        except Refused as refusal:
            form.add_error(None, said(refusal))
        else:
            messages.success(request, _("Đã ghi văn bản vào danh mục."))
            return redirect("act", made.entry)
    place = _place(user)
    context = {"form": form, "unit": names(timezone.localdate())(place) if place else ""}
    return render(request, "graph/new.html", context, status=422 if request.method == "POST" else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def act(request: HttpRequest, *, entry: UUID) -> HttpResponse:
    """What is and was known of an act, and who cites it; a POST writes down that something else is known."""
    user = person(request)
    rows = queries.rows_of(entry, user=user)
    now = rows[0]
    may = can_record_act(user, unit=now.unit_id)
    form = ActForm(initial=ActForm.of(now))
    if request.method == "POST":
        may.or_raise()
        form = ActForm(request.POST)
        if form.is_valid() and (answer := _changed(request, form, entry, user)):
            return answer
    citing = meanings.page_of(queries.citing(entry, user=user), page=1, size=SHOWN)
    named = names(timezone.localdate())
    context = {
        "act": now, "status": status(now), "unit": named(now.unit_id) if now.unit_id else "", "citing": citing,
        "rows": [(row, status(row)) for row in rows], "form": form, "may_change": bool(may),
        "seen": request.POST.get("seen", now.pk),
    }  # fmt: skip
    return render(request, "graph/act.html", context, status=422 if request.method == "POST" else 200)


def _changed(request: HttpRequest, form: ActForm, entry: UUID, user: User) -> HttpResponse | None:
    """The answer when it was written down; None where the form says why not."""
    seen = request.POST.get("seen", "")
    number = int(seen) if seen.isascii() and seen.isdigit() and len(seen) < 16 else 0
    try:
        actions.change(entry, facts=form.facts(), seen=number, by=user, at=timezone.now())
    except Refused as refusal:
        form.add_error(None, said(refusal))
        return None
    messages.success(request, _("Đã ghi thay đổi. Điều đã biết trước đây vẫn được giữ trong lịch sử."))
    return redirect("act", entry)


def _place(user: User) -> UUID | None:
    """For whom the person writes: the office in which they act."""
    return UUID(str(user.held[0].unit)) if user.held else None


def _lines(rows: Iterable[Act]) -> Iterable[Sequence[str]]:
    yield (
        _("Số, ký hiệu"), _("Ngày"), _("Cơ quan ban hành"), _("Loại văn bản"), _("Trích yếu"), _("Tình trạng"),
        _("Hết hiệu lực từ"), _("Văn bản thay thế"), _("Nguồn"),
    )  # fmt: skip
    for row in rows:
        yield (
            row.number, day(row.issued), row.issuer, row.type, row.title, str(STATUSES[row.status]), day(row.ended),
            ", ".join(row.replaced_by), row.source,
        )  # fmt: skip
