"""What kind a file is, by its content; its name only serves to notice that it says otherwise."""

from __future__ import annotations

import re

from vanban.errors import BrokenFile, DangerousFile, Encrypted, NotYetReadable, UnknownKind
from vanban.files.guard import MAX_DIRECTORY, check_end

_HTML = re.compile(rb"<\s*(?:!doctype\s+html|html|head|body|div|p|table|meta|span)\b", re.IGNORECASE)
_BLANKS = b" \t\r\n\x00\xef\xbb\xbf\xff\xfe"
_DIRECTORY = MAX_DIRECTORY + 66_000
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_LATER: tuple[tuple[tuple[bytes, ...], str], ...] = (
    ((b"\xd0\xcf\x11\xe0",), "Hãy mở tệp .doc bằng Word hoặc LibreOffice và lưu lại thành .docx."),
    ((b"{\\rtf",), "Hãy mở tệp .rtf bằng Word hoặc LibreOffice và lưu lại thành .docx."),
    (
        (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*"),
        "Đây là tệp ảnh; bản quét sẽ đọc được khi có phần nhận dạng chữ.",
    ),
)
_EXTENSIONS = {
    "docx": ("docx", "docm", "dotx"),
    "pdf": ("pdf",),
    "html": ("html", "htm", "mht", "xhtml"),
    "text": ("txt", "md", "text", "markdown"),
}


def kind_of(data: bytes) -> str:
    """ "docx", "pdf", "html" or "text". Raises a refusal for anything else."""
    if data.startswith(b"%PDF-"):
        return "pdf"
    if data.startswith(b"PK\x03\x04"):
        return _package(data)
    if data.startswith(b"\xd0\xcf\x11\xe0") and _LOCKED in data:
        raise Encrypted
    _refuse_others(data)
    head = data[:4096].replace(b"\x00", b"")
    return "html" if _HTML.search(head) else "text"


def _refuse_others(data: bytes) -> None:
    for signs, advice in _LATER:
        if data.startswith(signs):
            raise NotYetReadable(advice)
    if b"%PDF-" in data[:1024]:
        raise DangerousFile
    if len(data) < 10_000 and not data.strip(_BLANKS):
        raise BrokenFile("Tệp không có nội dung gì.")
    if _is_binary(data):
        raise UnknownKind
    if b"MIME-Version:" in data[:4096] and b"multipart/" in data[:4096]:
        raise NotYetReadable("Hãy mở trang .mht bằng trình duyệt và lưu lại thành .html hoặc .docx.")


def _package(data: bytes) -> str:
    """A ZIP is a Word file where its list of contents, at its end, names the document."""
    check_end(data)
    if b"word/document.xml" in data[-_DIRECTORY:]:
        return "docx"
    raise UnknownKind


def _is_binary(data: bytes) -> bool:
    if data.startswith((b"\xff\xfe", b"\xfe\xff", b"<\x00", b"\x00<")):
        return False
    sample = data[:8192]
    control = sum(byte < 9 or 13 < byte < 32 and byte != 27 for byte in sample)
    return b"\x00" in sample or control * 50 > len(sample)


def is_named_otherwise(kind: str, *, name: str) -> bool:
    """True where the file's extension promises another kind than its content is."""
    _, dot, extension = name.rpartition(".")
    known = {one for group in _EXTENSIONS.values() for one in group} | {"doc", "rtf", "xlsx", "xls", "odt"}
    return bool(dot) and extension.lower() in known and extension.lower() not in _EXTENSIONS[kind]
