"""The keyboard alone suffices, and so does a browser without scripts."""

from browser.steps import lit, upload
from caytre.documents.models import Correction, Document
from factories import PLAN, read, write
from flows.pages import work


def test_the_keyboard_alone_suffices(tab, officer, tmp_path):
    document = read(tmp_path, by=officer)
    page = tab().page
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.goto(f"/documents/{document.pk}/")

    def focused():
        return page.evaluate("document.activeElement.dataset.fact || document.activeElement.textContent")

    def tab_to(wanted, steps=150):
        for _ in range(steps):
            page.keyboard.press("Tab")
            if wanted in focused().split(" "):
                return
        raise AssertionError(f"Tab does not reach {wanted}")

    tab_to("tasks.1.coordinators.0")
    assert lit(page) == ["Hội Nông dân xã"]
    assert page.locator("#told").inner_text() == "Đọc từ: Hội Nông dân xã"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.tagName") == "MARK"
    page.keyboard.press("ArrowRight")
    assert focused() == "tasks.1.time"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.tagName") == "A" and focused() == "tasks.1.time"

    page.locator("#tasks\\.1 .edit").focus()
    page.keyboard.press("Enter")
    page.get_by_label("Sản phẩm").wait_for()
    page.get_by_label("Sản phẩm").focus()
    page.keyboard.type("Hố tre")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.get_by_text("Đã sửa 1 dữ kiện.").wait_for()
    assert Correction.objects.get().new == "Hố tre"
    assert "Hố tre" in page.locator("#tasks\\.1").inner_text()


def test_without_scripts_everything_works_too(tab, tmp_path):
    page = tab(scripts=False).page
    upload(page, write(tmp_path), write(tmp_path, PLAN.replace("tre", "mây"), name="mây.txt"))
    assert page.locator("#outcomes li").count() == 2
    work()
    page.goto(f"/documents/{Document.objects.get(name='ke-hoach.txt').pk}/")
    page.locator('a[data-fact="tasks.1.lead.0"]').click()
    assert page.locator("#text p:target").inner_text() == "- Đơn vị chủ trì: Ban quản lý thôn Bãi Lau."
