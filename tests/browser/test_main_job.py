"""An officer drops a plan in and sees each fact beside its words: by mouse, by keyboard, without scripts."""

from browser.steps import lit, upload
from factories import PLAN, STAMPED, read, write
from flows.pages import work


def test_from_the_file_to_the_facts(tab, tmp_path):
    page = tab().page
    upload(
        page,
        write(tmp_path, name="một.txt"),
        write(tmp_path, STAMPED, name="hai.txt"),
        write(tmp_path, name="ba.txt"),
    )
    page.get_by_text("Đã gửi xong.").wait_for()
    rows = page.locator("#outcomes li").all_inner_texts()
    assert [row.split(":")[0] for row in rows] == ["một.txt", "hai.txt", "ba.txt"]
    assert "Đã nhận" in rows[0] and "dấu độ mật" in rows[1] and "đã có trong sổ" in rows[2]

    page.get_by_role("link", name="Xem", exact=True).click()
    page.get_by_text("Chờ đọc; sẽ đọc khi đến lượt.").wait_for()
    work()
    page.get_by_role("heading", name="Trồng tre ven suối năm 2031").wait_for()  # the page shows it by itself

    page.locator('[data-fact="tasks.1.lead.0"]').and_(page.locator("a")).hover()
    page.locator("#text .lit").first.wait_for()
    assert lit(page) == ["Ban quản lý thôn Bãi Lau"]
    page.locator("#text mark.time").first.hover()
    page.locator(".facts .lit[data-fact$=time]").wait_for()
    assert page.locator(".facts .lit").first.inner_text() == "Trước ngày 30/4/2031"


def test_the_register_shows_when_the_queue_is_done(tab, officer, tmp_path):
    page = tab().page
    upload(page, write(tmp_path))
    page.get_by_text("Đã gửi xong.").wait_for()
    page.goto("/")
    page.get_by_text("còn 1 văn bản chờ").wait_for()
    work()
    page.get_by_role("link", name="Kế hoạch: Trồng tre").wait_for()
    assert page.get_by_text("còn 1 văn bản chờ").count() == 0


def test_what_is_off_the_screen_comes_into_view(tab, officer, tmp_path):
    filler = "\n\n".join(f"{n}. Việc thứ {n} của năm là dọn đường vào thôn số {n}." for n in range(2, 80))
    document = read(tmp_path, PLAN.replace("III. TỔ CHỨC", f"{filler}\n\nIII. TỔ CHỨC"), by=officer)
    page = tab().page
    page.goto(f"/documents/{document.pk}/")
    fact = page.locator('#reports a[data-fact="reports.0"]')
    fact.focus()
    page.wait_for_timeout(800)
    box = page.locator("#text .lit").first.bounding_box()
    assert 0 <= box["y"] <= 800
