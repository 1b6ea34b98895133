"""What the reader costs, beside its peers and its floor, in one run: python benchmarks/reading.py [--check]

Times are CPU times of one core, children included, medians of three rounds. Every row names its bound; with
--check a row that misses its bound makes the exit code 1. Peers read the same bytes; eyecite, which knows
American citations only, also reads an English text of its own kind.
"""

from __future__ import annotations

import io
import sys
import tempfile
import unicodedata
import zipfile
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import material
from rows import Row, tell
from timing import megabytes, run, seconds

import vanban

MEGA = 1_000_000


def texts() -> Iterator[Row]:
    """Plain text: the whole structure, against eyecite and against only looking at the characters."""
    plans = [material.plan(12_000, seed=seed) for seed in range(10)]
    size = sum(map(len, plans))
    whole = size / seconds(lambda: [vanban.read_text(plan) for plan in plans])

    from eyecite import get_citations  # only now: the collector would walk through its tables in our time

    english = material.opinion(60_000)
    peer = len(english) / seconds(lambda: get_citations(english))
    same = size / seconds(lambda: [get_citations(plan) for plan in plans])
    found = size / seconds(lambda: [vanban.find_citations(plan) for plan in plans])
    data = [plan.encode() for plan in plans]
    floor = size / seconds(lambda: [unicodedata.normalize("NFC", one.decode()).split("\n") for one in data])
    yield Row("text, whole reading", whole / MEGA, "Mchar/s")
    yield Row("text, documents of 12,000 characters", whole / 12_000, "a second", least=400)
    yield Row("text, citations only (vanban.find_citations)", found / MEGA, "Mchar/s")
    yield Row("eyecite, citations in its own kind of text", peer / MEGA, "Mchar/s")
    yield Row("eyecite, the same bytes (it finds nothing there)", same / MEGA, "Mchar/s")
    yield Row("plain pass of the same bytes: decode, NFC, lines", floor / MEGA, "Mchar/s")
    yield Row("whole reading / eyecite on its own kind of text", whole / peer, "×", least=20)
    yield Row("citations only / eyecite on its own kind of text", found / peer, "×")


def linearity() -> Iterator[Row]:
    """Twice the text takes twice the time, up to two megabytes; no line is too long."""
    small, large = material.plan(250_000), material.plan(2_000_000)
    once = seconds(lambda: vanban.read_text(small), rounds=1) / len(small)
    again = seconds(lambda: vanban.read_text(large), rounds=1) / len(large)
    yield Row("text of 2 MB / text of 0.25 MB, time a character", again / once, "×", most=1.5)
    lump = " ".join(small.split())[:200_000]
    yield Row(
        "one line of 200,000 characters / lines, time a character",
        seconds(lambda: vanban.read_text(lump), rounds=1) / len(lump) / once,
        "×",
        most=3,
    )


def words_files() -> Iterator[Row]:
    """Word files: our reader without the grammar, against lxml alone and python-docx."""
    from docx import Document
    from lxml import etree

    from vanban.files import load

    text = material.plan(24_000)
    data = material.docx(text)
    tag = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"

    def bare() -> str:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            tree = etree.fromstring(archive.read("word/document.xml"))
        return "".join(node.text or "" for node in tree.iter(tag))

    def peer() -> list[str]:
        document = Document(io.BytesIO(data))
        cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
        return [paragraph.text for paragraph in document.paragraphs] + cells

    floor, theirs, ours = seconds(bare), seconds(peer), seconds(lambda: load(data))
    whole, grammar = seconds(lambda: vanban.read(data)), seconds(lambda: vanban.read_text(text))
    yield Row(".docx of ten pages, lxml floor (unzip, parse, all w:t)", floor * 1000, "ms")
    yield Row(".docx, python-docx", theirs * 1000, "ms")
    yield Row(".docx, our reader without the grammar", ours * 1000, "ms")
    yield Row(".docx, grammar on the same text", grammar * 1000, "ms")
    yield Row(".docx, whole reading", whole * 1000, "ms")
    yield Row(".docx, reader / lxml floor", ours / floor, "×", most=4)
    old = material.doc(material.plan(12_000))
    reader = 1 / seconds(lambda: load(old))
    yield Row(".doc of 12,000 characters, our reader without the grammar", reader, "a second", least=150)
    yield Row(".doc of 12,000 characters, whole reading", 1 / seconds(lambda: vanban.read(old)), "a second")


def pages() -> Iterator[Row]:
    """PDF files of eight pages."""
    import pypdfium2

    data = material.pdf()

    def plain() -> list[str]:
        return [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(data)]

    scrambled = material.scrambled_pdf()
    yield Row(".pdf of eight pages, PDFium's text only", 1 / seconds(plain), "a second")
    yield Row(
        ".pdf of eight pages, whole reading", 1 / seconds(lambda: vanban.read(data)), "a second", least=50
    )
    geometry = 1 / seconds(lambda: vanban.read(scrambled))
    yield Row(".pdf of eight pages put together by geometry", geometry, "a second", least=8)


READ = "import vanban; vanban.read(__import__('pathlib').Path(sys.argv[1]))"


def sizes() -> Iterator[Row]:
    """Memory, start and disk."""
    with tempfile.TemporaryDirectory() as folder:
        text, paper = Path(folder, "plan.txt"), Path(folder, "plan.pdf")
        text.write_text(material.plan(12_000), "utf-8")
        paper.write_bytes(material.pdf())
        yield Row("memory of the largest process, a text", megabytes(READ, str(text)), "MB", most=40)
        yield Row("memory of the largest process, a .pdf", megabytes(READ, str(paper)), "MB", most=60)
    empty = run("pass")
    yield Row("start of Python alone", empty * 1000, "ms")
    yield Row("import vanban", (run("import vanban") - empty) * 1000, "ms", most=80)
    helping = "import sys; from vanban.cli import main; sys.exit(main(['--help']))"
    yield Row("vanban --help, Python's start included", run(helping), "s", most=0.2)
    yield Row("size of the core with what it needs", _installed() / MEGA, "MB", most=30)


def _installed() -> int:
    """Bytes on disk: lxml, olefile, pypdfium2 and the two packages of this repository."""
    needed = [
        file.locate() for name in ("lxml", "olefile", "pypdfium2") for file in metadata.files(name) or []
    ]
    own = Path(vanban.__file__).resolve().parents[1].rglob("*")
    return sum(Path(file).stat().st_size for file in [*needed, *own] if Path(file).is_file())


if __name__ == "__main__":
    sys.exit(tell((texts, linearity, words_files, pages, sizes), arguments=sys.argv[1:]))
