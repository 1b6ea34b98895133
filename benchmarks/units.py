"""What it costs to know who is who: python benchmarks/units.py [--check]

CPU time of one core. Names are those of spellings.tsv and of the tables of units themselves, each asked for in many
documents: a document is a place and a day. A name is taken apart once for all documents, and what is seen from a
document is kept while it is read; no answer is kept. "never met" makes both anew for every name.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from rows import Row, tell
from timing import cpu, megabytes, run, seconds

from vanban.units import Directory, agencies, national, places, resolve
from vanban.units.bodynames import KINDS
from vanban.units.resolving import Resolver

TABLE = Path(__file__).resolve().parents[1] / "tests" / "vanban" / "units" / "spellings.tsv"
MADE = 20_000
DAYS = (date(2021, 5, 15), date(2024, 8, 15), date(2025, 3, 15), date(2025, 11, 20))


def names() -> list[str]:
    """Names as documents write them."""
    lines = TABLE.read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")][1:]
    return list(dict.fromkeys(row[2] for row in rows))


def documents(directory: Directory) -> list[tuple[str, date]]:
    """Places of issuers and days: every province of the day and some districts and communes of each."""
    found = []
    for on in DAYS:
        for level, step in (("province", 1), ("district", 20), ("commune", 100)):
            of_level = sorted(one.uid for one in directory.of_level(level, on=on))
            found += [(uid, on) for uid in of_level[::step]]
    return found


def build() -> Directory:
    """The national directory from records that are read already."""
    made = Directory(
        (*places.records(), *agencies.central()), places.successions(), agencies.templates().values()
    )
    Resolver(made)
    return made


def made(directory: Directory) -> list[tuple[str, date]]:
    """Distinct names of usual forms, made from the national set, each with a day on which the place was there."""
    bodies = {"commune": "Công an", "district": "Phòng Nội vụ", "province": "Sở Nội vụ"}
    found: dict[str, date] = {}
    for on in (DAYS[-1], DAYS[1]):
        for level in KINDS:
            for place in directory.of_level(level, on=on):
                units = [directory.as_of(one, on=on) for one in directory.chain(place.uid, on=on)]
                called = [f"{unit.name[:1].lower()}{unit.name[1:]}" for unit in units if unit]
                short, whole = called[0], ", ".join(called)
                for name in (short, whole, f"UBND {short}", f"{bodies[level]} {whole}"):
                    found.setdefault(name, on)
    step = len(found) / MADE
    rows = list(found.items())
    return [rows[int(number * step)] for number in range(MADE)]


def building() -> Iterator[Row]:
    """The directory and the files it is made from."""
    yield Row("directory of the shipped set, its indexes included", seconds(build) * 1000, "ms", most=500)
    whole = run("from vanban.units import national; national().resolver") - run("import vanban.units")
    yield Row("the same from the files, in a new Python", whole * 1000, "ms", most=2_000)
    used = "from vanban.units import national; national().resolver"
    yield Row("memory of a Python with it", megabytes(used), "MB", most=150)


def resolving() -> Iterator[Row]:
    """Names in documents."""
    directory, asked = national(), names()
    seen = documents(directory)
    everything = [(name, uid, on) for uid, on in seen for name in asked]
    directory.__dict__.pop("resolver", None)
    directory.resolver.resolve("UBND tỉnh", on=DAYS[0])  # the indexes
    start = cpu()
    for name, uid, on in everything:
        resolve(name, among=directory, on=on, within=uid)
    spent = cpu() - start
    yield Row("distinct names", len(asked), "")
    yield Row("documents", len(seen), "")
    yield Row("names in documents, each pair new", len(everything) / spent, "a second", least=20_000)

    def never_met() -> None:
        resolver = Resolver(directory)
        uid, on = seen[0]
        for name in asked:
            resolver.resolve(name, on=on, within=uid)

    fresh = seconds(never_met) - seconds(lambda: Resolver(directory))
    yield Row("names never met before, one document", len(asked) / fresh, "a second", least=1_500)
    rows = made(directory)

    def each_once() -> None:
        resolver = Resolver(directory)
        for name, on in rows:
            resolver.resolve(name, on=on)

    spent = seconds(each_once) - seconds(lambda: Resolver(directory))
    yield Row(f"{MADE:,} names of usual forms, each asked once", MADE / spent, "a second", least=4_000)
    today = date(2026, 11, 26)
    ended = [one.uid for one in directory.of_level("district", on=DAYS[1])][:200]
    follow = seconds(lambda: [directory.heirs(uid, today=today) for uid in ended])
    yield Row("heirs of a district", len(ended) / follow, "a second", least=1_000)


if __name__ == "__main__":
    sys.exit(tell((building, resolving), arguments=sys.argv[1:]))
