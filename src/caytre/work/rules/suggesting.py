"""What a proposal would become as a task: its names as units of the day of the document and of today, its time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from caytre.core.refusals import Refused, gettext_noop
from caytre.work.rules.wanted import COORDINATE, LEAD, MEMBER, Taking, Wanted, settled
from vanban.model import Time
from vanban.schedule import schedule_of
from vanban.units.model import Resolution, Unit

_LONGEST = 300
Json = Mapping[str, Any]


class NoSuchChoice(Refused):
    sentence = gettext_noop("Lựa chọn này không còn. Hãy tải lại trang rồi chọn lại.")


class ChooseLead(Refused):
    """Several units may lead: a person says which, or has each do its own."""

    sentence = gettext_noop(
        "Một nhiệm vụ chỉ có một đơn vị chủ trì. Hãy chọn một đơn vị, hoặc tách thành mỗi đơn vị một nhiệm vụ."
    )


@dataclass(frozen=True, slots=True)
class Named:
    """A name as written and what it means: ``today`` are the units that stand for it today, of a set its members.

    ``is_offered``: the issuer of the document is not known, so these are the units of that name near the office that
    works with the document; they count once a person says so.
    """

    written: str
    meaning: Resolution
    today: tuple[Unit, ...]
    is_offered: bool = False

    @property
    def is_set(self) -> bool:
        return self.meaning.is_set

    @property
    def is_settled(self) -> bool:
        """Whether it is known who that is."""
        if self.is_offered:
            return False
        return bool(self.today) if self.is_set else len(self.today) == 1

    @property
    def options(self) -> tuple[Unit, ...]:
        """The units among which a person may choose where it is not settled."""
        return () if self.is_settled else self.today or self.meaning.candidates


Meaning = Callable[[str], Named]


@dataclass(frozen=True, slots=True)
class Option:
    """Who may lead: one unit, or (``unit`` None) the set that was written."""

    named: Named
    unit: Unit | None

    @property
    def name(self) -> str:
        return self.unit.name if self.unit else self.named.written


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A proposal understood: ``wanted`` without who takes part, the names that lead and that help."""

    wanted: Wanted
    leads: tuple[Named, ...]
    helping: tuple[Named, ...]
    on: date

    @property
    def options(self) -> tuple[Option, ...]:
        """Who may lead where a person has to choose; empty where nothing is to be chosen."""
        if not self.leads or (len(self.leads) == 1 and self.leads[0].is_settled):
            return ()
        return tuple(self._options())

    def _options(self) -> Iterator[Option]:
        for one in self.leads:
            if one.is_set and one.today:
                yield Option(one, None)
            elif one.is_settled:
                yield Option(one, one.today[0])
            else:
                yield from (Option(one, unit) for unit in one.options)

    @property
    def needs_choice(self) -> bool:
        """Whether several bodies are written as lead."""
        return len(self.leads) > 1


def suggested(content: Json, *, meaning: Meaning, on: date, until: date | None) -> Suggestion:
    """What a proposal would become; ``on`` is the day of the document, ``until`` the end of its plan."""
    wanted = Wanted(
        text=content["text"],
        schedule=schedule_of(_time(content["time"]), issued=on, until=until),
        product=content["product"] or "",
        section=content["section"][:60],
        heading=content["heading"],
        time_quote=content["time_quote"],
    )
    leads, helping = (
        tuple(meaning(name) for name in dict.fromkeys(unit["name"] for unit in content[role] or ()))
        for role in ("lead", "coordinators")
    )
    return Suggestion(wanted, leads, helping, on)


def as_written(suggestion: Suggestion) -> Wanted:
    """The task with the one lead that is written, known or not. Raises :class:`ChooseLead`."""
    if suggestion.needs_choice:
        raise ChooseLead
    first = suggestion.leads[0] if suggestion.leads else None
    return _with(suggestion, takings_of(first, part=LEAD, on=suggestion.on) if first else ())


def led_by(suggestion: Suggestion, *, choice: int) -> Wanted:
    """The task led by the chosen one, from 1; other bodies written as lead help. Raises :class:`NoSuchChoice`."""
    options = suggestion.options
    if not 1 <= choice <= len(options):
        raise NoSuchChoice
    chosen = options[choice - 1]
    others = (one for one in suggestion.leads if one is not chosen.named)
    return _with(_agreed(suggestion, chosen), _option(chosen, suggestion.on), also=tuple(others))


def one_each(suggestion: Suggestion) -> tuple[Wanted, ...]:
    """A task for each that may lead. Raises :class:`NoSuchChoice` where there are none."""
    if not suggestion.options:
        raise NoSuchChoice
    return tuple(_with(_agreed(suggestion, one), _option(one, suggestion.on)) for one in suggestion.options)


def _agreed(suggestion: Suggestion, chosen: Option) -> Suggestion:
    """Who chooses a unit near the office as lead says that the document is about units there: those that help, too."""
    if not chosen.named.is_offered:
        return suggestion
    return replace(suggestion, helping=tuple(replace(one, is_offered=False) for one in suggestion.helping))


def joined(first: Wanted, *, second: Wanted) -> Wanted:
    """Two tasks as one: the first leads it, who led the second helps."""
    helping = tuple(
        replace(one, part=COORDINATE) if one.part in (LEAD, MEMBER) else one for one in second.takings
    )
    return replace(
        first,
        text=f"{first.text.rstrip('.; ')}; {second.text}",
        product="; ".join(one for one in dict.fromkeys((first.product, second.product)) if one),
        schedule=first.schedule if first.schedule.is_decided else second.schedule,
        time_quote=first.time_quote or second.time_quote,
        takings=settled((*first.takings, *helping)),
    )


def _with(suggestion: Suggestion, leading: tuple[Taking, ...], also: tuple[Named, ...] = ()) -> Wanted:
    helping = [
        one
        for named in (*also, *suggestion.helping)
        for one in takings_of(named, part=COORDINATE, on=suggestion.on)
    ]
    return replace(suggestion.wanted, takings=settled((*leading, *helping)))


def _option(option: Option, on: date) -> tuple[Taking, ...]:
    if option.unit is None:
        return takings_of(replace(option.named, is_offered=False), part=LEAD, on=on)
    return (Taking(LEAD, UUID(option.unit.uid), option.named.written[:_LONGEST]),)


def takings_of(named: Named, *, part: str, on: date) -> tuple[Taking, ...]:
    """One row for a unit, or for a name that is not settled; of a set its words and each of its members."""
    written = named.written[:_LONGEST]
    if not named.is_set:
        return (Taking(part, UUID(named.today[0].uid) if named.is_settled else None, written),)
    each = MEMBER if part == LEAD else part
    members = () if named.is_offered else named.today
    return (
        Taking(part, None, written, on),
        *(Taking(each, UUID(unit.uid), written) for unit in members),
    )


def _time(value: Json | None) -> Time | None:
    if value is None:
        return None
    return Time(value["kind"], value["raw"], value["every"], value["start"], value["due"])
