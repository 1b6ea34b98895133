"""Documents that cite each other, and acts that they cite, for tests: as if they had been read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any
from uuid import uuid4

from caytre.core.models import User
from caytre.documents.actions import weaving
from caytre.documents.models import Act, Citation, Document, Duty, Link, Reading, State, Twin
from caytre.documents.queries.twins import PARTS
from caytre.documents.rules.acts import ActFacts
from caytre.documents.rules.meaning import number_key
from caytre.documents.rules.summary import summary
from caytre.units.models import Unit
from factories import AT
from vanban import read_text
from vanban.jsonform import to_json

Cited = str | tuple[Any, ...]


def paper(
    code: str, *, of: Unit | None, by: User, on: str = "2031-03-05", issuer: str = "UBND xã Suối Trúc",
    cites: Iterable[Cited] = (), title: str = "Trồng tre", tasks: Sequence[str] = (), lead: str = "",
) -> Document:  # fmt: skip
    """A document in the register of a unit. ``cites`` are numbers, or (number, date, issuer, role) as far as said."""
    content = content_of(code, on=on, issuer=issuer, cites=cites, title=title, tasks=tasks, lead=lead)
    document = Document.objects.create(
        name=f"{uuid4()}.txt", file="none.txt", kind="text", size=1, sha256=uuid4().hex * 2, received_at=AT,
        queued_at=AT, received_by=by, unit=of, state="read", **summary(content),
    )  # fmt: skip
    Reading.objects.create(document=document, number=1, at=AT, version="0", content=content)
    weaving.weave(document.pk)
    document.refresh_from_db()
    return document


def content_of(
    code: str, *, on: str, issuer: str, cites: Iterable[Cited], title: str, tasks: Sequence[str], lead: str
) -> dict[str, Any]:
    """What the reader would have read."""
    text, items = f"{title}\n", []
    for task in tasks:
        items.append({
            "text": task, "section": "I", "lead": [{"name": lead, "span": None}] if lead else [], "coordinators": [],
            "time": None, "product": None, "span": [len(text), len(text) + len(task)],
        })  # fmt: skip
        text += f"{task}\n"
    header = {
        "issuer": issuer, "code": code, "place": None, "date": on or None, "type": "Kế hoạch", "title": title,
        "signatory": None, "recipients": [], "spans": {},
    }  # fmt: skip
    return to_json(read_text("Trồng tre.")) | {
        "text": text, "header": header, "tasks": items, "reports": [], "outline": [], "attachments": [],
        "warnings": [], "citations": [_cited(*([one] if isinstance(one, str) else one)) for one in cites],
    }  # fmt: skip


def _cited(
    number: str, on: str | None = None, issuer: str | None = None, role: str = "basis"
) -> dict[str, Any]:
    return {
        "type": None, "number": number, "raw": number, "date": on, "issuer": issuer, "role": role, "span": [0, 1],
        "mentions": [],
    }  # fmt: skip


def act(number: str, *, unit: Unit | None = None, issued: date | None = None, **facts: Any) -> Act:
    """A row of the register of acts; what cites it is resolved."""
    row = Act.objects.create(
        entry=uuid4(), number=number, number_key=number_key(number), issued=issued, source="Công báo số 1", unit=unit,
        at=AT, **facts,
    )  # fmt: skip
    weaving.resolve_numbers([row.number_key])
    return row


def said(number: str = "30/2030/NĐ-CP", **changes: Any) -> ActFacts:
    """What a person writes down of an act."""
    facts: dict[str, Any] = {
        "issued": date(2030, 3, 5), "issuer": "Chính phủ", "type": "Nghị định", "title": "Công tác văn thư",
        "status": "in_force", "ended": None, "replaced_by": (), "source": "Công báo số 1",
    }  # fmt: skip
    return ActFacts(number, **{**facts, **changes})


def cite_much(document: Document, *, papers: Sequence[Document], tag: int) -> None:
    """Half of the papers rest on the document, each with an act that has ended, one that nobody knows and one that may
    mean two, which the document cites, too; all ask something that another asks. ``tag`` tells calls apart."""
    upper = "41/KH-UBND"
    Document.objects.filter(pk=document.pk).update(number_key=number_key(upper), code=upper)
    Document.objects.filter(pk__in=[one.pk for one in papers]).update(state=State.READ, task_count=1)
    either = [act(f"{tag}/NQ-CP", status="ended") for _ in range(2)]
    cites: list[tuple[Document, str, Sequence[Document | Act]]] = [(document, either[0].number, either)]
    for place, one in enumerate(papers[: len(papers) // 2]):
        known = act(f"{tag}{place}/2030/NĐ-CP", status="ended")
        cites += [
            (one, upper, [document]), (one, known.number, [known]), (one, f"{place}/{tag}/CT-TTg", []),
            (one, either[0].number, either),
        ]  # fmt: skip
    rows = [
        Citation(
            document=paper, place=place, role="basis", number=named, number_key=number_key(named), is_open=len(to) > 1
        )
        for place, (paper, named, to) in enumerate(cites, start=tag * 10_000)
    ]  # fmt: skip
    Citation.objects.bulk_create(rows)
    Link.objects.bulk_create(
        Link(
            citation=row, sense=sense, document=to if isinstance(to, Document) else None,
            entry=to.entry if isinstance(to, Act) else None,
        )
        for row, (_, _, meant) in zip(rows, cites, strict=True)
        for sense, to in enumerate(meant)
    )  # fmt: skip
    duties = Duty.objects.bulk_create(
        Duty(document=one, part=part, place=0, text="Trồng tre", mark="0") for one in papers for part in PARTS
    )
    pairs = zip(duties, duties[len(PARTS) :], strict=False)
    Twin.objects.bulk_create(Twin(first=one, second=other, likeness=80) for one, other in pairs)
