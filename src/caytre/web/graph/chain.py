"""The chain of a document or of an act: a picture, and a table that says the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from caytre.core.access import NotFound
from caytre.documents.queries.chain import Chain, Node, chain_of, chain_of_number
from caytre.documents.rules.layout import HEIGHT, WIDTH, Box, picture
from caytre.documents.rules.meaning import number_key
from caytre.documents.rules.permissions import can_export
from caytre.web import wording
from caytre.web.documents.reading import document_of
from caytre.web.graph.asking import text
from caytre.web.seeing.workbook import attached
from caytre.web.session import person

LETTERS = 28
"""Of a title, as many letters as a box of the picture holds in a line."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A document in words, and where it stands in the picture. ``bases`` are the numbers of those that it names as a
    basis, each with whether it is clear that it means that one."""

    address: str
    head: str
    title: str
    node: Node
    bases: tuple[tuple[str, bool], ...]
    box: Box
    lines: tuple[str, str]
    kind: str


@require_safe
def show(request: HttpRequest, *, key: UUID) -> HttpResponse:
    """The chain of a document."""
    document = document_of(request, key=key)
    found = chain_of(document, user=person(request), on=timezone.localdate())
    return _page(
        request, found, document.shown, reverse("chain-xlsx", args=[key]), reverse("document", args=[key])
    )


@require_safe
def workbook(request: HttpRequest, *, key: UUID) -> HttpResponse:
    """The same as a workbook. Raises MayNotExport."""
    document = document_of(request, key=key)
    can_export(person(request), paper=document).or_raise()
    return _workbook(chain_of(document, user=person(request), on=timezone.localdate()))


@require_safe
def show_number(request: HttpRequest) -> HttpResponse:
    """The chain of the act whose number, and perhaps date, the address names. Raises NotFound without a number."""
    found, number, dated = _by_number(request)
    query = "?" + urlencode({"number": number, **({"date": dated} if dated else {})})
    return _page(request, found, number, reverse("number-chain-xlsx") + query, "")


@require_safe
def number_workbook(request: HttpRequest) -> HttpResponse:
    """The same as a workbook. Raises NotFound without a number."""
    return _workbook(_by_number(request)[0])


def _by_number(request: HttpRequest) -> tuple[Chain, str, str]:
    number, dated = text(request, name="number")[:100], text(request, name="date")[:10]
    key = number_key(number)
    if not key:
        raise NotFound
    found = chain_of_number(key, dated=dated, number=number, user=person(request), on=timezone.localdate())
    return found, number, dated


def _page(request: HttpRequest, chain: Chain, title: str, workbook: str, back: str) -> HttpResponse:
    made = picture(len(chain.nodes), edges=[(edge.upper, edge.lower) for edge in chain.edges])
    drawn = _drawn(chain, made.boxes)
    lines = [
        (" ".join(f"{x},{y}" for x, y in points), edge.is_sure)
        for points, edge in zip(made.lines, chain.edges, strict=True)
    ]
    context = {
        "title": title, "back": back, "workbook": workbook, "chain": chain, "first": drawn[0], "picture": made,
        "lines": lines, "drawn": drawn, "width": WIDTH, "height": HEIGHT, "rows": sorted(drawn, key=_order),
        "below": sum(node.step > 0 for node in chain.nodes), "above": sum(node.step < 0 for node in chain.nodes),
    }  # fmt: skip
    return render(request, "graph/chain.html", context)


def _drawn(chain: Chain, boxes: Sequence[Box]) -> list[Drawn]:
    bases: dict[int, list[tuple[str, bool]]] = defaultdict(list)
    for edge in chain.edges:
        bases[edge.lower].append((_head(chain.nodes[edge.upper]), edge.is_sure))
    return [
        Drawn(
            _address(node), _head(node), node.title, node, tuple(bases[place]), box, _lines(node), _kind(node)
        )
        for place, (node, box) in enumerate(zip(chain.nodes, boxes, strict=True))
    ]


def _address(node: Node) -> str:
    """Where a document leads to: its own chain."""
    if node.documents:
        return reverse("chain", args=[node.documents[0]])
    said = {"number": node.number, **({"date": node.issued} if node.issued else {})}
    return f"{reverse('number-chain')}?{urlencode(said)}"


def _head(node: Node) -> str:
    """ "41/KH-UBND, 05/3/2031"."""
    return ", ".join(part for part in (node.number, wording.day(node.issued)) if part) or _("(không có số)")


def _lines(node: Node) -> tuple[str, str]:
    """What stands in its box."""
    second = node.title or node.issuer or _("chưa có trong hệ thống")
    return _short(_head(node)), _short(second)


def _short(words: str) -> str:
    return words if len(words) <= LETTERS else words[: LETTERS - 1].rstrip() + "…"


def _kind(node: Node) -> str:
    """Which way a box is drawn."""
    if node.has_ended:
        return "ended"
    if node.documents:
        return "held"
    return "known" if node.entries else "bare"


def _order(one: Drawn) -> tuple[int, str, str]:
    return (one.node.step, one.node.issued, one.node.number)


def standing(node: Node) -> str:
    """What is known of a document, in words."""
    if node.has_ended:
        since = wording.day(node.ended.isoformat()) if node.ended else ""
        said = _("hết hiệu lực từ %(day)s") % {"day": since} if since else _("đã hết hiệu lực")
        if node.replaced_by:
            said += "; " + _("thay bằng %(numbers)s") % {"numbers": ", ".join(node.replaced_by)}
        return said
    if node.documents:
        return _("có trong sổ")
    return _("có trong danh mục") if node.entries else _("chưa có trong hệ thống")


def level(step: int) -> str:
    """Where a document stands, seen from the first."""
    if step == 0:
        return _("văn bản này")
    words = _("trên %(n)s bậc") if step < 0 else _("dưới %(n)s bậc")
    return words % {"n": abs(step)}


def _workbook(chain: Chain) -> HttpResponse:
    return attached(
        _rows(chain), title=_("Chuỗi văn bản"), widths=(16, 24, 14, 20, 70, 32, 40, 32),
        name="chuoi-van-ban",
    )  # fmt: skip


def _rows(chain: Chain) -> Iterable[Sequence[str]]:
    yield (
        _("Vị trí"), _("Số, ký hiệu"), _("Ngày"), _("Loại văn bản"), _("Trích yếu"), _("Cơ quan ban hành"),
        _("Căn cứ vào"), _("Tình trạng"),
    )  # fmt: skip
    made = picture(len(chain.nodes), edges=[(edge.upper, edge.lower) for edge in chain.edges])
    for one in sorted(_drawn(chain, made.boxes), key=_order):
        node = one.node
        named: list[Any] = [head if sure else f"{head} (?)" for head, sure in one.bases]
        yield (
            level(node.step), node.number, wording.day(node.issued), node.type, node.title, node.issuer,
            "; ".join(named), standing(node),
        )  # fmt: skip
    if chain.is_more:
        yield ("", _("Còn nữa: chỉ hiện 300 văn bản đầu của chuỗi."))
