"""A person puts facts right."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from caytre.documents.actions import correcting
from caytre.documents.models import Document
from caytre.documents.queries.reading import Read, read_of
from caytre.documents.rules.editing import FIELDS, UNITS, BadFact
from caytre.documents.rules.permissions import NothingRead, can_correct
from caytre.web.documents.doubts import Scan
from caytre.web.documents.forms import boxes_of, values_of
from caytre.web.documents.reading import document_of
from caytre.web.session import person
from caytre.web.wording import PARTS, said

ADDED = ("tasks", "reports")


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, *, key: UUID, part: str, index: int) -> HttpResponse:
    """The form of one item; a POST writes what differs, or takes the item out."""
    document = _correctable(request, key)
    read = read_of(document)
    item = _item(read, part, index)
    back = reverse("document", args=[key]) + (f"#{part}" if part == "header" else f"#{part}.{index}")
    problem = ""
    if request.method == "POST":
        order: dict[str, Any] = {
            "part": part, "index": index, "as_seen": request.POST.get("seen", ""),
            "why": request.POST.get("why", "").strip(), "by": person(request), "at": timezone.now(),
        }  # fmt: skip
        try:
            if "take_out" in request.POST and part != "header":
                correcting.take_out(document, **order)
                messages.success(request, _("Đã bỏ mục. Kết quả máy đọc vẫn được giữ."))
            else:
                number = correcting.correct(document, values=values_of(part, sent=request.POST), **order)
                messages.success(request, _told(number))
            return redirect(back)
        except BadFact as refusal:
            problem = said(refusal)
            item = {**item, **_sent(part, request, item)}
    context = {
        "document": document, "part": part, "index": index, "heading": PARTS[part], "boxes": boxes_of(part, item=item),
        "seen": request.POST.get("seen") or correcting.seen(item), "removable": part != "header",
        "words": _words(part, item), "problem": problem, "back": back,
        "spots": Scan(document, read=read).spots_of_item(part, index=index) if read else [],
    }  # fmt: skip
    return render(request, "documents/edit.html", context, status=422 if problem else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest, *, key: UUID, part: str) -> HttpResponse:
    """The form for a task or a report that the machine missed."""
    if part not in ADDED:
        raise Http404
    document = _correctable(request, key)
    if read_of(document) is None:
        raise NothingRead
    item: dict[str, Any] = {field: [] if field in UNITS else None for field in FIELDS[part]}
    problem = ""
    if request.method == "POST":
        values = values_of(part, sent=request.POST)
        words = request.POST.get("words", "")
        values["text"] = values.get("text") or " ".join(words.split())
        try:
            correcting.add(
                document, part=part, words=words, values=values, why=request.POST.get("why", "").strip(),
                by=person(request), at=timezone.now(),
            )  # fmt: skip
            messages.success(request, _("Đã thêm mục."))
            return redirect(reverse("document", args=[key]) + f"#{part}")
        except BadFact as refusal:
            problem, item = said(refusal), {**item, **_sent(part, request, item)}
    context = {
        "document": document, "part": part, "boxes": boxes_of(part, item=item), "problem": problem, "adding": True,
        "heading": PARTS[part], "quoted": request.POST.get("words", ""),
        "back": reverse("document", args=[key]) + f"#{part}",
    }  # fmt: skip
    return render(request, "documents/edit.html", context, status=422 if problem else 200)


@require_POST
def put_back(request: HttpRequest, *, key: UUID, correction: int) -> HttpResponse:
    """Bring back an item that was taken out."""
    document = document_of(request, key=key)
    part = correcting.put_back(document, correction=correction, by=person(request), at=timezone.now())
    messages.success(request, _("Đã lấy lại mục."))
    return redirect(reverse("document", args=[key]) + f"#{part}")


def _correctable(request: HttpRequest, key: UUID) -> Document:
    """The document of the address, if the person may put its facts right. Raises MayNotCorrect."""
    document = document_of(request, key=key)
    can_correct(person(request), paper=document).or_raise()
    return document


def _words(part: str, item: dict[str, Any]) -> str:
    return "" if part == "header" else item.get("text") or item.get("raw") or item.get("title") or ""


def _item(read: Read | None, part: str, index: int) -> dict[str, Any]:
    if read is None:
        raise NothingRead
    if part not in FIELDS:
        raise Http404
    items = [read.facts.content["header"]] if part == "header" else read.facts.content[part]
    if index >= len(items):
        raise Http404
    found: dict[str, Any] = items[index]
    return found


def _sent(part: str, request: HttpRequest, item: dict[str, Any]) -> dict[str, Any]:
    """What was typed, to be shown again."""
    values = values_of(part, sent=request.POST)
    named = {name: [{"name": one} for one in values[name]] for name in UNITS if name in values}
    if values.get("via"):
        named["via"] = {"name": values["via"]}  # type: ignore[assignment]
    return {**item, **values, **named}


def _told(number: int) -> str:
    if not number:
        return _("Không có gì thay đổi.")
    return ngettext("Đã sửa %(n)s dữ kiện.", "Đã sửa %(n)s dữ kiện.", number) % {"n": number}
