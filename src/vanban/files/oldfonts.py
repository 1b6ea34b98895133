"""Words that were typed in the fonts from before Unicode (TCVN3, VNI, VISCII, VPS, CP1258), in Unicode."""

from __future__ import annotations

from collections.abc import Iterable

from vanban.files.blocks import Content

REMARK = "old-font"
"""What a reader adds to the remarks of a content whose words :func:`said` has turned."""


def encoding_of(font: str) -> str | None:
    """The encoding that a font's name stands for: "tcvn3", "vni", …; None for a font of Unicode."""
    return None


def said(runs: Iterable[tuple[str, str]]) -> str:
    """The words of ``(text, font)`` pieces in order, in Unicode. A piece may end within a letter."""
    return "".join(text for text, _ in runs)


def mended(content: Content) -> Content:
    """The content in Unicode where its words, whose fonts did not tell, are plainly of another encoding."""
    return content
