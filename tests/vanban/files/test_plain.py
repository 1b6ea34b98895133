"""Plain text in the ways that offices save it."""

from __future__ import annotations

import codecs

import pytest

from vanban.files import load
from vanban.files.plain import decode

WORDS = "Thôn Mây giữ sạch nguồn nước"
# The Windows page for Vietnamese has letters with their shape; five marks of tone follow as signs.
MARKED = "Thôn Mây giư\u0303 sa\u0323ch nguô\u0300n nươ\u0301c"


@pytest.mark.parametrize(
    "data",
    [
        WORDS.encode(),
        codecs.BOM_UTF8 + WORDS.encode(),
        WORDS.encode("utf-16"),
        codecs.BOM_UTF16_BE + WORDS.encode("utf-16-be"),
        MARKED.encode(),
        MARKED.encode("cp1258"),
        ("\x00" + WORDS + "\x0b\ufffe").encode(),
    ],
    ids=["UTF-8", "with a mark", "UTF-16", "UTF-16, large end first", "NFD", "windows-1258", "stray signs"],
)
def test_the_same_words(data):
    assert "".join(decode(data).split("\x0b")) == WORDS


def test_every_line_is_a_paragraph_that_may_still_be_joined():
    content = load("Một\r\nHai\n\nBa".encode())
    assert [block.text for block in content.blocks] == ["Một", "Hai", "", "Ba"]
    assert (content.kind, content.wrapped, content.pages) == ("text", True, 0)


def test_bytes_that_are_no_letters_lose_only_themselves():
    assert decode(b"K\xffho\xd2") != "" and decode(b"\xef\xbb\xbf") == ""


@pytest.mark.parametrize(
    ("name", "remarks"),
    [("x.txt", ()), ("x.md", ()), ("x.pdf", ("wrong-extension",)), ("x.bin", ()), ("pdf", ()), (None, ())],
)
def test_a_name_that_promises_another_kind_is_noticed(name, remarks):
    assert load(WORDS.encode(), name=name).remarks == remarks
