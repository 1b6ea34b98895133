"""Administrative units as two lists have them, and which of them are the same."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

KINDS = ("tỉnh", "thành phố", "quận", "huyện", "thị xã", "xã", "phường", "thị trấn", "đặc khu")


@dataclass(frozen=True, slots=True)
class Place:
    """A unit of one of the two lists; its kind is what its name begins with."""

    code: str
    name: str
    parent: str = ""

    @property
    def kind(self) -> str:
        return next(kind for kind in KINDS if self.name.casefold().startswith(f"{kind} "))

    @property
    def short(self) -> str:
        return self.name[len(self.kind) + 1 :]

    @property
    def key(self) -> str:
        """The name without tones, blanks and signs, as the packages write it: "xabinhlu"."""
        return "".join(sign for sign in folded(self.name) if sign.isalnum())


@dataclass(frozen=True)
class Source:
    """The units of June 2025 and since 1 July 2025, and the heirs of each old one, by national code.

    ``aliases`` of an old commune are names, without tones and blanks, by which the package finds it too: most are of
    communes that were merged into it.
    """

    old: dict[str, Place]
    new: dict[str, Place]
    heirs: dict[str, list[str]]
    aliases: dict[str, list[str]]

    def goes_on(self, code: str) -> bool:
        """Whether a unit lived on: whole, alone, with its code and kind, and with its name but for a letter."""
        old, new = self.old.get(code), self.new.get(code)
        if old is None or new is None or self.heirs[code] != [code] or old.kind != new.kind:
            return False
        return self.sources[code] == [code] and nearly_same(old.short, other=new.short)

    @cached_property
    def sources(self) -> dict[str, list[str]]:
        """New code → old codes of the same level."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for code, heirs in self.heirs.items():
            for heir in heirs:
                if len(heir) == len(code):
                    found[heir].append(code)
        return found


def nearly_same(name: str, *, other: str) -> bool:
    """ "Đak Ơ" and "Đăk Ơ", "Tà Si Láng" and "Tà Xi Láng": equal without tones, or one letter apart."""
    one, two = (folded(text) for text in (name, other))
    return one == two or (len(one) == len(two) and sum(a != b for a, b in zip(one, two, strict=True)) == 1)


def folded(text: str) -> str:
    """Small letters without tones and signs."""
    parts = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    return "".join(sign for sign in parts if not unicodedata.combining(sign))
