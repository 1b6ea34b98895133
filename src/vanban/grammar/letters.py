"""The letters of Vietnamese, large and small, as classes for regular expressions.

A range like "à-ỹ" would hold both, since code points alternate.
"""

from __future__ import annotations

_ALL = [chr(code) for code in range(0xC0, 0x1EFA)]
UPPER = "A-Z" + "".join(sign for sign in _ALL if sign.isupper())
LOWER = "a-z" + "".join(sign for sign in _ALL if sign.islower())
