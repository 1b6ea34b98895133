"""The rules by their codes, and the page of each code.

A rule is a function over a :class:`Case` that yields findings of its own code. The page of a code is the file
``vanban/data/checks/CODE.toml``: what is asked, why, by which act and since when, a bad and a good example.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from vanban.checks.model import Case, Finding
from vanban.model import Span

Rule = Callable[[Case], Iterator[Finding]]
_rules: dict[str, Rule] = {}


@dataclass(frozen=True, slots=True)
class CodePage:
    """What is known of a code.

    ``message`` has {braces} that a finding fills. The law holds for documents of ``valid_from`` up to but not of
    ``valid_to``; None is without bound. ``verified``: seen in the gazette. ``bad`` and ``good`` are texts on which
    the rule finds something and nothing, seen from ``today`` where the rule asks for it. ``fixable``: a finding has
    a suggestion. ``looks``: what ``vanban.writing.check`` calls the fault, where the look of a .docx is judged and not
    its text; the examples then are words only.
    """

    code: str
    title: str
    message: str
    why: str
    rule: str
    source: str
    bad: str
    good: str
    do: str
    valid_from: date | None = None
    valid_to: date | None = None
    verified: bool = False
    fixable: bool = False
    looks: str = ""
    today: date | None = None

    def holds(self, on: date | None) -> bool:
        """Whether the law holds for a document of this day; one without a date is judged by what holds still."""
        if on is None:
            return self.valid_to is None
        return (self.valid_from is None or self.valid_from <= on) and (
            self.valid_to is None or on < self.valid_to
        )


def rule(code: str) -> Callable[[Rule], Rule]:
    """The function below is the rule of this code; it yields no other."""

    def keep(function: Rule) -> Rule:
        if code in _rules:
            raise ValueError(f"two rules for {code}")
        _rules[code] = function
        return function

    return keep


def rules() -> dict[str, Rule]:
    """Every rule that reads a text, in the order of the codes."""
    return dict(sorted(_rules.items()))


@cache
def pages() -> dict[str, CodePage]:
    """Every page by its code, in order."""
    folder = files("vanban.data").joinpath("checks")
    names = sorted(file.name for file in folder.iterdir() if file.name.endswith(".toml"))
    texts = {name[: -len(".toml")]: folder.joinpath(name).read_text(encoding="utf-8") for name in names}
    return {code: CodePage(code=code, **tomllib.loads(text)) for code, text in texts.items()}


def found(code: str, /, *, case: Case, span: Span, suggestion: str | None = None, **words: object) -> Finding:
    """A finding at the words of ``span``; ``words`` fill the braces of the page's message."""
    message = pages()[code].message.format(**words)
    return Finding(code, message, span, case.reading.text[slice(*span)], suggestion)


def chosen(codes: Iterable[str], *, select: Iterable[str], ignore: Iterable[str]) -> list[str]:
    """The codes that are selected (all, where nothing is) and not ignored: by code ("F103"), family ("F") or any
    beginning between. Raises ValueError for a word with which no code begins."""
    select, ignore = tuple(select), tuple(ignore)
    for word in (*select, *ignore):
        if not word or not any(code.startswith(word) for code in pages()):
            raise ValueError(word)
    return [code for code in codes if (not select or code.startswith(select)) and not code.startswith(ignore)]
