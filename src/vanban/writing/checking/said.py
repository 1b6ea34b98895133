"""What a check found, in stable codes and in the words of officials."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from vanban.writing.styles import Range, Style


class Finding(NamedTuple):
    """One fault of form. ``component`` is a key of the style ("title") or "page", "margin_left", …;
    ``words`` begin the first line that has the fault, "" for a page."""

    component: str
    code: str
    found: str
    allowed: str
    text: str
    words: str = ""


def finding(component: str, *, code: str, found: str, allowed: str, style: Style, words: str = "") -> Finding:
    """A finding with its sentence."""
    name = name_of(component, style=style)
    text = wording()["codes"][code].format(name=name, found=found, allowed=allowed)
    return Finding(component, code, found, allowed, text, words[:60])


def name_of(component: str, *, style: Style) -> str:
    """What officials call a component of a style, or a part of the page."""
    known = style.components.get(component)
    name: str = known.name if known else wording()["names"][component]
    return name


@cache
def wording() -> dict[str, Any]:
    """The sentences and the words in them."""
    return tomllib.loads(files("vanban.data").joinpath("layout.toml").read_text(encoding="utf-8"))


def said(key: str) -> str:
    """A word of a finding."""
    word: str = wording()["said"][key]
    return word


def number(value: float) -> str:
    """As Vietnamese writes it: "12,7"."""
    return f"{round(value, 2):g}".replace(".", ",")


def within(limits: Range, *, unit: str) -> str:
    """ "13 đến 14 pt", or "11 pt"."""
    if limits.least == limits.most:
        return f"{number(limits.least)} {unit}"
    return f"{number(limits.least)}{said('to')}{number(limits.most)} {unit}".rstrip()
