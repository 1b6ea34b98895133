"""What a change would do, in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from uuid import UUID

from django.utils.translation import gettext as _

from caytre.core.models import User
from caytre.units.rules.change import ALL, Heirship
from caytre.units.rules.outline import lies_in, node_of
from caytre.units.rules.plan import Plan, Warn
from caytre.web.units.wording import ROLES, SCOPES, TREES
from caytre.web.wording import in_parts
from vanban.units import Directory


@dataclass(frozen=True, slots=True)
class Preview:
    """The lines of each part of a plan; ``mark`` is what a person confirms."""

    mark: str
    ends: list[str] = field(default_factory=list)
    begins: list[str] = field(default_factory=list)
    moves: list[str] = field(default_factory=list)
    heirs: list[str] = field(default_factory=list)
    posts: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)


def preview_of(plan: Plan, *, among: Directory) -> Preview:
    """The plan for a person to read before it is done."""
    say = _Words(plan, among)
    return Preview(
        plan.mark,
        ends=[say.name(unit) for unit in plan.change.ended],
        begins=list(say.begins()),
        moves=list(say.moves()),
        heirs=[say.heir(one) for one in plan.change.heirs],
        posts=list(say.posts()),
        asked=list(say.asked()),
        warnings=[warned(one) for one in plan.warnings],
    )


def warned(warning: Warn) -> str:
    """A warning in the language of the page."""
    return in_parts(warning.sentence) % dict(warning.values)


class _Words:
    """Names of units and of people in one plan."""

    def __init__(self, plan: Plan, among: Directory) -> None:
        self.plan = plan
        self.among = among
        self.new = {one.id: one.name for one in plan.change.founded}
        users = {post.user for post in plan.posts_ended} | {post.user for post in plan.posts_given}
        self.people = User.objects.in_bulk(users)

    def name(self, unit: UUID) -> str:
        """What it is called on the day before the change, and where it lies."""
        record = self.among.get(str(unit))
        if unit in self.new or record is None:
            return self.new.get(unit, str(unit))
        on = self.plan.change.basis.effective
        name, where = node_of(record, on=on).name, lies_in(self.among, unit=str(unit), on=on)
        return f"{name}, {where}" if where else name

    def begins(self) -> Iterator[str]:
        for new in self.plan.change.founded:
            code = _(", mã %(code)s") % {"code": new.code} if new.code else ""
            yield _("Lập %(name)s (%(kind)s%(code)s)") % {"name": new.name, "kind": new.kind, "code": code}
        for one in self.plan.change.named:
            yield _("%(before)s từ nay là %(name)s (%(kind)s)") % {
                "before": self.name(one.unit), "name": one.name, "kind": one.kind,
            }  # fmt: skip

    def moves(self) -> Iterator[str]:
        for link in self.plan.links_opened:
            yield _("%(name)s trực thuộc %(parent)s (%(tree)s)") % {
                "name": self.name(link.unit), "parent": self.name(link.parent), "tree": TREES[link.tree],
            }  # fmt: skip

    def heir(self, one: Heirship) -> str:
        values = {"before": self.name(one.predecessor), "what": _what(one)}
        if one.successor is None:
            return _("%(before)s: %(what)s còn để ngỏ, chưa rõ ai tiếp nhận") % values
        return _("%(heir)s tiếp nhận %(what)s từ %(before)s") % (values | {"heir": self.name(one.successor)})

    def posts(self) -> Iterator[str]:
        given = {one.instead: one for one in self.plan.posts_given}
        asked = {ask.about for ask in self.plan.asked}
        for post in self.plan.posts_ended:
            values = self._post(post.user, post.role, post.unit)
            if post.id in given:
                values["heir"] = self.name(given[post.id].unit)
                yield _("%(person)s, %(role)s ở %(unit)s: tiếp tục ở %(heir)s") % values
            elif str(post.id) not in asked:
                yield (
                    _("%(person)s, %(role)s ở %(unit)s: kết thúc; ở đơn vị tiếp nhận đã có chức vụ này")
                    % values
                )

    def asked(self) -> Iterator[str]:
        held = {str(post.id): post for post in self.plan.posts_ended}
        for ask in self.plan.asked:
            post = held.get(ask.about)
            if post:
                values = self._post(post.user, post.role, post.unit)
                yield _("%(person)s, %(role)s ở %(unit)s: ai tiếp tục, ở đâu") % values

    def _post(self, user: int, role: str, unit: UUID) -> dict[str, str]:
        person = self.people.get(user)
        return {"person": person.shown if person else "?", "role": str(ROLES[role]), "unit": self.name(unit)}


def _what(one: Heirship) -> str:
    if one.scope != ALL:
        return _("lĩnh vực “%(scope)s”") % {"scope": SCOPES.get(one.scope, one.scope)}
    return _("một phần") if one.share == "part" else _("mọi việc")
