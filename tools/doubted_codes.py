"""Make ``tools/doubted_codes.txt``: the codes of today's communes on which two packages differ.

``python tools/doubted_codes.py FOLDER OTHER`` where FOLDER is the unpacked vietnamadminunits 1.0.4 and OTHER the
unpacked vietnam_provinces 2025.10.1. Nothing of the second enters the file but that it differs.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from adminunits import read
from place import Source, folded

TARGET = Path(__file__).with_name("doubted_codes.txt")
COMMENT = """\
# Codes of communes since 2025-07-01 that another list gives to another commune, or does not know.
# Source: vietnamadminunits 1.0.4 beside vietnam-provinces 2025.10.1 (its data: 2025-10-18), by tools/doubted_codes.py.
# Tone style, blanks, apostrophes and small or capital letters are no difference.
"""


def differing(source: Source, *, other: Path) -> list[str]:
    """Codes whose name or province the other list does not confirm."""
    provinces = json.loads((other / "data" / "nested-divisions.json").read_text("utf-8"))
    theirs = {
        f"{ward['code']:05d}": (plain(ward["name"]), f"{province['code']:02d}")
        for province in provinces
        for ward in province["wards"]
    }
    ours = {code: (plain(place.name), place.parent) for code, place in source.new.items() if place.parent}
    return sorted(code for code, said in ours.items() if theirs.get(code) != said)


def plain(name: str) -> str:
    """Letters and digits without tones."""
    return "".join(sign for sign in folded(name) if sign.isalnum())


if __name__ == "__main__":
    codes = differing(read(Path(sys.argv[1])), other=Path(sys.argv[2]))
    TARGET.write_text(COMMENT + "\n".join(codes) + "\n", "utf-8")
    print(f"{len(codes)} codes differ")
