"""Who does what a provision says: its subject, its partners, and both in one line of attributes."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from vanban.grammar.lexicon import any_of, form, table
from vanban.grammar.units import action_at, names_at, only_units, opens_name, split_units
from vanban.model import Unit

Units = tuple[Unit, ...]
# Behind a clause a doer in small letters is a set or a part in the matter ("…, cơ quan chủ trì báo cáo").
_SET_OR_PART = re.compile(
    r"(?:các|những|toàn thể|từng|mỗi)\s|(?:cơ quan|đơn vị)\s+(?:chủ trì|phối hợp|thẩm định)\b"
)
_SEEN = 600  # how far into a provision its doer is looked for
_TURN = re.compile(r"[;,]\s+(?:(?:và|còn)\s+)?")
_HELPING = re.compile(r"phối hợp(?:\s+(?:thực hiện|triển khai|tổ chức))*\s*(?:[;,.)]|$)")
_TELLING = ("trì", "hợp", "hiện", "ăn cứ", "heo ", "rên cơ sở")  # a value without them is a plain list
_REACH = 500  # how far a list of doers may go
_VERB = 200  # how far behind a list the words go that say what is done
_CLAUSE = re.compile(
    r"[,;]\s+(?=[^\W\d_])|(?:vướng mắc|phát sinh|khó khăn)\s+(?=các |đề nghị )"
    r"|(?<=[^\d\W])[.]\s+(?=[A-ZĐ])|\)\s+(?=[A-ZĐcn])|\sthì\s+(?=[^\W\d_])|(?<=[^\d\W]):\s+(?=[A-ZĐ])"
)
_NEXT = re.compile(r"[.](?<=[^\d\W][.])\s+(?=[A-ZĐ])")
_ASKED, _PARTNERS, _LEADS, _LEAD_IN, _APPOSED, _MARKED = (
    form("doers", name=name) for name in ("asked", "partners", "leads", "lead_in", "apposed", "marked")
)


class Parties(NamedTuple):
    """Who leads and who helps."""

    lead: Units = ()
    coordinators: Units = ()

    def __bool__(self) -> bool:
        return bool(self.lead or self.coordinators)


NOBODY = Parties()


def shift(units: Units, *, offset: int) -> Units:
    """The units with their spans moved by ``offset``."""
    if not units or not offset:
        return units
    return tuple(
        [Unit(unit.name, (unit.span[0] + offset, unit.span[1] + offset)) for unit in units if unit.span]
    )


@cache
def _weak() -> re.Pattern[str]:
    """Words that end a name and yet say of no doing ("báo cáo Sở A theo quy định")."""
    return re.compile(rf"(?:{any_of(table('units')['weak'])})(?![\wÀ-ỹ])")


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(rf"^(?:{any_of(table('units')['clause_openers'])})(?![\wÀ-ỹ])", re.IGNORECASE)


def subject(text: str) -> Units:
    """The doer that the text itself names: at its start, behind "Giao …", or behind an opening clause."""
    names = _doer_at(text, 0)
    if names:
        return names
    opened = _opening().match(text) is not None
    position = 0
    while cut := (_CLAUSE if opened else _NEXT).search(text, position, _SEEN):
        position = cut.end()
        if cut.group().startswith("."):
            opened = _opening().match(text[position : position + 60]) is not None
            if not opened and not _ASKED.match(text, position):
                continue
        names = _doer_at(text, position)
        if names and not _among_partners(text, position):
            return names
    return ()


def _among_partners(text: str, position: int) -> bool:
    """ "… phối hợp với các sở, Ủy ban nhân dân xã bố trí …": what stands in the list of partners."""
    start = max(0, position - 150)
    start = max(start, *(text.rfind(sign, start, position) for sign in ".;"))
    return any(found["with"] for found in _PARTNERS.finditer(text, start, position))


def _doer_at(text: str, position: int) -> Units:
    asked = _ASKED.match(text, position)
    start = asked.end() if asked else position
    if not opens_name(text, position=start):
        return ()
    if position and not asked and not text[start].isupper() and not _SET_OR_PART.match(text, start):
        return ()
    names, stop = names_at(text, start=start, end=min(len(text), start + _REACH))
    if (
        names
        and not asked
        and (told := form("doers", name="told").match(text, stop))
        and opens_name(text, position=told.end())
    ):
        return names_at(text, start=told.end(), end=min(len(text), told.end() + _REACH))[0]
    return names if names and _does(text, stop, asked=asked is not None, inside=position > 0) else ()


def charged(text: str) -> Units:
    """ "Sở A chỉ đạo Chi cục B thực hiện các nội dung sau:": those who do what stands below."""
    for found in form("doers", name="charges").finditer(text) if text.endswith(":") else ():
        if opens_name(text, position=found.end()):
            names, stop = names_at(text, start=found.end(), end=len(text))
            if names and form("doers", name="charged").match(text, stop):
                return names
    return ()


def told(text: str) -> Units:
    """Those whom the last sentence of an opening tells to do what follows."""
    for found in reversed(list(form("doers", name="told").finditer(text, max(0, len(text) - 400)))):
        if opens_name(text, position=found.end()):
            return names_at(text, start=found.end(), end=len(text))[0]
    return ()


def _does(text: str, stop: int, *, asked: bool, inside: bool) -> bool:
    """Whether something is done after the names: a verb or a colon."""
    rest = text[stop:].lstrip(" ,)")
    if apposed := _APPOSED.match(rest):
        rest = rest[apposed.end() :]
    if rest.startswith(":"):
        return len(rest) > 3
    if action_at(rest):
        return not (inside and _weak().match(rest))
    return asked and bool(rest) and rest[0] not in ".;"


def partners(text: str) -> Units:
    """Those with whom the text says to work ("phối hợp với Sở A, UBND các xã …")."""
    found: dict[str, Unit] = {}
    for match in _PARTNERS.finditer(text) if "hối" in text or "cùng" in text else ():
        if (
            match["with"] == "của"
            or not opens_name(text, position=match.end())
            or _of_others(text, match.start())
        ):
            continue
        names, _ = names_at(text, start=match.end(), end=len(text))
        for name in names:
            if form("doers", name="part").match(name.name):
                continue
            found.setdefault(name.name.lower(), name)
    return tuple(found.values())


def _of_others(text: str, position: int) -> bool:
    """ "chỉ đạo các xã phối hợp với …": those are partners of the ones who are told."""
    start = max(0, position - 160)
    start = max(start, *(text.rfind(sign, start, position) + 1 for sign in ".;"))
    return form("doers", name="others").search(text, start, position) is not None


@lru_cache(maxsize=4096)
def parties(text: str) -> Parties:
    """The value of a line or column that names who leads and perhaps who helps."""
    if not any(word in text for word in _TELLING) and "; " not in text:
        return Parties(_names(text, 0, len(text)))
    marked = list(_MARKED.finditer(text))
    if marked and not text[: marked[0].start()].strip(" -–;,"):
        return _marked(text, marked)
    turns = _turns(text)
    if not turns:
        return _first(text)
    first = _first(text[: turns[0][0]])
    lead = first.lead + tuple(name for _, names, helps in turns if not helps for name in names)
    return Parties(
        lead, first.coordinators + tuple(name for _, names, helps in turns if helps for name in names)
    )


def _turns(text: str) -> list[tuple[int, Units, bool]]:
    """ "Sở A chủ trì; Sở B rà soát …; các sở khác phối hợp": where a further turn begins, whose, if they help."""
    found: list[tuple[int, Units, bool]] = []
    after = names_at(text, start=0, end=len(text))[1] if opens_name(text) else len(text)
    for cut in _TURN.finditer(text):
        if cut.start() < after or not opens_name(text, position=cut.end()):
            continue
        names, stop = names_at(text, start=cut.end(), end=len(text))
        rest = text[stop : stop + _VERB].lstrip(" ,)")
        helps, does = _HELPING.match(rest) is not None, action_at(rest)
        if names and (helps or cut.group()[0] == ";" and does):
            found.append((cut.start(), names, helps))
            after = stop
        elif not does:
            after = stop  # nothing is done by any of the names up to here
    return found


def _first(text: str) -> Parties:
    helps = _PARTNERS.search(text)
    if _opening().match(text) and (doers := subject(text)):
        return Parties(doers, partners(text))
    if helps is None:
        return Parties(_names(text, 0, _cut_leads(text, len(text))))
    if not text[: helps.start()].strip(" -–;,"):
        return Parties((), _names(text, helps.end(), len(text)))
    lead = _names(text, 0, _cut_leads(text, helps.start()))
    return Parties(lead, _names(text, helps.end(), len(text)))


def _cut_leads(text: str, end: int) -> int:
    leads = _LEADS.search(text, 0, end)
    return leads.start() if leads and leads.start() > 3 else end


def _names(text: str, start: int, end: int) -> Units:
    """The names of a list; of each sentence of it, where names and nothing else begin the next one."""
    found: Units = ()
    while True:
        lead_in = _LEAD_IN.match(text, start, end)
        start = lead_in.end() if lead_in else start
        names, stop = names_at(text, start=start, end=end)
        if not names:
            return found + split_units(text, start=start, end=end)
        found += names
        if stop >= end or text[stop] not in ".:" or not opens_name(text, position=stop + 2):
            return found
        start = stop + 1


def _marked(text: str, marks: list[re.Match[str]]) -> Parties:
    lead: Units = ()
    helping: Units = ()
    ends = [mark.start() for mark in marks[1:]] + [len(text)]
    for mark, end in zip(marks, ends, strict=True):
        names = _names(text, mark.end(), end)
        if mark["what"].lower().startswith("phối"):
            helping += names
        else:
            lead += names
    return Parties(lead, helping)


@lru_cache(maxsize=4096)
def leaders(text: str) -> Parties:
    """Who leads and who helps, where a line says that and nothing else; otherwise nobody."""
    bare = text.rstrip(" .:;")
    if names := only_names(bare):
        return Parties(names)
    asked = _ASKED.match(bare)
    start = asked.end() if asked else 0
    if len(bare) > 250 or not opens_name(bare, position=start):
        return NOBODY
    leads = _LEADS.search(bare, start)
    if leads and leads.end() == len(bare) and (names := only_names(bare[: leads.start()])):
        return Parties(names)
    said = parties(bare[start:])
    whole = (
        said.coordinators
        and said.coordinators[-1].span
        and said.coordinators[-1].span[1] + start == len(bare)
    )
    if not said.lead or not whole:
        return NOBODY
    return Parties(shift(said.lead, offset=start), shift(said.coordinators, offset=start))


def only_names(text: str) -> Units:
    """The names, where a line holds names and perhaps "chủ trì, phối hợp …:" and nothing else."""
    asked = _ASKED.match(text)
    start = asked.end() if asked else 0
    return shift(only_units(text[start:]), offset=start)
