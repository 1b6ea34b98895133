"""The tree of provisions: what each line is numbered as, and what it stands under."""

from __future__ import annotations

from vanban.grammar.doers import leaders, only_names
from vanban.grammar.headings import mark_headings
from vanban.grammar.items import ALWAYS, Item
from vanban.grammar.lexicon import attribute_line
from vanban.grammar.markers import BULLETS, mark_of
from vanban.layout.compose import Line

_RANK = dict(
    zip(
        (
            "part",
            "chapter",
            "title",
            "division",
            "capital",
            "roman",
            "article",
            "arabic",
            "dotted2",
            "dotted3",
            "dotted4",
            "paren",
            "letter",
        ),
        (1, 2, 3, 3, 4, 5, 6, 7, 8, 9, 9, 10, 10),
        strict=True,
    )
)
_DEEPEST = ("letter", "paren")
_LABEL = 140  # no label of an attribute is longer
_LONGEST = 600  # no heading is longer, however many lines it is broken over
_DEEP = 24  # no provision stands under more than so many others


def build(lines: list[Line]) -> list[Item]:
    """The forest of the lines; headings are marked, attribute lines too."""
    roots: list[Item] = []
    stack: list[Item] = []
    counter = 0
    for line in lines:
        item = _item(line)
        if item.kind == "grid" and _same_grid(stack, roots, item):
            continue
        if stack and item.kind in ("title", "") and _continues_heading(stack, item):
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
    mark_headings(roots)
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
    if not kind and line.grid < 0 and text.isupper() and len(text.split()) >= 2 and len(text) < 250:
        kind = "title"
    item = Item(line, kind, mark.label, text, line.start + mark.end)
    if kind not in ALWAYS and (len(text) <= _LABEL or ":" in text[:_LABEL]):
        found = attribute_line().match(text[:_LABEL].lower())
        if found:
            item.attribute, item.value = found.lastgroup or "", found.end()
    return item


def _continues_heading(stack: list[Item], item: Item) -> bool:
    """A heading broken over lines: capitals that go on, or the title under "Chương I"."""
    if stack[-1].children or len(stack[-1].text) > _LONGEST:
        return False
    top = stack[-1]
    if top.kind in ("part", "chapter", "division") and not top.text:
        return len(item.text) < 250
    return (
        item.kind == "title"
        and top.kind in ("roman", "capital", "part", "chapter", "title")
        and top.text.isupper()
    )


def _key(item: Item) -> str:
    return "plain" if item.kind in ("", "grid") else item.kind


def _unwind(stack: list[Item], item: Item) -> None:
    """Leave on the stack what the new item stands under."""
    key = _key(item)
    if key == "plain":
        leads = item.text.endswith(":") and bool(leaders(item.text))
        while stack and (
            stack[-1].kind in BULLETS or not stack[-1].kind or leads and stack[-1].kind in _DEEPEST
        ):
            stack.pop()
        return
    bullet = key in BULLETS
    if bullet and 0 < len(stack) < _DEEP and _asks(stack[-1]) and stack[-1].kind != key:
        return
    for index, other in enumerate(stack):
        if other.kind == key:
            del stack[index:]
            return
    while not bullet and stack and _leaves(stack[-1], key):
        stack.pop()


def _asks(item: Item) -> bool:
    """ "* Thời gian thực hiện:": an attribute whose value stands in the bullets below."""
    return bool(item.attribute) and item.text.endswith(":") and not item.children


def _leaves(above: Item, key: str) -> bool:
    """Whether what is numbered as ``key`` cannot stand under the item above."""
    if above.kind in BULLETS:
        return True
    if not above.kind:
        return not (key in _DEEPEST and above.text.endswith(":"))
    return _RANK[above.kind] > _RANK[key]
