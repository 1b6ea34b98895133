"""What kind a file is, by its content; its name only serves to notice that it says otherwise."""

from __future__ import annotations

import re

from vanban.errors import BrokenFile, DangerousFile, Encrypted, NoWords, UnknownKind
from vanban.files.guard import MAX_DIRECTORY, check_end

_HTML = re.compile(rb"<\s*(?:!doctype\s+html|html|head|body|div|p|table|meta|span)\b", re.IGNORECASE)
_BLANKS = b" \t\r\n\x00\xef\xbb\xbf\xff\xfe"
_DIRECTORY = MAX_DIRECTORY + 66_000
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_WORD = "WordDocument".encode("utf-16-le")
_RECORD = 128
_ODT = b"mimetypeapplication/vnd.oasis.opendocument.text"
_IMAGES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*")
_BOOK = "Workbook".encode("utf-16-le")
_ARCHIVES = (b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b")
WORKBOOK = "Đây là bảng tính; hãy lưu trang cần đọc thành .pdf."
SLIDES = "Đây là bài trình chiếu; hãy lưu thành .pdf."
ARCHIVE = "Đây là tệp nén; hãy giải nén rồi gửi từng văn bản."
_EXTENSIONS = {
    "docx": ("docx", "docm", "dotx"),
    "doc": ("doc", "dot"),
    "rtf": ("rtf",),
    "odt": ("odt", "ott"),
    "pdf": ("pdf",),
    "html": ("html", "htm", "xhtml"),
    "mht": ("mht", "mhtml"),
    "image": ("png", "jpg", "jpeg", "tif", "tiff"),
    "text": ("txt", "md", "text", "markdown"),
}


def kind_of(data: bytes) -> str:
    """One of the keys of the table above. Raises a refusal for anything else."""
    if data.startswith(b"%PDF-"):
        return "pdf"
    if data.startswith(b"PK\x03\x04"):
        return _package(data)
    if data.startswith(_OLE):
        return _compound(data)
    if data.startswith(b"{\\rtf"):
        return "rtf"
    if data.startswith(_IMAGES):
        return "image"
    _refuse_others(data)
    if b"MIME-Version:" in data[:4096] and b"multipart/" in data[:4096]:
        return "mht"
    head = data[:4096].replace(b"\x00", b"")
    return "html" if _HTML.search(head) else "text"


def _compound(data: bytes) -> str:
    """An OLE file is a Word file where its directory names a stream as Word does."""
    if len(data) < 512 or int.from_bytes(data[48:52], "little") + 1 << min(data[30], 12) >= len(data):
        raise BrokenFile  # cut off before its directory
    if _has_stream(data, _LOCKED):
        raise Encrypted
    if _has_stream(data, _WORD):
        return "doc"
    raise UnknownKind(WORKBOOK if _has_stream(data, _BOOK) else "")


def _has_stream(data: bytes, name: bytes) -> bool:
    """Whether a record of the directory, wherever it lies, says so: the name, its size, that it is a stream."""
    sign = (len(name) + 2).to_bytes(2, "little") + b"\x02"
    at = data.find(name)
    while at >= 0:
        if at % _RECORD == 0 and data[at + 64 : at + 67] == sign:
            return True
        at = data.find(name, at + 1)
    return False


def _refuse_others(data: bytes) -> None:
    if b"%PDF-" in data[:1024]:
        raise DangerousFile
    if not data.strip(_BLANKS):
        raise NoWords
    if data.startswith(_ARCHIVES):
        raise UnknownKind(ARCHIVE)
    if _is_binary(data):
        raise UnknownKind


def _package(data: bytes) -> str:
    """A ZIP is a Word file where its list of contents, at its end, names the document."""
    check_end(data)
    if b"word/document.xml" in data[-_DIRECTORY:]:
        return "docx"
    if data[30 : 30 + len(_ODT)] == _ODT:
        return "odt"
    listed = data[-_DIRECTORY:]
    raise UnknownKind(WORKBOOK if b"xl/" in listed else SLIDES if b"ppt/" in listed else ARCHIVE)


def _is_binary(data: bytes) -> bool:
    if data.startswith((b"\xff\xfe", b"\xfe\xff", b"<\x00", b"\x00<")):
        return False
    sample = data[:8192]
    control = sum(byte < 9 or 13 < byte < 32 and byte != 27 for byte in sample)
    return b"\x00" in sample or control * 50 > len(sample)


def is_named_otherwise(kind: str, *, name: str) -> bool:
    """True where the file's extension promises another kind than its content is."""
    _, dot, extension = name.rpartition(".")
    known = {one for group in _EXTENSIONS.values() for one in group} | {"xlsx", "xls"}
    return bool(dot) and extension.lower() in known and extension.lower() not in _EXTENSIONS[kind]
