"""What may be said of how work goes, and what the parts of a task come to."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from caytre.core.refusals import Refused, gettext_noop

MOST_FIGURES = 30
LONGEST_NAME = 100
LONGEST_LINK = 1_000
BIGGEST = 10**15
_WRITTEN = re.compile(r"-?(?:[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+)(?:,[0-9]+)?")


class NothingSaid(Refused):
    sentence = gettext_noop("Chưa có nội dung nào. Hãy ghi kết quả, tỷ lệ, số liệu hoặc đưa minh chứng lên.")


class NoSuchPercent(Refused):
    sentence = gettext_noop("Tỷ lệ hoàn thành là số nguyên từ 0 đến 100.")


class NoFigure(Refused):
    sentence = gettext_noop("Mỗi số liệu gồm tên và một số, ví dụ: Số cây đã trồng: 1.250.")


class NoLink(Refused):
    sentence = gettext_noop("Đường dẫn phải bắt đầu bằng http:// hoặc https://. Hãy chép lại từ trình duyệt.")


class PartsAreOpen(Refused):
    """A task is complete only when all its parts are verified that were not withdrawn."""

    status = 409
    sentence = gettext_noop(
        "Còn việc thành phần chưa được xác nhận hoàn thành. Hãy xác nhận hoặc rút các việc đó trước."
    )


@dataclass(frozen=True, slots=True)
class Parts:
    """How far the parts of a task are: ``done`` of ``total``, all of the same weight; ``percent`` is what units say."""

    done: int = 0
    total: int = 0
    percent: int = 0

    @property
    def is_complete(self) -> bool:
        return self.done == self.total


def rolled_up(parts: Iterable[tuple[str, int]]) -> Parts:
    """What (state, percent) of the parts come to: what was withdrawn or is done by another does not count, a part
    counts as done when it is verified, and before that for less than the whole.

    >>> rolled_up([("verified", 100), ("doing", 50), ("withdrawn", 0)])
    Parts(done=1, total=2, percent=75)
    """
    counted = [(state, percent) for state, percent in parts if state not in ("withdrawn", "superseded")]
    if not counted:
        return Parts()
    done = sum(state == "verified" for state, _ in counted)
    said = sum(100 if state == "verified" else min(percent, 99) for state, percent in counted)
    return Parts(done, len(counted), said // len(counted))


def check_percent(percent: int | None, *, says: bool) -> None:
    """Raises :class:`NoSuchPercent`; :class:`NothingSaid` where there is nothing else either."""
    if percent is None and not says:
        raise NothingSaid
    if percent is not None and not 0 <= percent <= 100:
        raise NoSuchPercent


def check_figures(figures: Mapping[str, object]) -> dict[str, int | float]:
    """Figures by name as they are kept. Raises :class:`NoFigure`."""
    if len(figures) > MOST_FIGURES:
        raise NoFigure
    return {_name(name): _number(value) for name, value in figures.items()}


def figure_of(text: str) -> int | float:
    """A number as it is written here: "1.250" and "12,5". What may mean two things is asked back, not guessed.

    Raises :class:`NoFigure`.
    """
    plain = unicodedata.normalize("NFKC", text).strip()
    if not _WRITTEN.fullmatch(plain) or len(plain) > 24:
        raise NoFigure
    whole, _, part = plain.replace(".", "").partition(",")
    return float(f"{whole}.{part}") if part else int(whole)


def figures_of(text: str) -> dict[str, int | float]:
    """Figures as somebody wrote them, one a line: "Số cây đã trồng: 1.250". Raises :class:`NoFigure`."""
    found: dict[str, int | float] = {}
    for line in filter(str.strip, text.splitlines()):
        name, mark, number = line.rpartition(":")
        if not mark or name.strip() in found:
            raise NoFigure
        found[name.strip()] = figure_of(number)
    return found


def check_link(link: str) -> str:
    """The address of a page. Raises :class:`NoLink`."""
    link = link.strip()
    try:
        parts = urlsplit(link)
    except ValueError:
        raise NoLink from None
    is_plain = all(letter.isprintable() and letter != " " for letter in link)
    if (
        parts.scheme not in ("http", "https")
        or not parts.hostname
        or not is_plain
        or len(link) > LONGEST_LINK
    ):
        raise NoLink
    return link


def _name(name: str) -> str:
    name = " ".join(name.split())
    if not name or len(name) > LONGEST_NAME or not name.isprintable():
        raise NoFigure
    return name


def _number(value: object) -> int | float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise NoFigure
    if abs(value) > BIGGEST:
        raise NoFigure
    return value
