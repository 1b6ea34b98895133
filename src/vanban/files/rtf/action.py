"""What a control word does to the reading of a file."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vanban.files.rtf.reader import Reader

Action = Callable[["Reader", int], None]
"""It is given the word's number, 1 where it has none."""
