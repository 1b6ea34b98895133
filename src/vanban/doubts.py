"""Which words of a reading came from a picture and are not sure, and where on the picture they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from typing import NamedTuple

from vanban.files.scan.seen import Sheet, Word
from vanban.model import Document, Doubt, Page, Remark, Span
from vanban.remarks import remark

UNSURE = 0.6
"""A word that is less sure is a doubt, and so is one that was repaired,"""
CLEAR = 0.95
"""unless it is no part of a fact and its repair is as sure as this."""
_TOKEN = re.compile(r"\S+")
_PASSES = 3
_MOST = 6
_AROUND = 400
_FAINT = 0.8


Box = tuple[float, float, float, float]


class _Token(NamedTuple):
    text: str
    span: Span


def with_doubts(document: Document, *, sheets: Sequence[Sheet]) -> Document:
    """The reading of a scan with what is not sure in it."""
    facts = sorted(_facts(document))
    found = _doubts_of(document.text, document.pages, sheets)
    doubts = tuple(one for one in found if one.confidence < CLEAR or _is_in(one, facts))
    pages = document.pages
    if len(pages) == len(sheets):
        pages = tuple(
            page._replace(confidence=round(sheet.sure, 3)) for page, sheet in zip(pages, sheets, strict=True)
        )
    remarks = (remark("scan"), *_of_pages(sheets), *_of_facts(document.text, doubts, facts))
    said = (_by_hand(one, doubts) for one in document.warnings)
    return replace(document, pages=pages, doubts=doubts, warnings=(*said, *remarks))


def _by_hand(said: Remark, doubts: Sequence[Doubt]) -> Remark:
    """A number that is missing where something else was recognised was written by hand."""
    if (
        said.code == "blank-number"
        and said.span
        and any(one.was and _is_in(one, [said.span]) for one in doubts)
    ):
        return remark("number-by-hand", span=said.span)
    return said


def _of_pages(sheets: Sequence[Sheet]) -> Iterator[Remark]:
    for sheet in sheets:
        if sheet.unread:
            yield remark("unread-page", page=str(sheet.number))
        elif sheet.sure < _FAINT:
            yield remark("faint-page", page=str(sheet.number), share=_share(sheet.sure))


def _of_facts(text: str, doubts: Sequence[Doubt], facts: Sequence[Span]) -> Iterator[Remark]:
    """What is doubtful in what the reading says; the other words of the text are only marked."""
    for doubt in doubts:
        if _is_in(doubt, facts):
            code = "unsure" if doubt.was is None else "repaired"
            now, share = text[slice(*doubt.span)], _share(doubt.confidence)
            yield remark(code, span=doubt.span, now=now, was=doubt.was or "", share=share)


def _is_in(doubt: Doubt, facts: Sequence[Span]) -> bool:
    return any(start < doubt.span[1] and doubt.span[0] < end for start, end in facts)


def _is_doubtful(word: Word) -> bool:
    """Not sure, or repaired in more than its bullet or comma."""
    said = _letters(word.text)
    return bool(said) and (word.sure < UNSURE or word.was is not None and _letters(word.was) != said)


def _letters(text: str) -> str:
    return "".join(sign for sign in text if sign.isalnum())


def _facts(document: Document) -> Iterator[Span]:
    """Where the facts stand that are names, numbers and times."""
    yield from document.header.spans.values()
    for citation in document.citations:
        yield from citation.mentions or (citation.span,)
    for task in document.tasks:
        units = (*task.lead, *task.coordinators)
        yield from (unit.span for unit in units if unit.span)
        if task.time and task.time.span:
            yield task.time.span


def _share(sure: float) -> str:
    return str(round(100 * sure))


def _doubts_of(text: str, pages: Sequence[Page], sheets: Sequence[Sheet]) -> tuple[Doubt, ...]:
    found: list[Doubt] = []
    for sheet, page in zip(sheets, _whole(pages, len(sheets), len(text)), strict=True):
        if sheet.words:
            found += _on_page(text, page, sheet)
    return tuple(sorted(found))


def _whole(pages: Sequence[Page], count: int, end: int) -> list[Page]:
    """Where the words of each page can stand; those of a page without text of its own went on from one before."""
    if len(pages) != count:
        return [Page(0, end)] * count
    found: list[Page] = []
    last = 0
    for page in pages:
        last = page.start if page.end > page.start else last
        found.append(Page(max(last - _AROUND, 0), min(page.end + _AROUND, end)))
    return found


def _on_page(text: str, page: Page, sheet: Sheet) -> Iterator[Doubt]:
    """Words and text are matched in order; what stands elsewhere, as columns do, in a second pass or third."""
    tokens = [_Token(one[0], one.span()) for one in _TOKEN.finditer(text, page.start, page.end)]
    words = list(sheet.words)
    for last in (False,) * (_PASSES - 1) + (True,):
        matcher = SequenceMatcher(
            None, [word.text for word in words], [one.text for one in tokens], autojunk=False
        )
        left: list[Word] = []
        over: list[_Token] = []
        for what, a, b, c, d in matcher.get_opcodes():
            if what == "equal" or what == "replace" and _are_alike(words[a:b], tokens[c:d], last=last):
                yield from _matched(words[a:b], tokens[c:d], text, sheet)
            else:
                left += words[a:b]
                over += tokens[c:d]
        words, tokens = left, over
        if not words or not tokens:
            return


def _matched(words: list[Word], tokens: list[_Token], text: str, sheet: Sheet) -> Iterator[Doubt]:
    """The doubts of words and the tokens of the text that they became, one for one where they are the same."""
    if [word.text for word in words] == [token.text for token in tokens]:
        for word, token in zip(words, tokens, strict=True):
            if _is_doubtful(word):
                yield _doubt([word], token.span, sheet, word.was)
        return
    span = (tokens[0].span[0], tokens[-1].span[1])
    was = " ".join(word.was or word.text for word in words)
    if _letters(was) != _letters(text[slice(*span)]) or min(word.sure for word in words) < UNSURE:
        yield _doubt(words, span, sheet, was)


def _are_alike(words: list[Word], tokens: list[_Token], *, last: bool) -> bool:
    """True where a few words of the text are those of the picture, repaired."""
    if len(words) > _MOST or len(tokens) > _MOST:
        return False
    was, now = "".join(word.text for word in words), "".join(token.text for token in tokens)
    return SequenceMatcher(None, was, now, autojunk=False).ratio() > (0.5 if last else 0.7)


def _doubt(words: list[Word], span: Span, sheet: Sheet, was: str | None) -> Doubt:
    left, top = min(word.left for word in words), min(word.top for word in words)
    right, bottom = max(word.right for word in words), max(word.bottom for word in words)
    wide, high = sheet.width or 1.0, sheet.height or 1.0
    box = _as_filed((left / wide, top / high, right / wide, bottom / high), sheet.turn)
    return Doubt(span, sheet.number, box, min(word.sure for word in words), was)


def _as_filed(box: Box, turn: int) -> Box:
    """A place on a page that was turned to stand upright, as it lies in the file."""
    left, top, right, bottom = box
    if turn == 90:
        box = (1 - bottom, left, 1 - top, right)
    elif turn == 180:
        box = (1 - right, 1 - bottom, 1 - left, 1 - top)
    elif turn == 270:
        box = (top, 1 - right, bottom, 1 - left)
    left, top, right, bottom = (round(min(max(share, 0.0), 1.0), 4) for share in box)
    return left, top, right, bottom
