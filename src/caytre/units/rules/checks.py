"""Whether a change of units can be made: every reason against it is a refusal that a person can read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from uuid import UUID

from caytre.core.refusals import Refused, gettext_noop
from caytre.units.rules.change import Change, Moved, Newcomer
from caytre.units.rules.known import RANKS, Facts, Known
from caytre.units.rules.tree import InACircle

TREES = ("state", "party", "mass")
SHARES = ("", "whole", "part")


class UnknownUnit(Refused):
    status = 404
    sentence = gettext_noop("Không tìm thấy đơn vị này. Hãy chọn lại đơn vị trong danh sách.")


class NothingToDo(Refused):
    sentence = gettext_noop("Chưa có gì thay đổi. Hãy ghi rõ đơn vị nào thay đổi và thay đổi gì.")


class NotThere(Refused):
    sentence = gettext_noop(
        "%(name)s không tồn tại vào ngày %(day)s. Hãy kiểm tra ngày có hiệu lực và tên đơn vị."
    )


class EndsLater(Refused):
    """Something would be bound to a unit whose end is already known."""

    sentence = gettext_noop(
        "%(name)s chấm dứt từ ngày %(day)s, nên không tiếp nhận được. Hãy chọn đơn vị khác."
    )


class LaterChange(Refused):
    """Events are entered in the order in which they take effect."""

    sentence = gettext_noop(
        "Đã ghi thay đổi của %(name)s có hiệu lực từ ngày %(day)s. Thay đổi mới phải có hiệu lực sau ngày đó."
    )


class PostsLater(Refused):
    sentence = gettext_noop(
        "Có chức vụ ở %(name)s bắt đầu từ ngày %(day)s, khi đơn vị đã chấm dứt. Hãy bỏ chức vụ đó trước."
    )


class BadName(Refused):
    sentence = gettext_noop(
        "Tên và loại đơn vị không được để trống; tên dài nhất 300 ký tự, loại dài nhất 40 ký tự."
    )


class AlreadyThere(Refused):
    sentence = gettext_noop("%(name)s đã có với mã này. Hãy kiểm tra mã, hoặc dùng đơn vị đã có.")


class WrongPlace(Refused):
    sentence = gettext_noop("%(name)s không thể trực thuộc đơn vị cấp thấp hơn. Hãy chọn cấp trên khác.")


class BadHeir(Refused):
    sentence = gettext_noop(
        "Đơn vị tiếp nhận phải là đơn vị khác, còn hoạt động sau thay đổi, và chỉ một đơn vị nhận phần còn lại."
    )


class Twice(Refused):
    sentence = gettext_noop("Một đơn vị được ghi hai lần trong cùng thay đổi. Hãy bỏ bớt một lần.")


def check(change: Change, *, facts: Facts) -> None:
    """Raise a refusal where the change cannot be made on what is known."""
    for unit in change.units():
        if unit not in facts.units:
            raise UnknownUnit
    if not (change.founded or change.named or change.moved or change.heirs):
        raise NothingToDo
    _check_once(change)
    for new in change.founded:
        _check_newcomer(new, change, facts)
    _check_ended(change, facts)
    _check_named(change, facts)
    for move in change.moved:
        _check_move(move, change, facts)
    _check_heirs(change, facts)


def check_circles(change: Change, *, moves: Iterable[Moved], facts: Facts) -> None:
    """Raise where a unit would come to stand above itself, on the day of the change or later."""
    parents = {(move.tree, move.unit): move.parent for move in moves}
    for new in change.founded:
        parents |= {(tree, new.id): parent for tree, parent in new.parents}
    for name, unit in parents:
        for tree in facts.trees.get(name, ()):
            seen = {unit}
            higher: UUID | None = parents[name, unit]
            while higher is not None:
                if higher in seen:
                    raise InACircle
                seen.add(higher)
                higher = parents.get((name, higher)) or tree.parent(higher)


def check_later_posts(change: Change, *, facts: Facts) -> None:
    """Raise where somebody is to be posted at a unit after it has ended."""
    for post in facts.posts:
        if post.unit in change.ended and post.since is not None and post.since >= change.basis.effective:
            name = facts.units[post.unit].name(change.basis.effective)
            raise PostsLater(name=name, day=shown(post.since))


def shown(day: date) -> str:
    """A day as people write it."""
    return f"{day:%d/%m/%Y}"


def lasts(unit: Known, *, since: date) -> None:
    """Raise where the unit is not there on that day, or will end after it."""
    if not unit.exists(since):
        raise NotThere(name=unit.name(since), day=shown(since))
    if unit.until is not None:
        raise EndsLater(name=unit.name(since), day=shown(unit.until))


def _check_once(change: Change) -> None:
    named: list[object] = [
        *(("name", one.unit) for one in change.named),
        *(("name", unit) for unit in change.ended),
        *(("name", new.id) for new in change.founded),
        *((move.tree, move.unit) for move in change.moved),
        *((tree, unit) for unit in change.ended for tree in TREES),
        *((tree, new.id) for new in change.founded for tree, _ in new.parents),
        *((heir.predecessor, heir.successor, heir.scope) for heir in change.heirs),
    ]
    if any(count > 1 for count in Counter(named).values()):
        raise Twice


def _check_newcomer(new: Newcomer, change: Change, facts: Facts) -> None:
    _check_name(new.name, new.kind)
    holder = facts.codes.get((new.level, new.code)) if new.code else None
    if new.id in facts.units or (holder is not None and holder not in change.ended):
        raise AlreadyThere(name=new.name)
    if new.level not in RANKS:
        raise WrongPlace(name=new.name)
    for tree, parent in new.parents:
        _check_parent(new.name, new.level, tree, parent, change, facts)
    if new.seat is not None and new.seat not in {one.id for one in change.founded}:
        lasts(facts.units[new.seat], since=change.basis.effective)


def _check_name(name: str, kind: str) -> None:
    if not name.strip() or not kind.strip() or len(name) > 300 or len(kind) > 40:
        raise BadName


def _check_parent(name: str, level: str, tree: str, parent: UUID, change: Change, facts: Facts) -> None:
    new = {one.id: one.level for one in change.founded}
    if parent not in new:
        lasts(facts.units[parent], since=change.basis.effective)
    higher = new.get(parent) or facts.units[parent].level
    if tree not in TREES or parent in change.ended or RANKS[higher] > RANKS[level]:
        raise WrongPlace(name=name)


def _check_ended(change: Change, facts: Facts) -> None:
    on = change.basis.effective
    for unit in change.ended:
        known = facts.units[unit]
        lasts(known, since=on)
        links = [link for trees in known.links.values() for link in trees]
        links += [link for (_, parent), lower in facts.lower.items() if parent == unit for link in lower]
        days = [state.since for state in known.states] + [facts.inherits.get(unit)]
        days += [day for link in links for day in (link.since, _before_open(link.until, on))]
        _check_later(known, days, on)


def _before_open(until: date | None, on: date) -> date | None:
    """The end of a link as a change that may lie ahead; on the very day it is a part of the same reform."""
    return None if until == on else until


def _check_later(known: Known, days: Iterable[date | None], on: date) -> None:
    later = [day for day in days if day is not None and day >= on]
    if later:
        raise LaterChange(name=known.name(on), day=shown(max(later)))


def _check_named(change: Change, facts: Facts) -> None:
    on = change.basis.effective
    for named in change.named:
        _check_name(named.name, named.kind)
        known = facts.units[named.unit]
        lasts(known, since=on)
        _check_later(known, [state.since for state in known.states], on)
        state = known.state(on)
        if state and (state.name, state.kind, state.short) == (named.name, named.kind, named.short):
            raise NothingToDo


def _check_move(move: Moved, change: Change, facts: Facts) -> None:
    on = change.basis.effective
    known = facts.units[move.unit]
    lasts(known, since=on)
    _check_parent(known.name(on), known.level, move.tree, move.parent, change, facts)
    links = known.links.get(move.tree, ())
    _check_later(known, [day for link in links for day in (link.since, _before_open(link.until, on))], on)
    now = known.link(move.tree, on=on)
    if now is not None and now.parent == move.parent:
        raise NothingToDo


def _check_heirs(change: Change, facts: Facts) -> None:
    on = change.basis.effective
    new = {one.id for one in change.founded}
    defaults = Counter(heir.predecessor for heir in change.heirs if heir.is_default)
    for heir in change.heirs:
        if heir.predecessor not in change.ended:
            lasts(facts.units[heir.predecessor], since=on)
        successor = heir.successor
        if successor is not None and successor not in new:
            lasts(facts.units[successor], since=on)
        if (
            successor == heir.predecessor
            or successor in change.ended
            or defaults[heir.predecessor] > 1
            or (heir.is_default and successor is None)
            or heir.share not in SHARES
            or not 0 < len(heir.scope) <= 40
        ):
            raise BadHeir
