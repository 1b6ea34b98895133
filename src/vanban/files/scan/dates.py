"""Dates, quarters and other numerals that a confused sign has broken ("l6 tháng 4", "Quý 1V")."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence

from vanban.files.scan.confusing import DIGITS, ROMANS, TWINS, in_digits, within
from vanban.files.scan.slips import Run, Slip

_D = "[" + re.escape("0123456789" + "".join(DIGITS)) + "]"
_BAR = r"[ \n]?[/.][ \n]?"
_DATE = re.compile(
    rf"(?<![\w/.,-])(?P<d>{_D}{{1,2}}){_BAR}(?P<m>{_D}{{1,2}}){_BAR}(?P<y>{_D}{{4}})(?![\w/])"
    rf"|(?<!\w)(?P<d2>{_D}{{1,2}})\s+tháng\s+(?P<m2>{_D}{{1,2}})\s*,?\s+năm\s+(?P<y2>{_D}{{4}})(?!\w)"
)
_TORN = re.compile(
    r"(?<=ngày )\d(?P<day> )\d(?=/\d|\s+tháng\s)"
    r"|(?<=tháng )(?:0(?P<month> )[1-9]|1(?P<month2> )[0-2])(?=\s+năm\s|/(?:19|20)\d\d)"
    r"|(?<=năm )(?:20|19)(?P<year> )\d\d(?![\w/])"
)
_WORDS = re.compile(
    r"(?<!\w)(?P<of_day>[Nn]g[àáảãạâầa]y)\s+\d{1,2}\s+(?P<of_month>th[áàảãạâấăắa]ng)\s+\d{1,2}\s+(?P<of_year>n[ăâáàảãạắằẵấầẫa]m)\s+(?:19|20)\d\d(?!\d)"
)
_SAID = {"of_day": "ngày", "of_month": "tháng", "of_year": "năm"}
_QUARTER = re.compile(r"(?<!\w)(?:[Qq]uý|QUÝ)[ \n](?P<n>[^\s/,.;:()–-]{1,4})(?=[\s/,.;:()–-]|$)")
_ORDER = re.compile(
    r"(?<!\w)(?:[Kk]h[oó][aá]|[Ll]ần thứ|[Cc]hương|[Pp]hụ lục)[ \n](?P<n>[^\s/,.;:()–-]{2,5})(?=[\s/,.;:()–-]|$)"
)
_ROMAN = re.compile(r"X{0,2}(?:IX|IV|V?I{0,3})")
_QUARTERS = ("I", "II", "III", "IV")
# On made and real scans none was wrong, but few were seen; fewest of those that join digits or rest on another date.
_SURE, _LESS = 0.95, 0.9


def slips_of(lines: Sequence[str]) -> Iterator[Slip]:
    """The slips in dates and in numerals."""
    run = Run(lines)
    yield from _of_dates(run)
    yield from _of_words(run)
    yield from _of_numerals(run)


def _of_dates(run: Run) -> Iterator[Slip]:
    found = list(_DATE.finditer(run.text))
    sound = {parts for date in found if (parts := _numbers(date)) and _exists(*parts)}
    for date in found:
        seen = [date[name] or date[name + "2"] for name in "dmy"]
        now = [in_digits(part) for part in seen]
        if now == seen:
            now, sure = _twin(seen, sound), _LESS
        else:
            sure = _SURE
        if now and any(map(str.isdigit, "".join(seen))) and _exists(*map(int, now)):
            for name, part in zip("dmy", now, strict=True):
                span = date.span(name) if date[name] else date.span(name + "2")
                slip = run.slip(span, now=part, sure=sure, why="date")
                if slip:
                    yield slip


def _numbers(date: re.Match[str]) -> tuple[int, int, int] | None:
    d, m, y = (date[name] or date[name + "2"] for name in "dmy")
    return (int(d), int(m), int(y)) if (d + m + y).isdecimal() else None


def _exists(day: int, month: int, year: int) -> bool:
    return 1900 <= year <= 2099 and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]


def _twin(seen: list[str], sound: set[tuple[int, int, int]]) -> list[str]:
    """The one date of the document that a confused digit makes of an impossible one."""
    if _exists(*map(int, seen)):
        return []
    forms = [within(part, pairs=TWINS, most=1) for part in seen]
    near = [
        [one, two, three]
        for one in forms[0] for two in forms[1] for three in forms[2]
        if (int(one), int(two), int(three)) in sound and forms[0][one] + forms[1][two] + forms[2][three] == 1
    ]  # fmt: skip
    return near[0] if len(near) == 1 else []


def _of_words(run: Run) -> Iterator[Slip]:
    """Numbers torn in two, and the words between them."""
    for found in _TORN.finditer(run.text):
        for name, words in found.groupdict().items():
            slip = run.slip(found.span(name), now="", sure=_LESS, why="date") if words else None
            if slip:
                yield slip
    for found in _WORDS.finditer(run.text):
        seen = {name: found[name] for name in _SAID}
        if sum(word.lower() == _SAID[name] for name, word in seen.items()) == 2:
            for name, word in seen.items():
                now = word if word.lower() == _SAID[name] else _SAID[name]
                slip = run.slip(found.span(name), now=now, sure=_SURE, why="date")
                if slip:
                    yield slip


def _of_numerals(run: Run) -> Iterator[Slip]:
    """Roman numerals where nothing else can stand."""
    for found in _QUARTER.finditer(run.text):
        if not found["n"].isdecimal():
            yield from _numeral(run, found, _QUARTERS)
    for found in _ORDER.finditer(run.text):
        if not found["n"].isdecimal():
            yield from _numeral(run, found, None)


def _numeral(run: Run, found: re.Match[str], known: tuple[str, ...] | None) -> Iterator[Slip]:
    seen = found["n"]
    if seen.islower() or not any(map(str.isalnum, seen)) or _ROMAN.fullmatch(seen):
        return
    forms = within(seen, pairs=ROMANS, most=3)
    good = {
        form: steps for form, steps in forms.items() if (form in known if known else _ROMAN.fullmatch(form))
    }
    least = min(good.values(), default=0)
    near = [form for form, steps in good.items() if steps == least]
    if len(near) == 1:
        slip = run.slip(found.span("n"), now=near[0], sure=_LESS, why="roman")
        if slip:
            yield slip
