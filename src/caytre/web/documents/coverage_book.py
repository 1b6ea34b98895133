"""What a plan carries out of a document above it, as a workbook."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _

from caytre.documents.queries.coverage import Compared
from caytre.documents.rules.coverage import Line
from caytre.web.documents.beside import extra_of
from caytre.web.templatetags.caytre import moment
from caytre.web.wording import COVERED
from caytre.web.workbooks.writing import add_sheet, empty, file_of

_WIDTHS = (6, 60, 18, 60, 40, 24, 40, 24, 18)


def workbook_of(found: Compared) -> bytes:
    """A sheet of requirements, one of tasks that nothing asks for, one that says what they are."""
    book = empty()
    heads = [
        _("STT"), _("Yêu cầu"), _("Tình trạng"), _("Nhiệm vụ của kế hoạch"), _("Chữ chung"), _("Cùng viện dẫn"),
        _("Lý do, ghi chú"), _("Người quyết định"), _("Lúc"),
    ]  # fmt: skip
    lines = [_cells(found, number, line) for number, line in enumerate(found.sheet.lines, 1)]
    add_sheet(book, title=_("Đối chiếu"), rows=[heads, *lines], widths=_WIDTHS)
    extra = [[str(number), words] for number, words in enumerate(extra_of(found), 1)]
    add_sheet(book, title=_("Không thấy căn cứ"), rows=[[_("STT"), _("Nhiệm vụ")], *extra], widths=(6, 90))
    add_sheet(book, title=_("Nguồn"), rows=list(_about(found)), widths=(30, 90))
    return file_of(book)


def _cells(found: Compared, number: int, line: Line) -> Sequence[str]:
    answer = "" if line.task is None else found.plan.tasks[line.task].text
    proposed, decision = line.proposed, line.decision
    is_best = proposed.best is not None and proposed.best.task == line.task
    return (
        str(number), line.asked.text, str(COVERED[line.state]), answer, "; ".join(proposed.words) if is_best else "",
        ", ".join(proposed.acts) if is_best else "", decision.why if decision else "", decision.by if decision else "",
        moment(decision.at) if decision else "",
    )  # fmt: skip


def _about(found: Compared) -> Iterator[Sequence[str]]:
    upper, plan = found.upper.document, found.plan.document
    yield _("Văn bản cấp trên"), f"{upper.code} {upper.shown}".strip()
    yield _("Kế hoạch"), f"{plan.code} {plan.shown}".strip()
    for state, number in found.sheet.counts.items():
        yield str(COVERED[state]), str(number)
    yield _("Chưa ai quyết định"), str(found.sheet.undecided)
    yield _("Ghi chú"), _("Nơi không có người quyết định là gợi ý của máy.")
