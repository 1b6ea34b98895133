"""The board: how it goes with each unit below one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from caytre.core.access import NotFound
from caytre.core.models import User
from caytre.units.queries.directory import directory
from caytre.units.rules import outline
from caytre.web.seeing.asked import text, unit_of
from caytre.web.seeing.rows import names
from caytre.web.seeing.wording import STATES
from caytre.web.seeing.workbook import attached
from caytre.web.session import person
from caytre.work.queries.boards import COUNTS, board


class Cell(NamedTuple):
    number: int
    head: str
    address: str


class Line(NamedTuple):
    """One unit: ``below`` leads to its own board, "" where nothing is below it."""

    name: str
    below: str
    is_own: bool
    cells: tuple[Cell, ...]


class Board(NamedTuple):
    unit: UUID
    name: str
    above: str
    lines: list[Line]


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """The board of the unit that the address names, else of the one in which the person acts."""
    made = _board(request)
    context = {"board": made, "heads": [STATES[name] for name in COUNTS]}
    return render(request, "seeing/board.html", context)


@require_safe
def workbook(request: HttpRequest) -> HttpResponse:
    """The same as a workbook."""
    made = _board(request)
    heads = (_("Đơn vị"), *(str(STATES[name]) for name in COUNTS))
    rows: Iterator[Sequence[str]] = (
        (line.name, *(str(cell.number) for cell in line.cells)) for line in (made.lines if made else ())
    )
    return attached(
        [heads, *rows], title=_("Bảng đơn vị"), widths=(44, *[14] * len(COUNTS)), name="bang-don-vi"
    )


def _board(request: HttpRequest) -> Board | None:
    """None where the person works nowhere. Raises NotFound for a unit out of reach: nothing is told of it."""
    user, on = person(request), timezone.localdate()
    of = _asked(request, user, on)
    if of is None:
        return None
    among, named = directory(), names(on)
    units = [UUID(node.uid) for node in _below(str(of), on)]
    units = [unit for unit in units if user.reach.units is None or unit in user.reach.units]
    counted = board(units, of=of, user=user, on=on)
    above = among.above(str(of), on=on)
    sees_above = above and (user.reach.units is None or UUID(above) in user.reach.units)
    heads = {name: str(STATES[name]) for name in COUNTS}
    lines = [
        Line(
            named(unit), "" if unit == of else f"?unit={unit}", unit == of,
            tuple(Cell(number, heads[name], _list(unit, name)) for name, number in counted[unit].by_name().items()),
        )
        for unit in (of, *units)
    ]  # fmt: skip
    return Board(of, named(of), f"?unit={above}" if sees_above else "", lines)


def _asked(request: HttpRequest, user: User, on: date) -> UUID | None:
    asked = text(request, name="unit")
    if asked:
        unit = unit_of(request, asked=asked, on=on)
        if unit is None or (user.reach.units is not None and unit not in user.reach.units):
            raise NotFound
        return unit
    if user.held:
        return UUID(str(user.held[0].unit))
    tops = outline.tops(directory(), tree="state", on=on) if user.reach.units is None else ()
    return UUID(tops[0].uid) if tops else None


def _below(of: str, on: date) -> list[outline.Node]:
    """What belongs directly to a unit, in all trees, each once."""
    parts = outline.parts(directory(), of=of, on=on).values()
    nodes = {node.uid: node for part in parts for node in (*part.bodies, *part.places)}
    nodes.pop(of, None)
    return list(nodes.values())


def _list(unit: UUID, state: str) -> str:
    return "?" + urlencode({"unit": str(unit), "state": state})
