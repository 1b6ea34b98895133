"""Rows of lists, made ready so that a template has nothing left to do but to print them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from functools import cache, lru_cache
from typing import NamedTuple
from uuid import UUID

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from caytre.units.queries.directory import directory
from caytre.units.queries.people import name_of
from caytre.web.seeing.wording import age, told
from caytre.web.work.wording import period
from caytre.work.queries.listing import Row
from caytre.work.rules.standing import Standing, standing
from vanban.units import Directory

LONGEST = 220
_NONE = UUID(int=0)


class Shown(NamedTuple):
    """One occurrence in words. ``due`` is its last day, or the period of which evidence is asked. ``colour`` is its
    tone and the code of how it stands, which ``standing`` says."""

    address: str
    text: str
    unit: str
    giver: str
    due: str
    colour: str
    standing: str
    percent: int
    age: str
    holder: str


def shown(rows: Iterable[Row], *, on: date) -> list[Shown]:
    """The rows as a page lists them on a day."""
    named, (before, after), language = names(on), occurrence_address(), get_language() or ""
    return [
        _shown(row, standing(row, on=on, asks=row.asks), named, f"{before}{row.id}{after}", language)
        for row in rows
    ]


@lru_cache(maxsize=8192)
def _words(how: Standing, language: str) -> tuple[str, str]:
    """How it stands and how old the last evidence is, in a language."""
    return told(how), age(how)


def _shown(row: Row, how: Standing, named: Callable[[UUID], str], address: str, language: str) -> Shown:
    stands, old = _words(how, language)
    return Shown(
        address,
        _said(row.text),
        named(row.unit),
        named(row.giver) if row.giver != row.unit else "",
        f"{row.due_on:%d/%m/%Y}" if row.due_on else period(row.key),
        f"{how.tone} {how.code}",
        stands,
        row.percent,
        old,
        row.holder_name,
    )


def _said(text: str) -> str:
    """What is to be done, shortened; its words are gone where the document turned out to be secret."""
    if len(text) > LONGEST:
        return text[:LONGEST].rsplit(" ", 1)[0] + " …"
    return text or _("(nội dung đã gỡ)")


def names(on: date) -> Callable[[UUID], str]:
    """What units are called on a day."""
    among = directory()
    return lambda unit: _name(unit, among, on)


@lru_cache(maxsize=65_536)
def _name(unit: UUID, among: Directory, on: date) -> str:
    return name_of(str(unit), among=among, on=on)


@cache
def occurrence_address() -> tuple[str, str]:
    """What stands before and after the key in the address of an occurrence."""
    before, _, after = reverse("occurrence", kwargs={"key": _NONE}).partition(str(_NONE))
    return before, after
