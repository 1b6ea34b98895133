"""The page of each code of the checks: why, the rule and where it stands, an example, what to do."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from caytre.core.access import NotFound
from caytre.core.refusals import gettext_noop
from caytre.web.wording import FAMILIES
from vanban.checks import pages


class NoCode(NotFound):
    sentence = gettext_noop("Không có mã kiểm tra này. Hãy xem danh mục các mã.")


@require_safe
def listed(request: HttpRequest) -> HttpResponse:
    """Every code by family."""
    families = [
        (name, [page for page in pages().values() if page.code[0] == letter])
        for letter, name in FAMILIES.items()
    ]
    return render(request, "documents/codes.html", {"families": families})


@require_safe
def show(request: HttpRequest, *, code: str) -> HttpResponse:
    """One code, from the same data as the command ``vanban rule``. Raises :class:`NoCode`."""
    page = pages().get(code)
    if page is None:
        raise NoCode
    return render(request, "documents/code.html", {"page": page, "family": FAMILIES[code[0]]})
