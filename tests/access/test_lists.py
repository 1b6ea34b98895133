"""Lists, counts, search, filters and the queue hold what a person sees, and nothing tells of the rest."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.test import Client

from access.rules import SEE, SOME_SIGNED_IN, may
from access.world import Thing, World, world
from flows.pages import shown


class Register:
    """The register as one person finds it."""

    def __init__(self, who: str) -> None:
        self.world: World = world(who)
        self.client = Client()
        assert self.world.user is not None
        self.client.force_login(self.world.user)
        things = self.world.things.items()
        self.seen = [t for (relation, _), t in things if may(who, table=SEE, relation=relation)]
        self.documents = [t for (_, state), t in things if t in self.seen and state != "withdrawn"]
        self.queued = [t for (_, state), t in things if t in self.seen and state == "queued"]

    def words(self, query: str = "") -> str:
        return shown(self.client.get(f"/?{query}"))

    def listed(self, query: str = "") -> set[str]:
        """The documents of the table that a query finds, by their keys."""
        body = self.client.get(f"/?{query}").content.decode()
        return set(re.findall(r'<th scope="row" lang="vi"><a href="/documents/([0-9a-f-]{36})/"', body))


@pytest.fixture(params=SOME_SIGNED_IN)
def register(request, db, quiet) -> Register:
    return Register(request.param)


def keys(things: list[Thing]) -> set[str]:
    return {str(thing.key) for thing in things}


def test_the_register_lists_what_they_see(register):
    assert register.listed() == keys(register.documents)
    words = register.words()
    assert f" {len(register.documents)} văn bản " in words
    told = {t.token for t in register.world.things.values() if t.token.lower() in words.lower()}
    assert told == {t.token for t in register.seen}


def test_search_finds_what_they_see(register):
    assert register.listed("q=chung") == keys(register.documents)
    for thing in register.world.things.values():
        found = {str(thing.key)} if thing in register.documents else set()
        assert register.listed(f"q={thing.token}TEXT") == found


def test_filters_offer_and_find_what_they_see(register):
    body = unescape(register.client.get("/").content.decode())
    offered = set(re.findall(r"<option>(\w+)TYPE</option>", body))
    assert offered == {t.token for t in register.documents if t not in register.queued}
    assert register.listed("state=queued") == keys(register.queued)
    for thing in register.world.things.values():
        found = {str(thing.key)} if thing in register.documents and thing not in register.queued else set()
        assert register.listed(f"type={thing.token}TYPE") == found


def test_the_queue_counts_what_they_see(register):
    said = f"Đang đọc 0 văn bản, còn {len(register.queued)} văn bản chờ."
    assert said in shown(register.client.get("/documents/waiting/"))
    if register.queued:
        told = shown(register.client.get(f"/documents/{register.queued[-1].key}/progress/"))
        assert "Chờ đọc; sẽ đọc khi đến lượt." in told, "all came at one moment: none is ahead"


def test_notes_of_what_was_removed_are_those_that_they_see(register):
    notes = re.findall(r"Lý do: (\w+)WHY", register.words())
    assert sorted(notes) == sorted(thing.token for thing in register.seen)
