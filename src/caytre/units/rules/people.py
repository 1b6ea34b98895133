"""Who may look after which account, and give and end its posts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from caytre.core.refusals import YES, Answer, Refused, gettext_noop, no
from caytre.units.rules.posts import NotAdministrator, NotOneself
from caytre.units.rules.reach import ADMINISTRATOR


class Reach(Protocol):
    @property
    def administered(self) -> frozenset[UUID] | None: ...
    def administers(self, unit: UUID) -> bool: ...


class Person(Protocol):
    @property
    def pk(self) -> object: ...
    @property
    def is_superuser(self) -> bool: ...
    @property
    def reach(self) -> Reach: ...


@dataclass(frozen=True, slots=True)
class Account:
    """An account as it stands. ``posts`` are (role, unit) of those that are not over, and of those still to begin;
    ``left`` the units at which it held posts that are over; ``made_by`` is the key of who opened it."""

    pk: object = None
    is_superuser: bool = False
    is_active: bool = True
    made_by: object = None
    posts: frozenset[tuple[str, UUID]] = frozenset()
    left: frozenset[UUID] = frozenset()


class MayNot(Refused):
    """It is not for this person to do."""

    status = 403


class NoPeople(MayNot):
    sentence = gettext_noop(
        "Chỉ quản trị viên của một đơn vị mới quản lý người dùng. Hãy nhờ quản trị viên của cơ quan bạn."
    )


class NotTheirs(MayNot):
    sentence = gettext_noop(
        "Chỉ người quản trị mọi đơn vị mà người này đang giữ hoặc từng giữ chức vụ mới quản lý được tài khoản này. "
        "Hãy nhờ quản trị viên của cấp trên chung, hoặc quản trị viên hệ thống."
    )


class OnlySuperusers(MayNot):
    sentence = gettext_noop(
        "Tài khoản này quản trị cả hệ thống, nên chỉ người quản trị hệ thống khác mới thay đổi được. Hãy nhờ người đó."
    )


class Oneself(MayNot):
    sentence = gettext_noop(
        "Không ai tự làm việc này với tài khoản của mình ở đây. Hãy vào “Tài khoản của tôi”, hoặc nhờ quản trị viên "
        "khác."
    )


class LastOwn(MayNot):
    sentence = gettext_noop(
        "Đây là chức vụ quản trị viên cuối cùng của chính bạn. Hãy nhờ quản trị viên khác kết thúc, để đơn vị không "
        "thiếu người quản trị."
    )


class Closed(Refused):
    status = 409
    sentence = gettext_noop("Tài khoản này đã đóng. Hãy mở lại tài khoản trước.")


class Open(Refused):
    status = 409
    sentence = gettext_noop("Tài khoản này đang mở. Hãy tải lại trang.")


class EndsInPast(Refused):
    sentence = gettext_noop("Chức vụ kết thúc từ hôm nay hoặc từ một ngày sau. Hãy sửa ngày.")


def is_administrator(person: Person) -> bool:
    """Whether somebody administers any unit today."""
    reach = person.reach
    return person.is_superuser or reach.administered is None or bool(reach.administered)


def can_see_people(person: Person) -> Answer:
    """Administrators of any unit, and superusers."""
    return YES if is_administrator(person) else no(NoPeople())


def can_open_account(person: Person, *, unit: UUID) -> Answer:
    """An account with a first post at a unit: an administrator at the unit or above it, and superusers."""
    return YES if person.is_superuser or person.reach.administers(unit) else no(NotAdministrator())


def can_look_after(person: Person, *, account: Account) -> Answer:
    """Give a new password, take the second step back, close and reopen.

    Superusers may; else an administrator of all units at which the person has or had a post, who must also have made an
    account that has none now. Superusers only by superusers, and nobody themselves.

    Past posts count: who signs in as somebody sees all that this person brought in for any unit.
    """
    if person.pk == account.pk:
        return no(Oneself())
    if person.is_superuser:
        return YES
    if account.is_superuser:
        return no(OnlySuperusers())
    units = account.left | {unit for _, unit in account.posts}
    made = account.made_by is not None and account.made_by == person.pk and is_administrator(person)
    theirs = all(person.reach.administers(unit) for unit in units) and (bool(account.posts) or made)
    return YES if theirs else no(NotTheirs())


def can_give_password(person: Person, *, account: Account) -> Answer:
    """Only of an account that is open: a closed one lets nobody in."""
    answer = can_look_after(person, account=account)
    return answer if not answer or account.is_active else no(Closed())


def can_close(person: Person, *, account: Account) -> Answer:
    answer = can_look_after(person, account=account)
    return answer if not answer or account.is_active else no(Closed())


def can_reopen(person: Person, *, account: Account) -> Answer:
    answer = can_look_after(person, account=account)
    return answer if not answer or not account.is_active else no(Open())


def can_give_posts_to(person: Person, *, account: Account) -> Answer:
    """Whether an account may get any post from this person: one that they look after, and never their own."""
    if person.pk == account.pk:
        return no(NotOneself())
    if not account.is_active:
        return no(Closed())
    return can_look_after(person, account=account)


def can_give_post(person: Person, *, account: Account, unit: UUID) -> Answer:
    """Whoever administers the unit and looks after the account."""
    answer = can_open_account(person, unit=unit)
    return can_give_posts_to(person, account=account) if answer else answer


def can_end_post(person: Person, *, account: Account, role: str, unit: UUID) -> Answer:
    """Whoever administers the unit; nobody their own last post as administrator. Superusers only by superusers."""
    if person.is_superuser:
        return YES
    if not person.reach.administers(unit):
        return no(NotAdministrator())
    if person.pk == account.pk:
        own = [one for one in account.posts if one[0] == ADMINISTRATOR]
        return no(LastOwn()) if role == ADMINISTRATOR and len(own) < 2 else YES
    return no(OnlySuperusers()) if account.is_superuser else YES
