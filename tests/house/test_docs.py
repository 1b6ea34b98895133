"""Docs that cannot lie (rule 13): what the code offers is documented, what the docs show runs."""

from __future__ import annotations

import argparse
import doctest
import json
import re
import subprocess

import pytest
from django.core.management import get_commands, load_command_class
from django.core.management.base import BaseCommand

from caytre.cli import main, serving
from house.documented import (
    anchors,
    commands,
    events,
    exists,
    links,
    named_modules,
    named_paths,
    options,
    pages,
    remarks,
    settings,
    unnamed,
)
from house.sources import ROOT, files, shown
from vanban import cli, errors

REFERENCE = ROOT / "docs" / "reference"
SOURCE = "\n".join(path.read_text("utf-8") for path in files("src", suffix=".py"))


def text(name):
    """A page of the reference."""
    return (REFERENCE / name).read_text("utf-8")


def test_every_option_of_vanban_is_documented():
    assert options(cli._parser()) >= {"--format", "--jobs", "--version"}
    assert {name for name in options(cli._parser()) if name not in text("commands.md")} == set()


def own_commands():
    """The commands that our own doors add to Django's."""
    return {name for name, app in get_commands().items() if app.startswith("caytre")} | {"serve"}


def test_every_command_of_caytre_is_documented():
    assert own_commands() == set(main.COMMANDS)
    assert {name for name in own_commands() if f"`caytre {name}" not in text("commands.md")} == set()


@pytest.mark.parametrize("name", sorted(main.COMMANDS))
def test_every_option_of_caytre_is_documented(name):
    chapter = text("commands.md").split(f"### `caytre {name}")[1].split("\n##")[0]
    own = options(
        serving.parser()
        if name == "serve"
        else load_command_class("caytre.cli", name).create_parser("caytre", name)
    )
    every = options(BaseCommand().create_parser("caytre", "base"))
    assert unnamed(own - every, chapter) == set()


def test_every_setting_is_documented():
    assert unnamed(settings(SOURCE), text("settings.md")) == set()


def test_no_setting_is_documented_that_is_not_read():
    listed = set(re.findall(r"^\| `([A-Z_]+)`", text("settings.md"), flags=re.MULTILINE))
    elsewhere = "\n".join(
        path.read_text("utf-8") for path in [ROOT / "caytre", *files("tests", suffix=".py")]
    )
    assert {name for name in listed if name not in settings(SOURCE) and name not in elsewhere} == set()


def test_every_event_is_documented():
    assert events(SOURCE)
    assert unnamed(events(SOURCE), text("events.md")) == set()


def test_every_remark_is_documented_and_no_other():
    listed = set(re.findall(r"^\| `([a-z-]+)` \|", text("remarks.md"), flags=re.MULTILINE))
    assert listed == remarks()


def test_every_refusal_is_documented_and_no_other():
    kinds = {(kind.__name__, kind.code) for kind in errors.Refused.__subclasses__()}
    listed = set(re.findall(r"^\| `(\w+)` \(`([a-z-]+)`\) \|", text("remarks.md"), flags=re.MULTILINE))
    assert listed == kinds


def test_every_key_of_a_reading_is_documented():
    schema = json.loads((ROOT / "src/vanban/data/reading.schema.json").read_text("utf-8"))
    keys: set[str] = set()

    def walk(node):
        if isinstance(node, dict):
            keys.update(node.get("properties", {}))
            for below in node.values():
                walk(below)
        elif isinstance(node, list):
            for below in node:
                walk(below)

    walk(schema)
    assert len(keys) > 30
    assert unnamed(keys, text("reading.md")) == set()


@pytest.mark.parametrize("page", pages(), ids=shown)
def test_links_lead_somewhere(page):
    for link in links(page.read_text("utf-8")):
        where, _, anchor = link.partition("#")
        target = (page.parent / where).resolve() if where else page
        assert target.exists(), link
        if anchor and target.suffix == ".md":
            assert anchor in anchors(target.read_text("utf-8")), link


@pytest.mark.parametrize("page", pages(), ids=shown)
def test_what_a_page_names_exists(page):
    words = page.read_text("utf-8")
    assert {name for name in named_paths(words) if not (ROOT / name).exists()} == set()
    assert {name for name in named_modules(words) if not exists(name)} == set()


@pytest.mark.parametrize("page", [page for page in pages() if ">>> " in page.read_text("utf-8")], ids=shown)
def test_examples_in_the_docs_run(page, monkeypatch):
    monkeypatch.chdir(ROOT)
    result = doctest.testfile(str(page), module_relative=False, optionflags=doctest.REPORT_NDIFF)
    assert result.attempted and not result.failed


@pytest.mark.parametrize("page", pages(), ids=shown)
def test_commands_in_the_docs_exist(page):
    known = options(cli._parser())
    subcommands = set(re.findall(r"^(\w+)\)$", (ROOT / "caytre").read_text("utf-8"), flags=re.MULTILINE))
    for words in commands(page.read_text("utf-8")):
        if words[0] == "./caytre":
            assert words[1] in subcommands, words
        elif words[0].endswith("vanban"):
            assert words[1] in {"read", "check", "cover", "rule"} | known, words
            assert {word for word in words if word.startswith("--")} <= known, words
        elif words[0].endswith("bin/caytre"):
            assert words[1] in main.COMMANDS, words


def test_the_script_says_its_commands():
    said = subprocess.run([ROOT / "caytre", "help"], capture_output=True, text=True, check=True).stdout
    for word in ("up", "test", "wheels", "install"):
        assert re.search(rf"^  {word}\b", said, flags=re.MULTILINE), word
    wrong = subprocess.run([ROOT / "caytre", "fly"], capture_output=True, text=True, check=False)
    assert wrong.returncode == 2 and "./caytre" in wrong.stderr


def test_what_is_not_documented_is_found():
    source = (
        'env.str("CAYTRE_X", default="")\nos.environ.get("CAYTRE_Y")\n'
        'record(\n    "documents.document.lost", at=at)'
    )
    assert unnamed(settings(source), "`CAYTRE_X`") == {"CAYTRE_Y"}
    assert events(source) == {"documents.document.lost"}
    parser = argparse.ArgumentParser()
    parser.add_subparsers().add_parser("fly").add_argument("--high")
    assert options(parser) == {"--help", "--high"}
    assert links("[a](b.md#c) `[x](y)` [w](https://example.org)") == ["b.md#c"]
    assert anchors("# What it holds\n## `header`, it") == {"what-it-holds", "header-it"}
    assert named_paths("`src/x.py` and src/y.py") == {"src/x.py"}
    assert named_modules("`vanban.read` `caytre setup`") == {"vanban.read"}
    assert exists("vanban.model.Task") and not exists("vanban.model.Chore") and not exists("vanban.nowhere")
    assert list(commands("```sh\nA=1 ./caytre up\n# no\ncat x | vanban read -\n```")) == [
        ["./caytre", "up"],
        ["cat", "x"],
        ["vanban", "read", "-"],
    ]
