"""Rows of lists of tasks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django import template
from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from caytre.web.seeing.rows import Shown

register = template.Library()
_LINE = """<tr>
<th scope="row" lang="vi"><a href="{{}}">{{}}</a></th>
<td data-label="{}" lang="vi">{{}}{{}}</td>
<td data-label="{}" class="number">{{}}</td>
<td data-label="{}"><span class="going {{}}">{{}}</span></td>
<td data-label="{}" class="number">{{}} %</td>
<td data-label="{}">{{}}</td>
<td data-label="{}" lang="vi">{{}}</td>
</tr>"""
_GIVER = '<br><span class="hint">{} {}</span>'


@register.simple_tag
def heads() -> tuple[str, ...]:
    """The headings of a list of tasks."""
    return (
        _("Nhiệm vụ"), _("Đơn vị thực hiện"), _("Hạn"), _("Tình trạng"), _("Tiến độ"), _("Minh chứng"),
        _("Người thực hiện"),
    )  # fmt: skip


@register.simple_tag
def lines(rows: Iterable[Shown], heads: tuple[str, ...]) -> SafeString:
    """The rows of the table. The template language would take longer for them than for all the rest of the page."""
    line = format_html(_LINE, *(head.replace("{", "").replace("}", "") for head in heads[1:]))
    gives = escape(_("giao"))
    return mark_safe("".join(
        line.format(
            row.address, row.text, row.unit, _GIVER.format(row.giver, gives) if row.giver else "", row.due,
            row.colour, row.standing, row.percent, row.age, row.holder,
        )
        for row in _escaped(rows)
    ))  # fmt: skip


def _escaped(rows: Iterable[Shown]) -> Iterator[Shown]:
    """The rows with all their words made safe at once: cell by cell it takes as long as all else of the table. No
    text holds the character between the cells."""
    cells = iter(escape("\0".join(str(cell) for row in rows for cell in row)).split("\0"))
    return (Shown._make(row) for row in zip(*[cells] * len(Shown._fields), strict=True))


@register.simple_tag
def options(choices: Iterable[tuple[str, Any]], chosen: str) -> SafeString:
    """What a box lets choose, (value, words) each."""
    marked = ((value, " selected" if value == chosen else "", words) for value, words in choices)
    return format_html_join("", '<option value="{}"{}>{}</option>', marked)
