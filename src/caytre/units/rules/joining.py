"""What the rows of a sheet of people would do: an account, a post, or nothing; and which of them may not be."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal
from uuid import UUID

from caytre.core.refusals import Refused, gettext_noop
from caytre.units.rules.known import Known, Span
from caytre.units.rules.people import Account, Person, can_give_posts_to
from caytre.units.rules.posts import NotAdministrator, check_post
from caytre.units.rules.sheets import PersonLine

Deed = Literal["account", "post", "nothing"]
TWICE = gettext_noop("Chức vụ này đã có ở dòng %(row)s. Hãy bỏ một dòng.")
OTHER_NAME = gettext_noop(
    "Tên đăng nhập này là của %(shown)s. Nếu đúng người, hãy ghi đúng tên hoặc để trống; nếu không, chọn tên đăng nhập "
    "khác."
)
TWO_NAMES = gettext_noop("Dòng %(row)s ghi tên khác cho cùng tên đăng nhập. Hãy sửa cho giống nhau.")


@dataclass(frozen=True, slots=True)
class Theirs:
    """An account that is there already: whose it is, and since and until when its posts are, by unit and role."""

    account: Account
    shown: str
    held: Mapping[tuple[UUID, str], Sequence[Span]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Joining:
    """What one row would do: make an account with this post, give the post, or nothing since all of it is there."""

    line: PersonLine
    deed: Deed


@dataclass(frozen=True, slots=True)
class Wrong:
    """What is wrong in a row, under which heading; ``values`` fill the places of the sentence."""

    row: int
    column: str
    sentence: str
    values: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class World:
    """What is known: the accounts by login, the units by uid, and whether ``person`` administers one."""

    person: Person
    accounts: Mapping[str, Theirs]
    units: Mapping[str, Known]
    administers: Callable[[str], bool]


def joinings(lines: Sequence[PersonLine], *, world: World) -> tuple[list[Joining], list[Wrong]]:
    """What each row would do, and what is wrong in those that may not be done."""
    done: list[Joining] = []
    wrong: list[Wrong] = []
    first: dict[str, PersonLine] = {}
    posts: dict[tuple[str, str, str], int] = {}
    for line in lines:
        fault = _row(line, world) or _against(line, first.get(line.login), posts)
        if fault:
            wrong.append(fault)
        is_new = line.login not in world.accounts and line.login not in first
        done.append(Joining(line, "account" if is_new else "nothing" if _is_there(line, world) else "post"))
        first.setdefault(line.login, line)
        posts.setdefault((line.login, line.unit, line.role), line.row)
    return done, wrong


def _row(line: PersonLine, world: World) -> Wrong | None:
    """What is wrong in a row by itself."""
    theirs = world.accounts.get(line.login)
    if not world.administers(line.unit):
        return _refused(line, "Đơn vị", NotAdministrator())
    if theirs is not None:
        answer = can_give_posts_to(world.person, account=theirs.account)
        if answer.refusal:
            return _refused(line, "Tên đăng nhập", answer.refusal)
        if line.shown and line.shown.casefold() != theirs.shown.casefold():
            return Wrong(line.row, "Họ và tên", OTHER_NAME, {"shown": theirs.shown})
    if _is_there(line, world):
        return None
    held = theirs.held.get((UUID(line.unit), line.role), ()) if theirs else ()
    try:
        check_post(world.units[line.unit], since=line.since, until=None, held=list(held))
    except Refused as refusal:
        return _refused(line, "Từ ngày", refusal)
    return None


def _against(
    line: PersonLine, first: PersonLine | None, posts: Mapping[tuple[str, str, str], int]
) -> Wrong | None:
    """What is wrong in a row beside those above it."""
    row = posts.get((line.login, line.unit, line.role))
    if row is not None:
        return Wrong(line.row, "Vai trò", TWICE, {"row": row})
    if first and line.shown and first.shown and line.shown.casefold() != first.shown.casefold():
        return Wrong(line.row, "Họ và tên", TWO_NAMES, {"row": first.row})
    return None


def _is_there(line: PersonLine, world: World) -> bool:
    """Whether the account has the post on the day that the row says."""
    theirs = world.accounts.get(line.login)
    held = theirs.held.get((UUID(line.unit), line.role), ()) if theirs else ()
    return any(
        (begun is None or begun <= line.since) and (ended is None or ended > line.since)
        for begun, ended in held
    )


def _refused(line: PersonLine, column: str, refusal: Refused) -> Wrong:
    return Wrong(line.row, column, refusal.sentence, refusal.values)
