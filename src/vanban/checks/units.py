"""Family U: the bodies that a document gives work to, on its own day and today."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from vanban.checks.model import Case, Finding
from vanban.checks.registry import found, rule
from vanban.checks.wording import judged_on, listed, shown
from vanban.grammar.letters import UPPER
from vanban.grammar.lexicon import form
from vanban.model import Span, Unit
from vanban.units import Directory, resolve
from vanban.units.model import Heir, Resolution
from vanban.units.model import Unit as Body

_SHOWN = 6
_TIERS = {"central": 0, "province": 1, "district": 2, "commune": 3}
_ABOVE = ("sở", "bộ")
_BEFORE = 120
_BODY = re.compile(rf"(?:Sở|Bộ)\s+[{UPPER}][^,;:()]{{2,60}}")


class Named(NamedTuple):
    """A body as the document names it the first time; ``leads``: it has a task of its own."""

    name: str
    span: Span
    leads: bool


def named(case: Case) -> list[Named]:
    """Every body that has a task, helps with one, reports or gets reports: each name once."""
    seen: dict[str, Named] = {}
    reading = case.reading
    for task in reading.tasks:
        _add(seen, task.lead, leads=True)
        _add(seen, task.coordinators)
    for report in reading.reports:
        _add(seen, (*report.who, *report.to, *((report.via,) if report.via else ())))
    return list(seen.values())


def _add(seen: dict[str, Named], units: tuple[Unit, ...], *, leads: bool = False) -> None:
    for unit in units:
        if unit.span and unit.name not in seen:
            seen[unit.name] = Named(unit.name, unit.span, leads)


@lru_cache(maxsize=4)
def _meant(case: Case) -> tuple[tuple[Named, Resolution], ...]:
    """The bodies that are named, with what they mean on the day of the document."""
    on = judged_on(case)
    if on is None:
        return ()
    within = _issuer(case)
    uid = within.uid if within else None
    return tuple((one, resolve(one.name, among=case.units, on=on, within=uid)) for one in named(case))


def meanings(case: Case) -> dict[str, Resolution]:
    """What each name of a body means on the day of the document; nothing where that day is not known."""
    return {one.name: meant for one, meant in _meant(case)}


@lru_cache(maxsize=4)
def _issuer(case: Case) -> Body | None:
    """The issuer, from which names without a place are seen."""
    issuer, on = case.reading.header.issuer, judged_on(case)
    return resolve(issuer, among=case.units, on=on).unit if issuer and on else None


@rule("U101")
def had_ended(case: Case) -> Iterator[Finding]:
    """A body that was no longer there on the day of the document."""
    on = judged_on(case)
    for one, gone in _gone(case):
        if on and gone.until:
            heirs = case.units.heirs(gone.uid, today=on)
            yield found(
                "U101", case=case, span=one.span, name=one.name, until=shown(gone.until), heirs=_heirs(heirs)
            )


def _gone(case: Case) -> Iterator[tuple[Named, Body]]:
    """The bodies that had ended, each once: only where a name can mean nothing else."""
    on, seen = judged_on(case), set()
    for one, meant in _meant(case):
        gone = meant.candidates[0] if len(meant.candidates) == 1 and not meant.is_set else None
        if on and gone and gone.until and gone.until <= on and gone.uid not in seen:
            seen.add(gone.uid)
            yield one, gone


@rule("U102")
def has_ended(case: Case) -> Iterator[Finding]:
    """A body that was there then and has ended by today."""
    seen = set()
    for one, meant in _meant(case) if case.today else ():
        unit = meant.unit
        if case.today and unit and unit.until and unit.until <= case.today and unit.uid not in seen:
            seen.add(unit.uid)
            heirs = case.units.heirs(unit.uid, today=case.today)
            yield found(
                "U102", case=case, span=one.span, name=one.name, until=shown(unit.until), heirs=_heirs(heirs)
            )


def _heirs(heirs: tuple[Heir, ...]) -> str:
    names = list(dict.fromkeys(heir.unit.name for heir in heirs))
    if not names:
        return "chưa rõ cơ quan nào tiếp nhận"
    if len(names) > _SHOWN:
        return f"nay là {', '.join(names[:_SHOWN])} và {len(names) - _SHOWN} đơn vị khác"
    return f"nay là {listed(names)}"


@rule("U103")
def unknown(case: Case) -> Iterator[Finding]:
    """A department or ministry of a name that none bears."""
    issuer, on = _issuer(case), judged_on(case)
    within = issuer.uid if issuer else None
    for one, meant in _meant(case):
        is_open = meant.unit is None and not (meant.candidates or meant.is_set)
        is_seen = one.name.startswith("Bộ") or (issuer is not None and issuer.level != "central")
        if is_open and on and is_seen and _BODY.fullmatch(one.name):
            words = one.name.split()
            parts = (" ".join(words[:size]) for size in range(2, len(words)))
            if not any(resolve(part, among=case.units, on=on, within=within).unit for part in parts):
                yield found("U103", case=case, span=one.span, name=one.name)


@rule("U104")
def above_the_issuer(case: Case) -> Iterator[Finding]:
    """A department or ministry to which a lower tier gives work."""
    issuer = _issuer(case)
    asks = form("check_words", name="asks")
    for one, meant in _meant(case):
        unit = meant.unit
        if not (issuer and unit and one.leads and unit.kind in _ABOVE and _BODY.match(one.name)):
            continue
        start = max(case.reading.text.rfind("\n", 0, one.span[0]), one.span[0] - _BEFORE, 0)
        if _TIERS[unit.level] < _TIERS[issuer.level] and not asks.search(
            case.reading.text, start, one.span[0]
        ):
            yield found("U104", case=case, span=one.span, name=unit.name, issuer=issuer.name)


@rule("U105")
def tier_that_ended(case: Case) -> Iterator[Finding]:
    """ "UBND các huyện, thị xã" in a document since the districts ended, or seen from a day since."""
    on, gone = judged_on(case), {one.name for one, _ in _gone(case)}
    day = max((one for one in (on, case.today) if one), default=None)
    if day is None or _has_districts(case.units, day):
        return
    for one, meant in _meant(case):
        if (
            meant.unit is None
            and one.name not in gone
            and form("check_words", name="district").search(one.name)
        ):
            yield found("U105", case=case, span=one.span, name=one.name)


@lru_cache(maxsize=256)
def _has_districts(units: Directory, on: date) -> bool:
    """Whether there is a tier of districts on a day."""
    return next(units.of_level("district", on=on), None) is not None
