"""The words around names of agencies, from ``unit_forms.toml`` and ``unit_words.toml``."""

from __future__ import annotations

from functools import cache
from typing import Literal

from vanban.grammar.lexicon import table
from vanban.units import spelling
from vanban.units.forms import Forms, Target
from vanban.units.spelling import Atoms

HERE = "*"
"""A kind of place that stands for the place of the document itself ("trên địa bàn")."""


@cache
def shorts() -> dict[str, tuple[Atoms, ...]]:
    """Abbreviations, folded; with their words where these are more than initials ("TTg", "TW")."""
    found: dict[str, tuple[Atoms, ...]] = {}
    for row in table("unit_words")["word"]:
        key, long = spelling.squeezed(spelling.words(row["short"])), spelling.words(row["long"])
        is_more = spelling.initials(key) != spelling.initials(long)
        found[key] = (*found.get(key, ()), *([long] if is_more else ()))
    return found


@cache
def longs() -> frozenset[tuple[str, Atoms]]:
    """Abbreviations, folded, each with words that it stands for."""
    rows = table("unit_words")["word"]
    return frozenset(
        (spelling.squeezed(spelling.words(row["short"])), spelling.words(row["long"])) for row in rows
    )


@cache
def leaders() -> Forms[Literal["collective", "post", "before"]]:
    """Who leads a body and stands for it, whose post it is, and words before a name that are none of it."""
    forms: Forms[Literal["collective", "post", "before"]] = Forms()
    for what in ("before", "collective", "post"):
        for name in table("unit_forms")[what]["words"]:
            forms.add(name, target=what)
    return forms


@cache
def leader_shorts() -> frozenset[str]:
    """Abbreviations of those who lead, folded."""
    words = (word for what in ("collective", "post") for word in table("unit_forms")[what]["words"])
    return frozenset(
        (*shorts(), *(spelling.squeezed(spelling.words(word)) for word in words if word.isupper()))
    )


@cache
def persons() -> frozenset[Atoms]:
    """Names of posts that are the name of a body with a word more."""
    return frozenset(map(spelling.words, table("unit_forms")["person"]["words"]))


@cache
def vague() -> frozenset[Atoms]:
    """Names that mean other things too."""
    return frozenset(map(spelling.words, table("unit_forms")["vague"]["words"]))


@cache
def vague_letters() -> frozenset[str]:
    """Abbreviations of such names, folded."""
    return frozenset(map(spelling.initials, vague()))


@cache
def between() -> dict[str, tuple[Atoms, ...]]:
    """Words between several posts of one body, by the first of each."""
    found: dict[str, tuple[Atoms, ...]] = {}
    for words in map(spelling.words, table("unit_forms")["between"]["words"]):
        found[words[0]] = (*found.get(words[0], ()), words)
    return found


@cache
def governments() -> Forms[Target]:
    """What the government of a place is called: the place itself is meant."""
    forms: Forms[Target] = Forms()
    for name in table("unit_forms")["government"]["names"]:
        forms.add(name, target=Target("seat"))
    return forms


@cache
def kinds() -> Forms[str]:
    """Words for kinds of administrative units."""
    forms: Forms[str] = Forms()
    for row in table("unit_forms")["kind"]:
        for word in row["words"]:
            forms.add(word, target=row["name"])
    for word in table("unit_forms")["here"]["words"]:
        forms.add(word, target=HERE)
    return forms


def why(key: str, **facts: object) -> str:
    """What is open, in Vietnamese."""
    return str(table("unit_forms")["why"][key]).format(**facts)
