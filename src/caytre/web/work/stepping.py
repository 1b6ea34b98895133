"""A step is taken: its form, and what comes of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from caytre import flows
from caytre.core.access import NotFound
from caytre.core.models import User
from caytre.core.refusals import Refused, gettext_noop
from caytre.units.queries.directory import directory
from caytre.web.session import person
from caytre.web.units.looking import NoDay, day
from caytre.web.units.picking import Picker, picker
from caytre.web.wording import said
from caytre.web.work.evidence import FilesRefused, files_of
from caytre.web.work.occurrence import context_of
from caytre.web.work.wording import DEEDS
from caytre.work.actions import directing, doing, extending
from caytre.work.models import Occurrence
from caytre.work.queries.occurrence import colleagues, fetched, offered
from caytre.work.rules.progress import NoSuchPercent, figures_of

LONGEST = 5_000
FIELDS = ("text", "percent", "figures", "links", "day", "answer", "who")
_NEVER = date.min


class NoUnitChosen(Refused):
    sentence = gettext_noop("Hãy chọn đơn vị.")


class NobodyChosen(Refused):
    sentence = gettext_noop("Hãy chọn người thực hiện.")


class NoAnswer(Refused):
    sentence = gettext_noop("Hãy chọn đồng ý hoặc không đồng ý.")


class NoDayChosen(Refused):
    sentence = gettext_noop("Hãy chọn ngày.")


class TooLong(Refused):
    sentence = gettext_noop("Nội dung dài hơn 5.000 chữ cái. Hãy rút gọn, hoặc gửi kèm thành tệp.")


@require_http_methods(["GET", "HEAD", "POST"])
def show(request: HttpRequest, *, key: UUID, deed: str) -> HttpResponse:
    """The form of a step, or the step itself. Raises NotFound, and what this person may not do."""
    if deed not in DEEDS:
        raise NotFound
    one = fetched(key, by=person(request))
    offer = next((offer for offer in offered(one, by=person(request)) if offer.deed == deed), None)
    if offer is not None and offer.refusal is not None:
        raise offer.refusal
    problems: list[str] = []
    status = 200
    if request.method == "POST" and request.POST.get("step") != "find":
        try:
            _take(request, one, deed)
        except FilesRefused as refusal:
            problems, status = refusal.problems, refusal.status
        except Refused as refusal:
            problems, status = [said(refusal)], refusal.status
        else:
            messages.success(request, str(DEEDS[deed].done))
            return redirect("occurrence", key=key)
    context = context_of(request, one=one)
    context |= _form(request, context, deed) | {"problems": problems, "offered": offer is not None}
    return render(request, "work/step.html", context, status=status)


def _form(request: HttpRequest, context: dict[str, Any], deed: str) -> dict[str, Any]:
    words, one, on = DEEDS[deed], context["one"], timezone.localdate()
    sent = {
        name: request.POST.get(name, "")
        for name in ("text", "percent", "figures", "links", "day", "answer", "who")
    }
    asked = context["sheet"].asked
    if request.method != "POST":
        sent |= {"percent": str(one.percent), "day": asked.asked_for.isoformat() if asked else ""}
    return {
        "deed": deed, "words": words, "sent": sent, "seen": one.version,
        "people": list(colleagues(one, on=on)) if "person" in words.fields else (),
        "picker": _picker(request, one) if "unit" in words.fields else None,
    }  # fmt: skip


def _picker(request: HttpRequest, one: Occurrence) -> Picker:
    return picker(
        request.POST, field="unit", label=_("Cơ quan"), among=directory(), on=timezone.localdate(),
        within=str(one.giver_id),
    )  # fmt: skip


def _take(request: HttpRequest, one: Occurrence, deed: str) -> None:
    """Take the step with what was sent. Raises what it refuses."""
    text = request.POST.get("text", "").replace("\0", "").strip()
    if len(text) > LONGEST:
        raise TooLong
    seen = request.POST.get("seen", "")
    common: dict[str, Any] = {
        "seen": int(seen) if seen.isascii() and seen.isdigit() and len(seen) < 10 else 0,
        "by": person(request),
        "at": timezone.now(),
    }
    ACTS[deed](request, one, text, common)


def _receive(request: HttpRequest, one: Occurrence, text: str, common: dict[str, Any]) -> None:
    doing.receive(one, **common)


def _show(request: HttpRequest, one: Occurrence, text: str, common: dict[str, Any]) -> None:
    percent = request.POST.get("percent", "").strip()
    if percent and not (percent.isascii() and percent.isdigit() and len(percent) < 4):
        raise NoSuchPercent
    common["seen"] = None  # what others said meanwhile is kept beside this
    doing.show(one, percent=int(percent) if percent else None, text=text, **_shown(request), **common)


def _claim(request: HttpRequest, one: Occurrence, text: str, common: dict[str, Any]) -> None:
    doing.claim(one, text=text, **_shown(request), **common)


def _shown(request: HttpRequest) -> dict[str, Any]:
    return {
        "figures": figures_of(request.POST.get("figures", "")[:LONGEST]),
        "links": request.POST.get("links", "")[: 4 * LONGEST].split(),
        "files": files_of(request),
    }


def _hand(request: HttpRequest, one: Occurrence, text: str, common: dict[str, Any]) -> None:
    asked = request.POST.get("who", "")
    to = next((user for user in colleagues(one, on=timezone.localdate()) if str(user.pk) == asked), None)
    if to is None:
        raise NobodyChosen
    doing.hand(one, to=User.objects.get(pk=to.pk), text=text, **common)


def _ask(request: HttpRequest, one: Occurrence, text: str, common: dict[str, Any]) -> None:
    extending.ask(one, until=_day(request), text=text, **common)


def _object(request: HttpRequest, one: Occurrence, text: str, common: dict[str, Any]) -> None:
    flows.object_to(one, instead=_unit(request), text=text, **common)


def _verify(request: HttpRequest, one: Occurrence, text: str, common: dict[str, Any]) -> None:
    directing.verify(one, text=text, **common)


def _give_back(request: HttpRequest, one: Occurrence, text: str, common: dict[str, Any]) -> None:
    directing.give_back(one, text=text, **common)


def _uphold(request: HttpRequest, one: Occurrence, text: str, common: dict[str, Any]) -> None:
    directing.uphold(one, text=text, **common)


def _withdraw(request: HttpRequest, one: Occurrence, text: str, common: dict[str, Any]) -> None:
    directing.withdraw(one, text=text, **common)


def _decide(request: HttpRequest, one: Occurrence, text: str, common: dict[str, Any]) -> None:
    answer = request.POST.get("answer", "")
    if answer not in ("yes", "no"):
        raise NoAnswer
    extending.decide(one, due_on=_day(request) if answer == "yes" else None, text=text, **common)


def _pass(request: HttpRequest, one: Occurrence, text: str, common: dict[str, Any]) -> None:
    unit = _unit(request)
    if unit is None:
        raise NoUnitChosen
    flows.pass_to(one, unit=unit, text=text, **common)


ACTS: Mapping[str, Callable[[HttpRequest, Occurrence, str, dict[str, Any]], None]] = {
    "receive": _receive,
    "show": _show,
    "claim": _claim,
    "hand": _hand,
    "ask": _ask,
    "object": _object,
    "verify": _verify,
    "give-back": _give_back,
    "uphold": _uphold,
    "decide": _decide,
    "pass": _pass,
    "withdraw": _withdraw,
}


def _unit(request: HttpRequest) -> UUID | None:
    asked = request.POST.get("unit", "")
    return UUID(asked) if directory().get(asked) else None


def _day(request: HttpRequest) -> date:
    try:
        found = day(request.POST.get("day", ""), default=_NEVER)
    except NoDay:
        raise NoDayChosen from None
    if found == _NEVER:
        raise NoDayChosen
    return found
