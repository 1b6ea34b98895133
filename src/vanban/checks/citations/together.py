"""What is wrong between documents: one act with two dates, one act under two numbers."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import Literal

from vanban.checks.citations.agreeing import are_one, cannot_both_be, titled
from vanban.checks.model import Case, Finding
from vanban.checks.registry import found
from vanban.checks.wording import iso, shown
from vanban.model import Citation, Document
from vanban.units import national

_OF_ALL = re.compile(r"(?:TTg|CP|TW|CTN|QH\d+|[-/]B[A-Z]+[A-Za-z]*)(?:-\w+)?$")
Cited = tuple[int, Citation]


def check_together(readings: Sequence[Document]) -> tuple[tuple[Finding, ...], ...]:
    """For each of several documents, what its citations say otherwise than most of the other documents.

    Within one document the rules C201 and C202 look; here the same codes speak of another one. Only acts are
    compared whose numbers are of one body in the whole country, or whose issuers are named and agree.
    """
    findings: list[list[Finding]] = [[] for _ in readings]
    numbered, titles = defaultdict(list), defaultdict(list)
    for index, reading in enumerate(readings):
        for citation in reading.citations:
            if citation.number and iso(citation.date):
                numbered[citation.number.upper()].append((index, citation))
                if title := titled(citation, text=reading.text):
                    titles[citation.type, citation.date, title].append((index, citation))
    for group in numbered.values():
        _dates(group, readings, findings)
    for group in titles.values():
        _numbers(group, readings, findings)
    return tuple(tuple(sorted(found, key=lambda one: one.span)) for found in findings)


def _dates(group: list[Cited], readings: Sequence[Document], findings: list[list[Finding]]) -> None:
    for index, citation, before, other in _against(group, "date"):
        texts = readings[index].text, readings[before].text
        if cannot_both_be(citation, other=other, text=texts[0], other_text=texts[1]):
            first, second = (shown(day) for one in (other, citation) if (day := iso(one.date)))
            _add(
                findings,
                index,
                readings,
                "C201",
                citation,
                number=citation.number,
                first=first,
                second=second,
            )


def _numbers(group: list[Cited], readings: Sequence[Document], findings: list[list[Finding]]) -> None:
    for index, citation, _, other in _against(group, "number"):
        if are_one(other, other=citation):
            _add(findings, index, readings, "C202", citation, first=other.number, second=citation.number)


def _against(
    group: list[Cited], what: Literal["date", "number"]
) -> Iterator[tuple[int, Citation, int, Citation]]:
    """Each citation beside the first one of another document that says otherwise and is said more often, or as often
    and before: what most documents say is held for right."""
    value = attrgetter(what)
    counts = Counter(value(citation) for _, citation in group)
    firsts: dict[tuple[str, str | None], Cited] = {}
    for index, citation in group:
        firsts.setdefault((value(citation), citation.issuer), (index, citation))
    order = {said: (-counts[said], place) for place, (said, _) in enumerate(firsts)}
    for index, citation in group:
        for before, other in firsts.values():
            is_other = before != index and order[value(other)] < order[value(citation)]
            if is_other and _is_comparable(citation, other):
                yield index, citation, before, other
                break


def _is_comparable(one: Citation, other: Citation) -> bool:
    return bool(one.issuer and other.issuer) or _OF_ALL.search(one.number or "") is not None


def _add(
    findings: list[list[Finding]],
    index: int,
    readings: Sequence[Document],
    code: str,
    citation: Citation,
    **words: str | None,
) -> None:
    case = Case(readings[index], on=None, today=None, units=national())
    findings[index].append(found(code, case=case, span=citation.span, **words))
