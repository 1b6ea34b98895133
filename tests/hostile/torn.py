"""Sound files cut short, and files of one kind that look like another."""

from __future__ import annotations

from collections.abc import Callable

from hostile import olds, packages, pages
from hostile.packages import BROKEN, DANGEROUS, LARGE, MISSING, READ, UNKNOWN, WORDLESS
from pdffiles import pdf
from wordfiles import p, word

KILOBYTE = 1024


def whole() -> dict[str, bytes]:
    """A sound file of each kind, none shorter than two kilobytes."""
    lines = [f"{n}. Sửa cầu treo số {n} của xã Suối Trúc; xong trước ngày 15/12/2030." for n in range(40)]
    paragraphs = "".join(map(p, lines))
    plain = "\n".join(lines)
    return {
        "docx": word(paragraphs + packages.noise(9_000)),
        "odt": packages.odt("".join(f"<text:p>{line}</text:p>" for line in lines) + packages.noise(9_000)),
        "pdf": pdf(lines=lines),
        "html": pages.page("".join(f"<p>{line}</p>" for line in lines)),
        "text": plain.encode(),
        "rtf": olds.rtf("".join(f"{line}\\par " for line in lines)),
        "doc": olds.ole({}),
        "mht": olds.html_part("".join(f"<p>{line}</p>" for line in lines).encode()),
        "png": olds.png(3_000, 2_000, packed=bytes(range(256)) * 20),
        "jpeg": olds.jpeg(900, 900) + bytes(2_000),
        "tiff": olds.tiff(2, bytes_said=0) + bytes(2_000),
    }


def cut(kind: str, length: Callable[[bytes], int]) -> bytes:
    data = whole()[kind]
    return data[: length(data)]


_PICTURE = (BROKEN, WORDLESS, LARGE, MISSING)
_OUTCOMES = {
    "html": (READ,), "text": (READ,), "rtf": (READ,), "mht": (READ,), "pdf": (READ, BROKEN), "docx": (BROKEN,),
    "doc": (BROKEN,), "odt": (BROKEN, READ), "png": _PICTURE, "jpeg": _PICTURE, "tiff": _PICTURE,
}  # fmt: skip
FILES: dict[str, tuple[Callable[[], bytes], tuple[str, ...]]] = {
    f"{kind}: {name}": (lambda kind=kind, length=length: cut(kind, length), _OUTCOMES[kind])
    for kind in whole()
    for name, length in (
        ("its first half", lambda data: len(data) // 2),
        ("its first kilobyte", lambda data: KILOBYTE),
        ("all but its last byte", lambda data: len(data) - 1),
    )
}
FILES |= {
    "two: a package behind a text": (lambda: b"Sua cau\n" * 9 + word(p("Sửa cầu")), (UNKNOWN,)),
    "two: a package behind a page": (lambda: pages.page("<p>Sửa cầu") + word(p("Sửa cầu")), (UNKNOWN, READ)),
    "two: a PDF behind a package": (lambda: word(p("Sửa cầu")) + pdf(), (BROKEN, DANGEROUS, READ)),
    "two: a page in a Word file's clothes": (lambda: pages.page("<p>Sửa cầu</p>" * 9), (READ,)),
    "two: RTF that holds a page": (lambda: b"{\\rtf1 <html><p>Sua cau</p></html>}", (READ,)),
    "two: a page that holds a PDF": (lambda: b"<html><p>%PDF-1.7</p>", (DANGEROUS,)),
    "two: a picture with a package behind": (
        lambda: olds.png(8, 8) + word(p("Sửa cầu")),
        (WORDLESS, MISSING),
    ),
    "two: a program": (lambda: b"MZ\x90\x00" + bytes(600), (UNKNOWN,)),
    "two: a script": (lambda: b"#!/bin/sh\nrm -rf /\n", (READ,)),
    "two: a workbook": (lambda: packages.package({"xl/workbook.xml": "<a/>"}), (UNKNOWN,)),
    "two: an archive": (lambda: packages.package({"a.txt": "x"}), (UNKNOWN,)),
    "two: another archive": (lambda: b"Rar!\x1a\x07\x00" + bytes(600), (UNKNOWN,)),
}
