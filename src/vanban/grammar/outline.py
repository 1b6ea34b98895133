"""The tree of provisions: what each line is numbered as, what it stands under, which lines are headings."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from vanban.grammar.doers import only_names, subject
from vanban.grammar.lexicon import attribute_line, form, letterhead, role_patterns
from vanban.grammar.markers import BULLETS, mark_of
from vanban.grammar.zones import is_caps
from vanban.layout.compose import Line
from vanban.model import SectionRole, Unit

_RANK = {
    "part": 1,
    "chapter": 2,
    "title": 3,
    "division": 3,
    "capital": 4,
    "roman": 5,
    "article": 6,
    "arabic": 7,
    "dotted2": 8,
    "dotted3": 9,
    "dotted4": 9,
    "paren": 10,
    "letter": 10,
}
_ALWAYS = ("part", "chapter", "division", "capital", "roman", "title")
_LONGEST = 600  # no heading is longer, however many lines it is broken over
_BRACKET = re.compile(r"\s*\([^()]*\)\s*[.:;]*$")
_LEAD_IN = re.compile(r"(?:sau|sau đây|như sau|gồm|bao gồm|cụ thể|là|dung)\s*:$")
_SAYING = re.compile(r":\s+[A-ZĐ]")
_SENTENCE = re.compile(r"[.;]\s+\S")


@dataclass(slots=True)
class Item:
    """One line of the body, with the mark it starts with and what stands under it."""

    line: Line
    kind: str
    label: str
    text: str
    start: int
    children: list[Item] = field(default_factory=list)
    heading: bool = False
    title: str = ""
    inline: int = 0
    units: tuple[Unit, ...] = ()
    attribute: str = ""
    value: int = 0

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def build(lines: list[Line]) -> list[Item]:
    """The forest of the lines; headings are marked, attribute lines too."""
    roots: list[Item] = []
    stack: list[Item] = []
    counter = 0
    for line in lines:
        item = _item(line)
        if item.kind == "grid" and _same_grid(stack, roots, item):
            continue
        if _continues_heading(stack, item):
            stack[-1].text = f"{stack[-1].text} {item.text}".strip() if stack[-1].text else item.text
            if not stack[-1].title:
                stack[-1].start = item.start if stack[-1].text == item.text else stack[-1].start
            stack[-1].title = stack[-1].text
            continue
        if item.kind == "title":
            counter += 1
            item.label = str(counter)
        _unwind(stack, item)
        (stack[-1].children if stack else roots).append(item)
        if (
            item.kind not in ("", "grid")
            or not item.kind
            and (item.text.endswith(":") or only_names(item.text))
        ):
            stack.append(item)
    _mark_headings(roots)
    return roots


def _same_grid(stack: list[Item], roots: list[Item], item: Item) -> bool:
    last = (stack[-1].children if stack else roots)[-1:]
    return bool(last) and last[0].kind == "grid" and last[0].label == item.label


def _item(line: Line) -> Item:
    if line.grid >= 0:
        return Item(line, "grid", str(line.grid), line.text, line.start)
    mark = mark_of(line.text)
    text = line.text[mark.end :]
    kind = mark.kind
    if kind == "dotted":
        kind = f"dotted{mark.label.count('.') + 1}"
    if not kind and line.grid < 0 and is_caps(text) and len(text.split()) >= 2 and len(text) < 250:
        kind = "title"
    item = Item(line, kind, mark.label, text, line.start + mark.end)
    if kind not in _ALWAYS:
        found = attribute_line().match(text.lower())
        if found:
            item.attribute, item.value = (
                str(next(k for k, v in found.groupdict().items() if v is not None and k != "colon")),
                found.end(),
            )
    return item


def _continues_heading(stack: list[Item], item: Item) -> bool:
    """A heading broken over lines: capitals that go on, or the title under "Chương I"."""
    if not stack or stack[-1].children or item.kind not in ("title", "") or len(stack[-1].text) > _LONGEST:
        return False
    top = stack[-1]
    if top.kind in ("part", "chapter", "division") and not top.text:
        return len(item.text) < 250
    return (
        item.kind == "title"
        and top.kind in ("roman", "capital", "part", "chapter", "title")
        and is_caps(top.text)
    )


def _key(item: Item) -> str:
    return "plain" if item.kind in ("", "grid") else item.kind


def _unwind(stack: list[Item], item: Item) -> None:
    """Leave on the stack what the new item stands under."""
    key = _key(item)
    keys = [_key(other) for other in stack]
    if key == "plain":
        while stack and (stack[-1].kind in BULLETS or not stack[-1].kind):
            stack.pop()
        return
    if key in keys:
        del stack[keys.index(key) :]
        return
    if key in BULLETS:
        return
    while stack and (stack[-1].kind in BULLETS or not stack[-1].kind or _RANK[stack[-1].kind] > _RANK[key]):
        stack.pop()


def _mark_headings(items: list[Item]) -> None:
    parties = any(item.attribute in ("lead", "coordinators", "both", "product") for item in items)
    for item in items:
        if item.kind and item.kind not in BULLETS and item.attribute in ("time", "other") and not parties:
            item.attribute = ""
        item.heading = not item.attribute and _is_heading(item)
    numbered = [
        item
        for item in items
        if item.kind not in ("", "grid") and item.kind not in BULLETS and not item.attribute
    ]
    headed = sum(item.heading for item in numbered)
    for item in numbered:
        if not item.heading and headed * 2 > len(numbered) and _may_head(item):
            item.heading = True
    for item in items:
        if item.heading:
            _name(item)
        _mark_headings(item.children)


def _is_heading(item: Item) -> bool:
    if item.kind in ("", "grid") or item.kind in BULLETS:
        return False
    bare = _BRACKET.sub("", item.text).rstrip(" .:")
    if item.kind in _ALWAYS:
        return is_caps(bare) or len(bare) <= 200 or not bare
    if is_caps(bare) and len(bare) > 3:
        return True
    inner = _named_purpose(item.text)
    if inner:
        return True
    provisions = [child for child in item.children if not child.attribute]
    if not provisions:
        return _points_to_annex(item.text)
    if item.kind == "article" and len(bare) <= 160 and not item.text.endswith((".", ";")):
        return True
    if only_names(bare):
        return True
    return _is_title(item.text) and not _lead_in(item.text) and not subject(item.text)


def _named_purpose(text: str) -> int:
    """ "Mục đích: Triển khai …": the length of the heading words before the colon."""
    colon = text.find(":")
    name = text[:colon] if colon > 0 else text
    low = name.strip(" .").lower()
    if len(low) > 60 or colon < 0 and text.endswith((".", ";")):
        return 0
    if colon > 0 and role_of(low) == "other":
        return len(name)
    return len(name) if form("sections", "purpose_names").fullmatch(low) else 0


def _is_title(text: str) -> bool:
    text = _BRACKET.sub("", text)
    if text.endswith((".", ";", "…", "/.")) or len(text) > 320:
        return False
    if len(text) > 110 and _SAYING.search(text):
        return False
    return _SENTENCE.search(text.replace("; ", ", ")) is None


def _lead_in(text: str) -> bool:
    return text.endswith(":") and (_LEAD_IN.search(text) is not None or len(text) > 110)


def _points_to_annex(text: str) -> bool:
    """ "2. Nhiệm vụ cụ thể (có phụ lục kèm theo)": a heading without provisions of its own."""
    low = text.lower()
    return (
        len(text) < 160
        and re.search(r"^[^().;]{3,90}\([^()]*(?:phụ lục|kèm theo|biểu)[^()]*\)\s*[.:]?$", low) is not None
    )


def _may_head(item: Item) -> bool:
    """Among headings, one that ends with a full stop, or that only points to an annex, is one too."""
    if item.kind in _ALWAYS or item.kind == "article":
        return False
    text = item.text
    return (
        bool(item.children)
        and not subject(text)
        and text.endswith(".")
        and not text.endswith("./.")
        and len(text) < 260
        and ". " not in text
    )


def _name(item: Item) -> None:
    """The title of a heading, and where the text that follows it on the same line begins."""
    length = _named_purpose(item.text)
    title = item.text
    if length and length < len(title) - 2:
        item.inline = length + 1
        title = title[:length]
    elif (
        (colon := title.find(": ")) > 0
        and item.kind in _ALWAYS
        and not is_caps(title)
        and is_caps(title[:colon])
    ):
        item.inline = colon + 1
        title = title[:colon]
    title = _BRACKET.sub("", title) if not item.title else title
    item.title = " ".join(title.rstrip(" .:;").split())
    item.units = only_names(item.title)


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


def is_closing(text: str) -> bool:
    return letterhead("closing").match(text) is not None
