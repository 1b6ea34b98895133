"""The reading page: the text with its marks, and the facts beside it."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from caytre import flows
from caytre.core.access import NotFound, fetch
from caytre.core.refusals import gettext_noop
from caytre.documents.actions import intake
from caytre.documents.actions import reading as actions
from caytre.documents.models import Document
from caytre.documents.queries.findings import findings_of
from caytre.documents.queries.meanings import meant
from caytre.documents.queries.reading import (
    Read,
    ahead_of,
    changes_of,
    history_of,
    is_withdrawn,
    read_of,
)
from caytre.documents.rules.permissions import (
    can_correct,
    can_export,
    can_read_again,
    can_remove,
    can_stop,
    is_waiting,
)
from caytre.web import jobs
from caytre.web.documents.doubts import Scan
from caytre.web.documents.sheet import sheet_of
from caytre.web.session import person
from caytre.web.wording import STATES
from caytre.work.queries.plans import plan_for
from caytre.work.rules.permissions import can_confirm


class Withdrawn(NotFound):
    """The machine took the document out: it bears a stamp of secrecy."""

    status = 410
    heading = gettext_noop("Văn bản đã được gỡ bỏ")
    sentence = gettext_noop(
        "Hệ thống thấy dấu độ mật trong văn bản này nên đã gỡ bỏ ngay; tệp, chữ và tên tệp không còn được lưu. "
        "Hãy xử lý văn bản trên máy không nối mạng theo quy định bảo vệ bí mật nhà nước."
    )


def document_of(request: HttpRequest, *, key: UUID) -> Document:
    """The document of the address, if the person may see it. Raises NotFound, or :class:`Withdrawn`."""
    try:
        return fetch(Document.objects.select_related("received_by"), by=person(request), id=key)
    except NotFound:
        if is_withdrawn(key, user=person(request)):
            raise Withdrawn from None
        raise


@require_safe
def show(request: HttpRequest, *, key: UUID) -> HttpResponse:
    """Text and facts, or how far the reading is."""
    document = document_of(request, key=key)
    read = read_of(document)
    scan = Scan(document, read=read) if read else None
    context = {
        **_standing(request, document),
        "read": read,
        "sheet": sheet_of(read) if read else None,
        "unsettled": _unsettled(document, read) if read else 0,
        "scan": scan,
        "spots": scan.spots() if scan else [],
        "meant": meant(document, user=person(request), on=timezone.localdate()) if read else {},
        "changes": list(reversed(changes_of(document))),
        "history": history_of(document),
        "may_remove": bool(can_remove(person(request), paper=document)),
        "may_correct": bool(can_correct(person(request), paper=document)),
        "may_export": bool(can_export(person(request), paper=document)),
        "plan": plan_for(document.pk, unit=document.unit_id, user=person(request)),
        "may_plan": bool(read and document.unit_id and can_confirm(person(request), unit=document.unit_id)),
    }
    return render(request, "documents/document.html", context)


@require_safe
def progress(request: HttpRequest, *, key: UUID) -> HttpResponse:
    """How far the reading is; asked again and again while it runs."""
    document = document_of(request, key=key)
    response = render(request, "documents/progress.html", _standing(request, document))
    if not is_waiting(document):
        response["HX-Refresh"] = "true"
    return response


@require_safe
def state(request: HttpRequest, *, key: UUID) -> HttpResponse:
    """How far the reading is, in the few words of a row of the register."""
    document = document_of(request, key=key)
    return render(request, "documents/state.html", {"document": document, "states": STATES})


@require_POST
def seen(request: HttpRequest, *, note: int) -> HttpResponse:
    """Whoever brought it in has seen that the machine took it out."""
    intake.acknowledge(note, by=person(request), at=timezone.now())
    return redirect("documents")


@require_POST
def stop(request: HttpRequest, *, key: UUID) -> HttpResponse:
    """Read it no further."""
    actions.stop(document_of(request, key=key), by=person(request), at=timezone.now())
    return redirect("document", key)


@require_POST
def again(request: HttpRequest, *, key: UUID) -> HttpResponse:
    """Read it once more: after a stop, a failure, or with a newer reader."""
    document = document_of(request, key=key)
    actions.queue_again(document, by=person(request), at=timezone.now(), queue=jobs.queue)
    return redirect("document", key)


@require_http_methods(["GET", "HEAD", "POST"])
def remove(request: HttpRequest, *, key: UUID) -> HttpResponse:
    """Take out a file that should not have come in."""
    document = document_of(request, key=key)
    can_remove(person(request), paper=document).or_raise()
    why = request.POST.get("why", "").strip()
    if request.method == "POST" and why:
        flows.remove_document(document, by=person(request), at=timezone.now(), why=why)
        messages.success(
            request, _("Đã gỡ bỏ văn bản cùng chữ, dữ kiện và tệp gốc. Chỉ còn ghi chú là đã gỡ bỏ.")
        )
        return redirect("documents")
    missing = request.method == "POST"
    context = {"document": document, "missing": missing}
    return render(request, "documents/remove.html", context, status=422 if missing else 200)


def _unsettled(document: Document, read: Read) -> int:
    """How many findings nobody has looked at yet."""
    return findings_of(document, read=read, today=timezone.localdate()).count("open")


def _standing(request: HttpRequest, document: Document) -> dict[str, object]:
    since = document.started_at or document.queued_at
    return {
        "document": document,
        "waiting": is_waiting(document),
        "may_stop": bool(can_stop(person(request), paper=document)),
        "may_read_again": bool(can_read_again(person(request), paper=document)),
        "ahead": ahead_of(document, user=person(request)) if document.state == "queued" else 0,
        "seconds": max(0, int((timezone.now() - since).total_seconds())),
    }
