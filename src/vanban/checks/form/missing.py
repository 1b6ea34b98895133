"""What every document has to have and this one has not.

A text from a web page often lost its letterhead or its foot. A component is missed only where others that stand
beside it came with the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.checks.model import Case, Finding
from vanban.checks.parts import Style, asked, at_end, head_rows, is_stamped, rows_of, seen_of
from vanban.checks.registry import found
from vanban.grammar.lexicon import form, letterhead
from vanban.model import Span

_NUMBER, _DATE = re.compile(r"Số\s*:", re.IGNORECASE), re.compile(r"ngày.{0,20}tháng", re.IGNORECASE)
_FOOT = re.compile(r"Nơi nhận|Lưu\s*:|(?:TM|KT|TL|TUQ)\.|T/M|K/T|T/L")
_LAST = 2500  # signs at the end of a text in which a foot stands that was not taken apart
_BELOW = 12  # lines below the type in which a number or a date that stands there too late is looked for


@asked("F101")
def no_issuer(case: Case, *, style: Style) -> Iterator[Finding]:
    """Motto and number, and nobody who issues."""
    seen = seen_of(case.reading)
    if case.reading.header.issuer is None and seen.nation and seen.number:
        yield found("F101", case=case, span=(0, 0))


@asked("F102")
def no_number(case: Case, *, style: Style) -> Iterator[Finding]:
    """A letterhead without a line "Số:"."""
    seen = seen_of(case.reading)
    if not seen.place or not seen.whole or seen.number or case.reading.header.code or _has_own_head(case):
        return
    if not _late(case, "number") and not _in_head(case, _NUMBER):
        yield found("F102", case=case, span=_head_end(case))


@asked("F103")
def blank_number(case: Case, *, style: Style) -> Iterator[Finding]:
    """ "Số:   /KH-UBND"."""
    code, span = case.reading.header.code, case.reading.header.spans.get("code")
    if code and span and not code[0].isdigit() and not is_stamped(case.reading):
        yield found("F103", case=case, span=span, code=code)


@asked("F104")
def no_date(case: Case, *, style: Style) -> Iterator[Finding]:
    """A letterhead without the line of place and date."""
    seen = seen_of(case.reading)
    if not seen.number or not seen.whole or seen.place or case.reading.header.date or _has_own_head(case):
        return
    if not _late(case, "place") and not _in_head(case, _DATE):
        yield found("F104", case=case, span=_head_end(case))


@asked("F105")
def blank_date(case: Case, *, style: Style) -> Iterator[Finding]:
    """ "ngày   tháng 8 năm 2030"."""
    header = case.reading.header
    place = seen_of(case.reading).place
    if place is None or is_stamped(case.reading) or (header.date and len(header.date) == len("2030-01-01")):
        return
    blank = "ngày" if header.date and len(header.date) == len("2030-01") else "ngày, tháng"
    yield found("F105", case=case, span=header.spans.get("date", place.span), blank=blank)


@asked("F106")
def no_type(case: Case, *, style: Style) -> Iterator[Finding]:
    """Neither a type in capitals nor the "Kính gửi" of a letter."""
    seen = seen_of(case.reading)
    if case.reading.header.type is None and seen.number and seen.place:
        yield found("F106", case=case, span=_head_end(case))


@asked("F107")
def no_title(case: Case, *, style: Style) -> Iterator[Finding]:
    """A type and no words on what the document is about."""
    header = case.reading.header
    if header.type and not header.title and seen_of(case.reading).whole and not _has_own_head(case):
        start, end = header.spans["type"]
        yield found("F107", case=case, span=(start, end), type=header.type)


@asked("F108")
def no_signature(case: Case, *, style: Style) -> Iterator[Finding]:
    """Nobody signs: recipients without a signature, or a whole letterhead and no foot."""
    header = case.reading.header
    if not _has_foot(case) or header.signatory and (header.signatory.name or header.signatory.position):
        return
    if header.recipients or _whole_head(case):
        yield found("F108", case=case, span=header.spans.get("recipients", at_end(case)))


@asked("F109")
def no_recipients(case: Case, *, style: Style) -> Iterator[Finding]:
    """A signature without recipients, or a whole letterhead and no foot."""
    header = case.reading.header
    if header.recipients or not _has_foot(case):
        return
    if header.signatory or _whole_head(case):
        yield found("F109", case=case, span=at_end(case))


@asked("F110")
def no_motto(case: Case, *, style: Style) -> Iterator[Finding]:
    """Issuer, number and date in the letterhead, and neither country and motto nor the Party's name."""
    seen = seen_of(case.reading)
    if style and seen.nation is None and seen.issuer and seen.number and seen.place:
        what = "Quốc hiệu, Tiêu ngữ" if style == "nd30" else "tiêu đề “ĐẢNG CỘNG SẢN VIỆT NAM”"
        yield found("F110", case=case, span=(0, 0), what=what)


@asked("F115")
def late(case: Case, *, style: Style) -> Iterator[Finding]:
    """A number or a date below the type, where they belong above it."""
    for key, name in (("number", "Số, ký hiệu"), ("place", "Địa danh và thời gian ban hành")):
        span = _late(case, key)
        if span:
            yield found("F115", case=case, span=span, what=name)


@asked("F119")
def no_copy_kept(case: Case, *, style: Style) -> Iterator[Finding]:
    """Recipients without the line that says who keeps a copy."""
    header = case.reading.header
    if len(header.recipients) < 2 or style is None:
        return
    if not any("lưu" in name.lower() for name in header.recipients):
        yield found("F119", case=case, span=header.spans["recipients"])


def _has_foot(case: Case) -> bool:
    """Whether a foot is to be expected."""
    text, kind = case.reading.text, case.reading.header.type
    if kind is None or _has_own_head(case):
        return False
    header = case.reading.header
    unread = not (header.recipients or header.signatory) and _FOOT.search(text, max(0, len(text) - _LAST))
    return not unread


def _has_own_head(case: Case) -> bool:
    """Laws, contracts, and rules that are carried by a decision."""
    return form("checks", name="without_foot").match(case.reading.header.type or "") is not None


def _in_head(case: Case, words: re.Pattern[str]) -> bool:
    """Whether a line of the head holds these words, together with others."""
    return any(words.search(row.text) for row in head_rows(case.reading))


def _whole_head(case: Case) -> bool:
    seen = seen_of(case.reading)
    return bool(seen.nation and seen.number and seen.place)


def _head_end(case: Case) -> Span:
    rows = head_rows(case.reading)
    return (rows[0].span[0], rows[0].span[1]) if rows else (0, 0)


def _late(case: Case, key: str) -> Span | None:
    """Where a line of the letterhead stands below the type and the title, None where it does not."""
    spans = case.reading.header.spans
    seen = seen_of(case.reading)
    if "type" not in spans or case.reading.header.type == "Công văn" or not (seen.nation or seen.issuer):
        return None
    if (seen.number if key == "number" else seen.place) is not None:
        return None
    below = list(rows_of(case.reading.text, start=spans["type"][1], end=spans["type"][1] + 2000))[:_BELOW]
    return next((row.span for row in below if letterhead(key).match(row.text)), None)
