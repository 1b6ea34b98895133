"""Passwords for one time are shown to whoever hands them over: on a page to print, and as a workbook in that page."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from caytre.web.workbooks.writing import XLSX, add_sheet, empty, file_of


@dataclass(frozen=True, slots=True)
class Slip:
    """What one person is handed; ``capacity`` is their post in words."""

    shown: str
    login: str
    password: str
    capacity: str = ""


def hand_over(
    request: HttpRequest, *, slips: Sequence[Slip], heading: str, said: str = "", back: str
) -> HttpResponse:
    """The page with the passwords; ``said`` is what else was done, ``back`` where one goes on."""
    context = {
        "slips": slips,
        "heading": heading,
        "said": said,
        "back": back,
        "file": _file(slips),
        "type": XLSX,
    }
    return render(request, "people/passwords.html", context)


def _file(slips: Sequence[Slip]) -> str:
    """The workbook in base 64; "" without slips."""
    if not slips:
        return ""
    headings = [_("Họ và tên"), _("Tên đăng nhập"), _("Mật khẩu dùng một lần"), _("Chức vụ")]
    rows = [[one.shown, one.login, one.password, one.capacity] for one in slips]
    book = empty()
    add_sheet(book, title=_("Mật khẩu"), rows=[headings, *rows], widths=(30, 24, 26, 50))
    return b64encode(file_of(book)).decode()
