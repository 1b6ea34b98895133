"""PDF files that are made to do harm, or that were torn."""

# ruff: noqa: E501 -- a row of the table stays on its line

from __future__ import annotations

import hashlib
import re
import struct
import zlib
from base64 import a85encode
from collections.abc import Callable
from functools import cache

from hostile.packages import (
    BROKEN,
    DANGEROUS,
    GOOD,
    KILLED,
    LARGE,
    LOCKED,
    MISSING,
    READ,
    WORDLESS,
    MiB,
    document,
    noise,
)  # fmt: skip
from pdffiles import pdf, shown, stream

LINES = ["Sửa cầu treo của xã Suối Trúc"] * 5
SEEN = (WORDLESS, BROKEN, LARGE, KILLED, MISSING)  # a page that is a picture which cannot be drawn
ENDED = (DANGEROUS, KILLED, BROKEN, LARGE)


@cache
def flate(size: int, times: int = 1) -> bytes:
    """So many zeros, packed so often."""
    packed = bytes(size)
    for _ in range(times):
        packed = zlib.compress(packed, 6)
    return packed


def behind(code: Callable[[bytes], bytes], names: str) -> bytes:
    """A page whose content is a flate bomb written in other signs."""
    return content(stream(code(flate(400 * MiB)), f"/Filter [{names} /FlateDecode]"))


def content(body: bytes, *others: bytes, entries: str = "", kids: str = "3 0 R", count: int = 1) -> bytes:
    """A page with this content stream (object 4); ``others`` are objects from 5 on, ``entries`` the page's."""
    return raw(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {count} /Kids [{kids}] >>".encode(),
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R {entries} >>".encode(),
        body,
        *others,
    )


def raw(*bodies: bytes, trailer: str = "") -> bytes:
    """A PDF of these objects."""
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, body in enumerate(bodies, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    rows = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"trailer\n<< /Size {len(bodies) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{len(out)}\n%%EOF\n"
    return bytes(out) + f"xref\n0 {len(bodies) + 1}\n0000000000 65535 f \n{rows}{end}".encode()


def lzw(size: int) -> bytes:
    """Zeros packed by LZW: codes that each stand for one more zero than the one before, until the table is full."""
    bits = "".join(
        "100000000" + "000000000"
        + "".join(f"{code:0{9 if code < 510 else 10 if code < 1022 else 11 if code < 2046 else 12}b}"
                  for code in range(258, 4093))
        for _ in range(size // 7_340_000 + 1)
    )  # fmt: skip
    return int(bits.ljust(-len(bits) % 8 + len(bits), "0"), 2).to_bytes((len(bits) + 7) // 8, "big")


def in_object_stream() -> bytes:
    """Objects that stand in a packed stream which unfolds to 400 MB."""
    body = b"5 0 << >>".ljust(400 * MiB)
    packed = stream(zlib.compress(body, 9), "/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode")
    return content(stream(b"BT ET"), packed)


def cross_stream() -> bytes:
    """A list of objects that unfolds to 400 MB."""
    packed = stream(
        flate(400 * MiB), "/Type /XRef /Size 99999999 /W [1 4 2] /Root 1 0 R /Filter /FlateDecode"
    )
    body = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
    return body + b"9 0 obj\n" + packed + f"\nendobj\nstartxref\n{len(body)}\n%%EOF\n".encode()


def one_stream_often() -> bytes:
    """A page whose content is one long stream, a hundred thousand times."""
    page = stream(zlib.compress(b"q Q " * (3 * MiB), 9), "/Filter /FlateDecode")
    return content(page).replace(b"/Contents 4 0 R", b"/Contents [" + b"4 0 R " * 100_000 + b"]")


def forms(*, deep: int, wide: int) -> bytes:
    """Forms that each draw the next one so often."""
    bodies = []
    for at in range(deep):
        named = f"/Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /F {6 + at} 0 R >> >>"
        bodies.append(stream(b"/F Do " * wide, named))
    bodies.append(stream(b"q Q", "/Subtype /Form /BBox [0 0 9 9]"))
    return content(stream(b"/F Do"), *bodies, entries="/Resources << /XObject << /F 5 0 R >> >>")


def form_of_itself() -> bytes:
    body = stream(b"/F Do /F Do", "/Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /F 5 0 R >> >>")
    return content(stream(b"/F Do"), body, entries="/Resources << /XObject << /F 5 0 R >> >>")


def tree(kids: str, count: int) -> bytes:
    return content(stream(b"BT ET"), kids=kids, count=count)


def pages(count: int) -> bytes:
    """So many pages with a line each."""
    return pdf(pages=[shown(f"Sửa cầu số {'x' * (at % 97)}.", left=60, base=780) for at in range(count)])


def long_line() -> bytes:
    """One line of 2.5 million letters."""
    words = f"<{noise(8_000).encode('utf-16-be').hex()}> Tj " * 310
    return pdf(pages=[f"BT /F1 1 Tf 1 0 0 1 60 700 Tm {words} ET"])


def picture(wide: int, high: int) -> bytes:
    """A page that is one picture."""
    body = stream(
        flate(min(wide * high // 8, 60 * MiB)),
        f"/Subtype /Image /Width {wide} /Height {high} /BitsPerComponent 1 /ColorSpace /DeviceGray /Filter /FlateDecode",
    )
    return content(
        stream(b"595 0 0 842 0 0 cm /I Do"), body, entries="/Resources << /XObject << /I 5 0 R >> >>"
    )


def sized(box: str) -> bytes:
    """A page of this size, with words."""
    return pdf(lines=LINES).replace(b"[0 0 595 842]", box.encode())


_PAD = bytes.fromhex("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a")


def _rc4(key: bytes, data: bytes) -> bytes:
    state = list(range(256))
    j = 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    out, i, j = bytearray(), 0, 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)


def locked(*, user: bytes, owner: bytes = b"chu") -> bytes:
    """A PDF with the two passwords of the first way of locking; where ``user`` is empty, anybody may read it."""
    owned = _rc4(hashlib.md5((owner + _PAD)[:32]).digest()[:5], (user + _PAD)[:32])
    rights, name = -44, b"0123456789abcdef"
    key = hashlib.md5((user + _PAD)[:32] + owned + struct.pack("<i", rights) + name).digest()[:5]
    plain = pdf(lines=LINES)

    def shut(found: re.Match[bytes]) -> bytes:
        number = int(found[1])
        own = hashlib.md5(key + struct.pack("<I", number)[:3] + bytes(2)).digest()[:10]
        return found[0].replace(found[2], _rc4(own, found[2]))

    body = re.sub(rb"(?s)(\d+) 0 obj\n<<[^>]*>>\nstream\n(.*?)\nendstream", shut, plain)
    named = (
        f"/Encrypt << /Filter /Standard /V 1 /R 2 /O <{owned.hex()}> /U <{_rc4(key, _PAD).hex()}> /P {rights} >> "
        f"/ID [<{name.hex()}> <{name.hex()}>]"
    )
    return body.replace(b"/Root 1 0 R", b"/Root 1 0 R " + named.encode())


def named_map(rows: str) -> bytes:
    """A page whose font says by a list of its own which letter a code is."""
    font = (
        b"<< /Type /Font /Subtype /Type0 /BaseFont /Courier /Encoding /Identity-H /ToUnicode 6 0 R /DescendantFonts "
        b"[<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Courier /DW 600 /CIDSystemInfo << /Registry (A) "
        b"/Ordering (I) /Supplement 0 >> >>] >>"
    )
    said = stream(
        f"/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n{rows}\nendcmap end end".encode()
    )
    page = stream(shown(LINES[0] * 3, left=60, base=700).encode())
    return content(page, font, said, entries="/Resources << /Font << /F1 5 0 R >> >>")


FILES: dict[str, tuple[Callable[[], bytes], tuple[str, ...]]] = {
    "pdf: a stream that unfolds to 400 MB": (lambda: content(stream(flate(400 * MiB), "/Filter /FlateDecode")), (DANGEROUS,)),
    "pdf: a stream packed twice": (
        lambda: content(stream(flate(400 * MiB, 2), "/Filter [/FlateDecode /FlateDecode]")), (DANGEROUS,)),
    "pdf: a stream packed five times": (
        lambda: content(stream(flate(400 * MiB, 5), "/Filter [" + "/FlateDecode" * 5 + "]")), ENDED),
    "pdf: a packed stream in hexadecimal signs": (
        lambda: behind(lambda data: data.hex().encode() + b">", "/ASCIIHexDecode"), ENDED),
    "pdf: a packed stream in signs of base 85": (lambda: behind(lambda data: a85encode(data) + b"~>", "/ASCII85Decode"), ENDED),
    "pdf: a stream packed by LZW to 400 MB": (lambda: content(stream(lzw(400 * MiB), "/Filter /LZWDecode")), (*ENDED, WORDLESS)),
    "pdf: a stream of run lengths to 400 MB": (
        lambda: content(stream(zlib.compress(b"\x81\x00" * (3 * MiB), 9), "/Filter [/FlateDecode /RunLengthDecode]")), (*ENDED, WORDLESS)),
    "pdf: objects in a stream that unfolds to 400 MB": (in_object_stream, (DANGEROUS,)),
    "pdf: a list of objects that unfolds to 400 MB": (cross_stream, (DANGEROUS,)),
    "pdf: a hundred streams that unfold to 15 MB": (
        lambda: content(stream(b"BT ET"), *[stream(flate(15 * MiB), "/Filter /FlateDecode")] * 100), (DANGEROUS,)),
    "pdf: one stream a hundred thousand times": (one_stream_often, ENDED),
    "pdf: a form that draws itself": (form_of_itself, (WORDLESS, KILLED)),
    "pdf: ten forms that draw the next one ten times": (lambda: forms(deep=10, wide=10), (WORDLESS, KILLED)),
    "pdf: two thousand forms in each other": (lambda: forms(deep=2_000, wide=1), (WORDLESS, KILLED)),
    "pdf: pages in a circle": (lambda: tree("2 0 R", 9), (READ, BROKEN)),
    "pdf: 300,000 pages on one object": (lambda: tree("3 0 R " * 300_000, 300_000), (LARGE,)),
    "pdf: a billion pages by its word": (lambda: tree("3 0 R", 10**9), (WORDLESS, BROKEN, LARGE)),
    "pdf: minus one page": (lambda: tree("3 0 R", -1), (WORDLESS, BROKEN)),
    "pdf: no page": (lambda: tree("", 0), (BROKEN,)),
    "pdf: 10,000 pages": (lambda: pages(10_000), (LARGE,)),
    "pdf: 2,000 pages": (lambda: pages(2_000), (READ,)),
    "pdf: 10 MB in one line": (long_line, (LARGE, KILLED)),
    "pdf: a page of 10^6 points": (lambda: sized("[0 0 1000000 1000000]"), (READ,)),
    "pdf: a page of 10^30 points": (lambda: sized("[0 0 1e30 1000000000000000000000000000000]"), (READ, BROKEN)),
    "pdf: a page of no size": (lambda: sized("[0 0 0 0]"), (READ, BROKEN)),
    "pdf: a page turned inside out": (lambda: sized("[595 842 -99 -99]"), (READ, BROKEN)),
    "pdf: a picture of 60,000 by 60,000": (lambda: picture(60_000, 60_000), SEEN),
    "pdf: a picture of 2^31 by 2^31": (lambda: picture(2**31 - 1, 2**31 - 1), SEEN),
    "pdf: a password": (lambda: locked(user=b"mo"), (LOCKED,)),
    "pdf: a password of its owner only": (lambda: locked(user=b""), (READ,)),
    "pdf: a lock that nobody knows": (
        lambda: pdf(lines=LINES, trailer="/Encrypt << /Filter /Khac /V 9 >>"), (LOCKED, BROKEN)),
    "pdf: 100,000 lists in each other": (lambda: content(stream(b"BT ET"), b"[" * 100_000 + b"]" * 100_000), (WORDLESS, BROKEN, KILLED)),
    "pdf: 100,000 lists in each other, drawn": (lambda: content(stream(b"[" * 100_000 + b"]" * 100_000 + b" TJ")), (WORDLESS, BROKEN, KILLED)),
    "pdf: four million letters of one code": (lambda: named_map(
        "1 begincodespacerange <0000> <ffff> endcodespacerange 1 beginbfrange <0000> <ffff> <"
        + "0061" * 1000 + "> endbfrange"), (READ, LARGE, KILLED)),
    "pdf: endless ranges of codes": (lambda: named_map(
        "1 begincodespacerange <00> <ffffffff> endcodespacerange " + "1 beginbfrange <00000000> <ffffffff> <0000> endbfrange " * 99),
        (READ, KILLED)),
    "pdf: four million streams": (lambda: b"%PDF-1.7\n" + b"stream\n" * 4_000_000, (DANGEROUS,)),
    "pdf: a length that lies": (lambda: pdf(lines=LINES).replace(b"/Length ", b"/Length 99999999"), (READ, BROKEN)),
    "pdf: a list of objects that begins elsewhere": (lambda: pdf(lines=LINES).replace(b"startxref\n", b"startxref\n9999999"), (READ, BROKEN)),
    "pdf: a list of objects that goes on with itself": (lambda: pdf(lines=LINES, trailer="/Prev 9"), (READ, BROKEN)),
    "pdf: a package behind it": (lambda: pdf(lines=LINES) + document(GOOD), (DANGEROUS,)),
    "pdf: a package behind it that has a remark": (
        lambda: pdf(lines=LINES) + document(GOOD)[:-2] + b"\x28\x00" + b"x" * 40, (DANGEROUS,)),
    "pdf: behind other bytes": (lambda: b"\x00" * 40 + pdf(lines=LINES), (DANGEROUS,)),
    "pdf: only its first line": (lambda: b"%PDF-1.7\n", (BROKEN,)),
}  # fmt: skip
