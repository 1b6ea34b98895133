"""The foot of a document: to whom it goes, and who signed."""

from __future__ import annotations

import re

from vanban.grammar.casing import from_capitals
from vanban.grammar.letters import LOWER, UPPER
from vanban.grammar.lexicon import letterhead
from vanban.grammar.zones import Foot
from vanban.layout.compose import Line
from vanban.model import Signatory, Span

_NAME = re.compile(rf"(?<!\w)(?:[{UPPER}][{LOWER}'’]*(?:[{UPPER}][{LOWER}]+)?\s+){{1,5}}[{UPPER}][{LOWER}]+$")
_MARK = r"(?<![A-ZĐ])(?:(?:TM|KT|TL|TUQ|Q)\s*\.|[TK]/[MLT]\b\.?)"
_SIGNED = re.compile(r"\s*\(?(?:đã ký|Đã ký|ĐÃ KÝ|Ký bởi|ký tên)[^)]*\)?\s*")
_POST = re.compile(r"(?:PHÓ|THỦ TƯỚNG|CHỦ TỊCH|BỘ TRƯỞNG|GIÁM ĐỐC|BÍ THƯ|TRƯỞNG|CHÁNH)\b")
_LAST_POST = re.compile(
    r"\s(?=(?:PHÓ )?(?:CHỦ TỊCH|BÍ THƯ|GIÁM ĐỐC|TRƯỞNG BAN|CHỦ NHIỆM|BỘ TRƯỞNG|THỦ TƯỚNG)$)"
)
_OFFICIAL = re.compile(
    r"\b(?:PHÓ|CHỦ|TỊCH|TRƯỞNG|GIÁM ĐỐC|BÍ THƯ|CHÁNH|THỦ TƯỚNG|BAN|SỞ|BỘ|HỘI|ĐẢNG|VĂN PHÒNG|DÂN|CỤC"
    r"|TỈNH|HUYỆN|XÃ|PHƯỜNG)\b"
)
_RECIPIENTS = letterhead("recipients")
_LONGEST = 300  # no line of a signature is longer
_DECOR = re.compile(r"^(?:\d+|\[.*\]|\(.*\))$")
_RANK = re.compile(r"^(?:(?:Đại|Thượng|Trung|Thiếu)\s+(?:tướng|tá|úy|uý)|(?:PGS|GS|TS|ThS|BS|KS)\.?)\s+")


def recipients(foot: Foot) -> tuple[tuple[str, ...], Span | None]:
    """One name for each printed line, without its dash and its last sign; a line that wrapping cut is one."""
    rows: list[str] = []
    first: Span | None = None
    dashed = sum(line.text[:1] in "-–" for line in foot.recipients) > 1
    for line in foot.recipients:
        text = _RECIPIENTS.sub("", line.text).strip()
        if not text or _DECOR.match(text) or _typist(text, rows):
            continue
        first = first or (line.start, line.end)
        for part in _parts(text):
            if dashed and rows and len(rows[-1]) < _LONGEST and _goes_on(rows[-1], part):
                rows[-1] = f"{rows[-1]} {part}"
            else:
                rows.append(part)
    names = [row.strip().lstrip("-–*+ ").rstrip(" ;,./").strip() for row in rows]
    span = (first[0], foot.recipients[-1].end) if first else None
    return tuple(name for name in names if name), span


def _goes_on(row: str, part: str) -> bool:
    """Where each name has a dash, a line without one goes on with the name above."""
    return part[:1] not in "-–*+" and not row.endswith((";", ".")) and not part.startswith("Lưu")


def _typist(text: str, rows: list[str]) -> bool:
    """The word that some offices put below the list: who typed it."""
    return (
        bool(rows)
        and rows[-1].lstrip("-–*+ ").startswith("Lưu")
        and re.fullmatch(rf"[{UPPER}][{LOWER}]{{1,6}}\.?", text) is not None
    )


def _parts(text: str) -> list[str]:
    """The lines of a list that was crawled as one line."""
    if text.startswith(("-", "–")):
        return re.split(r"(?<=[;)])\s*(?=[-–]\s)", text)
    return [text]


def signatory(foot: Foot) -> tuple[Signatory | None, Span | None]:
    """Who signed, from the lines of the signature."""
    authority: list[str] = []
    position: str | None = None
    for line in foot.signing:
        text = _SIGNED.sub(" ", line.text[:_LONGEST]).strip()
        name = _person(text)
        if name is not None:
            upper = _RANK.sub("", f"{text[: -len(name)].strip()} ").strip()
            position = _posts(authority, position, _split(upper) if upper else [])
            return Signatory(_RANK.sub("", name), _cased(position), tuple(authority)), _span(
                foot.signing, line
            )
        if _RANK.fullmatch(f"{text} "):
            continue
        if line is foot.signing[-1] and _in_capitals(text) and (authority or position):
            return Signatory(text, _cased(position), tuple(authority)), _span(foot.signing, line)
        if text and text == text.upper() and any(c.isalpha() for c in text):
            position = _posts(authority, position, _split(text))
    if not authority and position is None:
        return None, None
    return Signatory(None, _cased(position), tuple(authority)), _span(foot.signing, foot.signing[-1])


def _person(text: str) -> str | None:
    found = _NAME.search(_RANK.sub("", text))
    if found is None or any(c.isdigit() or c in ";:,/" for c in text.split("./")[0][found.start() :]):
        return None
    before = text[: len(text) - len(found.group())].strip()
    if before and _RANK.match(before + " ") is None and before != before.upper():
        return None
    return found.group()


def _in_capitals(text: str) -> bool:
    """A name printed in capitals: two to five words, none of them of a post or a body."""
    words = text.split()
    return text.isupper() and 2 <= len(words) <= 5 and not _OFFICIAL.search(text)


def _split(text: str) -> list[str]:
    """ "TM. ỦY BAN KT. CHỦ TỊCH PHÓ CHỦ TỊCH" → its three posts."""
    pieces = [piece.strip() for piece in re.split(rf"(?={_MARK})", text) if piece.strip()]
    out: list[str] = []
    for piece in pieces:
        post = _LAST_POST.search(piece) if re.match(r"TM|T/M", piece) else None
        if post:
            out.extend([piece[: post.start()], piece[post.end() :]])
            continue
        deputy = re.search(r"\s(?=PHÓ\s|THỨ TRƯỞNG)", piece) if re.match(r"K[T/]", piece) else None
        out.extend([piece[: deputy.start()], piece[deputy.end() :]] if deputy else [piece])
    return out


def _posts(authority: list[str], position: str | None, pieces: list[str]) -> str | None:
    """The position with what the pieces say of it; what they say of authority is put to that."""
    for piece in pieces:
        if re.match(_MARK, piece):
            authority.append(piece)
        elif authority and position is None and piece.split()[0] in ("DÂN", "NHÂN", "TỈNH", "TRUNG", "VÀ"):
            authority[-1] = f"{authority[-1]} {piece}"
        elif position is None or authority:
            position = piece
        elif not _POST.match(piece) and len(position) < _LONGEST:
            position = f"{position} {piece}"
    return position


def _cased(position: str | None) -> str | None:
    return from_capitals(position) if position else None


def _span(lines: list[Line], last: Line) -> Span:
    return lines[0].start, last.end
