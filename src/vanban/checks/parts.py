"""Where in a reading its head, its body and its foot are, and whose form it has."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Literal, NamedTuple, Protocol

from vanban.checks.model import Case, Finding
from vanban.checks.registry import Rule, rule
from vanban.grammar.lexicon import form, letterhead
from vanban.model import Document, Span
from vanban.writing import styles

Style = Literal["nd30", "hd36"] | None
"""Whose form is asked: of the state, of the Party; None for bodies with a form of their own."""


class Asked(Protocol):
    """A rule of form."""

    def __call__(self, case: Case, *, style: Style) -> Iterator[Finding]: ...


_TOP = 25  # the head of a document has no more lines
_STATE, _PARTY = re.compile(r"\d*(?:/\d{4})?/[A-ZĐ]"), re.compile(r"\d*-[A-ZĐ]\w*/")


class Row(NamedTuple):
    """One line of the text."""

    text: str
    span: Span


class Seen(NamedTuple):
    """Which lines of the letterhead stand in the text; None where the source does not hold them."""

    nation: Row | None
    number: Row | None
    place: Row | None
    issuer: bool

    @property
    def whole(self) -> bool:
        """Whether the letterhead came with the text: two lines of it are seen, so the others should be too."""
        return sum(map(bool, self)) >= 2


def rows_of(text: str, *, start: int, end: int) -> Iterator[Row]:
    """The lines with words between two places."""
    at = start
    for line in text[start:end].split("\n"):
        if line.strip():
            yield Row(line, (at, at + len(line)))
        at += len(line) + 1


def head_rows(reading: Document) -> list[Row]:
    """The lines above the type, or the first ones where there is no type in capitals."""
    typed = reading.header.spans.get("type")
    end = typed[0] if typed and reading.header.type != "Công văn" else len(reading.text[:3000])
    return list(rows_of(reading.text, start=0, end=end))[:_TOP]


def seen_of(reading: Document) -> Seen:
    """What of the letterhead stands above the type."""
    head = head_rows(reading)
    issuer, typed = reading.header.spans.get("issuer"), reading.header.spans.get("type")
    return Seen(
        nation=_first(head, _nation()),
        number=_first(head, letterhead("number")),
        place=_first(head, letterhead("place")),
        issuer=issuer is not None and issuer[1] <= (typed[0] if typed else 3000),
    )


def _first(rows: list[Row], pattern: re.Pattern[str]) -> Row | None:
    return next((row for row in rows if pattern.search(row.text.strip())), None)


def _nation() -> re.Pattern[str]:
    motto, party = form("checks", name="motto").pattern, form("checks", name="party").pattern
    return re.compile(rf"CỘNG H(?:ÒA|OÀ) XÃ HỘI|{motto}|{party}")


def style_of(reading: Document) -> Style:
    """The form that the document has to have; None for bodies with a form of their own and where nothing tells."""
    head = "\n".join(row.text for row in head_rows(reading))
    issuer, code = reading.header.issuer or "", reading.header.code or ""
    if form("checks", name="party").search(head) or form("checks", name="party_issuer").match(issuer):
        return "hd36"
    if form("checks", name="other_issuer").search(issuer):
        return None
    if form("checks", name="motto").search(head) or _STATE.match(code):
        return "nd30"
    return "hd36" if _PARTY.match(code) and not issuer else None


def asked(code: str) -> Callable[[Asked], Rule]:
    """A rule of form: it is asked of words that were typed and of a document whose act was in force on its date."""

    def keep(function: Asked) -> Rule:
        def judge(case: Case) -> Iterator[Finding]:
            style = style_of(case.reading)
            early = style and case.on and case.on < styles.style_of(style).since
            if not early and not is_scan(case.reading):
                yield from function(case, style=style)

        return rule(code)(judge)

    return keep


def is_scan(reading: Document) -> bool:
    """Whether the words come from a picture: what is not there may only not have been recognised."""
    return any(remark.code in ("scan", "number-by-hand", "unread-page") for remark in reading.warnings)


def is_stamped(reading: Document) -> bool:
    """Whether number and day may stand on the page as a picture, so that a blank one may be none."""
    return is_scan(reading) or any(remark.code == "stamped" for remark in reading.warnings)


def body_span(reading: Document) -> Span:
    """Between the title and the foot, or what is attached first."""
    spans = reading.header.spans
    start = max((spans[key][1] for key in ("title", "type") if key in spans), default=0)
    after = [spans[key][0] for key in ("recipients", "signatory") if key in spans]
    after += [one.span[0] for one in reading.attachments]
    return start, min((at for at in after if at > start), default=len(reading.text))


def foot_start(reading: Document) -> int:
    """Where the foot should stand: behind the body."""
    return body_span(reading)[1]


def at_end(case: Case) -> Span:
    """An empty span behind the last word of the body."""
    end = foot_start(case.reading)
    end = len(case.reading.text[:end].rstrip())
    return end, end
