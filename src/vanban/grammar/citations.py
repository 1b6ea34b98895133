"""Acts that a text cites: numbers of the State ("47/NQ-CP") and of the Party ("57-KL/TW"), repaired."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from vanban.grammar.letters import LOWER
from vanban.grammar.lexicon import any_of, table, type_names, types_by_symbol
from vanban.model import Citation, CitationRole, Span

_SYMBOL = r"[A-ZĐƯ][A-Za-zĐđƯưƠơÂâÔôÊê&]*\d*(?:\.\d+)?"
_NUMBER = re.compile(
    r"(?P<serial>\d(?<![\w/.,-].)\d{0,4}(?:\.\d{1,2}(?=/\d)|[a-zA-Z])?)\s?(?:/\s?(?P<year>(?:19|20)\d\d)\s?)?(?P<first>[/-])\s?"
    rf"(?P<rest>{_SYMBOL}(?:\s?[/.-]{_SYMBOL}|[/-]\s(?=[A-ZĐ]{{2}}|Tg|TTg){_SYMBOL})*)(?![\w/])"
)
_SIGN = re.compile(r"[/-](?:(?<=\w.)|(?<=\w\s.))\s?[A-ZĐ]")
_SERIAL, _WHOLE = 20, 120  # no serial with its year, and no number, is longer
_ROAD = re.compile(r"QL(?:\d|$)")  # a national road has a number, too
_FIRST_PART = re.compile(r"[^/.-]*")
_DATE = re.compile(
    r"\s*[,.(]?\s*(?:ban hành\s+)?(?:[Nn]gày\s*)?"
    r"(?:(?P<d>\d{1,2})\s*[/.-]\s*(?P<m>\d{1,2})\s*[/.-]\s*(?P<y>(?:19|20)\d\d)"
    r"|(?P<d2>\d{1,2})\s+tháng\s+(?P<m2>\d{1,2})\s*,?\s*(?:năm\s+)?(?P<y2>(?:19|20)\d\d))\)?"
)
_ON_DAY = re.compile(r"\s*,?\s*ngày\s")
_OF = re.compile(r"\s*,?\s*(?:đã được\s+|được\s+)?(?:của|do)\s+(?:các\s+)?")
_TAIL = re.compile(r"\s*(?:\([^)]{0,80}\)\s*)?")
_JOINS = re.compile(r"^[\s,;:]*(?:(?:và|và các|,|;|các|số|ngày|về)[\s,;:]*)*$")
_JOINT = re.compile(r"^(?:NQLT|TTLT|QCLT|CTPH|QCPH|KHLT|KHPH)\b")  # papers of several bodies
_PROPOSED = re.compile(
    r"(?:của|^\s*(?:,|và))\s+(?P<issuer>[A-ZĐ][^,;.:\n]{3,80}?)\s+tại\s*$"
    r"|(?P<maker>[A-ZĐ][^,;.:()|\n]{3,80}?)\s+(?:(?:đã|vừa|tiếp tục|ký)\s+)*ban hành\s+$"
)
_LIST = 500  # no list of acts is longer
_EDGE = ' \t,;.:-–(“"'


@dataclass(slots=True)
class Mention:
    """One place where an act is cited, before mentions of the same act are put together."""

    type: str | None
    number: str
    raw: str
    date: str | None
    issuer: str | None
    span: Span


@cache
def _type_before() -> re.Pattern[str]:
    names = [form for name in type_names() for form in (name, name.lower(), name.title())]
    names += [form for row in table("types")["type"] for form in row.get("also", ())]
    return re.compile(
        rf"(?P<type>{any_of(names)})(?:\s+(?:liên tịch|này))?"
        r"(?:\s+[^\d\s.;:(]+){0,7}?\s*(?:số|Số)?\s*:?\s*$"
    )


def _type_word_before(before: str, line: int) -> re.Match[str] | None:
    """The nearest type word from which nothing but a few words leads to the number."""
    found, position = None, line
    while nearer := _type_before().search(before, position):
        found, position = nearer, nearer.end("type")
    return found


@cache
def _issuer(*, joint: bool = False) -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = table("citations")
    no_stops, stops = any_of(words["no_stops"]), any_of(words["issuer_stops"])
    types = any_of([name for name in type_names() if name not in ("Luật",)])
    heads = words["issuer_heads"] if joint else []
    fields, commas = any_of(words["lower_fields"]), any_of([*words["comma_fields"], *heads])
    inside = r"(?<=quốc gia |Quốc gia |Nhà nước )về\s(?!việc)"
    stop = re.compile(
        rf"[;.:()\[\]“”\"…|]|(?<!đầu tư)(?<!chuyển đổi)\s(?!{inside}|{no_stops})(?:{stops})(?![\wÀ-ỹ])"
        rf"|\s+(?:và|,)\s+(?:{types})|\s+và\s+(?=[{LOWER}])(?!{fields})|,(?!\s*(?:{commas}))|$"
    )
    return re.compile(rf"(?:{any_of([*words['issuer_heads'], *table('units')['heads']])})(?![\wÀ-ỹ])"), stop


def find_mentions(text: str) -> list[Mention]:
    """Every numbered act cited in ``text``, in order; a list of numbers shares type, date and issuer."""
    mentions: list[Mention] = []
    last_end = 0
    text = text.replace("\u2011", "-")
    for found in _numbers(text):
        number = normal_number(found)
        if number is None:
            continue
        mention, end = _mention(text, found, number, last_end)
        if mention is not None:
            if mentions and mention.type is None:
                _inherit(text, mentions[-1], mention, last_end)
            mention.type = mention.type or _type_of_symbol(number)
            if mention.type is not None:
                mentions.append(mention)
                last_end = end
    _share_back(text, mentions)
    _share_head(text, mentions)
    _share_on(text, mentions)
    return mentions


def _numbers(text: str) -> Iterator[re.Match[str]]:
    """What may be numbers, looked for only where an issuer's sign stands: running text has many digits."""
    end = 0
    for sign in _SIGN.finditer(text):
        if sign.start() < end:
            continue
        found = _NUMBER.search(text, max(end, sign.start() - _SERIAL), sign.end() + _WHOLE)
        if found and found.start("first") <= sign.start():
            end = found.end()
            yield found


def normal_number(found: re.Match[str]) -> str | None:
    """The number as written, blanks out, a second "/" in place of "-" mended; None where it is no act's."""
    rest = "".join(found["rest"].split()).rstrip(".")
    head = _FIRST_PART.match(rest)[0]  # type: ignore[index]  # it matches the empty word too
    if sum(map(str.isupper, rest)) < 2 or _ROAD.match(rest) or head in ("N", "S", "D"):
        return None
    first = found["first"]
    if first == "/" and "/" in rest and head in types_by_symbol():
        rest = rest.replace("/", "-", 1)
    year = f"/{found['year']}" if found["year"] else ""
    if found["year"] and first == "-":
        first = "/"
    return f"{found['serial']}{year}{first}{rest}"


def numbers_in(text: str, *, span: Span) -> Iterator[tuple[Span, str]]:
    """The numbers that a stretch of a text holds: where each is written, and its normal form."""
    stretch = text[slice(*span)].replace("\u2011", "-")
    for found in _numbers(stretch):
        if number := normal_number(found):
            yield (span[0] + found.start(), span[0] + found.end()), number


def _mention(text: str, found: re.Match[str], number: str, floor: int) -> tuple[Mention | None, int]:
    window = max(floor, found.start() - 90)
    before = text[window : found.start()]
    line = before.rfind("\n") + 1
    typed = _type_word_before(before, line)
    start = window + typed.start() if typed else found.start()
    if typed is None and (said := re.search(r"(?:số|Số)\s*:?\s*$", before)):
        start = window + said.start()
    date, end = date_after(text, position=found.end())
    joint = _JOINT.search(found["rest"]) is not None
    issuer, end = issuer_after(text, position=end, joint=joint)
    if date is None and issuer and _ON_DAY.match(text, end):
        date, end = date_after(text, position=end)  # "của Chính phủ ngày 08/3/2030"
    issuer = issuer or _proposer(text[window:start])
    name = _canonical(typed["type"]) if typed else None
    if found["rest"].startswith("QH") and name is None:
        name = "Luật"
    raw = text[found.start() : found.end()]
    return Mention(name, number, raw, date, issuer, (start, end)), end


def _proposer(before: str) -> str | None:
    """ "theo đề nghị của Giám đốc Sở Tư pháp tại Tờ trình số …", "Thủ tướng Chính phủ đã ban hành Công điện số …"."""
    found = _PROPOSED.search(before) if before.rstrip().endswith(("tại", "ban hành")) else None
    name = found["issuer"] or found["maker"] if found else ""
    return " ".join(name.split()) if name and _issuer()[0].match(name) else None


@cache
def _canonical_names() -> dict[str, str]:
    return {name.lower(): name for name in type_names()}


def _canonical(word: str) -> str:
    return _canonical_names()[" ".join(word.lower().split())]


def date_after(text: str, *, position: int) -> tuple[str | None, int]:
    """The date written right after a number, as ISO, and where it ends."""
    found = _DATE.match(text, position)
    if found is None:
        return None, position
    d, m, y = (int(found[k] or found[k + "2"]) for k in ("d", "m", "y"))
    if not (1 <= m <= 12 and 1 <= d <= 31):
        return None, position
    return f"{y:04d}-{m:02d}-{d:02d}", found.end()


def issuer_after(text: str, *, position: int, joint: bool = False) -> tuple[str | None, int]:
    """The issuer written after a number or its date ("của Bộ Chính trị"), and where it ends."""
    after = _TAIL.match(text, position)
    of = _OF.match(text, position) or (_OF.match(text, after.end()) if after else None)
    if of is None:
        return None, position
    head, stop = _issuer(joint=joint)
    if not head.match(text, of.end()):
        return None, position
    end = stop.search(text, of.end(), min(len(text), of.end() + 120))
    last = end.start() if end else min(len(text), of.end() + 120)
    newline = text.find("\n", of.end(), last)
    last = newline if newline >= 0 else last
    name = " ".join(text[of.end() : last].strip(_EDGE).split())
    return (name, of.end() + len(text[of.end() : last].rstrip(_EDGE))) if name else (None, position)


def _inherit(text: str, earlier: Mention, mention: Mention, last_end: int) -> None:
    """ "Công điện số 1/CĐ-TTg và số 2/CĐ-TTg": the second takes the type of the first."""
    between = text[last_end : mention.span[0]]
    if len(between) < 40 and _JOINS.match(between):
        mention.type = earlier.type


def _type_of_symbol(number: str) -> str | None:
    parts = re.split(r"[/.-]", number)[1:]
    if parts and parts[0].isdigit():
        parts = parts[1:]
    if not parts:
        return None
    return types_by_symbol().get(parts[0]) or types_by_symbol().get(re.sub(r"\d+$", "", parts[0]))


def _share_back(text: str, mentions: list[Mention]) -> None:
    """One date and one issuer after several numbers belong to all of them."""
    for earlier, later in zip(reversed(mentions[:-1]), reversed(mentions[1:]), strict=True):
        between = text[earlier.span[1] : later.span[0]]
        if not _is_joined(between):
            continue
        if (
            earlier.issuer is None
            and later.issuer is not None
            and (earlier.type == later.type or earlier.date)
        ):
            earlier.issuer = later.issuer
        if earlier.date is None and later.date is not None and earlier.type == later.type and "và" in between:
            earlier.date = later.date


def _share_on(text: str, mentions: list[Mention]) -> None:
    """ "Bộ trưởng … tại Tờ trình số 1/TTr-BTC và Tờ trình số 2/TTr-BTC": the next of one series has one issuer."""
    for earlier, later in pairwise(mentions):
        alike = earlier.type == later.type and _series(earlier) == _series(later)
        if later.issuer is None and alike and _is_joined(text[earlier.span[1] : later.span[0]]):
            later.issuer = earlier.issuer


def _is_joined(between: str) -> bool:
    return len(between) <= 40 and "\n" not in between and _JOINS.match(between) is not None


def _series(mention: Mention) -> str:
    return mention.number.lstrip("0123456789")


@cache
def _list_head() -> re.Pattern[str]:
    names = list(type_names()) + [name.lower() for name in type_names()]
    return re.compile(rf"(?:[Cc]ác|[Nn]hững)\s+(?P<type>{any_of(names)})(?=\s+của\s)")


def _share_head(text: str, mentions: list[Mention]) -> None:
    """ "các Quyết định của Bộ Tài chính: Quyết định số …; Quyết định số …": whose acts a list holds."""
    for mention in mentions:
        if mention.issuer is None and mention.type is not None:
            start = max(text.rfind("\n", 0, mention.span[0]) + 1, mention.span[0] - _LIST)
            found = _list_head().search(text, start, mention.span[0])
            if found and _canonical(found["type"]) == mention.type:
                mention.issuer = issuer_after(text, position=found.end())[0]


def collect(mentions: list[Mention], *, own: str | None, bases: Sequence[Span]) -> tuple[Citation, ...]:
    """One entry for each act; two where the document gives it two dates or two issuers.

    ``own`` is the document's own number; ``bases`` are the stretches whose citations are bases.
    """
    groups: dict[str, list[Mention]] = {}
    for mention in mentions:
        key = mention.number.upper().replace("/", "-")
        if own is None or key != own.upper().replace("/", "-"):
            groups.setdefault(key, []).append(mention)
    starts = [span[0] for span in bases]
    citations: list[Citation] = []
    for group in groups.values():
        citations.extend(_merge(group, _role(group, starts, bases)))
    return tuple(citations)


def _role(group: list[Mention], starts: list[int], bases: Sequence[Span]) -> CitationRole:
    for mention in group:
        index = bisect_right(starts, mention.span[0]) - 1
        if index >= 0 and mention.span[0] < bases[index][1]:
            return "basis"
    return "mention"


def _merge(group: list[Mention], role: CitationRole) -> list[Citation]:
    dated = list(dict.fromkeys(m.date for m in group if m.date))[:2]
    dates: list[str | None] = [*dated] if dated else [None]
    issuers = list(dict.fromkeys(m.issuer for m in group if m.issuer))
    kind = next((m.type for m in group if m.type), None)
    number = min((m.number for m in group), key=lambda n: n.upper() == n)
    spans = tuple(m.span for m in group)
    out = []
    for index, date in enumerate(dates):
        first = next((m for m in group if m.date == date), group[0])
        issuer = first.issuer or (issuers[min(index, len(issuers) - 1)] if issuers else None)
        out.append(Citation(kind, number, first.raw, date, issuer, role, first.span, spans))
    if len(dates) == 1 and len(issuers) > 1 and _clash(issuers[0], issuers[1]):
        other = next(m for m in group if m.issuer == issuers[1])
        out.append(Citation(kind, number, other.raw, dates[0], issuers[1], role, other.span, spans))
    return out


def _clash(one: str, other: str) -> bool:
    return one.lower() not in other.lower() and other.lower() not in one.lower()


def find_citations(text: str) -> tuple[Citation, ...]:
    """The acts that any text cites, one entry each; spans are code points of ``text`` as given.

    >>> find_citations("theo Nghị quyết số 07/NQ-HĐND ngày 09/12/2030 của HĐND tỉnh Bến Mây")[0].issuer
    'HĐND tỉnh Bến Mây'
    """
    return collect(find_mentions(text), own=None, bases=())
