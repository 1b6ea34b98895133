"""What bodies are called without the place that they belong to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from vanban.grammar.lexicon import table
from vanban.units import agencies
from vanban.units.forms import Forms, Target
from vanban.units.model import Level, Record, State
from vanban.units.templates import Template

KINDS: dict[Level, tuple[str, ...]] = {
    "province": ("tỉnh", "thành phố"),
    "district": ("huyện", "quận", "thị xã", "thành phố"),
    "commune": ("xã", "phường", "thị trấn", "đặc khu"),
}
"""The kinds of administrative units of each level."""


def is_place(record: Record) -> bool:
    """Whether a record is an administrative unit, and no body."""
    return record.level != "central" and not record.seat and not record.template


def body_forms(records: Mapping[str, Record], *, templates: Iterable[Template]) -> Forms[Target]:
    """The names of all bodies: usual ones by their templates, given ones each by itself."""
    found: Forms[Target] = Forms()
    for template in templates:
        for kind in KINDS.get(template.level, ()):
            for name in agencies.spellings(template, place=State("", kind)):
                found.add(name, target=Target("template", template.key, _kind_in(template, name, kind)))
    for one in records.values():
        if not is_place(one):
            for name in _names(one, records.get(one.seat)):
                found.add(name, target=Target("unit", one.uid))
    return found


def _names(record: Record, seat: Record | None) -> Iterator[str]:
    """What a body is called, also without the place that its name ends in."""
    ends = [end for state in seat.states for end in (state.name, state.short)] if seat else []
    for name in [*(state.name for state in record.states), *record.aliases]:
        yield name
        yield from (name[: -len(end)] for end in ends if end and name.lower().endswith(f" {end.lower()}"))


def _kind_in(template: Template, name: str, kind: str) -> str:
    """The kind of place that a name of a body says: "Ban Tuyên giáo Thành ủy" is none of a tỉnh."""
    committee = table("agencies")["committees"].get(template.level, {}).get(kind, "")
    return kind if committee and committee in name and "{committee}" in template.name else ""
