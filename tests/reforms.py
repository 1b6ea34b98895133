"""A country in which reforms happen at random, beside a model of it that is kept by much simpler means.

The model knows of every commune which patches of land it has, of every patch its province, and of every person the
posts that they should have. It writes nothing down of the past but what was read when it was the present.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import count
from uuid import UUID, uuid4

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from caytre.core.models import User
from caytre.units.actions import posts
from caytre.units.models import Post, Role, Unit
from caytre.units.queries.tree import tree
from caytre.units.rules.change import (
    Basis,
    Change,
    Heirship,
    Moved,
    Newcomer,
    dissolve,
    end_level,
    found,
    merge,
    move,
    rename,
    split,
    transfer,
)
from countries import AT, as_of, happen, post, unit
from vanban.units.model import agency_uid

START = date(2030, 1, 1)
USUAL = "so-tai-chinh"
NUMBERS = st.integers(0, 1000)
ROLES = [Role.FOCAL, Role.LEADER]  # few: somebody has one at both of two that merge


@dataclass(slots=True)
class Model:
    """What should be true now; ``land`` is commune → patches, ``province`` patch → province, ``posts`` (user, role,
    unit), ``usual`` the finance departments of provinces → their province."""

    alive: dict[UUID, str] = field(default_factory=dict)
    parent: dict[UUID, UUID] = field(default_factory=dict)
    land: dict[UUID, frozenset[int]] = field(default_factory=dict)
    province: dict[int, UUID] = field(default_factory=dict)
    posts: set[tuple[int, str, UUID]] = field(default_factory=set)
    usual: dict[UUID, UUID] = field(default_factory=dict)

    def of(self, kind: str) -> list[UUID]:
        return [one for one, its in self.alive.items() if its == kind]

    def provinces_of(self, commune: UUID) -> UUID:
        one = commune
        while self.alive[one] != "tỉnh":
            one = self.parent[one]
        return one

    def end(self, one: UUID, *, heir: UUID | None) -> None:
        """The unit is gone; what is below it and its posts go to the heir, or up and nowhere."""
        above = self.parent.get(one)
        kind = self.alive.pop(one)
        for child, its in list(self.parent.items()):
            if its == one and child in self.alive:
                same_kind = heir is not None and self.alive.get(heir) == kind and heir != child
                self.parent[child] = heir if same_kind and heir else above  # type: ignore[assignment]
        self.posts = {
            (user, role, heir if at == one and heir else at)
            for user, role, at in self.posts
            if at != one or heir
        }

    def snapshot(self) -> tuple[dict[UUID, frozenset[int]], dict[int, UUID], set[tuple[int, str, UUID]]]:
        return dict(self.land), dict(self.province), set(self.posts)


class Land(RuleBasedStateMachine):
    """The country, its model, and small words for both; ``past`` and ``then`` are what was read and what was meant on
    earlier days."""

    def __init__(self) -> None:
        super().__init__()
        self.model = Model()
        self.day = START
        self.past: dict[date, tuple[set[object], set[object]]] = {}
        self.then: dict[date, tuple[object, ...]] = {}
        self.names = count(1)

    @initialize()
    def country(self) -> None:
        root = self._start("Chính phủ", "chính phủ", "central", None)
        self.root, patches = root, count()
        for _ in range(2):
            province = self._start("Tỉnh", "tỉnh", "province", root)
            self._start("Sở", "sở", "province", province)
            usual = self._start("Sở", "sở", "province", province, seat=province, template=USUAL)
            self.model.usual[usual.pk] = province.pk
            for _ in range(2):
                district = self._start("Huyện", "huyện", "district", province)
                for _ in range(2):
                    commune = self._start("Xã", "xã", "commune", district)
                    self._settle(commune, frozenset((next(patches), next(patches))))
        self.users = [User.objects.create(username=f"nguoi{n}", date_joined=AT) for n in range(2)]
        for at in [*self.model.of("xã"), *self.model.of("sở")]:
            post(self.users[0], at=Unit.objects.get(pk=at), role=Role.FOCAL)
            self.model.posts.add((self.users[0].pk, Role.FOCAL.value, at))
        self._read()

    def _start(
        self, name: str, kind: str, level: str, parent: Unit | None, *, seat: Unit | None = None, template: str = ""
    ) -> Unit:  # fmt: skip
        above = {"state": parent} if parent else {}
        one = unit(
            f"{name} {next(self.names)}", kind=kind, level=level, seat=seat, template=template, **above
        )
        self.model.alive[one.pk] = kind
        if parent:
            self.model.parent[one.pk] = parent.pk
        return one

    def _settle(self, commune: Unit, patches: frozenset[int]) -> None:
        self.model.land[commune.pk] = patches
        for patch in patches:
            self.model.province[patch] = self.model.provinces_of(commune.pk)

    def _pick(self, kind: str, number: int) -> UUID:
        found = self.model.of(kind)
        return found[number % len(found)]

    def _new(self, kind: str, level: str, parent: UUID) -> Newcomer:
        new = Newcomer(
            uuid4(), level, f"{kind.capitalize()} {next(self.names)}", kind, parents=(("state", parent),)
        )
        self.model.alive[new.id] = kind
        self.model.parent[new.id] = parent
        return new

    def _basis(self, days: int) -> Basis:
        self.day += timedelta(days=1 + days % 40)
        return Basis(self.day, legal_basis="Nghị quyết số 9/NQ-HĐND")

    def _happen(self, change: Change) -> None:
        happen(change)
        self._read()

    def _read(self) -> None:
        self.past[self.day] = as_of(self.day)
        self.then[self.day] = self.model.snapshot()


class Reforms(Land):
    """Changes on later and later days."""

    @rule(number=NUMBERS, days=NUMBERS, kind=st.sampled_from(["xã", "sở", "tỉnh"]))
    def rename(self, number: int, days: int, kind: str) -> None:
        if self.model.of(kind):
            name = f"{kind.capitalize()} {next(self.names)}"
            self._happen(rename(self._pick(kind, number), name=name, kind=kind, basis=self._basis(days)))

    @rule(number=NUMBERS, to=NUMBERS, days=NUMBERS)
    def move_a_commune(self, number: int, to: int, days: int) -> None:
        commune, province = self._pick("xã", number), self._pick("tỉnh", to)
        if self.model.parent[commune] == province:
            return
        self._happen(move(commune, parent=province, basis=self._basis(days)))
        self.model.parent[commune] = province
        self.model.province |= dict.fromkeys(self.model.land[commune], province)
        self._read()

    @rule(number=NUMBERS, other=NUMBERS, days=NUMBERS, is_new=st.booleans())
    def merge_communes(self, number: int, other: int, days: int, is_new: bool) -> None:
        first, second = self._pick("xã", number), self._pick("xã", other)
        province = self.model.provinces_of(first)
        if first == second or self.model.provinces_of(second) != province:
            return
        into = self._new("xã", "commune", province) if is_new else first
        heir = into.id if isinstance(into, Newcomer) else into
        change = merge([first, second], into=into, basis=self._basis(days))
        land = self.model.land.pop(first) | self.model.land.pop(second)
        self.model.land[heir] = land
        for one in change.ended:
            self.model.end(one, heir=heir)
        self._happen(change)

    @precondition(lambda self: len(self.model.of("tỉnh")) > 1)
    @rule(days=NUMBERS)
    def merge_provinces(self, days: int) -> None:
        old = self.model.of("tỉnh")[:2]
        new = self._new("tỉnh", "province", self.root.pk)
        change = merge(old, into=new, basis=self._basis(days))
        department = UUID(agency_uid(USUAL, seat=str(new.id)))
        ended = [one for one, seat in self.model.usual.items() if seat in old and one in self.model.alive]
        if ended:
            self.model.alive[department], self.model.parent[department] = "sở", new.id
            self.model.usual[department] = new.id
        for one in ended:
            self.model.end(one, heir=department)
        for one in old:
            self.model.end(one, heir=new.id)
        self.model.province = {
            patch: new.id if its in old else its for patch, its in self.model.province.items()
        }
        self._happen(change)

    @rule(number=NUMBERS, days=NUMBERS, default=st.booleans())
    def split_a_commune(self, number: int, days: int, default: bool) -> None:
        commune = self._pick("xã", number)
        patches = sorted(self.model.land[commune])
        if len(patches) < 2:
            return
        province = self.model.provinces_of(commune)
        parts = [self._new("xã", "commune", province) for _ in range(2)]
        change = split(
            commune, into=parts, default=parts[0].id if default else None, basis=self._basis(days)
        )  # fmt: skip
        self.model.land.pop(commune)
        for part, land in zip(parts, (patches[:1], patches[1:]), strict=True):
            self.model.land[part.id] = frozenset(land)
        self.model.end(commune, heir=parts[0].id if default else None)
        self._happen(change)

    @rule(number=NUMBERS, days=NUMBERS)
    def split_off(self, number: int, days: int) -> None:
        commune = self._pick("xã", number)
        patches = sorted(self.model.land[commune])
        if len(patches) < 2:
            return
        part = self._new("xã", "commune", self.model.provinces_of(commune))
        self.model.land[commune], self.model.land[part.id] = frozenset(patches[1:]), frozenset(patches[:1])
        self._happen(split(commune, into=[part], goes_on=True, basis=self._basis(days)))

    @precondition(lambda self: self.model.of("huyện"))
    @rule(days=NUMBERS, every=st.booleans())
    def end_districts(self, days: int, every: bool) -> None:
        ended = self.model.of("huyện") if every else self.model.of("huyện")[:1]
        land = {
            district: {
                one: "part"
                for one, above in self.model.parent.items()
                if above == district and one in self.model.alive
            }
            for district in ended
        }  # fmt: skip
        change = end_level(ended, territory=land, basis=self._basis(days))
        for one in ended:
            self.model.end(one, heir=None)
        self._happen(change)

    @rule(to=NUMBERS, days=NUMBERS)
    def found_an_office(self, to: int, days: int) -> None:
        new = self._new("sở", "province", self._pick("tỉnh", to))
        self._happen(found(new, basis=self._basis(days)))

    @precondition(lambda self: len(self.model.of("sở")) > 1)
    @rule(number=NUMBERS, days=NUMBERS, has_heir=st.booleans())
    def dissolve_an_office(self, number: int, days: int, has_heir: bool) -> None:
        office = self._pick("sở", number)
        heir = next(one for one in self.model.of("sở") if one != office)
        heirs = [Heirship(office, heir, is_default=True)] if has_heir else []
        change = dissolve(office, heirs=heirs, basis=self._basis(days))
        self.model.end(office, heir=heir if has_heir else None)
        self._happen(change)

    @precondition(lambda self: len(self.model.of("sở")) > 1)
    @rule(days=NUMBERS)
    def transfer_a_field(self, days: int) -> None:
        first, second = self.model.of("sở")[:2]
        self._happen(transfer(first, to=second, scope="bao-chi", basis=self._basis(days)))

    @rule(
        user=st.integers(0, 1),
        number=NUMBERS,
        role=st.sampled_from(ROLES),
        kind=st.sampled_from(["xã", "sở"]),
    )
    def give_a_post(self, user: int, number: int, role: Role, kind: str) -> None:
        if not self.model.of(kind):
            return
        person, at = self.users[user], self._pick(kind, number)
        if (person.pk, role.value, at) in self.model.posts:
            return
        self.day += timedelta(days=1)
        posts.give(person, unit=Unit.objects.get(pk=at), role=role, since=self.day, by=None, at=AT)
        self.model.posts.add((person.pk, role.value, at))
        self._read()

    @precondition(lambda self: self.model.posts)
    @rule(number=NUMBERS)
    def end_a_post(self, number: int) -> None:
        held = sorted(self.model.posts, key=str)[number % len(self.model.posts)]
        self.day += timedelta(days=1)
        user, role, at = held
        posts.end(Post.objects.open().get(user=user, role=role, unit=at), on=self.day, by=None, at=AT)
        self.model.posts.remove(held)
        self._read()


def lands(
    day: date, *, land: dict[UUID, frozenset[int]], provinces: Iterable[UUID]
) -> list[tuple[int, UUID]]:
    """Each patch with the province under which it lies in the tree of a day, as often as it does."""
    grown = tree("state", on=day)
    return [
        (patch, province)
        for province in provinces
        for one in grown.below(province)
        for patch in land.get(one, ())
    ]


__all__ = ["Moved", "Reforms", "lands"]
