"""Whether two citations can both be right."""

from __future__ import annotations

import re
from datetime import date

from vanban.checks.wording import iso
from vanban.model import Citation

_OF_YEAR = re.compile(r"/((?:19|20)\d\d)/")
_TITLE = re.compile(
    r"\s*,?\s*(?:về|phê duyệt|ban hành|quy định|triển khai)\s+(?:việc\s+)?[“\"]?(?P<title>\w[^;.\n”\"]{40,})",
    re.IGNORECASE,
)
_LONG = 60


def titled(citation: Citation, *, text: str) -> str:
    """The beginning of what is said of the subject of an act behind its citation, "" where too little is."""
    title = _TITLE.match(text, citation.span[1])
    return " ".join(title["title"].casefold().split())[:_LONG] if title else ""


def cannot_both_be(one: Citation, *, other: Citation, text: str = "", other_text: str | None = None) -> bool:
    """Whether one number stands with two dates of which one must be wrong.

    Numbers without a year are given anew each year (those of the Party, each term): dates of two years may both be
    right unless the day, the month or the subject is the same. Bodies of two places have the same numbers.
    """
    first, second = iso(one.date), iso(other.date)
    if first is None or second is None or first == second or not same_issuer(one, other=other):
        return False
    if _OF_YEAR.search(one.number or "") or first.year == second.year or _is_slip(first, second):
        return True
    title = titled(one, text=text)
    return bool(title) and title == titled(other, text=text if other_text is None else other_text)


def _is_slip(first: date, second: date) -> bool:
    return (first.day, first.month) == (second.day, second.month)


def other_year_of(citation: Citation) -> str | None:
    """The year in the number, where the date is of another."""
    year = _OF_YEAR.search(citation.number or "")
    return year[1] if year and citation.date and citation.date[:4] != year[1] else None


def same_issuer(one: Citation, *, other: Citation) -> bool:
    """Whether nothing says that two citations are of acts of two bodies."""
    if not (one.issuer and other.issuer):
        return True
    first, second = one.issuer.casefold(), other.issuer.casefold()
    return first in second or second in first


def are_one(one: Citation, *, other: Citation) -> bool:
    """Whether two numbers of one type, day and subject can only be one act: of one body, with serials that differ by
    a slip of the hand (a digit changed, left out or put elsewhere) or signs that differ."""
    if one.number == other.number or not same_issuer(one, other=other):
        return False
    first, second = _serial(one.number), _serial(other.number)
    return first == second or sorted(first) == sorted(second) or _one_digit(first, second)


def _serial(number: str | None) -> str:
    found = re.match(r"0*(\d*)", number or "")
    return found[1] if found else ""


def _one_digit(first: str, second: str) -> bool:
    if len(first) == len(second):
        return sum(a != b for a, b in zip(first, second, strict=True)) == 1
    short, long = sorted((first, second), key=len)
    return len(long) == len(short) + 1 and any(long[:i] + long[i + 1 :] == short for i in range(len(long)))
