"""As what a person acts: shown at the head of every page, and chosen there by who holds several posts."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from caytre.core.refusals import Refused, gettext_noop
from caytre.units.rules.people import can_see_people
from caytre.web.intake import may_bring
from caytre.web.session import CHOSEN, person
from caytre.work.queries.notices import unseen


class NotTheirPost(Refused):
    """The post has ended, or was never held by who asks."""

    status = 403
    sentence = gettext_noop(
        "Bạn không còn giữ chức vụ này. Hãy chọn chức vụ khác, hoặc hỏi quản trị viên của cơ quan."
    )


def menu(request: HttpRequest) -> dict[str, Any]:
    """What the head of a page needs: who is there with their posts, what they may (bring files in, see people), and how
    much they were told that they have not seen: counted where a page shows it."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {}
    me = person(request)
    return {
        "me": me,
        "may_upload": may_bring(me),
        "may_see_people": bool(can_see_people(me)),
        "unseen": partial(unseen, me),
    }


@require_POST
def choose(request: HttpRequest) -> HttpResponse:
    """From now on, until they sign out, the person acts in this post."""
    asked = request.POST.get("post", "")
    held = {str(post.id): post.id for post in person(request).held}
    if asked not in held:
        raise NotTheirPost
    request.session[CHOSEN] = held[asked]
    back = request.POST.get("next", "")
    own = url_has_allowed_host_and_scheme(back, {request.get_host()}, require_https=request.is_secure())
    return redirect(back if own else "documents")
