"""The annex as a document in the national form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from caytre.units.queries.directory import belongs_to_party, directory
from caytre.units.queries.people import name_of
from caytre.work.models import Plan
from caytre.work.rules.annexes import Line, opened, parted
from vanban.writing import Annex, Carrier, Row
from vanban.writing.paper import Group

STYLES = ("nd30", "hd36")
"""Of the state, of the Party."""
_PLAN = "Kế hoạch"


def style_of(plan: Plan, *, wished: str, today: date) -> str:
    """The form that was wished for, else that of the tree to which the unit of the plan belongs."""
    if wished in STYLES:
        return wished
    return "hd36" if belongs_to_party(plan.unit_id, on=today) else "nd30"


def annex_of(lines: Sequence[Line], *, plan: Plan, today: date) -> Annex:
    """The tasks under the headings of their document, with the line that ties them to it."""
    return Annex(tuple(_rows(lines)), carrier=carrier_of(plan, today=today))


def carrier_of(plan: Plan, *, today: date) -> Carrier:
    """The document that the annex goes with; while it has no number, that is left blank."""
    document = plan.document
    number, symbol = _parted(plan.code)
    issuer = document.issuer if document and document.issuer else ""
    return Carrier(
        type=(document.type if document else "") or _PLAN,
        issuer=issuer or name_of(str(plan.unit_id), among=directory(), on=today),
        symbol=symbol,
        number=number or None,
        date=plan.on,
    )


def _parted(code: str) -> tuple[str, str]:
    """ "41/KH-UBND" is number 41, "12-KH/ĐU" number 12."""
    digits = len(code) - len(code.lstrip("0123456789"))
    joint = code[digits : digits + 1]
    return (code[:digits], code[digits + 1 :]) if digits and joint in ("/", "-") else ("", code)


def _rows(lines: Sequence[Line]) -> Iterator[Row | Group]:
    above: list[str] = []
    for line in lines:
        titles = line.heading.split("\n") if line.heading else []
        for level, title in opened(above, titles=titles):
            ((label, words),) = parted(title)
            yield Group(label, words, level)
        above = titles
        values = line.values
        yield Row(
            words=values["text"], lead=values["lead"], coordinators=values["coordinators"].replace("; ", ";\n"),
            time=values["time"], product=values["product"],
            section=".".join(label or words for label, words in parted(line.heading)),
        )  # fmt: skip
