"""The annex of a plan as a table, and what a copy of it that somebody edited would change.

A copy went out with a digest of each of its cells. What a person changed in it differs from its digest, what others
changed since differs from it in the plan; where both did, and not to the same words, the cell is contested.
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol
from uuid import UUID

from caytre.core.refusals import gettext_noop
from caytre.units.rules.sheets import Fault
from caytre.work.rules.wanted import Wanted

FIELDS = ("text", "lead", "coordinators", "time", "product")
"""What a row says of a task, in the order of its columns."""
NO_TEXT = gettext_noop("Hãy ghi nội dung nhiệm vụ.")
BROKEN = gettext_noop(
    "Dấu của dòng này không còn nguyên nên không biết là nhiệm vụ nào. Hãy tải lại phụ lục rồi sửa trên bản mới."
)
GONE = gettext_noop(
    "Nhiệm vụ của dòng này đã rút, đã bỏ hoặc đã thay thế từ khi tải phụ lục, nên không sửa được nữa. "
    "Hãy tải phụ lục mới."
)


@dataclass(frozen=True, slots=True)
class Line:
    """A task as a row has it now: ``values`` are its cells by field. ``is_issued``: it binds, so that another wording
    takes its place."""

    key: UUID
    version: int
    is_issued: bool
    place: int
    heading: str
    section: str
    values: Mapping[str, str]
    wanted: Wanted


@dataclass(frozen=True, slots=True)
class Sent:
    """A row that came back: cells by field and where each stands ("B7"). ``base`` are the digests with which it went
    out, none of a row that somebody added; ``heading`` are the titles above it in the sheet, a line each."""

    number: int
    key: UUID | None
    base: Mapping[str, str]
    values: Mapping[str, str]
    places: Mapping[str, str]
    heading: str = ""
    is_broken: bool = False

    @property
    def is_blank(self) -> bool:
        return not any(self.values.values())


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that is to change. ``meant``: how its words were understood where they are not the value itself.
    ``is_contested``: others changed it since the copy went out, ``before`` is theirs."""

    field: str
    place: str
    before: str
    after: str
    value: Any
    meant: str = ""
    is_contested: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """A row that changes a task, or (``line`` None) adds one, after the task at ``place``."""

    number: int
    line: Line | None
    cells: tuple[Cell, ...]
    heading: str = ""
    section: str = ""
    place: int | None = None

    @property
    def is_contested(self) -> bool:
        return any(cell.is_contested for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Theirs:
    """A task that others changed since the copy went out, in these fields; the sheet leaves them as they are."""

    line: Line
    fields: tuple[str, ...]


@dataclass(slots=True)
class Checked:
    """What a sheet would do: nothing where there are ``faults``. ``notes`` say what is left as it is, by cell."""

    changes: list[Change] = field(default_factory=list)
    added: list[Change] = field(default_factory=list)
    missing: list[Line] = field(default_factory=list)
    theirs: list[Theirs] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    notes: list[Fault] = field(default_factory=list)
    unchanged: int = 0

    @property
    def is_idle(self) -> bool:
        """Whether it would change nothing."""
        return not self.changes and not self.added

    @property
    def mark(self) -> str:
        """A digest of what it would do to what is there now: whoever confirms it has seen that."""
        said = [
            [str(one.line.key) if one.line else one.heading, [(c.place, c.before, c.after, c.meant) for c in one.cells]]
            for one in (*self.changes, *self.added)
        ]  # fmt: skip
        return hashlib.sha256(json.dumps(said, ensure_ascii=False).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Understood:
    """What the words of a cell mean: the value of its field, and how it is said."""

    value: Any = None
    meant: str = ""
    faults: tuple[Fault, ...] = ()
    notes: tuple[Fault, ...] = ()


class Understand(Protocol):
    """Says what a changed cell means, by its field."""

    def __call__(self, name: str, /, *, row: Sent, line: Line | None) -> Understood: ...


def plain(words: str) -> str:
    """The words of a cell by which two are the same: composed, blanks and line breaks alike."""
    return " ".join(unicodedata.normalize("NFC", words).split())


def digest(words: str) -> str:
    """Eight digits that tell one cell from another."""
    return hashlib.sha256(plain(words).encode()).hexdigest()[:8]


def compared(
    sent: Sequence[Sent], *, lines: Mapping[UUID, Line], went_out: Iterable[UUID], understand: Understand
) -> Checked:
    """What the rows would change. ``lines`` are the tasks by every key under which they may come back, ``went_out``
    the keys of tasks that were there when the copy went out."""
    found = Checked()
    seen: dict[UUID, int] = {}
    above: Line | None = None
    for row in sent:
        line = lines.get(row.key) if row.key else None
        if row.is_broken:
            found.faults.append(Fault(row.places["text"], BROKEN, {}))
        elif row.is_blank:
            continue
        elif row.key and line is None:
            _gone(row, found)
        elif line is None or line.key in seen:
            found.added.append(_new(row, above, understand, found))
        else:
            seen[line.key] = row.number
            above = line
            _one(row, line, understand, found)
    _match(found, [one for one in _once(lines) if one.key not in seen])
    wanted = {lines[key].key for key in went_out if key in lines}
    found.missing = [line for line in _once(lines) if line.key in wanted - seen.keys()]
    return found


def _once(lines: Mapping[UUID, Line]) -> list[Line]:
    return list({line.key: line for line in lines.values()}.values())


def _gone(row: Sent, found: Checked) -> None:
    """A row whose task is there no more matters only where somebody changed it."""
    edited = any(digest(row.values[name]) != row.base[name] for name in FIELDS)
    (found.faults if edited else found.notes).append(Fault(row.places["text"], GONE, {}))


def _one(row: Sent, line: Line, understand: Understand, found: Checked) -> None:
    cells, theirs = [], []
    for name in FIELDS:
        now, new = line.values[name], row.values[name]
        is_theirs = digest(now) != row.base[name]
        if digest(new) == row.base[name] or plain(new) == plain(now):
            theirs += [name] if is_theirs else []
            continue
        cells.append(_cell(name, row, line, understand, found, is_contested=is_theirs))
    if theirs:
        found.theirs.append(Theirs(line, tuple(theirs)))
    if cells:
        found.changes.append(Change(row.number, line, tuple(cells)))
    else:
        found.unchanged += 1


def _new(row: Sent, above: Line | None, understand: Understand, found: Checked) -> Change:
    cells = tuple(
        _cell(name, row, None, understand, found)
        for name in FIELDS
        if plain(row.values[name]) or name == "text"
    )
    section = above.section if above and above.heading == row.heading else ""
    place = above.place if above else None
    return Change(row.number, None, cells, heading=row.heading, section=section, place=place)


def _cell(
    name: str, row: Sent, line: Line | None, understand: Understand, found: Checked, *, is_contested: bool = False
) -> Cell:  # fmt: skip
    understood = understand(name, row=row, line=line)
    found.faults.extend(understood.faults)
    found.notes.extend(understood.notes)
    before = line.values[name] if line else ""
    return Cell(
        name, row.places[name], before, row.values[name], understood.value, understood.meant, is_contested
    )


def _match(found: Checked, others: Iterable[Line]) -> None:
    """A row that was added and says just what a task says is that task: the sheet was sent before."""
    known = {tuple(plain(one.values[name]) for name in FIELDS): one for one in others}
    left = []
    for change in found.added:
        values = {cell.field: plain(cell.after) for cell in change.cells}
        if known.pop(tuple(values.get(name, "") for name in FIELDS), None):
            found.unchanged += 1
        else:
            left.append(change)
    found.added = left


def parted(heading: str) -> list[tuple[str, str]]:
    """The titles above a task, each as its label ("II", "1", "a", or "") and its words."""
    found = []
    for line in heading.split("\n") if heading else []:
        label, dot, words = line.partition(". ")
        is_label = bool(dot) and len(label) < 8 and " " not in label
        found.append((label, words) if is_label else ("", line))
    return found


def opened(above: Sequence[str], *, titles: Sequence[str]) -> list[tuple[int, str]]:
    """The titles that a row has and the one above it had not, with their depth; where it has less of them, the nearest
    is said again."""
    same = 0
    while same < min(len(above), len(titles)) and above[same] == titles[same]:
        same += 1
    if titles and same == len(titles) < len(above):
        same -= 1
    return list(enumerate(titles, start=1))[same:]
