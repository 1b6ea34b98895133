"""Texts and web pages that are made to do harm."""

# ruff: noqa: E501 -- a row of the table stays on its line

from __future__ import annotations

from collections.abc import Callable

from hostile.packages import (
    BROKEN,
    DANGEROUS,
    KILLED,
    LARGE,
    LAUGHS,
    MISSING,
    OUTSIDE,
    READ,
    UNKNOWN,
    WORDLESS,
    MiB,
    noise,
)

PLAN = (
    "Giao Sở Y tế chủ trì, phối hợp với Sở Nội vụ, UBND các xã triển khai Kế hoạch số 12/KH-UBND ngày 05/3/2030; "
    "hằng quý báo cáo UBND tỉnh trước ngày 15. "
)
HEAD = "KẾ HOẠCH\nTrồng tre\nI. NHIỆM VỤ\n1. "
UNITS = (
    "Kế hoạch số 12/KH-UBND ngày 05/3/2030 của UBND tỉnh Bến Mây; ", "12/KH-UBND/", "1234567890", "1/2/3/", "(", ")", "[a] ",
    "Điều 1. ", "Điều 1", "-", "– ", "a", "A", "*", "_", "\\", "#", "|", "\t", "\u200b", "a\u0316\u0300", "\u0316\u0300",
    "Sở Y tế; ", "Sở Y tế và ", "Sở Y tế chủ trì; ", "phối hợp với Sở Y tế, ", "chủ trì: Sở Y tế; ", "gửi Sở Y tế ", "CỘNG ",
    "báo cáo Ủy ban nhân dân tỉnh ", "các xã: Suối Trúc, Mây Hạ, ", "ngày 05/3/2030 ", "hằng quý ", "TM. ỦY BAN ", "\"", PLAN,
)  # fmt: skip


def page(body: str, head: str = "") -> bytes:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode()


def grid(rows: int, columns: int, **spans: str) -> str:
    said = "".join(f' {name}="{value}"' for name, value in spans.items())
    return f"<table>{('<tr>' + f'<td{said}>Sửa cầu</td>' * columns + '</tr>') * rows}</table>"


def nested(name: str, times: int, inner: str = "Sửa cầu") -> str:
    return f"<{name}>" * times + inner + f"</{name}>" * times


def strange(charset: str) -> bytes:
    """A text that says in which charset it is, and that is no UTF-8."""
    return f"charset={charset}\n".encode() + b"s\xfda c\xc7u " * 100_000


FILES: dict[str, tuple[Callable[[], bytes], tuple[str, ...]]] = {
    "text: nothing": (lambda: b"", (WORDLESS,)),
    "text: blanks": (lambda: b" \r\n\t", (WORDLESS,)),
    "text: twenty thousand blanks": (lambda: b" \n" * 10_000, (WORDLESS,)),
    "text: a mark of order alone": (lambda: b"\xef\xbb\xbf", (WORDLESS,)),
    "text: NULs": (lambda: bytes(5_000), (WORDLESS,)),
    "text: NULs without end": (lambda: bytes(5 * MiB), (WORDLESS, UNKNOWN)),
    "text: signs that nobody sees": (lambda: "\u200b\ufeff\u00ad".encode() * 99, (WORDLESS,)),
    "text: all bytes": (lambda: bytes(range(256)) * 40, (UNKNOWN,)),
    "text: 16 MB of line ends": (lambda: b"\n" * (16 * MiB), (WORDLESS, LARGE)),
    "text: 16 MB of lines of one letter": (lambda: b"a\n" * (8 * MiB), (LARGE,)),
    "text: 18 MB": (lambda: b"a\n" * (9 * MiB), (LARGE,)),
    "text: four million letters in lines": (lambda: (HEAD + f"{PLAN}\n- " * 21_000).encode()[: 4_500_000], (READ, LARGE)),
    "text: 10 MB in one line": (lambda: noise(10_000_000).encode(), (LARGE,)),
    "text: punycode by its own word": (lambda: strange("punycode"), (READ, LARGE)),
    "text: a charset that is none": (lambda: strange("zlib_codec"), (READ, LARGE)),
    "text: a charset of a module": (lambda: strange("__init__"), (READ, LARGE)),
    "text: half signs of two bytes": (lambda: b"\xff\xfe" + b"\x00\xd8" * 50_000, (WORDLESS, READ, LARGE)),
    "text: towers of marks": (lambda: ("Sưa" + "\u0316\u0300\u0323" * 30_000 + " cầu").encode(), (READ,)),
    "text: turned around": (lambda: ("\u202e" + PLAN + "\u202d\u2066").encode(), (READ,)),
    "html: 10 MB in one line": (lambda: page(noise(6_500_000)), (LARGE,)),
    "html: 7 MB in one line": (lambda: page(noise(5_000_000)), (LARGE,)),
    "html: 7 MB of bold letters": (lambda: page("<b>a</b>" * 900_000), (LARGE, KILLED)),
    "html: 7 MB of breaks": (lambda: page("a<br>" * 1_400_000), (LARGE, KILLED)),
    "html: 7 MB of empty paragraphs": (lambda: page("<p>" * 2_300_000), (WORDLESS, KILLED)),
    "html: 7 MB of paragraphs": (lambda: page("<p>a" * 1_700_000), (LARGE, KILLED)),
    "html: 200,000 elements in each other": (lambda: page(nested("div", 200_000)), (READ, DANGEROUS, BROKEN)),
    "html: 200,000 bold in each other": (lambda: page("<b>" * 200_000 + "Sửa cầu"), (READ, DANGEROUS, BROKEN)),
    "html: 200,000 lists in each other": (lambda: page("<ul><li>" * 200_000 + "Sửa cầu"), (READ, DANGEROUS, BROKEN)),
    "html: 50,000 tables in each other": (lambda: page("<table><tr><td>" * 50_000 + "Sửa cầu"), (READ, DANGEROUS, BROKEN)),
    "html: a cell over 100,000 columns": (lambda: page(grid(3, 3, colspan="100000")), (READ,)),
    "html: a cell over 65,534 rows": (lambda: page(grid(300, 3, rowspan="65534")), (READ, LARGE)),
    "html: cells over all others": (lambda: page(grid(3_000, 30, colspan="60", rowspan="60")), (LARGE, KILLED)),
    "html: cells over minus one": (lambda: page(grid(3, 3, colspan="-1", rowspan="0")), (READ,)),
    "html: cells over a number of other digits": (lambda: page(grid(3, 3, colspan="²", rowspan="٣")), (READ,)),
    "html: 500 columns": (lambda: page(grid(30, 500)), (READ,)),
    "html: 500 columns and 1,000 rows": (lambda: page(grid(1_000, 500)), (LARGE,)),
    "html: a list that begins at a billion": (lambda: page('<ol start="9999999999"><li value="-1">Sửa<li value="²">Xây</ol>'), (READ,)),
    "html: entities in entities": (lambda: LAUGHS.replace("<!DOCTYPE a", "<!DOCTYPE html").encode() + page("<p>Sửa &l9; cầu</p>"), (READ,)),
    "html: an entity from outside": (
        lambda: b'<?xml version="1.0"?>' + OUTSIDE.encode() + b'<html xmlns="http://www.w3.org/1999/xhtml"><body><p>S&x;a</p>', (READ,)),
    "html: signs by impossible numbers": (lambda: page("<p>S&#0;&#xD800;&#x110000;&#99999999999;a c&#x1F;u</p>"), (READ,)),
    "html: a million marks of one element": (lambda: page("<p " + " ".join(f"a{n}=1" for n in range(400_000)) + ">Sửa cầu</p>"), (DANGEROUS,)),
    "html: a million marks in quotes": (lambda: page("<p " + "".join(f"a{n}='1'" for n in range(400_000)) + ">Sửa cầu</p>"), (DANGEROUS,)),
    "html: a picture within it": (lambda: page(f'<p>Sửa cầu <img alt="a b = c" src="data:image/png;base64,{"a/b+" * 500_000}=="></p>'), (READ,)),
    "html: a script of its own": (lambda: page("<p>Sửa cầu</p><script>" + "for (var i = 0; i < n; i++) { a = b / c; } " * 9_000 + "</script>"), (READ,)),
    "html: a remark without an end": (lambda: page("<p>Sửa cầu<!--" + "x" * 99_999), (READ,)),
    "html: a script without an end": (lambda: page("<p>Sửa cầu<script>" + "<" * 99_999), (READ,)),
    "html: towers of marks": (lambda: page("<p>Sưa" + "&#790;&#768;" * 50_000), (READ, LARGE)),
    "html: punycode by its own word": (lambda: b'<html><meta charset="punycode"><p>' + b"s\xfda c\xc7u " * 100_000, (READ, LARGE)),
    "html: nothing in it": (lambda: page(""), (WORDLESS,)),
    "html: only a script": (lambda: page("<script>alert(1)</script>"), (WORDLESS,)),
    "html: one that begins like a package": (lambda: b"PK\x03\x04<html><body><p>S\xe1\xbb\xada c\xe1\xba\xa7u</p>", (BROKEN,)),
    "html: one that begins like a picture": (lambda: b"\xff\xd8\xff<html><body><p>x</p>", (BROKEN, MISSING)),
}  # fmt: skip
FILES |= {
    f"text: one line of {unit[:12]!r}": (
        lambda unit=unit: (HEAD + unit * (99_000 // len(unit))).encode(),
        (READ, WORDLESS),
    )
    for unit in UNITS
}
FILES |= {
    f"text: 10 MB in one line of {unit[:12]!r}": (
        lambda unit=unit: (unit * (10_000_000 // len(unit.encode()))).encode(),
        (LARGE, WORDLESS),
    )
    for unit in UNITS
}
