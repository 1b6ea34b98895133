"""Which items are headings, what they are called, whom they name, and what they say of what stands below."""

from __future__ import annotations

import re
from functools import lru_cache

from vanban.grammar.doers import Units, leaders, subject
from vanban.grammar.items import ALWAYS, Item
from vanban.grammar.lexicon import form, letterhead, role_patterns
from vanban.grammar.markers import BULLETS
from vanban.grammar.units import name_end, opens_name, split_units
from vanban.model import SectionRole, Unit

_BRACKET = re.compile(r"\s*\([^()]*\)\s*[.:;]*$")
_LEAD_IN = re.compile(r"(?:sau|sau đây|như sau|gồm|bao gồm|cụ thể|là|dung)\s*:$")
_SAYING = re.compile(r":\s+[A-ZĐ]")
_SENTENCE = re.compile(r"[.;]\s+\S")
_ASIDE = re.compile(r"^\([^()]*\)[.;]?$")
_PURPOSE, _CLOSING = form("sections", name="purpose_names"), letterhead("closing")
_ENDS = (".", ";", "…", "/.")
_SHORT = 100
_TO_ANNEX = re.compile(r"[^().;]{3,90}\([^()]*(?:phụ lục|kèm theo|biểu)[^()]*\)\s*[.:]?$")


def mark_headings(items: list[Item]) -> None:
    """Mark the headings among siblings and below; an attribute line that is a section of its own is one."""
    if any(item.numbered or not item.attribute for item in items):
        _mark_attributes(items)
        for item in items:
            item.heading = not item.attribute and _is_heading(item)
        numbered = [item for item in items if item.numbered and not item.attribute]
        _mark_by_siblings(numbered)
        for item in items:
            if item.heading:
                _name(item)
        _name_by_siblings(numbered)
    for item in items:
        if item.children:
            mark_headings(item.children)


def _mark_attributes(items: list[Item]) -> None:
    """Numbered attribute lines that are sections of their own are none."""
    for item in items:
        if item.attribute == "lead" and item.numbered and _holds_provisions(item):
            item.attribute = ""
    parties = any(item.attribute in ("lead", "coordinators", "both", "product") for item in items)
    for item in items if not parties else ():
        if item.numbered and item.attribute in ("time", "other"):
            item.attribute = ""


def _holds_provisions(item: Item) -> bool:
    """ "2. Trách nhiệm thực hiện" above sentences that tell what each does: a heading, no list of names."""
    below = [child for child in item.children if not child.attribute]
    return (
        len(item.text) <= item.value + 1 and bool(below) and not any(leaders(child.text) for child in below)
    )


def _mark_by_siblings(numbered: list[Item]) -> None:
    """What may be a heading is one where its siblings are."""
    headed = sum(item.heading for item in numbered)
    for item in numbered:
        if item.heading:
            continue
        if (length := _strong_title(item)) or headed * 2 >= len(numbered) and (length := _runs_in(item.text)):
            item.heading, item.inline = True, length + 1
        elif _may_head(item, longest=260 if headed * 2 > len(numbered) else _SHORT):
            item.heading = True


def _is_heading(item: Item) -> bool:
    if item.kind in BULLETS:
        return _is_bullet_title(item)
    if not item.numbered:
        return False
    bare = _unbracketed(item.text).rstrip(" .:")
    if item.kind in ALWAYS:
        return bare.isupper() or len(bare) <= 200 or not bare
    if bare.isupper() and len(bare) > 3 or _named_purpose(item.text):
        return True
    if not _provisions(item):
        return _points_to_annex(item.text)
    if item.kind == "article" and len(bare) <= 160 and not item.text.endswith((".", ";")):
        return True
    if leaders(bare) or _led_title(item):
        return True
    return _is_title(item.text) and not _lead_in(item.text)


def _unbracketed(text: str) -> str:
    """The text without a bracket at its end."""
    return _BRACKET.sub("", text) if ")" in text else text


def _provisions(item: Item) -> list[Item]:
    return [child for child in item.children if not child.attribute and not _ASIDE.match(child.text)]


def _is_bullet_title(item: Item) -> bool:
    """A title line behind a dash, above bullets of another kind."""
    below = _provisions(item)
    if not below or item.text.endswith(":") or any(child.kind == item.kind for child in below):
        return False
    text = item.text
    return _is_title(text) and len(text) < _SHORT and not leaders(text) and not subject(text)


def _led_title(item: Item) -> int:
    """ "2. Các sở, ban, ngành: Là đơn vị …" above provisions: the length of the names before the colon."""
    colon = _title_colon(item.text)
    if not 3 < colon < 150 or item.text[colon:].count(". ") > 1 or not item.text.endswith(":"):
        return 0
    return colon if leaders(item.text[:colon]) else 0


def _named_purpose(text: str) -> int:
    """ "Mục đích: Triển khai …": the length of the heading words before the colon."""
    colon = text.find(":")
    name = text[:colon] if colon > 0 else text
    if len(name) > _SHORT:
        return 0
    low = name.strip(" .").lower()
    if len(low) > 60 or colon < 0 and text.endswith((".", ";")):
        return 0
    if colon > 0 and role_of(low) == "other":
        return len(name)
    return len(name) if _PURPOSE.fullmatch(low) else 0


def _is_title(text: str) -> bool:
    if text.endswith(_ENDS) or len(text) > 320:
        return False
    text = _unbracketed(text)
    if len(text) > 110 and _SAYING.search(text):
        return False
    return _SENTENCE.search(text.replace("; ", ", ")) is None


def _lead_in(text: str) -> bool:
    """Words that only lead to what follows: no title."""
    if not text.endswith(":"):
        return False
    return _LEAD_IN.search(text) is not None or len(text) > 110 or bool(subject(text))


def _points_to_annex(text: str) -> bool:
    """ "2. Nhiệm vụ cụ thể (có phụ lục kèm theo)": a heading without provisions of its own."""
    return "(" in text and len(text) < 160 and _TO_ANNEX.match(text.lower()) is not None


def _may_head(item: Item, *, longest: int) -> bool:
    """A short line that ends with a full stop above provisions; longer ones where most siblings are headings."""
    text = item.text
    below = [child for child in _provisions(item) if child.kind not in ("", "grid")]
    if item.kind in ALWAYS or item.kind == "article" or not below or len(text) > longest:
        return False
    return text.endswith(".") and not text.endswith("./.") and ". " not in text and not subject(text)


def _runs_in(text: str) -> int:
    """ "1. Khen thưởng cấp Nhà nước: …" among headings: the length of the title before the colon."""
    colon = _title_colon(text)
    title = text[:colon]
    return colon if 3 < colon < 110 and not any(sign in title for sign in ';."') and not subject(title) else 0


def _strong_title(item: Item) -> int:
    """ "**3. Sở Y tế:** Phối hợp …", printed bold up to its colon: the length of the title."""
    bold = item.line.strong - (item.start - item.line.start)
    colon = item.text.find(":", 0, bold) if bold > 3 else -1
    return colon if colon > 3 and not item.text[colon + 1 : bold].strip() and len(item.text) > bold + 3 else 0


def _title_colon(text: str) -> int:
    """The colon behind a title; -1 where there is none, or it stands in a name ("các xã: Suối Trúc, Mây Hạ")."""
    colon = text.find(": ")
    inside = colon > 3 and opens_name(text) and name_end(text, start=0, end=len(text)) > colon
    return -1 if inside else colon


def _name(item: Item) -> None:
    """The title of a heading, and where the text that follows it on the same line begins."""
    length = _named_purpose(item.text) or _led_title(item) or max(item.inline - 1, 0)
    title = item.text
    if length and length < len(title) - 2:
        item.inline = length + 1
        title = title[:length]
    elif (
        item.kind in ALWAYS
        and (colon := title.find(": ")) > 0
        and not title.isupper()
        and title[:colon].isupper()
    ):
        item.inline = colon + 1
        title = title[:colon]
    title = _unbracketed(title) if not item.title else title
    item.title = " ".join(title.rstrip(" .:;").split())
    named = leaders(item.title)
    item.units, item.partners = named.lead or _whose(item.title), named.coordinators


def _whose(title: str) -> Units:
    """ "Trách nhiệm của Sở A", "Giao Sở A thực hiện các nhiệm vụ sau": who does what stands below."""
    if title.startswith("Giao "):
        return subject(title)
    of = form("sections", name="whose").match(title)
    if of is None:
        return ()
    if opens_name(title, position=of.end()):
        return split_units(title, start=of.end())
    post = form("sections", name="posts").match(title[of.end() :])
    return (Unit(title[of.end() :], (of.end(), len(title))),) if post else ()


def _name_by_siblings(numbered: list[Item]) -> None:
    """Among headings that name bodies, one that begins like a name is a name as a whole."""
    if not any(item.units for item in numbered):
        return
    for item in numbered:
        if (
            item.heading
            and not item.units
            and item.children
            and len(item.title) < 200
            and opens_name(item.title)
        ):
            item.units = split_units(item.title)


def _like_a_name(title: str) -> bool:
    return opens_name(title) or title.startswith(("Các ", "Những "))


@lru_cache(maxsize=1024)
def role_of(title: str) -> SectionRole | None:
    """What the words of a heading say of the provisions below it."""
    low = title.lower().strip()
    for role, pattern in role_patterns():
        if pattern.search(low):
            return role  # type: ignore[return-value]
    return None


def says_tasks(title: str) -> bool:
    """True where a heading names tasks, perhaps among other things ("MỤC TIÊU VÀ NHIỆM VỤ")."""
    return any(role == "tasks" and pattern.search(title.lower()) for role, pattern in role_patterns())


def says_whose(title: str) -> bool:
    """ "Trách nhiệm của Sở A": a heading that names who does what stands below, and says what it is."""
    return title.startswith("Giao ") or form("sections", name="whose").match(title) is not None


def gives_work(title: str) -> bool:
    """True where a heading says what a body has to do, and not what everybody has to keep."""
    return says_whose(title) and form("sections", name="public").search(title.lower()) is None


def is_closing(text: str) -> bool:
    return _CLOSING.match(text) is not None
