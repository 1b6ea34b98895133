"""An officer confirms what the reader proposes: by keys alone, by buttons, on a telephone."""

import os

import pytest

from browser.test_every_page import NARROW, WIDE, check
from caytre.units.models import Role
from caytre.work.actions import planning
from caytre.work.models import Decision, Plan, Task
from countries import AT, post, small_country
from factories import PLAN, read

THIRTY = 30
MOST_KEYS = 60


def proposals(number: int) -> str:
    """A plan that asks for so many things, each of one unit by a day."""
    asked = "\n\n".join(
        f"{n}. Dọn đoạn đường số {n} vào bản, trồng tre hai bên.\n\n- Đơn vị chủ trì: Phòng Kinh tế.\n\n"
        f"- Thời gian hoàn thành: Trước ngày {n % 28 + 1}/12/2031."
        for n in range(1, number + 1)
    )
    head, rest = PLAN.split("II. NHIỆM VỤ")
    return f"{head}II. NHIỆM VỤ\n\n{asked}\n\nNơi nhận:{rest.split('Nơi nhận:')[1]}"


@pytest.fixture
def plan(officer, tmp_path) -> Plan:
    """A plan of the officer's unit with thirty open proposals."""
    country = small_country()
    post(officer, at=country.suoi_truc, role=Role.FOCAL)
    document = read(tmp_path, proposals(THIRTY), by=officer)
    document.unit = country.suoi_truc
    document.save()
    made = planning.make_plan(document, by=officer, at=AT)
    assert made.proposals.count() == THIRTY
    return made


def queue(plan):
    return f"/plans/{plan.pk}/proposals/"


def sound(page, name):
    """What is wrong with a page for a screen reader or a narrow screen."""
    if folder := os.environ.get("CAYTRE_SHOTS"):
        page.screenshot(path=f"{folder}/{name}.png", full_page="queue" not in name)
    return check(None, page, name)


def sound_twice(page, name):
    """The same on a desk and on a telephone."""
    faults = []
    for width in (WIDE, NARROW):
        page.set_viewport_size({"width": width, "height": 800})
        faults += sound(page, f"{name}-{width}")
    return faults


def test_thirty_are_accepted_with_few_keys(tab, plan):
    page = tab().page
    page.goto(queue(plan))
    keys = 0
    while page.locator(".offer[data-open]:not(.sent)").count() and keys < MOST_KEYS:
        page.keyboard.press("Enter")
        keys += 1
    page.locator(".offer.accepted").nth(THIRTY - 1).wait_for()
    assert keys == THIRTY
    assert plan.proposals.filter(decision=Decision.ACCEPTED).count() == Task.objects.count() == THIRTY
    assert "còn 0" in page.locator("#meter").inner_text()
    page.keyboard.press("u")
    page.locator(".offer[data-open]").wait_for()
    assert plan.proposals.get(decision=Decision.NEW) == plan.proposals.order_by("place").last()
    page.keyboard.press("u")
    page.locator(".offer[data-open]").nth(1).wait_for()
    assert plan.proposals.filter(decision=Decision.NEW).count() == 2


def test_the_text_follows_the_proposal_in_hand(tab, plan):
    page = tab().page
    page.goto(queue(plan))
    for _ in range(20):
        page.keyboard.press("j")
    lit = page.locator("#text .lit").first
    assert "số 21" in lit.inner_text()
    room = page.locator("#text").bounding_box()
    assert room["y"] <= lit.bounding_box()["y"] <= room["y"] + room["height"]
    page.keyboard.press("x")
    page.keyboard.type("đã làm năm ngoái")
    page.keyboard.press("Enter")
    page.locator(".offer.refused").wait_for()
    assert plan.proposals.get(decision=Decision.REFUSED).why == "đã làm năm ngoái"
    page.keyboard.press("g")
    page.locator(".offer.edited").nth(1).wait_for()
    assert Task.objects.get().proposals.count() == 2


def test_a_long_queue_goes_on_by_itself(tab, plan, monkeypatch):
    monkeypatch.setattr("caytre.web.plans.portions.PORTION", 3)
    third, fourth = plan.proposals.all()[2:4]
    page = tab().page
    page.goto(queue(plan))
    assert page.locator(".offer").count() == 3 and page.locator(".parted a").count() == 10
    for _ in range(3):
        page.keyboard.press("Enter")
    page.locator(f"#row-{fourth.pk}.here").wait_for()
    assert page.locator(".parted [aria-current]").inner_text() == "Trang 2 (còn 3)"
    page.keyboard.press("u")
    page.locator(f"#row-{third.pk}.here[data-open]").wait_for()
    assert plan.proposals.filter(decision=Decision.ACCEPTED).count() == 2


def test_the_pages_are_sound_and_fit(tab, plan):
    page = tab().page
    page.goto(queue(plan))
    page.locator(".offer.here").wait_for()
    faults = sound_twice(page, "queue")
    first = plan.proposals.first()
    page.locator(f"#row-{first.pk} button.main").click()
    page.locator(f"#row-{first.pk}.accepted").wait_for()
    for name, address in {
        "list": "/plans/", "plan": f"/plans/{plan.pk}/", "add": f"/plans/{plan.pk}/add/",
        "task": f"/plans/tasks/{Task.objects.get().pk}/", "edit": f"/plans/tasks/{Task.objects.get().pk}/edit/",
        "split": f"{queue(plan)}{plan.proposals.last().pk}/split/",
        "edit proposal": f"{queue(plan)}{plan.proposals.last().pk}/edit/",
    }.items():  # fmt: skip
        page.goto(address)
        faults += sound_twice(page, name)
    assert faults == []


def test_on_a_telephone_without_scripts_it_goes_by_buttons(tab, plan):
    page = tab(width=360, scripts=False).page
    page.goto(queue(plan))
    first, second = plan.proposals.all()[:2]
    assert not page.locator("#paper").is_visible()
    page.locator(f"#row-{first.pk} .to-text").click()
    assert page.locator("#paper").is_visible()
    page.get_by_role("link", name="Về các đề xuất").click()
    page.locator(f"#row-{first.pk} button.main").click()
    assert page.url.endswith(f"#row-{second.pk}")
    assert Task.objects.count() == 1
