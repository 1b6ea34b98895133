"""What print and pens leave of the fixed forms of a document: its number, its day, its bullets."""

from __future__ import annotations

import re
from functools import cache

from vanban.files.degrees import faint_degree_of
from vanban.files.scan.seen import Line, Word
from vanban.grammar.lexicon import table

BY_HAND = 0.3
"""So sure at most is what was written by hand."""
_PRINTED = 0.85
_NUMBER = re.compile(r"S[ốôóoỐ]\W?(?P<more>.*)")
_SYMBOL = re.compile(r"/[A-ZĐ]{2}.*")
_DOUBLED = re.compile("[ĐÐ]{2}|Ð")
_DIGITS = re.compile(r"\d{1,5}")
_DAY = re.compile(r"(?:.*,)?(?P<word>ng[àa]\S?)(?P<more>\S*)")
_MONTH = re.compile(r"(?P<glued>.*)tháng")
_BULLET = re.compile(r"[~—–_¬=ˆ^-][~ˆ^`'.-]?")
_RECIPIENTS = re.compile(r"\W?(?:N\w{0,2}i|\w{0,2}[ớởơờợ]i) nh\w{1,2}n[:.;]|N\w{0,2}i nh\w{1,2}n")
_FIRST = 3
_APART = 15.0  # points


def put_right(line: Line) -> Line:
    """A line with its bullet, and with the number and the day that pens put in: blank where they cannot be read."""
    line = _recipients(_glued(_joined(_stamped(line))))
    if len(line) > 1 and _BULLET.fullmatch(line[0].text) and line[0].text != "-":
        line = [_repaired(line[:1], "-", line[0].sure), *line[1:]]
    return _day(_number(line))


def _glued(line: Line) -> Line:
    """A type of document alone on its line, whose two words ran together."""
    if len(line) >= _FIRST + 1:
        return line
    said = [_types().get(word.text.rstrip(":.,")) for word in line]
    return [_repaired([word], name, 0.95) if name else word for word, name in zip(line, said, strict=True)]


@cache
def _types() -> dict[str, str]:
    """Types of documents in capitals, by how they look without blanks."""
    names = [row["name"].upper() for row in table("types")["type"] if " " in row["name"]]
    return {name.replace(" ", ""): name for name in names}


def _joined(line: Line) -> Line:
    """ "11/CT- -TTg": a symbol that came in two pieces."""
    out: Line = []
    for word in line:
        if (
            out
            and out[-1].text.endswith("-")
            and len(out[-1].text) > 1
            and word.text[:1] == "-"
            and len(word.text) > 1
        ):
            out[-1] = _repaired([out[-1], word], out[-1].text + word.text[1:], word.sure)
        else:
            out.append(word)
    return out


def _stamped(line: Line) -> Line:
    """A stamp of secrecy that stands for itself says its degree, however it came out."""
    stretches: list[Line] = []
    for word in line:
        if stretches and word.left - stretches[-1][-1].right < _APART:
            stretches[-1].append(word)
        else:
            stretches.append([word])
    out: Line = []
    for stretch in stretches:
        degree = faint_degree_of(" ".join(word.text for word in stretch))
        out += [_repaired(stretch, degree, 1.0)] if degree else stretch
    return out


def _recipients(line: Line) -> Line:
    """ "Nơi nhận:" opens the foot, however its small slanted letters came out."""
    if len(line) < 2 or not _RECIPIENTS.fullmatch(f"{line[0].text} {line[1].text}"):
        return line
    now = ("Nơi", "nhận:")
    pairs = zip(line[:2], now, strict=True)
    return [
        *(word if word.text == said else _repaired([word], said, word.sure) for word, said in pairs),
        *line[2:],
    ]


def _number(line: Line) -> Line:
    """ "Số: 94 /QĐ-UBND": what stands apart from the symbol was written by hand, unless it is as sure as print."""
    found = _NUMBER.fullmatch(line[0].text) if line else None
    at = next((i for i, word in enumerate(line[: _FIRST + 1]) if i and _SYMBOL.fullmatch(word.text)), 0)
    if found is None or not at:
        return line
    written = (found["more"] + "".join(word.text for word in line[1:at])).strip(":. ")
    if not written:
        return line
    parts = line[1 : at + 1] if at > 1 else line[: at + 1]
    printed = _DIGITS.fullmatch(written) is not None and min(word.sure for word in parts) >= _PRINTED
    said = _DOUBLED.sub("Đ", line[at].text)
    symbol = _repaired(parts, written + said if printed else said, 1.0 if printed else BY_HAND)
    return [line[0]._replace(text="Số:"), symbol, *line[at + 1 :]]


def _day(line: Line) -> Line:
    """ "ngày4† tháng 01 năm 2025": a day that runs into its neighbours was written by hand."""
    for at, word in enumerate(line):
        month = _MONTH.fullmatch(word.text)
        if month is None or not _is_month(line[at + 1 : at + 4]):
            continue
        start = next((i for i in range(at, max(at - 4, -1), -1) if _DAY.fullmatch(line[i].text)), None)
        if start is None:
            return line
        return _dated(line, start, at)
    return line


def _is_month(after: Line) -> bool:
    """ "… tháng 01 năm 2025": only the form of a date, not any mention of a day."""
    words = [word.text for word in after]
    return (
        len(words) == 3 and words[0].isdigit() and words[1] == "năm" and words[2].strip(".,;")[:4].isdigit()
    )


def _dated(line: Line, start: int, month: int) -> Line:
    between = line[start : month + 1]
    said = " ".join(word.text for word in between)
    place = "" if said.startswith("ng") else said[: said.index(",") + 1]
    rest = said[len(place) :]
    place = f"{place} " if place else ""
    if re.fullmatch(r"ngày(?: \d{1,2})? tháng", rest):
        return line
    digits = re.fullmatch(r"ng[àa]\S ?(\d{1,2}) ?tháng", rest)
    printed = digits is not None and min(word.sure for word in between) >= _PRINTED
    day = f"ngày {digits[1]} tháng" if digits and printed else "ngày tháng"
    return [*line[:start], _repaired(between, place + day, BY_HAND), *line[month + 1 :]]


def _repaired(words: Line, now: str, sure: float) -> Word:
    """Words as one that says what they should."""
    return Word(
        now,
        min(word.left for word in words),
        min(word.top for word in words),
        max(word.right for word in words),
        max(word.bottom for word in words),
        min(sure, *(word.sure for word in words)),
        words[0].base,
        " ".join(word.was or word.text for word in words),
    )
