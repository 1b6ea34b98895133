"""A file that was uploaded by mistake goes again."""

import pytest

from caytre.documents.models import Document, Removal
from factories import colleague
from flows.pages import path_of, read_plan, shown

pytestmark = pytest.mark.django_db


def test_a_removed_document_is_gone_and_noted(client, django_capture_on_commit_callbacks, own_folders):
    document = read_plan(client)
    page = f"/documents/{document.pk}/"
    assert client.post(f"{page}remove/", {"why": " "}).status_code == 422
    with django_capture_on_commit_callbacks(execute=True):
        assert path_of(client.post(f"{page}remove/", {"why": "nhầm tệp"})) == "/"
    assert not Document.objects.exists() and Removal.objects.count() == 1
    assert [path for path in (own_folders / "files").rglob("*") if path.is_file()] == []
    answer = client.get(page)
    assert answer.status_code == 404 and "đã được gỡ bỏ" in shown(answer)
    register = shown(client.get("/?q=tre"))
    assert "Trồng tre" not in register and "nhầm tệp" in register


def test_a_colleague_may_not_remove(client):
    document = read_plan(client)
    client.force_login(colleague("khac"))
    page = f"/documents/{document.pk}/"
    assert f"{page}remove/" not in client.get(page).content.decode()
    assert client.post(f"{page}remove/", {"why": "x"}).status_code == 403
    assert Document.objects.exists()
