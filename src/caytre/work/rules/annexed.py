"""What the words of a cell of an annex mean for a task, and the task that is made of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, get_args

from caytre.core.refusals import gettext_noop
from caytre.units.rules.sheets import Fault
from caytre.work.rules.annexes import NO_TEXT, Change, Line, Sent, Understood, plain
from caytre.work.rules.suggesting import Meaning, takings_of
from caytre.work.rules.wanted import COORDINATE, LEAD, MEMBER, Taking, Wanted, settled
from vanban.grammar.times import binding, find_times
from vanban.grammar.units import split_units
from vanban.model import Every
from vanban.schedule import Schedule, schedule_of, sentence

TWO_LEADS = gettext_noop(
    "Một nhiệm vụ chỉ có một đơn vị chủ trì, ô này ghi %(n)s đơn vị. Hãy giữ một đơn vị và chuyển các đơn vị khác sang "
    "cột phối hợp, hoặc tách thành nhiều dòng."
)
WHICH = gettext_noop("Chưa rõ “%(value)s” là đơn vị nào. Có thể là: %(candidates)s.")
NOBODY = gettext_noop("Không có đơn vị nào tên “%(value)s”. Hãy ghi đúng tên đơn vị.")
NO_TIME = gettext_noop(
    "Chưa hiểu “%(value)s” là thời gian nào: giữ nguyên chữ, thời hạn để là chưa rõ. Nên ghi như “Trước ngày "
    "30/6/2031”, “Quý III/2031”, “Hằng tháng”."
)
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_LONGEST = 300
_NAMED = 5


@dataclass(frozen=True, slots=True)
class Context:
    """In what a cell is understood: what names mean, the takings that names of a line stand for, the times that rows
    of the annex say already, the day of the document and the end of its plan."""

    names: Meaning
    kept: Callable[[Line], Mapping[tuple[str, str], tuple[Taking, ...]]]
    times: Mapping[str, Schedule]
    on: date
    until: date | None


def understood(name: str, *, row: Sent, line: Line | None, within: Context) -> Understood:
    """What a changed cell means."""
    words, place = row.values[name], row.places[name]
    if name == "text":
        return Understood(_lines(words), faults=() if plain(words) else (Fault(place, NO_TEXT, {}),))
    if name == "product":
        return Understood(_lines(words))
    if name == "time":
        return _time(words, place, within)
    return _units(name, words, place, line, within)


def made(change: Change, *, base: Wanted, take: Iterable[str] = ()) -> Wanted:
    """What the task shall say; of contested cells only those at the places in ``take`` count."""
    chosen = set(take)
    values: dict[str, Any] = {
        cell.field: cell.value for cell in change.cells if not cell.is_contested or cell.place in chosen
    }
    leading = _part(base, values, "lead", LEAD, MEMBER)
    helping = _part(base, values, "coordinators", COORDINATE)
    others = [one for one in base.takings if one.part not in (LEAD, MEMBER, COORDINATE)]
    return replace(
        base,
        text=values.get("text", base.text),
        product=values.get("product", base.product),
        schedule=values.get("time", base.schedule),
        takings=settled((*leading, *helping, *others)),
    )


def schedule_in(words: str, *, within: Context) -> Schedule:
    """The time that a cell says, read as a line of a document is; its words are kept. What nobody can make out is
    "unspecified"."""
    said = plain(words)
    if day := _ISO.fullmatch(said):
        said = f"{day[3]}/{day[2]}/{day[1]}"  # a date of a spreadsheet
    known = {**_usual(), **within.times}.get(said)
    if known is not None or not said:
        return known or Schedule("unspecified")
    for asked in (said, f"ngày {said}"):
        time = binding(find_times(asked, year=within.on.year, line=True))
        if time is not None:
            meant = schedule_of(time._replace(raw=asked), issued=within.on, until=within.until)
            return replace(meant, raw=said)
    return Schedule("unspecified", raw=said)


def shown_time(schedule: Schedule) -> str:
    """A time as the annex has it: what is not known in the words of the document, else left blank."""
    return sentence(schedule) if schedule.is_decided else plain(schedule.raw)


def _usual() -> dict[str, Schedule]:
    """Times as the annex says them that a reader would take for others."""
    each = [Schedule("continuous", review_every=every) for every in get_args(Every)]
    return {sentence(one): one for one in (*each, Schedule("ad_hoc"), Schedule("unspecified"))}


def _time(words: str, place: str, within: Context) -> Understood:
    schedule = schedule_in(words, within=within)
    if not schedule.is_decided and schedule.raw:
        return Understood(
            schedule, sentence(schedule), notes=(Fault(place, NO_TIME, {"value": schedule.raw[:80]}),)
        )
    return Understood(schedule, sentence(schedule))


def _units(name: str, words: str, place: str, line: Line | None, within: Context) -> Understood:
    part = LEAD if name == "lead" else COORDINATE
    kept = within.kept(line) if line else {}
    names = _names(words, {one for of, one in kept if of == part})
    if part == LEAD and len(names) > 1:
        return Understood((), faults=(Fault(place, TWO_LEADS, {"n": len(names)}),))
    takings: list[Taking] = []
    meant: list[str] = []
    faults: list[Fault] = []
    for one in names:
        found = kept.get((part, one))
        if found is None:
            named = within.names(one)
            if not named.is_settled:
                faults.append(_unsettled(one, place, named.options))
                continue
            found = takings_of(named, part=part, on=within.on)
            if not named.is_set and named.today[0].name != one:
                meant.append(named.today[0].name)
        takings += found
    return Understood(tuple(takings), "; ".join(meant), tuple(faults))


def _names(words: str, kept: Container[str]) -> list[str]:
    """The names in a cell; a line or a semicolon begins another, and words that stood there stay together."""
    found: list[str] = []
    for piece in map(plain, re.split(r"[;\n]", words)):
        bare = piece.strip(" .,-–+")
        listed = [bare] if bare in kept else [plain(one.name) for one in split_units(bare)]
        found += [name[:_LONGEST] for name in listed if name]
    return list(dict.fromkeys(found))


def _unsettled(name: str, place: str, options: Sequence[Any]) -> Fault:
    if not options:
        return Fault(place, NOBODY, {"value": name[:80]})
    candidates = "; ".join(unit.name for unit in options[:_NAMED])
    return Fault(place, WHICH, {"value": name[:80], "candidates": candidates})


def _part(base: Wanted, values: Mapping[str, Any], name: str, *parts: str) -> Sequence[Taking]:
    if name in values:
        found: tuple[Taking, ...] = values[name]
        return found
    return [one for one in base.takings if one.part in parts]


def _lines(words: str) -> str:
    """The words of a cell, its own line breaks kept."""
    return "\n".join(line for line in map(plain, words.splitlines()) if line)
