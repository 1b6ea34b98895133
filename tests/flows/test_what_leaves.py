"""What the system sends is safe to open and kept nowhere."""

import pytest

from caytre.documents.models import Document
from factories import PLAN
from flows.pages import KEY, OPEN, addresses, read_plan

pytestmark = pytest.mark.django_db


def test_the_original_is_only_an_attachment(client):
    document = read_plan(client, name='Kế "hoạch".html.txt')
    answer = client.get(f"/documents/{document.pk}/original")
    assert b"".join(answer.streaming_content).decode() == PLAN
    assert answer["Content-Disposition"].startswith("attachment; filename*=utf-8''K%E1%BA%BF")
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in answer["Cache-Control"]


def test_pages_have_a_strict_policy_and_are_kept_nowhere(client):
    read_plan(client)
    for address in ("/", "/documents/upload/", f"/documents/{Document.objects.get().pk}/"):
        answer = client.get(address)
        policy = answer["Content-Security-Policy"]
        assert (
            "default-src 'none'" in policy and "unsafe" not in policy and "frame-ancestors 'none'" in policy
        )
        assert "no-store" in answer["Cache-Control"]


def test_a_get_changes_nothing(client):
    document = read_plan(client)
    before = list(Document.objects.values())
    for name, address in addresses().items():
        if name not in OPEN:
            client.get(address.replace(KEY, str(document.pk)))
    assert list(Document.objects.values()) == before
