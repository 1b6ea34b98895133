"""What a person may do is offered, what they may not is refused with a reason, and they act in the post they choose."""

import pytest

from caytre.documents.models import Document
from caytre.units.models import Post, Role
from countries import post, unit
from factories import PLAN, colleague, office
from flows.pages import path_of, read_plan, send, shown

pytestmark = pytest.mark.django_db
CLERK, LEADER = "Văn thư, UBND xã Suối Trúc", "Lãnh đạo, Sở Tài chính tỉnh Bến Mây"


@pytest.fixture
def finance():
    """Another agency."""
    seat = unit("Tỉnh Bến Mây", kind="tỉnh", level="province")
    return unit("Sở Tài chính tỉnh Bến Mây", kind="sở", level="province", seat=seat)


def test_who_reads_is_offered_nothing_else_and_told_why_not(client):
    document = read_plan(client)
    page = f"/documents/{document.pk}/"
    client.force_login(colleague("lanh-dao", role=Role.LEADER))
    body = client.get(page).content.decode()
    for address in ("edit/", "add/", "again/", "stop/", "remove/"):
        assert f'"{page}{address}' not in body
    assert f"{page}tasks.xlsx" in body and "/documents/upload/" not in body
    for address, reason in {
        f"{page}edit/tasks/0/": "được sửa dữ kiện", f"{page}again/": "được cho đọc lại hoặc dừng đọc",
        f"{page}remove/": "được gỡ bỏ", "/documents/upload/": "được đưa văn bản vào",
    }.items():  # fmt: skip
        answer = client.post(address, {})
        assert answer.status_code == 403 and reason in shown(answer)


def test_a_post_that_ends_between_form_and_sending_refuses(client, officer):
    document = read_plan(client)
    address = f"/documents/{document.pk}/remove/"
    assert client.get(address).status_code == 200
    Post.objects.filter(user=officer).update(valid_to="2020-01-01")
    assert client.post(address, {"why": "nhầm"}).status_code == 403
    assert Document.objects.exists()


def test_who_holds_several_posts_chooses(client, officer, finance):
    assert CLERK in shown(client.get("/")) and "Chuyển sang" not in shown(client.get("/"))
    second = post(officer, at=finance, role=Role.LEADER)
    assert f"Chuyển sang: {LEADER}" in shown(client.get("/"))
    assert path_of(client.post("/capacity/", {"post": second.pk, "next": "/password/"})) == "/password/"
    assert f"Chuyển sang: {CLERK}" in shown(client.get("/"))
    assert path_of(client.post("/capacity/", {"post": second.pk, "next": "https://example.org/"})) == "/"


def test_nobody_acts_in_a_post_of_somebody_else(client, finance):
    other = post(colleague("khac"), at=finance, role=Role.LEADER)
    answer = client.post("/capacity/", {"post": other.pk})
    assert answer.status_code == 403 and "không còn giữ chức vụ này" in shown(answer)


def test_a_file_comes_in_for_the_unit_that_is_chosen(client, officer, finance):
    assert "Cơ quan nhận văn bản" not in shown(client.get("/documents/upload/"))
    post(officer, at=finance, role=Role.FOCAL)
    assert "Cơ quan nhận văn bản" in shown(client.get("/documents/upload/"))
    send(client, ("a.txt", PLAN))
    assert Document.objects.get().unit == office()
    send(client, ("a.txt", PLAN), unit=finance.pk)
    assert Document.objects.filter(unit=finance).count() == 1
    other = unit("Xã Núi Xanh", kind="xã", level="commune")
    assert send(client, ("b.txt", PLAN), unit=other.pk).status_code == 403
    assert send(client, ("b.txt", PLAN), unit="x").status_code == 403
    assert Document.objects.count() == 2
