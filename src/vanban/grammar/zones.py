"""The parts of a document: head, body, foot, and what it carries behind the foot."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from vanban.grammar.casing import from_capitals
from vanban.grammar.letters import LOWER, UPPER
from vanban.grammar.lexicon import letterhead, type_line
from vanban.grammar.units import opens_name
from vanban.layout.compose import Line

_POST = re.compile(
    r"^(?:TM|KT|TL|TUQ|T/M|K/T|PHÓ|CHỦ TỊCH|GIÁM ĐỐC|BỘ TRƯỞNG|THỨ TRƯỞNG|TRƯỞNG|BÍ THƯ|CHÁNH|THỦ TƯỚNG)\b"
)
_RECIPIENTS, _AUTHORITY, _ANNEX, _DECIDES, _CARRIED, _MOTTO = map(
    letterhead, ("recipients", "authority", "annex", "decides", "carried", "motto")
)
_PERSON = re.compile(rf"(?:[{UPPER}][{LOWER}]+\s+){{1,5}}[{UPPER}][{LOWER}]+")
_KEPT = re.compile(r"^(?:[-–]\s*)?Lưu\b")


@dataclass(slots=True)
class Foot:
    """Recipients and signature of one part."""

    recipients: list[Line] = field(default_factory=list)
    signing: list[Line] = field(default_factory=list)


@dataclass(slots=True)
class Carried:
    """An annex or an attached document: its title lines and its body."""

    kind: str
    label: str
    title: list[Line] = field(default_factory=list)
    body: list[Line] = field(default_factory=list)


@dataclass(slots=True)
class Zones:
    """``head`` ends where the preamble begins; ``body`` where the first foot does."""

    head: list[Line] = field(default_factory=list)
    body: list[Line] = field(default_factory=list)
    foot: Foot = field(default_factory=Foot)
    carried: list[Carried] = field(default_factory=list)


def divide(lines: list[Line], *, body_start: int) -> Zones:
    """Part the lines; ``body_start`` is the index of the first line after the title."""
    zones = Zones(head=lines[:body_start])
    foot = zones.foot
    current = zones.body
    index = body_start
    in_foot = False
    while index < len(lines):
        line = lines[index]
        if not in_foot and (line.grid >= 0 or not line.text[0].isupper() and line.text[0] not in "-–*"):
            current.append(line)
            index += 1
            continue
        carried = _carried_at(lines, index, in_foot=in_foot, seen=bool(zones.carried))
        if carried is not None:
            part, index = carried
            while current and _is_letterhead(current[-1].text):
                current.pop()
            zones.carried.append(part)
            current, in_foot, foot = part.body, False, Foot()
            continue
        if not in_foot and _begins_foot(line, lines, index):
            in_foot = True
        if in_foot:
            _to_foot(foot, line)
        else:
            current.append(line)
        index += 1
    return zones


def _begins_foot(line: Line, lines: list[Line], index: int) -> bool:
    if _RECIPIENTS.match(line.text):
        return True
    if _AUTHORITY.match(line.text) is not None and len(line.text) < 120:
        return True
    if line.text.isupper() and len(line.text) < 60 and _POST.match(line.text):
        below = lines[index + 1 : index + 5]
        return any(_RECIPIENTS.match(after.text) for after in below) or _signed(below)
    return line.text[-1] in ",;" and _listed(line) and _is_list(lines, index)


def _signed(below: list[Line]) -> bool:
    """A person's name within two lines of a post."""
    return any(_PERSON.fullmatch(after.text) for after in below[:2])


def _listed(line: Line) -> bool:
    return len(line.text) < 160 and line.text.endswith((",", ";")) and line.text[:1] not in "+0123456789"


def _is_list(lines: list[Line], index: int) -> bool:
    """A list of recipients without "Nơi nhận": it ends with the line that says who keeps a copy."""
    for line in lines[index : index + 16]:
        if _KEPT.match(line.text):
            return True
        if not _listed(line):
            return False
    return False


def _to_foot(foot: Foot, line: Line) -> None:
    marked = _RECIPIENTS.match(line.text)
    listed = line.text[:1] in "-–*" or line.text.lower().startswith(("lưu", "như ")) or marked
    signs = _AUTHORITY.match(line.text) or line.text.isupper() or _POST.match(line.text)
    if marked and _AUTHORITY.match(rest := line.text[marked.end() :].strip()):
        foot.signing.append(Line(line.end - len(rest), line.end, rest, line.page))
        return
    if listed or foot.recipients and not foot.signing and (not signs or _goes_on(foot, line)):
        foot.recipients.append(line)
    else:
        foot.signing.append(line)


def _goes_on(foot: Foot, line: Line) -> bool:
    """ "- VPCP: BTCN, các Vụ: TH," / "KTTH, PL;": capitals after a comma that are no post."""
    return foot.recipients[-1].text.endswith((",", ":")) and not (
        _AUTHORITY.match(line.text) or _POST.match(line.text)
    )


def _carried_at(lines: list[Line], index: int, *, in_foot: bool, seen: bool) -> tuple[Carried, int] | None:
    """The annex or attached document whose title begins at ``index``, and the index of its body."""
    line = lines[index]
    if line.grid >= 0 or len(line.text) > 300 or not line.text[0].isupper():
        return None
    annex = _ANNEX.match(line.text)
    typed = type_line().match(line.text) if in_foot or seen and _announced(lines, index) else None
    if annex and not (in_foot or seen or line.text.isupper() and _announced(lines, index)):
        return None
    headed = (
        in_foot
        and line.text.isupper()
        and len(line.text) > 6
        and _announced(lines, index)
        and not _POST.match(line.text)
        and not _is_letterhead(line.text)
        and not _MOTTO.search(lines[index + 1].text)
    )
    if annex is None and not headed and (typed is None or _DECIDES.match(line.text)):
        return None
    if annex:
        part = Carried("annex", annex["n"] or "")
        rest = line.text[annex.end() :].strip(" .:-")
        first = [Line(line.end - len(rest), line.end, rest, line.page)] if len(rest) > 3 else []
    elif typed is None:
        part, first = Carried("annex", ""), [line]
    else:
        part = Carried(typed["type"] or typed["head"], "")
        first = (
            [Line(line.start + typed.start("title"), line.end, typed["title"], line.page)]
            if typed["title"]
            else []
        )
    return _with_title(part, first, lines, index + 1)


def _is_letterhead(text: str) -> bool:
    """The issuer or the motto in capitals, once more above what is carried or at the end of the body."""
    return text.isupper() and (_MOTTO.search(text) is not None or opens_name(from_capitals(text)))


def _announced(lines: list[Line], index: int) -> bool:
    """Whether "(Kèm theo …)" stands within the lines that follow."""
    return any(_CARRIED.match(line.text) for line in lines[index + 1 : index + 6])


def _with_title(part: Carried, first: list[Line], lines: list[Line], index: int) -> tuple[Carried, int]:
    part.title = first
    start = index
    while index < len(lines) and index - start < 6:
        line = lines[index]
        if _CARRIED.match(line.text):
            return part, index + 1
        if line.grid >= 0 or not (
            line.text.isupper() or not part.title and len(line.text) < 250 and index == start
        ):
            break
        if _ANNEX.match(line.text) and part.title:
            break
        part.title.append(line)
        index += 1
    return part, index
