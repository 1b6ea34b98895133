"""Scans made here: a text is set, its pages are rendered, and only the pictures are kept."""

from __future__ import annotations

import hashlib
import io
from pathlib import Path
from typing import Any

import typst
from PIL import Image
from pypdfium2 import PdfDocument

from caytre.core.models import User
from caytre.documents.actions import intake
from caytre.documents.models import Document, Reading, State
from conftest import missing
from factories import AT, PLAN, place
from vanban import read_text
from vanban.jsonform import to_json

SET = """#set page(paper: "a4", margin: 2cm)
#set text(size: 11pt)
#set par(leading: 0.8em)
"""
DPI = 150
BREAK = "III. TỔ CHỨC"
STAMP = """#box(stroke: 2pt + red, inset: 6pt,
  text(font: "New Computer Modern", size: 16pt, weight: "bold", fill: red)[MẬT])

"""


def needs_recognition() -> None:
    """Skip where pictures cannot be read."""
    try:
        import tesserocr  # noqa: F401
    except ImportError:
        missing("tesserocr")
    if not list(Path("/usr/share").glob("tesseract-ocr/*/tessdata/vie.traineddata")):
        missing("tesseract-ocr-vie")


def pictures(*pages: str, stamped: int = 0) -> list[Image.Image]:
    """Each text on a page of its own; page ``stamped`` (from 1) bears a red stamp of secrecy."""
    texts = [page.replace("\\", "\\\\").replace('"', '\\"') for page in pages]
    shown = [f'{STAMP if at == stamped else ""}#text("{text}")' for at, text in enumerate(texts, start=1)]
    document = PdfDocument(typst.compile((SET + "#pagebreak()".join(shown)).encode()))
    return [page.render(scale=DPI / 72).to_pil().convert("RGB") for page in document]


def scan(*pages: str, stamped: int = 0) -> bytes:
    """A PDF that holds only pictures of these pages."""
    first, *others = pictures(*pages, stamped=stamped)
    made = io.BytesIO()
    first.save(made, "PDF", save_all=True, append_images=others, resolution=DPI)
    return made.getvalue()


def photograph(page: str) -> bytes:
    """A page as PNG."""
    made = io.BytesIO()
    pictures(page)[0].save(made, "PNG")
    return made.getvalue()


def plan_pages() -> list[str]:
    """The plan on two pages."""
    above, _, below = PLAN.partition(BREAK)
    return [above, BREAK + below]


def doubt(text: str, words: str, *, page: int = 1, confidence: float = 0.62, was: str | None = None) -> Any:
    """A doubt in the form of a reading, on the first place of these words."""
    start = text.index(words)
    top = round(0.1 + 0.8 * start / len(text), 4)
    box = [0.25, top, 0.4, top + 0.02]
    return {
        "span": [start, start + len(words)], "page": page, "box": box, "confidence": confidence, "was": was,
    }  # fmt: skip


def doubtful(folder: Path, *, by: User) -> Document:
    """A scan of the plan that was read, its number repaired and two of its words not sure."""
    path = folder / "quét.pdf"
    path.write_bytes(scan(*plan_pages()))
    sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
    examined = intake.Examined(path, path.name, "pdf", path.stat().st_size, sha256)
    document = intake.register(examined, unit=place(by), by=by, at=AT, queue=lambda key: None)
    content = to_json(read_text(PLAN))
    text = content["text"]
    cut = text.index(BREAK)
    content["pages"] = [
        {"start": 0, "end": cut, "confidence": 0.93},
        {"start": cut, "end": len(text), "confidence": 0.7},
    ]
    content["doubts"] = [
        doubt(text, "41/KH-UBND", confidence=0.91, was="41/KH-UBNĐ"),
        doubt(text, "Bãi Lau."),
        doubt(text, "hằng", page=2, confidence=0.55),
    ]
    Reading.objects.create(document=document, number=1, at=AT, version="0", content=content)
    Document.objects.filter(pk=document.pk).update(state=State.READ, title="Trồng tre ven suối năm 2031")
    document.refresh_from_db()
    return document
