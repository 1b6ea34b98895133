"""Raw lines of plain text to paragraphs: what wrapping or a page break cut is joined again."""

from __future__ import annotations

import re

from vanban.files.blocks import Paragraph, run_on
from vanban.grammar.lexicon import attribute_line, letterhead, says_what
from vanban.grammar.markers import starts_item
from vanban.layout.marks import has_words

_ENDS = (".", ";", ":", "./.", "!", "?", "…")
_WORD_IN_CAPS = re.compile(r"[\w-]+[.;,]|\d+/[\w/.-]+|(?:19|20)\d\d(?: ?[-–] ?(?:19|20)\d\d)?")
"""What may end a line above it in other letters: an abbreviation, a number, years."""
_MARK_ALONE = re.compile(r"^(?:\d{1,2}(?:\.\d{1,2})*[.)]?|[IVX]{1,5}\.|[a-zđ]\))$")
_NAME_ALONE = re.compile(r"^(?:Điều|ĐIỀU|Chương|CHƯƠNG|Mục|MỤC|Phần|PHẦN)$")
_ITS_NUMBER = re.compile(r"^(?:\d{1,3}|[IVX]{1,6})(?:[.:]|$)")  # "Điều" above "13. Điều khoản thi hành"
_CLOSES = re.compile(r"^[^():]{1,40}\)")  # the end of a bracket that the line above opened
_YEARS = re.compile(r"\s(?:19|20)\d\d\s[-–]\s?(?:19|20)\d\d\b")  # a period broken before its dash
_NUMBER_TORN = re.compile(r"\d[/-][A-ZĐƯ/-]*-$")  # "12/QĐ-": the rest of the number is on the next line
_ACT = re.compile(r"^\d{1,5}/[\dA-ZĐ]")  # "Nghị định số" above "12/2030/NĐ-CP"
_LONGEST = 40_000  # lines are joined to no longer paragraph, whatever they look like
_SHORT = 8  # no mark alone on its line is longer
_TYPE = 60  # no type alone on its line is longer
_BASIS = re.compile(r"^(?:Căn cứ|Xét|Theo đề nghị)\b")
_SIGNING = re.compile(r"^(?:TM|KT|TL|TUQ|Q|T/M|K/T|T/L)\b[./ ]|^Nơi nhận|^Kính gửi")


class Raw(Paragraph):
    """One cleaned line; ``inside``: bold was still open at its start; ``bold``: it is bold as a whole."""

    inside = False
    bold = False


BLANK = Raw("")


def widths(lines: list[str]) -> int:
    """The column at which the text is wrapped, 0 where each paragraph is one line."""
    lengths = sorted(len(line) for line in lines if len(line) > 20)
    if len(lengths) < 12 or lengths[-1] > 160 and lengths[int(len(lengths) * 0.9)] > 130:
        return 0
    return lengths[int(len(lengths) * 0.9)]


def join(lines: list[Raw], *, width: int, dense: bool) -> list[Raw]:
    """Paragraphs of a run of lines; :data:`BLANK` stands for a blank line."""
    runs: list[list[Raw]] = []
    last = BLANK
    blank = True
    size = 0
    marked = dense and any(raw.bold for raw in lines)
    for raw in lines:
        text = raw.text
        if not text:
            blank = True
            continue
        if not text[0].isalnum() and not has_words(text):
            last, blank = BLANK, True
            continue
        apart = blank and not text[0].islower() and len(last.text) > _SHORT
        size += len(text)
        if (
            last.text
            and size < _LONGEST
            and not apart
            and _continues(last, raw, blank=blank, width=width, dense=dense, marked=marked)
        ):
            runs[-1].append(raw)
        else:
            runs.append([raw])
            size = len(text)
        last, blank = raw, False
    return [run[0] if len(run) == 1 else _whole(run) for run in runs]


def _whole(run: list[Raw]) -> Raw:
    """The lines of a paragraph as one; it is bold as far as they are from the first."""
    text = run_on(raw.text for raw in run)
    strong = 0
    for raw in run:
        strong += raw.strong
        if raw.strong < len(raw.text):
            break
        strong += 1
    return Raw(text, run[0].page, strong=min(strong, len(text)))


def _continues(before: Raw, raw: Raw, *, blank: bool, width: int, dense: bool, marked: bool) -> bool:
    """``marked``: headings are printed bold, so a plain line without an end goes on."""
    text, last = raw.text, before.text
    if len(last) <= _SHORT and _MARK_ALONE.match(last):
        return not starts_item(text)
    if not blank and (_is_torn(last, text) or _NAME_ALONE.match(last) and _ITS_NUMBER.match(text)):
        return True
    if blank:
        return text[0].islower() and _cut(last) and not _begins(text, last)
    if _begins(text, last):
        return False
    if raw.inside or _is_unfinished(last, text):
        return True
    if not width or last.isupper() != text.isupper() and not _WORD_IN_CAPS.fullmatch(text):
        return False
    if text.isupper() and last.isupper():
        return before.bold == raw.bold and _same_name(last, text)
    return _runs_on(before, raw, width=width, dense=dense, marked=marked)


def _is_torn(last: str, text: str) -> bool:
    """A line that ends with a dash, or a number or a period of years broken at its dash."""
    if text[0] in "-–":
        return _YEARS.search(f"{last[-5:]} {text[:8]}") is not None
    if text[0].isupper() and _NUMBER_TORN.search(last) or last.endswith(" số") and _ACT.match(text):
        return True
    return last.endswith((" -", " –")) and text[0].isalnum()


def _is_unfinished(last: str, text: str) -> bool:
    """A comma outside a list asks for more; a word in small letters goes on where no sentence ended."""
    if text[0].islower():
        return not last.endswith(_ENDS) or last.endswith(("...", "…", ";"))
    if last.count("(") > last.count(")") and _CLOSES.match(text):
        return True
    return last.endswith(",") and last[0] not in "-–+*" and not text.isupper()


def _runs_on(before: Raw, raw: Raw, *, width: int, dense: bool, marked: bool) -> bool:
    """Two lines of running text that may be one paragraph."""
    if before.text.endswith(",") and raw.text[0] in '"“(':
        return True
    if not dense:
        return not _SIGNING.match(before.text)
    return marked and _is_open(before, raw) or _is_full(before.text, raw.text, width)


def _begins(text: str, last: str) -> bool:
    """A line that begins something of its own, whatever stands above it."""
    if starts_item(text) or _SIGNING.match(text) or _is_type(last) or _is_type(text):
        return True
    if text[0] == "(" and letterhead("carried").match(text):
        return True
    if not text[0].isupper():
        return False
    if last.endswith(_ENDS) and (letterhead("closing").match(text) or _is_attribute(text)):
        return True
    if last[:2] in ("Số", "SỐ") and letterhead("number").match(last):
        return True
    return text[0] in "CXT" and _BASIS.match(text) is not None and (last.endswith(";") or last.isupper())


def _is_attribute(text: str) -> bool:
    """ "Đơn vị thực hiện: …" after the end of a sentence."""
    return ":" in text[:60] and attribute_line().match(text[:80].lower()) is not None


def _same_name(last: str, text: str) -> bool:
    """Two lines in capitals that may be one name or one title."""
    return not letterhead("stands_alone").match(text) and not letterhead("motto").search(f"{last}\n{text}")


def _is_open(before: Raw, raw: Raw) -> bool:
    """Running text without an end, where headings would be bold."""
    if before.bold or raw.bold or before.text.endswith((*_ENDS, ",")):
        return False
    return _SIGNING.match(before.text) is None


def _is_type(text: str) -> bool:
    """A type alone on its line ("KẾ HOẠCH", "PHỤ LỤC I")."""
    if len(text) > _TYPE or not text[0].isupper():
        return False
    return says_what(text)


def _cut(last: str) -> bool:
    """A line that a page break may have cut: long, and without an end."""
    return len(last) > 30 and not last.endswith(_ENDS) and not last.isupper()


def _is_full(last: str, text: str, width: int) -> bool:
    """The next word did not fit on the line any more."""
    room = len(last) + 1 + len(text.split(" ", 1)[0])
    return room > width - 12 and not (last.endswith(_ENDS) and room <= width - 4)
