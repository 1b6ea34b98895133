"""The words of a document as they are printed: numbers, dates, blanks; nothing that a file cannot hold."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from vanban.writing.paper import Carrier, Day
from vanban.writing.styles import Style

_UNPRINTED = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]"  # control characters
    r"|[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]"  # unseen, some turn the order of letters
    r"|[\ufffe\uffff\ud800-\udfff]"  # no characters
)
"""What XML forbids or nobody sees."""
_BLANKS = re.compile(r"\s+")
NUMBER_BLANK = "\u00a0" * 6
DAY_BLANK = "\u00a0" * 4


def clean(words: str) -> str:
    """One line of words: composed letters, single blanks, no control characters."""
    return _BLANKS.sub(" ", _UNPRINTED.sub("", unicodedata.normalize("NFC", words))).strip()


def lines_of(words: str) -> list[str]:
    """The lines of a name or a cell that its writer parted."""
    return [line for line in map(clean, words.splitlines()) if line]


def number_words(number: str | None, *, symbol: str, style: Style) -> str:
    """ "Số: 12/KH-UBND", or "Số:       /KH-UBND" while there is no number."""
    return f"{style.number.label} {code_words(number, symbol=symbol, style=style)}"


def code_words(number: str | None, *, symbol: str, style: Style) -> str:
    """ "12/KH-UBND"; a number of one digit gets its zero, a missing one its blank."""
    said = clean(number or "")
    if said.isdecimal():
        said = said.zfill(2)
    return f"{said or NUMBER_BLANK}{style.number.joint}{clean(symbol)}"


def day_words(day: date | Day) -> str:
    """ "ngày 05 tháng 02 năm 2031": two digits for days 1 to 9 and months 1 and 2 only (NĐ 30/2020)."""
    shown = DAY_BLANK if day.day is None else f"{day.day:02d}"
    if day.month is None:
        month = DAY_BLANK
    else:
        month = f"{day.month:02d}" if day.month <= 2 else str(day.month)
    year = DAY_BLANK if day.year is None else str(day.year)
    return f"ngày {shown} tháng {month} năm {year}"


def short_day(day: date) -> str:
    """ "05/02/2031", "15/3/2031": in running words, zeros as in the long form."""
    month = f"{day.month:02d}" if day.month <= 2 else str(day.month)
    return f"{day.day:02d}/{month}/{day.year}"


def carried_words(carrier: Carrier, *, style: Style) -> str:
    """The line in brackets that ties an annex to its document."""
    code = code_words(carrier.number, symbol=carrier.symbol, style=style)
    said: str = annex_form()["carried"]
    day, issuer = day_words(carrier.date), clean(carrier.issuer)
    return said.format(type=clean(carrier.type), code=code, day=day, issuer=issuer)


@cache
def annex_form() -> dict[str, Any]:
    """The columns of an annex of tasks and its words, as ``annex.toml`` has them."""
    return tomllib.loads(files("vanban.data").joinpath("annex.toml").read_text(encoding="utf-8"))
