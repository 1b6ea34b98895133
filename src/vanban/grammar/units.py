"""Names of agencies in running text and in lists: where they begin, where they end, what parts them."""

from __future__ import annotations

import re
from functools import cache

from vanban.grammar.letters import UPPER
from vanban.grammar.lexicon import any_of, table
from vanban.model import Unit

_SEPARATOR = re.compile(
    r"\s*[;,]\s*(?:(?:và|hoặc|cùng(?: với)?)\s+)?|\s+(?:và|cùng(?: với)?|hoặc)\s+|\s+-\s+(?=[A-ZĐ])"
)
_BRACKET = re.compile(r"\s*[(\[][^)\]]*[)\]]?")
_STOP = re.compile(
    r"[.:(\[“”\"…!?|)\n]|\./|\s[-–—]\s(?=[Cc]ơ quan|[Tt]hường trực|[Đđ]ơn vị|[Đđ]ầu mối|[Cc]ơ sở)|$"
)
_HEAD_WORD = re.compile(r"(?:Sở|Bộ|Phòng|Ban|Cục|Vụ|Viện|Chi cục|Trung tâm|Tổ|Quỹ|Thanh tra)\s+$")
_ROLE_NAME = re.compile(r"(?:[Cc]ơ quan|[Đđ]ơn vị|Tổ chức|Doanh nghiệp)\s+")
_PLACE = rf"[{UPPER}]\w*(?:[ -][{UPPER}]\w*)*"
# "các xã: Suối Trúc, Mây Hạ"
_PLACES = re.compile(rf":\s*{_PLACE}(?:(?:,|;|\s+và)\s+{_PLACE})+")
_OF_PLACES = re.compile(
    r"(?:[Cc]ác|\d)\s(?:[^:;.]*\s)?(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu|thôn|bản)"
    r"(?:\s+(?:trực thuộc\s+)?[Tt]rung ương)?\s*$"
)
# "các cơ quan được giao chủ trì có trách nhiệm …": a clause that says which ones
_RELATIVE = re.compile(
    r"(?:đã\s+)?được\s+[^.;:]{2,160}?(?=,?\s+(?:có|chịu) trách nhiệm|\s+có nhiệm vụ|\s+phải\s)"
)
_KIND = re.compile(r"(?:Sở|Bộ|Ban|Phòng|Cục|Hội)\s*$")
_KINDS = re.compile(r"(?:(?:[Cc]ác|[Nn]hững)\s+)?(?P<kind>Sở|Bộ|Ban|Phòng|Cục|Hội)\s*:\s*(?=\S)")
_ROLES = (
    r"(?:Trưởng|Phó|Ủy viên|Uỷ viên|Thành viên|Tổ trưởng|Tổ phó|[Cc]ơ quan|[Tt]hường trực|Chủ tịch|Bí thư)\b"
)
_APART = re.compile(_ROLES)
_APPOSED = re.compile(rf"\s+[-–—]\s+(?:{_ROLES}|\d)")  # "… - Cơ quan Thường trực", "… - 02 nghị định"
_AMOUNT = re.compile(r"[\d.,]+(?:\s*(?:giờ|ngày|phút)(?:\s+làm việc)?)?|(?:(?:nghìn|triệu|tỷ)\s+)?đồng")
# "… liên quan tới việc thực hiện Kế hoạch này": what leads to the matter is no part of the name
_LEADS_ON = re.compile(r"\s+(?:(?:tới|đến)\s+việc|trong|về|với|tới|của|cho|chỉ)$")
_ALONE = ("Sở", "Phòng", "Báo")
_OFFICE = re.compile(r"Văn phòng (?:HĐND|Hội đồng nhân dân|Đoàn)[^,;]*$")
_NAME = 200  # no name is longer
_NEAR, _LIST = 600, 4_000  # most lists of names end within the first; none is longer than the second
_EDGE = " \t.;,:-–—/*"
_AFTER = r"(?![\wÀ-ỹ])"
_VERB = re.compile(r"(?:chịu|có|tổ chức|phải|cần|tự|hoạt động|công tác|cơ quan|đầu mối)\b")


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    words = table("units")
    actions = [word for word in words["actions"] if word not in words["noun_heads"]]
    nouns = any_of(words["organisation_nouns"])
    sets = any_of(words["set_words"])
    tails = any_of(words["tails"])
    heads = any_of(words["heads"])
    unlike = "|".join(words["unlike"])
    openers = any_of(words["openers"])
    every = r"(?:[Cc]ác|[Nn]hững|[Tt]ất cả(?: các)?|[Tt]oàn thể(?: các)?|[Mm]ỗi)"
    plural = rf"{every}\s+(?!{unlike})(?:{heads}|{sets}|{openers}|cấp){_AFTER}"
    does = rf"{any_of(actions)}|có(?!\s+(?:{any_of(words['owned'])}))"
    holds = rf"(?<!cơ quan, )(?<!đơn vị, )(?<!doanh nghiệp, )tổ\s+chức(?!\s+(?:{nouns})|\s*[,;.]|$)"
    level = any_of(words["levels"])
    kept = rf"{sets}|{tails}|{level}|{any_of(words['after_level'])}"
    field = any_of(words["fields"])
    return {
        "fields": re.compile(rf":\s*(?:{field})(?:\s*(?:[,;]|[,;]?\s+và)\s+(?:{field}))*{_AFTER}"),
        "field": re.compile(rf"(?:{field}){_AFTER}"),
        "phrase": re.compile(rf"(?:{any_of(words['phrases'])}){_AFTER}"),
        "level": re.compile(rf"(?<![\wÀ-ỹ])(?:{level})\s+(?=[^\W\d_])(?!(?:{kept}){_AFTER})"),
        "head": re.compile(rf"(?!{unlike})(?:{plural}|(?:{heads}){_AFTER})"),
        "opens": re.compile(
            rf"(?!{unlike})(?:{plural}|(?:{any_of([*words['heads'], *words['openers']])}){_AFTER})"
        ),
        "action": re.compile(rf"(?<![\wÀ-ỹ])(?:{does}|{holds}){_AFTER}"),
        "tail": re.compile(rf"(?<!,)\s(?:{tails})$"),
        "noun": re.compile(rf"(?:{any_of(words['noun_heads'])})\s+$"),
        "set": re.compile(rf"(?:{sets})(?:\s+(?:{tails}))*\s*(?=[,;.:(]|$|\s+và\s|\s+được\s|\s+(?:{tails}))"),
        "bare": re.compile(
            r"^(?:(?:[^,;]{2,40}\s)?(?:các|những|toàn thể|mọi|mỗi|từng)\s+"
            r"|(?:UBND|Ủy ban nhân dân|HĐND|Công an|Thủ trưởng|Giám đốc|Lãnh đạo)\s+)?"
            rf"(?:(?:{sets})(?:\s+(?:{tails}))?(?:\s*,\s*|\s+và\s+|\s*-\s*|\s+))*(?:{sets})(?:\s+(?:{tails}))?$",
            re.IGNORECASE,
        ),
    }


def name_end(text: str, *, start: int, end: int) -> int:
    """Where a list of names that begins at ``start`` ends: at the doing, or at a full stop.

    It is looked for near its start first: a text may hold thousands of lists that have no end.
    """
    near = start + _NEAR
    if near < end and (stop := _name_end(text, start, near)) < near - _NAME:
        return stop
    return _name_end(text, start, min(end, start + _LIST))


def _name_end(text: str, start: int, end: int) -> int:
    limit = _limit(text, start, end)
    patterns = _patterns()
    level = _after_level(text, start, limit)
    limit = level if level is not None else limit
    inside = [found.span() for found in patterns["phrase"].finditer(text, start, limit)]
    position = start
    while found := patterns["action"].search(text, position, limit):
        position = found.end()
        if any(first <= found.start() < last for first, last in inside):
            continue
        if found.group() == "được" and (which := _RELATIVE.match(text, found.start(), limit)):
            return which.end()
        before = text[max(start, found.start() - _NAME) : found.start()]
        if _is_guarded(before, found.group(), text[found.end() : found.end() + 12]):
            position = found.start() + 1  # two words may make a third between them: "Truyền thông báo cáo"
        elif not _is_of_name(before, found.group()):
            return found.start()
    return limit


def _limit(text: str, start: int, end: int) -> int:
    """The first sign that no name holds; brackets and lists behind "các xã:", "các Sở:" are passed over."""
    at = start
    while stop := _STOP.search(text, at, end):
        passed: re.Match[str] | None = None
        if stop.group().startswith(("(", "[")):
            passed = _BRACKET.match(text, stop.start(), end)
        elif stop.group() == ":":
            passed = _listed(text, start, stop.start(), end)
        if passed is None:
            return stop.start()
        at = passed.end()
    return end


def _listed(text: str, start: int, colon: int, end: int) -> re.Match[str] | None:
    start = max(start, colon - _NAME)
    if _OF_PLACES.search(text[start:colon]) and (found := _PLACES.match(text, colon, end)):
        return found
    return _patterns()["fields"].match(text, colon, end) if _KIND.search(text[start:colon]) else None


def _is_of_name(before: str, action: str) -> bool:
    """Whether a word for doing is a part of the name that stands before it."""
    if not before.strip() or _HEAD_WORD.search(before) and action not in table("units")["never"]:
        return True
    if _is_part(before, action):
        return True
    return _ROLE_NAME.fullmatch(before) is not None and action in table("units")["role_actions"]


def _after_level(text: str, start: int, limit: int) -> int | None:
    """ "Công an tỉnh đình chỉ …": a word in small letters behind a level says what is done."""
    for found in _patterns()["level"].finditer(text, start, limit):
        if found.end() < limit and text[found.end()].islower():
            return found.end()
    return None


@cache
def _guards() -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    made: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {}
    for row in table("units")["guard"]:
        before, after = made.get(row["action"], ((), ()))
        made[row["action"]] = ((*before, *row.get("before", ())), (*after, *row.get("after", ())))
    return made


def _is_guarded(before: str, action: str, after: str) -> bool:
    """A word for doing that is a part of a name behind or before certain words ("quá trình", "cấp xã")."""
    words = _guards().get(action)
    return words is not None and (
        before.rstrip().lower().endswith(words[0]) or after.lstrip().startswith(words[1])
    )


def _is_part(before: str, action: str) -> bool:
    """ "cơ quan tuyên truyền": a word for doing that says of what kind the body is."""
    return (
        action in table("units")["noun_actions"]
        and _patterns()["noun"].search(before) is not None
        and "liên quan" not in before
    )


def split_units(text: str, *, start: int = 0, end: int | None = None) -> tuple[Unit, ...]:
    """The names in ``text[start:end]``, a list of agencies and nothing else."""
    end = len(text) if end is None else end
    units: list[Unit] = []
    opened = start
    for cut, after in _cuts(text, start, end):
        _add(units, text, opened, cut)
        opened = after
    _add(units, text, opened, end)
    return tuple(units)


def _cuts(text: str, start: int, end: int) -> list[tuple[int, int]]:
    cuts: list[tuple[int, int]] = []
    opened, position = start, start
    while found := _SEPARATOR.search(text, position, end):
        position = found.end()
        bracket = text.rfind("(", opened, found.start())
        if bracket >= 0 and text.find(")", bracket, found.start()) < 0:
            continue
        if _parts(text, opened, found, end):
            cuts.append((found.start(), found.end()))
            opened = found.end()
    return cuts


def _parts(text: str, opened: int, found: re.Match[str], end: int) -> bool:
    """Whether the separator stands between two names and not inside one."""
    patterns = _patterns()
    before, at = text[max(opened, found.start() - 100) : found.start()].strip(_EDGE), found.end()
    mark = found.group().strip()
    if not before or at >= end:
        return bool(mark)
    if mark == ";":
        return True
    bare = patterns["bare"].match(before) is not None and not (
        mark == "và" and patterns["tail"].search(before)
    )
    if bare and patterns["set"].match(text, at, end) and not text[at].isupper():
        return False
    if mark == "-" and (text.startswith("Viễn thông", at) or _APART.match(text, at)):
        return False
    if before.endswith(("Trung ương", "trung ương")) and text.startswith(("địa phương", "quân đội"), at):
        return False
    if mark == "và" and (before.split()[-1] in _ALONE or _OFFICE.match(before)):
        return patterns["opens"].match(text, at, end) is not None and not patterns["head"].match(
            text, at, end
        )
    return patterns["opens"].match(text, at, end) is not None


def _add(units: list[Unit], text: str, start: int, end: int) -> None:
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    name = text[start:end]
    if of := _KINDS.match(name):
        units.extend(_fields_of(name, of, start))
        return
    bracket = name.find(" (")
    if bracket > 0:
        end, name = start + bracket, name[:bracket].rstrip()
    if apart := _APPOSED.search(name):
        end, name = start + apart.start(), name[: apart.start()]
    if on := _LEADS_ON.search(name):
        end, name = start + on.start(), name[: on.start()]
    if name and len(name) < 200 and not _AMOUNT.fullmatch(name):
        units.append(Unit(name=" ".join(name.split()), span=(start, end)))


def _fields_of(name: str, of: re.Match[str], start: int) -> list[Unit]:
    """ "các Sở: Tài chính, Nội vụ": each by its whole name, its span at its own words."""
    fields = _patterns()["field"].finditer(name, of.end())
    return [
        Unit(f"{of['kind']} {' '.join(found.group().split())}", (start + found.start(), start + found.end()))
        for found in fields
    ]


def names_at(text: str, *, start: int, end: int) -> tuple[tuple[Unit, ...], int]:
    """The list of names that begins at ``start``, and where what they do begins."""
    stop = name_end(text, start=start, end=end)
    return split_units(text, start=start, end=stop), stop


def opens_name(text: str, *, position: int = 0) -> bool:
    """True where a name of an agency begins at ``position``."""
    return _patterns()["opens"].match(text, position) is not None


def only_units(text: str) -> tuple[Unit, ...]:
    """The names, where ``text`` holds names of agencies and nothing else; otherwise empty."""
    bare = text.rstrip(" .:;")
    if len(bare) > 220 or not opens_name(bare):
        return ()
    names, stop = names_at(bare, start=0, end=len(bare))
    return names if names and not bare[stop:].strip(_EDGE) else ()


def action_at(text: str) -> bool:
    """True where a word for doing stands at the start of ``text``."""
    return (
        _patterns()["action"].match(text) is not None or text[:1].islower() and _VERB.match(text) is not None
    )
