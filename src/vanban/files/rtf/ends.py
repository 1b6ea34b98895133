"""Where paragraphs, cells and rows end, and how rows are cut into cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vanban.files.rtf.action import Action
from vanban.files.rtf.rows import RowForm

if TYPE_CHECKING:
    from vanban.files.rtf.reader import Reader


def _end_paragraph(reader: Reader, _: int) -> None:
    """A paragraph whose end was deleted as a tracked change goes on in the next one."""
    if not reader.state.deleted:
        _number(reader)
        reader.state.story.end_paragraph(reader.state.depth)


def _number(reader: Reader) -> None:
    """The number of a paragraph in a list, where the writer of the file did not say what it shows."""
    if reader.says_numbers or not reader.lists.named:
        return
    here, styles = reader.state, reader.styles
    listed = styles.value(b"ls", style=here.style) if here.listed is None else here.listed
    level = styles.value(b"ilvl", style=here.style) if here.level is None else here.level
    if listed is not None:
        here.story.label = reader.lists.label(listed, level=level or 0)


def _end_cell(reader: Reader, _: int) -> None:
    """Where no table has been told of, it is the end of a paragraph."""
    _number(reader)
    story, depth = reader.state.story, reader.state.depth
    if depth or story.form.edges:
        story.end_cell(1)
    else:
        story.end_paragraph(0)


def _end_inner_cell(reader: Reader, _: int) -> None:
    _number(reader)
    reader.state.story.end_cell(max(reader.state.depth, 2))


def _end_row(reader: Reader, _: int) -> None:
    reader.state.story.end_row(1)


def _end_inner_row(reader: Reader, _: int) -> None:
    """A row of a table within a cell, behind which its form stands."""
    if b"nestrow" in {word for _, word, *_ in reader.tokens.group()}:
        reader.state.story.end_row(max(reader.state.depth, 2))
    reader.leave()


def _begin_row(reader: Reader, _: int) -> None:
    reader.state.story.form = RowForm()


def _set_left(reader: Reader, number: int) -> None:
    reader.state.story.form.left = number


def _add_edge(reader: Reader, number: int) -> None:
    reader.state.story.form.add(number)


def _cover(reader: Reader, _: int) -> None:
    reader.state.story.form.covered = True


DESTINATIONS: dict[bytes, Action] = {b"nesttableprops": _end_inner_row}
ACTIONS: dict[bytes, Action] = {
    b"par": _end_paragraph,
    b"sect": _end_paragraph,
    b"cell": _end_cell,
    b"nestcell": _end_inner_cell,
    b"row": _end_row,
    b"trowd": _begin_row,
    b"trleft": _set_left,
    b"cellx": _add_edge,
    b"clvmrg": _cover,
    b"clmrg": _cover,
}
