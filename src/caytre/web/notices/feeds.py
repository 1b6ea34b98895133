"""Calendars of deadlines for calendar programs (iCalendar, RFC 5545), and the page where a person opens them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from hashlib import sha256

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe
from icalendar import Calendar, Event

from caytre.core.access import NotFound
from caytre.units.queries.directory import directory
from caytre.units.queries.people import name_of
from caytre.units.queries.standing import acting
from caytre.web.notices.wording import page_of, shortened
from caytre.web.session import open_to_all, person
from caytre.work.actions import feeding
from caytre.work.models import Feed, Occurrence
from caytre.work.queries.feeds import deadlines, feed_of, feeds_of

NAMES = {
    Feed.What.MINE: gettext_lazy("Hạn việc của tôi"),
    Feed.What.UNIT: gettext_lazy("Hạn việc của cơ quan tôi"),
}


@open_to_all
@require_safe
def feed(request: HttpRequest, *, token: str) -> HttpResponse:
    """The calendar that a token opens, as its owner may see it now. Raises NotFound."""
    opened = feed_of(token)
    if opened is None:
        raise NotFound
    today = timezone.localdate()
    user = acting(opened.user, on=today)
    reach = user.reach
    at = {unit for _, unit in (*reach.posts, *reach.inherited)} if opened.what == Feed.What.UNIT else None
    found = deadlines(user, units=at, on=today)
    body = written(found, name=str(NAMES[Feed.What(opened.what)]), on=today)
    tag = f'"{sha256(body).hexdigest()[:32]}"'
    answer = get_conditional_response(request, etag=tag)
    if answer is None:
        answer = HttpResponse(body, content_type="text/calendar; charset=utf-8")
    answer["ETag"] = tag
    answer["Cache-Control"] = "private, no-cache"
    return answer


@require_http_methods(["GET", "HEAD", "POST"])
def show(request: HttpRequest) -> HttpResponse:
    """A person's calendars: open one, with another address in place of the last, or close it."""
    me, address = person(request), ""
    what = request.POST.get("what", "")
    if request.method == "POST" and what in NAMES:
        if request.POST.get("close"):
            feeding.revoke(Feed.What(what), by=me, at=timezone.now())
            messages.success(request, _("Đã thu hồi địa chỉ lịch. Địa chỉ cũ không mở được nữa."))
            return redirect("feeds")
        token = feeding.renew(Feed.What(what), by=me, at=timezone.now())
        address = settings.PUBLIC_URL + reverse("feed", kwargs={"token": token})
    there = feeds_of(me)
    listed = [(one, NAMES[one], there.get(one)) for one in Feed.What]
    return render(request, "notices/feeds.html", {"feeds": listed, "address": address, "what": what})


def written(found: Iterable[Occurrence], *, name: str, on: date) -> bytes:
    """Occurrences as a calendar, each on its last day. The same rows give the same bytes."""
    calendar = Calendar()
    calendar.add("prodid", "-//Cây Tre//VI")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval;value=duration", "PT1H")
    among = directory()
    for one in found:
        if one.due_on is not None:
            unit = name_of(str(one.unit_id), among=among, on=on)
            calendar.add_component(_event(one, one.due_on, unit))
    return calendar.to_ical()


def _event(one: Occurrence, due: date, unit: str) -> Event:
    event = Event()
    event.add("uid", f"{one.pk}@caytre")
    event.add("dtstamp", one.made_at)
    event.add("sequence", one.version - 1)
    event.add("dtstart", due)
    event.add("dtend", due + timedelta(days=1))
    event.add("summary", shortened(one.task.text))
    event.add("description", unit)
    event.add("url", settings.PUBLIC_URL + page_of(one))
    event.add("transp", "TRANSPARENT")
    return event
