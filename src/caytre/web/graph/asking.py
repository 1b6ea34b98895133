"""What addresses of these pages ask for, and the way from page to page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from django.utils.translation import gettext_lazy

from caytre.documents.queries.meanings import Page
from caytre.web.plans.listing import page_of
from caytre.web.seeing.asked import text

__all__ = ["page_of", "paging", "text"]

TABS: Mapping[str, Any] = {
    "graph": gettext_lazy("Văn bản được căn cứ"),
    "nothing": gettext_lazy("Chưa được thực hiện"),
    "ended": gettext_lazy("Căn cứ đã hết hiệu lực"),
    "twice": gettext_lazy("Giao hai lần"),
    "open-citations": gettext_lazy("Viện dẫn chưa rõ"),
    "acts": gettext_lazy("Danh mục văn bản"),
}
"""The pages beside each other, by the names of their addresses."""


def paging(page: Page[Any], *, query: Mapping[str, str], tab: str) -> dict[str, Any]:
    """What every list tells its template; ``query`` is what the address asks for beside the page."""
    kept = {name: value for name, value in query.items() if value}

    def at(number: int) -> str:
        return "?" + urlencode({**kept, "page": number})

    return {
        "page": page,
        "query": f"?{urlencode(kept)}" if kept else "",
        "before": at(page.page - 1) if page.page > 1 else "",
        "after": at(page.page + 1) if page.page < page.pages else "",
        "tabs": TABS.items(),
        "tab": tab,
    }
