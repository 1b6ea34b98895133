"""The units that somebody works in."""

from __future__ import annotations

from datetime import date

from caytre.core.models import User
from caytre.units.queries.scope import posts_of
from caytre.units.rules.outline import Node, node_of
from vanban.units.directory import Directory


def own_units(user: User, *, among: Directory, on: date) -> tuple[Node, ...]:
    """Where a person has posts on a day, each unit once."""
    units = dict.fromkeys(str(post.unit_id) for post in posts_of(user, on=on))
    records = (among.get(uid) for uid in units)
    return tuple(node_of(record, on=on) for record in records if record)
