"""Pages saved with their pictures in one file, as a letter with parts; Word's "Single File Web Page"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from email.message import Message
from email.parser import BytesHeaderParser

from vanban.errors import BrokenFile, Refused, TooLarge
from vanban.files import guard, kinds
from vanban.files.blocks import Content
from vanban.files.html import read_html

DEEPEST = 5
_MOST_HEAD = 1 << 16
_HEAD_END = re.compile(rb"\r?\n\r?\n")
_MARK = b"\xef\xbb\xbf"


def read_mht(data: bytes) -> Content:
    """The blocks of the page in it. Raises BrokenFile where there is none, or where it is none, and TooLarge."""
    page = _page(data.lstrip(), depth=0)
    if page is None:
        raise BrokenFile
    if len(page) > guard.MAX_PAGE:
        raise TooLarge
    try:
        kind = kinds.kind_of(page)
    except Refused as refusal:
        raise BrokenFile from refusal
    if kind != "html":
        raise BrokenFile
    return replace(read_html(page), kind="mht")


def _page(entity: bytes, *, depth: int) -> bytes | None:
    """The first page in a letter or in a part of one. Pictures are not unpacked."""
    end = _HEAD_END.search(entity, 0, _MOST_HEAD)
    if end is None or depth > DEEPEST:
        return None
    head = BytesHeaderParser().parsebytes(entity[: end.end()])
    if head.get_content_type() == "text/html":
        return _unpacked(head, entity[end.end() :])
    if head.get_content_maintype() != "multipart":
        return None
    parts = _parts(entity, end.end(), head.get_boundary() or "")
    return next(filter(None, (_page(part, depth=depth + 1) for part in parts)), None)


def _parts(entity: bytes, start: int, boundary: str) -> Iterator[bytes]:
    """What stands between the lines that the letter's head names as boundary."""
    line = re.compile(
        rb"^--" + re.escape(boundary.encode("utf-8", "replace")) + rb"(?:--)?[ \t]*(?:\r?\n|\Z)", re.M
    )
    begin = None
    for found in line.finditer(entity, start):
        if begin is not None:
            yield entity[begin : found.start()]
        begin = found.end()
    if begin is not None:
        yield entity[begin:]


def _unpacked(head: Message, body: bytes) -> bytes:
    """The page, in UTF-8 where it is in a charset that only the head of its part tells."""
    head.set_payload(body.decode("ascii", "surrogateescape"))
    page = head.get_payload(decode=True)
    if not isinstance(page, bytes) or _is_utf8(page):
        return page if isinstance(page, bytes) else b""
    try:
        return _MARK + page.decode(head.get_content_charset("ascii")).encode()
    except (LookupError, ValueError, OSError):
        # a charset that is unknown, has a NUL in its name, or would have to be looked up in a file
        return page


def _is_utf8(page: bytes) -> bool:
    try:
        page.decode()
    except UnicodeDecodeError:
        return False
    return True
