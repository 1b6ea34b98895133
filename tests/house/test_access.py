"""Doors come to objects only through ``fetch`` and ``visible_to`` (rule 1 of access)."""

from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest
from django.apps import apps

from house.sources import files, shown

DOORS = [path for path in files("src/caytre", suffix=".py") if {"web", "api"} & set(path.parts)]
SHORTCUTS = {"get_object_or_404", "get_list_or_404", "aget_object_or_404", "aget_list_or_404"}


def guarded() -> set[str]:
    """The models of which not everybody may see every row."""
    return {
        model.__name__ for model in apps.get_models() if hasattr(model._default_manager.all(), "visible_to")
    }


def unguarded(source: str, *, models: set[str]) -> list[str]:
    """Where a source takes rows of such a model without asking who may see them."""
    tree = ast.parse(source)
    asked = {id(node) for call in _asking(tree) for node in ast.walk(call)}
    return [
        f"line {node.lineno}: {node.value.id}.objects"
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and node.attr in ("objects", "_default_manager")
        and id(node) not in asked
        if isinstance(node.value, ast.Name) and node.value.id in models
    ]


def shortcuts(source: str) -> list[str]:
    """Where a source uses Django's own ways to a row or 404, which ask nobody."""
    return [
        f"line {node.lineno}: {alias.name}"
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.ImportFrom) and node.module == "django.shortcuts"
        for alias in node.names
        if alias.name in SHORTCUTS
    ]


def _asking(tree: ast.AST) -> Iterator[ast.AST]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            if isinstance(node.func, ast.Name) and node.func.id == "fetch":
                yield node
            elif isinstance(node.func, ast.Attribute) and node.func.attr == "visible_to":
                yield node.func


def test_some_models_are_guarded():
    assert guarded() >= {"Document", "Removal"}


@pytest.mark.parametrize("path", DOORS, ids=shown)
def test_doors_ask_who_may_see(path):
    assert unguarded(path.read_text("utf-8"), models=guarded()) == []


@pytest.mark.parametrize("path", DOORS, ids=shown)
def test_doors_take_no_shortcut_to_a_row(path):
    assert shortcuts(path.read_text("utf-8")) == []


def test_who_does_not_ask_is_named():
    taken = "from django.shortcuts import get_object_or_404, redirect"
    assert shortcuts(taken) == ["line 1: get_object_or_404"]
    models = {"Document"}
    assert unguarded("Document.objects.get(pk=1)", models=models) == ["line 1: Document.objects"]
    assert unguarded("fetch(Document.objects.all(), by=user, id=1)", models=models) == []
    assert unguarded("Document.objects.visible_to(user).count()", models=models) == []
