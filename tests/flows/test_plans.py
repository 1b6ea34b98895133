"""From a document to tasks that bind: through the pages, without scripts."""

import pytest

from caytre.documents.models import Document, Share
from caytre.units.models import Role
from caytre.units.queries.directory import directory
from caytre.units.queries.people import name_of
from caytre.work.models import Decision, Occurrence, Part, Party, Plan, Proposal, Task
from countries import TODAY, post, small_country
from factories import PLAN, person, read
from flows.pages import path_of, shown

pytestmark = pytest.mark.django_db


@pytest.fixture
def country(db):
    return small_country()


@pytest.fixture
def leader(country):
    """The leader of Suối Trúc, where the document came in."""
    user = person("lanhdao")
    post(user, at=country.suoi_truc, role=Role.LEADER)
    return user


@pytest.fixture
def document(country, leader, tmp_path):
    clerk = person("vanthu")
    post(clerk, at=country.suoi_truc, role=Role.CLERK)
    return read(tmp_path, by=clerk)


@pytest.fixture
def client(client, leader):
    client.force_login(leader)
    return client


def made(client, document):
    """The plan of the document, made through the page of the document."""
    assert "Lập kế hoạch công việc" in shown(client.get(f"/documents/{document.pk}/"))
    answer = client.post(f"/documents/{document.pk}/plan/")
    plan = Plan.objects.get()
    assert path_of(answer) == f"/plans/{plan.pk}/proposals/"
    return plan


def decide(client, plan, proposal, **sent):
    return client.post(f"/plans/{plan.pk}/proposals/{proposal.pk}/", sent)


def accept_all(client, plan):
    for one in plan.proposals.all():
        assert decide(client, plan, one, do="accept").status_code == 302


FILLED = {
    "answerable": "Chủ tịch UBND xã",
    "authority": "Chủ tịch UBND xã",
    "product": "Báo cáo",
    "unclear": "Sẽ rõ sau",
}


def test_the_whole_way(client, country, document):
    plan = made(client, document)
    page = shown(client.get(f"/plans/{plan.pk}/proposals/"))
    assert "Chọn giống tre bản địa" in page and "Phòng Kinh tế xã Suối Trúc" in page
    assert "29/4/2031" in page and "Trước ngày 30/4/2031" in page
    accept_all(client, plan)
    task = Task.objects.get(text__startswith="Chọn giống")
    lead = task.parties.get(part=Part.LEAD)
    assert lead.uid == country.economy.pk and lead.written == "Phòng Kinh tế"
    assert str(task.due_on) == "2031-04-29" and task.time_quote
    refused = client.post(f"/plans/{plan.pk}/issue/")
    assert refused.status_code == 422 and "chưa đủ “6 rõ”" in shown(refused)
    client.post(f"/plans/{plan.pk}/fill/", FILLED)
    assert path_of(client.post(f"/plans/{plan.pk}/issue/")) == f"/plans/{plan.pk}/"
    assert set(Task.objects.values_list("standing", flat=True)) == {"issued"}
    assert Share.objects.filter(document=document, unit=country.economy).exists()
    assert Occurrence.objects.filter(task=task, unit=country.economy, key="once").count() == 1
    assert "Đã giao" in shown(client.get(f"/plans/{plan.pk}/"))
    again = client.post(f"/plans/{plan.pk}/issue/", follow=True)
    assert "Không còn dự thảo nào để giao" in shown(again)


def test_who_leads_opens_task_and_document_and_a_stranger_does_not(client, country, document):
    plan = made(client, document)
    accept_all(client, plan)
    client.post(f"/plans/{plan.pk}/fill/", FILLED)
    client.post(f"/plans/{plan.pk}/issue/")
    task = Task.objects.get(text__startswith="Chọn giống")
    addresses = (f"/plans/{plan.pk}/", f"/plans/tasks/{task.pk}/", f"/documents/{document.pk}/")
    for at, role, status in ((country.economy, Role.IMPLEMENTER, 200), (country.ghenh_soi, Role.LEADER, 404)):
        user = person(f"o-{at.pk}"[:30])
        post(user, at=at, role=role)
        client.force_login(user)
        assert [client.get(address).status_code for address in addresses] == [status] * 3


def test_a_decision_is_made_once_and_may_be_taken_back(client, document):
    plan = made(client, document)
    one, *others = plan.proposals.all()
    decide(client, plan, one, do="accept")
    assert decide(client, plan, one, do="accept").status_code == 409
    assert Task.objects.count() == 1
    client.post(f"/plans/{plan.pk}/proposals/undo/")
    one.refresh_from_db()
    assert one.decision == Decision.NEW and not Task.objects.exists()
    assert decide(client, plan, one, do="refuse", why=" ").status_code == 422
    decide(client, plan, one, do="refuse", why="không phải nhiệm vụ")
    one.refresh_from_db()
    assert (one.decision, one.why) == (Decision.REFUSED, "không phải nhiệm vụ")
    assert {Proposal.objects.get(pk=other.pk).decision for other in others} == {Decision.NEW}


def test_where_the_issuer_is_not_known_units_near_the_office_are_offered(client, country, tmp_path, officer):
    text = PLAN.replace("XÃ SUỐI TRÚC", "XÃ KHÔNG AI BIẾT").replace(
        "Ban quản lý thôn Bãi Lau", "Hội Nông dân xã"
    )
    document = read(tmp_path, text, by=officer, name="la.txt")
    Document.objects.filter(pk=document.pk).update(unit=country.suoi_truc)
    plan = made(client, document)
    page = shown(client.get(f"/plans/{plan.pk}/proposals/"))
    assert "theo cơ quan của bạn: Hội Nông dân xã Suối Trúc" in page
    digging = plan.proposals.get(content__text__startswith="Đào hố")
    assert decide(client, plan, digging, do="accept").status_code == 302
    lead = Party.objects.filter(part=Part.LEAD, written="Hội Nông dân xã")
    assert lead.get().uid is None, "nobody has said so"
    assert decide(client, plan, digging, do="undo").status_code == 302
    assert decide(client, plan, digging, do="lead:1").status_code == 302
    assert name_of(str(lead.get().uid), among=directory(), on=TODAY) == "Hội Nông dân xã Suối Trúc"
