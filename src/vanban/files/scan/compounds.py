"""The compounds that are known, by the letters they are written with, and lists of single words."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from vanban.files.scan.wordforms import TOKEN, parts
from vanban.grammar.lexicon import table

Run = tuple[str, ...]
"""Words in a row, or their keys or forms."""


class Node(NamedTuple):
    """A beginning of compounds, by the keys that follow.

    ``here``: those that end, by their forms, as they are spelled; with no spelling where nothing is mended into them.
    """

    below: dict[str, Node]
    here: dict[Run, Run]


@cache
def compounds() -> dict[str, Node]:
    """All compounds, by the key of their first word."""
    top = Node({}, {})
    for group, mends in (("phrases", True), ("kept", False)):
        for phrase in _phrases(group):
            spelled = tuple(TOKEN.findall(phrase))
            words = [parts(token.lower()) for token in spelled]
            node = top
            for key, _ in words:
                node = node.below.setdefault(key, Node({}, {}))
            node.here.setdefault(tuple(form for _, form in words), spelled if mends else ())
    return top.below


@cache
def cut_pieces() -> tuple[frozenset[Run], frozenset[Run]]:
    """What a line may end with where the rest of a compound stands on the next, and what it may begin with."""
    runs = [run for node in _all(compounds()) for run in node.here]
    return (
        frozenset(run[:at] for run in runs for at in range(1, len(run))),
        frozenset(run[at:] for run in runs for at in range(1, len(run))),
    )


@cache
def listed(name: str) -> frozenset[str]:
    """The forms of a list of single words."""
    return frozenset(parts(word.lower())[1] for word in _pieces(table("compounds")["words"][name]))


@cache
def vocabulary() -> dict[str, str]:
    """All words that are known, by their forms."""
    texts = [*_pieces(table("compounds")["words"]["alone"]), *_phrases("phrases"), *_phrases("kept")]
    return {parts(word)[1]: word for text in texts for word in text.lower().split()}


def _all(nodes: dict[str, Node]) -> Iterator[Node]:
    for node in nodes.values():
        yield node
        yield from _all(node.below)


def _phrases(group: str) -> Iterator[str]:
    for text in table("compounds")[group].values():
        yield from _pieces(text)


def _pieces(text: str) -> list[str]:
    return [piece for piece in map(str.strip, text.replace("\n", " ").split(",")) if piece]
