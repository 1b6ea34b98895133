"""What a sheet of people would do, as things stand now."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from uuid import UUID

from django.db.models.functions import Lower

from caytre.core.models import User
from caytre.core.refusals import Refused, gettext_noop
from caytre.units.models import Post
from caytre.units.queries.directory import directory
from caytre.units.queries.naming import finder
from caytre.units.queries.people import accounts, administered
from caytre.units.rules.joining import Joining, Theirs, World, joinings
from caytre.units.rules.known import Known, Span, StateRow
from caytre.units.rules.sheets import Fault, Line, PersonLine, check_people, order
from vanban.units import Directory

MOST_NEW = 100  # each password is hashed, at about twenty a second


class TooManyNew(Refused):
    sentence = gettext_noop("Bảng tính có hơn %(limit)s tài khoản mới. Hãy chia thành nhiều tệp.")


@dataclass(frozen=True, slots=True)
class Checked:
    """What the rows would do, in their order, and each wrong cell. Nothing is done while anything is wrong."""

    rows: tuple[Joining, ...]
    faults: tuple[Fault, ...]

    @property
    def mark(self) -> str:
        """The same for two checks that found the same: what a person confirms."""
        return sha256(repr(self).encode()).hexdigest()

    @property
    def logins(self) -> tuple[str, ...]:
        """The accounts that would be made."""
        return tuple(row.line.login for row in self.rows if row.deed == "account")

    @property
    def posts(self) -> tuple[PersonLine, ...]:
        """The posts that would be given."""
        return tuple(row.line for row in self.rows if row.deed != "nothing")


def check(lines: Sequence[Line], *, by: User, on: date) -> Checked:
    """Look at every row, writing nothing. ``by`` is who would do it, as a door has loaded them.

    Raises :class:`TooManyNew`.
    """
    among = directory()
    theirs = _theirs({line.cells["Tên đăng nhập"].lower() for line in lines}, on)
    find = finder(by, among=among, on=on)
    found, faults = check_people(lines, find=find, logins=lambda login: login in theirs, on=on)
    bad = {order(fault.cell)[0] for fault in faults}
    sound = [one for one in found if one.row not in bad]
    world = World(
        person=by,
        accounts=theirs,
        units=_units({one.unit for one in sound}, among),
        administers=administered(by.reach, among=among, on=on),
    )
    rows, wrong = joinings(sound, world=world)
    if sum(row.deed == "account" for row in rows) > MOST_NEW:
        raise TooManyNew(limit=MOST_NEW)
    places = {line.number: line.places for line in lines}
    more = [Fault(places[one.row][one.column], one.sentence, one.values) for one in wrong]
    return Checked(tuple(rows), tuple(sorted([*faults, *more], key=lambda fault: order(fault.cell))))


def users_of(logins: Iterable[str]) -> list[User]:
    """The people with these logins, which are in small letters."""
    return list(User.objects.annotate(small=Lower("username")).filter(small__in=set(logins)))


def _theirs(logins: Iterable[str], on: date) -> dict[str, Theirs]:
    users = users_of(logins)
    held: dict[int, dict[tuple[UUID, str], list[Span]]] = defaultdict(lambda: defaultdict(list))
    columns = ("user_id", "unit_id", "role", "valid_from", "valid_to")
    for user, unit, role, since, until in (
        Post.objects.filter(user__in=users).order_by("pk").values_list(*columns)
    ):
        held[user][unit, role].append((since, until))
    known = accounts(users, on=on)
    return {user.username.lower(): Theirs(known[user.pk], user.shown, dict(held[user.pk])) for user in users}


def _units(uids: Iterable[str], among: Directory) -> dict[str, Known]:
    """The units, usual agencies that are no rows yet as well."""
    records = [record for uid in uids if (record := among.get(uid))]
    return {
        one.uid: Known(
            UUID(one.uid),
            one.level,
            tuple(
                StateRow(state.name, state.kind, state.short, state.since, state.until)
                for state in one.states
            ),
        )
        for one in records
    }
