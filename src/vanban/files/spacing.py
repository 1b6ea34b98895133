"""Where a paragraph of a PDF ends: seen from the places of its lines, since the file does not say."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from vanban.files.blocks import Block, Paragraph, Table, run_on
from vanban.files.degrees import degree_of
from vanban.files.rows import Piece
from vanban.grammar.lexicon import letterhead, says_what
from vanban.grammar.markers import starts_item

_NEAR = 4.0
_LONGEST = 400  # no paragraph has more lines
_WIDER = 1.25  # a gap between lines that is wider than the usual one by so much parts paragraphs
_MANY = 5  # so many lines show a page's own margins
_INDENT = 12.0
_RAGGED = 40.0  # unjustified lines end about so far from each other
_SEEN, _SHARE, _ENOUGH = 5, 0.9, 60  # a style shows in so many places, in so many of them; no more are asked
_ENDS = (".", ";", ":")
_ALONE, _AUTHORITY = letterhead("stands_alone"), letterhead("authority")
says_what("")  # reads its tables now, since the child opens no file later

Page = list[Piece | Table]


@dataclass(slots=True)
class Margins:
    """Between which edges the lines of a page run, and how far apart they stand most often; in points."""

    left: float = 0.0
    right: float = 0.0
    gap: float = 0.0

    def ends(self, above: Piece, below: Piece) -> bool:
        """True where the first word of the line below would have fitted on the one above."""
        letter = (below.right - below.left) / max(len(below.text), 1)
        word = letter * (len(below.text.split(" ", 1)[0]) + 1)
        room = self.right - self.left - (above.right - above.left)
        return room > word + letter and above.right + word < self.right - letter

    def is_wide(self, above: Piece, below: Piece) -> bool:
        return above.base - below.base > _WIDER * self.gap

    def is_indented(self, line: Piece) -> bool:
        return line.left > self.left + _INDENT

    def are_centered(self, above: Piece, below: Piece) -> bool:
        """Two lines around one middle, neither of them a full one."""
        if (
            below.right > self.right - _NEAR
            or abs(above.left + above.right - below.left - below.right) > 2 * _NEAR
        ):
            return False
        off = abs(above.left + above.right - self.left - self.right) / 2
        return abs(above.left - below.left) > _NEAR or off < _NEAR and above.left > self.left + 3 * _INDENT


@dataclass(slots=True)
class Style:
    """How a document shows where its paragraphs begin: after a wider gap, with an indent."""

    spaced: bool
    indented: bool

    def between(self, above: Piece, below: Piece, margins: Margins, *, turned: bool) -> bool | None:
        """True where a paragraph ends between two lines, False where it goes on, None where it does not show.

        ``turned``: the page turns between them.
        """
        if degree_of(above.text) or degree_of(below.text):
            return True
        open_ended = not above.text.endswith(_ENDS)
        if not turned and margins.is_wide(above, below):
            return True
        bracket = below.text[0] == "(" and above.text.isupper()  # what stands below a title
        if bracket or margins.are_centered(above, below):
            return False if _are_one(above.text, below.text) else None
        if above.text[-1] == "-":
            return None
        if self.indented and margins.is_indented(below) and not open_ended or margins.ends(above, below):
            return True
        if self.spaced and (not turned or open_ended and not starts_item(below.text)):
            return False
        if self.indented and not margins.is_indented(below):
            return False if open_ended or not starts_item(below.text) else None
        return None


def parted(pages: list[Page]) -> list[Block]:
    """The lines of all pages as paragraphs, with a blank one wherever a paragraph ends.

    Where it does not show whether a line goes on, each line is a paragraph.
    """
    margins = _margins_of(pages)
    style = _style_of(pages, margins)
    blocks: list[Block] = []
    run: list[str] = []
    start = 1
    above: Piece | None = None

    def close() -> None:
        if run:
            blocks.append(Paragraph(run_on(run), start))
            run.clear()

    for number, (page, edges) in enumerate(zip(pages, margins, strict=True), 1):
        turned = True
        for item in page:
            if isinstance(item, Table) or not any(map(str.isalnum, item.text)):
                close()
                blocks.append(item if isinstance(item, Table) else Paragraph("", number))
                above = None
                continue
            ends = style.between(above, item, edges, turned=turned) if above else None
            if ends is not False or len(run) == _LONGEST:
                close()
                start = number
            if ends:
                blocks.append(Paragraph("", number))
            run.append(item.text)
            above, turned = item, False
    close()
    return blocks


def _are_one(above: str, below: str) -> bool:
    """Two centered lines that are one title: neither says what the document, an annex or a post is."""
    if below.isupper() is not above.isupper() or below[0] == "(" or starts_item(below) or starts_item(above):
        return False
    if any(says_what(text) or _AUTHORITY.match(text) for text in (above, below)):
        return False
    return not _ALONE.match(below)


def _margins_of(pages: list[Page]) -> list[Margins]:
    """The margins of each page; a short page has those of the one before.

    Where most lines of a page are paragraphs, how far apart they stand elsewhere holds.
    """
    margins: list[Margins] = []
    everywhere = _gap([item for page in pages for item in page if isinstance(item, Piece)])
    for page in pages:
        lines = [item for item in page if isinstance(item, Piece)]
        if len(lines) < _MANY and margins:
            margins.append(margins[-1])
            continue
        right = _edge(sorted((line.right for line in lines), reverse=True))
        left = min((line.left for line in lines if line.right >= right - _NEAR), default=0.0)
        gap = _gap(lines)
        margins.append(Margins(left, right, everywhere if gap > _WIDER * everywhere else gap))
    return margins


def _gap(lines: list[Piece]) -> float:
    """How far apart lines stand most often."""
    gaps = Counter(round(gap) for one, other in pairwise(lines) if (gap := one.base - other.base) > _NEAR)
    return max(gaps, key=lambda gap: (gaps[gap], -gap), default=0)


def _edge(rights: list[float]) -> float:
    """How far lines reach, the furthest first: where many end at one place, it is that, else near the furthest."""
    for within, count in ((_NEAR, max(len(rights) // 3, 3)), (_RAGGED, 3)):
        for far, last in zip(rights, rights[count - 1 :], strict=False):
            if far - last <= within:
                return far
    return rights[0] if rights else 0.0


def _style_of(pages: list[Page], margins: list[Margins]) -> Style:
    ended: list[bool] = []
    items: list[bool] = []
    for page, edges in zip(pages, margins, strict=True):
        for above, below in pairwise(page):
            if isinstance(above, Table) or isinstance(below, Table):
                continue
            if edges.ends(above, below) and not edges.are_centered(above, below):
                ended.append(edges.is_wide(above, below))
                if starts_item(below.text):
                    items.append(edges.is_indented(below))
        if len(ended) > _ENOUGH and len(items) > _SEEN:
            break
    return Style(spaced=_shows(ended), indented=_shows(items))


def _shows(seen: list[bool]) -> bool:
    return len(seen) >= _SEEN and sum(seen) >= _SHARE * len(seen)
