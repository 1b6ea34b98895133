"""Two people changed the same thing: their change and mine side by side, field by field, and nothing is lost."""

from __future__ import annotations

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from caytre.web.once import NOT_SAID
from caytre.writes.rules import Merged, merge

VERSION = "version"
CHOICE = "choice."


def settled(
    request: HttpRequest, *, version: str, before: Mapping[str, str], theirs: Mapping[str, str], mine: Mapping[str, str]
) -> Merged:  # fmt: skip
    """What a form asks for, put together with what others changed since it was opened.

    ``version`` is the present one of the object, ``before`` its fields in the version that the form was opened with,
    ``theirs`` the present ones, ``mine`` those of the form. Where the conflict page was answered, its choices hold.
    Where ``differences`` are left, show :func:`page`; else ``values`` are to be written.
    """
    if request.POST.get(VERSION, "") == version:
        return Merged(dict(mine), (), ())
    return merge(before, theirs=theirs, mine=mine)


def page(
    request: HttpRequest, *, merged: Merged, labels: Mapping[str, str], version: str, by: str = "", back: str = ""
) -> HttpResponse:  # fmt: skip
    """The page on which each field that both changed is chosen; it sends the form again, with the present ``version``.

    ``labels`` name the fields, ``by`` is who made the other change, ``back`` where one goes who changes nothing.
    """
    hard = {one.name for one in merged.differences}
    fields = [
        (name, value)
        for name, values in request.POST.lists()
        if name not in NOT_SAID and name != VERSION and name not in hard and name not in merged.values
        for value in values
    ]
    fields += [(name, value) for name, value in merged.values.items() if name not in hard]
    context = {
        "rows": [(labels.get(one.name, one.name), one) for one in merged.differences],
        "fields": fields, "version": version, "by": by, "back": back or request.path, "to": request.get_full_path(),
        "taken": get_text_list([labels.get(name, name) for name in merged.taken], _("và")),
    }  # fmt: skip
    return render(request, "web/conflict.html", context, status=409)
