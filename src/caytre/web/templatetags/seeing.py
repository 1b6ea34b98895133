"""Rows of lists of tasks."""

from __future__ import annotations

from collections.abc import Iterable

from django import template
from django.utils.html import format_html, format_html_join
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
    gives = _("giao")
    return format_html_join(
        "",
        line,
        (
            (row.address, row.text, row.unit, _giver(row.giver, gives), row.due, row.colour, row.standing,
             row.percent, row.age, row.holder)
            for row in rows
        ),
    )  # fmt: skip


def _giver(name: str, gives: str) -> SafeString:
    return format_html('<br><span class="hint">{} {}</span>', name, gives) if name else mark_safe("")
