"""Make ``src/vanban/data/places.tsv`` and ``place_heirs.tsv`` from the package vietnamadminunits 1.0.4.

``python tools/places.py FOLDER`` where FOLDER is the unpacked package (its ``data`` lies inside). The package itself
is not needed to run; see ``docs/how-to/places.md``.
"""

from __future__ import annotations

import json
import sqlite3
import sys
import tomllib
import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

TOOLS = Path(__file__).resolve().parent
DATA = TOOLS.parent / "src" / "vanban" / "data"
DAY = date(2025, 7, 1)
"""The day on which the provinces merged, the districts ended and the communes were made anew."""
KINDS = ("tỉnh", "thành phố", "quận", "huyện", "thị xã", "xã", "phường", "thị trấn", "đặc khu")
DISTRICTS_END = "72/2025/QH15"
PROVINCES_MERGE = "202/2025/QH15"
SOURCE = """\
# Source: vietnamadminunits 1.0.4 (October 2025), its lists of mid-2025 and of 1 July 2025, by tools/places.py: do not
# edit by hand.
"""
PLACES = (
    SOURCE
    + """\
# Administrative units of June 2025 and since 2025-07-01. `unit` is the national code, with "@" and a day where the unit
# began on that day; `parent` is a unit. A line without `since` begins with its unit, one with `since` goes on with it.
# Before June 2025 and after October 2025 nothing is said. Unverified: "?" marks a code on which vietnam-provinces
# 2025.10.1 differs (tools/doubted_codes.txt); codes of units that ended stand in this one source only.
#
"""
)
HEIRS = (
    SOURCE
    + """\
# MIT License, Copyright (c) 2025 Tran Ngoc Minh Hieu: the notice stands in places.tsv.
# What went to whom. `share` is "whole" where all of a unit went to one heir, "part" where to several; which duties went
# where is not said. A district went to the communes that took its communes. The acts stand in place_acts.toml, not yet
# compared with these lines: unverified.
"""
)
PLACE_COLUMNS = ("unit", "kind", "name", "parent", "since", "until", "mark")
HEIR_COLUMNS = ("unit", "heir", "share", "act")

Table = list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Place:
    """An administrative unit of one of the two lists, named as the package has it."""

    code: str
    name: str
    parent: str = ""

    @property
    def kind(self) -> str:
        return next(kind for kind in KINDS if self.name.casefold().startswith(f"{kind} "))

    @property
    def short(self) -> str:
        return self.name[len(self.kind) + 1 :]


@dataclass(frozen=True)
class Source:
    """What the package says: the units before and since ``DAY``, and the heirs of each old one, by code."""

    old: dict[str, Place]
    new: dict[str, Place]
    heirs: dict[str, list[str]]

    def goes_on(self, code: str) -> bool:
        """Whether a unit lived on over ``DAY``: whole and alone, with its code and kind, and its name but for a letter."""
        old, new = self.old.get(code), self.new.get(code)
        if old is None or new is None or self.heirs[code] != [code] or old.kind != new.kind:
            return False
        return self.sources[code] == [code] and nearly_same(old.short, other=new.short)

    @cached_property
    def sources(self) -> dict[str, list[str]]:
        """New code → old codes of the same level."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for code, heirs in self.heirs.items():
            for heir in heirs:
                if len(heir) == len(code):
                    found[heir].append(code)
        return found


def read(package: Path) -> Source:
    """The two lists and the conversion; what does not fit together ends the run."""
    with sqlite3.connect(f"file:{package / 'data' / 'dataset.db'}?mode=ro", uri=True) as database:
        database.row_factory = sqlite3.Row
        before = [dict(row) for row in database.execute("SELECT * FROM admin_units_legacy")]
        since = [dict(row) for row in database.execute("SELECT * FROM admin_units")]
    conversion = json.loads((package / "data" / "converter_2025.json").read_text("utf-8"))
    old = {place.code: place for row in before for place in _of_three_levels(row)}
    new = {place.code: place for row in since for place in _of_two_levels(row)}
    heirs = _heirs(conversion, before=before, since=since)
    missing = (set(old) - set(heirs)) | (set(new) - {code for codes in heirs.values() for code in codes})
    if missing:
        sys.exit(f"without an heir or a predecessor: {sorted(missing)}")
    return Source(old=old, new=new, heirs=heirs)


def _of_three_levels(row: dict[str, Any]) -> list[Place]:
    places = [
        Place(row["provinceCode"], _clean(row["province"])),
        Place(row["districtCode"], _clean(row["district"]), row["provinceCode"]),
    ]
    if row["ward"]:  # five islands were districts without communes
        places.append(Place(row["wardCode"], _clean(row["ward"]), row["districtCode"]))
    return places


def _of_two_levels(row: dict[str, Any]) -> list[Place]:
    return [
        Place(row["provinceCode"], _clean(row["province"])),
        Place(row["wardCode"], _clean(row["ward"]), row["provinceCode"]),
    ]


def _clean(name: str) -> str:
    return " ".join(unicodedata.normalize("NFC", name).split())


def _heirs(conversion: dict[str, Any], *, before: Table, since: Table) -> dict[str, list[str]]:
    """Old code → new codes; keys of the conversion are names without tones, joined by "_"."""
    old = {f"{row['provinceKey']}_{row['districtKey']}_{row['wardKey'] or ''}": row for row in before}
    new = {(row["provinceKey"], row["wardKey"]): row["wardCode"] for row in since}
    code_of_old = {key: row["wardCode"] or row["districtCode"] for key, row in old.items()}
    old_province = {row["provinceKey"]: row["provinceCode"] for row in before}
    new_province = {row["provinceKey"]: row["provinceCode"] for row in since}
    found: defaultdict[str, set[str]] = defaultdict(set)
    for heir, keys in conversion["DICT_PROVINCE"].items():
        for key in keys:
            found[old_province[key]].add(new_province[heir])
    for province, wards in conversion["DICT_PROVINCE_WARD_NO_DIVIDED"].items():
        for ward, keys in wards.items():
            for key in keys:
                found[code_of_old[key]].add(new[province, ward])
    for province, divided in conversion["DICT_PROVINCE_WARD_DIVIDED"].items():
        for key, parts in divided.items():
            found[code_of_old[key]] |= {new[province, part["newWardKey"]] for part in parts}
    for row in before:
        if row["wardCode"]:  # a district went where its communes went
            found[row["districtCode"]] |= found[row["wardCode"]]
    return {code: sorted(codes) for code, codes in found.items()}


def nearly_same(name: str, *, other: str) -> bool:
    """ "Đak Ơ" and "Đăk Ơ", "Tà Si Láng" and "Tà Xi Láng": equal without tones, or one letter apart."""
    one, two = (folded(text) for text in (name, other))
    return one == two or (len(one) == len(two) and sum(a != b for a, b in zip(one, two, strict=True)) == 1)


def folded(text: str) -> str:
    """Small letters without tones and signs."""
    parts = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    return "".join(sign for sign in parts if not unicodedata.combining(sign))


def rows(source: Source, *, doubted: set[str]) -> list[tuple[str, ...]]:
    """Lines of ``places.tsv``: unit, kind, name, parent, since, until, mark."""
    key = keys(source)
    found = []
    for code, place in source.old.items():
        until = DAY.isoformat()
        if source.goes_on(code) and place == source.new[code]:
            until = ""  # a province that stays as it is
        elif len(code) == 2 and source.goes_on(code):
            sys.exit(f"a province that goes on by another name: {code}")
        found.append((code, place.kind, place.short, place.parent, "", until, ""))
    for code, place in source.new.items():
        if source.goes_on(code) and place == source.old[code]:
            continue
        since = DAY.isoformat() if source.goes_on(code) else ""
        parent = key.get(place.parent, "")
        found.append((key[code], place.kind, place.short, parent, since, "", "?" if code in doubted else ""))
    return sorted(found, key=lambda row: (len(row[0].split("@")[0]), row[0], row[4]))


def keys(source: Source) -> dict[str, str]:
    """The key of each unit that exists since ``DAY``: its code, with "@" and the day where it is a new unit."""
    return {code: code if source.goes_on(code) else f"{code}@{DAY}" for code in source.new}


def successions(source: Source, *, acts: dict[str, str]) -> list[tuple[str, ...]]:
    """Lines of ``place_heirs.tsv``: unit that ended, heir, share, act.

    A share tells what went of the unit that ended: "whole" to its only heir, else "part" to each.
    """
    key = keys(source)
    found = []
    for code, heirs in source.heirs.items():
        if source.goes_on(code):
            continue
        share = "whole" if len(heirs) == 1 else "part"
        for heir in heirs:
            if len(code) == 2:
                act = PROVINCES_MERGE
            else:
                act = DISTRICTS_END if len(code) == 3 else acts[source.new[heir].parent]
            found.append((code, key[heir], share, act))
    return sorted(found, key=lambda row: (len(row[0]), row))



def main(package: Path) -> None:
    """Write both files."""
    source = read(package)
    doubted = set((TOOLS / "doubted_codes.txt").read_text("utf-8").split("\n"))
    acts = tomllib.loads((DATA / "place_acts.toml").read_text("utf-8"))["act"]
    by_province = {act["province"]: act["number"] for act in acts if "province" in act}
    licence = (TOOLS / "licence_of_vietnamadminunits.txt").read_text("utf-8")
    notice = "".join(f"# {line}".rstrip() + "\n" for line in licence.splitlines())
    units, heirs = rows(source, doubted=doubted), successions(source, acts=by_province)
    write(DATA / "places.tsv", comment=PLACES + notice, lines=[PLACE_COLUMNS, *units])
    write(DATA / "place_heirs.tsv", comment=HEIRS, lines=[HEIR_COLUMNS, *heirs])


def write(path: Path, *, comment: str, lines: list[tuple[str, ...]]) -> None:
    path.write_text(comment + "".join("\t".join(line) + "\n" for line in lines), "utf-8")
    print(f"{path.name}: {len(lines) - 1} lines")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
