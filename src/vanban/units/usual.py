"""Which usual agency of which place a uid is of."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property
from uuid import UUID

from vanban.units.model import Level, Record, agency_uid
from vanban.units.templates import Template


class UsualUids:
    """The uids of the usual agencies of all places, made when one is looked up for the first time (a second)."""

    def __init__(self, places: Iterable[Record], templates: Iterable[Template]) -> None:
        self._places = [(one.uid, one.level) for one in places]
        self._keys: dict[Level, list[str]] = defaultdict(list)
        for one in templates:
            self._keys[one.level].append(one.key)

    def owner(self, uid: str) -> tuple[str, str] | None:
        """The place and the template whose body may have this uid."""
        try:
            sign = _sign(uid)
        except ValueError:
            return None
        signs, owners = self._possible
        at = bisect_left(signs, sign)
        if at == len(signs) or signs[at] != sign:
            return None
        place, key = divmod(owners[at], self._most)
        seat, level = self._places[place]
        return seat, self._keys[level][key]

    @property
    def _most(self) -> int:
        return max(map(len, self._keys.values()), default=1)

    @cached_property
    def _possible(self) -> tuple[array[int], array[int]]:
        """The first half of every uid, in order, and whose it is: three megabytes instead of a hundred."""
        found = sorted(
            (_sign(agency_uid(key, seat=seat)), place * self._most + at)
            for place, (seat, level) in enumerate(self._places)
            for at, key in enumerate(self._keys.get(level, ()))
        )
        return array("Q", (sign for sign, _ in found)), array("L", (owner for _, owner in found))


def _sign(uid: str) -> int:
    return UUID(uid).int >> 64
