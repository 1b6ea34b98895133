"""The six things that must be clear of a task ("6 rõ"): which are missing, and what each needs.

Source: Kết luận 226-KL/TW (11/12/2025): clear people, work, time, responsibility, authority, product; one task, one
lead.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from caytre.core.refusals import gettext_noop

NEEDS: Mapping[str, str] = {
    "people": gettext_noop("Chọn một đơn vị chủ trì đang hoạt động, hoặc một nhóm có đơn vị."),
    "work": gettext_noop("Ghi nội dung nhiệm vụ."),
    "time": gettext_noop("Chọn loại thời hạn và ngày."),
    "answerable": gettext_noop("Ghi lãnh đạo chịu trách nhiệm."),
    "authority": gettext_noop("Ghi người có thẩm quyền quyết định."),
    "product": gettext_noop("Ghi sản phẩm phải có."),
}
"""Of each of the six what a person has to do where it is missing."""


class Told(Protocol):
    """What is said of a task."""

    @property
    def text(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def answerable(self) -> str: ...
    @property
    def authority(self) -> str: ...
    @property
    def product(self) -> str: ...
    @property
    def unclear(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Clear:
    """Which of the six are missing, in their order; ``why`` says why it may be so."""

    missing: tuple[str, ...]
    why: str = ""

    @property
    def there(self) -> int:
        """How many of the six are clear."""
        return len(NEEDS) - len(self.missing)

    @property
    def is_ready(self) -> bool:
        """Whether it may be issued: nothing is missing, or it is said why."""
        return not self.missing or bool(self.why.strip())


def clear(task: Told, *, doers: int) -> Clear:
    """How clear a task is that this many units have to do."""
    has = {
        "people": doers > 0,
        "work": bool(task.text.strip()),
        "time": task.kind != "unspecified",
        "answerable": bool(task.answerable.strip()),
        "authority": bool(task.authority.strip()),
        "product": bool(task.product.strip()),
    }
    return Clear(tuple(one for one in NEEDS if not has[one]), task.unclear)


@dataclass(frozen=True, slots=True)
class Meter:
    """How clear the tasks of a plan are: of each of the six, how many tasks lack it; ``ready`` may be issued."""

    tasks: int
    ready: int
    lacking: Mapping[str, int]

    @property
    def share(self) -> int:
        """How much of all that must be clear is clear, in percent, rounded down."""
        whole = self.tasks * len(NEEDS)
        return (whole - sum(self.lacking.values())) * 100 // whole if whole else 0


def meter(found: Iterable[Clear]) -> Meter:
    """The sum over tasks."""
    all_of_them = list(found)
    lacking = Counter(one for task in all_of_them for one in task.missing)
    return Meter(
        len(all_of_them),
        sum(task.is_ready for task in all_of_them),
        {one: lacking[one] for one in NEEDS},
    )
