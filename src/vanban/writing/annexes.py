"""The annex that assigns tasks: a table on pages turned, under the headings of its document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal

from vanban.writing import ink, tables
from vanban.writing.paper import Annex, Carrier, Group, Row
from vanban.writing.styles import Component, Style
from vanban.writing.tables import Cell
from vanban.writing.words import annex_form, carried_words, clean, lines_of


def annex(
    rows: Iterable[Row],
    *,
    headings: Mapping[str, str],
    carrier: Carrier | None = None,
    title: str = "Phân công nhiệm vụ",
    extra: tuple[Literal["leader", "basis", "note"], ...] = (),
) -> Annex:
    """The annex of these tasks, each under its headings. ``headings`` gives the title of a path ("II.1"); a path
    that it does not know has no row of its own. Rows stay in their order."""
    made: list[Row | Group] = []
    open_paths: list[str] = []
    for row in rows:
        paths = [path for path in _paths(row.section) if path in headings]
        known = 0
        while known < min(len(paths), len(open_paths)) and paths[known] == open_paths[known]:
            known += 1
        if paths and known == len(paths) < len(open_paths):
            known -= 1  # back from a lower heading: the one above it is said again
        made += [
            Group(path.rsplit(".", 1)[-1], headings[path], level)
            for level, path in enumerate(paths[known:], known + 1)
        ]
        open_paths = paths
        made.append(row)
    return Annex(tuple(made), title=title, carrier=carrier, extra=extra)


def _paths(section: str) -> list[str]:
    """ "II.1" → ["II", "II.1"]."""
    parts = section.split(".") if section else []
    return [".".join(parts[: at + 1]) for at in range(len(parts))]


def write_annex(document: Any, *, annex: Annex, style: Style) -> None:
    """The annex from where the document stands; its section is the caller's."""
    ink.put(clean(annex.label), into=document, look=style["annex_label"])
    for line in lines_of(annex.title):
        ink.put(line, into=document, look=style["annex_title"])
    if annex.carrier:
        ink.put(carried_words(annex.carrier, style=style), into=document, look=style["annex_carried"])
    ink.put("", into=document, look=style["annex_cell"])
    form = annex_form()
    shown = [one for one in form["column"] if not one.get("extra") or one["name"] in annex.extra]
    room = ink.room_of(style, landscape=True) - form["ordinal_width"]
    whole = sum(one["share"] for one in shown)
    heads = (form["ordinal"], *(one["words"] for one in shown))
    tables.ruled(
        document,
        widths=(form["ordinal_width"], *(one["share"] / whole * room for one in shown)),
        head=[Cell(words, style["annex_head"], "center") for words in heads],
        rows=_rows(annex, [one["name"] for one in shown], style["annex_cell"]),
    )


def _rows(annex: Annex, names: list[str], look: Component) -> Iterator[list[Cell]]:
    """Tasks are counted under their heading, "1.1" below "1"; a heading crosses the other columns."""
    counted: Counter[str] = Counter()
    open_label = ""
    for row in annex.rows:
        if isinstance(row, Group):
            open_label = row.label
            yield [
                Cell(row.label, look, "center", bold=True),
                Cell(row.title, look, span=len(names), bold=True),
            ]
        else:
            counted[row.section] += 1
            label = row.section.rsplit(".", 1)[-1]
            above = f"{label}." if label == open_label and label.isdecimal() else ""
            ordinal = f"{above}{counted[row.section]}"
            values = (getattr(row, name) for name in names)
            yield [Cell(ordinal, look, "center"), *(Cell(value, look) for value in values)]
