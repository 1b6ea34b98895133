"""Nothing but the login page is readable without login; what leaves the system is safe to open."""

import pytest
from django.urls import get_resolver

from caytre.documents.models import Document, Removal
from factories import PLAN, STAMPED, person
from flows.pages import path_of, read_plan, send, shown

pytestmark = pytest.mark.django_db
KEY = "00000000-0000-4000-8000-000000000000"
OPEN = {"login", "language"}


def addresses():
    """Every address of the system, filled with values."""
    found = {}
    for pattern in get_resolver().url_patterns[0].url_patterns:
        route = str(pattern.pattern)
        for name, value in (("<uuid:key>", KEY), ("<str:part>", "tasks"), ("<int:index>", "0")):
            route = route.replace(name, value)
        found[pattern.name] = "/" + route
    return found


@pytest.mark.parametrize(("name", "address"), addresses().items())
@pytest.mark.parametrize("method", ["get", "post"])
def test_without_login_every_address_leads_to_the_login_page(db, name, address, method):
    from django.test import Client

    answer = getattr(Client(), method)(address)
    if name in OPEN:
        assert answer.status_code in (200, 302, 204)
        assert "Sổ văn bản" not in shown(answer)
    else:
        assert answer.status_code == 302 and path_of(answer) == "/login/"


def test_an_upload_without_login_is_not_even_spooled(own_folders):
    from django.test import Client

    assert path_of(send(Client(), ("a.txt", PLAN))) == "/login/"
    assert not (own_folders / "incoming").exists()


def test_signing_in_and_out(officer):
    from django.test import Client

    browser = Client()
    wrong = browser.post("/login/", {"username": "canbo", "password": "sai"})
    assert wrong.status_code == 200 and "Sổ văn bản" not in shown(wrong)
    right = browser.post("/login/", {"username": "canbo", "password": "cây tre trăm đốt"})
    assert path_of(right) == "/"
    assert browser.get("/").status_code == 200
    browser.post("/logout/")
    assert browser.get("/").status_code == 302


def test_after_ten_wrong_passwords_the_page_rests_for_that_name(officer):
    from django.test import Client

    browser = Client(REMOTE_ADDR="10.0.0.9")
    for _ in range(10):
        assert browser.post("/login/", {"username": "canbo", "password": "sai"}).status_code == 200
    right = {"username": "canbo", "password": "cây tre trăm đốt"}
    answer = browser.post("/login/", right)
    assert answer.status_code == 429 and "Hãy đợi 15 phút" in shown(answer)
    assert path_of(Client(REMOTE_ADDR="10.0.0.10").post("/login/", right)) == "/"


def test_a_form_without_its_token_is_refused(officer):
    from django.test import Client

    browser = Client(enforce_csrf_checks=True)
    browser.force_login(officer)
    assert send(browser, ("a.txt", PLAN)).status_code == 403
    assert not Document.objects.exists()


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
    client.force_login(person("khac"))
    page = f"/documents/{document.pk}/"
    assert f"{page}remove/" not in client.get(page).content.decode()
    assert client.post(f"{page}remove/", {"why": "x"}).status_code == 403
    assert Document.objects.exists()


def test_a_get_changes_nothing(client):
    document = read_plan(client)
    before = list(Document.objects.values())
    for name, address in addresses().items():
        if name not in OPEN:
            client.get(address.replace(KEY, str(document.pk)))
    assert list(Document.objects.values()) == before


def test_the_language_is_switched_by_hand_only(client):
    assert "Sổ văn bản" in shown(client.get("/", headers={"Accept-Language": "en"}))
    client.post("/language/", {"language": "en", "next": "/"})
    answer = client.get("/")
    assert "Document register" in shown(answer) and '<html lang="en">' in answer.content.decode()
    client.post("/language/", {"language": "vi", "next": "/"})
    assert "Sổ văn bản" in shown(client.get("/"))


def test_the_switch_does_not_lead_away(client):
    assert path_of(client.post("/language/", {"language": "en", "next": "https://example.org/"})) == "/"


def test_a_secret_refusal_is_the_same_in_english(client):
    client.post("/language/", {"language": "en", "next": "/"})
    assert "state secrets" in shown(send(client, ("a.txt", STAMPED)))
