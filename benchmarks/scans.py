"""What is read of scans, and what it costs: python benchmarks/scans.py [--check]

Made scans (see scanned.py) are read beside the same pages as a PDF of text and beside bare Tesseract. The real
documents of the corpus are scored by its own script where it lies beside the checkout, or where VANBAN_CORPUS says;
without it only the annex and the plan of own words are read. Typefaces are looked for in VANBAN_FONTS, too.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import material
import scanned
from rows import Row, tell
from timing import cpu, seconds

import vanban
from vanban.files import load
from vanban.files.blocks import Block, Paragraph, Table
from vanban.jsonform import to_json
from vanban.layout.plain import blocks_of_lines
from vanban.reading import read_content

CORPUS = Path(os.environ.get("VANBAN_CORPUS") or Path(__file__).resolve().parents[2] / "shared" / "reading")
QUALITIES = ("clean", "degraded")
SEED = 7
FIELDS = (
    "header", "recipients", "citations", "outline", "section roles", "tasks", "lead", "coordinators", "time", "product",
    "reports", "report addressees", "text kept",
)  # fmt: skip
NEAR = 0.05  # a scan is read that much worse than its text, at most
# The largest of the processes that ended is one of those that recognise pages.
CREW = """
import resource, sys
from pathlib import Path
import vanban
vanban.read(Path(sys.argv[1]))
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


def corpus() -> Iterator[Row]:
    """Real documents, set anew: F1 of each field, and citations with number and date exact."""
    papers = _papers()
    if not papers:
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        text: dict[str, float] = {}
        for form in ("text", *QUALITIES):
            _read_all(papers, form, folder / form)
            all_scores = _scores(folder / form)
            scores = {field: all_scores[field]["f1"] for field in FIELDS}
            for field, score in scores.items():
                yield Row(f"{form}: {field}, F1", score, least=text[field] - NEAR if text else None)
            yield Row(f"{form}: citations, number and date exact", _exact(folder / form), least=0.98)
            text = text or scores


def tables() -> Iterator[Row]:
    """Tables: cells in their column, their words the same."""
    grids = {"annex of own words": [Paragraph("PHỤ LỤC"), Paragraph("DANH MỤC NHIỆM VỤ"), scanned.annex()]}
    for name, blocks in _papers().items():
        if any(scanned.is_ruled(block) for block in blocks):
            grids[f"table of {name}"] = blocks
    for name, blocks in grids.items():
        wanted = _cells_of(blocks)
        for quality in QUALITIES:
            read = vanban.read(scanned.scan(blocks, quality=quality, seed=SEED))
            cells = Counter(
                (column, _folded(read.text[slice(*span)]))
                for grid in read.tables for row in grid.rows for column, span in enumerate(row)
            )  # fmt: skip
            share = (wanted & cells).total() / wanted.total()
            yield Row(f"{quality}: {name}, cells exact", share, least=0.92)


def costs() -> Iterator[Row]:
    """Time and memory for a page, against bare Tesseract on the same pages."""
    os.environ["OMP_THREAD_LIMIT"] = "1"
    blocks = blocks_of_lines(material.plan(9_000).splitlines())
    for quality in QUALITIES:
        data = scanned.scan(blocks, quality=quality, seed=SEED)
        ours = seconds(lambda data=data: load(data), rounds=1)
        theirs, pages = _bare(data)
        yield Row(f"{quality}: bare Tesseract, a page", theirs / pages, "s")
        yield Row(f"{quality}: our reader, a page", ours / pages, "s")
        yield Row(f"{quality}: our reader / bare Tesseract", ours / theirs, "×", most=1.5)
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "plan.pdf")
            path.write_bytes(data)
            command = [sys.executable, "-c", CREW, str(path)]
            peak = int(subprocess.run(command, check=True, capture_output=True).stdout) / 1024
            yield Row(f"{quality}: memory of a process that recognises pages", peak, "MB", most=150)


def _bare(data: bytes) -> tuple[float, int]:
    """CPU seconds of Tesseract alone, pictures not counted, and how many pages there are."""
    import pypdfium2
    import tesserocr

    from vanban.files.scan.data import LANGUAGE, data_folder

    pictures = [page.render(scale=scanned.DPI / 72).to_pil() for page in pypdfium2.PdfDocument(data)]
    with tesserocr.PyTessBaseAPI(path=data_folder(), lang=LANGUAGE, psm=tesserocr.PSM.AUTO) as engine:
        start = cpu()
        for picture in pictures:
            engine.SetImage(picture)
            engine.GetUTF8Text()
        return cpu() - start, len(pictures)


def _papers() -> dict[str, list[Block]]:
    """The documents of the corpus by the names of their gold readings."""
    files = sorted((CORPUS / "corpus").glob("*")) if (CORPUS / "score.py").is_file() else []
    return {file.stem: blocks_of_lines(file.read_text("utf-8").splitlines()) for file in files}


def _read_all(papers: dict[str, list[Block]], form: str, folder: Path) -> None:
    folder.mkdir()
    for name, blocks in papers.items():
        data = scanned.printed(blocks) if form == "text" else scanned.scan(blocks, quality=form, seed=SEED)
        (folder / f"{name}.json").write_text(json.dumps(to_json(read_content(load(data)))), "utf-8")


def _scores(folder: Path) -> dict[str, dict[str, float]]:
    command = [
        sys.executable, CORPUS / "score.py", "--gold", CORPUS / "gold", "--read", folder,
        "--corpus", CORPUS / "corpus", "--json",
    ]  # fmt: skip
    scores: dict[str, dict[str, float]] = json.loads(
        subprocess.run(command, capture_output=True, check=True).stdout
    )
    return scores


def _exact(folder: Path) -> float:
    """The share of gold citations that were read with the same number, and the same date where they have one."""
    right = total = 0
    for path in sorted((CORPUS / "gold").glob("*.json")):
        gold = json.loads(path.read_text("utf-8"))["citations"]
        read = json.loads((folder / path.name).read_text("utf-8"))["citations"]
        have = {(_number(one), date) for one in read for date in (one["date"], None)}
        wanted = [(_number(one), one["date"]) for one in gold if one["number"]]
        right += sum(one in have for one in wanted)
        total += len(wanted)
    return right / total


def _number(citation: dict[str, str | None]) -> str:
    """One written in capitals, or with a second bar for a hyphen, is the same number."""
    return (citation["number"] or "").upper().replace("/", "-")


def _cells_of(blocks: list[Block]) -> Counter[tuple[int, str]]:
    """The words of each cell of the ruled tables, with its column."""
    return Counter(
        (column, _folded(" ".join(cell)))
        for block in blocks if isinstance(block, Table) and scanned.is_ruled(block)
        for row in block.rows for column, cell in enumerate(row) if any(cell)
    )  # fmt: skip


def _folded(text: str) -> str:
    return " ".join(text.split())


if __name__ == "__main__":
    sys.exit(tell((corpus, tables, costs), arguments=sys.argv[1:]))
