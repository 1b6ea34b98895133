"""What a citation may mean: which documents and acts bear its number, and what speaks against them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple
from uuid import UUID

from caytre.core.words import folded

_NOT_SAID = re.compile(r"^(?:so|:|\s)+|\s+")
_ZEROS = re.compile(r"^0+(?=\d)")
_WORD = re.compile(r"[a-z0-9]+")
_SHORT = {
    "ubnd": ("uy", "ban", "nhan", "dan"),
    "hdnd": ("hoi", "dong", "nhan", "dan"),
    "ubmttq": ("uy", "ban", "mat", "tran", "to", "quoc"),
    "tw": ("trung", "uong"),
    "btv": ("ban", "thuong", "vu"),
    "ttg": ("thu", "tuong", "chinh", "phu"),
}
_EMPTY = frozenset(("cua", "va", "cac", "thuong", "vu"))
DAY = 10


class Cited(NamedTuple):
    """A citation of ``document``, which ``unit`` received and which was issued ``on`` an ISO date or part of one."""

    key: str
    dated: str
    issuer: str
    document: UUID
    unit: UUID | None
    on: str


class Thing(NamedTuple):
    """What may be cited: a document in the register of a unit, or an act. ``issued`` is an ISO date, part of one, or
    blank."""

    issued: str
    issuer: str
    document: UUID | None = None
    entry: UUID | None = None
    unit: UUID | None = None


class Shelf:
    """Everything that bears one number; thousands of offices may number a paper so."""

    def __init__(self) -> None:
        self._acts: list[Thing] = []
        self._of_unit: dict[UUID | None, list[Thing]] = defaultdict(list)
        self._of_day: dict[str, list[Thing]] = defaultdict(list)

    def add(self, thing: Thing) -> None:
        if thing.document is None:
            self._acts.append(thing)
        else:
            self._of_unit[thing.unit].append(thing)
            self._of_day[thing.issued].append(thing)

    def near(self, cited: Cited) -> list[Thing]:
        """What a citation may mean at all: acts, what its own register holds, and what others hold of its day."""
        others = self._of_day.get(cited.dated, ()) if len(cited.dated) == DAY else ()
        own = self._of_unit.get(cited.unit, ())
        return [*self._acts, *own, *(thing for thing in others if thing.unit != cited.unit)]


class Chosen(NamedTuple):
    """What a person said; ``is_none``: none of what it might mean."""

    issued: str
    issuer: str
    is_none: bool


class Meaning(NamedTuple):
    """``sense`` tells apart acts that are not the same; ``doubt`` is what speaks against it, or blank."""

    thing: Thing
    sense: int
    doubt: str


def number_key(number: str | None) -> str:
    """A number as numbers are compared.

    >>> number_key("Số: 05 /QĐ-UBND"), number_key("5/qđ-ubnd")
    ('5/QD-UBND', '5/QD-UBND')
    """
    plain = _NOT_SAID.sub("", folded(number or "").replace("–", "-").replace("\u2011", "-"))
    return _ZEROS.sub("", plain).upper()[:100]


def meanings(cited: Cited, *, among: Iterable[Thing], chosen: Chosen | None = None) -> list[Meaning]:
    """What a citation may mean among things that bear its number. What a person chose leaves room for nothing else."""
    if chosen is not None and chosen.is_none:
        return []
    found = [(thing, doubt) for thing in among if (doubt := _against(cited, thing)) is not None]
    if chosen is not None:
        chosen_thing = Thing(chosen.issued, chosen.issuer)
        said = [(thing, "") for thing, _ in found if is_same(thing, other=chosen_thing)]
        found = said or found
    return _told_apart(found)


def is_clear(found: Collection[tuple[int, str]]) -> bool:
    """Whether these meanings, each a sense and a doubt, are one act: what nothing speaks against leaves no room for
    what something does."""
    sure = {sense for sense, doubt in found if not doubt}
    return len(sure) == 1


def is_same(one: Thing, *, other: Thing) -> bool:
    """Whether two things of one number are the same act, as far as is known of them."""
    dates = not one.issued or not other.issued or one.issued == other.issued
    return dates and agree(one.issuer, other=other.issuer)


def agree(one: str, *, other: str) -> bool:
    """Whether two names of issuers may mean the same: each word of the shorter stands in the longer.

    >>> agree("UBND tỉnh Bến Mây", other="ỦY BAN NHÂN DÂN TỈNH BẾN MÂY")
    True
    >>> agree("UBND xã Suối Trúc", other="UBND xã Bãi Lau")
    False
    """
    first, second = _words(one), _words(other)
    return first <= second or second <= first


@lru_cache(maxsize=20_000)
def _words(name: str) -> frozenset[str]:
    found: list[str] = []
    for word in _WORD.findall(folded(name)):
        found += _SHORT.get(word, (word,))
    return frozenset(found) - _EMPTY


def _against(cited: Cited, thing: Thing) -> str | None:
    """What speaks against it: blank is nothing; None is so much that it is not meant."""
    if thing.document is not None and thing.document == cited.document:
        return None
    exact = len(cited.dated) == DAY and cited.dated == thing.issued
    issuers = agree(cited.issuer, other=thing.issuer)
    if thing.document is not None and thing.unit != cited.unit:
        # Numbers begin anew every year at every office: in another register only the date and the issuer tell.
        return "" if exact and issuers else None
    if cited.dated and thing.issued and not exact:
        # Numbers begin anew every year, so the same number of one year with another day is a slip.
        slip = cited.dated[:4] == thing.issued[:4] and issuers
        return _of_part(cited.dated, thing.issued) if slip else None
    if not cited.dated and thing.issued and cited.on and thing.issued > cited.on:
        return None  # it was not there yet
    if issuers:
        return ""
    return "issuer" if exact else None


def _of_part(one: str, other: str) -> str:
    """A date that is known in part only agrees with every day in it."""
    return "" if one.startswith(other) or other.startswith(one) else "date"


def _told_apart(found: Sequence[tuple[Thing, str]]) -> list[Meaning]:
    kinds: list[Thing] = []
    told = []
    # What is surest and says most comes first: what says less is taken for the first that it may be.
    for thing, doubt in sorted(found, key=_order):
        sense = next((place for place, one in enumerate(kinds) if is_same(one, other=thing)), len(kinds))
        if sense == len(kinds):
            kinds.append(thing)
        told.append(Meaning(thing, sense, doubt))
    return told


def _order(found: tuple[Thing, str]) -> tuple[str, bool, bool, str, str]:
    thing, doubt = found
    return (doubt, not thing.issued, not thing.issuer, thing.issued, str(thing.document or thing.entry))
