"""What the package vietnamadminunits 1.0.4 says, read from its unpacked folder without the package."""

from __future__ import annotations

import json
import sqlite3
import unicodedata
from collections import defaultdict
from pathlib import Path
from typing import Any

from place import Place, Source

Row = dict[str, Any]


class Unfit(Exception):
    """The package is not the one that the tools were made for."""


def read(package: Path) -> Source:
    """The two lists and the conversion; refused where an old unit has no heir or a new one no forebear."""
    with sqlite3.connect(f"file:{package / 'data' / 'dataset.db'}?mode=ro", uri=True) as database:
        database.row_factory = sqlite3.Row
        before = [dict(row) for row in database.execute("SELECT * FROM admin_units_legacy")]
        since = [dict(row) for row in database.execute("SELECT * FROM admin_units")]
    conversion = json.loads((package / "data" / "converter_2025.json").read_text("utf-8"))
    old = {place.code: place for row in before for place in _places(row)}
    new = {place.code: place for row in since for place in _places(row)}
    heirs = _heirs(conversion, before=before, since=since)
    missing = (set(old) ^ set(heirs)) | (set(new) ^ {code for codes in heirs.values() for code in codes})
    if missing:
        raise Unfit(f"without an heir or a forebear: {sorted(missing)}")
    aliases = {row["wardCode"]: json.loads(row["wardAlias"]) for row in before if row["wardAlias"]}
    return Source(old=old, new=new, heirs=heirs, aliases=aliases)


def _places(row: Row) -> list[Place]:
    """The units that a row names. Five islands were districts without communes; since 2025 there are no districts."""
    places = [Place(row["provinceCode"], _clean(row["province"]))]
    for level in ("district", "ward"):
        if row.get(level):
            places.append(Place(row[f"{level}Code"], _clean(row[level]), places[-1].code))
    return places


def _clean(name: str) -> str:
    return " ".join(unicodedata.normalize("NFC", name).split())


def _heirs(conversion: Row, *, before: list[Row], since: list[Row]) -> dict[str, list[str]]:
    """Old code → new codes. The conversion writes units as names without tones, joined by "_"."""
    old = {
        f"{row['provinceKey']}_{row['districtKey']}_{row['wardKey'] or ''}": row["wardCode"]
        or row["districtCode"]
        for row in before
    }
    new = {(row["provinceKey"], row["wardKey"]): row["wardCode"] for row in since}
    found: defaultdict[str, set[str]] = defaultdict(set)
    for province, key, ward in _pairs(conversion):
        found[old[key]].add(new[province, ward])
    for row in before:
        if row["wardCode"]:  # a district went where its communes went
            found[row["districtCode"]] |= found[row["wardCode"]]
    old_province = {row["provinceKey"]: row["provinceCode"] for row in before}
    new_province = {row["provinceKey"]: row["provinceCode"] for row in since}
    for heir, keys in conversion["DICT_PROVINCE"].items():
        for key in keys:
            found[old_province[key]].add(new_province[heir])
    return {code: sorted(codes) for code, codes in found.items()}


def _pairs(conversion: Row) -> list[tuple[str, str, str]]:
    """New province, old unit, new commune: of what went whole, then of what was divided."""
    whole = [
        (province, key, ward)
        for province, wards in conversion["DICT_PROVINCE_WARD_NO_DIVIDED"].items()
        for ward, keys in wards.items()
        for key in keys
    ]
    divided = [
        (province, key, part["newWardKey"])
        for province, units in conversion["DICT_PROVINCE_WARD_DIVIDED"].items()
        for key, parts in units.items()
        for part in parts
    ]
    return whole + divided
