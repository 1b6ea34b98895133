"""What a person is offered to do about an occurrence, and why not where they may not."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from caytre.core.refusals import Answer, Refused
from caytre.documents.rules.permissions import Person
from caytre.work.rules.permissions import (
    Given,
    can_claim,
    can_hand,
    can_prolong,
    can_receive,
    can_show,
    can_steer,
    can_verify,
)
from caytre.work.rules.steps import can_take

DEEDS: Mapping[str, tuple[str, Callable[..., Answer]]] = {
    "receive": ("received", can_receive),
    "show": ("progress", can_show),
    "claim": ("claimed", can_claim),
    "hand": ("handed", can_hand),
    "ask": ("asked", can_hand),
    "object": ("objected", can_receive),
    "verify": ("verified", can_verify),
    "give-back": ("returned", can_steer),
    "uphold": ("upheld", can_steer),
    "decide": ("granted", can_prolong),
    "pass": ("passed-on", can_steer),
    "withdraw": ("withdrawn", can_steer),
}
"""By name the step that it takes, and who may."""
DOERS = ("receive", "show", "claim", "hand", "ask", "object")
"""What the unit does that has the work; the rest is of the one that gave it."""


class Offer(NamedTuple):
    """Something that can be done now; ``refusal`` says why this person may not."""

    deed: str
    refusal: Refused | None


def offers(person: Person, *, given: Given, state: str, is_due: bool, asks: bool) -> list[Offer]:
    """What can be done in this state, by this person or by others. ``is_due``: there is a last day; ``asks``: more
    time was asked for."""
    fitting = (
        deed
        for deed, (step, _) in DEEDS.items()
        if can_take(step, state=state) and _fits(deed, is_due=is_due, asks=asks)
    )
    return [Offer(deed, DEEDS[deed][1](person, given=given).refusal) for deed in fitting]


def _fits(deed: str, *, is_due: bool, asks: bool) -> bool:
    if deed == "ask":
        return is_due and not asks
    return asks if deed == "decide" else True
