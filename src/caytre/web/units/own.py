"""The units that somebody works in."""

from __future__ import annotations

from datetime import date

from caytre.core.models import User
from caytre.units.rules.outline import Node, node_of
from vanban.units import Directory


def own_units(user: User, *, among: Directory, on: date) -> tuple[Node, ...]:
    """Where a person has posts, each unit once, the one in which they act first."""
    units = dict.fromkeys(str(post.unit) for post in user.held)
    records = (among.get(uid) for uid in units)
    return tuple(node_of(record, on=on) for record in records if record)
