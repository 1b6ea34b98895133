"""PDF files written by hand: lines in one font whose letters are all as wide, pages, extra objects."""

from __future__ import annotations


def stream(data: bytes, entries: str = "") -> bytes:
    """An object's body: a stream."""
    return f"<< /Length {len(data)} {entries} >>\nstream\n".encode() + data + b"\nendstream"


def shown(text: str, *, left: float, base: float, size: float = 12) -> str:
    """The operators that print a text."""
    codes = text.encode("utf-16-be").hex()
    return f"BT /F1 {size} Tf 1 0 0 1 {left} {base} Tm <{codes}> Tj ET\n"


def rule(left: float, bottom: float, right: float, top: float) -> str:
    """The operators that draw a line."""
    return f"{left} {bottom} m {right} {top} l S\n"


def pdf(
    *objects: bytes,
    lines: list[str] | None = None,
    pages: list[str] | None = None,
    trailer: str = "",
    font: str = "Courier",
) -> bytes:
    """A PDF with ``lines`` on one page, or with ``pages`` of operators; ``objects`` stand unused beside them."""
    if pages is None:
        pages = ["".join(shown(line, left=60, base=780 - 16 * at) for at, line in enumerate(lines or ["x"]))]
    first = 6 + len(objects)
    kids = " ".join(f"{first + 2 * at} 0 R" for at in range(len(pages)))
    bodies = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{kids}] >>".encode(),
        (
            f"<< /Type /Font /Subtype /Type0 /BaseFont /{font} /Encoding /Identity-H /ToUnicode 4 0 R "
            f"/DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{font} /DW 600 "
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>] >>"
        ).encode(),
        stream(_unicode()),
        b"<< >>",
        *objects,
    ]
    for at, page in enumerate(pages):
        bodies.append(
            (
                f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {first + 2 * at + 1} 0 R "
                "/Resources << /Font << /F1 3 0 R >> >> >>"
            ).encode()
        )
        bodies.append(stream(page.encode()))
    return _written(bodies, trailer)


def _unicode() -> bytes:
    """Each code of the font is the letter's own number."""
    rows = "\n".join(f"<{high:02x}00> <{high:02x}ff> <{high:02x}00>" for high in (*range(0x05), 0x1E, 0x20))
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def /CMapName /L def\n"
        f"1 begincodespacerange <0000> <ffff> endcodespacerange\n7 beginbfrange\n{rows}\nendbfrange\n"
        "endcmap CMapName currentdict /CMap defineresource pop end end"
    ).encode()


def _written(bodies: list[bytes], trailer: str) -> bytes:
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, body in enumerate(bodies, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    rows = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"trailer\n<< /Size {len(bodies) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{len(out)}\n%%EOF\n"
    return bytes(out) + f"xref\n0 {len(bodies) + 1}\n0000000000 65535 f \n{rows}{end}".encode()
