"""Pages that were saved in one file with their pictures."""

from __future__ import annotations

import base64
import quopri

import pytest

from vanban.errors import BrokenFile, TooLarge
from vanban.files import load
from vanban.files.blocks import Paragraph, Table
from vanban.files.kinds import kind_of

PAGE = (
    '<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta http-equiv=Content-Type content="text/html; '
    'charset=utf-8"></head><body lang=VI><div class=WordSection1><p class=MsoNormal><b>Sửa cầu</b> treo</p>'
    "<table><tr><td>Một</td><td>Hai</td></tr></table></div></body></html>"
)
BLOCKS = (Paragraph("Sửa cầu treo", strong=7), Table(((("Một",), ("Hai",)),)))
PICTURE = ("image/png", "base64", base64.encodebytes(bytes(600)))


def part(kind: str, packing: str, body: bytes) -> bytes:
    """A part, as Word heads it."""
    place = "Content-Location: file:///C:/A1/ke-hoach.htm"
    head = f"{place}\r\nContent-Transfer-Encoding: {packing}\r\nContent-Type: {kind}\r\n\r\n"
    return head.encode() + body


def letter(*parts: bytes, boundary: str = "----=_NextPart_01DA.5EC0", kind: str = "related") -> bytes:
    """The parts, in one."""
    head = f'MIME-Version: 1.0\r\nContent-Type: multipart/{kind};\r\n\tboundary="{boundary}"\r\n\r\nTrang Web.\r\n\r\n'
    line = f"--{boundary}\r\n".encode()
    inner = b"".join(line + one + b"\r\n" for one in parts)
    return head.encode() + inner + f"--{boundary}--\r\n".encode()


def quoted(text: str = PAGE, *, charset: str = "utf-8", said: str | None = None) -> bytes:
    """A page in a charset, which its head says unless it is to say another."""
    body = quopri.encodestring(text.encode(charset)).replace(b"\n", b"\r\n")
    return part(f'text/html;\r\n\tcharset="{said or charset}"', "quoted-printable", body)


def in_base64(text: str) -> bytes:
    return part("text/html", "base64", base64.encodebytes(text.encode()))


WESTERN = PAGE.replace("charset=utf-8", "charset=x").replace("Sửa cầu", "Báo cáo").replace("Một", "Á")
LETTERS = {
    "quoted": (letter(quoted(), part(*PICTURE)), BLOCKS),
    "in base64": (letter(in_base64(PAGE)), BLOCKS),
    "as it is": (letter(part("text/html; charset=utf-8", "8bit", PAGE.encode())), BLOCKS),
    "behind a picture": (letter(part(*PICTURE), quoted()), BLOCKS),
    "behind blank lines": (b"\r\n\r\n" + letter(quoted()), BLOCKS),
    "with ends of lines as Unix has them": (letter(quoted()).replace(b"\r\n", b"\n"), BLOCKS),
    "with no line that ends it": (letter(quoted())[:-35], BLOCKS),
    "in a letter within": (letter(letter(part("text/plain", "7bit", b"Sua"), quoted(), boundary="b")), BLOCKS),
    "in sixteen bits": (letter(quoted(charset="utf-16")), BLOCKS),
    "in a charset that the head tells": (
        letter(quoted(WESTERN, charset="cp1252", said="windows-1252")),
        (Paragraph("Báo cáo treo", strong=7), Table(((("Á",), ("Hai",)),))),
    ),
    "in another charset than the head tells": (letter(quoted(said="us-ascii")), BLOCKS),
    "in a charset whose name holds a NUL": (
        letter(quoted(WESTERN.replace("=x", "=windows-1252"), charset="cp1252")).replace(
            b'charset="cp1252"', b"charset*=us-ascii''cp%001252"
        ),
        (Paragraph("Báo cáo treo", strong=7), Table(((("Á",), ("Hai",)),))),
    ),
    "in a charset that only the page tells": (
        letter(quoted(WESTERN.replace("=x", "=windows-1252"), charset="cp1252", said="x-none")),
        (Paragraph("Báo cáo treo", strong=7), Table(((("Á",), ("Hai",)),))),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", LETTERS)
def test_the_page_is_read(name):
    data, blocks = LETTERS[name]
    assert kind_of(data.lstrip()) == "mht"
    content = load(data)
    assert content.kind == "mht"
    assert content.blocks == blocks


def test_the_first_of_many_pages_counts():
    header = quoted("<html><body><p>Trang</p></body></html>")
    assert load(letter(quoted(), header)).blocks == BLOCKS


def test_word_calls_it_doc():
    assert load(letter(quoted()), name="ke-hoach.mht").remarks == ()
    assert load(letter(quoted()), name="ke-hoach.doc").remarks == ("wrong-extension",)


def nested(times: int) -> bytes:
    inner = quoted()
    for depth in range(times):
        inner = letter(inner, boundary=f"b{depth}")
    return inner


@pytest.mark.parametrize(
    ("data", "refusal"),
    [
        (letter(part(*PICTURE)), BrokenFile),
        (letter(in_base64("")), BrokenFile),
        (letter(in_base64("%PDF-1.7 ")), BrokenFile),
        (letter(part("text/html", "base64", base64.encodebytes(bytes(600)))), BrokenFile),
        (letter(in_base64("Chỉ có lời")), BrokenFile),
        (letter(quoted()).replace(b"boundary=", b"x="), BrokenFile),
        (letter(quoted()).replace(b"\r\n", b" "), BrokenFile),
        (nested(9), BrokenFile),
        (letter(part("text/html", "8bit", PAGE.encode() + b" " * (8 << 20))), TooLarge),
    ],
)
def test_parts_that_lie_are_refused(data, refusal):
    with pytest.raises(refusal):
        load(data)


def test_a_letter_within_letters_is_read_so_far():
    assert load(nested(5)).blocks == BLOCKS
