"""Family S: how a document is built: its numbering, its annexes, its sections, and whether a plan says who reports."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from vanban.checks.model import Case, Finding
from vanban.checks.numbering import Slip, called, late_start, name_of, number_of, slips_of
from vanban.checks.parts import at_end, body_span, is_scan, rows_of, seen_of
from vanban.checks.registry import found, rule
from vanban.grammar.lexicon import form, letterhead
from vanban.grammar.markers import mark_of
from vanban.model import Document, Section

_FEW = 3  # tasks; a plan of fewer is an invitation or a cover
_ACTS = re.compile(r"số\s+\d+[^\s,;]*[/-]", re.IGNORECASE)


@rule("S101")
def gap(case: Case) -> Iterator[Finding]:
    """ "II." and then "IV."."""
    for slip in _slips(case):
        if slip.missing:
            kind = slip.after.kind
            missing = ", ".join(called(one, kind=kind) for one in slip.missing)
            yield _of(slip, "S101", case, missing=missing)


@rule("S102")
def repeat(case: Case) -> Iterator[Finding]:
    """ "IV." twice in one list."""
    for slip in _slips(case):
        if not slip.missing:
            yield _of(slip, "S102", case)


def _slips(case: Case) -> Iterator[Slip]:
    if not is_scan(case.reading):
        yield from slips_of(case.reading)


def _of(slip: Slip, code: str, case: Case, **words: str) -> Finding:
    under = f" (trong {slip.under})" if slip.under else ""
    start, end = slip.after.row.span
    span = (start, min(end, start + 80))
    return found(
        code,
        case=case,
        span=span,
        before=name_of(slip.before),
        after=name_of(slip.after),
        under=under,
        **words,
    )


@rule("S103")
def annex_missing(case: Case) -> Iterator[Finding]:
    """An annex of its own that the document announces and that does not stand in the file; each is named once."""
    reading = case.reading
    if reading.header.type is None:
        return
    labels = _annex_labels(reading)
    start, end = body_span(reading)
    said: set[str] = set()
    for one in form("checks", name="announced").finditer(reading.text, start, end):
        label = (one["n"] or "").split()[-1:]
        what = " ".join([one["what"].capitalize(), *label])
        after = reading.text[one.end() : one.end() + 60]
        if _others(one["whose"] or "", after) or _quoted(reading.text[start : one.start()]):
            continue
        if what not in said and _is_absent(label, labels=labels, attached=bool(reading.attachments)):
            said.add(what)
            yield found("S103", case=case, span=one.span(), what=what)


def _is_absent(label: list[str], *, labels: set[int], attached: bool) -> bool:
    """Whether an annex is not there: none is, or all have numbers, and this number is not among them."""
    if not labels:
        return not attached
    return bool(label) and 0 not in labels and number_of(label[0]) not in labels


def _others(whose: str, after: str) -> bool:
    """Whether an annex is that of another act: "kèm theo Thông tư số 5/2030/TT-BNV"."""
    if not whose:
        return _ACTS.match(after.lstrip()) is not None
    return not (form("checks", name="own").search(whose) or after.lstrip().startswith("này"))


def _quoted(before: str) -> bool:
    """Whether a quotation is open: what an act puts into another is no annex of its own."""
    return before.count("“") > before.count("”")


def _annex_labels(reading: Document) -> set[int]:
    """The numbers of the annexes that begin below the body (2 for "II"), 0 for one without."""
    _, end = body_span(reading)
    below = rows_of(reading.text, start=end, end=len(reading.text))
    heads = (letterhead("annex").match(row.text) for row in below)
    return {number_of(head["n"] or "") for head in heads if head}


@rule("S104")
def annex_unannounced(case: Case) -> Iterator[Finding]:
    """An annex behind the foot of which the body says nothing."""
    reading = case.reading
    annexes = [one for one in reading.attachments if one.kind == "annex" and one.title]
    start, end = body_span(reading)
    if not annexes or form("checks", name="carries").search(reading.text, 0, end) or end <= start:
        return
    first = annexes[0]
    span = (first.span[0], min(first.span[1], first.span[0] + len(first.title)))
    yield found("S104", case=case, span=span, title=first.title[:80])


@rule("S105")
def empty_section(case: Case) -> Iterator[Finding]:
    """A heading with nothing under it before the next one of its level, or before the foot."""
    reading = case.reading
    if is_scan(reading):
        return
    _, end = body_span(reading)
    own = [one for one in reading.outline if one.span[1] <= end]
    for section, after in pairwise([*own, None]):
        if section is None or not _heads(reading, section) or after and after.level > section.level:
            continue
        below = reading.text[section.span[1] : _line_start(reading.text, after.span[0]) if after else end]
        if not any(sign.isalnum() for sign in below):
            name = _numbered(reading, section)
            yield found("S105", case=case, span=section.span, name=name, title=section.title)


def _heads(reading: Document, section: Section) -> bool:
    """Whether a section is more than an item of a list: it has a Roman number, a letter or a chapter's."""
    start = _line_start(reading.text, section.span[0])
    mark = mark_of(reading.text[start : section.span[1]])
    title = reading.text[slice(*section.span)]
    line = reading.text[start : section.span[1] + 80].split("\n")[0]
    high = mark.kind in ("part", "chapter", "division", "capital", "roman")
    return (
        high
        and title.isupper()
        and not title[0].isdigit()
        and not form("checks", name="carries").search(line)
    )


def _line_start(text: str, at: int) -> int:
    return text.rfind("\n", 0, at) + 1


def _numbered(reading: Document, section: Section) -> str:
    start = _line_start(reading.text, section.span[0])
    mark = mark_of(reading.text[start : section.span[1]])
    return called(mark.label.rpartition(" ")[2], kind=mark.kind)


@rule("S106")
def no_report_duty(case: Case) -> Iterator[Finding]:
    """A plan that says nowhere who reports on it."""
    reading = case.reading
    if not _is_plan(reading) or reading.reports:
        return
    start, end = body_span(reading)
    if form("checks", name="reporting").search(reading.text, _body_of_work(reading, start), end) is None:
        yield found("S106", case=case, span=at_end(case))


def _is_plan(reading: Document) -> bool:
    """A plan with tasks that came whole: a news item that tells of one may leave out who reports."""
    header = reading.header
    came = seen_of(reading).whole or header.recipients or header.signatory
    return header.type == "Kế hoạch" and len(reading.tasks) >= _FEW and bool(came)


def _body_of_work(reading: Document, start: int) -> int:
    """Where the sections of purpose end: what they cite is no duty."""
    return max(
        (one.span[1] for one in reading.outline if one.role == "purpose" and one.level == 1), default=start
    )


@rule("S107")
def nobody_does(case: Case) -> Iterator[Finding]:
    """A plan none of whose tasks says who does it."""
    reading = case.reading
    if not _is_plan(reading):
        return
    if not any(task.lead or task.coordinators for task in reading.tasks):
        yield found("S107", case=case, span=reading.header.spans["type"], count=len(reading.tasks))


@rule("S108")
def begins_late(case: Case) -> Iterator[Finding]:
    """The first section is "II."."""
    mark = None if is_scan(case.reading) else late_start(case.reading)
    if mark:
        start, end = mark.row.span
        yield found("S108", case=case, span=(start, min(end, start + 80)), first=name_of(mark))
