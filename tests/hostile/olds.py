"""Files of older kinds, and pictures, that are made to do harm."""

# ruff: noqa: E501 -- a row of the table stays on its line

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable

from hostile.packages import (
    BROKEN,
    DANGEROUS,
    LARGE,
    LOCKED,
    MISSING,
    READ,
    UNKNOWN,
    WORDLESS,
    MiB,
    noise,
)  # fmt: skip

SECTOR, FREE, END, TABLE = 512, 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def ole(chain: dict[int, int], *, name: str = "WordDocument", **says: int) -> bytes:
    """A compound file of one stream in sectors 2 to 9. ``chain`` changes its table, ``says`` its header."""
    after = [TABLE, END, *range(3, 10), END] + [FREE] * 118
    for sector, follower in chain.items():
        after[sector] = follower
    head = {
        "tables": 1, "directory": 1, "shift": 9, "small": 6, "least": 4096, "short": END, "shorts": 0, "more": END,
        "mores": 0, "size": 4096, "child": 1, "left": FREE, "right": FREE, "start": 2,
    } | says  # fmt: skip
    header = _OLE + bytes(16) + struct.pack(
        "<HHHHHHIIIIIIIIII", 0x3E, 3, 0xFFFE, head["shift"], head["small"], 0, 0, 0, head["tables"], head["directory"],
        0, head["least"], head["short"], head["shorts"], head["more"], head["mores"],
    )  # fmt: skip
    places = struct.pack("<109I", 0, *[FREE] * 108)
    directory = _record("Root Entry", 5, child=head["child"], start=END, size=0) + _record(
        name, 2, left=head["left"], right=head["right"], start=head["start"], size=head["size"]
    )
    body = struct.pack("<HHH", 0xA5EC, 0xC1, 0) + bytes(4090)
    return header + places + struct.pack("<128I", *after) + directory.ljust(SECTOR, b"\x00") + body


def _record(
    name: str, kind: int, *, start: int, size: int, left: int = FREE, right: int = FREE, child: int = FREE
) -> bytes:
    said = name.encode("utf-16-le")
    head = said.ljust(64, b"\x00") + struct.pack("<HBBIII", len(said) + 2, kind, 1, left, right, child)
    return head + bytes(36) + struct.pack("<IQ", start, size)


def rtf(body: str) -> bytes:
    return (r"{\rtf1\ansi\ansicpg1252\uc1\deff0{\fonttbl{\f0 Times New Roman;}}" + body + "}").encode(
        "ascii", "replace"
    )


def mht(body: bytes, *, kind: str = "multipart/related", boundary: str = "b") -> bytes:
    return f'MIME-Version: 1.0\r\nContent-Type: {kind}; boundary="{boundary}"\r\n\r\n'.encode() + body


def multiparts(times: int) -> bytes:
    """Parts in each other."""
    opened = "".join(
        f'--b{n}\r\nContent-Type: multipart/mixed; boundary="b{n + 1}"\r\n\r\n' for n in range(times)
    )
    inner = f"--b{times}\r\nContent-Type: text/html\r\n\r\n<html><body><p>Sua cau</p></body></html>\r\n"
    closed = "".join(f"--b{n}--\r\n" for n in range(times, -1, -1))
    return mht((opened + inner + closed).encode(), boundary="b0")


def html_part(body: bytes, encoding: str = "8bit") -> bytes:
    """A saved page of one part."""
    head = f"--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n"
    return mht(head.encode() + body + b"\r\n--b--\r\n")


def png(wide: int, high: int, *, packed: bytes | None = None) -> bytes:
    """A white picture of one bit a dot."""
    body = packed if packed is not None else zlib.compress(bytes(min((wide // 8 + 1) * high, 450_000_000)), 9)
    parts = ((b"IHDR", struct.pack(">IIBBBBB", wide, high, 1, 0, 0, 0, 0)), (b"IDAT", body), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in parts
    )


def jpeg(wide: int, high: int) -> bytes:
    """The head of a picture of this size, and nothing else of it."""
    frame = struct.pack(">HBHHB", 11, 8, high, wide, 1) + b"\x01\x11\x00"
    return (
        b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00\xff\xc0"
        + frame
        + bytes(999)
        + b"\xff\xd9"
    )


def tiff(count: int, *, wide: int = 8, high: int = 8, bytes_said: int = 8, circle: bool = False) -> bytes:
    """So many pages; the strip of each says that it has so many bytes."""
    size = 2 + 9 * 12 + 4
    out = bytearray(b"II*\x00" + struct.pack("<I", 16) + bytes(8))
    for at in range(count):
        tags = (
            (256, 4, wide), (257, 4, high), (258, 3, 1), (259, 3, 1), (262, 3, 1),
            (273, 4, 8), (277, 3, 1), (278, 4, high), (279, 4, bytes_said),
        )  # fmt: skip
        follower = 16 if circle else 16 + size * (at + 1) if at + 1 < count else 0
        rows = b"".join(struct.pack("<HHII", tag, form, 1, value) for tag, form, value in tags)
        out += struct.pack("<H", len(tags)) + rows + struct.pack("<I", follower)
    return bytes(out)


FILES: dict[str, tuple[Callable[[], bytes], tuple[str, ...]]] = {
    "doc: a chain of sectors in a circle": (lambda: ole({9: 2}), (BROKEN,)),
    "doc: a chain of the folder in a circle": (lambda: ole({1: 1}), (BROKEN,)),
    "doc: a chain that leads out of the file": (lambda: ole({5: 99_999}), (BROKEN,)),
    "doc: a table of itself": (lambda: ole({0: 0}), (BROKEN,)),
    "doc: a stream of four exabytes": (lambda: ole({}, size=2**62), (BROKEN,)),
    "doc: two billion tables": (lambda: ole({}, tables=2**31), (BROKEN,)),
    "doc: tables of tables in a circle": (lambda: ole({}, more=0, mores=2**31), (BROKEN,)),
    "doc: short sectors in a circle": (lambda: ole({}, short=0, shorts=2**31, least=2**31), (BROKEN,)),
    "doc: sectors of 2^60 bytes": (lambda: ole({}, shift=60), (BROKEN,)),
    "doc: sectors of one byte": (lambda: ole({}, shift=0), (BROKEN,)),
    "doc: a folder in itself": (lambda: ole({}, child=0, left=1, right=1), (UNKNOWN,)),
    "doc: a folder behind the file's end": (lambda: ole({}, directory=2**31), (BROKEN,)),
    "doc: a package with a password": (lambda: ole({}, name="EncryptedPackage"), (LOCKED,)),
    "doc: a workbook": (lambda: ole({}, name="Workbook"), (UNKNOWN,)),
    "rtf: 100,000 groups in each other": (lambda: rtf("{" * 100_000 + "Sua cau" + "}" * 100_000), (DANGEROUS,)),
    "rtf: 100,000 groups that do not end": (lambda: rtf("{\\b " * 100_000), (DANGEROUS,)),
    "rtf: more ends than groups": (lambda: rtf("}" * 100_000 + "Sua cau"), (BROKEN,)),
    "rtf: two billion bytes that follow": (lambda: rtf(r"Sua {\bin2147483647 x} cau"), (READ,)),
    "rtf: minus two billion bytes that follow": (lambda: rtf(r"Sua {\bin-2147483648 x} cau"), (READ,)),
    "rtf: a letter in place of two billion": (lambda: rtf(r"\uc2147483647" + r"\u7917 ?" * 9_999), (READ,)),
    "rtf: a letter in place of minus one": (lambda: rtf(r"\uc-1" + r"\u7917 ?" * 9_999), (READ,)),
    "rtf: letters of impossible numbers": (lambda: rtf(r"S\u-99999 ?\u99999999 ?\u-10240 ?\u55296 ?a \'zz\'"), (READ,)),
    "rtf: a number without an end": (lambda: rtf("\\fs" + "9" * 100_000 + " Sua"), (READ,)),
    "rtf: a word without an end": (lambda: rtf("\\" + "a" * 100_000 + " Sua"), (READ,)),
    "rtf: a million tabs in a row": (lambda: rtf(r"\trowd" + r"\cellx9" * 200_000 + r" Sua\cell\row"), (READ,)),
    "rtf: 500 columns": (lambda: rtf((r"\trowd" + "".join(rf"\cellx{n * 200}" for n in range(1, 501))
                                       + r"\pard\intbl Sua\cell" * 500 + r"\row ") * 30), (READ,)),
    "rtf: a picture of 8 MB": (lambda: rtf(r"Sua {\pict\pngblip " + "ab" * (4 * MiB) + "} cau"), (READ,)),
    "rtf: an object": (lambda: rtf(r"Sua {\object\objemb{\*\objdata " + "0105" * 99_999 + "}} cau"), (READ,)),
    "rtf: 10 MB in one line": (lambda: rtf("Sua cau " * 1_300_000), (LARGE,)),
    "rtf: 10 MB of letters by their numbers": (lambda: rtf(r"\u7917 ?" * 1_200_000), (LARGE,)),
    "rtf: 10 MB of ends of paragraphs": (lambda: rtf(r"a\par " * 1_600_000), (LARGE,)),
    "rtf: a field in itself": (lambda: rtf(r"{\field{\*\fldinst TOC}{\fldrslt " * 9_999), (DANGEROUS,)),
    "rtf: only its first word": (lambda: b"{\\rtf1", (WORDLESS,)),
    "mht: a thousand parts in each other": (lambda: multiparts(1_000), (BROKEN,)),
    "mht: a boundary that is nothing": (lambda: mht(b"--\r\n\r\n<p>Sua</p>", boundary=""), (BROKEN,)),
    "mht: 100,000 parts": (lambda: mht(b"--b\r\nContent-Type: text/html\r\n\r\n<p>Sua</p>\r\n" * 100_000), (READ,)),
    "mht: a boundary in every line": (lambda: mht(b"--b\r\n" * 1_000_000), (BROKEN,)),
    "mht: a head without an end": (lambda: mht(b"--b\r\n" + b"X: y\r\n" * 500_000), (BROKEN,)),
    "mht: a line of the head without an end": (lambda: mht(b"--b\r\nContent-Type: text/html" + b"; a=b" * 500_000), (BROKEN,)),
    "mht: base 64 that is none": (lambda: html_part(b"@@@@====" * 99_999, "base64"), (BROKEN,)),
    "mht: signs of equality": (lambda: html_part(b"<p>Sua " + b"=" * 3_000_000, "quoted-printable"), (LARGE,)),
    "mht: 7 MB in one line": (lambda: html_part(b"<p>" + noise(5_000_000).encode()), (LARGE,)),
    "mht: nothing in it": (lambda: mht(b""), (BROKEN,)),
    "picture: PNG of 60,000 by 60,000": (lambda: png(60_000, 60_000, packed=zlib.compress(bytes(MiB))), (LARGE, MISSING)),
    "picture: PNG of no size": (lambda: png(0, 0), (BROKEN, MISSING)),
    "picture: PNG of 9,000 by 9,000 without its dots": (lambda: png(9_000, 9_000, packed=b"x"), (BROKEN, MISSING)),
    "picture: JPEG of 65,000 by 65,000": (lambda: jpeg(65_000, 65_000), (LARGE, MISSING)),
    "picture: JPEG of 500 by 500 without its dots": (lambda: jpeg(500, 500), (BROKEN, MISSING)),
    "picture: TIFF of 10,000 pages": (lambda: tiff(10_000), (LARGE, MISSING)),
    "picture: TIFF whose pages go round": (lambda: tiff(9, circle=True), (WORDLESS, MISSING)),
    "picture: TIFF with a strip of four gigabytes": (lambda: tiff(1, bytes_said=2**32 - 1), (WORDLESS, MISSING)),
    "picture: TIFF of 2^31 by 2^31": (lambda: tiff(1, wide=2**31, high=2**31), (LARGE, MISSING)),
    "picture: TIFF without pages": (lambda: b"II*\x00\x00\x00\x00\x00", (BROKEN, MISSING)),
    "picture: two bytes of a PNG": (lambda: b"\x89PNG\r\n\x1a\n", (BROKEN, MISSING)),
}  # fmt: skip
