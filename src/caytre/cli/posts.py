"""Posts, as the command line gives and ends them."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.core.management.base import CommandError
from django.utils.translation import gettext as _

from caytre import flows
from caytre.core.models import User
from caytre.core.refusals import Refused
from caytre.core.validity import day_of
from caytre.units.actions.setup import ensure
from caytre.units.models import Post, Role, Unit
from caytre.units.queries.directory import directory
from caytre.units.queries.standing import acting
from caytre.web.wording import said
from vanban.units import resolve


def give(user: User, *, unit: Unit, role: Role, at: datetime) -> str:
    """Give somebody a post from today on; returns it in words. Raises CommandError."""
    on = day_of(at)
    try:
        given = flows.give_post(user, unit=unit, role=role, since=on, by=None, at=at)
    except Refused as refusal:
        raise CommandError(said(refusal)) from None
    return next(post.capacity for post in acting(user, on=on).held if post.id == given.pk)


def end(user: User, *, unit: Unit, role: Role, at: datetime) -> str:
    """End a post: today is the first day without it; returns it in words. Raises CommandError."""
    on = day_of(at)
    held = {post.id: post.capacity for post in acting(user, on=on).held}
    post = Post.objects.filter(pk__in=held, unit=unit, role=role).first()
    if post is None:
        raise CommandError(_("Tài khoản này không giữ chức vụ đó ở đơn vị này."))
    flows.end_post(post, on=on, by=None, at=at)
    return held[post.pk]


def unit_of(words: str, *, at: datetime) -> Unit:
    """The unit with this uid, or of this name today. Raises CommandError, where it may be several with their uids."""
    on = day_of(at)
    try:
        return ensure(UUID(words), by=None, at=at)
    except ValueError:
        pass
    except Refused as refusal:
        raise CommandError(said(refusal)) from None
    found = resolve(words, among=directory(), on=on)
    if found.unit is not None:
        return ensure(found.unit.uid, by=None, at=at)
    if not found.candidates:
        raise CommandError(_("Không có đơn vị nào tên như vậy. Hãy viết đủ tên, hoặc dùng mã đơn vị."))
    several = "\n".join(f"  {one.uid}  {one.name}{_above(one.uid, on)}" for one in found.candidates)
    raise CommandError(
        _("Tên này có thể là của nhiều đơn vị. Hãy dùng một trong các mã sau:") + f"\n{several}"
    )


def _above(uid: str, on: date) -> str:
    """The unit above, which tells units of one name apart."""
    known = directory()
    upper = known.unit(known.above(uid, on=on), on=on)
    return f", {upper.name}" if upper else ""
