"""Which line of a document is which component of form."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from vanban.grammar.header import begins_name
from vanban.grammar.lexicon import letterhead, type_line
from vanban.writing.checking.looks import Line
from vanban.writing.styles import Style

Known = tuple[str, Line]
NATION = "nation"
"""A line that names country and motto, or Party, with other words: it is there, and nothing more is said of it."""

_HEAD = 40  # the head of a document has no more lines
_FIXED = (
    ("country", re.compile(r"cộng h(?:òa|oà) xã hội chủ nghĩa việt nam", re.IGNORECASE)),
    ("motto", re.compile(r"độc lập\s*[-–]\s*tự do\s*[-–]\s*hạnh phúc", re.IGNORECASE)),
    ("party", re.compile(r"đảng cộng sản việt nam", re.IGNORECASE)),
    ("number", re.compile(r"Số\s*:?\s*[\d._…]*\s*(?:/\s*\d{4}\s*)?[-/–].*", re.IGNORECASE)),
    ("letter_title", re.compile(r"V/v\b.*", re.IGNORECASE)),
)
_NATION = re.compile(r"cộng h(?:òa|oà) xã hội|độc lập\s*[-–]|đảng cộng sản việt nam", re.IGNORECASE)
_OPENING = re.compile(r"[-–]?\s*Căn cứ\b|Kính gửi")
_CHAPTER = re.compile(r"(?:Phần|Chương|Mục)\s+(?:thứ\s+\w+|[IVXLC]+|\d+)\s*[.:]?", re.IGNORECASE)
_ARTICLE = re.compile(r"Điều\s+\d+[.:]")
_NAME = re.compile(r"(?:\w+\s+){1,5}\w+")
_DRAFTER = re.compile(r"[A-ZĐ]{1,5}\.?\s*\(\d+\)")
_ORDINAL = re.compile(r"(?:[IVXLC]+|\d+|[A-Za-zđ])[.)]|[-–+*]")


def recognise(lines: list[Line], *, style: Style) -> list[Known]:
    """The lines whose component is sure, with its key; the others are left out."""
    head = _body_at(lines)
    foot = next((at for at in range(head, len(lines)) if _opens_foot(lines[at])), len(lines))
    annex = next((at for at in range(head, len(lines)) if _opens_annex(lines[at])), len(lines))
    foot = min(foot, annex)
    return [
        *_head(lines[:head], style),
        *_body(lines[head:foot]),
        *_foot(lines[foot:annex]),
        *_annex(lines[annex:]),
    ]


def _body_at(lines: list[Line]) -> int:
    """The index of the first line after the head: behind the title, or behind the matter of a letter."""
    top = lines[:_HEAD]
    typed = next((at for at, line in enumerate(top) if _is_type(line)), None)
    if typed is not None:
        return typed + 1 + len(_titles(lines[typed + 1 :]))
    known = [at for at, line in enumerate(top) if _fixed(line) or _is_place(line)]
    return known[-1] + 1 if known else 0


def _is_type(line: Line) -> bool:
    found = type_line().match(line.text.upper())
    return found is not None and found["type"] is not None and letterhead("decides").match(line.text) is None


def _titles(lines: list[Line]) -> list[Line]:
    """The lines of the title: the first, and those that stand in the middle below it."""
    found: list[Line] = []
    for line in lines[:6]:
        if _OPENING.match(line.text) or not any(map(str.isalpha, line.text)):
            break
        if found and (line.stand.align != "center" or line.text.isupper() > found[-1].text.isupper()):
            break
        found.append(line)
    return found


def _fixed(line: Line) -> str | None:
    return next((key for key, pattern in _FIXED if pattern.fullmatch(line.text)), None)


def _is_place(line: Line) -> bool:
    return letterhead("place").match(line.text) is not None and not letterhead("preamble").match(line.text)


def _head(lines: list[Line], style: Style) -> Iterator[Known]:
    typed = next((at for at, line in enumerate(lines) if _is_type(line)), len(lines))
    yield from _issuers(lines[:typed], style)
    for line in lines[:typed]:
        key = _fixed(line)
        if key:
            yield key, line
        elif _is_place(line):
            yield "place_date", line
        elif line.text.upper() in style.urgency:
            yield "urgency", line
        elif _NATION.search(line.text):
            yield NATION, line
    for at, line in enumerate(lines[typed:]):
        yield ("title" if at else "type"), line


def _issuers(lines: list[Line], style: Style) -> Iterator[Known]:
    """The names above the number, in its column: the last is the issuer's, those before are of bodies above."""
    number = next((at for at, line in enumerate(lines) if _fixed(line) == "number"), len(lines))
    own = [line for line in lines[:number] if _fixed(line) is None and any(map(str.isalpha, line.text))]
    own = [line for line in own if line.text.upper() not in style.urgency and not _is_place(line)]
    own = [line for line in own if not _NATION.search(line.text)]
    names: list[list[Line]] = []
    for line in own:
        if names and not begins_name(line.text.upper()):
            names[-1].append(line)
        else:
            names.append([line])
    for at, name in enumerate(names):
        for line in name:
            yield ("issuer" if at == len(names) - 1 else "parent"), line


def _opens_foot(line: Line) -> bool:
    return letterhead("recipients").match(line.text) is not None or _is_authority(line)


def _is_authority(line: Line) -> bool:
    return line.text.isupper() and letterhead("authority").match(line.text) is not None


def _opens_annex(line: Line) -> bool:
    return line.stand.align == "center" and letterhead("annex").fullmatch(line.text) is not None


def _body(lines: Iterable[Line]) -> Iterator[Known]:
    for line in lines:
        if line.cell is not None or sum(map(str.isalpha, line.text)) < 3:
            continue
        yield _of_body(line), line


def _of_body(line: Line) -> str:
    if line.text.startswith("Kính gửi"):
        return "addressee"
    if line.text.startswith("Căn cứ ") and line.text.endswith((";", ".")):
        return "basis"
    if _ARTICLE.match(line.text):
        return "article"
    if line.stand.align == "center" and _CHAPTER.fullmatch(line.text):
        return "chapter"
    if line.stand.align == "center" and line.text.isupper():
        return "chapter_title"
    if all(look.bold for look in line.looks) and _ORDINAL.match(line.text):
        return "heading"
    return "body"


def _foot(lines: Iterable[Line]) -> Iterator[Known]:
    listing = signing = False
    for line in lines:
        if letterhead("recipients").match(line.text):
            listing, signing = True, False
            yield "recipients_label", line
        elif _is_authority(line):
            signing = True
            yield "authority", line
        elif _DRAFTER.fullmatch(line.text):
            yield "drafter", line
        elif line.text.isupper() and len(line.text) > 6:
            signing = True
            yield "position", line
        elif listing and line.text[0] in "-–":
            yield "recipients", line
        elif signing and _NAME.fullmatch(line.text):
            signing = False
            yield "signer", line


def _annex(lines: Iterable[Line]) -> Iterator[Known]:
    titled = False
    for line in lines:
        if line.cell is not None:
            yield ("annex_head" if line.first_row else "annex_cell"), line
            titled = True
        elif letterhead("annex").fullmatch(line.text):
            titled = False
            yield "annex_label", line
        elif letterhead("carried").match(line.text):
            titled = True
            yield "annex_carried", line
        elif not titled and line.stand.align == "center":
            yield "annex_title", line
