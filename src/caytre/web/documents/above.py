"""The documents that a document carries out: found in the register, chosen, dropped."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from caytre.core.access import NotFound, fetch
from caytre.documents.actions import judging
from caytre.documents.models import Document
from caytre.documents.queries.bases import bases_of, basis_of, carriers_of, offered
from caytre.documents.rules.permissions import can_compare
from caytre.web.documents.reading import document_of
from caytre.web.session import person

LONGEST = 300


@require_http_methods(["GET", "HEAD", "POST"])
def show(request: HttpRequest, *, key: UUID) -> HttpResponse:
    """What it carries out and what carries it out; a POST chooses the document ``upper`` as one above it."""
    plan, user = document_of(request, key=key), person(request)
    may = can_compare(user, paper=plan)
    if request.method == "POST":
        may.or_raise()
        upper = upper_of(request, key=_key(request.POST.get("upper", "")))
        judging.choose(plan, upper=upper, by=user, at=timezone.now())
        messages.success(request, _("Đã chọn văn bản cấp trên."))
        return redirect("coverage", key, upper.pk)
    words = request.GET.get("q", "").replace("\0", "").strip()[:LONGEST]
    context = {
        "document": plan, "bases": bases_of(plan, user=user), "carriers": carriers_of(plan, user=user), "words": words,
        "may_compare": bool(may), "offered": offered(plan, user=user, words=words) if may else [],
    }  # fmt: skip
    return render(request, "documents/above.html", context)


@require_POST
def drop(request: HttpRequest, *, key: UUID, upper: UUID) -> HttpResponse:
    """Say that a document was chosen by mistake."""
    plan = document_of(request, key=key)
    can_compare(person(request), paper=plan).or_raise()
    basis = basis_of(plan, upper=upper_of(request, key=upper))
    judging.drop(basis, by=person(request), at=timezone.now())
    messages.success(request, _("Đã bỏ chọn văn bản cấp trên. Những điều đã quyết định vẫn được giữ."))
    return redirect("above", key)


def upper_of(request: HttpRequest, *, key: UUID) -> Document:
    """The upper document of an address, if the person may see it. Raises NotFound."""
    return fetch(Document.objects.all(), by=person(request), id=key)


def _key(sent: str) -> UUID:
    try:
        return UUID(sent)
    except ValueError:
        raise NotFound from None
