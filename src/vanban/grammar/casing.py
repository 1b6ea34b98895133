"""Names printed in capitals, in the letters that the rules for administrative documents ask for."""

from __future__ import annotations

import re
from functools import cache

from vanban.grammar.lexicon import form

_LEVELS = re.compile(r"\b(tỉnh|thành phố|huyện|quận|thị xã|thị trấn|xã|phường|đặc khu|thôn)\s+(?=\w)")
_SHORT = re.compile(r"\b(?:ubnd|hđnd|mttq|ubmttq|tw|tp)\b", re.IGNORECASE)
_FIELDS = re.compile(r"\b(Bộ|Sở|Cục|Phòng|Ban|Chi cục|Tổng cục|Vụ|Viện|và|,)\s+(\w)")


@cache
def _openers() -> re.Pattern[str]:
    return form("letterhead", "capital_words")


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
        tail = " ".join(word[:1].upper() + word[1:] for word in tail.split(" "))
    whole = _SHORT.sub(lambda m: m[0].upper(), head + tail)
    return whole[:1].upper() + whole[1:]
