"""The forms that acts ask of a document, from ``data/styles.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any, Literal, NamedTuple

Letters = Literal["upper", "normal", "any"]
Align = Literal["left", "center", "justify"]


class Range(NamedTuple):
    """What is lawful, both ends included, and what is written; pt for sizes, mm for lengths."""

    least: float
    most: float
    usual: float

    def holds(self, value: float) -> bool:
        return self.least <= value <= self.most


@dataclass(frozen=True, slots=True)
class Component:
    """One component of form: ``box`` is its place in the act's drawing, ``name`` what officials call it.

    ``size`` is None where the component is no text. ``rule`` is the line drawn below or around it and ``ems`` how
    wide its fixed ``words`` are, in sizes of the letter. ``verified`` is False where no table of the act was seen.
    """

    key: str
    box: str
    name: str
    letters: Letters
    place: str
    source: str
    size: Range | None = None
    bold: bool = False
    italic: bool = False
    underline: bool = False
    align: Align = "left"
    rule: str | None = None
    ems: float = 0
    words: str | None = None
    colour: str | None = None
    verified: bool = True

    @property
    def usual(self) -> float:
        """The size that is written, pt."""
        if self.size is None:
            raise ValueError(f"{self.key} is no text")
        return self.size.usual


class Margins(NamedTuple):
    """The four margins, mm."""

    top: Range
    bottom: Range
    left: Range
    right: Range


class TextForm(NamedTuple):
    """How paragraphs of the body stand: lawful first-line indents (mm), space above (pt), lines."""

    indents: tuple[float, ...]
    indent: float
    before: Range
    line: Range


class NumberForm(NamedTuple):
    """ "Số: 12/KH-UBND" (state), "Số 12-KH/ĐU" (party): what stands before and after the number."""

    label: str
    joint: str


@dataclass(frozen=True, slots=True)
class Style:
    """One act's form of documents, in force from ``since``. ``marks``: authority marks and what they mean;
    ``urgency``: the words of a framed stamp and its width and height, mm; ``columns``: of the letterhead, mm."""

    key: str
    name: str
    act: str
    since: date
    font: str
    width: float
    height: float
    columns: tuple[float, float]
    margins: Margins
    text: TextForm
    number: NumberForm
    marks: Mapping[str, str]
    urgency: Mapping[str, tuple[float, float]]
    components: Mapping[str, Component]
    sources: Mapping[str, str]

    def __getitem__(self, key: str) -> Component:
        return self.components[key]

    @property
    def is_party(self) -> bool:
        return "party" in self.components


def style_of(key: str) -> Style:
    """The style "nd30" (state) or "hd36" (Party). Raises KeyError for another."""
    return _style(key)


def keys() -> tuple[str, ...]:
    """The keys of all styles."""
    return tuple(_data())


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(files("vanban.data").joinpath("styles.toml").read_text(encoding="utf-8"))


@cache
def _style(key: str) -> Style:
    row = _data()[key]
    text = row["text"]
    return Style(
        key=key,
        name=row["name"],
        act=row["act"],
        since=row["since"],
        font=row["font"],
        width=row["page"]["width"],
        height=row["page"]["height"],
        columns=tuple(row["columns"]),
        margins=Margins(**{side: Range(*one["range"]) for side, one in row["margins"].items()}),
        text=TextForm(tuple(text["indents"]), text["indent"], Range(*text["before"]), Range(*text["line"])),
        number=NumberForm(row["number"]["label"], row["number"]["joint"]),
        marks={mark: one["meaning"] for mark, one in row["marks"].items()},
        urgency={words: tuple(one["box"]) for words, one in row["urgency"].items()},
        components={name: _component(name, one) for name, one in row["component"].items()},
        sources=row["sources"],
    )


def _component(key: str, row: dict[str, Any]) -> Component:
    size = Range(*row["size"]) if "size" in row else None
    return Component(key=key, **(row | {"size": size}))
