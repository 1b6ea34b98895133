"""From a wanted change to its plan: what moves with it, which posts end and are given anew, what stays open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from uuid import UUID

from caytre.core.refusals import Refused, gettext_noop
from caytre.units.rules.change import Change, Heirship, Moved
from caytre.units.rules.checks import check, check_circles, check_later_posts
from caytre.units.rules.known import Facts, PostRow, apart
from caytre.units.rules.plan import Ask, Given, Plan, Warn, default_heirs
from caytre.units.rules.tree import LinkRow

UNSOURCED = gettext_noop("Chưa ghi căn cứ pháp lý; thay đổi này được đánh dấu là chưa kiểm chứng.")
OPEN_HEIR = gettext_noop("Chưa rõ đơn vị nào tiếp nhận từ %(name)s.")
LIFTED = gettext_noop("%(name)s sẽ trực thuộc %(parent)s, là cấp trên của đơn vị chấm dứt.")
ASKED = gettext_noop("%(count)s chức vụ ở %(name)s sẽ kết thúc; cần có người quyết định ai tiếp tục ở đâu.")


class Orphaned(Refused):
    """A unit stands under one that ends, and nobody said where it goes."""

    sentence = gettext_noop("Chưa rõ %(name)s sẽ trực thuộc đơn vị nào. Hãy ghi cấp trên mới của đơn vị đó.")


def plan(change: Change, *, wanted: Change | None = None, facts: Facts) -> Plan:
    """What the change would do; ``wanted`` is what was asked for, where more follows from it.

    Raises a refusal where it cannot be done.
    """
    check(change, facts=facts)
    moves, lifted = _moves(change, facts)
    check_circles(change, moves=moves, facts=facts)
    check_later_posts(change, facts=facts)
    ended, given, asked = _posts(change, facts)
    closed = [
        (tree, unit)
        for unit in change.ended
        for tree, links in facts.units[unit].links.items()
        if any(link.until is None for link in links)
    ]
    moved = [(move.tree, move.unit) for move in moves if _has_open(move, facts)]
    new = [Moved(one.id, parent, tree) for one in change.founded for tree, parent in one.parents]
    return Plan(
        wanted or change,
        change,
        links_closed=(*closed, *moved),
        links_opened=(*new, *moves),
        posts_ended=ended,
        posts_given=given,
        asked=asked,
        warnings=tuple(_warnings(change, facts, lifted=lifted, asked=asked)),
    )


def _has_open(move: Moved, facts: Facts) -> bool:
    return any(link.until is None for link in facts.units[move.unit].links.get(move.tree, ()))


def _moves(change: Change, facts: Facts) -> tuple[list[Moved], list[Moved]]:
    """All moves: those asked for, and of what is left below units that end; the latter that went up a level, too."""
    moves = list(change.moved)
    told = {(move.tree, move.unit) for move in moves}
    lifted = []
    for unit in change.ended:
        for (tree, parent), links in facts.lower.items():
            if parent != unit:
                continue
            for link in links:
                if link.until is not None or link.child in change.ended or (tree, link.child) in told:
                    continue
                home, is_heir = _home(link, tree, change, facts)
                moves.append(Moved(link.child, home, tree))
                if not is_heir:
                    lifted.append(moves[-1])
    return moves, lifted


def _home(link: LinkRow, tree: str, change: Change, facts: Facts) -> tuple[UUID, bool]:
    """Where a unit goes whose parent ends: to the heir of the parent's level, else to who stood above the parent."""
    heirs = default_heirs(change)
    unit, is_heir = link.parent, True
    while unit in change.ended:
        heir = heirs.get(unit)
        if heir is not None and heir != link.child and _level(heir, change, facts) == facts.units[unit].level:
            unit = heir
            continue
        higher = facts.units[unit].link(tree, on=change.basis.effective)
        if higher is None:
            raise Orphaned(name=facts.units[link.child].name(change.basis.effective))
        unit, is_heir = higher.parent, False
    return unit, is_heir


def _level(unit: UUID, change: Change, facts: Facts) -> str:
    new = {one.id: one.level for one in change.founded}
    return new.get(unit) or facts.units[unit].level


def _posts(change: Change, facts: Facts) -> tuple[tuple[PostRow, ...], tuple[Given, ...], tuple[Ask, ...]]:
    heirs = default_heirs(change)
    held = {
        key: [(post.since, post.until) for post in facts.posts if (post.user, post.unit, post.role) == key]
        for key in {(post.user, post.unit, post.role) for post in facts.posts}
    }
    ended, given, asked = [], [], []
    for post in facts.posts:
        if post.unit not in change.ended or not _lasts(post, change.basis.effective):
            continue
        ended.append(post)
        heir = heirs.get(post.unit)
        if heir is None:
            asked.append(Ask(post.unit, "units.post", str(post.id)))
            continue
        taken = held.setdefault((post.user, heir, post.role), [])
        for since, until in apart((change.basis.effective, post.until), taken=taken):
            given.append(Given(post.id, post.user, heir, post.role, since, until))
            taken.append((since, until))
    return tuple(ended), tuple(given), tuple(asked)


def _lasts(post: PostRow, effective: date) -> bool:
    return post.until is None or post.until > effective


def _warnings(
    change: Change, facts: Facts, *, lifted: Iterable[Moved], asked: Iterable[Ask]
) -> Iterator[Warn]:  # fmt: skip
    on = change.basis.effective
    if not change.basis.legal_basis:
        yield Warn(UNSOURCED)
    for unit in _open_heirs(change.heirs):
        yield Warn(OPEN_HEIR, (("name", facts.units[unit].name(on)),))
    for move in lifted:
        names = (("name", facts.units[move.unit].name(on)), ("parent", facts.units[move.parent].name(on)))
        yield Warn(LIFTED, names)
    counts: dict[UUID, int] = {}
    for ask in asked:
        counts[ask.unit] = counts.get(ask.unit, 0) + 1
    for unit, count in counts.items():
        yield Warn(ASKED, (("name", facts.units[unit].name(on)), ("count", count)))


def _open_heirs(heirs: Iterable[Heirship]) -> list[UUID]:
    return list(dict.fromkeys(heir.predecessor for heir in heirs if heir.successor is None))
