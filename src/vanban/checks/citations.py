"""Family C: acts that a document cites, their numbers and dates, and whether they were there."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from vanban.acts import Act, known
from vanban.checks.agreeing import are_one, cannot_both_be, titled
from vanban.checks.model import Case, Finding
from vanban.checks.registry import found, rule
from vanban.checks.wording import iso, judged_on, listed, shown, signed_on
from vanban.grammar.citations import numbers_in
from vanban.grammar.lexicon import form
from vanban.model import Citation, Span

_SHAPE = re.compile(
    r"(?P<serial>\d+[a-zA-Z]?)(?P<first>[/-])(?P<type>[A-ZĐ][A-Za-zĐđ]*)(?P<second>[/-])(?P<rest>\S+)"
)
_OF_YEAR = re.compile(r"/((?:19|20)\d\d)/")
_AROUND = 90


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
        if day and on and day > on and not _other_year(citation):
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
        if day and (year := _other_year(citation)):
            yield found(
                "C204", case=case, span=citation.span, number=citation.number, year=year, date=shown(day)
            )


def _other_year(citation: Citation) -> str | None:
    """The year in the number, where the date is of another."""
    year = _OF_YEAR.search(citation.number or "")
    return year[1] if year and citation.date and citation.date[:4] != year[1] else None


@rule("C205")
def other_date_than_known(case: Case) -> Iterator[Finding]:
    """Another date than the register of acts has."""
    for citation in case.reading.citations:
        act, day = _act(citation), iso(citation.date)
        if act and act.date and day and day != act.date and _is_meant(act, day):
            known_day = shown(act.date)
            yield found(
                "C205", case=case, span=citation.span, number=act.number, date=shown(day), known=known_day
            )


def _is_meant(act: Act, day: date) -> bool:
    """Whether a citation of that day must be of this act: a number without a year is given anew each year, and a year
    that is not that of the number is another finding."""
    return act.date is not None and day.year == act.date.year


@rule("C301")
def had_ended(case: Case) -> Iterator[Finding]:
    """An act that was no longer in force when the document was signed."""
    on = judged_on(case)
    for citation in case.reading.citations:
        act = _act(citation)
        if on and act and act.ended and act.ended <= on and not _is_told(case, citation):
            yield found(
                "C301",
                case=case,
                span=citation.span,
                number=act.number,
                ended=shown(act.ended),
                heirs=_heirs(act),
            )


@rule("C302")
def has_ended(case: Case) -> Iterator[Finding]:
    """An act that was in force then and is no longer."""
    on = judged_on(case)
    for citation in case.reading.citations:
        act = _act(citation)
        if case.today is None or act is None or act.ended is None or act.ended > case.today:
            continue
        if on and act.ended <= on:
            continue
        yield found(
            "C302",
            case=case,
            span=citation.span,
            number=act.number,
            ended=shown(act.ended),
            heirs=_heirs(act),
        )


def _act(citation: Citation) -> Act | None:
    """What the register knows of the act that is cited: nothing where the number is of several."""
    acts = known(citation.number) if citation.number else ()
    return acts[0] if len(acts) == 1 else None


def _heirs(act: Act) -> str:
    return f"được thay bằng {listed(act.replaced_by)}" if act.replaced_by else "chưa rõ văn bản thay thế"


def _is_told(case: Case, citation: Citation) -> bool:
    """Whether the words around say themselves that the act is a matter of the past."""
    start, end = citation.span
    around = case.reading.text[max(0, start - _AROUND) : end + _AROUND]
    return citation.role != "basis" and form("check_words", name="told_as_ended").search(around) is not None


@rule("C401")
def no_date(case: Case) -> Iterator[Finding]:
    """A basis that is cited without its date."""
    code = case.reading.header.code or ""
    if _OF_YEAR.search(code) or re.match(r"\d*-", code):  # legal acts and the Party have other forms
        return
    for citation in case.reading.citations:
        if (
            citation.role != "basis"
            or citation.date
            or citation.type in ("Luật", "Bộ luật", "Pháp lệnh", None)
        ):
            continue
        start, end = citation.span
        behind = case.reading.text[start : end + _AROUND].split(";")[0]
        if not form("check_words", name="late_date").search(behind):
            yield found("C401", case=case, span=citation.span, type=citation.type, number=citation.number)
