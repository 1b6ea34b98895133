"""The files that the house tests look at, and small readings of them."""

from __future__ import annotations

import ast
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SKIPPED = {"var", "build", "dist", "wheels", "node_modules", "__pycache__", "migrations"}
TEXT = {
    ".py", ".toml", ".md", ".txt", ".html", ".css", ".js", ".json", ".sh", ".po", ".lock", ".svg", ".tsv", ".typ", "",
}  # fmt: skip


def files(*folders: str, suffix: str) -> list[Path]:
    """The files of the repository that end in ``suffix``; migrations and what is built are left out."""
    return sorted(path for folder in folders for path in _walk(ROOT / folder) if path.name.endswith(suffix))


def texts() -> list[Path]:
    """Every file of the repository that holds text."""
    return sorted(path for path in _walk(ROOT) if path.suffix in TEXT)


def _walk(folder: Path) -> Iterator[Path]:
    for where, below, names in os.walk(folder):
        below[:] = [name for name in below if name not in SKIPPED and not name.endswith(".egg-info")]
        below[:] = [name for name in below if not name.startswith(".") or name == ".ci"]
        yield from (Path(where) / name for name in names)


def shown(path: Path) -> str:
    """The path as a person writes it."""
    return str(path.relative_to(ROOT)) if path.is_relative_to(ROOT) else str(path)


@dataclass(frozen=True, slots=True)
class Part:
    """A function or a class, and how many lines it takes."""

    kind: str
    name: str
    line: int
    length: int


def parts(source: str) -> list[Part]:
    """The functions and classes of a module, decorators counted."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            first = min([node.lineno, *(decorator.lineno for decorator in node.decorator_list)])
            kind = "class" if isinstance(node, ast.ClassDef) else "function"
            found.append(Part(kind, node.name, first, (node.end_lineno or first) - first + 1))
    return found
