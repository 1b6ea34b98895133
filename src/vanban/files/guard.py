"""The container is looked at before any parser sees it: sizes, counts, ratios, names, declarations.

The limits are from measurements of what real documents need and what kills parsers.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib

from vanban.errors import BrokenFile, DangerousFile, Encrypted, TooLarge

MiB = 1 << 20
MAX_FILE = 64 * MiB
MAX_TEXT = 16 * MiB
MAX_ENTRIES = 2_000
MAX_PART = 64 * MiB
MAX_SUM = 256 * MiB
MAX_RATIO = 200
MAX_STREAM = 96 * MiB
_PARSED = re.compile(r"word/(?:document|numbering|styles|footnotes|endnotes|header\d*|footer\d*)\.xml")
_END_RECORD = b"PK\x05\x06"
_STREAM = re.compile(rb"/FlateDecode[^>]{0,400}>>\s*stream\r?\n")


def check(data: bytes, kind: str) -> None:
    """Raise a refusal where the bytes could harm a parser of their kind."""
    if len(data) > (MAX_TEXT if kind in ("text", "html") else MAX_FILE):
        raise TooLarge
    if kind == "docx":
        _check_package(data)
    elif kind == "pdf":
        _check_pdf(data)


def count_entries(data: bytes) -> int:
    """The number of entries that the end record of a ZIP names, without listing them."""
    at = data.rfind(_END_RECORD, max(0, len(data) - 66_000))
    if at < 0 or at + 12 > len(data):
        raise BrokenFile
    return int(struct.unpack_from("<H", data, at + 10)[0])


def _check_package(data: bytes) -> None:
    if count_entries(data) > MAX_ENTRIES:
        raise DangerousFile
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            infos = package.infolist()
            _check_entries(infos)
            for info in infos:
                if _PARSED.fullmatch(info.filename):
                    _check_declarations(package, info)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError) as error:
        raise BrokenFile from error


def _check_entries(infos: list[zipfile.ZipInfo]) -> None:
    total = 0
    for info in infos:
        total += info.file_size
        if info.flag_bits & 1:
            raise Encrypted
        if info.file_size > MAX_PART or total > MAX_SUM:
            raise DangerousFile
        if info.file_size > MiB and info.file_size > MAX_RATIO * max(info.compress_size, 1):
            raise DangerousFile
        if ".." in info.filename.split("/") or info.filename.startswith(("/", "\\")) or ":" in info.filename:
            raise DangerousFile


def _check_declarations(package: zipfile.ZipFile, info: zipfile.ZipInfo) -> None:
    """A document type or an entity stands before the first element, or nowhere."""
    with package.open(info) as part:
        head = part.read(4096).replace(b"\x00", b"")
    if b"<!DOCTYPE" in head or b"<!ENTITY" in head:
        raise DangerousFile


def _check_pdf(data: bytes) -> None:
    """Packed streams must not unfold to more than a page can need, nor packed ones within them."""
    room = MAX_SUM
    for found in _STREAM.finditer(data):
        room -= _unfolded(data[found.end() : found.end() + 8 * MiB], depth=3)
        if room < 0:
            raise DangerousFile


def _unfolded(packed: bytes, *, depth: int) -> int:
    size = 0
    first = b""
    unpack = zlib.decompressobj()
    try:
        rest = packed
        while rest and not unpack.eof:
            piece = unpack.decompress(rest, MiB)
            rest = unpack.unconsumed_tail
            if not piece:
                break
            size += len(piece)
            if depth > 1 and len(first) < 4 * MiB:
                first += piece
            if size > MAX_STREAM or size > 4 * MiB and size > MAX_RATIO * 5 * len(packed):
                raise DangerousFile
    except zlib.error:
        return size
    if depth > 1 and first[:1] == b"\x78" and len(first) > 2 and (first[0] * 256 + first[1]) % 31 == 0:
        size += _unfolded(first, depth=depth - 1)
    return size
