"""How the number of an act is written."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.checks.model import Case, Finding
from vanban.checks.registry import found, rule
from vanban.grammar.citations import numbers_in
from vanban.grammar.lexicon import form
from vanban.model import Citation, Span

_SHAPE = re.compile(
    r"(?P<serial>\d+[a-zA-Z]?)(?P<first>[/-])(?P<type>[A-ZĐ][A-Za-zĐđ]*)(?P<second>[/-])(?P<rest>\S+)"
)


def _written(case: Case) -> Iterator[tuple[Citation, Span, str]]:
    """Every number of an act as it is written somewhere, with its normal form."""
    for citation in case.reading.citations:
        for mention in citation.mentions or (citation.span,):
            for span, number in numbers_in(case.reading.text, span=mention):
                yield citation, span, number


def _raw(case: Case, span: Span) -> str:
    return case.reading.text[slice(*span)].replace("\u2011", "-")


@rule("C101")
def wrong_stroke(case: Case) -> Iterator[Finding]:
    """ "1468/QĐ/TTg"."""
    for _, span, number in _written(case):
        raw = "".join(_raw(case, span).split())
        if raw != number and raw.replace("/", "-") == number.replace("/", "-"):
            yield found("C101", case=case, span=span, suggestion=number, raw=raw, number=number)


@rule("C102")
def blank_in_number(case: Case) -> Iterator[Finding]:
    """ "57- KL/TW"."""
    for _, span, number in _written(case):
        raw = _raw(case, span)
        if " " in raw and "".join(raw.split()) == number and _own_form(number) is None:
            yield found("C102", case=case, span=span, suggestion=number, number=number)


@rule("C103")
def others_form(case: Case) -> Iterator[Finding]:
    """ "27/NQ-TW", "21-CT/TTg": the Party's number in the form of the State, or the other way about."""
    for _, span, number in _written(case):
        if right := _own_form(number):
            whose = "Nhà nước" if "/" in right.split("-")[0] else "Đảng"
            yield found(
                "C103", case=case, span=span, suggestion=right, number=number, right=right, whose=whose
            )


def _own_form(number: str) -> str | None:
    """The number with its strokes exchanged, where those who issue it write it that way."""
    shape = _SHAPE.fullmatch(number)
    if shape is None or shape["first"] == shape["second"]:
        return None
    signs = "party_signs" if shape["first"] == "/" else "state_signs"
    if form("check_words", name=signs).fullmatch(shape["rest"]) is None:
        return None
    return f"{shape['serial']}{shape['second']}{shape['type']}{shape['first']}{shape['rest']}"
