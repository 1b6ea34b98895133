"""The data files, read once: what the grammar knows beyond its own form."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

from vanban.grammar.letters import UPPER

Node = dict[str, Any]
"""A beginning of words: each sign that may follow, "" where a word ends."""


@cache
def table(name: str) -> dict[str, Any]:
    """The data file ``vanban/data/NAME.toml``."""
    return tomllib.loads(files("vanban.data").joinpath(f"{name}.toml").read_text(encoding="utf-8"))


@cache
def type_names() -> tuple[str, ...]:
    """Names of document types, longest first."""
    return tuple(sorted((row["name"] for row in table("types")["type"]), key=len, reverse=True))


@cache
def types_by_symbol() -> dict[str, str]:
    """ "KH" → "Kế hoạch": the type that a symbol stands for where no type word is written."""
    return {symbol: row["name"] for row in table("types")["type"] for symbol in row["symbols"]}


def any_of(words: Iterable[str]) -> str:
    """A regular expression of the words, the longest that fits, blanks of any width.

    Words that begin alike share their beginning, so that a text is tried against hundreds at once.
    """
    root: Node = {}
    for word in words:
        node = root
        for sign in word:
            node = node.setdefault(sign, {})
        node[""] = {}
    return _pattern_of(root)


def _pattern_of(node: Node) -> str:
    branches = [_sign(sign) + _pattern_of(below) for sign, below in sorted(node.items()) if sign]
    if not branches:
        return ""
    if len(branches) == 1 and "" not in node:
        return branches[0]
    return f"(?:{'|'.join(branches)})" + ("?" if "" in node else "")


def _sign(sign: str) -> str:
    return r"\s+" if sign == " " else re.escape(sign)


@cache
def type_line() -> re.Pattern[str]:
    """A line that holds a type and nothing else, or a type in capitals before its title."""
    caps = any_of([row["name"].upper() for row in table("types")["type"] if not row.get("cited_only")])
    return re.compile(rf"^(?P<type>{caps})\s*[:.]?$|^(?P<head>{caps})\s+(?P<title>\S.*)$")


def says_what(text: str) -> bool:
    """A type alone on its line ("KẾ HOẠCH"), or the head of an annex ("PHỤ LỤC I")."""
    found = type_line().match(text)
    return found is not None and found["type"] is not None or letterhead("annex").fullmatch(text) is not None


@cache
def role_patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((row["role"], re.compile(row["pattern"])) for row in table("sections")["role"])


@cache
def column_patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((row["field"], re.compile(row["pattern"])) for row in table("sections")["column"])


@cache
def attribute_line() -> re.Pattern[str]:
    """ "Đơn vị thực hiện: …": the group that matched names the attribute."""
    parts = [f"(?P<{row['field']}>{row['pattern']})" for row in table("sections")["attribute"]]
    return re.compile(rf"^(?:{'|'.join(parts)})\s*(?:\([^)]*\)\s*)?(?::|$|\.$)")


@cache
def form(file: str, *, name: str) -> re.Pattern[str]:
    """A pattern of a data file by its name, with its word list put in."""
    row = table(file)[name]
    pattern = row["pattern"].replace("{words}", any_of(row.get("words", [])))
    return re.compile(pattern.replace("{upper}", UPPER))


def letterhead(name: str) -> re.Pattern[str]:
    """A form of head or foot by its name in ``letterhead.toml``."""
    return form("letterhead", name=name)
