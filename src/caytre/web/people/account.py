"""One person: what is known of the account and its posts, and what may be done."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from caytre.accounts.queries import people
from caytre.accounts.queries.history import of_account
from caytre.core.access import fetch
from caytre.core.models import User
from caytre.units.queries.people import account
from caytre.units.rules import people as rules
from caytre.web.accounts.guard import administering
from caytre.web.people.choosing import unit_picker
from caytre.web.people.forms import ISO, PostForm
from caytre.web.people.marks import new_mark
from caytre.web.session import person
from caytre.web.wording import EVENTS, said


@require_safe
@administering
def show(request: HttpRequest, *, who: int) -> HttpResponse:
    """What is known of a person, and what may be done. Raises NoPeople, NotFound."""
    return page_of(request, user=asked(request, who=who), form=PostForm())


def asked(request: HttpRequest, *, who: int) -> User:
    """The person of the address, if whoever asks looks after any such. Raises NoPeople, NotFound."""
    by = person(request)
    rules.can_see_people(by).or_raise()
    return fetch(people.people(on=timezone.localdate()), by=by, pk=who)


def page_of(request: HttpRequest, *, user: User, form: PostForm, status: int = 200) -> HttpResponse:
    """The page of a person, with the form for a post as it was sent."""
    by, today = person(request), timezone.localdate()
    (row,) = people.shown(
        people.people(on=today).rows.filter(pk=user.pk), user=by, on=today, is_past_too=True
    )
    theirs = account(user, on=today)
    answers = {
        "password": rules.can_give_password(by, account=theirs),
        "look_after": rules.can_look_after(by, account=theirs),
        "close": rules.can_close(by, account=theirs),
        "reopen": rules.can_reopen(by, account=theirs),
        "post": rules.can_give_posts_to(by, account=theirs),
    }
    ends = {
        post.id: rules.can_end_post(by, account=theirs, role=post.role, unit=post.unit)
        for post in row.posts
        if not post.is_over
    }
    context: dict[str, Any] = {
        "row": row,
        "may": answers,
        "why": said(answers["look_after"].refusal) if answers["look_after"].refusal else "",
        "ends": {key: said(answer.refusal) if answer.refusal else "" for key, answer in ends.items()},
        "form": form,
        "picker": unit_picker(request),
        "mark": new_mark(),
        "today": today.strftime(ISO),
        "events": [(event, EVENTS.get(event.name, event.name)) for event in of_account(user)],
    }
    return render(request, "people/person.html", context, status=status)
