"""The dates of acts, beside their numbers, each other and the day of the document."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from vanban.checks.citations.agreeing import are_one, cannot_both_be, other_year_of, titled
from vanban.checks.model import Case, Finding
from vanban.checks.registry import found, rule
from vanban.checks.wording import iso, shown, signed_on
from vanban.grammar.lexicon import form
from vanban.model import Citation

_AROUND, _HEAD = 90, 20


@rule("C201")
def two_dates(case: Case) -> Iterator[Finding]:
    """One act under two dates."""
    by_number: dict[str, list[Citation]] = defaultdict(list)
    for citation in case.reading.citations:
        if citation.number and iso(citation.date):
            by_number[citation.number].append(citation)
    for number, group in by_number.items():
        for other in group[1:]:
            if cannot_both_be(group[0], other=other, text=case.reading.text):
                dates = [shown(day) for one in (group[0], other) if (day := iso(one.date))]
                yield found(
                    "C201", case=case, span=other.span, number=number, first=dates[0], second=dates[1]
                )


@rule("C202")
def two_numbers(case: Case) -> Iterator[Finding]:
    """One act under two numbers: the same type, date and title."""
    seen: dict[tuple[str | None, str | None, str], Citation] = {}
    for citation in case.reading.citations:
        title = titled(citation, text=case.reading.text)
        if not (title and citation.date and citation.number):
            continue
        first = seen.setdefault((citation.type, citation.date, title), citation)
        if first is not citation and are_one(first, other=citation):
            yield found("C202", case=case, span=citation.span, first=first.number, second=citation.number)


@rule("C203")
def cited_before_it_was(case: Case) -> Iterator[Finding]:
    """An act of a later day than the document."""
    on = signed_on(case)
    for citation in case.reading.citations:
        day = iso(citation.date)
        if day and on and day > on and not other_year_of(citation):
            yield found(
                "C203",
                case=case,
                span=citation.span,
                number=citation.number,
                date=shown(day),
                on=shown(on),
            )


@rule("C204")
def other_year(case: Case) -> Iterator[Finding]:
    """A number of one year with a date of another: "30/2020/NĐ-CP ngày 05/3/2021"."""
    for citation in case.reading.citations:
        day = iso(citation.date)
        if day and (year := other_year_of(citation)):
            yield found(
                "C204", case=case, span=citation.span, number=citation.number, year=year, date=shown(day)
            )


@rule("C401")
def no_date(case: Case) -> Iterator[Finding]:
    """A basis that is cited without its date."""
    code = case.reading.header.code or ""
    if re.search(r"/(?:19|20)\d\d/", code) or re.match(
        r"\d*-", code
    ):  # legal acts and the Party have other forms
        return
    for citation in case.reading.citations:
        if (
            citation.role != "basis"
            or citation.date
            or citation.type is None
            or form("check_words", name="cited_without_date").search(citation.type)
        ):
            continue
        start, end = citation.span
        behind = case.reading.text[start : end + _AROUND].split(";")[0]
        is_basis = form("check_words", name="based_on").search(
            case.reading.text[max(0, start - _HEAD) : start]
        )
        if is_basis and not form("check_words", name="late_date").search(behind):
            yield found("C401", case=case, span=citation.span, type=citation.type, number=citation.number)
