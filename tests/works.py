"""Plans, tasks and occurrences as rows, for tests of what is done with them."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from caytre.core.models import User
from caytre.documents.models import Document
from caytre.units.models import Unit
from caytre.units.queries.standing import acting
from caytre.work.models import Occurrence, Part, Party, Plan, Standing, Task
from countries import AT, TODAY, post
from factories import person

DUE = TODAY + timedelta(days=30)


def paper(by: User, *, at: datetime = AT) -> Document:
    """A document of which nothing is known but that it is there."""
    return Document.objects.create(
        name="ke-hoach.txt",
        kind="text",
        size=1,
        sha256=uuid4().hex * 2,
        received_at=at,
        received_by=by,
        queued_at=at,
    )


def plan(document: Document, *, of: Unit, by: User, at: datetime = AT, **values: Any) -> Plan:
    """A plan of the unit ``of``, issued unless ``values`` say otherwise."""
    defaults: dict[str, Any] = {
        "title": "Trồng tre ven suối năm 2031",
        "on": TODAY,
        "standing": Standing.ISSUED,
    }
    return Plan.objects.create(document=document, unit=of, made_at=at, made_by=by, **defaults | values)


def task(
    text: str, *, of: Unit, by: User, lead: Unit | UUID | None = None, at: datetime = AT, **values: Any
) -> Task:
    """A task that the unit ``of`` gives to ``lead``, issued and due in a month unless ``values`` say otherwise."""
    defaults: dict[str, Any] = {"standing": Standing.ISSUED, "kind": "deadline", "due_on": DUE}
    new = Task.objects.create(text=text, unit=of, made_at=at, made_by=by, **defaults | values)
    if lead is not None:
        Party.objects.create(task=new, part=Part.LEAD, uid=lead.pk if isinstance(lead, Unit) else lead)
    return new


def occurrence(of: Task, *, unit: Unit, key: str = "once", at: datetime = AT, **values: Any) -> Occurrence:
    """What a unit has to do once for a task, by the day of the task unless ``values`` say otherwise."""
    due: date | None = values.pop("due_on", of.due_on)
    return Occurrence.objects.create(
        task=of,
        unit=unit,
        giver_id=of.unit_id,
        key=key,
        due_on=due,
        ends=values.pop("ends", due),
        made_at=at,
        **values,
    )


def at_work(name: str, *, at: Unit, role: str) -> User:
    """Somebody with a post at a unit, as a door has loaded them."""
    user = person(name)
    post(user, at=at, role=role)
    return acting(user, on=TODAY)
