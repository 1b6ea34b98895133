"""A foreign key never points up: a string key escapes the import linter (rule 1)."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable

from django.apps import apps

from house.sources import ROOT


def order() -> list[str]:
    """The parts of caytre from the top down, as pyproject.toml has them for the linter."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]
    layers = next(
        contract["layers"] for contract in settings["contracts"] if contract["name"].startswith("Doors")
    )
    return [name for layer in layers for name in re.findall(r"\w+", layer)]


def upward(relations: Iterable[tuple[str, str]], *, order: list[str]) -> list[str]:
    """The relations from a lower part to a higher one; each is (module of the model, module it points to)."""
    found = []
    for source, target in relations:
        ranks = [_rank(module, order) for module in (source, target)]
        if None not in ranks and ranks[0] > ranks[1]:
            found.append(f"{source} → {target}")
    return found


def _rank(module: str, order: list[str]) -> int | None:
    words = module.split(".")
    return order.index(words[1]) if words[0] == "caytre" else None


def test_no_foreign_key_points_up():
    relations = [
        (model.__module__, field.related_model.__module__)
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if field.is_relation and not field.auto_created and isinstance(field.related_model, type)
    ]
    assert any(source.startswith("caytre.documents") for source, _ in relations), "no relation was looked at"
    assert upward(relations, order=order()) == []


def test_a_key_that_points_up_is_named():
    parts = ["web", "flows", "documents", "core"]
    assert upward([("caytre.core.models", "caytre.documents.models")], order=parts) == [
        "caytre.core.models → caytre.documents.models"
    ]
    down = [
        ("caytre.documents.models", "caytre.core.models"),
        ("django.contrib.auth.models", "caytre.core.models"),
    ]
    assert upward(down, order=parts) == []
