"""Raw lines of plain text to paragraphs: what wrapping or a page break cut is joined again."""

from __future__ import annotations

import re
from dataclasses import dataclass

from vanban.grammar.lexicon import letterhead, type_line
from vanban.grammar.markers import starts_item
from vanban.layout.marks import has_words

_ENDS = (".", ";", ":", "./.", "!", "?", "…")
_STANDS_ALONE = re.compile(r"^(?:ỦY BAN|UỶ BAN|CHỦ TỊCH|PHÓ |BỘ TRƯỞNG|GIÁM ĐỐC|SỞ |BAN |HỘI ĐỒNG|ĐẢNG |CHÍNH PHỦ|THỦ TƯỚNG|TRƯỞNG |CHÁNH )")
_SIGNING = re.compile(r"^(?:TM|KT|TL|TUQ|Q|T/M|K/T|T/L)\b[./ ]|^Nơi nhận|^Kính gửi")


@dataclass(frozen=True, slots=True)
class Raw:
    """One cleaned line; ``inside`` says that bold was still open at its start."""

    text: str
    inside: bool = False


def widths(lines: list[str]) -> int:
    """The column at which the text is wrapped, 0 where each paragraph is one line."""
    lengths = sorted(len(line) for line in lines if len(line) > 20)
    if len(lengths) < 12 or lengths[-1] > 160 and lengths[int(len(lengths) * 0.9)] > 130:
        return 0
    return lengths[int(len(lengths) * 0.9)]


def join(lines: list[Raw], *, width: int, dense: bool) -> list[str]:
    """Paragraphs of a run of lines. An empty :class:`Raw` stands for a blank line."""
    out: list[str] = []
    last = ""
    blank = True
    for raw in lines:
        text = raw.text
        if not text:
            blank = True
            continue
        if not has_words(text):
            last, blank = "", True
            continue
        if last and _continues(last, raw, blank=blank, width=width, dense=dense):
            out[-1] = f"{out[-1]} {text}"
        else:
            out.append(text)
        last, blank = text, False
    return out


def _continues(last: str, raw: Raw, *, blank: bool, width: int, dense: bool) -> bool:
    text = raw.text
    if starts_item(text) or _SIGNING.match(text) or _is_type(last) or _is_type(text):
        return False
    lower = text[0].islower()
    if blank:
        return lower and _cut(last)
    if raw.inside or lower and not last.endswith(_ENDS):
        return True
    if not width or _is_caps(last) != _is_caps(text):
        return False
    if _is_caps(text):
        return not _STANDS_ALONE.match(text) and not letterhead("motto").search(f"{last}\n{text}")
    if dense and last.endswith(_ENDS) and letterhead("closing").match(text):
        return False
    return _is_full(last, text, width) if dense else not _SIGNING.match(last)


def _is_type(text: str) -> bool:
    """A type alone on its line ("KẾ HOẠCH", "PHỤ LỤC I")."""
    found = type_line().match(text)
    return found is not None and found["type"] is not None or letterhead("annex").fullmatch(text) is not None


def _cut(last: str) -> bool:
    """A line that a page break may have cut: long, and without an end."""
    return len(last) > 30 and not last.endswith(_ENDS) and not _is_caps(last)


def _is_caps(text: str) -> bool:
    return text == text.upper() and any(c.isalpha() for c in text)


def _is_full(last: str, text: str, width: int) -> bool:
    """The next word did not fit on the line any more."""
    room = len(last) + 1 + len(text.split(" ", 1)[0])
    return room > width - 12 and not (last.endswith(_ENDS) and room <= width - 4)
