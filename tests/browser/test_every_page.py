"""Every page: sound for a screen reader, fits a telephone, in both languages, light on a slow link."""

import gzip
import re
from uuid import uuid4

import pytest
from axe_playwright_python.sync_playwright import Axe

from caytre.documents.actions import intake, judging
from caytre.documents.models import Document, Removal
from caytre.documents.queries.coverage import side_of
from factories import PLAN, entered, read
from scanfiles import doubtful

WIDE, NARROW = 1280, 360
LIMIT = 150_000
AXE = Axe().axe_script


@pytest.fixture
def addresses(officer, tmp_path, transactional_db):
    """The address of every page, with a document that was read, corrected and one that waits."""
    document = read(tmp_path, by=officer)
    waiting = entered(tmp_path, PLAN.replace("tre", "mây"), by=officer, name="mây.txt")
    failed = entered(tmp_path, PLAN.replace("tre", "vầu"), by=officer, name="vầu.txt")
    Document.objects.filter(pk=failed.pk).update(state="failed", reason="Tệp không được đọc.")
    gone = entered(tmp_path, PLAN.replace("tre", "nứa"), by=officer, name="nứa.txt")
    intake.remove(gone, by=officer, at=gone.received_at, why="nhầm")
    slips = read(tmp_path, PLAN.replace("118/KH-UBND", "118/KH/UBND"), by=officer, name="sai.txt")
    page = f"/documents/{document.pk}/"
    upper = read(tmp_path, PLAN.replace("Đào hố", "Đào 200 hố"), by=officer, name="tren.txt")
    judging.choose(document, upper=upper, by=officer, at=document.received_at)
    coverage = f"{page}above/{upper.pk}/"
    mark = side_of(upper).tasks[1].mark
    scan = f"/documents/{doubtful(tmp_path, by=officer).pk}/"
    half = entered(tmp_path, PLAN.replace("tre", "trúc"), by=officer, name="trúc.txt")
    Document.objects.filter(pk=half.pk).update(
        state="reading", started_at=half.received_at, beat=half.received_at, pages_done=2, pages_total=12
    )
    Removal.objects.create(
        document=uuid4(), received_at=half.received_at, received_by=officer, at=half.received_at,
        why=intake.STAMPED,
    )  # fmt: skip
    return {
        "register": "/", "search": "/?q=suoi&sort=-title", "nothing found": "/?q=zzz", "upload": "/documents/upload/",
        "document": page, "waiting": f"/documents/{waiting.pk}/", "failed": f"/documents/{failed.pk}/",
        "bodies": f"{page}bodies/", "above": f"{page}above/", "coverage": coverage,
        "chain": f"{coverage}chain/", "judge": f"{coverage}asked/{mark}/",
        "findings": f"/documents/{slips.pk}/findings/",
        "no findings": f"{page}findings/?show=all",
        "code": "/checks/C101/", "codes": "/checks/",
        "header": f"{page}edit/header/0/", "task": f"{page}edit/tasks/1/", "report": f"{page}edit/reports/0/",
        "citation": f"{page}edit/citations/0/", "heading": f"{page}edit/outline/0/", "add": f"{page}add/tasks/",
        "add report": f"{page}add/reports/", "remove": f"{page}remove/", "password": "/password/",
        "account": "/account/", "confirm": "/account/confirm/",
        "scan": scan, "page of a scan": f"{scan}pages/1/", "task of a scan": f"{scan}edit/tasks/1/",
        "scan half read": f"/documents/{half.pk}/",
    }  # fmt: skip


def check(tab, page, name):
    """What is wrong with a page for a screen reader or on a screen as wide as this one."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    violations = page.evaluate("axe.run({resultTypes: ['violations']}).then(found => found.violations)")
    found = [f"{name}: {fault['id']} {fault['nodes'][0]['html'][:120]}" for fault in violations]
    width = page.evaluate("document.documentElement.scrollWidth")
    return found + ([f"{name}: {width} px wide"] if width > page.viewport_size["width"] else [])


def check_both(page, name):
    """What is wrong with a page on a desk, and with the same page on a telephone."""
    faults = []
    for width in (WIDE, NARROW):
        page.set_viewport_size({"width": width, "height": 800})
        faults += check(None, page, f"{name}, {width} px")
    return faults


def seen(tab, addresses, *, language):
    """What is wrong with these pages in this language, on a desk and on a telephone."""
    page = tab().page
    if language == "English":
        page.get_by_role("button", name="English").click()
        page.get_by_role("heading", name="Document register").wait_for()
    faults = []
    for name, address in addresses.items():
        page.goto(address)
        faults += check_both(page, name)
    return faults


@pytest.mark.parametrize("language", ["Tiếng Việt", "English"])
def test_pages_are_sound_and_fit(tab, addresses, language):
    assert seen(tab, addresses | {"login": "/login/"}, language=language) == []


def test_no_page_is_heavy(client, officer, addresses, settings):
    client.force_login(officer)
    text = len(gzip.compress(PLAN.encode()))
    for name, address in addresses.items():
        answer = client.get(address, headers={"Accept-Encoding": "gzip"})
        assert answer["Content-Encoding"] == "gzip", name
        body = gzip.decompress(answer.content).decode()
        weight = len(answer.content) + sum(len(gzip.compress(part)) for part in linked(body))
        assert weight - (text if name == "document" else 0) < LIMIT / 3, (name, weight)


def linked(body):
    """The bytes of every style, script and picture that a page loads."""
    from django.contrib.staticfiles.finders import find

    for name in set(re.findall(r'(?:src|href)="/static/([^"]+)"', body)):
        with open(find(name), "rb") as file:
            yield file.read()
