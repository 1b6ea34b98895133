"""What becomes of the usual agencies of a place that ends or is renamed: what their templates say of the new place."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from caytre.units.rules.change import Change, Heirship, Named, Newcomer
from caytre.units.rules.plan import default_heirs
from vanban.units.model import Link, Record, State, agency_uid

BodyAt = Callable[[str, Record], Record | None]
"""The body that a template (by its key) has at a place, None where it has none."""


@dataclass(frozen=True, slots=True)
class Body:
    """A usual agency of the state tree, kept as a row: ``name`` is what it is called on the day before a change."""

    id: UUID
    seat: UUID
    template: str
    level: str
    name: str


@dataclass(frozen=True, slots=True)
class Around:
    """What is known of the places that a change names (as they are before it), and how to make bodies of them.

    ``there`` are the agencies that their heirs and those above have on that day, as rows or not.
    """

    bodies: tuple[Body, ...]
    places: Mapping[UUID, Record]
    body_at: BodyAt
    there: frozenset[UUID]


def with_bodies(change: Change, *, around: Around) -> Change:
    """The change, and what follows from it for the usual agencies of its places.

    Where a place ends they end with it: the same agency of the default heir goes on in their place; where there is no
    such heir or it has no such agency, that is an open question. Where a place is renamed, so are they.
    """
    ended = {body for body in around.bodies if body.seat in change.ended and body.id not in change.ended}
    renamed = {one.unit: one for one in change.named}
    new: dict[UUID, Newcomer] = {}
    heirs: list[Heirship] = []
    told = {heir.predecessor for heir in change.heirs}
    for body in sorted(ended, key=lambda body: body.name):
        if body.id not in told:
            heirs.append(_heir(body, change, around, new))
    return replace(
        change,
        founded=(*change.founded, *new.values()),
        named=(*change.named, *_names(change, around, renamed)),
        ended=(*change.ended, *sorted(body.id for body in ended)),
        heirs=(*change.heirs, *heirs),
    )


def _heir(body: Body, change: Change, around: Around, new: dict[UUID, Newcomer]) -> Heirship:
    place = default_heirs(change).get(body.seat)
    founded = next((one for one in change.founded if one.id == place), None)
    if founded is not None:
        uid = _found(body.template, founded, change, around, new)
    else:
        uid = UUID(agency_uid(body.template, seat=str(place)))
        same = (one.id for one in around.bodies if one.seat == place and one.template == body.template)
        uid = next(same, uid)
    if place is None or uid is None or not (uid in new or uid in around.there):
        return Heirship(body.id, None)
    return Heirship(body.id, uid, share="whole", is_default=True)


def _found(
    template: str, place: Newcomer, change: Change, around: Around, new: dict[UUID, Newcomer]
) -> UUID | None:  # fmt: skip
    """The body of a place that the change founds is founded with it; under the place, where nothing else is known."""
    record = around.body_at(template, _record(place, change))
    if record is None:
        return None
    uid = UUID(record.uid)
    if uid not in new:
        state = record.states[-1]
        first = [link for link in record.links if link.since is None or link.since <= change.basis.effective]
        above = {link.tree: UUID(link.parent) for link in first if UUID(link.parent) in around.there}
        parents = tuple({"state": place.id, **above}.items())
        new[uid] = Newcomer(
            uid,
            record.level,
            state.name,
            state.kind,
            state.short,
            seat=place.id,
            template=template,
            parents=parents,
        )
    return uid


def _names(change: Change, around: Around, renamed: dict[UUID, Named]) -> Iterator[Named]:
    """The new names of agencies that are called by their templates now."""
    for body in around.bodies:
        named, place = renamed.get(body.seat), around.places.get(body.seat)
        if named is None or place is None or body.id in renamed or body.seat in change.ended:
            continue
        now = around.body_at(body.template, place)
        later = around.body_at(
            body.template, replace(place, states=(State(named.name, named.kind, named.short),))
        )  # fmt: skip
        if now and later and now.states[-1].name == body.name != later.states[-1].name:
            state = later.states[-1]
            yield Named(body.id, state.name, state.kind, state.short)


def _record(place: Newcomer, change: Change) -> Record:
    since = change.basis.effective
    return Record(
        uid=str(place.id),
        level=place.level,  # type: ignore[arg-type]
        states=(State(place.name, place.kind, place.short, since),),
        links=tuple(Link(str(parent), tree, since) for tree, parent in place.parents),  # type: ignore[arg-type]
        code=place.code,
    )
