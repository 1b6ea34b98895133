"""The annex that assigns tasks: a table on pages turned, under the headings of its document."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Literal

from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.table import Table, _Row
from docx.text.paragraph import Paragraph

from vanban.writing import ink
from vanban.writing.paper import Annex, Carrier, Group, Row
from vanban.writing.styles import Component, Style
from vanban.writing.words import carried_words, clean, lines_of

_COLUMNS: tuple[tuple[str, str, float], ...] = (
    ("words", "Nội dung nhiệm vụ", 8.0),
    ("lead", "Cơ quan chủ trì", 4.0),
    ("coordinators", "Cơ quan phối hợp", 4.0),
    ("time", "Thời gian", 3.0),
    ("product", "Sản phẩm", 3.6),
    ("leader", "Lãnh đạo phụ trách", 3.0),
    ("basis", "Căn cứ", 3.0),
    ("note", "Ghi chú", 2.4),
)
"""What a column holds, its words, how wide it is beside the others."""
_ORDINAL = 14.0  # mm


def annex(
    rows: Iterable[Row],
    *,
    headings: Mapping[str, str],
    carrier: Carrier | None = None,
    title: str = "Phân công nhiệm vụ",
    extra: tuple[Literal["leader", "basis", "note"], ...] = (),
) -> Annex:
    """The annex of these tasks, each under its headings. ``headings`` gives the title of a path ("II.1"); a path
    that it does not know has no row of its own. Rows stay in their order."""
    made: list[Row | Group] = []
    open_paths: list[str] = []
    for row in rows:
        paths = [path for path in _paths(row.section) if path in headings]
        known = 0
        while known < min(len(paths), len(open_paths)) and paths[known] == open_paths[known]:
            known += 1
        made += [
            Group(path.rsplit(".", 1)[-1], headings[path], level)
            for level, path in enumerate(paths[known:], known + 1)
        ]
        open_paths = paths
        made.append(row)
    return Annex(tuple(made), title=title, carrier=carrier, extra=extra)


def _paths(section: str) -> list[str]:
    """ "II.1" → ["II", "II.1"]."""
    parts = section.split(".") if section else []
    return [".".join(parts[: at + 1]) for at in range(len(parts))]


def write_annex(document: Any, *, annex: Annex, style: Style) -> None:
    """The annex from where the document stands; its section is the caller's."""
    ink.put(document, clean(annex.label), look=style["annex_label"])
    for line in lines_of(annex.title):
        ink.put(document, line, look=style["annex_title"])
    if annex.carrier:
        ink.put(document, carried_words(annex.carrier, style=style), look=style["annex_carried"])
    ink.put(document, "", look=style["annex_cell"])
    shown = [column for column in _COLUMNS if column[0] not in ("leader", "basis", "note")]
    shown += [column for column in _COLUMNS if column[0] in annex.extra]
    table = ruled(document, columns=("STT", *(words for _, words, _ in shown)), style=style)
    ordinal = 0
    for row in annex.rows:
        if isinstance(row, Group):
            _group(ink.next_row(table), row, style)
            continue
        ordinal += 1
        values = (str(ordinal), *(getattr(row, name) for name, _, _ in shown))
        fill_row(ink.next_row(table), values, look=style["annex_cell"])
    room = ink.room_of(style, landscape=True) - _ORDINAL
    whole = sum(share for _, _, share in shown)
    ink.set_widths(table, widths=(_ORDINAL, *(share / whole * room for _, _, share in shown)))


def ruled(document: Any, *, columns: tuple[str, ...], style: Style) -> Table:
    """A table with lines, whose first row names the columns and stands on every page."""
    table: Table = document.add_table(rows=1, cols=len(columns), style="Table Grid")
    table.autofit = False
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    head = table.rows[0]
    fill_row(head, columns, look=style["annex_head"])
    head._tr.get_or_add_trPr().append(ink.element("tblHeader"))
    return table


def fill_row(row: _Row, values: tuple[str, ...], *, look: Component) -> None:
    """The words of a row, which the end of a page does not part; the first column holds ordinals."""
    row._tr.get_or_add_trPr().append(ink.element("cantSplit"))
    for at, (cell, words) in enumerate(zip(row.cells, values, strict=True)):
        paragraphs = [ink.put(cell, line, look=look) for line in lines_of(words) or [""]]
        if at == 0:
            _centre(paragraphs)


def _group(row: _Row, group: Group, style: Style) -> None:
    row._tr.get_or_add_trPr().append(ink.element("cantSplit"))
    cells = row.cells
    ink.put(cells[0], clean(group.label), look=style["annex_head"])
    title = cells[1].merge(cells[-1])
    words = ink.put(title, "", look=style["annex_cell"])
    ink.write_run(words, clean(group.title), look=style["annex_cell"], bold=True)
    for cell in (cells[0], title):
        cell.paragraphs[0].paragraph_format.keep_with_next = True


def _centre(paragraphs: Iterable[Paragraph]) -> None:
    for paragraph in paragraphs:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
