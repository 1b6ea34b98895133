"""Plain and crawled text to blocks: furniture out, tables found, wrapped lines joined."""

from __future__ import annotations

import re
from functools import cache

from vanban.files.blocks import Block, Table
from vanban.grammar.lexicon import letterhead, table, type_line
from vanban.layout import tables
from vanban.layout.joining import BLANK, Raw, join, widths
from vanban.layout.marks import COLUMN_GAP, clean, clean_lines, has_words

_HEAD = 400
_MOTTO = re.compile(r"CỘNG|[ĐV](?:ộc lập|ỘC LẬP|IỆT NAM)|HỒ CHÍ MINH")  # every motto holds one of these
_MARKS = frozenset("-–+•0123456789IVXabcdefghijklmnopqrstuvwxyzđ")
_MARKER = re.compile(r"^(?:[-–+•]\s|\d{1,2}[.)]\s|[IVX]+[.)]|[a-zđ]\))")


@cache
def _furniture() -> re.Pattern[str]:
    """A line where the document has ended, or one that is no part of it."""
    end, line = ("|".join(row["pattern"] for row in table("furniture")[name]) for name in ("end", "line"))
    return re.compile(f"(?P<end>{end})|(?P<line>{line})")


def blocks_of_lines(raw: list[str], *, pages: list[int] | None = None) -> list[Block]:
    """Blocks of a text whose lines may be wrapped, with its tables in either crawled form.

    ``pages`` says for each line on which page it stands.
    """
    kept, texts = _trim(clean_lines(raw) if raw else [])
    lines = raw if len(kept) == len(raw) else [raw[index] for index in kept]
    places = [pages[index] for index in kept] if pages else [0] * len(lines)
    wrapped = widths([text for text in texts if text and (text[0] != "|" or not tables.is_row(text))])
    dense = bool(wrapped) and _is_dense(texts)
    return _Parser(lines, texts, places, width=wrapped, dense=dense).run()


def _trim(cleaned: list[str]) -> tuple[list[int], list[str]]:
    """The lines from the letterhead to the foot, by index and clean, without what the site put around."""
    start = _head_of(cleaned)
    match = _furniture().match
    kept: list[int] = []
    for index, text in enumerate(cleaned[start:], start):
        if text and (text[0].isupper() or text[0] in "#(h" or "Ảnh" in text):
            found = match(text)
            if found and found.lastgroup == "line":
                continue
            if found and index > start + 20:
                break
        kept.append(index)
    return kept, cleaned if len(kept) == len(cleaned) else [cleaned[index] for index in kept]


def _head_of(cleaned: list[str]) -> int:
    """Where the letterhead begins; 0 where there is none or nothing stands above it."""
    at = _motto_of([*cleaned[: _HEAD + 1], ""])
    if at is None:
        return 0
    first = at
    for index in range(at - 1, max(at - 16, -1), -1):
        text = cleaned[index]
        if text == "|" or not has_words(text):
            continue
        if (
            not any(sign.isalpha() for sign in text)
            or (text != text.upper() or tables.is_row(text))
            and not letterhead("number").match(text)
        ):
            break
        first = index
    while first > 0 and cleaned[first - 1] == "|":
        first -= 1
    return first


def _is_dense(texts: list[str]) -> bool:
    """True where paragraphs follow each other without blank lines."""
    items = [i for i, text in enumerate(texts) if text and i and text[0] in _MARKS and _MARKER.match(text)]
    spaced = sum(not texts[i - 1] for i in items)
    return bool(items) and spaced < len(items) / 2


def _motto_of(top: list[str]) -> int | None:
    """The line at which the motto begins; in capitals it may go on in the next one."""
    for index in (at for at, text in enumerate(top) if _MOTTO.search(text)):
        for at in (index - 1, index):
            line = f"{top[at]} {top[at + 1]}" if at >= 0 and top[at].isupper() else top[at]
            if at >= 0 and letterhead("motto").search(line):
                return at
    return None


class _Parser:
    def __init__(
        self, lines: list[str], texts: list[str], pages: list[int], *, width: int, dense: bool
    ) -> None:
        self.pages = pages
        self.lines, self.texts, self.width, self.dense = lines, texts, width, dense
        self.blocks: list[Block] = []
        self.run_lines: list[Raw] = []
        self.bold = False
        whole = "\n".join(lines)
        self.typed = "**" in whole or "    " in whole or "\t" in whole

    def run(self) -> list[Block]:
        texts, index = self.texts, 0
        while index < len(texts):
            text = texts[index]
            if text == "|":
                index = self._bars(index)
            elif text[:1] == "|" and tables.is_row(text):
                index = self._rows(index)
            elif self.typed or text[:1] == "|":
                self._plain(self.run_lines, index)
                index += 1
            else:
                index = self._bare(index)
        self._flush()
        return self.blocks

    def _bare(self, index: int) -> int:
        """Take the lines up to the next bar as they are; returns the line after them."""
        texts, end = self.texts, index
        while end < len(texts) and texts[end][:1] != "|":
            end += 1
        places = zip(texts[index:end], self.pages[index:end], strict=True)
        self.run_lines += [Raw(text, page) if text else BLANK for text, page in places]
        return end

    def _plain(self, out: list[Raw], index: int) -> None:
        text, line, page = self.texts[index], self.lines[index], self.pages[index]
        if not text and "**" not in line:
            self.bold = False
            out.append(BLANK)
        elif ("    " in line or "\t" in line) and (columns := _columns(line)):
            out.extend(Raw(clean(part), page) for part in columns)
        elif self.bold or "**" in line:
            inside = self.bold and bool(text)
            strong = _strong(line, inside=inside)
            raw = Raw(text, page, strong=min(strong, len(text)))
            raw.inside, raw.bold = inside, _is_bold(line, inside=inside)
            out.append(raw)
            self.bold = inside ^ (line.count("**") % 2 == 1)
        else:
            out.append(Raw(text, page))

    def _flush(self) -> None:
        self.blocks += join(self.run_lines, width=self.width, dense=self.dense)
        self.run_lines = []

    def _rows(self, index: int) -> int:
        self._flush()
        end = index
        while end < len(self.texts) and tables.is_row(self.texts[end]):
            end += 1
        rows = tables.rows_of_lines(self.texts[index:end])
        self.blocks.append(Table(tuple(tuple(tuple(cell) for cell in row) for row in rows)))
        return end

    def _bars(self, index: int) -> int:
        """Read a table of bare bars that begins at ``index``; returns the line after it."""
        self._flush()
        parts, end = self._cells(index)
        if parts:
            rows = tables.rows_of_bars(parts)
            if rows:
                self.blocks.append(Table(tuple(tuple(tuple(cell) for cell in row) for row in rows)))
        return end

    def _cells(self, index: int) -> tuple[list[list[str]], int]:
        parts: list[list[str]] = []
        at = index + 1
        while at < len(self.texts):
            end = self._next_bar(at)
            if end is None:
                break
            parts.append(self._cell(at, end))
            at = end + 1
        if parts and at < len(self.texts) and (last := self._open_cell(at)):
            parts.append(self._cell(at, last))
            at = last
        return parts, at

    def _next_bar(self, at: int) -> int | None:
        """The bar that closes the cell at ``at``; None where what stands there is no cell."""
        numbered = 0
        for index in range(at, min(at + 60, len(self.texts))):
            text = self.texts[index]
            if text == "|":
                return None if numbered > 2 and index - at > 25 else index
            numbered += text[:1].isdigit() and _MARKER.match(text) is not None
            if tables.is_row(text) or _ends_cell(text):
                return None
        return None

    def _open_cell(self, at: int) -> int:
        """The last cell of a table may miss its bar: short lines up to a blank one."""
        end = at
        while end < len(self.texts) and self.texts[end] and end - at < 4 and len(self.texts[end]) < 60:
            end += 1
        closes = end >= len(self.texts) or not self.texts[end]
        heads = any(_ends_cell(text) or text == text.upper() for text in self.texts[at:end])
        return end if closes and end > at and not heads and not _MARKER.match(self.texts[at]) else 0

    def _cell(self, at: int, end: int) -> list[str]:
        raws: list[Raw] = []
        self.bold = False
        for index in range(at, end):
            self._plain(raws, index)
        if len(raws) == 1:
            return [raws[0].text] if has_words(raws[0].text) else []
        return [raw.text for raw in join(raws, width=self.width or 75, dense=False)]


_PLACED = ("Số", "Nơi nhận", "Lưu", "TM.", "KT.")
_HEADING = re.compile(
    r"^(?:I|II|III|IV|V|VI)\. |^Điều \d+\."
    r"|^(?:KẾ HOẠCH|QUYẾT ĐỊNH|CHỈ THỊ|KẾT LUẬN|THÔNG BÁO|NGHỊ QUYẾT|CHƯƠNG TRÌNH|PHỤ LỤC)\b"
)


def _ends_cell(text: str) -> bool:
    """A title of the document or of a section stands in no cell of a crawled table."""
    if not text[:1].isupper():
        return False
    found = type_line().match(text)
    return (
        _HEADING.match(text) is not None and len(text) > 3 or found is not None and found["type"] is not None
    )


def _is_bold(line: str, *, inside: bool) -> bool:
    """Whether the whole line is printed bold: in running text that is a heading."""
    line = line.strip()
    return (inside or line.startswith("**")) and line.endswith("**")


def _strong(line: str, *, inside: bool) -> int:
    """How many signs of the cleaned line, from the first, are bold."""
    line = line.strip()
    if not inside and not line.startswith("**"):
        return 0
    return len(clean(line.removeprefix("" if inside else "**").split("**", 1)[0]))


def _is_placed(part: str) -> bool:
    """Words that stand beside others in a letterhead or a foot."""
    if part.isupper() and len(part) < 60:
        return True
    return letterhead("motto").search(part) is not None or part.lstrip("- ").startswith(_PLACED)


def _columns(line: str) -> list[str]:
    """The two columns of a letterhead printed on one line, else none; "Số:" stays with the number behind it."""
    parts = COLUMN_GAP.split(line.replace("**", "").strip())
    if len(parts) > 1 and re.fullmatch(r"Số\s*:?", parts[0]):
        parts[:2] = [f"{parts[0]} {parts[1]}"]
    return parts if len(parts) > 1 and any(_is_placed(part) for part in parts) else []
