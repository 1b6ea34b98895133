"""How the components of form are written: motto, number, date, marks of signing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.checks.model import Case, Finding
from vanban.checks.parts import Style, asked, head_rows, rows_of, seen_of
from vanban.checks.registry import found
from vanban.grammar.lexicon import form, table
from vanban.writing import styles

_LABEL = re.compile(r"Số\s*:|Số", re.IGNORECASE)
_ONE_DIGIT = re.compile(r"[1-9][/-]")
_NO_ZERO = re.compile(r"ngày\s+(?P<d>\d)\s+tháng|tháng\s+(?P<m>[12])\s+năm")
_OTHER_MARK = {"nd30": "party_mark", "hd36": "state_mark"}


@asked("F111")
def motto(case: Case, *, style: Style) -> Iterator[Finding]:
    """Country and motto in other letters or signs than the act gives."""
    if style != "nd30":
        return
    motto = styles.style_of(style).components["motto"].words or ""
    for row in head_rows(case.reading):
        said = form("checks", name="motto").search(row.text)
        if said and said.group() != motto:
            span = (row.span[0] + said.start(), row.span[0] + said.end())
            yield found("F111", case=case, span=span, suggestion=motto, what="Tiêu ngữ", asked=motto)


@asked("F112")
def number(case: Case, *, style: Style) -> Iterator[Finding]:
    """ "1468/QĐ/TTg" for "1468/QĐ-TTg"; the number of a state document in the Party's form, and the other way."""
    code, span = case.reading.header.code, case.reading.header.spans.get("code")
    if not code or span is None or style is None:
        return
    right = form("checks", name="state_number" if style == "nd30" else "party_number")
    mixed = form("checks", name="mixed_number").fullmatch(code)
    if right.fullmatch(code) or mixed is None:
        return
    n, year, kind, body = mixed["n"], mixed["y"] or "", mixed["type"], mixed["body"]
    mended = f"{n}{year}/{kind}-{body}" if style == "nd30" else f"{n}-{kind}/{body}"
    yield found("F112", case=case, span=span, suggestion=mended, code=code, mended=mended)


@asked("F113")
def zeros(case: Case, *, style: Style) -> Iterator[Finding]:
    """ "ngày 5 tháng 1": days below ten and the months one and two have two digits."""
    place = seen_of(case.reading).place
    if place is None:
        return
    for one in _NO_ZERO.finditer(place.text):
        group = "d" if one["d"] else "m"
        start, end = one.span(group)
        span = (place.span[0] + start, place.span[0] + end)
        mended = f"0{one[group]}"
        said = f"ngày {one['d']}" if one["d"] else f"tháng {one['m']}"
        asked = said[:-1] + mended
        yield found("F113", case=case, span=span, suggestion=mended, said=said, asked=asked)


@asked("F114")
def marks(case: Case, *, style: Style) -> Iterator[Finding]:
    """ "T/M" under a state document, "TM." under one of the Party."""
    span = case.reading.header.spans.get("signatory")
    if span is None or style is None:
        return
    wrong = _OTHER_MARK[style]
    mended = table("checks")[wrong]["instead"]
    for row in rows_of(case.reading.text, start=span[0], end=span[1]):
        mark = form("checks", name=wrong).match(row.text)
        right = mended.get(mark.group().rstrip(". ")) if mark else None
        if mark and right:
            where = (row.span[0], row.span[0] + mark.end())
            yield found("F114", case=case, span=where, suggestion=right, mark=mark.group(), right=right)
            return


@asked("F116")
def label(case: Case, *, style: Style) -> Iterator[Finding]:
    """ "Số:" has a colon in state documents."""
    row = seen_of(case.reading).number
    said = _LABEL.match(row.text) if row else None
    if row is None or said is None or style != "nd30":
        return
    if not said.group().endswith(":"):
        span = (row.span[0], row.span[0] + said.end())
        yield found("F116", case=case, span=span, suggestion="Số:", said=said.group())


@asked("F117")
def one_digit(case: Case, *, style: Style) -> Iterator[Finding]:
    """ "Số: 5/KH-UBND" for "05/KH-UBND"."""
    code, span = case.reading.header.code, case.reading.header.spans.get("code")
    if not code or span is None or style is None:
        return
    if _ONE_DIGIT.match(code):
        yield found("F117", case=case, span=span, suggestion=f"0{code}", code=code, asked=f"0{code}")


@asked("F118")
def deputy(case: Case, *, style: Style) -> Iterator[Finding]:
    """A deputy who signs for the head of an agency has "KT." above the post."""
    signatory, span = case.reading.header.signatory, case.reading.header.spans.get("signatory")
    if signatory is None or span is None or style != "nd30":
        return
    marked = signatory.authority
    if not (signatory.position or "").startswith("Phó ") or any(map(_stands_for, marked)):
        return
    if all(form("checks", name="collective").match(one) for one in marked):
        yield found("F118", case=case, span=span, position=signatory.position or "")


def _stands_for(mark: str) -> bool:
    return form("checks", name="for_another").match(mark) is not None
