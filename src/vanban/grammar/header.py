"""The head of a document: issuer, number, place, date, type and title, from letterhead or text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from itertools import takewhile

from vanban.grammar.casing import from_capitals
from vanban.grammar.lexicon import any_of, letterhead, table, type_line, type_names
from vanban.grammar.markers import mark_of
from vanban.grammar.units import opens_name
from vanban.layout.compose import Line
from vanban.model import Span

_TOP = 60
_MATTER = re.compile(r"(?:^|\s)[Vv]/[Vv]:?\s*(?P<title>.*)$")
_SPLIT = re.compile(r"(?<=\S)\s+(?=(?:CỤC|TỔNG CỤC|CHI CỤC|SỞ|TRUNG TÂM|THANH TRA|PHÒNG)\s)")
_ABOVE = ("BỘ ", "UBND ", "ỦY BAN", "UỶ BAN", "SỞ ")
_ORGANS = ("VĂN PHÒNG", "BAN THƯỜNG TRỰC", "BAN THƯỜNG VỤ", "BAN CHẤP HÀNH")  # of the body above them
_BLANK = re.compile(r"[\s.…_]")
_PLACES = (
    "TỈNH",
    "THÀNH PHỐ",
    "HUYỆN",
    "QUẬN",
    "THỊ XÃ",
    "THỊ TRẤN",
    "XÃ",
    "PHƯỜNG",
    "ĐẶC KHU",
    "VỀ",
    "VÀ",
    "CẤP",
    "CÁC",
    "TP",
    "TP.",
    "TW",
    "TRUNG ƯƠNG",
)


@dataclass(slots=True)
class Head:
    """What the letterhead and the title say; ``body`` is the index of the first line after them."""

    values: dict[str, str] = field(default_factory=dict)
    spans: dict[str, Span] = field(default_factory=dict)
    parents: list[str] = field(default_factory=list)
    body: int = 0

    def put(self, name: str, value: str | None, span: Span) -> None:
        if value and name not in self.values:
            self.values[name] = value
            self.spans[name] = span


def read_head(lines: list[Line]) -> Head:
    """Read the head from the first lines of a document."""
    head = Head()
    top = lines[:_TOP]
    type_at = _type_index(top)
    limit = type_at if type_at is not None else _number_index(top) + 12
    for index, line in enumerate(top[:limit]):
        _number(head, top, index)
        _place(head, line)
    _issuer(head, top[:limit] if type_at is not None else top[: _number_index(top) + 1])
    if type_at is None:
        _letter(head, lines)
    if type_at is not None:
        _type_and_title(head, lines, type_at)
    return head


def _letter(head: Head, lines: list[Line]) -> None:
    """An official letter has no type line: its matter stands behind "V/v" below the number."""
    sent = next((i for i, line in enumerate(lines[:_TOP]) if line.text.startswith("Kính gửi")), None)
    if sent is None:
        return
    head.put("type", "Công văn", (lines[sent].start, lines[sent].end))
    for line in lines[:sent]:
        found = _MATTER.search(line.text)
        if found and found["title"]:
            title = line.text[found.start() :].strip(" .*")
            head.put("title", title, (line.start + found.start(), line.start + found.start() + len(title)))
    head.body = sent + 1
    while head.body < len(lines) and lines[head.body].text[:1] in "-–+":
        head.body += 1


def _type_index(lines: list[Line]) -> int | None:
    for index, line in enumerate(lines):
        found = type_line().match(line.text)
        if found and not letterhead("decides").match(line.text) and (found["type"] or len(line.text) < 400):
            return index
        if line.text.istitle() is False and line.text.strip(" :.") in type_names() and len(line.text) < 30:
            return index
    return None


def _number_index(lines: list[Line]) -> int:
    return next((i for i, line in enumerate(lines) if letterhead("number").match(line.text)), 0)


def _number(head: Head, lines: list[Line], index: int) -> None:
    line = lines[index]
    found = letterhead("number").match(line.text)
    if found is None or "code" in head.values:
        return
    code = found["code"] or ""
    span = (line.start + max(found.start("code"), 0), line.end)
    if (
        not _BLANK.sub("", code)
        and index + 1 < len(lines)
        and re.match(r"^[\d\s]*/|^\d+-", lines[index + 1].text)
    ):
        code, span = lines[index + 1].text, (lines[index + 1].start, lines[index + 1].end)
    code = re.sub(r"\s", "", code)
    code = re.sub(r"^[.…_]+", "", code).rstrip(".")
    head.put("code", code.replace("–", "-") or None, span)


def _place(head: Head, line: Line) -> None:
    found = letterhead("place").match(line.text)
    if found is None or len(line.text) > 120:
        return
    head.put(
        "place",
        found["place"].strip(" *"),
        (line.start + found.start("place"), line.start + found.end("place")),
    )
    if not found["y"]:
        return
    day, month = (_BLANK.sub("", found[key] or "") for key in ("d", "m"))
    value = found["y"]
    if month.isdigit() and 1 <= int(month) <= 12:
        value += f"-{int(month):02d}"
        if day.isdigit() and 1 <= int(day) <= 31:
            value += f"-{int(day):02d}"
    head.put("date", value, (line.start + found.end("place") + 2, line.start + found.end()))


def _issuer(head: Head, lines: list[Line]) -> None:
    """The last name in capitals that is no motto; the ones above it are parents."""
    if not any(letterhead("motto").search(x.text) or letterhead("number").match(x.text) for x in lines):
        return
    names: list[list[Line]] = []
    for line in lines:
        text = letterhead("motto").sub("", line.text.strip(" *")).strip(" -–*")
        if not _may_name(text, first=not names):
            continue
        for part in _SPLIT.split(text) if text.startswith(_ABOVE) else [text]:
            piece = Line(line.start, line.end, part, line.page)
            if names and not begins_name(part):
                names[-1].append(piece)
            else:
                names.append([piece])
    if names:
        _put_issuer(head, [(" ".join(p.text for p in name), (name[0].start, name[-1].end)) for name in names])


def _may_name(text: str, *, first: bool) -> bool:
    if not text.isupper() or not text[0].isalpha() or text in ("CHỦ NGHĨA", "XÃ HỘI"):
        return False
    if letterhead("stamp").fullmatch(text):
        return False
    return letterhead("number").match(text) is None and (len(text) >= 4 or not first)


def _put_issuer(head: Head, names: list[tuple[str, Span]]) -> None:
    name, span = names[-1]
    if name in _ORGANS and len(names) > 1:
        name = f"{name} {names[-2][0]}"
    head.put("issuer", from_capitals(name), span)
    head.parents = [from_capitals(parent) for parent, _ in names[:-1]]


def begins_name(text: str) -> bool:
    """Whether a line in capitals begins the name of an agency, rather than goes on with the line above."""
    if text.startswith(tuple(f"{place} " for place in _PLACES)) or text in _PLACES:
        return text.startswith(("THÀNH ỦY", "TỈNH ỦY", "HUYỆN ỦY", "TỈNH UỶ", "HUYỆN UỶ", "THÀNH UỶ"))
    return _caps_head().match(text) is not None


@cache
def _caps_head() -> re.Pattern[str]:
    words = [
        word.upper()
        for word in table("units")["heads"]
        if word not in ("Các", "Xã", "Phường", "Những", "Tất cả")
    ]
    return re.compile(rf"(?!BAN HÀNH|BÁO CÁO|HỘI NGHỊ|HỘI THẢO|TỔ CHỨC)(?:{any_of(words)})(?!\w)")


def _type_and_title(head: Head, lines: list[Line], index: int) -> None:
    line = lines[index]
    found = type_line().match(line.text)
    title: list[tuple[int, int, str]] = []
    if found and found["head"]:
        name = found["head"]
        title.append((line.start + found.start("title"), line.end, found["title"]))
    else:
        name = line.text.strip(" :.")
    head.put("type", name.capitalize(), (line.start, line.start + len(name)))
    index += 1
    while index < len(lines) and len(title) < 6 and _in_title(lines, index, title):
        title.append((lines[index].start, lines[index].end, lines[index].text))
        index += 1
    if title:
        head.put("title", " ".join(text for _, _, text in title), (title[0][0], title[-1][1]))
    head.body = index


def _in_title(lines: list[Line], index: int, title: list[tuple[int, int, str]]) -> bool:
    line = lines[index]
    text = line.text
    if line.grid >= 0 or mark_of(text).kind not in ("", "dash") or letterhead("decides").match(text):
        return False
    if not title:
        return not re.match(r"^(?:[-–]\s*)?Căn cứ|^Kính gửi", text) and not _is_authority(text)
    last = title[-1][2]
    if last.isupper():
        return text.upper() == text and not (_is_authority(text) and _is_basis(lines[index + 1 : index + 2]))
    if text[0].islower():
        return not last.endswith((".", ";", ":"))
    return letterhead("open").search(last) is not None and not _is_basis([line])


def _is_basis(below: list[Line]) -> bool:
    return bool(below) and letterhead("preamble").match(below[0].text) is not None


def _is_authority(text: str) -> bool:
    """The line that names who decides, in capitals, between title and bases of a decision."""
    if not text.isupper() or len(text) >= 120 or not _caps_head().match(text):
        return False
    return opens_name(from_capitals(text))


def from_text(head: Head, *, lines: list[Line]) -> None:
    """What the letterhead does not say, from the sentences that announce the document."""
    text_lines = list(takewhile(lambda line: not mark_of(line.text).kind, lines[head.body : _TOP + 20]))
    text_lines = [line for line in lines[: head.body] + text_lines if line.grid < 0]
    for line in text_lines:
        if "ban hành" in line.text or "xây dựng" in line.text or "đề ra" in line.text:
            _announced(head, lines, line)
    if "issuer" not in head.values:
        for line in text_lines:
            _issuing_sentence(head, line)


@cache
def _issuing() -> re.Pattern[str]:
    names = any_of([name.lower() for name in type_names()] + list(type_names()))
    return re.compile(rf"\s+(?:ban hành|xây dựng|đề ra|triển khai|yêu cầu|đề nghị|chỉ thị)\s+(?:{names})")


@cache
def _announcing() -> re.Pattern[str]:
    names = any_of([name.lower() for name in type_names()] + list(type_names()))
    return re.compile(
        rf"\s+(?:đã\s+)?ban hành\s+(?P<type>{names})\s+số\s*:?\s*"
        r"(?P<code>\d+\s*[-/]\s*[A-ZĐ]+\s*[-/]\s*[A-ZĐa-z]+)"
        r"(?:,?\s*(?:về\s+việc|về|v/v)\s+(?P<title>[^()]{10,600}))?"
    )


_BEFORE = re.compile(
    r"(?:[Nn]gày\s+(?P<d>\d{1,2})/(?P<m>\d{1,2})/(?P<y>\d{4})\s*,?\s*)?(?P<issuer>[A-ZĐ][^;:.()]{3,90})$"
)


def _issuing_sentence(head: Head, line: Line) -> None:
    """ "…, Ủy ban nhân dân xã Suối Trúc ban hành Kế hoạch …": the last such words of the line."""
    found = list(_issuing().finditer(line.text))
    if not found:
        return
    end = found[-1].start()
    start = max(line.text.rfind(sign, 0, end) for sign in (";", ":", ".")) + 1
    for cut in (line.text.rfind(", ", start, end), start - 1):
        issuer = line.text[cut + 1 : end].strip()
        if 3 < len(issuer) < 120 and issuer[0].isupper() and opens_name(issuer):
            head.put("issuer", issuer, (line.start + end - len(issuer), line.start + end))
            return


def _announced(head: Head, lines: list[Line], line: Line) -> None:
    """ "(Ngày 17/6/2030 Đảng ủy xã Suối Trúc ban hành kế hoạch số: 26-KH/ĐU về việc …)" in a news item."""
    found = _announcing().search(line.text)
    said = _BEFORE.search(line.text, 0, found.start()) if found else None
    if found is None or said is None or "code" in head.values:
        return
    at = line.start
    head.body = max(head.body, lines.index(line) + 1)
    head.put("code", re.sub(r"\s", "", found["code"]), (at + found.start("code"), at + found.end("code")))
    head.put("type", found["type"].capitalize(), (at + found.start("type"), at + found.end("type")))
    head.put("issuer", said["issuer"].strip(), (at + said.start("issuer"), at + said.end("issuer")))
    if said["y"]:
        head.put(
            "date",
            f"{said['y']}-{int(said['m']):02d}-{int(said['d']):02d}",
            (at + said.start("d"), at + said.end("y")),
        )
    if found["title"]:
        title = found["title"].rstrip(" .")
        head.put("title", title, (at + found.start("title"), at + found.start("title") + len(title)))
