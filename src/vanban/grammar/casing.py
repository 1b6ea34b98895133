"""Names printed in capitals, in the letters that the rules for administrative documents ask for."""

from __future__ import annotations

import re
from functools import cache

from vanban.grammar.lexicon import any_of, form, table

_LEVELS = re.compile(
    r"\b(tỉnh (?:ủy|uỷ)|thành (?:ủy|uỷ)|huyện (?:ủy|uỷ)|thị (?:ủy|uỷ)|quận (?:ủy|uỷ)|đảng (?:ủy|uỷ)"
    r"|tỉnh|thành phố|huyện|quận|thị xã|thị trấn|xã|phường|đặc khu|thôn)\s+(?!ủy\b|uỷ\b)(?=\w)",
    re.IGNORECASE,
)
_SMALL = ("tỉnh", "huyện", "quận", "xã", "phường", "thôn", "đặc", "khu", "và", "ủy", "uỷ")
_SHORT = re.compile(r"\b(?:ubnd|hđnd|mttq|ubmttq|tw|tp)\b", re.IGNORECASE)
_FIELDS = re.compile(r"\b(Bộ|Sở|Cục|Phòng|Ban|Chi cục|Tổng cục|Vụ|Viện|và|,)\s+(\w)")


@cache
def _openers() -> re.Pattern[str]:
    return form("letterhead", name="capital_words")


@cache
def _spelled() -> dict[str, str]:
    return {name.lower(): name for name in table("letterhead")["capital_names"]["words"]}


@cache
def _names() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(list(_spelled()))})\b", re.IGNORECASE)


def from_capitals(name: str) -> str:
    """ "ỦY BAN NHÂN DÂN TỈNH BẾN MÂY" → "Ủy ban nhân dân tỉnh Bến Mây"; mixed letters stay as they are."""
    if name != name.upper():
        return name
    low = _openers().sub(lambda m: m[0][0].upper() + m[0][1:], name.lower())
    found = _LEVELS.search(low)
    head, tail = (low[: found.end()], low[found.end() :]) if found else (low, "")
    head = re.sub(r"\b(Ủy ban|Uỷ ban|Hội đồng) (nhân dân)", r"\1 \2", head)
    head = _FIELDS.sub(lambda m: m[0][:-1] + m[2].upper(), head)
    if found:
        tail = " ".join(word if word in _SMALL else word[:1].upper() + word[1:] for word in tail.split(" "))
    whole = _names().sub(lambda m: _spelled()[m[0].lower()], head + tail)
    whole = _SHORT.sub(lambda m: m[0].upper(), whole)
    return whole[:1].upper() + whole[1:]
