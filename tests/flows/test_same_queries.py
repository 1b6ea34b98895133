"""Every page asks the database as often for a thousand rows as for ten: a sweep over all addresses that are read."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import get_resolver, reverse
from django.utils import timezone

from access.rules import ADDRESSES
from caytre.core.models import User
from caytre.documents.models import Basis, Citation, Document, Judgement, Link, State, Verdict
from caytre.documents.queries.coverage import side_of
from caytre.documents.queries.reading import read_of
from caytre.units.models import EventKind, Handover, Post, Role, UnitEvent
from caytre.work.models import LetterDraft, LetterLine, Notice, Occurrence, Plan, Proposal, SavedFilter, Task
from caytre.work.models import State as Done
from caytre.work.rules.proposals import facts_of
from citing import cite_much
from countries import post
from factories import AT, PLAN, colleague, person, read
from manyworks import broad_country, fill
from works import occurrence, task

FEW, MANY = 10, 1000
NO_LIST = {
    "account_login": "who is signed in is led on",
    "mfa_authenticate": "who is signed in is led on",
    "language": "is only led on",
    "second-step": "asks for the password first",
    "page": "is one page of a scan",
    "picture": "is one page of a scan",
    "feed": "opens by a token only; tests/flows/notices/test_feeds.py asks",
    "evidence": "is one file",
    "number-chain": "shows nothing without a number; the chain of a document is asked for",
    "number-chain-xlsx": "shows nothing without a number",
    "edit-task": "is one draft, and the tasks here are issued",
    "add-part": "is for who has to do the task, and the user gives them",
}
ASKED = {
    "nothing": ("", "?kind=baseless"),
    "twice": ("", "?part=reports"),
    "open-citations": ("", "?kind=unknown"),
    "tasks": ("", "?state=all", "?q=tre", "?side=do", "?sort=shown&state=overdue", "?page=2"),
    "calendar": ("", "?year=2026"),
    "documents": ("", "?q=tre"),
    "findings": ("", "?show=all"),
    "units": ("", "?q=suoi", "?all=1"),
}
"""More ways to ask for some pages."""


def pages(things: dict[str, dict[str, object]]) -> list[tuple[str, str]]:
    """The name and the address of every page that answers GET, about the given things."""
    found = []
    for name, address in ADDRESSES.items():
        if name in NO_LIST or not ({**address.methods, **address.status}).get("GET"):
            continue
        kinds = get_resolver().reverse_dict.getlist(name)
        places = {place for forms, *_ in kinds for _, places in forms for place in places}
        known = {
            "part": "tasks",
            "index": 0,
            "page": 1,
            "correction": 0,
            **things[address.about],
            **address.words,
        }
        missing = places - known.keys()
        assert not missing, f"{name}: say in THINGS which {address.about} is meant ({missing})"
        at = reverse(name, kwargs={place: known[place] for place in places})
        found += [(name, at + query) for query in ASKED.get(name, ("",))]
    return found


class Office:
    """The Government, with all that is below it and with everything that a list may hold."""

    def __init__(self, tmp_path) -> None:
        clerk = colleague()
        self.document = read(tmp_path, by=clerk)
        self.upper = read(tmp_path, PLAN.replace("Đào hố", "Đào 200 hố"), by=clerk, name="tren.txt")
        self.basis = Basis.objects.create(plan=self.document, upper=self.upper, by=clerk, at=AT)
        self.asked_first = side_of(self.upper).tasks[0]
        self.government, self.provinces, self.communes = broad_country(provinces=2, communes=FEW)
        self.user = person("chu-tich", is_superuser=True)
        self.more = 0
        for role in (Role.LEADER, Role.ADMINISTRATOR):
            post(self.user, at=self.government, role=role)
        self.plan = Plan.objects.create(
            document=self.document, unit=self.government, title="Trồng tre", on=AT.date(), made_at=AT,
            made_by=self.user, standing="issued",
        )  # fmt: skip
        fact = facts_of(read_of(self.document).facts.content)[0]
        self.proposal = Proposal.objects.create(
            plan=self.plan, place=fact.start, mark=fact.mark, content=fact.content, quote=fact.quote, start=fact.start,
            end=fact.end, reading=1, reader="0",
        )  # fmt: skip
        self._be_busy()
        self.grow(FEW)
        self.client = Client()
        self.client.force_login(self.user)

    def _be_busy(self) -> None:
        """The user has something in hand in every state and at every distance: no part of a page is empty."""
        today = timezone.localdate()
        task(
            "Khi có yêu cầu",
            of=self.government,
            by=self.user,
            lead=self.government,
            kind="ad_hoc",
            due_on=None,
        )
        for state in Done.values:
            for days in (-1, 0, 1):
                one = task(
                    "Giữ bờ suối", of=self.government, by=self.user, due_on=today + timedelta(days=days)
                )
                occurrence(one, unit=self.government, state=state, holder=self.user)

    def grow(self, number: int) -> None:
        """So many more of everything."""
        now, tag = timezone.now(), self.more
        self.more += 1
        if tag:
            self.communes += broad_country(provinces=1, communes=number)[2]
        fill(
            number,
            givers=[self.government],
            doers=self.communes,
            by=self.user,
            at=now,
            on=now.date(),
            seed=tag,
        )
        Task.objects.update(plan=self.plan)
        Document.objects.bulk_create(
            Document(
                name=f"tre-{tag}-{one}.txt", kind="text", size=1, sha256=uuid4().hex * 2, received_at=now,
                received_by=self.user, unit=self.government, state=State.FAILED, queued_at=now, title="Trồng tre",
            )
            for one in range(number)
        )  # fmt: skip
        people = User.objects.bulk_create(
            User(username=f"nguoi-{tag}-{one}", findable=" nguoi", name_key=f"{one}", made_by=self.user)
            for one in range(number)
        )
        Post.objects.bulk_create(
            Post(user=one, unit=self.communes[place % len(self.communes)], role=Role.CLERK)
            for place, one in enumerate(people)
        )
        Judgement.objects.bulk_create(
            Judgement(basis=self.basis, asked=self.asked_first._asdict(), state="not", by=self.user, at=now)
            for _ in range(number)
        )
        Basis.objects.bulk_create(
            Basis(plan=one, upper=self.upper, by=self.user, at=now)
            for one in Document.objects.filter(name__startswith=f"tre-{tag}-")
        )
        event = UnitEvent.objects.create(kind=EventKind.DISSOLUTION, effective=AT.date(), at=AT)
        Handover.objects.bulk_create(
            Handover(event=event, unit=self.communes[0], what="documents.document", about=str(uuid4()))
            for _ in range(number)
        )
        self._decided(number, tag)
        self._told(number, tag)
        papers = list(Document.objects.filter(name__startswith=f"tre-{tag}-"))
        cite_much(self.document, papers=papers, tag=tag)

    def _decided(self, number: int, tag: int) -> None:
        """What was said of findings of the document."""
        Verdict.objects.bulk_create(
            Verdict(document=self.document, key=f"R101-{tag}-{one}", code="R101", message="Thiếu", standing="accepted",
                    by=self.user, at=timezone.now())
            for one in range(number)
        )  # fmt: skip

    def _told(self, number: int, tag: int) -> None:
        """Notices, letters and kept filters."""
        now, told = timezone.now(), Occurrence.objects.order_by("-pk").first()
        Notice.objects.bulk_create(
            Notice(kind="coming", about=told, recipient=self.user, slot=f"{tag} {one}", on=now.date(), at=now)
            for one in range(number)
        )
        LetterDraft.objects.bulk_create(
            LetterDraft(
                pk=uuid4(), unit=self.government, to=self.communes[0], on=now.date(), at=now, by=self.user
            )
            for _ in range(number)
        )
        SavedFilter.objects.bulk_create(
            SavedFilter(owner=self.user, name=f"Lọc {tag} {one}", query="?state=all", made_at=now)
            for one in range(number)
        )

    def _drafted(self) -> LetterDraft:
        """A letter that says something."""
        made = LetterDraft.objects.order_by("pk")[0]
        late = Occurrence.objects.filter(due_on__isnull=False).order_by("pk")[0]
        LetterLine.objects.create(draft=made, about=late, due_on=made.on - timedelta(days=2), days=2)
        return made

    def things(self) -> dict[str, dict[str, object]]:
        """One of each kind of thing that an address may be about."""
        return {
            "": {},
            "document": {
                "key": self.document.pk,
                "place": self._open(),
                "upper": self.upper.pk,
                "mark": self.asked_first.mark,
            },
            "act": {
                "entry": Link.objects.exclude(entry=None).order_by("pk").values_list("entry", flat=True)[0]
            },
            "unit": {"key": self.government.pk},
            "person": {"who": self.user.pk, "post": 0},
            "handover": {"handover": Handover.objects.order_by("pk").values_list("pk", flat=True)[0]},
            "draft": {"key": self._drafted().pk},
            "plan": {"key": self.plan.pk, "proposal": self.proposal.pk},
            "task": {
                "key": self.plan.pk,
                "task": Task.objects.order_by("pk").values_list("pk", flat=True)[0],
            },
            "occurrence": {
                "key": Occurrence.objects.of(self.government.pk)
                .get(state=Done.DOING, due_on=timezone.localdate())
                .pk,
                "called": Task.objects.filter(kind="ad_hoc").values_list("pk", flat=True)[0],
            },
        }

    def _open(self) -> int:
        """A citation of the document of which a person has to say what it means."""
        return Citation.objects.filter(document=self.document, is_open=True).order_by("pk")[0].place

    def asked(self, at: str) -> int:
        """How many statements a page needs, when what the process keeps is there."""
        self.client.get(at)
        with CaptureQueriesContext(connection) as queries:
            answer = self.client.get(at)
        b"".join(answer.streaming_content) if answer.streaming else answer.content
        assert answer.status_code in (200, 204, 302, 304), at
        return len(queries)


@pytest.mark.usefixtures("db")
def test_every_page_asks_as_often_for_a_thousand_rows_as_for_ten(tmp_path, settings):
    settings.SHIPPED_UNITS = False
    office = Office(tmp_path)
    addresses = pages(office.things())
    few = {at: office.asked(at) for _, at in addresses}
    office.grow(MANY - FEW)
    many = {at: office.asked(at) for _, at in addresses}
    assert len(few) > 30
    assert {at: (few[at], many[at]) for at in few if few[at] != many[at]} == {}
