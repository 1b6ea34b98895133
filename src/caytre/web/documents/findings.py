"""Findings of the checks in the margin of the text, and what a person says of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from caytre.core.refusals import gettext_noop
from caytre.documents.actions import findings as actions
from caytre.documents.models import Document, Verdict
from caytre.documents.queries.findings import findings_of
from caytre.documents.queries.reading import Read, read_of
from caytre.documents.rules.findings import SHOWS, NoReason, Point, Review, Show
from caytre.documents.rules.permissions import NothingRead, can_correct, can_export
from caytre.web.documents.files import attached
from caytre.web.documents.reading import document_of
from caytre.web.session import person
from caytre.web.wording import FAMILIES, STANDINGS, said
from caytre.web.workbooks.writing import XLSX, streamed
from vanban.jsonform import from_json
from vanban.marking import Mark, marked

_WIDTHS = (6, 10, 14, 70, 60, 40, 18, 40, 24, 18)
_DONE = {
    "accepted": gettext_noop("Đã ghi: đúng, cần sửa. Văn bản không bị thay đổi."),
    "dismissed": gettext_noop("Đã bỏ qua phát hiện, kèm lý do."),
    "open": gettext_noop("Đã lấy lại ý kiến; phát hiện lại chờ xem xét."),
}


@dataclass(frozen=True, slots=True)
class Asked:
    """Which findings an address asks for; what it says and nobody understands is as if it said nothing."""

    show: Show = "open"
    family: str = ""

    def query(self, **changes: str) -> str:
        """The end of the address that asks for these, with changes."""
        values = {"show": self.show, "family": self.family, **changes}
        told = {name: value for name, value in values.items() if value and (name, value) != ("show", "open")}
        return f"?{urlencode(told)}" if told else ""


@dataclass(frozen=True, slots=True)
class Note:
    """A finding as the margin shows it: ``paragraph`` is where its words begin (-1: they stand nowhere), ``after`` the
    key of the one below it."""

    point: Point
    paragraph: int
    after: str


@require_safe
def show(request: HttpRequest, *, key: UUID) -> HttpResponse:
    """The text, and beside it what the checks find."""
    document = document_of(request, key=key)
    return _page(request, document, _read(document))


@require_POST
def decide(request: HttpRequest, *, key: UUID, finding: str) -> HttpResponse:
    """Say that a finding is right, or why it is not, or take that back; then the next one is shown."""
    document = document_of(request, key=key)
    can_correct(person(request), paper=document).or_raise()
    standing = request.POST.get("standing", "")
    if standing not in Verdict.Standing.values:
        raise Http404
    seen = request.POST.get("seen", "")
    try:
        actions.decide(
            document, key=finding, standing=Verdict.Standing(standing), why=_words(request, "why"),
            seen=int(seen) if re.fullmatch(r"[0-9]{1,9}", seen) else 0, by=person(request), at=timezone.now(),
        )  # fmt: skip
    except NoReason as refusal:
        return _page(request, document, _read(document), problem=(finding, said(refusal)))
    messages.success(request, _(_DONE[standing]))
    after = _words(request, "after")
    place = f"f-{after}" if re.fullmatch(r"[\w-]{1,40}", after) else "findings"
    return redirect(f"{reverse('findings', args=[key])}{_asked(request).query()}#{place}")


@require_safe
def as_xlsx(request: HttpRequest, *, key: UUID) -> HttpResponse:
    """What the page of the same address shows, as a workbook in which no cell is a formula."""
    document = document_of(request, key=key)
    can_export(person(request), paper=document).or_raise()
    asked = _asked(request)
    points = _review(document, _read(document)).shown(asked.show, family=asked.family)
    body = streamed(_lines(points), title=_("Kiểm tra"), widths=_WIDTHS)
    name = f"kiem-tra-{timezone.localdate().isoformat()}.xlsx"
    return attached(HttpResponse(body, content_type=XLSX), name=name)


def _read(document: Document) -> Read:
    """What is known of a document. Raises NothingRead."""
    read = read_of(document)
    if read is None:
        raise NothingRead
    return read


def _review(document: Document, read: Read) -> Review:
    return findings_of(document, read=read, today=timezone.localdate())


def _asked(request: HttpRequest) -> Asked:
    shown, family = request.GET.get("show", ""), request.GET.get("family", "")
    return Asked(next((one for one in SHOWS if one == shown), "open"), family if family in FAMILIES else "")


def _words(request: HttpRequest, name: str) -> str:
    return request.POST.get(name, "").replace("\0", "").strip()


def _page(
    request: HttpRequest, document: Document, read: Read, *, problem: tuple[str, str] = ("", "")
) -> HttpResponse:
    """``problem`` is a finding and what was wrong with what was said of it."""
    review, asked = _review(document, read), _asked(request)
    points = review.shown(asked.show, family=asked.family)
    context = {
        "document": document, "review": review, "query": asked.query(), "total_open": review.count("open"),
        "notes": _notes(points, read.facts.content["text"]), "marked": _marked(read, points),
        "families": _families(review, asked), "standings": _standings(review, asked),
        "lost": review.lost if asked.show != "open" and not asked.family else (),
        "heading": ", ".join(str(one) for one in (STANDINGS[asked.show], FAMILIES.get(asked.family, "")) if one),
        "wrong": problem[0], "problem": problem[1], "today": timezone.localdate(),
        "may_correct": bool(can_correct(person(request), paper=document)),
        "may_export": bool(can_export(person(request), paper=document)),
    }  # fmt: skip
    return render(request, "documents/findings.html", context, status=422 if problem[0] else 200)


def _notes(points: list[Point], text: str) -> list[Note]:
    following = [*(one.key for one in points), ""][1:]
    return [
        Note(one, text.rfind("\n", 0, one.finding.span[0]) + 1 if one.finding.quote else -1, after)
        for one, after in zip(points, following, strict=True)
    ]


def _marked(read: Read, points: list[Point]) -> SafeString:
    """The text with the words of these findings marked, and nothing else."""
    marks = [Mark("finding", f"f-{one.key}", one.finding.span) for one in points if one.finding.quote]
    return mark_safe(marked(from_json(read.facts.content), marks=marks))  # noqa: S308 - escaped by vanban


def _families(review: Review, asked: Asked) -> list[dict[str, Any]]:
    """The ways to narrow the list by family: all, and those of which there is something."""
    counts = review.families(asked.show)
    rows = [("", _("Tất cả"), sum(counts.values()))]
    rows += [(family, str(name), counts.get(family, 0)) for family, name in FAMILIES.items()]
    return [
        {"name": name, "n": n, "to": asked.query(family=family), "is_now": family == asked.family}
        for family, name, n in rows
        if n or family in ("", asked.family)
    ]


def _standings(review: Review, asked: Asked) -> list[dict[str, Any]]:
    return [
        {
            "name": str(STANDINGS[show]), "n": review.count(show, family=asked.family), "to": asked.query(show=show),
            "is_now": show == asked.show,
        }
        for show in SHOWS
    ]  # fmt: skip


def _lines(points: list[Point]) -> list[list[str]]:
    headings = [
        _("STT"), _("Mã"), _("Nhóm"), _("Phát hiện"), _("Nguyên văn"), _("Gợi ý"), _("Tình trạng"), _("Lý do"),
        _("Người xem xét"), _("Lúc"),
    ]  # fmt: skip
    return [headings, *(_line(number, one) for number, one in enumerate(points, start=1))]


def _line(number: int, one: Point) -> list[str]:
    found, verdict = one.finding, one.said if one.standing != "open" else None
    return [
        str(number), found.code, str(FAMILIES[one.family]), found.message, found.quote, found.suggestion or "",
        str(STANDINGS[one.standing]), verdict.why if verdict else "", verdict.by if verdict else "",
        f"{timezone.localtime(verdict.at):%d/%m/%Y %H:%M}" if verdict else "",
    ]  # fmt: skip
