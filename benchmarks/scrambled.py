"""A PDF as some printers write it: the plain letters of a line first, then the accented ones from a second font.

Readers that trust the order of the file get "HUY N TH NGHI M Ệ Ử Ệ" from such a page. Both fonts are Courier, so
that every letter is as wide as any other; the second one says by its ToUnicode table which letters it means.
"""

from __future__ import annotations

import textwrap
from itertools import groupby

SIZE, LEADING, LEFT, TOP = 10, 14, 60, 780
WIDTH, LINES = 78, 51  # letters in a line, lines on a page
FIRST = 0x21  # the code of the first accented letter


def pdf(text: str) -> bytes:
    """The text, wrapped, on as many pages as it takes."""
    lines = [part for line in text.split("\n") if line for part in textwrap.wrap(line, WIDTH)]
    letters = sorted({letter for line in lines for letter in line if not letter.isascii()})
    codes = {letter: FIRST + index for index, letter in enumerate(letters)}
    pages = [lines[start : start + LINES] for start in range(0, len(lines), LINES)]
    return _file([_content(page, codes) for page in pages], _table(codes))


def _content(lines: list[str], codes: dict[str, int]) -> str:
    parts = []
    for row, line in enumerate(lines):
        where = f"1 0 0 1 {LEFT} {TOP - row * LEADING} Tm"
        parts.append(f"/F1 {SIZE} Tf {where} [{_shown(line, {}, accented=False)}] TJ")
        if any(letter in codes for letter in line):
            parts.append(f"/F2 {SIZE} Tf {where} [{_shown(line, codes, accented=True)}] TJ")
    return "BT\n" + "\n".join(parts) + "\nET"


def _shown(line: str, codes: dict[str, int], *, accented: bool) -> str:
    """The letters of one font, with jumps (of 600 thousandths a letter) over those of the other."""
    parts = []
    for other, run in groupby(line, key=lambda letter: letter.isascii() is accented):
        letters = list(run)
        if other:
            parts.append(str(-600 * len(letters)))
        else:
            parts.append("<" + "".join(f"{codes.get(letter, ord(letter)):02x}" for letter in letters) + ">")
    return " ".join(parts)


def _table(codes: dict[str, int]) -> str:
    rows = "\n".join(f"<{code:02x}> <{letter.encode('utf-16-be').hex()}>" for letter, code in codes.items())
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def /CMapName /Letters def\n"
        f"1 begincodespacerange <00> <ff> endcodespacerange\n{len(codes)} beginbfchar\n{rows}\nendbfchar\n"
        "endcmap CMapName currentdict /CMap defineresource pop end end"
    )


def _file(contents: list[str], table: str) -> bytes:
    font = "<< /Type /Font /Subtype /Type1 /BaseFont /Courier"
    widths = f"/FirstChar 0 /LastChar 255 /Widths [{' '.join(['600'] * 256)}]"
    pages = [6 + 2 * index for index in range(len(contents))]
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{' '.join(f'{page} 0 R' for page in pages)}] >>",
        f"{font} {widths} >>",
        f"{font} {widths} /ToUnicode 5 0 R >>",
        _stream(table),
    ]
    for page, content in zip(pages, contents, strict=True):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {page + 1} 0 R "
            "/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>"
        )
        objects.append(_stream(content))
    return _written(objects)


def _stream(words: str) -> str:
    return f"<< /Length {len(words)} >>\nstream\n{words}\nendstream"


def _written(objects: list[str]) -> bytes:
    out, places = "%PDF-1.7\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n"
    rows = "".join(f"{place:010} 00000 n \n" for place in places)
    trailer = f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    return f"{out}xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{rows}{trailer}".encode("ascii")
