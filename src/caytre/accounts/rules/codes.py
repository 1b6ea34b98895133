"""Codes that a telephone makes from a secret and the time (RFC 6238): six digits, a new one every 30 seconds."""

from __future__ import annotations

import hmac
from base64 import b32decode

STEP = 30
NEAR = 1  # steps by which the clock of a telephone may be wrong
DIGITS = 6


def step_at(seconds: float) -> int:
    """The number of the step in which a moment of the Unix clock lies."""
    return int(seconds) // STEP


def code_of(step: int, *, secret: str) -> str:
    """The code of a step; ``secret`` is in base 32."""
    made = hmac.digest(b32decode(secret), step.to_bytes(8, "big"), "sha1")
    at = made[-1] & 15
    number = int.from_bytes(made[at : at + 4], "big") & 0x7FFFFFFF
    return f"{number % 10**DIGITS:0{DIGITS}}"


def step_of(code: str, *, secret: str, at: float, after: int) -> int | None:
    """The step near ``at`` whose code this is, if it is later than ``after``, the last one that was used."""
    now = step_at(at)
    for step in range(max(now - NEAR, after + 1), now + NEAR + 1):
        if hmac.compare_digest(code_of(step, secret=secret).encode(), typed(code).encode()):
            return step
    return None


def typed(code: str) -> str:
    """A code without the spaces and dashes that people and telephones put in."""
    return "".join(letter for letter in code.casefold() if letter.isalnum())
