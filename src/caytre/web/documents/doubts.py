"""What is not sure in a scan as a page lays it out: its pages, and the places that a person should look at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from caytre.documents.models import Document
from caytre.documents.queries.reading import Read
from caytre.documents.rules.doubts import (
    Box,
    Doubt,
    Leaf,
    around,
    doubts_of,
    how_sure,
    leaves_of,
    weightiest,
    within,
)
from caytre.web import wording
from vanban.jsonform import from_json
from vanban.marking import Mark, annotate, marks_of

LISTED = 12
_ROOM = 0.003  # of the page, between a word and its frame
_HIGH = 297 / 210  # of a page of A4, by which room is kept for a picture until it is there


@dataclass(frozen=True, slots=True)
class Spot:
    """A place to look at: its picture, the words as read, and the fact that stands on them.

    ``frame``: where the word lies in its picture, ``place``: on its page, both in percent: x, y, width, height.
    ``edit`` leads to the form of the fact, "" where the words belong to none; ``settled``: a person corrected it.
    """

    doubt: Doubt
    words: str
    paragraph: int
    picture: str
    height: int
    frame: Box
    place: Box
    sure: str
    fact: str = ""
    edit: str = ""
    settled: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a scan: its text with the marks, how sure its words are (""), how many of them are doubtful."""

    leaf: Leaf
    text: SafeString
    sure: str
    doubtful: int


class Scan:
    """A reading of a scan, laid out; of what is no scan there are no pages."""

    def __init__(self, document: Document, *, read: Read) -> None:
        self.document = document
        self.facts = read.facts
        self.text: str = read.facts.content["text"]
        self.leaves = leaves_of(read.facts.content)
        self._parsed = from_json(read.facts.content)
        marks = marks_of(self._parsed) if self.leaves else ()
        self.doubts = doubts_of(read.facts.content, marks=marks)

    def marked(self) -> SafeString:
        """The text with its facts and its doubtful words marked."""
        return mark_safe("\n".join(self._paragraphs()))  # noqa: S308 - escaped by vanban

    def _paragraphs(self) -> list[str]:
        doubtful = [Mark("doubt", doubt.key, doubt.span, _note(doubt)) for doubt in self.doubts]
        return annotate(self._parsed, also=doubtful).split("\n")

    def pages(self) -> list[Page]:
        """The pages in order; a paragraph that goes over to the next page stands on that where it begins."""
        ends = {leaf.number: leaf.end for leaf in self.leaves}
        texts: dict[int, list[str]] = {number: [] for number in ends}
        numbers = iter(ends)
        number = next(numbers, 0)
        for start, paragraph in self._placed():
            while number < len(ends) and start >= ends[number]:
                number = next(numbers)
            texts[number].append(paragraph)
        return [self._page(leaf, texts[leaf.number]) for leaf in self.leaves]

    def page(self, number: int) -> Page:
        """One page, with what is on it of paragraphs that began before it."""
        leaf = self.leaves[number - 1]
        lines = [
            (start, line, paragraph)
            for (start, paragraph), line in zip(self._placed(), self.text.split("\n"), strict=True)
        ]
        here = [one for start, line, one in lines if start < leaf.end and start + len(line) > leaf.start]
        return self._page(leaf, here)

    def _placed(self) -> Iterator[tuple[int, str]]:
        """Each paragraph with the place where it begins."""
        at = 0
        for line, paragraph in zip(self.text.split("\n"), self._paragraphs(), strict=True):
            yield at, paragraph
            at += len(line) + 1

    def _page(self, leaf: Leaf, paragraphs: Sequence[str]) -> Page:
        doubtful = sum(doubt.page == leaf.number for doubt in self.doubts)
        sure = said(leaf.confidence) if leaf.confidence < 1 or doubtful else ""
        return Page(leaf, mark_safe("\n".join(paragraphs)), sure, doubtful)  # noqa: S308 - escaped by vanban

    def spots(self, *, most: int = LISTED) -> list[Spot]:
        """The places that matter most, in the order of the text."""
        return [self._spot(doubt) for doubt in weightiest(self.doubts, most=most)]

    def spots_of_page(self, number: int) -> list[Spot]:
        """Every place on a page."""
        return [self._spot(doubt) for doubt in self.doubts if doubt.page == number]

    def spots_of_item(self, part: str, *, index: int) -> list[Spot]:
        """The places on the words of one item."""
        key = part if part == "header" else f"{part}.{index}"
        held = [doubt for doubt in self.doubts if doubt.mark and f"{doubt.mark.key}.".startswith(f"{key}.")]
        return [self._spot(doubt) for doubt in weightiest(held, most=LISTED)]

    def _spot(self, doubt: Doubt) -> Spot:
        start, end = doubt.span
        part = around(doubt.box)
        left, top, right, bottom = doubt.box
        frame = (left - _ROOM, top - _ROOM, right + _ROOM, bottom + _ROOM)
        address = reverse("picture", args=[self.document.pk, doubt.page])
        ratio = _HIGH * (part[3] - part[1]) / ((part[2] - part[0]) or 1)
        fact, edit, settled = self._fact(doubt.mark) if doubt.mark else ("", "", False)
        return Spot(
            doubt, self.text[start:end], self.text.rfind("\n", 0, start) + 1, f"{address}?box={written(part)}",
            max(1, round(320 * ratio)), _percent(within(frame, part=part)), _percent(frame),
            said(doubt.confidence), fact, edit, settled,
        )  # fmt: skip

    def _fact(self, mark: Mark) -> tuple[str, str, bool]:
        """Which fact it is, where it is corrected, and whether a person did so."""
        part, *rest = mark.key.split(".")
        index, field = (0, rest[0]) if part == "header" else (int(rest[0]), rest[1] if rest[1:] else "")
        path = f"header.{field}" if part == "header" else f"{part}.{index}.{field}".rstrip(".")
        label = f"{wording.PARTS[part]}: {wording.FIELDS[field]}" if field else str(wording.PARTS[part])
        edit = reverse("edit", args=[self.document.pk, part, index])
        return label, edit, path in self.facts.corrected


def _percent(box: Box) -> Box:
    """A box as x, y, width and height in percent."""
    left, top, right, bottom = (100 * at for at in box)
    return round(left, 2), round(top, 2), round(right - left, 2), round(bottom - top, 2)


def written(box: Box) -> str:
    """A box as an address has it."""
    return ",".join(f"{at:.4f}" for at in box)


def said(confidence: float) -> str:
    """How sure something is, in words and percent."""
    return f"{wording.SURE[how_sure(confidence)]} ({round(100 * confidence)}%)"


def _note(doubt: Doubt) -> str:
    """What is said about a doubtful word where it stands in the text."""
    if doubt.was is None:
        return _("Chữ quét, máy đọc %(sure)s.") % {"sure": said(doubt.confidence)}
    return _("Máy đọc là “%(was)s”, sửa thành chữ này; %(sure)s.") % {
        "was": doubt.was, "sure": said(doubt.confidence),
    }  # fmt: skip
