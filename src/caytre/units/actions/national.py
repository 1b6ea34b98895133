"""The national set of units, laid into the database once, and again whenever a newer one is shipped."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from hashlib import sha256
from importlib.resources import files
from uuid import UUID

from caytre.core import history
from caytre.units.actions.rows import insert, keep, key
from caytre.units.actions.structure import changing
from caytre.units.models import (
    EventKind,
    Structure,
    TreeName,
    Unit,
    UnitEvent,
    UnitLink,
    UnitState,
)
from caytre.units.models import Succession as SuccessionRow
from caytre.units.rules.national import Report, Stored, steps
from vanban.units import agencies, places
from vanban.units.model import Record, Succession

FILES = ("places.tsv", "place_heirs.tsv", "place_acts.toml", "agencies.toml", "agencies-central.toml")
_SPAN = ("valid_from", "valid_to", "opened_by_id", "closed_by_id")


def load_shipped(*, at: datetime) -> Report | None:
    """Load the set that is shipped with this version; None where it was loaded already."""
    if is_current():
        return None
    mark = shipped_mark()
    records = (*places.records(), *agencies.central())
    return load(records, successions=places.successions(), mark=mark, at=at)


def is_current() -> bool:
    """Whether the database has the set that is shipped with this version."""
    return Structure.objects.filter(national=shipped_mark()).exists()


def shipped_mark() -> str:
    """A digest of the shipped files."""
    digest = sha256()
    for name in FILES:
        digest.update(files("vanban.data").joinpath(name).read_bytes())
    return digest.hexdigest()


def load(records: Sequence[Record], *, successions: Sequence[Succession], mark: str, at: datetime) -> Report:
    """Add what the set has more than the database; ``mark`` names the set, and the same set changes nothing.

    A row that is there is never edited: it may get an end. What people changed stays as they left it, and is
    reported.
    """
    report = Report()
    with changing():
        known = {str(pk) for pk in Unit.objects.values_list("pk", flat=True)}
        new = [record for record in records if record.uid not in known]
        old = [record for record in records if record.uid in known]
        keep(new)
        report.units = len(new)
        if old:
            _follow_states(old, report)
            _follow_links(old, report)
        _add_successions(records, successions, report, at)
        Structure.objects.update(national=mark)
        history.record("units.national.loaded", about=mark[:12], by=None, at=at, units=report.units)
    return report


def _follow_states(records: Iterable[Record], report: Report) -> None:
    """Newer states of units that are there already."""
    found = steps(
        {record.uid: record.states for record in records},
        stored=_stored(UnitState.objects.values_list("unit_id", *_SPAN)),
    )
    for uid, step in found.items():
        if step.close is not None:
            UnitState.objects.open().filter(unit=UUID(uid)).update(valid_to=step.close)
        for state in step.add:
            UnitState.objects.create(
                unit_id=UUID(uid), name=state.name, short=state.short, kind=state.kind,
                valid_from=state.since, valid_to=state.until,
            )  # fmt: skip
    report.note(found.items())


def _follow_links(records: Iterable[Record], report: Report) -> None:
    """Newer links of units that are there already."""
    for tree in TreeName.values:
        shipped = {one.uid: [link for link in one.links if link.tree == tree] for one in records}
        found = steps(
            {uid: links for uid, links in shipped.items() if links},
            stored=_stored(UnitLink.objects.filter(tree=tree).values_list("child_id", *_SPAN)),
        )
        for uid, step in found.items():
            if step.close is not None:
                UnitLink.objects.open().filter(tree=tree, child=UUID(uid)).update(valid_to=step.close)
            for link in step.add:
                UnitLink.objects.create(
                    tree=tree, child_id=UUID(uid), parent_id=UUID(link.parent),
                    valid_from=link.since, valid_to=link.until,
                )  # fmt: skip
        report.note(found.items())


def _stored(rows: Iterable[tuple[UUID, date | None, date | None, object, object]]) -> dict[str, list[Stored]]:
    found: dict[str, list[Stored]] = defaultdict(list)
    for unit, since, until, opened, closed in rows:
        found[str(unit)].append(Stored(since, until, is_own=opened is not None or closed is not None))
    return found


def _add_successions(
    records: Iterable[Record], successions: Iterable[Succession], report: Report, at: datetime
) -> None:
    """Who took over, but not of units for which this installation says so itself."""
    columns = ("predecessor_id", "successor_id", "scope", "event__effective")
    shipped = SuccessionRow.objects.filter(event__is_shipped=True).values_list(*columns)
    known = {(str(before), str(after or ""), scope, on) for before, after, scope, on in shipped}
    others = SuccessionRow.objects.exclude(event__is_shipped=True)
    own = {str(pk) for pk in others.values_list("predecessor_id", flat=True)}
    events = _Events(records, at=at)
    report.successions = insert(
        SuccessionRow,
        columns=(
            "event_id", "predecessor_id", "successor_id", "scope", "share", "is_default", "source", "is_verified",
        ),
        rows=(
            (
                events.of(one), key(one.predecessor), key(one.successor), one.scope, one.share or "", one.is_default,
                one.source, one.is_verified,
            )
            for one in successions
            if one.predecessor not in own
            and (one.predecessor, one.successor, one.scope, one.on) not in known
        ),
    )  # fmt: skip


class _Events:
    """The events of a set: one for each act, day and kind."""

    def __init__(self, records: Iterable[Record], *, at: datetime) -> None:
        self._districts = {record.uid for record in records if record.level == "district"}
        self._at = at
        self._known: dict[tuple[str, date, str, bool], int] = {}

    def of(self, one: Succession) -> int:
        """The key of the event by which somebody took over."""
        kind = EventKind.LEVEL_END if one.predecessor in self._districts else EventKind.MERGE
        mark = (kind, one.on, one.source, one.is_verified)
        if mark not in self._known:
            event, _ = UnitEvent.objects.get_or_create(
                kind=kind, effective=one.on, legal_basis=one.source, is_verified=one.is_verified, is_shipped=True,
                defaults={"at": self._at},
            )  # fmt: skip
            self._known[mark] = event.pk
        return self._known[mark]
