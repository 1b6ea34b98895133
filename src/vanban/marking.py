"""A reading as HTML: its text, every fact marked where it was read. All words are escaped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from vanban.model import Document, Span, Task


@dataclass(frozen=True, slots=True)
class Mark:
    """One fact's words: ``kind`` names the fact ("task", "time"), ``key`` its place ("tasks.3.lead.0").

    ``note`` says something about the words to whoever points at them.
    """

    kind: str
    key: str
    span: Span
    note: str = ""


def marks_of(document: Document) -> list[Mark]:
    """Every marked stretch of the text, in order of their start, the longer first."""
    return sorted(_all(document), key=_order)


def _order(mark: Mark) -> tuple[int, int, str]:
    return mark.span[0], -mark.span[1], mark.key


def _all(document: Document) -> Iterator[Mark]:
    for name, span in document.header.spans.items():
        yield Mark("header", f"header.{name}", span)
    for i, citation in enumerate(document.citations):
        for span in citation.mentions or (citation.span,):
            yield Mark("citation", f"citations.{i}", span)
    for i, section in enumerate(document.outline):
        yield Mark("section", f"outline.{i}", section.span)
    for i, task in enumerate(document.tasks):
        yield from _of_task(f"tasks.{i}", task)
    for i, report in enumerate(document.reports):
        yield Mark("report", f"reports.{i}", report.span)


def _of_task(key: str, task: Task) -> Iterator[Mark]:
    yield Mark("task", key, task.span)
    for name, units in (("lead", task.lead), ("coordinators", task.coordinators)):
        for n, unit in enumerate(units):
            if unit.span:
                yield Mark(name, f"{key}.{name}.{n}", unit.span)
    if task.time and task.time.span:
        yield Mark("time", f"{key}.time", task.time.span)


def annotate(document: Document, *, also: Iterable[Mark] = ()) -> str:
    """The text as paragraphs with ``<mark>`` elements: ``class`` is the kind, ``data-fact`` the keys.

    Where marks overlap, each stretch names all the facts that it belongs to. ``also``: further marks. The
    paragraphs are parted by line ends, as those of the text are.
    """
    return marked(document, marks=(*_all(document), *also))


def marked(document: Document, *, marks: Iterable[Mark]) -> str:
    """The text as paragraphs with these marks and no others."""
    marks = sorted(marks, key=_order)
    out: list[str] = []
    here: list[Mark] = []
    at = following = 0
    for line in document.text.split("\n"):
        end = at + len(line)
        while following < len(marks) and marks[following].span[0] < end:
            here.append(marks[following])
            following += 1
        here = [mark for mark in here if mark.span[1] > at]
        out.append(f'<p id="p{at}">{_paragraph(line, at, end, here)}</p>')
        at = end + 1
    return "\n".join(out)


def _paragraph(line: str, start: int, end: int, here: list[Mark]) -> str:
    """The line cut at every edge of the marks that stand here; a sweep keeps those that are open."""
    edges = sorted({start, end, *(max(m.span[0], start) for m in here), *(min(m.span[1], end) for m in here)})
    parts: list[str] = []
    opened: list[Mark] = []
    following = 0
    for left, right in pairwise(edges):
        opened = [mark for mark in opened if mark.span[1] > left]
        while following < len(here) and here[following].span[0] <= left:
            opened.append(here[following])
            following += 1
        parts.append(_marked(escape(line[left - start : right - start]), opened))
    return "".join(parts)


def _marked(words: str, covering: list[Mark]) -> str:
    if not covering:
        return words
    kinds = " ".join(dict.fromkeys(mark.kind for mark in covering))
    keys = " ".join(dict.fromkeys(mark.key for mark in covering))
    notes = " ".join(mark.note for mark in covering if mark.note)
    title = f' title="{escape(notes)}"' if notes else ""
    return f'<mark class="{kinds}" data-fact="{escape(keys)}"{title}>{words}</mark>'


_STYLE = (
    "body{font:16px/1.6 serif;max-width:50rem;margin:2rem auto;padding:0 1rem}"
    "mark{background:none;border-bottom:1px solid #999}mark.task{background:#eef4e8}"
    "mark.lead{background:#d5e8f5}mark.coordinators{background:#e8e2f4}"
    "mark.time{background:#fbe9c6}mark.citation{background:#f0eee2}mark.finding{background:#fbe3dc}"
)


def page_of(document: Document) -> str:
    """A whole HTML page of the marked text, that stands alone and runs no script."""
    head = document.header
    title = escape(" ".join(part for part in (head.type, head.code, head.title) if part) or "Văn bản")
    return framed(title, body=annotate(document))


def framed(title: str, *, body: str) -> str:
    """A page that stands alone and runs no script; title and body are HTML already."""
    return (
        f'<!doctype html>\n<html lang="vi"><head><meta charset="utf-8"><title>{title}</title>'
        '<meta http-equiv="Content-Security-Policy" '
        "content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        f"<style>{_STYLE}</style></head>\n<body>\n{body}\n</body></html>"
    )
