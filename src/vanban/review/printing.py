"""Findings as linters print them, as JSON, and as a page."""

from __future__ import annotations

import json
from html import escape
from typing import Any, Protocol

from vanban.checks import Finding, pages
from vanban.marking import Mark, framed, marked
from vanban.review import Reviewed
from vanban.review.places import Places

_WORDS = 100  # signs of the words that are shown


class Printer(Protocol):
    """Takes the files one by one; what is printed is whole after ``end``."""

    def add(self, one: Reviewed, /) -> None: ...

    def end(self) -> None: ...


def printer(form: str) -> Printer:
    """The printer of a form: "text", "json" or "html"."""
    kinds: dict[str, type[Text | Json | Page]] = {"text": Text, "json": Json, "html": Page}
    return kinds[form]()


class Text:
    """ "FILE:LINE:COLUMN: CODE message", the words below it, and below them what could stand in their place."""

    def __init__(self) -> None:
        self.findings = self.files = self.seen = 0

    def add(self, one: Reviewed, /) -> None:
        self.seen += 1
        self.files += bool(one.findings)
        self.findings += len(one.findings)
        if one.reading is None or not one.findings:
            return
        places = Places(one.reading.text, source=one.source)
        for finding in one.findings:
            line, column = places.of(finding.span[0])
            print(f"{one.name}:{line}:{column}: {finding.code} {finding.message}")
            if finding.quote:
                print(f"    | {_short(finding.quote)}")
            if finding.suggestion is not None:
                print(f"    > {finding.suggestion}")

    def end(self) -> None:
        if self.findings:
            print(f"Có {self.findings} phát hiện trong {self.files} tệp.")
        elif self.seen:
            print("Không có phát hiện nào.")


class Json:
    """A list of ``{file, code, message, span, quote, suggestion}``."""

    def __init__(self) -> None:
        self.rows: list[dict[str, Any]] = []

    def add(self, one: Reviewed, /) -> None:
        self.rows += [{"file": one.name, **finding._asdict()} for finding in one.findings]

    def end(self) -> None:
        print(json.dumps(self.rows, ensure_ascii=False, indent=1))


class Page:
    """One HTML page: each file with its findings, then its text with their words marked."""

    def __init__(self) -> None:
        self.parts: list[str] = []

    def add(self, one: Reviewed, /) -> None:
        if one.reading is None:
            return
        rows = "".join(_row(finding) for finding in one.findings)
        listed = f"<ul>{rows}</ul>" if rows else "<p>Không có phát hiện nào.</p>"
        marks = [Mark("finding", f.code, f.span, f"{f.code}: {f.message}") for f in one.findings if f.quote]
        text = marked(one.reading, marks=marks)
        self.parts.append(f"<section>\n<h2>{escape(one.name)}</h2>\n{listed}\n{text}\n</section>")

    def end(self) -> None:
        print(framed("Kết quả rà soát", body="\n".join(self.parts)))


def _row(finding: Finding) -> str:
    more = f" → “{escape(finding.suggestion)}”" if finding.suggestion is not None else ""
    quote = f" <q>{escape(_short(finding.quote))}</q>" if finding.quote else ""
    title = escape(pages()[finding.code].title)
    return (
        f'<li><strong title="{title}">{finding.code}</strong> {escape(finding.message)}{quote}{more}</li>\n'
    )


def _short(quote: str) -> str:
    words = " ".join(quote.split())
    return words if len(words) <= _WORDS else f"{words[: _WORDS - 1].rstrip()}…"
