"""From document to done, in a browser: a plan comes in, is confirmed by keys, issued, received, handed over, shown,
reminded of, claimed, verified and printed; on a desk and on a telephone, every page on the way sound and fitting."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO

import pytest
from docx import Document as Word
from openpyxl import load_workbook

from browser.conftest import Tab
from browser.steps import upload
from browser.test_every_page import NARROW, WIDE, check
from caytre.cli import nightly
from caytre.units.models import Role
from caytre.work.models import Occurrence
from countries import AT, small_country
from factories import PLAN, write
from flows.clock import clock
from flows.pages import work
from works import at_work

__all__ = ["clock"]

TASKS = """II. NHIỆM VỤ

1. Chuẩn bị giống

a) Chọn giống tre bản địa ở vườn ươm của xã.

- Đơn vị chủ trì: Phòng Kinh tế.

- Thời gian hoàn thành: Trước ngày 30/4/2031.

- Sản phẩm: Danh sách giống.

2. Chăm sóc

a) Tưới, làm cỏ, dặm cây chết dọc hai bờ suối.

- Đơn vị chủ trì: Phòng Kinh tế.

- Thời gian thực hiện: Thường xuyên.

b) Báo cáo kết quả trồng, chăm sóc tre.

- Đơn vị chủ trì: Phòng Kinh tế.

- Thời gian thực hiện: Định kỳ hằng quý.

- Sản phẩm: Báo cáo.

"""
TEXT = f"{PLAN.split('II. NHIỆM VỤ')[0]}{TASKS}Nơi nhận:{PLAN.split('Nơi nhận:')[1]}"
SHEET = 1009
"""An A4 sheet on its side without its margins (267 mm), in px of 1/96 inch."""
CHOOSING = "Chọn giống tre bản địa ở vườn ươm của xã."
OFFICE, LEADER, HEAD, DOER = "dau-moi", "chu-tich", "truong-phong", "chuyen-vien"


class Story:
    """The people of the story, each in a browser of their own, and what was wrong with the pages they saw."""

    def __init__(self, browser, base: str, *, width: int) -> None:
        self.browser, self.base, self.width = browser, base, width
        self.faults: list[str] = []
        self.tabs: list[Tab] = []

    def person(self, name: str):
        """The page of somebody who signs in."""
        made = Tab(self.browser, self.base, width=self.width)
        self.tabs.append(made)
        made.sign_in(name)
        return made.page

    def look(self, page, name: str, heading: str = "") -> None:
        """The page is there, sound and fits."""
        if heading:
            page.get_by_role("heading", name=heading).first.wait_for()
        self.faults += check(None, page, name)

    def go(self, page, address: str, heading: str = "") -> None:
        page.goto(address)
        self.look(page, address, heading)

    def end(self) -> list[str]:
        """Every tab is closed; what was wrong, and what the browsers complained about."""
        for tab in self.tabs:
            tab.page.wait_for_load_state("networkidle")
            tab.context.close()
        return self.faults + [said for tab in self.tabs for said in tab.complaints]


@pytest.fixture(params=[WIDE, NARROW])
def story(request, browser, live_server, transactional_db, clock):
    clock.ahead = AT - clock.real()
    country = small_country()
    for name, unit, role in (
        (OFFICE, country.suoi_truc, Role.FOCAL), (LEADER, country.suoi_truc, Role.LEADER),
        (HEAD, country.economy, Role.LEADER), (DOER, country.economy, Role.IMPLEMENTER),
    ):  # fmt: skip
        at_work(name, at=unit, role=role)
    made = Story(browser, live_server.url, width=request.param)
    yield made
    assert made.end() == []


def test_from_document_to_done(story, clock, tmp_path):
    plan = read_and_confirmed(story, tmp_path)
    issued(story, plan)
    work_page = shown_with_evidence(story, tmp_path)
    reminded(story, clock, work_page)
    verified(story, work_page)
    printed(story, plan)


def read_and_confirmed(story: Story, folder) -> str:
    """The focal officer brings the file in, has it read, and decides on each by one key. The plan's address."""
    page = story.person(OFFICE)
    story.go(page, "/documents/upload/")
    upload(page, write(folder, TEXT))
    page.get_by_text("Đã gửi xong.").wait_for()
    work()
    page.get_by_role("link", name="Xem", exact=True).click()
    story.look(page, "document", "Trồng tre ven suối năm 2031")
    page.get_by_role("button", name="Lập kế hoạch công việc").click()
    page.locator(".offer.here").wait_for()
    story.look(page, "queue")
    for number in (1, 2, 3):
        page.keyboard.press("Enter")
        page.locator(".offer.accepted").nth(number - 1).wait_for()
    assert "còn 0" in page.locator("#meter").inner_text()
    page.get_by_role("link", name="Xem kế hoạch").click()
    story.look(page, "plan", "Trồng tre ven suối năm 2031")
    page.get_by_text("Điền chung cho các dự thảo còn thiếu").click()
    page.get_by_label("Lãnh đạo chịu trách nhiệm").fill("Phó Chủ tịch Lò Thị Thí Dụ")
    page.get_by_label("Người có thẩm quyền quyết định").fill("Chủ tịch Ủy ban nhân dân xã")
    page.get_by_label("Sản phẩm").fill("Hàng tre sống tốt")
    page.get_by_label("Kế hoạch đến hết ngày").fill("31/12/2031")
    page.get_by_role("button", name="Điền").click()
    page.get_by_text("Đã điền vào 3 nhiệm vụ.").wait_for()
    assert "đạt 100%" in page.locator("#meter").inner_text()
    return page.url.removeprefix(story.base)


def issued(story: Story, plan: str) -> None:
    """The leader issues everything at once."""
    page = story.person(LEADER)
    story.go(page, plan, "Trồng tre ven suối năm 2031")
    page.get_by_role("link", name="Giao 3 nhiệm vụ").click()
    story.look(page, "issue", "Giao nhiệm vụ")
    page.get_by_role("button", name="Giao").click()
    page.locator("h1 + .state", has_text="Đã giao").wait_for()
    story.look(page, "issued plan")


def shown_with_evidence(story: Story, folder) -> str:
    """The head of the unit receives it and hands it over; who has it now shows a file and a link. Its address."""
    head = story.person(HEAD)
    story.go(head, "/work/inbox/", "Chờ nhận")
    head.get_by_role("link", name=CHOOSING).click()
    story.look(head, "work", CHOOSING)
    assert "29/04/2031" in head.locator(".facts").inner_text(), (
        "before a day is till the end of the day before"
    )
    head.get_by_role("button", name="Nhận việc").click()
    head.get_by_text("Đã nhận việc.").wait_for()
    head.get_by_role("link", name="Giao người thực hiện").click()
    head.get_by_label("Người thực hiện").select_option(DOER)
    story.look(head, "hand")
    head.get_by_role("button", name="Giao người thực hiện").click()
    head.get_by_text("Đã giao người thực hiện.").wait_for()

    page = story.person(DOER)
    story.go(page, "/day/", "Việc của tôi")
    page.get_by_role("link", name=CHOOSING).click()
    page.get_by_role("link", name="Cập nhật tiến độ").click()
    page.get_by_label("Tỷ lệ hoàn thành").fill("60")
    page.get_by_label("Kết quả đến nay").fill("Đã chọn ba giống tre.")
    page.get_by_label("Số liệu").fill("Số giống: 3")
    page.get_by_label("Tệp minh chứng").set_input_files(
        write(folder, "Danh sách ba giống tre.", name="giong.txt")
    )
    page.get_by_label("Đường dẫn").fill("https://suoitruc.example/tre")
    story.look(page, "show")
    page.get_by_role("button", name="Cập nhật tiến độ").click()
    page.get_by_text("Đã cập nhật tiến độ.").wait_for()
    story.look(page, "work with evidence", CHOOSING)
    with page.expect_download() as kept:
        page.get_by_role("link", name="giong.txt").click()
    assert kept.value.path().read_text("utf-8") == "Danh sách ba giống tre."
    return page.url.removeprefix(story.base)


def reminded(story: Story, clock, address: str) -> None:
    """Two working days before the last day the nightly job tells who has it, once however often it runs."""
    clock.ahead = datetime(2031, 4, 25, 2, tzinfo=AT.tzinfo) - clock.real()
    for _ in range(2):
        nightly.run(clock=clock, say=lambda words: None)
    page = story.person(DOER)
    assert page.get_by_role("link", name="Nhắc việc").locator(".count").inner_text().split()[0] == "2"
    story.go(page, "/notices/", "Nhắc việc")
    kinds = page.locator("tbody td[data-label=Nhắc] .state").all_inner_texts()
    assert kinds == ["Sắp đến hạn", "Mới giao cho bạn"]
    page.get_by_role("link", name=CHOOSING).first.click()
    assert page.url.removeprefix(story.base) == address
    page.get_by_role("link", name="Báo cáo hoàn thành").click()
    page.get_by_label("Kết quả").first.fill("Đủ giống, đã để ở vườn ươm.")
    story.look(page, "claim")
    page.get_by_role("button", name="Báo cáo hoàn thành").click()
    page.get_by_text("chờ cơ quan giao xác nhận").first.wait_for()


def verified(story: Story, address: str) -> None:
    """Who gave it finds it among what waits for them, looks at the evidence and ends it."""
    page = story.person(LEADER)
    story.go(page, "/work/inbox/", "chờ xác nhận hoàn thành")
    page.get_by_role("link", name=CHOOSING).click()
    story.look(page, "work claimed", CHOOSING)
    page.get_by_role("link", name="Xác nhận hoàn thành").click()
    story.look(page, "verify", "Xác nhận hoàn thành")
    page.get_by_role("button", name="Xác nhận hoàn thành").click()
    page.get_by_text("Đã xác nhận hoàn thành.").wait_for()
    assert page.url.removeprefix(story.base) == address
    assert Occurrence.objects.get(task__text__startswith="Chọn giống").state == "verified"
    for seen in ("/tasks/", "/board/", "/calendar/", "/overdue/"):
        story.go(page, seen)
        on_paper(page)


def on_paper(page) -> None:
    """A page is printed whole: nothing is cut off at the edge of the sheet, and no button or form is on it."""
    screen = page.viewport_size
    page.emulate_media(media="print")
    page.set_viewport_size({"width": SHEET, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth") <= SHEET, page.url
    assert not page.locator("main button:visible, main form:visible").count(), page.url
    page.emulate_media(media="screen")
    page.set_viewport_size(screen)


def printed(story: Story, plan: str) -> None:
    """The annex in both forms opens, with every task in it."""
    page = story.person(OFFICE)
    story.go(page, f"{plan}annex/", "Phụ lục phân công nhiệm vụ")
    with page.expect_download() as paper:
        page.get_by_role("link", name="thể thức Nghị định 30").click()
    table = Word(BytesIO(paper.value.path().read_bytes())).tables[-1]
    words = "\n".join(cell.text for row in table.rows for cell in row.cells)
    with page.expect_download() as book:
        page.get_by_role("link", name="Bảng tính để sửa").click()
    cells = [
        str(cell)
        for row in load_workbook(BytesIO(book.value.path().read_bytes())).active.values
        for cell in row
    ]
    for text in (CHOOSING, "Tưới, làm cỏ", "Báo cáo kết quả trồng", "ngày 29/4/2031", "Danh sách giống"):
        assert text in words, text
        assert any(text in cell for cell in cells), text
