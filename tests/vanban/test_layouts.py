"""One document laid out in many ways says the same."""

from __future__ import annotations

import re
import textwrap
import unicodedata

import pytest

from papers import DIRECTIVE, PLAN, names
from vanban import read_text


def dense(text):
    """No blank lines."""
    return re.sub(r"\n\n+", "\n", text)


def wrapped(text):
    """Folded at 78 columns, paragraphs apart."""
    return "\n".join("\n".join(textwrap.wrap(line, 78)) for line in text.split("\n"))


def tightly_wrapped(text):
    """Folded at 78 columns, no blank lines."""
    return dense(wrapped(text))


def bold(text):
    """Headings and names in capitals marked bold, as a crawler writes them."""
    lines = text.split("\n")
    return "\n".join(f"**{line}**" if line == line.upper() != line.lower() else line for line in lines)


def heads(text):
    """Sections as headings of Markdown."""
    return re.sub(r"^((?:[IVX]+|\d)\. .*)$", r"## \1", text, flags=re.MULTILINE)


def spaced(text):
    """Far apart, with blanks at both ends of a line."""
    return text.replace("\n", "  \n\n  ")


def hard(text):
    """No-break blanks, and lines that end as on another system."""
    return text.replace(" ", "\u00a0").replace("\n", "\r\n")


def decomposed(text):
    """Letters and their marks apart."""
    return unicodedata.normalize("NFD", text)


def columned(text):
    """Issuer and motto side by side on one line."""
    first, second, _, _, motto, below, _, _, number, _, place = text.split("\n")[:11]
    rest = text.split("\n")[11:]
    top = [f"{first}          {motto}", f"{second}            {below}", "", f"{number}          {place}"]
    return "\n".join([*top, *rest])


def tabled(text):
    """The letterhead in a table of a crawled page."""
    first, second, _, _, motto, below, _, _, number, _, place = text.split("\n")[:11]
    rest = text.split("\n")[11:]
    rows = [f"| {first} {second} | {motto} {below} |", "| --- | --- |", f"| {number} | {place} |"]
    return "\n".join([*rows, *rest])


def swapped(text):
    """Who signed stands above to whom it goes."""
    body, recipients = text.split("Nơi nhận:")
    recipients, signed = recipients.split("\n\n", 1)
    return f"{body}{signed}\nNơi nhận:{recipients}\n"


LAYOUTS = [dense, wrapped, tightly_wrapped, bold, heads, spaced, hard, decomposed, columned, tabled, swapped]


def facts(text):
    """What a reader takes from the document."""
    reading = read_text(text)
    head = reading.header
    return {
        "head": (head.issuer, head.code, head.place, head.date, head.type, head.title),
        "foot": (head.recipients, head.signatory and (head.signatory.name, head.signatory.position)),
        "citations": [(one.number, one.date, one.issuer, one.role) for one in reading.citations],
        "outline": [(one.label, one.title, one.role) for one in reading.outline],
        "tasks": [
            (
                task.text,
                names(task.lead),
                names(task.coordinators),
                task.time and (task.time.kind, task.time.due),
            )
            for task in reading.tasks
        ],
        "reports": [(names(one.who), names(one.to), one.via and one.via.name) for one in reading.reports],
    }


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.__name__)
@pytest.mark.parametrize("text", [PLAN, DIRECTIVE], ids=["plan", "directive"])
def test_another_layout_says_the_same(text, layout):
    assert layout(text) != text
    assert facts(layout(text)) == facts(text)
