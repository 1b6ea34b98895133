"""Working days of public offices: Saturdays and Sundays, days off, swapped days, from dated data.

Days are those of Việt Nam. The shipped rows are ``data/working_days.toml``; an office may lay its own over them.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache
from typing import Any, Literal, NamedTuple

from vanban.grammar.lexicon import table

RowKind = Literal["off", "in_lieu", "swapped", "worked"]
_DAY = timedelta(days=1)
_SATURDAY = 5


class Row(NamedTuple):
    """One day that is not as its weekday says; ``source`` is the act. ``verified``: its text was seen."""

    day: date
    kind: RowKind
    name: str
    source: str
    verified: bool = False


class Fixed(NamedTuple):
    """A day off of every year from ``since``."""

    month: int
    day: int
    since: int
    name: str
    source: str
    verified: bool = False


class Calendar:
    """Which days are worked. ``known`` are the years whose days off are given, ``announced`` those published."""

    def __init__(
        self,
        rows: Iterable[Row],
        *,
        fixed: Iterable[Fixed] = (),
        known: Iterable[int] = (),
        announced: Iterable[int] = (),
    ) -> None:
        self._rows = {row.day: row for row in rows}
        self._fixed = {(one.month, one.day): one for one in fixed}
        self._known = frozenset(known)
        self._announced = frozenset(announced)

    def is_known(self, year: int) -> bool:
        """Whether the days off of that year, Tết among them, are given; else only weekends and fixed days count."""
        return year in self._known

    def is_announced(self, year: int) -> bool:
        """Whether they are the published ones; else they are reckoned from the law and may still change."""
        return year in self._announced

    def row(self, day: date) -> Row | None:
        """Why a day is off, or a Saturday worked: None where the weekday decides."""
        found = self._rows.get(day)
        if found is None:
            fixed = self._fixed.get((day.month, day.day))
            if fixed is not None and day.year >= fixed.since:
                return Row(day, "off", fixed.name, fixed.source, fixed.verified)
        return found

    def is_working(self, day: date) -> bool:
        """Whether offices work on that day."""
        row = self.row(day)
        return day.weekday() < _SATURDAY if row is None else row.kind == "worked"

    def working(self, day: date, *, shift: int) -> date:
        """The working day that is ``shift`` working days after ``day``, or before it where negative.

        With 0 it is ``day`` itself, worked or not.
        """
        step = _DAY if shift > 0 else -_DAY
        for _ in range(abs(shift)):
            day = self._roll(day + step, step)
        return day

    def roll(self, day: date, *, to: Literal["next", "previous"]) -> date:
        """``day`` where it is worked, else the nearest working day on that side."""
        return self._roll(day, _DAY if to == "next" else -_DAY)

    def with_rows(self, rows: Iterable[Row]) -> Calendar:
        """This calendar with rows of an office laid over it: of two for one day the new one holds."""
        return Calendar(
            (*self._rows.values(), *rows),
            fixed=self._fixed.values(),
            known=self._known,
            announced=self._announced,
        )

    def _roll(self, day: date, step: timedelta) -> date:
        while not self.is_working(day):
            day += step
        return day


@cache
def working_days() -> Calendar:
    """The shipped calendar."""
    data = table("working_days")
    sources = data["source"]
    return Calendar(
        (row for year in data["year"] for entry in year["days"] for row in _rows(entry, sources)),
        fixed=[_fixed(entry, sources) for entry in data["fixed"]],
        known=[year["year"] for year in data["year"]],
        announced=[year["year"] for year in data["year"] if year.get("announced", False)],
    )


def _rows(entry: dict[str, Any], sources: dict[str, Any]) -> Iterable[Row]:
    source = sources[entry["source"]]
    day: date = entry["day"]
    while day <= entry.get("through", entry["day"]):
        yield Row(day, entry["kind"], entry["name"], source["text"], source["verified"])
        day += _DAY


def _fixed(entry: dict[str, Any], sources: dict[str, Any]) -> Fixed:
    source = sources[entry["source"]]
    month, day = (int(part) for part in entry["day"].split("-"))
    return Fixed(month, day, entry.get("since", 0), entry["name"], source["text"], source["verified"])
