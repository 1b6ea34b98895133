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
MAX_PAGE = 8 * MiB
MAX_ENTRIES = 2_000
MAX_PART = 64 * MiB
MAX_PARSED = 16 * MiB
MAX_SUM = 256 * MiB
MAX_RATIO = 200
MAX_DIRECTORY = MiB
MAX_STREAM = 16 * MiB
MAX_STREAMS = 200_000
_PARSED = {
    "docx": re.compile(r"word/(?:document|numbering|styles|footnotes|endnotes|header\d*|footer\d*)\.xml"),
    "odt": re.compile(r"(?:content|styles|meta)\.xml"),
}
_MANIFEST = "META-INF/manifest.xml"
_END_RECORD = b"PK\x05\x06"
_END_RECORD_64 = b"PK\x06\x06"
_TAIL = 66_000
_LOCAL = 30  # so long is what stands before a part, at least
_CHUNK = 64 * 1024


def check(data: bytes, *, kind: str) -> None:
    """Raise a refusal where the bytes could harm a parser of their kind."""
    if len(data) > {"text": MAX_TEXT, "html": MAX_PAGE}.get(kind, MAX_FILE):
        raise TooLarge
    if kind in _PARSED:
        _check_package(data, _PARSED[kind])
    elif kind == "pdf":
        _check_pdf(data)


def _check_package(data: bytes, parsed: re.Pattern[str]) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            infos = package.infolist()
            _check_entries(infos)
            for info in infos:
                if parsed.fullmatch(info.filename):
                    if info.file_size > MAX_PARSED:
                        raise TooLarge
                    _check_declarations(package, info)
                elif info.filename == _MANIFEST:
                    _check_manifest(package, info)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError) as error:
        raise BrokenFile from error


def check_end(data: bytes) -> None:
    """How many entries there are, and how long their list is, by every end record that a reader may choose.

    This is looked at before anything lists the entries, which takes a second for a hundred thousand.
    """
    tail = data[-_TAIL:]
    if _END_RECORD not in tail:
        raise BrokenFile
    for sign, form, place, least in ((_END_RECORD, "<HI", 10, 22), (_END_RECORD_64, "<QQ", 32, 56)):
        at = tail.find(sign)
        while at >= 0:
            if at + least <= len(tail):
                entries, size = struct.unpack_from(form, tail, at + place)
                if entries > MAX_ENTRIES or size > MAX_DIRECTORY:
                    raise DangerousFile
            at = tail.find(sign, at + 1)


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
        _check_name(info.orig_filename)
    _check_places(infos)


def _check_name(name: str) -> None:
    """A part lies within the package, and each reader knows it by the same name."""
    plain = name.replace("\\", "/")
    if ".." in plain.split("/") or plain.startswith("/") or ":" in plain or "\x00" in plain:
        raise DangerousFile


def _check_places(infos: list[zipfile.ZipInfo]) -> None:
    """No two parts share a name, nor bytes."""
    if len({info.filename for info in infos}) < len(infos):
        raise DangerousFile
    end = 0
    for info in sorted(infos, key=lambda one: one.header_offset):
        if info.header_offset < end:
            raise DangerousFile
        end = info.header_offset + _LOCAL + len(info.orig_filename) + info.compress_size


def _check_manifest(package: zipfile.ZipFile, info: zipfile.ZipInfo) -> None:
    """OpenDocument says there which of its parts are encrypted."""
    if info.file_size > MAX_PARSED:
        raise TooLarge
    if b"encryption-data" in package.read(info):
        raise Encrypted


def _check_declarations(package: zipfile.ZipFile, info: zipfile.ZipInfo) -> None:
    """A document type or an entity stands before the first element, or nowhere."""
    with package.open(info) as part:
        head = part.read(4096).replace(b"\x00", b"")
    if b"<!DOCTYPE" in head or b"<!ENTITY" in head:
        raise DangerousFile


def _check_pdf(data: bytes) -> None:
    """Packed streams must not unfold to more than a page can need, nor packed ones within them."""
    if data.count(b"stream") > 2 * MAX_STREAMS or _is_package_too(data):
        raise DangerousFile
    view = memoryview(data)
    room = MAX_SUM
    at = data.find(b"stream")
    while at >= 0:
        start = at + 6 + (2 if data[at + 6 : at + 8] == b"\r\n" else 1)
        used = 0
        if data[at - 3 : at] != b"end" and _is_packed(data[start : start + 2]) and not _is_image(data, at):
            size, used = _unfolded(view[start : start + 8 * MiB], depth=3)
            room -= size
            if room < 0:
                raise DangerousFile
        at = data.find(b"stream", start + used)


def _is_package_too(data: bytes) -> bool:
    """Whether an end record closes the file: then another reader would take it for a package."""
    at = data.rfind(_END_RECORD, -_TAIL)
    return (
        at >= 0 and at + 22 <= len(data) and at + 22 + struct.unpack_from("<H", data, at + 20)[0] >= len(data)
    )


def _is_packed(head: bytes) -> bool:
    return len(head) == 2 and head[0] & 15 == 8 and (head[0] * 256 + head[1]) % 31 == 0


def _is_image(data: bytes, stream: int) -> bool:
    """Pictures are never unfolded for their text, and may be large."""
    return b"/Image" in data[max(0, stream - 600) : stream].rpartition(b"obj")[2]


def _unfolded(packed: memoryview, *, depth: int) -> tuple[int, int]:
    """How long what is packed is, what is packed within it too, and how many bytes of it were packed."""
    size = used = 0
    first: list[bytes] = []
    unpack = zlib.decompressobj()
    rest: bytes | memoryview = b""
    try:
        while not unpack.eof and (rest or used < len(packed)):
            if not rest:
                rest = packed[used : used + _CHUNK]
                used += len(rest)
            piece = unpack.decompress(rest, MiB)
            rest = unpack.unconsumed_tail
            if depth > 1 and size < 4 * MiB:
                first.append(piece)
            size += len(piece)
            if size > MAX_STREAM:
                raise DangerousFile
    except zlib.error:
        return size, 0
    within = b"".join(first)
    if depth > 1 and _is_packed(within[:2]):
        size += _unfolded(memoryview(within), depth=depth - 1)[0]
    return size, used - len(rest) - len(unpack.unused_data)
