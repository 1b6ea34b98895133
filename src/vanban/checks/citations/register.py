"""What the register of acts knows of an act that is cited."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from vanban.acts import Act, known
from vanban.checks.model import Case, Finding
from vanban.checks.registry import found, rule
from vanban.checks.wording import iso, judged_on, listed, shown
from vanban.grammar.lexicon import form
from vanban.model import Citation

_AROUND = 90


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
