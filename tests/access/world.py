"""A small invented country in which every relation to a unit has documents, each with words that nothing else has."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any
from uuid import UUID, uuid4

from django.core.files.base import ContentFile
from django.utils import timezone

from access.rules import NO_POST, NOBODY, RELATIONS, STATES, SUPERUSER
from caytre.core import history, search
from caytre.core.models import User
from caytre.documents.actions.correcting import seen
from caytre.documents.models import (
    Act,
    Basis,
    Citation,
    Correction,
    Document,
    Duty,
    Link,
    Reading,
    Removal,
    Twin,
)
from caytre.documents.queries.coverage import side_of
from caytre.documents.queries.findings import findings_of
from caytre.documents.queries.reading import read_of
from caytre.documents.queries.register import KIND
from caytre.documents.rules.facts import quote_of
from caytre.documents.rules.meaning import number_key
from caytre.documents.rules.summary import findable, summary
from caytre.units.models import EventKind, Handover, Unit, UnitEvent
from caytre.web.people.marks import new_mark
from caytre.work.models import Entry, Evidence, LetterDraft, LetterLine, Plan, Proposal, Task
from caytre.work.rules.proposals import facts_of
from countries import heir, post, unit
from factories import AT, person
from vanban import read_text
from vanban.jsonform import to_json
from works import occurrence, task

ENDED = date(2025, 7, 1)
WORDS = "Giữ bờ suối không sạt lở trong mùa mưa"
TEXT = """ỦY BAN NHÂN DÂN
XÃ {token}ISSUER

Số: {token}/KH-UBND

{token}PLACE, ngày 05 tháng 3 năm 2031

KẾ HOẠCH
Trồng tre {token}TITLE

I. NHIỆM VỤ

a) Giữ bờ suối không sạt lở trong mùa mưa.

- Đơn vị chủ trì: Phòng {token}LEAD.

d) Chọn giống tre bản địa ở vườn ươm của xã.

- Đơn vị chủ trì: Phòng Kinh tế.
"""


@dataclass
class Thing:
    """A document of one relation and state: how it is named in an address, what is sent to it, its secret words."""

    key: UUID
    token: str
    arguments: dict[str, Any]
    sent: dict[str, dict[str, str]] = field(default_factory=dict)
    etag: str = ""


@dataclass
class World:
    """``user`` is None where nobody is signed in; ``things`` are by relation and state."""

    user: User | None
    things: dict[tuple[str, str], Thing]


def world(who: str) -> World:
    """The country, with this person in it."""
    units = _units()
    user = None
    if who != NOBODY:
        user = person("nguoixem", is_superuser=who == SUPERUSER)
        if who not in (SUPERUSER, NO_POST):
            post(user, at=units["own"], role=who)
        post(user, at=units["stranger"], role="clerk", until=ENDED)
    things = {}
    for number, relation in enumerate(RELATIONS):
        for state in STATES:
            token = f"zq{number}{state[0]}x".upper() + "W"
            own = relation in ("entered", "mine", "left")
            by = user if own and user else person(f"{token}by")
            things[relation, state] = _thing(token, state, where=units[relation], by=by)
        _hold(things[relation, STATES[0]], at=units[relation] or units["stranger"], own=units["own"])
        _wait(things[relation, STATES[0]], at=units[relation] or units["stranger"])
        _plan(things[relation, STATES[0]], at=units[relation] or units["stranger"])
        _draft(things[relation, STATES[0]], at=units[relation] or units["stranger"], by=by)
        _ask(things[relation, STATES[0]], of=units[relation] or units["stranger"])
        _cite(things[relation, STATES[0]], at=units[relation] or units["stranger"])
    return World(user, things)


def _hold(thing: Thing, *, at: Unit, own: Unit) -> None:
    """Somebody holds a post where the documents of a relation are; of those of no unit, at the stranger."""
    holder = person(f"{thing.token}HOLDER")
    held, today = post(holder, at=at, role="implementer"), timezone.localdate().isoformat()
    thing.arguments |= {"who": holder.pk, "post": held.pk}
    thing.sent |= {
        "give-post": {"unit": str(own.pk), "role": "editor", "effective": today},
        "end-post": {"on": today},
        "give-password": {"mark": new_mark()},
    }


def _wait(thing: Thing, *, at: Unit) -> None:
    """Something of a unit waits for somebody to decide who goes on with it."""
    event = UnitEvent.objects.create(kind=EventKind.DISSOLUTION, effective=ENDED, at=AT)
    waits = Handover.objects.create(event=event, unit=at, what="documents.document", about=str(thing.key))
    thing.arguments |= {"handover": waits.pk, "unit": at.pk}


def _plan(thing: Thing, *, at: Unit) -> None:
    """What the document asks is being planned, as drafts."""
    by = person(f"{thing.token}PLANNER")
    title = {"title": f"{thing.token}PLAN", "on": AT.date(), "made_at": AT, "made_by": by}
    made = Plan.objects.create(document_id=thing.key, unit=at, **title)
    (fact, *_others) = facts_of(_content(thing.token))
    proposal = Proposal.objects.create(
        plan=made, place=fact.start, mark=fact.mark, content=fact.content, quote=fact.quote, start=fact.start,
        end=fact.end, reading=1, reader="0",
    )  # fmt: skip
    task = Task.objects.create(plan=made, unit=at, text=f"{thing.token}TASK", made_at=AT, made_by=by)
    thing.arguments |= {"plan": made.pk, "proposal": proposal.pk, "task": task.pk}
    thing.sent["answer"] = {"do": "accept"}


def _draft(thing: Thing, *, at: Unit, by: User) -> None:
    """A letter was drafted to urge a unit on."""
    late = occurrence(task(f"{thing.token}LATE", of=at, by=by), unit=at)
    letter = LetterDraft.objects.create(pk=thing.key, unit=at, to=at, on=date(2031, 5, 1), at=AT, by=by)
    LetterLine.objects.create(draft=letter, about=late, due_on=late.due_on, days=1)


def _ask(thing: Thing, *, of: Unit) -> None:
    """A unit has something to do, of which it has given evidence, and something that is done on request."""
    by = person(f"{thing.token}GIVER")
    one = occurrence(task(f"{thing.token}TASK", of=of, by=by, lead=of), unit=of)
    entry = Entry.objects.create(occurrence=one, step="progress", at=AT, by=by, text=f"{thing.token}ENTRY")
    proof = Evidence(entry=entry, name=f"{thing.token}PROOF.txt", kind="text")
    proof.file.save("", ContentFile(thing.token.encode()), save=False)
    proof.save()
    called = task(f"{thing.token}CALLED", of=of, by=by, lead=of, kind="ad_hoc", due_on=None)
    thing.arguments |= {"occurrence": one.pk, "evidence": proof.pk, "called": called.pk}
    thing.sent |= {"step": {"percent": "10"}, "call-task": {"event": "lụt"}}


def _cite(thing: Thing, *, at: Unit) -> None:
    """The document names as bases an act that all know, one that has ended, as its unit wrote down, and one of which
    nothing is known. What it asks, it asks twice."""
    number = f"30/{thing.token}"
    ended = Act.objects.create(
        number=number, number_key=number_key(number), title=f"{thing.token}ACT", status="ended", source="Công báo",
        unit=at, at=AT, valid_from=AT.date(),
    )  # fmt: skip
    common, _ = Act.objects.get_or_create(
        number="32/NQ-CHUNG", number_key=number_key("32/NQ-CHUNG"), source="Công báo", defaults={"at": AT}
    )
    for place, cited in enumerate((common.number, number, f"31/{thing.token}")):
        row = Citation.objects.create(
            document_id=thing.key, place=place, role="basis", number=cited, number_key=number_key(cited)
        )
        if place < 2:
            Link.objects.create(citation=row, entry=(common, ended)[place].entry, sense=0)
    Document.objects.filter(pk=thing.key).update(number_key=number_key(f"{thing.token}/KH-UBND"))
    first, second = (
        Duty.objects.create(
            document_id=thing.key, part="tasks", place=place, text=f"{thing.token}DUTY",
            whom=[f"{thing.token}WHOM"], mark="0",
        )
        for place in range(2)
    )  # fmt: skip
    Twin.objects.create(first=first, second=second, likeness=80)
    thing.arguments["entry"] = ended.entry
    thing.sent["decide-citation"] = {"means": "none"}


def _units() -> dict[str, Unit | None]:
    government = unit("Chính phủ", kind="chính phủ", level="central")
    ben_may = unit("Tỉnh Bến Mây", kind="tỉnh", level="province", state=government)
    doi_cao = unit("Tỉnh Đồi Cao", kind="tỉnh", level="province", state=government)
    own = unit("Xã Suối Trúc", kind="xã", level="commune", state=ben_may)
    office = unit("Phòng Kinh tế xã Suối Trúc", kind="phòng", level="commune", seat=own, state=own)
    nursery = unit("Vườn ươm xã Suối Trúc", kind="trạm", level="commune", seat=own, state=office)
    lau = unit("Xã Bãi Lau", kind="xã", level="commune", until=ENDED, state=ben_may)
    heir(lau, successor=own, on=ENDED)
    sister = unit("Phường Ghềnh Sỏi", kind="phường", level="commune", state=ben_may)
    khe = unit("Xã Khe Sậy", kind="xã", level="commune", until=ENDED, state=ben_may)
    heir(khe, successor=sister, on=ENDED)
    stranger = unit("Xã Núi Xanh", kind="xã", level="commune", state=doi_cao)
    party = unit("Tỉnh ủy Bến Mây", kind="tỉnh ủy", level="province", seat=ben_may)
    return {
        "own": own, "entered": own, "child": office, "grandchild": nursery, "ended": lau, "lost": khe,
        "sister": sister, "parent": ben_may, "stranger": stranger,
        "party": unit("Đảng ủy xã Suối Trúc", kind="đảng ủy", level="commune", seat=own, party=party),
        "none": None, "mine": None, "left": stranger,
    }  # fmt: skip


def _thing(token: str, state: str, *, where: Unit | None, by: User) -> Thing:
    if state == "withdrawn":
        note = Removal.objects.create(
            document=uuid4(), received_at=AT, received_by=by, unit=where, at=AT, why=f"{token}WHY"
        )
        return Thing(note.document, token, _arguments(note.document, note=note.pk))
    document = Document(
        name=f"{token}NAME.txt", kind="text", size=len(token), sha256=uuid4().hex * 2, received_at=AT, queued_at=AT,
        received_by=by, unit=where, state=state,
    )  # fmt: skip
    document.file.save(".txt", ContentFile(token.encode()), save=False)
    document.save()
    history.record("documents.document.received", about=document.pk, by=by, at=AT)
    search.put(document.pk, kind=KIND, text=f"{document.name} {token}TEXT chung")
    removal = Removal.objects.create(
        document=uuid4(), received_at=AT, received_by=by, unit=where, at=AT, by=by, why=f"{token}WHY"
    )
    thing = Thing(document.pk, token, _arguments(document.pk, note=removal.pk))
    thing.sent |= {"remove": {"why": "nhầm"}, "decide-finding": {"standing": "accepted", "seen": "0"}}
    return _read(document, thing, by) if state == "read" else thing


def _read(document: Document, thing: Thing, by: User) -> Thing:
    content = _content(thing.token)
    reading = Reading.objects.create(document=document, number=1, at=AT, version="0", content=content)
    first, out = content["tasks"]
    taken_out = Correction.objects.create(
        document=document, reading=reading, part="tasks", item=out, quote=quote_of(out, text=content["text"]),
        old=out, why=f"{thing.token}CORRECTED", by=by, at=AT,
    )  # fmt: skip
    read = read_of(document)
    assert read is not None and len(read.facts.content["tasks"]) == 1
    facts = read.facts.content
    Document.objects.filter(pk=document.pk).update(**summary(facts) | {"type": f"{thing.token}TYPE"})
    search.put(document.pk, kind=KIND, text=findable(facts, name=f"{document.name} {thing.token}TEXT chung"))
    thing.arguments["correction"] = taken_out.pk
    thing.sent["edit"] = {"take_out": "1", "seen": seen(facts["tasks"][0])}
    thing.sent["add"] = {"words": WORDS}
    thing.arguments["finding"] = findings_of(document, read=read, today=timezone.localdate()).points[0].key
    thing.etag = f'"{document.sha256}-1-"'
    return thing


def put_above(thing: Thing) -> None:
    """Enter what the document carries out: the very words, as another document of the same relation."""
    document = Document.objects.get(pk=thing.key)
    upper = Document.objects.get(pk=thing.key)
    upper.pk, upper.sha256, upper.file, upper.state = uuid4(), uuid4().hex * 2, "", "read"
    upper.save(force_insert=True)
    Reading.objects.create(document=upper, number=1, at=AT, version="0", content=_content(thing.token))
    Basis.objects.create(plan=document, upper=upper, by=document.received_by, at=AT)
    thing.arguments |= {"upper": upper.pk, "mark": side_of(upper).tasks[0].mark}
    thing.sent |= {"above": {"upper": str(upper.pk)}, "judge": {"state": "foreign", "why": "nhầm"}}


def _arguments(key: UUID, *, note: int) -> dict[str, Any]:
    """A value for each name that an address may hold."""
    return {
        "key": key,
        "note": note,
        "part": "tasks",
        "index": 0,
        "page": 1,
        "correction": 0,
        "finding": "C101-0",
        "place": 0,
        "upper": key,
        "mark": "0",
    }


@cache
def _written(token: str) -> str:
    content = to_json(read_text(TEXT.format(token=token)))
    content["pages"] = [{"start": 0, "end": len(content["text"]), "confidence": 0.9}]
    return json.dumps(content)


def _content(token: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(_written(token))
    return found
