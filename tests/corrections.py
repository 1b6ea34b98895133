"""Steps of tests in which a person puts facts right."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from caytre.core.models import User
from caytre.documents.actions import correcting
from caytre.documents.models import Document
from caytre.documents.queries.reading import read_of
from caytre.documents.rules.facts import Change, quote_of
from factories import AT

LATER = AT + timedelta(hours=1)


def item(document: Document, part: str, index: int = 0) -> dict[str, Any]:
    """One item of the facts as they are now."""
    read = read_of(document)
    assert read is not None
    content = read.facts.content
    return content["header"] if part == "header" else content[part][index]


def correct(document: Document, part: str, index: int = 0, *, by: User, why: str = "", **values: Any) -> int:
    """Write new values over an item as it was just seen."""
    as_seen = correcting.seen(item(document, part, index))
    return correcting.correct(
        document, part=part, index=index, values=values, as_seen=as_seen, why=why, by=by, at=LATER
    )


def take_out(document: Document, part: str, index: int = 0, *, by: User) -> None:
    """Say that an item as it was just seen is no fact."""
    as_seen = correcting.seen(item(document, part, index))
    correcting.take_out(document, part=part, index=index, as_seen=as_seen, why="", by=by, at=LATER)


def change(content: dict[str, Any], part: str, index: int, field: str, new: Any) -> Change:
    """A correction of one field of a reading; field "" and new None take the item out."""
    found = content[part][index]
    quote = quote_of(found, text=content["text"])
    before = sum(quote_of(other, text=content["text"]) == quote for other in content[part][:index])
    return Change(part, field, found, quote, before, found[field] if field else found, new)


def tasks(facts: Any) -> list[str]:
    """The words of the tasks, in order."""
    return [task["text"] for task in facts.content["tasks"]]
