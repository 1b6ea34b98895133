"""Every address, method, person and relation against the table: what somebody may not see does not exist for them."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode
from uuid import uuid4

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.handlers.base import BaseHandler
from django.db import connection, transaction
from django.db.models import Model
from django.http import FileResponse
from django.test import Client, RequestFactory
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from access.rules import (
    ADDRESSES,
    ADMINISTERS,
    FEW_RELATIONS,
    METHODS,
    NO_POST,
    NOBODY,
    PERSONS,
    RELATIONS,
    SEE,
    SOME,
    SOME_ON_POSTGRESQL,
    STATES,
    TABLES,
    Address,
    may,
)
from access.world import Thing, World, put_above, world

ENOUGH = 20_000
TOKEN = re.compile(r'(name="(?:csrfmiddlewaretoken|once)" value=")[^"]+')


@dataclass(frozen=True, slots=True)
class Case:
    """One request: ``relation`` and ``state`` are "" where the address is about no object."""

    name: str
    method: str
    relation: str = ""
    state: str = ""


def names(patterns: Any = None, space: str = "") -> Iterator[str]:
    """The name of every address of the system, those in included files as well."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
            yield from names(pattern.url_patterns, inner)
        elif isinstance(pattern, URLPattern):
            yield f"{space}{pattern.name or pattern.pattern}"


def cases(who: str) -> Iterator[Case]:
    """Every request of one person."""
    near = RELATIONS if who in SOME else FEW_RELATIONS
    for name, address in ADDRESSES.items():
        for method in METHODS:
            if not address.about:
                yield Case(name, method)
                continue
            states = _states(address, method)
            relations = near if method in ("GET", "POST") else ("own", "child", "stranger")
            yield from (Case(name, method, relation, state) for relation in relations for state in states)


def _states(address: Address, method: str) -> tuple[str, ...]:
    """The states of a document that matter to a method; where it is not taken or is as GET, one is enough."""
    if address.about != "document" or method not in address.methods or method == "HEAD":
        return STATES[:1]
    return ("read", "withdrawn") if method == "GET" else ("read", "queued")


def test_every_address_has_its_row():
    assert sorted(names()) == sorted(ADDRESSES)


def test_there_are_enough_cases():
    assert sum(1 for who in PERSONS for _ in cases(who)) >= ENOUGH


@pytest.mark.parametrize("who", ["clerk", NO_POST])
def test_a_part_of_a_page_tells_no_more(db, quiet, who):
    asking = Asking(who, world(who), **{"HX-Request": "true"})
    hidden = [
        case for case in cases(who) if case.method == "GET" and case.relation and asking.is_hidden(case)
    ]
    told = [case for case in hidden if asking.answer(case) != asking.nothing(case)]
    assert told == []
    assert hidden


@pytest.mark.parametrize("who", SOME_ON_POSTGRESQL if "DATABASE_URL" in os.environ else PERSONS)
def test_nobody_sees_or_does_what_is_not_theirs(db, quiet, who):
    asking = Asking(who, world(who))
    before = snapshot()
    wrong = [fault for case in cases(who) for fault in asking.faults(case)]
    assert "\n".join(wrong[:20]) == ""
    assert asking.asked == sum(1 for _ in cases(who))
    assert snapshot() == before, "something that was refused was done"


class Asking:
    """One person at the addresses of the system; ``headers`` go with every request."""

    def __init__(self, who: str, around: World, **headers: str) -> None:
        self.who, self.world, self.headers = who, around, headers
        for (_, state), thing in around.things.items():
            if state != "withdrawn":
                put_above(thing)
        client = Client()
        if around.user:
            client.force_login(around.user)
            client.get("/")  # the session notes its first use
        # The client of the tests copies what every template is given, which takes longer than the answer.
        self.requests, self.handler = RequestFactory(), BaseHandler()
        self.requests.cookies = client.cookies
        self.handler.load_middleware()
        self.asked = 0
        self.absent: dict[tuple[str, str], tuple[Any, ...]] = {}
        hidden = [t.token for (relation, _), t in around.things.items() if not self.sees(relation)]
        self.secret = re.compile("|".join(hidden), re.IGNORECASE) if hidden else None

    def sees(self, relation: str) -> bool:
        return may(self.who, table=SEE, relation=relation)

    def is_hidden(self, case: Case) -> bool:
        """Whether what a request is about must not exist for the person."""
        return not may(self.who, table=TABLES[ADDRESSES[case.name].about], relation=case.relation)

    def faults(self, case: Case) -> Iterator[str]:
        """What is wrong with the answer to one request."""
        self.asked += 1
        address = ADDRESSES[case.name]
        expected = self.expected(address, case)
        with undone() if case.method == "POST" and expected in (200, 302) else nullcontext():
            answer = self.answer(case)
        if answer[0] != expected:
            yield f"{self.who}, {case}: {answer[0]} instead of {expected}"
        shown = f"{answer[1]} {answer[2]}"
        leaked = self.secret.search(shown) if self.secret else None
        if leaked:
            yield f"{self.who}, {case}: shows {leaked.group()!r}"
        if case.relation and self.is_hidden(case) and answer != self.nothing(case):
            yield f"{self.who}, {case}: differs from the answer about what does not exist"

    def expected(self, address: Address, case: Case) -> int:
        """The status that the table says."""
        if self.who == NOBODY:
            return 302 if address.outside is None else address.outside.get(case.method, 405)
        if not address.about:
            status = address.status.get(case.method, 405)
            return status if self.who in address.roles or status == 405 else 403
        rule = address.methods.get(case.method)
        if rule is None:
            return 405
        if address.about == "note":
            return rule.status(case.state)
        if address.about in ("person", "handover") and self.who not in ADMINISTERS:
            return 403
        if self.is_hidden(case):
            return 404
        if case.state == "withdrawn":
            return 410
        return rule.status(case.state) if may(self.who, table=rule.may, relation=case.relation) else 403

    def answer(self, case: Case) -> tuple[Any, ...]:
        """The answer about the document, or the page without one."""
        return self.ask(case, self.world.things[case.relation, case.state] if case.relation else None)

    def nothing(self, case: Case) -> tuple[Any, ...]:
        """The answer about an object that never was."""
        key = (case.name, case.method)
        if key not in self.absent:
            known = self.world.things["own", "read"]
            keys = {
                **{
                    name: uuid4()
                    for name in ("key", "plan", "task", "occurrence", "evidence", "called", "entry")
                },
                **dict.fromkeys(("note", "who", "post", "handover", "proposal"), 999_999),
            }
            never = Thing(uuid4(), "", known.arguments | keys, known.sent)
            self.absent[key] = self.ask(case, never)
        return self.absent[key]

    def ask(self, case: Case, thing: Thing | None) -> tuple[Any, ...]:
        """Status, headers, words and cookies of the answer, as they are whatever the key of the object."""
        at = reverse(case.name, kwargs=_used(case.name, thing.arguments if thing else {}))
        fields = thing.sent.get(case.name, {}) if thing else {}
        sent = urlencode({"once": uuid4(), **fields}) if case.method == "POST" else ""
        headers = self.headers | ({"If-None-Match": thing.etag} if thing and thing.etag else {})
        request = self.requests.generic(
            case.method, at, sent, content_type="application/x-www-form-urlencoded", headers=headers
        )
        request._dont_enforce_csrf_checks = True  # type: ignore[attr-defined]
        answer = self.handler.get_response(request)
        words = b"".join(answer.streaming_content) if answer.streaming else answer.content
        if isinstance(answer, FileResponse):
            answer.file_to_stream.close()  # to close the answer would close the connection of the test as well
        body = TOKEN.sub(r"\1", words.decode("utf-8", "replace")).replace(at, "ADDRESS")
        heads = {name: value for name, value in answer.headers.items() if name != "Content-Length"}
        told = sorted((name, value.replace(at, "ADDRESS")) for name, value in heads.items())
        return answer.status_code, told, body, sorted(answer.cookies)


_NAMES = {name: get_resolver().reverse_dict.getlist(name) for name in ADDRESSES}


def _used(name: str, arguments: dict[str, Any]) -> dict[str, Any]:
    """The arguments that this address has a place for."""
    places = {place for found in _NAMES[name] for _, places in found[0] for place in places}
    known = {**arguments, **ADDRESSES[name].words}
    about = ADDRESSES[name].about
    if about in ("unit", "plan", "occurrence"):
        known["key"] = known[about]
    return {place: known[place] for place in places}


@contextmanager
def undone() -> Iterator[None]:
    """What may be done is taken back afterwards, so that the next case finds things as they were."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def snapshot() -> dict[str, int]:
    """How many rows each table has, and which states the documents are in."""
    tables = [kind.model_class() for kind in ContentType.objects.all()]
    counted = {table.__name__: table._default_manager.count() for table in tables if _kept(table)}
    with connection.cursor() as cursor:
        cursor.execute("SELECT state, count(*) FROM documents_document GROUP BY state")
        return counted | dict(cursor.fetchall())


def _kept(table: type[Model] | None) -> bool:
    return table is not None and table.__name__ not in ("Session", "Receipt")
