"""What a sheet of people would do is done, all of it or nothing."""

from __future__ import annotations

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from caytre import flows
from caytre.accounts.actions import passwords
from caytre.accounts.queries import sheets
from caytre.accounts.queries.handed import just_made
from caytre.core.models import User
from caytre.units.queries.directory import directory
from caytre.units.queries.people import name_of
from caytre.units.rules.capacity import ROLES
from caytre.units.rules.people import can_see_people
from caytre.units.rules.sheets import PersonLine
from caytre.web.accounts.guard import administering
from caytre.web.people.handing import Slip, hand_over
from caytre.web.session import person
from caytre.web.workbooks.sealed import Sheet, unseal


@require_POST
@administering
def confirm(request: HttpRequest) -> HttpResponse:
    """Do what was shown, and show the passwords. Raises SealBroken, SheetIsOld, NoPeople."""
    by, now = person(request), timezone.now()
    can_see_people(by).or_raise()
    sheet, mark = unseal(request.POST.get("sealed", ""), by=by)
    checked = sheets.check(sheet.rows, by=by, on=timezone.localdate())
    words = {login: _password(login, sheet) for login in _logins(sheet)}
    prepared = {
        row.line.login: passwords.prepare_account(
            row.line.login, password=words[row.line.login], change_by=now, shown=row.line.shown, at=now
        )
        for row in checked.rows
        if row.deed == "account"
    }
    try:
        done = flows.take_on_all(sheet.rows, mark=mark, prepared=prepared, by=by, at=now)
    except flows.SheetIsOld:
        return _again(request, sheet, words, now)
    made = [(prepared[login], words[login]) for login in done.logins]
    return _handed(request, made, done.posts, given=len(done.posts))


def _again(request: HttpRequest, sheet: Sheet, words: dict[str, str], now: datetime) -> HttpResponse:
    """The same form was sent a moment ago: its passwords once more. Raises SheetIsOld where it was not."""
    by = person(request)
    found = ((just_made(login, password=word, by=by, at=now), word) for login, word in words.items())
    made = [(user, word) for user, word in found if user]
    checked = sheets.check(sheet.rows, by=by, on=timezone.localdate())
    if not made and (checked.faults or checked.posts):
        raise flows.SheetIsOld
    return _handed(request, made, [row.line for row in checked.rows], given=0)


def _handed(
    request: HttpRequest, made: list[tuple[User, str]], posts: list[PersonLine] | tuple[PersonLine, ...], *, given: int
) -> HttpResponse:  # fmt: skip
    among, today = directory(), timezone.localdate()
    capacities: dict[str, list[str]] = {}
    for line in posts:
        at = name_of(line.unit, among=among, on=today)
        capacities.setdefault(line.login, []).append(f"{_(ROLES[line.role])}, {at}")
    slips = [
        Slip(user.shown, user.username, word, "; ".join(capacities.get(user.username, ()))) for user, word in made
    ]  # fmt: skip
    said_ = (
        ngettext("Đã giao %(n)s chức vụ.", "Đã giao %(n)s chức vụ.", given) % {"n": given} if given else ""
    )
    heading = ngettext("Đã tạo %(n)s tài khoản", "Đã tạo %(n)s tài khoản", len(slips)) % {"n": len(slips)}
    return hand_over(request, slips=slips, heading=heading, said=said_, back=reverse("people"))


def _logins(sheet: Sheet) -> list[str]:
    return list(dict.fromkeys(row.cells["Tên đăng nhập"].lower() for row in sheet.rows))


def _password(login: str, sheet: Sheet) -> str:
    return passwords.one_time_password(login, mark=sheet.nonce)
