"""A letter that reminds a unit of overdue tasks: a draft, which a person reads, changes and signs."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from vanban.model import Signatory
from vanban.writing.paper import Block, Chart, Day, Paper
from vanban.writing.words import short_day


class Overdue(NamedTuple):
    """A task that is late: its words, the document that gave it ("Kế hoạch số 12/KH-UBND"), its last day."""

    words: str
    document: str
    due: date


def reminder(
    tasks: Iterable[Overdue],
    *,
    unit: str,
    issuer: str,
    contact: str,
    symbol: str,
    on: date,
    answer_by: date,
    signatory: Signatory,
    style: str = "nd30",
    parent: str | None = None,
    place: str = "",
    copies: tuple[str, ...] = (),
) -> Paper:
    """The draft letter from ``issuer`` to ``unit`` as things stand on day ``on``; days late are days of the calendar.

    The longest overdue stands first. Number and day stay blank. Raises ValueError where no task is late on that day.
    """
    late = sorted((task for task in tasks if task.due < on), key=lambda task: task.due)
    if not late:
        raise ValueError("no task is overdue")
    form = _form()
    said = {"unit": unit, "issuer": issuer, "contact": contact, "count": f"{len(late):02d}"}
    said |= {"on": short_day(on), "answer_by": short_day(answer_by)}
    chart = Chart(
        tuple(form["columns"]),
        tuple(_row(at, task, on) for at, task in enumerate(late, 1)),
        tuple(form["shares"]),
    )
    return Paper(
        style=style,
        issuer=issuer,
        symbol=symbol,
        title=form["title"],
        body=(
            Block(form["opening"].format(**said)),
            chart,
            Block(form["asked"].format(**said)),
            *(Block(ask.format(**said), "clause", f"{at}.") for at, ask in enumerate(form["asks"], 1)),
            Block(form["closing"].format(**said)),
        ),
        signatory=signatory,
        parent=parent,
        place=place,
        date=Day(on.year, on.month),
        addressees=(unit,),
        recipients=(*form["copies"], *copies, form["kept"][style]),
        draft=True,
    )


def _row(at: int, task: Overdue, on: date) -> tuple[str, ...]:
    return (str(at), task.words, task.document, short_day(task.due), str((on - task.due).days))


@cache
def _form() -> dict[str, Any]:
    return tomllib.loads(files("vanban.data").joinpath("reminder.toml").read_text(encoding="utf-8"))
