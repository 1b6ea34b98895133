"""Codes of what a reading could not find or doubts, with their sentences in ``data/remarks.toml``."""

from __future__ import annotations

from vanban.grammar.lexicon import table
from vanban.model import Remark, Span


def remark(code: str, *, span: Span | None = None, **words: str) -> Remark:
    """A remark with its Vietnamese sentence; ``words`` fill the braces of the sentence."""
    return Remark(code=code, text=table("remarks")[code]["text"].format(**words), span=span)
