"""What may have been meant by what was seen: forms that a few confused signs apart become known ones."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from typing import NamedTuple

from vanban.grammar.lexicon import table

Pairs = Mapping[str, Sequence[str]]
"""Signs as seen → what each may have been."""

# Read at import, since the child opens no file later.
SYMBOLS, DIGITS, TWINS, ROMANS, NUMERALS, POINTS, MARKS = (
    table("confusions")[name]
    for name in ("symbols", "digits", "twins", "romans", "numerals", "points", "marks")
)
TYPES = {**SYMBOLS, **table("confusions")["types"]}
HEADINGS = {**ROMANS, **table("confusions")["headings"]}
_LONGEST = 3  # signs seen for one


class Meant(NamedTuple):
    """A form and how many confusions lead to it."""

    text: str
    steps: int


def one_step(seen: str, *, pairs: Pairs) -> set[str]:
    """Every form that one confusion may have made into ``seen``."""
    forms = set()
    for start in range(len(seen)):
        for end in range(start + 1, min(start + _LONGEST, len(seen)) + 1):
            for meant in pairs.get(seen[start:end], ()):
                forms.add(seen[:start] + meant + seen[end:])
    return forms


def within(seen: str, *, pairs: Pairs, most: int = 2) -> dict[str, int]:
    """Every form at most so many confusions away, with how many; ``seen`` itself with 0."""
    forms, edge = {seen: 0}, {seen}
    for steps in range(1, most + 1):
        edge = {form for one in edge for form in one_step(one, pairs=pairs)} - forms.keys()
        forms.update(dict.fromkeys(edge, steps))
    return forms


def nearest(seen: str, *, pairs: Pairs, known: Container[str], most: int = 2) -> Meant | None:
    """The one known form that the fewest confusions lead to; None where there is none, or no single one."""
    forms = sorted(
        (Meant(form, steps) for form, steps in within(seen, pairs=pairs, most=most).items() if form in known),
        key=lambda meant: meant.steps,
    )
    if not forms or len(forms) > 1 and forms[1].steps == forms[0].steps:
        return None
    return forms[0]


def in_digits(seen: str) -> str:
    """The number with every sign that stands for a digit put right; "" where another sign stays."""
    digits = "".join(sign if sign.isdigit() else DIGITS.get(sign, [""])[0] for sign in seen)
    return digits if len(digits) == len(seen) else ""
