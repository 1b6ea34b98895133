"""What was filled in and not sent is kept, offered, and goes when the form is sent."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import RequestFactory
from django.utils import timezone

from caytre.web import conflict
from caytre.writes import actions
from caytre.writes.models import Draft, Receipt
from flows.pages import read_plan, shown

pytestmark = pytest.mark.django_db
KEPT = {"draft": "/documents/1/", "title": "Trồng tre", "draft.version": "7"}


def offered(client, **asked):
    return client.get("/drafts/", {"form": "/documents/1/", "version": "7", **asked})


def test_a_draft_is_kept_and_offered_with_its_age(client):
    assert offered(client).status_code == 204
    client.post("/drafts/", KEPT)
    client.post("/drafts/", KEPT | {"title": "Trồng mây"})
    assert Draft.objects.get().fields == {"title": ["Trồng mây"]}
    assert "Có bản nháp bạn chưa gửi" in shown(offered(client))
    assert "đã được sửa" in shown(offered(client, version="8"))


def test_nobody_sees_the_draft_of_somebody_else(client, admin_client):
    client.post("/drafts/", KEPT)
    assert "bản nháp" not in shown(offered(admin_client))


def test_the_later_one_of_server_and_browser_is_offered(client):
    client.post("/drafts/", KEPT)
    later = (timezone.now() + timedelta(minutes=1)).isoformat()
    assert "chỉ có trên máy đang dùng" in shown(offered(client, here=later))
    assert "chỉ có trên máy đang dùng" not in shown(offered(client, here="2001-01-01T00:00:00Z"))
    assert offered(client, here="không phải ngày").status_code == 200


def test_a_draft_goes_when_it_is_dropped_or_its_form_is_sent(client):
    client.post("/drafts/", KEPT)
    client.post("/drafts/", {"draft": "/documents/1/", "draft.drop": "1"})
    assert not Draft.objects.exists()
    document = read_plan(client)
    client.post("/drafts/", KEPT)
    address = f"/documents/{document.pk}/add/tasks/"
    words = "Giữ bờ suối không sạt lở trong mùa mưa."
    assert client.post(address, {"words": "không có", "draft": "/documents/1/"}).status_code == 422
    assert Draft.objects.exists()
    assert client.post(address, {"words": words, "draft": "/documents/1/"}).status_code == 302
    assert not Draft.objects.exists()


def test_old_ones_are_swept(client, officer):
    now = timezone.now()
    actions.keep_draft("x", version="", fields={}, by=officer, at=now - timedelta(days=91))
    for days in (8, 6):
        actions.open_receipt(uuid4(), sent="", by=officer, at=now - timedelta(days=days))
    assert (actions.sweep(now), actions.sweep(now)) == (2, 0)
    assert (Draft.objects.count(), Receipt.objects.count()) == (0, 1)


def test_two_who_change_the_same_field_see_both(officer):
    request = RequestFactory().post("/x/", {"version": "1", "lead": "Ban", "until": "5/5", "why": "nhầm"})
    request.user, request.session = officer, {}
    before, theirs = {"lead": "Phòng", "until": "30/4"}, {"lead": "Hội", "until": "30/4"}
    mine = {"lead": "Ban", "until": "5/5"}
    merged = conflict.settled(request, version="2", before=before, theirs=theirs, mine=mine)
    answer = conflict.page(
        request, merged=merged, labels={"lead": "Đơn vị chủ trì"}, version="2", by="Lò Thị Thí Dụ"
    )
    assert answer.status_code == 409
    html = answer.content.decode()
    for part in ('value="Hội"', 'value="Ban"', "5/5", "nhầm", "Đơn vị chủ trì", "Lò Thị Thí Dụ"):
        assert part in html
    assert 'name="version" value="2"' in html
