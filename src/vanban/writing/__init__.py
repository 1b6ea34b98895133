"""Writes administrative documents as .docx in the form that their act asks, and checks the form of others.

Values go in (:class:`Paper`, :class:`Annex`), bytes come out; a :class:`Style` is dated data. Writing needs
python-docx (the extra ``writing``), which is imported with the first document; checking does not.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from vanban.writing.annexes import annex as annex
    from vanban.writing.checking import Finding as Finding
    from vanban.writing.checking import check as check
    from vanban.writing.paper import Annex as Annex
    from vanban.writing.paper import Block as Block
    from vanban.writing.paper import Carrier as Carrier
    from vanban.writing.paper import Chart as Chart
    from vanban.writing.paper import Day as Day
    from vanban.writing.paper import Paper as Paper
    from vanban.writing.paper import Row as Row
    from vanban.writing.reminders import Overdue as Overdue
    from vanban.writing.reminders import reminder as reminder
    from vanban.writing.sheets import write as write
    from vanban.writing.styles import Style as Style
    from vanban.writing.styles import style_of as style_of

_WHERE = {
    "Annex": "paper", "Block": "paper", "Carrier": "paper", "Chart": "paper", "Day": "paper", "Finding": "checking",
    "Overdue": "reminders", "Paper": "paper", "Row": "paper", "Style": "styles", "annex": "annexes",
    "check": "checking", "reminder": "reminders", "style_of": "styles", "write": "sheets",
}  # fmt: skip
__all__ = [
    "Annex", "Block", "Carrier", "Chart", "Day", "Finding", "Overdue", "Paper", "Row", "Style", "annex", "check",
    "reminder", "style_of", "write",
]  # fmt: skip


def __getattr__(name: str) -> Any:
    """The public names are imported when they are first used."""
    if name in _WHERE:
        return getattr(import_module(f"vanban.writing.{_WHERE[name]}"), name)
    raise AttributeError(f"module 'vanban.writing' has no attribute {name!r}")
