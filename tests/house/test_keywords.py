"""Public functions are keyword-only after the first argument (rule 6)."""

from __future__ import annotations

import ast

import pytest

from house.sources import files, shown

# Django calls these by position: template filters, and what names an uploaded file.
CALLED_BY_DJANGO = {"evidence_name", "stored_name"}
CODE = [path for path in files("src", suffix=".py") if "templatetags" not in path.parts]


def positional(source: str) -> list[str]:
    """The public functions of a module that take more than one argument by position."""
    found = []
    for node in ast.parse(source).body:
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) or node.name.startswith("_"):
            continue
        if node.name in CALLED_BY_DJANGO:
            continue
        arguments = [argument.arg for argument in (*node.args.posonlyargs, *node.args.args)]
        if len(arguments) > 1:
            found.append(f"line {node.lineno}: {node.name}({', '.join(arguments)})")
    return found


@pytest.mark.parametrize("path", CODE, ids=shown)
def test_public_functions_take_one_argument_by_position(path):
    assert positional(path.read_text("utf-8")) == []


def test_a_second_positional_argument_is_named():
    assert positional("def f(a, b, *, c): ...") == ["line 1: f(a, b)"]
    assert positional("def f(a, *, b): ...\ndef _g(a, b): ...\nclass C:\n    def h(self, a, b): ...") == []
