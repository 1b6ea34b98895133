"""Packages that are made to do harm, or that were torn: .docx and .odt."""

# ruff: noqa: E501 -- a row of the table stays on its line

from __future__ import annotations

import io
import random
import struct
import warnings
import zipfile
import zlib
from collections.abc import Callable

from wordfiles import SPACES, num, p, package, part, tbl, tc, word

MiB = 1 << 20
GOOD = part("document", f"<w:body>{p('Sửa cầu')}</w:body>")
LAUGHS = "<!DOCTYPE a [" + '<!ENTITY l0 "ha">' + "".join(
    f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10)
) + "]>"  # fmt: skip
OUTSIDE = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
ODT = "application/vnd.oasis.opendocument.text"
_OFFICE = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
)


def document(xml: str | bytes, **parts: str) -> bytes:
    """A .docx with this document part, and other parts by their names."""
    return package({"word/document.xml": xml} | {f"word/{name}.xml": text for name, text in parts.items()})


def unfolding() -> bytes:
    """A .docx whose document part is 512 MB of one letter; packed piece by piece, as quickly as it goes."""
    stream, (before, after) = io.BytesIO(), GOOD.encode().split("Sửa cầu".encode())
    with (
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as made,
        made.open("word/document.xml", "w") as part,
    ):
        part.write(before)
        for _ in range(512):
            part.write(b"a" * MiB)
        part.write(after)
    return stream.getvalue()


def declared(declaration: str, *, encoding: str = "utf-8") -> bytes:
    """A .docx whose document begins with a declaration."""
    return document(
        GOOD.replace("<w:document", f"{declaration}<w:document").replace("UTF-8", encoding).encode(encoding)
    )


def noise(size: int) -> str:
    """Letters that a packer cannot make much smaller."""
    piece = "".join(random.Random(1).choices("abcdeghiklmnopqrstuvxy áàảãạ", k=min(size, 99_991)))
    return (piece * (size // len(piece) + 1))[:size]


def stored(files: dict[str, bytes]) -> bytes:
    """A ZIP whose parts are not packed."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as made:
        for name, data in files.items():
            made.writestr(name, data)
    return stream.getvalue()


def twice() -> bytes:
    """Two parts of one name: which one is read depends on who reads."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as made, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        made.writestr("word/document.xml", GOOD)
        made.writestr("word/document.xml", GOOD.replace("Sửa cầu", "Phá cầu"))
    return stream.getvalue()


def renamed(old: bytes, new: bytes) -> bytes:
    """A .docx in which a part has another name, of the same length."""
    return package({"word/document.xml": GOOD, old.decode(): "x"}).replace(old, new)


def many_entries() -> bytes:
    return package({"word/document.xml": GOOD} | {f"{n}": b"" for n in range(30_000)})


def hidden_entries() -> bytes:
    """The end record says that there are ten entries; its list holds all."""
    data = bytearray(many_entries())
    struct.pack_into("<HH", data, len(data) - 14, 10, 10)
    return bytes(data)


def overlapping() -> bytes:
    """Fifteen parts that all unfold from the same packed bytes."""
    kernel = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = kernel.compress(bytes(14 * MiB)) + kernel.flush()
    names = [b"word/document.xml", *(b"word/header%d.xml" % n for n in range(1, 15))]
    crc, size = zlib.crc32(bytes(14 * MiB)), 14 * MiB
    form = struct.pack("<HHHHHIII", 20, 0, 8, 0, 33, crc, len(packed), size)
    data = b"PK\x03\x04" + form + struct.pack("<HH", len(names[0]), 0) + names[0] + packed
    listed = b"".join(
        b"PK\x01\x02"
        + struct.pack("<H", 20)
        + form
        + struct.pack("<HHHHHII", len(name), 0, 0, 0, 0, 0, 0)
        + name
        for name in names
    )
    end = struct.pack("<HHHHIIH", 0, 0, len(names), len(names), len(listed), len(data), 0)
    return data + listed + b"PK\x05\x06" + end


def with_end_64(*, entries: int, size: int) -> bytes:
    """A .docx with a second end record, which some readers choose, that says so."""
    data = document(GOOD)
    at = data.rindex(b"PK\x05\x06")
    place = data.rindex(b"PK\x01\x02")
    second = b"PK\x06\x06" + struct.pack("<QHHIIQQQQ", 44, 45, 45, 0, 0, entries, entries, size, place)
    locator = b"PK\x06\x07" + struct.pack("<IQI", 0, at, 1)
    return data[:at] + second + locator + data[at:]


def sized_64(size: int) -> bytes:
    """The list says by its extra field that the document unfolds to so much."""
    data = bytearray(document(GOOD))
    at = data.rindex(b"PK\x01\x02")
    end = data.rindex(b"PK\x05\x06")
    extra = struct.pack("<HHQ", 1, 8, size)
    struct.pack_into("<I", data, at + 24, 0xFFFFFFFF)
    struct.pack_into("<H", data, at + 30, len(extra))
    listed = data[at:end] + extra
    struct.pack_into("<I", data, end + 12, len(listed))
    return bytes(data[:at] + listed + data[end:])


def changed(sign: bytes, place: int, form: str, *values: int) -> bytes:
    """A .docx with other values in the last record that begins with a sign."""
    data = bytearray(document(GOOD))
    struct.pack_into(form, data, data.rindex(sign) + place, *values)
    return bytes(data)


def locked() -> bytes:
    data = bytearray(document(GOOD))
    for sign, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.find(sign) + place] |= 1
    return bytes(data)


def nested(name: str, times: int) -> bytes:
    """A .docx whose body holds an element in itself, so many times."""
    return document(GOOD.replace("<w:body>", "<w:body>" + f"<w:{name}>" * times, 1).replace(
        "</w:body>", f"</w:{name}>" * times + "</w:body>", 1
    ))  # fmt: skip


def tables(times: int) -> bytes:
    """Tables in tables."""
    inner = p("Sửa cầu")
    for _ in range(times):
        inner = f"<w:tbl><w:tr><w:tc>{inner}</w:tc><w:tc>{p('x')}</w:tc></w:tr></w:tbl>"
    return word(inner)


def wide(columns: int, rows: int) -> bytes:
    """A table of so many columns."""
    head = "".join(
        tc(text) for text in ("TT", "Nội dung", "Chủ trì", "Thời gian", *map(str, range(columns - 4)))
    )
    body = "".join(tc(text) for text in ("1", "Sửa cầu treo", "Sở Y tế", "Quý I", *["x"] * (columns - 4)))
    return word(tbl(head, *[body] * rows))


def spans(value: str) -> bytes:
    """A table whose cells say that they cover so many columns."""
    return word(tbl(*["".join(tc("Sửa cầu", props=f'<w:gridSpan w:val="{value}"/>') for _ in range(9))] * 9))


def lists() -> bytes:
    """Lists whose styles are based on each other in a circle, levels that name each other, huge numbers."""
    styles = "".join(
        f'<w:style w:styleId="S{n}"><w:basedOn w:val="S{1 - n}"/><w:pPr><w:numPr/></w:pPr></w:style>'
        for n in (0, 1)
    )
    level = (
        '<w:lvl w:ilvl="99999"><w:start w:val="99999"/><w:numFmt w:val="lowerLetter"/>'
        f'<w:lvlText w:val="{"%1" * 5000}"/></w:lvl>'
    )
    numbering = (
        f'<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="S0"/>{level}</w:abstractNum>{num(1, 1)}'
    )
    return word(p("Sửa cầu", num=(1, 99999), style="S0") * 50, numbering=numbering, styles=styles)


def odt(body: str, *, declaration: str = "") -> bytes:
    """An .odt with this body."""
    xml = (
        f'<?xml version="1.0"?>{declaration}<office:document-content {_OFFICE}><office:body><office:text>{body}'
        "</office:text></office:body></office:document-content>"
    )
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr(zipfile.ZipInfo("mimetype"), ODT)
        made.writestr("content.xml", xml)
    return stream.getvalue()


def odt_table(repeated: int) -> bytes:
    """One cell that stands so often in a row, and one row so often in a table."""
    cell = f'<table:table-cell table:number-columns-repeated="{repeated}"><text:p>Sửa</text:p></table:table-cell>'
    row = f'<table:table-row table:number-rows-repeated="{repeated}">{cell}</table:table-row>'
    return odt(f"<table:table>{row * 3}</table:table>")


def embedded() -> bytes:
    """A .docx within a .docx, as an object that Word shows as an icon."""
    inner = word(p("Bên trong"))
    stream = io.BytesIO(word(p("Sửa cầu")))
    with zipfile.ZipFile(stream, "a") as outer:
        outer.writestr("word/embeddings/trong.docx", inner)
    return stream.getvalue()


def alternative() -> bytes:
    """A .docx whose words stand in another file within it, which Word shows in their place."""
    body = f'{p("Sửa cầu")}<w:altChunk r:id="a"/>'
    spaces = f'{SPACES} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    xml = f'<?xml version="1.0"?><w:document {spaces}><w:body>{body}</w:body></w:document>'
    return package({"word/document.xml": xml, "word/trong.html": "<p>Trồng tre</p>"})


DANGEROUS, BROKEN, LARGE, LOCKED, KILLED = (
    "dangerous-file",
    "broken-file",
    "too-large",
    "encrypted",
    "parser-killed",
)
READ, UNKNOWN, WORDLESS = "read", "unknown-kind", "no-words"
MISSING = "not-installed"  # what a picture is refused with where the parts that recognise words are missing

FILES: dict[str, tuple[Callable[[], bytes], tuple[str, ...]]] = {
    "docx: a part that unfolds to 512 MB": (unfolding, (DANGEROUS,)),
    "docx: three million empty paragraphs": (
        lambda: document(GOOD.replace("</w:body>", "<w:p/>" * 3_000_000 + "</w:body>")), (DANGEROUS,),
    ),
    "docx: as many as fit, not packed": (
        lambda: stored({"word/document.xml": GOOD.replace("</w:body>", "<w:p/>" * 2_700_000 + "</w:body>").encode()}),
        (KILLED, LARGE),
    ),
    "docx: thirty thousand entries": (many_entries, (DANGEROUS,)),
    "docx: more entries than it says": (hidden_entries, (DANGEROUS,)),
    "docx: parts that overlap": (overlapping, (DANGEROUS,)),
    "docx: two parts of one name": (twice, (DANGEROUS,)),
    "docx: a second end record with a million entries": (lambda: with_end_64(entries=10**6, size=99), (DANGEROUS,)),
    "docx: a second end record with an endless list": (lambda: with_end_64(entries=1, size=2**62), (DANGEROUS,)),
    "docx: a second end record with no list": (lambda: with_end_64(entries=0, size=0), (BROKEN,)),
    "docx: a part of four exabytes by its extra field": (lambda: sized_64(2**62), (DANGEROUS,)),
    "docx: a part of minus one byte by its extra field": (lambda: sized_64(2**64 - 1), (DANGEROUS,)),
    "docx: a wrong check sum": (lambda: changed(b"PK\x01\x02", 16, "<I", 1), (BROKEN,)),
    "docx: more bytes than there are": (lambda: changed(b"PK\x01\x02", 20, "<II", 900_000, 900_000), (READ, BROKEN, DANGEROUS)),
    "docx: fewer bytes than there are": (lambda: changed(b"PK\x01\x02", 24, "<I", 40), (BROKEN,)),
    "docx: a packer that nobody knows": (lambda: changed(b"PK\x01\x02", 10, "<H", 99), (BROKEN,)),
    "docx: a packer that needs much memory": (lambda: changed(b"PK\x01\x02", 10, "<H", 14), (BROKEN,)),
    "docx: a list that begins elsewhere": (lambda: changed(b"PK\x05\x06", 16, "<I", 0xFFFFFF00), (BROKEN, DANGEROUS)),
    "docx: a part that begins elsewhere": (lambda: changed(b"PK\x01\x02", 42, "<I", 0xFFFFFF00), (BROKEN, DANGEROUS)),
    "docx: a password of its parts": (locked, (LOCKED,)),
    "docx: a path out of the package": (lambda: document(GOOD) and package(
        {"word/document.xml": GOOD, "../../etc/cron.d/x": "x"}), (DANGEROUS,)),
    "docx: a path from the root": (lambda: package({"word/document.xml": GOOD, "/etc/cron.d/x": "x"}), (DANGEROUS,)),
    "docx: a path of Windows": (lambda: package({"word/document.xml": GOOD, "C:\\x.exe": "x"}), (DANGEROUS,)),
    "docx: a path back, of Windows": (lambda: renamed(b"word/x/x/x.bin", b"word\\..\\..\\bin"), (DANGEROUS,)),
    "docx: a NUL in a name": (lambda: renamed(b"word/document.xml.exe", b"word/document.xml\x00exe"), (DANGEROUS,)),
    "docx: entities in entities": (lambda: declared(LAUGHS), (DANGEROUS,)),
    "docx: an entity from outside": (lambda: declared(OUTSIDE), (DANGEROUS,)),
    "docx: a document type behind blanks": (lambda: declared(" " * 9000 + "<!DOCTYPE a []>"), (DANGEROUS,)),
    "docx: a document type behind a remark": (lambda: declared(f"<!--{'x' * 9000}-->{LAUGHS}"), (DANGEROUS, BROKEN)),
    "docx: a document type in two bytes a letter": (lambda: declared(OUTSIDE, encoding="utf-16"), (DANGEROUS,)),
    "docx: entities in its styles": (
        lambda: word(p("Sửa cầu", style="S"), styles="<w:numPr/>", numbering="x").replace(b"", b"") and document(
            part("document", f"<w:body>{p('Sửa cầu', style='S')}</w:body>"),
            styles=LAUGHS + part("styles", "<w:numPr/>").partition("?>")[2], numbering=part("numbering", ""),
        ), (DANGEROUS,),
    ),
    "docx: 200,000 elements in each other": (lambda: nested("sdt", 200_000), (DANGEROUS, BROKEN)),
    "docx: 240 elements in each other": (lambda: nested("sdt", 240), (READ,)),
    "docx: fifty tables in each other": (lambda: tables(50), (READ,)),
    "docx: 10 MB in one line": (lambda: word(p(noise(10_000_000))), (LARGE,)),
    "docx: 10 MB in one line of blanks": (lambda: word(p(" " * 10_000_000)), (DANGEROUS, LARGE)),
    "docx: 9 MB of line breaks": (lambda: word(f"<w:p><w:r>{'<w:br/><w:t>a</w:t>' * 470_000}</w:r></w:p>"), (DANGEROUS, LARGE, READ)),
    "docx: 500 columns": (lambda: wide(500, 30), (READ,)),
    "docx: 500 columns and 1,000 rows": (lambda: wide(500, 1_000), (DANGEROUS, LARGE)),
    "docx: cells over 100,000 columns": (lambda: spans("100000"), (READ,)),
    "docx: cells over minus one column": (lambda: spans("-1"), (READ,)),
    "docx: lists in circles": (lists, (READ,)),
    "docx: a .docx within": (embedded, (READ,)),
    "docx: words from another file within": (alternative, (READ,)),
    "docx: no body": (lambda: document(part("document", "")), (BROKEN,)),
    "docx: nothing in it": (lambda: word(""), (WORDLESS,)),
    "odt: a content that unfolds to 300 MB": (lambda: odt("a" * (300 * MiB)), (DANGEROUS,)),
    "odt: entities in entities": (lambda: odt("&l9;", declaration=LAUGHS), (DANGEROUS,)),
    "odt: an entity from outside": (lambda: odt("&x;", declaration=OUTSIDE), (DANGEROUS,)),
    "odt: 200,000 elements in each other": (lambda: odt("<text:section>" * 200_000 + "</text:section>" * 200_000), (DANGEROUS,)),
    "odt: a cell a million times": (lambda: odt_table(1_000_000), (LARGE,)),
    "odt: blanks a million times": (lambda: odt('<text:p>a<text:s text:c="1000000000"/>b</text:p>' * 9), (READ,)),
    "odt: 10 MB in one line": (lambda: odt(f"<text:p>{noise(10_000_000)}</text:p>"), (LARGE,)),
}  # fmt: skip
