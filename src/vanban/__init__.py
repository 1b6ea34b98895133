"""Reads Vietnamese administrative documents into facts that are tied to their words.

>>> import vanban
>>> reading = vanban.read_text("Thực hiện Kế hoạch số 12/KH-UBND ngày 05/3/2030 của UBND tỉnh Bến Mây.")
>>> reading.citations[0].number
'12/KH-UBND'
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from vanban.errors import Refused as Refused
    from vanban.grammar.citations import find_citations as find_citations
    from vanban.marking import annotate as annotate
    from vanban.model import Document as Document
    from vanban.reading import read as read
    from vanban.reading import read_text as read_text

_WHERE = {
    "annotate": "vanban.marking",
    "Refused": "vanban.errors",
    "find_citations": "vanban.grammar.citations",
    "Document": "vanban.model",
    "read": "vanban.reading",
    "read_text": "vanban.reading",
}
__all__ = ["Document", "Refused", "annotate", "find_citations", "read", "read_text"]


def __getattr__(name: str) -> Any:
    """The public names are imported when they are first used: ``import vanban`` stays cheap."""
    if name == "__version__":
        from importlib.metadata import version

        return version("caytre")
    if name in _WHERE:
        return getattr(import_module(_WHERE[name]), name)
    raise AttributeError(f"module 'vanban' has no attribute {name!r}")
