"""A unit hands down a part of what it was given; tasks without a document; the cost of pages with many tasks."""

import re
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from caytre.units.models import Role
from caytre.work.models import Party, Proposal, Task
from caytre.work.rules.proposals import facts_of
from countries import AT, body, post, small_country
from factories import person, read
from flows.pages import path_of, shown
from works import at_work, plan, task

pytestmark = pytest.mark.django_db
WORDS = {"text": "Cuốc hố", "kind": "unspecified", "unclear": "làm thử", "step": "keep"}


@pytest.fixture
def country(db):
    return small_country()


@pytest.fixture
def given(country, tmp_path):
    """A task that Suối Trúc gave its office of economy by a document."""
    clerk = at_work("van-thu", at=country.suoi_truc, role=Role.CLERK)
    made = plan(read(tmp_path, by=clerk), of=country.suoi_truc, by=clerk)
    return task("Trồng tre", of=country.suoi_truc, by=clerk, lead=country.economy, plan=made)


def signed_in(client, name, at, role):
    user = person(name)
    post(user, at=at, role=role)
    client.force_login(user)
    return client


def test_who_has_a_part_opens_the_whole_and_its_clause_and_a_stranger_does_not(client, country, given):
    nursery = body("Vườn ươm xã Suối Trúc", kind="trạm", seat=country.suoi_truc)
    signed_in(client, "truong-phong", country.economy, Role.LEADER)
    assert "Phân giao một phần" in shown(client.get(f"/plans/tasks/{given.pk}/"))
    address = f"/plans/tasks/{given.pk}/part/"
    assert client.post(address, {"step": "keep"}).status_code == 422
    to = path_of(client.post(address, WORDS | {"lead": str(nursery.pk)}))
    part = Task.objects.get(parent=given)
    assert (part.unit, part.plan, to) == (country.economy, None, f"/plans/tasks/{part.pk}/")
    client.post(f"{to}issue/")
    addresses = (to, f"/plans/tasks/{given.pk}/", f"/documents/{given.plan.document_id}/")
    for name, at, status in (("vuon", nursery, 200), ("la", country.ghenh_soi, 404)):
        signed_in(client, name, at, Role.IMPLEMENTER)
        assert [client.get(one).status_code for one in addresses] == [status] * 3


def test_only_who_does_it_hands_parts_down(client, country, given):
    signed_in(client, "lanh-dao", country.suoi_truc, Role.LEADER)
    assert client.post(f"/plans/tasks/{given.pk}/part/", WORDS).status_code == 403


def test_a_task_without_a_document_says_on_what_it_rests(client, country):
    signed_in(client, "lanh-dao", country.suoi_truc, Role.LEADER)
    to = path_of(client.post("/plans/tasks/new/", WORDS | {"lead": str(country.economy.pk)}))
    assert "chưa ghi căn cứ" in shown(client.get(to))
    lead = {"lead": str(country.economy.pk)}
    answer = client.post(f"{to}edit/", opened(client, f"{to}edit/") | lead | {"basis": "Họp giao ban"})
    assert path_of(answer) == to
    page = shown(client.get(to))
    assert "Họp giao ban" in page and "chưa ghi căn cứ" not in page
    assert (
        client.post(f"{to}edit/", WORDS).status_code == 409
    )  # who takes part when it was opened is not said
    assert Party.objects.get().uid == country.economy.pk


def test_who_takes_part_is_changed_by_two_at_once_and_shown_beside(client, country):
    signed_in(client, "lanh-dao", country.suoi_truc, Role.LEADER)
    economy, finance, culture = (str(one.pk) for one in (country.economy, country.finance, country.culture))
    to = path_of(client.post("/plans/tasks/new/", WORDS | {"lead": economy}))
    address = f"{to}edit/"
    plain, mine, theirs = (opened(client, address) | {"lead": economy} for _ in range(3))
    assert client.post(address, theirs | {"lead": finance}).status_code == 302
    assert client.post(address, plain | {"product": "Hố"}).status_code == 302
    assert (Party.objects.get().uid, Task.objects.get().product) == (country.finance.pk, "Hố"), "theirs stays"
    answer = client.post(address, mine | {"lead": culture, "basis": "Họp giao ban"})
    page = shown(answer)
    assert answer.status_code == 409 and "Người khác vừa đổi đơn vị tham gia" in page
    row = page[page.index("Trước đó") :]
    assert all(name in row for name in ("Phòng Kinh tế", "Sở Tài chính", "Sở Văn hóa")), "all three are named"
    assert "Họp giao ban" in answer.content.decode() and Party.objects.get().uid == country.finance.pk, (
        "nothing is lost or written"
    )
    again = {
        name: unescape(value)
        for name, value in re.findall(
            r'<input[^>]*name="(was.takers|version)" value="([^"]*)"', answer.content.decode()
        )
    }
    assert client.post(address, mine | again | {"lead": culture}).status_code == 302
    assert Party.objects.get().uid == country.culture.pk


def test_a_unit_is_looked_for_in_the_form_without_scripts(client, country):
    signed_in(client, "lanh-dao", country.suoi_truc, Role.LEADER)
    sent = WORDS | {"step": "find", "q.lead": "phong kinh te", "effective": "01/03/2031"}
    page = client.post("/plans/tasks/new/", sent)
    assert page.status_code == 200 and "Cuốc hố" in page.content.decode()
    assert not Task.objects.exists()


def test_pages_ask_the_same_for_few_and_for_many(client, country, given):
    signed_in(client, "lanh-dao", country.suoi_truc, Role.LEADER)

    def more(number):
        rows = [
            Task(plan=given.plan, unit=country.suoi_truc, text=f"Việc {n}", made_at=AT, made_by=given.made_by)
            for n in range(number)
        ]
        Task.objects.bulk_create(rows)
        Party.objects.bulk_create(Party(task=one, part="lead", uid=country.economy.pk) for one in rows)
        facts = facts_of(given.plan.document.readings.get().content)
        Proposal.objects.bulk_create(
            Proposal(
                plan=given.plan, place=n, mark=f"{number} {n}", content=facts[n % len(facts)].content, quote="",
                start=0, end=0, reading=1, reader="0",
            )
            for n in range(number)
        )  # fmt: skip

    def asked(address):
        client.get(address)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address).status_code == 200
        return len(queries)

    home = f"/plans/{given.plan_id}/"
    addresses = (home, f"{home}issue/", f"{home}proposals/", "/plans/", f"/plans/tasks/{given.pk}/")
    more(10)
    few = [asked(address) for address in addresses]
    more(990)
    assert [asked(address) for address in addresses] == few


def opened(client, address):
    """What the form of a draft would send as it stands."""
    html = client.get(address).content.decode()
    sent = {
        name: unescape(value)
        for name, value in re.findall(r'<input[^>]*name="([^"]+)" value="([^"]*)"', html)
    }
    sent |= {
        name: unescape(words)
        for name, words in re.findall(r'<textarea[^>]*name="([^"]+)"[^>]*>([^<]*)<', html)
    }
    del sent["once"]
    return sent | {"kind": "unspecified", "step": "keep"}


def test_two_who_edit_a_draft_lose_nothing(client, country):
    signed_in(client, "lanh-dao", country.suoi_truc, Role.LEADER)
    to = path_of(client.post("/plans/tasks/new/", WORDS | {"lead": str(country.economy.pk)}))
    address = f"{to}edit/"
    lead = {"lead": str(country.economy.pk)}
    mine, theirs = opened(client, address) | lead, opened(client, address) | lead
    assert client.post(address, theirs | {"text": "Cuốc hố sâu", "product": "Hố"}).status_code == 302
    assert client.post(address, mine | {"answerable": "Chủ tịch xã"}).status_code == 302
    made = Task.objects.get()
    assert (made.text, made.product, made.answerable) == ("Cuốc hố sâu", "Hố", "Chủ tịch xã")
    answer = client.post(address, mine | {"text": "Cuốc hố rộng"})
    assert answer.status_code == 409
    assert "Cuốc hố sâu" in shown(answer) and "Cuốc hố rộng" in shown(answer)
    made.refresh_from_db()
    chosen = mine | {"text": "Cuốc hố rộng", "product": "Hố", "answerable": "Chủ tịch xã"}
    assert client.post(address, chosen | {"version": str(made.version)}).status_code == 302
    made.refresh_from_db()
    assert (made.text, made.product) == ("Cuốc hố rộng", "Hố")
