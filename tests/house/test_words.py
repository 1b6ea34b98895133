"""What does not belong here: addresses of package registries, paths of one machine, texts of others."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from house.sources import ROOT, shown, texts

FOREIGN = re.compile(
    r"https?://(?:[\w-]+\.)*(?:pyp[i]|pythonhoste[d]|npmj[s]|crate[s])\.\w+|/(?:wor[k]/(?:mai[n]|share[d]|\.)|(?:roo[t]|hom[e]/\w+)/[\w.])|\bfar[m]-[a-z]+\b"
)
CORPUS = Path(os.environ.get("VANBAN_CORPUS") or ROOT.parent / "shared" / "reading")


def foreign(text: str) -> list[str]:
    """The words of a text that name one machine or a registry."""
    return [found.group() for found in FOREIGN.finditer(text)]


def test_no_file_names_a_registry_or_one_machine():
    assert {
        shown(path): foreign(path.read_text("utf-8")) for path in texts() if foreign(path.read_text("utf-8"))
    } == {}


def test_locks_hold_no_address():
    locks = list(ROOT.glob("*.lock"))
    assert {lock.name for lock in locks} == {"system.lock", "dev.lock"}
    assert [
        lock.name
        for lock in locks
        if "://" in lock.read_text("utf-8") or "--hash=sha256:" not in lock.read_text("utf-8")
    ] == []


def test_a_foreign_word_is_found():
    assert foreign("see https://" + "pypi" + ".org/simple and /ro" + "ot/x") == [
        "https://" + "pypi" + ".org",
        "/ro" + "ot/x",
    ]
    assert foreign("the /usr/lib folder and https://www.postgresql.org") == []


def sentences(text: str) -> set[str]:
    """The pieces of a text that are long enough to be somebody's own words."""
    pieces = re.split(r"[.;:|\n]", text)
    return {piece.strip() for piece in pieces if len(piece.strip()) >= 90}


@pytest.mark.skipif(not (CORPUS / "corpus").is_dir(), reason="no corpus here (VANBAN_CORPUS)")
def test_no_sentence_of_the_corpus_stands_here():
    own = "\n".join(path.read_text("utf-8") for path in texts() if path.suffix != ".lock")
    for source in (CORPUS / "corpus").iterdir():
        copied = [piece for piece in sentences(source.read_text("utf-8")) if piece in own]
        assert copied == [], source.name
