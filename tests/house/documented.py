"""What the code offers and the docs must name: commands, options, settings, events, codes."""

from __future__ import annotations

import argparse
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from pkgutil import resolve_name

from house.sources import ROOT, files

SETTING = re.compile(r"""(?:env(?:\.\w+)?\(|environ(?:\.get\(|\[))\s*["']([A-Z][A-Z_]+)["']""")
EVENT = re.compile(r"""\brecord\(\s*["']([a-z_]+(?:\.[a-z_]+)+)["']""")


def settings(source: str) -> set[str]:
    """The environment variables that a source reads."""
    return set(SETTING.findall(source))


def events(source: str) -> set[str]:
    """The names of the events that a source records."""
    return set(EVENT.findall(source))


def options(parser: argparse.ArgumentParser) -> set[str]:
    """The long options of a parser and of its commands."""
    found: set[str] = set()
    for action in parser._actions:
        found |= {option for option in action.option_strings if option.startswith("--")}
        if isinstance(action, argparse._SubParsersAction):
            for command in action.choices.values():
                found |= options(command)
    return found


def remarks() -> set[str]:
    """The codes of what a reading may doubt."""
    return set(tomllib.loads((ROOT / "src/vanban/data/remarks.toml").read_text("utf-8")))


def unnamed(names: set[str], text: str) -> set[str]:
    """The names that a page does not give as code."""
    return {name for name in names if f"`{name}`" not in text}


def pages() -> list[Path]:
    """Every page of the docs and of the repository's root."""
    return sorted(ROOT.glob("*.md")) + files("docs", suffix=".md")


def links(page: str) -> list[str]:
    """Where a page points to within the repository: relative links, without those in code."""
    text = re.sub(r"```.*?```|`[^`]*`", "", page, flags=re.DOTALL)
    return [link for link in re.findall(r"\]\(([^)\s]+)\)", text) if not re.match(r"[a-z]+:", link)]


def named_paths(page: str) -> set[str]:
    """The files and folders of the repository that a page names as code."""
    return set(re.findall(r"`((?:src|tests|docs|examples|benchmarks)/[\w./-]+)`", page))


def named_modules(page: str) -> set[str]:
    """The modules and what is in them that a page names as code."""
    return set(re.findall(r"`((?:vanban|caytre)(?:\.(?!sqlite)\w+)+)`", page))


def exists(name: str) -> bool:
    """Whether a dotted name is a module, or something in one."""
    try:
        resolve_name(name)
    except (ImportError, AttributeError):
        return False
    return True


def anchors(page: str) -> set[str]:
    """The anchors of a page's headings, as forges make them."""
    titles = re.findall(r"^#+ +(.+)$", page, flags=re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


def commands(page: str) -> Iterator[list[str]]:
    """The commands in the shell blocks of a page, pipes and settings in front taken away."""
    for block in re.findall(r"```sh\n(.*?)```", page, flags=re.DOTALL):
        for line in re.sub(r"\\\n", " ", block).splitlines():
            for part in line.split("|"):
                words = [word for word in part.split() if not re.match(r"[A-Z_]+=", word)]
                if words and not words[0].startswith("#"):
                    yield words
