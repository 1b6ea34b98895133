"""Time words: "trước ngày 15/12/2026", "quý III", "hằng năm", "thường xuyên", with their dates."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from functools import cache, lru_cache

from vanban.grammar.lexicon import form, table
from vanban.model import Every, Time, TimeKind

_BRANCH = "rule__"
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_DONE = re.compile(r"hoàn thành|xong|kết thúc|ban hành")
_PART_OF_NAME = re.compile(r"\s+(?:của|được giao)\b")
_YEARS_OF_PLAN = re.compile(r"\b(?:0?5|10|mười) năm\b")  # "kế hoạch … hằng năm và 5 năm"
_FAR = 100  # no name of a plan is longer
_BINDING = ("deadline", "within", "recurring", "continuous", "ad_hoc")
_MONTHS = {"năm": 12.0, "quý": 3.0, "quí": 3.0, "tháng": 1.0, "tuần": 0.25}
_PERIODS: dict[float, Every] = {12: "year", 6: "half", 3: "quarter", 1: "month", 0.25: "week"}
_NUMBERS = {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "sáu": 6, "chín": 9, "mười hai": 12}
_NUMBER = rf"\d{{1,2}}|{'|'.join(_NUMBERS)}"
_LENGTH = re.compile(rf"(?:(?<!\w)(?P<count>{_NUMBER})\s+)?(?P<unit>{'|'.join(_MONTHS)})(?!\w)")
_OFTEN = re.compile(rf"(?<!\w)(?P<count>{_NUMBER})\s+lần")


@cache
def _rules(*, line: bool) -> re.Pattern[str]:
    """One alternation of all rules; the name of the branch is its outer group."""
    parts: list[str] = []
    for index, row in enumerate(table("times")["rule"]):
        if row.get("line_only") and not line:
            continue
        body = re.sub(r"\(\?P<(\w+)>", rf"(?P<\g<1>__{index}>", _body(row["pattern"]))
        parts.append(f"(?P<{_BRANCH}{index}>{body})")
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)")


@cache
def _parts() -> dict[str, str]:
    """The named parts of patterns, those of a second day and of a day without groups made from "day"."""
    said = {name: words for name, words in table("times")["parts"].items() if isinstance(words, str)}
    said["length"] = said["length"].replace("{number}", said["number"])
    said["day2"] = re.sub(r"<(\w)(_?)>", r"<\g<1>2\2>", said["day"])
    said["days"] = re.sub(r"\?P<\w+>", "?:", said["day"])
    return said


def _body(pattern: str) -> str:
    for name, words in _parts().items():
        pattern = pattern.replace(f"{{{name}}}", f"(?:{words})")
    return pattern


@cache
def _named() -> list[tuple[str, list[tuple[str, str]]]]:
    """For each rule its form and its groups: what they are called there, and in the alternation of all."""
    made = []
    for index, row in enumerate(table("times")["rule"]):
        names = re.findall(r"\(\?P<(\w+)>", _body(row["pattern"]))
        made.append((row["form"], [(name.rstrip("_"), f"{name}__{index}") for name in names]))
    return made


def find_times(text: str, *, year: int | None, offset: int = 0, line: bool = False) -> list[Time]:
    """Every time said in ``text``, in order; spans are moved by ``offset``.

    ``year`` is what a month, a quarter or half a year without one refers to. ``line``: the text is
    the value of a time line or a time column, where a bare year counts too.
    """
    return [_moved(time, offset) for time in _times_of(text, year, line=line)]


@lru_cache(maxsize=1024)
def _times_of(text: str, year: int | None, *, line: bool) -> tuple[Time, ...]:
    """A task and its report read the same sentence; the lines of a plan name the same quarters."""
    low = text.lower()
    if not any(core in low for core in _cores()):
        return ()
    if len(low) != len(text):
        low = text
    found = _rules(line=True).finditer(low) if line else _said(low)
    times = [time for match in found for time in _times_at(match, text, year=year)]
    return tuple(times if line else [time for time in times if not _is_of_sums(time, low)])


def _is_of_sums(time: Time, low: str) -> bool:
    """ "trợ cấp hằng tháng", "đời sống hằng ngày"."""
    if time.kind != "recurring" or time.every not in ("month", None) or time.span is None:
        return False
    return form("times", name="of_sums").search(low[max(0, time.span[0] - 60) : time.span[0]]) is not None


def _moved(time: Time, offset: int) -> Time:
    assert time.span is not None
    span = (time.span[0] + offset, time.span[1] + offset)
    return Time(time.kind, time.raw, time.every, time.start, time.due, span)


def _said(low: str) -> Iterator[re.Match[str]]:
    """The rules tried only where one of their first words stands: running text is long."""
    rules, triggers, position = _rules(line=False), _triggers(), 0
    while trigger := triggers.search(low, position):
        found = rules.match(low, trigger.start())
        position = found.end() if found else trigger.end()
        if found:
            yield found


@cache
def _cores() -> tuple[str, ...]:
    return tuple(table("times")["parts"]["cores"])


@cache
def _triggers() -> re.Pattern[str]:
    return re.compile("|".join(table("times")["parts"]["triggers"]))


def own_times(text: str, *, year: int | None, offset: int = 0) -> list[Time]:
    """The times that a sentence of its own says of what is to be done.

    A year or a period is only said of the doing where something is finished in it; "thường xuyên"
    only where it opens the text; "hằng năm" not of a plan or budget.
    """
    return [time for time in find_times(text, year=year, offset=offset) if _counts(time, text, offset, year)]


def _counts(time: Time, text: str, offset: int, year: int | None) -> bool:
    assert time.span is not None
    if year and time.due and time.due < f"{year - 1}" and len(time.due) > 5:
        return False
    start, end = time.span[0] - offset, time.span[1] - offset
    before = text[max(0, start - 40) : start].lower()
    if time.kind == "continuous":
        return not text[:start].strip(" -–+*")
    if time.kind == "within":
        whole = (time.start or "").endswith("-01-01") and (time.due or "12-31").endswith("12-31")
        return (
            not whole
            or _DONE.search(before) is not None
            and time.raw is not None
            and time.raw.lower().startswith(("trong", "vào"))
            or start == 0
            or text[start] == "("
            or before.endswith("(")
        )
    if time.kind == "recurring" and time.due is None:
        if _YEARS_OF_PLAN.search(time.raw or ""):
            return False
        plain = time.raw is not None and time.raw[0] in "hH" and start > 0
        if plain and form("times", name="of_long_names").search(text[max(0, start - _FAR) : start].lower()):
            return False
        return form("times", name="of_plans").search(before) is None and not _PART_OF_NAME.match(text, end)
    return True


def binding(times: list[Time]) -> Time | None:
    """The most binding of several: a dated one before a repeated one before a standing one."""
    return min(times, key=_rank) if times else None


def _rank(time: Time) -> int:
    dated = time.kind == "recurring" and time.due is not None
    bare = time.kind == "recurring" and time.every is None
    return 0 if dated else _BINDING.index("continuous" if bare else time.kind) + 1


def _times_at(found: re.Match[str], text: str, *, year: int | None) -> list[Time]:
    """What the words of a match mean: several days of one list share their words."""
    index = int((found.lastgroup or "")[len(_BRANCH) :])
    form, groups = _named()[index]
    values = {name: value for name, group in groups if (value := found[group]) is not None}
    first, last = found.span()
    made = _days(values, year) if form == "days" else [_FORMS[form](values, year)]
    raw = text[first:last].strip()
    return [
        Time(kind, raw, every, start, due, (first, last)) for kind, every, start, due in filter(None, made)
    ]


Made = tuple[TimeKind, Every | None, str | None, str | None] | None
Values = dict[str, str]


def _date(year: int, month: int, day: int) -> str | None:
    if not (1900 <= year <= 2199 and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]):
        return None
    return f"{year:04d}-{month:02d}-{day:02d}"


def _span_of_months(year: int, first: int, last: int, last_year: int | None = None) -> Made:
    end = last_year or year
    start, due = _date(year, first, 1), _date(end, last, monthrange(end, last)[1])
    return ("within", None, start, due) if start and due and start <= due else None


def _day(v: Values, year: int | None) -> Made:
    if "y" in v:
        due = _date(int(v["y"]), int(v["m"]), int(v["d"]))
        return ("deadline", None, None, due) if due else None
    return _yearly_day(v, year)


def _days(v: Values, year: int | None) -> list[Made]:
    """The days of a list; a year that only the last one names is that of all."""
    day = re.compile(_parts()["day"])
    found = [
        {name.rstrip("_"): said for name, said in match.groupdict().items() if said}
        for match in day.finditer(v["days"])
    ]
    last = {"y": found[-1]["y"]} if "y" in found[-1] else {}
    return [_day({**last, **one}, year) for one in found]


def _yearly_day(v: Values, year: int | None) -> Made:
    due = _date(2000, int(v["m"]), int(v["d"]))
    return ("recurring", "year", None, due[5:]) if due else None


def _by_month(v: Values, year: int | None) -> Made:
    at = int(v.get("y") or year or 0)
    due = _date(at, int(v["m"]), 1)
    return ("deadline", None, None, due) if due else None


def _by_year(v: Values, year: int | None) -> Made:
    return "deadline", None, None, f"{v['y']}-01-01"


def _day_range(v: Values, year: int | None) -> Made:
    last = int(v.get("y2") or v.get("y") or year or 0)
    start = _date(int(v.get("y") or last), int(v.get("m") or v["m2"]), int(v["d"]))
    due = _date(last, int(v["m2"]), int(v["d2"]))
    return ("within", None, start, due) if start and due else None


def _years(v: Values, year: int | None) -> Made:
    due = None if v.get("open") or "y2" not in v else f"{v['y2']}-12-31"
    return "within", None, f"{v['y1']}-01-01", due


def _year(v: Values, year: int | None) -> Made:
    due = None if v.get("open") else f"{v['y']}-12-31"
    return "within", None, f"{v['y']}-01-01", due


def _until_year(v: Values, year: int | None) -> Made:
    return "deadline", None, None, f"{v['y']}-12-31"


def _since(v: Values, year: int | None) -> Made:
    month = int(v["m"]) if "m" in v else _ROMAN[v["q"]] * 3 - 2
    start = _date(int(v["y"]), month, int(v.get("d") or 1))
    return ("within", None, start, None) if start else None


def _since_year(v: Values, year: int | None) -> Made:
    return "within", None, f"{v['y']}-01-01", None


def _quarters(v: Values, year: int | None) -> Made:
    first, last = _ROMAN[v["q"]], _ROMAN[v.get("q2") or v["q"]]
    return _parts_of_year(v, year, first * 3 - 2, last * 3)


def _half(v: Values, year: int | None) -> Made:
    return _parts_of_year(v, year, *((1, 6) if v["half"] == "đầu" else (7, 12)))


def _months(v: Values, year: int | None) -> Made:
    return _parts_of_year(v, year, int(v["m"]), int(v.get("m2") or v["m"]))


def _parts_of_year(v: Values, year: int | None, first: int, last: int) -> Made:
    """From the first month of a part of a year to the last one of another, or on without end."""
    end = int(v.get("y") or v.get("y1") or year or 0)
    made = _span_of_months(int(v.get("y1") or end), first, last, end) if end else None
    return (*made[:3], None) if made and v.get("open") else made


def _every(v: Values, year: int | None) -> Made:
    """How often: of several periods the shortest, which keeps the others; "02 lần/năm" is half a year.

    None where it is none of the five, such as two months or a day.
    """
    months = min((_count(said) * _MONTHS[said["unit"]] for said in _LENGTH.finditer(v["every"])), default=0)
    often = _OFTEN.search(v["every"])
    parted = months / _count(often) if often else months
    return "recurring", _PERIODS.get(parted) or _PERIODS.get(months), None, None


def _count(said: re.Match[str]) -> int:
    count = said["count"]
    return int(_NUMBERS.get(count, count)) or 1 if count else 1


def _continuous(v: Values, year: int | None) -> Made:
    return "continuous", None, None, None


def _ad_hoc(v: Values, year: int | None) -> Made:
    return "ad_hoc", None, None, None


_FORMS = {
    "day": _day,
    "yearly_day": _yearly_day,
    "by_month": _by_month,
    "by_year": _by_year,
    "day_range": _day_range,
    "years": _years,
    "year": _year,
    "until_year": _until_year,
    "since": _since,
    "since_year": _since_year,
    "quarters": _quarters,
    "half": _half,
    "months": _months,
    "month": _months,
    "every": _every,
    "continuous": _continuous,
    "ad_hoc": _ad_hoc,
}
