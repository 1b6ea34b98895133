"""What a person is in this system: the posts of today and those before and to come."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from caytre.units.queries.people import posts_by_user
from caytre.web.session import person


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    user = person(request)
    posts = posts_by_user([user.pk], on=timezone.localdate(), is_past_too=True)[user.pk]
    first = user.held[0].id if user.held else None
    return render(request, "people/me.html", {"posts": posts, "first": first})
