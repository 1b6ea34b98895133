"""A stamp of secrecy on a later page of a scan: everything goes, and whoever brought it in is told."""

import pytest

from caytre.documents.models import Document, Removal
from factories import colleague
from flows.pages import path_of, send, shown, work
from scanfiles import needs_recognition, scan

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}


@pytest.fixture
def gone(client):
    needs_recognition()
    assert "Đã nhận" in shown(
        send(client, ("cay-ngo-dong.pdf", scan("Giữ bờ suối.", "Chuyện cây ngô đồng.", stamped=2)))
    )
    key = Document.objects.get().pk
    work()
    return key


def test_its_page_says_what_happened_and_keeps_nothing(client, gone):
    answer = client.get(f"/documents/{gone}/")
    assert answer.status_code == 410
    assert "Hệ thống thấy dấu độ mật trong văn bản này nên đã gỡ bỏ ngay" in shown(answer)
    assert not Document.objects.exists()


def test_a_page_that_waits_for_it_is_loaded_anew(client, gone):
    for part in ("progress", "state"):
        answer = client.get(f"/documents/{gone}/{part}/", headers=HTMX)
        assert (answer.status_code, answer["HX-Refresh"]) == (200, "true")


def test_whoever_brought_it_in_is_told_until_they_say_that_they_know(client, gone):
    seen = shown(client.get("/"))
    assert "có dấu độ mật. Hệ thống thấy dấu ấy trong khi đọc và đã gỡ bỏ văn bản lúc" in seen
    assert "hệ thống gỡ bỏ văn bản đưa vào lúc" in seen and "ngo-dong" not in seen
    note = Removal.objects.get()
    assert path_of(client.post(f"/documents/withdrawn/{note.pk}/seen/")) == "/"
    assert "Đã rõ" not in shown(client.get("/"))
    assert "hệ thống gỡ bỏ văn bản đưa vào lúc" in shown(client.get("/"))


def test_a_colleague_is_not_told_and_cannot_say_so_for_them(client, gone, officer):
    client.force_login(colleague("khac"))
    assert "Đã rõ" not in shown(client.get("/"))
    client.post(f"/documents/withdrawn/{Removal.objects.get().pk}/seen/")
    client.force_login(officer)
    assert "Đã rõ" in shown(client.get("/"))
