"""Files that are made to do harm are refused by the look of their container, at once and for little."""

from __future__ import annotations

import io
import struct
import time
import tracemalloc
import zipfile
import zlib

import pytest

from pdffiles import pdf, stream
from vanban.errors import BrokenFile, DangerousFile, Encrypted, NoWords, Refused, TooLarge, UnknownKind
from vanban.files import load
from wordfiles import p, package, part, word

GOOD = part("document", f"<w:body>{p('Sửa cầu')}</w:body>")
LAUGHS = "<!DOCTYPE a [" + '<!ENTITY l0 "ha">' + "".join(
    f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10)
)  # fmt: skip


def with_document(xml: str) -> bytes:
    return package({"word/document.xml": xml})


def bomb() -> bytes:
    return with_document(GOOD.replace("Sửa cầu", "a" * (60 << 20)))


def nodes() -> bytes:
    return with_document(GOOD.replace("</w:body>", "<w:p/>" * 3_000_000 + "</w:body>"))


def many_entries() -> bytes:
    return package({"word/document.xml": GOOD} | {f"{n}": b"" for n in range(30_000)})


def hidden_entries() -> bytes:
    """The end record says that there are ten entries; its list holds all."""
    data = bytearray(many_entries())
    struct.pack_into("<HH", data, len(data) - 14, 10, 10)
    return bytes(data)


def locked() -> bytes:
    data = bytearray(with_document(GOOD))
    for sign, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.find(sign) + place] |= 1
    return bytes(data)


def flate(times: int) -> bytes:
    packed = bytes(400 << 20)
    for _ in range(times):
        packed = zlib.compress(packed, 9)
    return pdf(stream(packed, "/Filter [" + "/FlateDecode" * times + "]"))


HARMFUL = {
    "a part that unfolds to 60 MB": (bomb, DangerousFile),
    "three million empty paragraphs": (nodes, DangerousFile),
    "thirty thousand entries": (many_entries, DangerousFile),
    "more entries than it says": (hidden_entries, DangerousFile),
    "entities in entities": (
        lambda: with_document(GOOD.replace("<w:document", LAUGHS + "]><w:document")),
        DangerousFile,
    ),
    "an entity from outside": (
        lambda: with_document(
            GOOD.replace("<w:document", '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document')
        ),
        DangerousFile,
    ),
    "a document type behind blanks": (
        lambda: with_document(GOOD.replace("<w:document", " " * 9000 + "<!DOCTYPE a []><w:document")),
        DangerousFile,
    ),
    "a path out of the package": (
        lambda: package({"word/document.xml": GOOD, "../../etc/cron.d/x": "x"}),
        DangerousFile,
    ),
    "a package with a password": (locked, Encrypted),
    "a package cut short": (lambda: word(p("Sửa cầu"))[:-40], BrokenFile),
    "a package of something else": (lambda: package({"xl/workbook.xml": "<a/>"}), UnknownKind),
    "a PDF behind other bytes": (lambda: b"\x00" * 40 + pdf(), DangerousFile),
    "a PDF stream that unfolds to 400 MB": (lambda: flate(1), DangerousFile),
    "a PDF stream packed twice": (lambda: flate(2), DangerousFile),
    "more text than any document": (lambda: b"a\n" * (9 << 20), TooLarge),
    "a file over the limit": (lambda: b"%PDF-1.7\n" + bytes(65 << 20), TooLarge),
    "signs that are no text": (lambda: bytes(range(256)) * 40, UnknownKind),
    "nothing": (lambda: b"", NoWords),
    "blanks": (lambda: b" \r\n\t", NoWords),
}  # fmt: skip


@pytest.mark.parametrize("name", HARMFUL)
def test_harmful(name):
    make, refusal = HARMFUL[name]
    data = make()
    with pytest.raises(Refused):
        load(data)  # the child, where one is needed, has started before the clock does
    tracemalloc.start()
    start = time.process_time()
    with pytest.raises(Refused) as refused:
        load(data)
    spent, (_, peak) = time.process_time() - start, tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert type(refused.value) is refusal, refused.value
    assert spent < 0.5
    assert peak < 100 << 20


def test_streams_in_great_number_are_not_looked_at_one_by_one():
    start = time.process_time()
    with pytest.raises(DangerousFile):
        load(b"%PDF-1.7\n" + b"stream\n" * 4_000_000)
    assert time.process_time() - start < 0.5


def test_pictures_may_be_large():
    picture = zlib.compress(bytes(120 << 20), 1)
    content = load(pdf(stream(picture, "/Subtype /Image /Filter /FlateDecode"), lines=["Sửa cầu treo"] * 4))
    assert content.blocks[0].text == "Sửa cầu treo"


def test_nothing_outside_is_fetched():
    outside = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" '
        'Target="http://127.0.0.1:9/x.dotm" TargetMode="External"/></Relationships>'
    )
    data = package({"word/document.xml": GOOD, "word/_rels/settings.xml.rels": outside})
    assert load(data).blocks[0].text == "Sửa cầu"


def test_a_word_file_within_a_word_file_is_left_alone():
    stream_out = io.BytesIO(word(p("Sửa cầu")))
    with zipfile.ZipFile(stream_out, "a") as outer:
        outer.writestr("word/embeddings/trong.docx", word(p("Bên trong")))
    assert [block.text for block in load(stream_out.getvalue()).blocks] == ["Sửa cầu"]
