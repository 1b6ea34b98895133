"""The pages of people in a browser: sound for a screen reader, fit for a telephone, and they do their work."""

import pytest
from openpyxl import Workbook

from browser.test_every_page import check_both
from caytre.units.rules.sheets import PEOPLE_COLUMNS, UNIT_COLUMNS
from countries import post, unit
from factories import colleague, office


def workbook(path, title, *rows):
    book = Workbook()
    book.active.title = title
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path


@pytest.fixture
def sheets(tmp_path):
    """A good sheet of people, one with wrong cells, and one of units."""
    good = [(f"nguoi.{n}", f"Nguyễn Thị Số {n}", "Xã Suối Trúc", "Văn thư") for n in range(3)]
    return {
        "good": workbook(tmp_path / "tot.xlsx", "Tài khoản", PEOPLE_COLUMNS, *good),
        "bad": workbook(
            tmp_path / "sai.xlsx", "Tài khoản", PEOPLE_COLUMNS, ("x", "", "Xã Nào", "Vua", "mai")
        ),
        "units": workbook(
            tmp_path / "dv.xlsx", "Đơn vị", UNIT_COLUMNS, ("Tổ Vườn ươm", "tổ", "Xã Suối Trúc")
        ),
    }


@pytest.fixture
def administrator(officer):
    """The person of the tab administers the office, in which there is a colleague."""
    post(officer, at=office(), role="administrator")
    other = colleague("dongnghiep", role="leader")
    unit("Trạm Khuyến nông xã Suối Trúc", kind="trạm", level="commune", seat=office(), state=office())
    return other


def visit(page, sheets, other):
    """Every page, one after another, each by its name."""
    for name, address in (
        ("list", "/people/"), ("nobody found", "/people/?q=zzz"), ("new", "/people/new/"), ("me", "/people/me/"),
        ("import", "/people/import/"), ("units", "/units/sheet/"), ("person", f"/people/{other.pk}/"),
    ):  # fmt: skip
        page.goto(address)
        for summary in page.locator("main summary").all():
            summary.click()
        yield name
    for name, address in (
        ("bad", "/people/import/"),
        ("good", "/people/import/"),
        ("units", "/units/sheet/"),
    ):
        page.goto(address)
        page.get_by_label("xlsx").set_input_files(str(sheets[name]))
        page.locator("main form .main, main form button.main").first.click()
        page.locator("table.register").wait_for()
        yield f"checked: {name}"
    page.goto("/people/import/")
    page.get_by_label("xlsx").set_input_files(str(sheets["good"]))
    page.locator("main form button.main").first.click()
    page.locator("table.register").wait_for()
    page.locator("main form button.main").first.click()
    page.locator(".slips").wait_for()
    yield "passwords"


@pytest.mark.parametrize("language", ["Tiếng Việt", "English"])
def test_pages_are_sound_and_fit(tab, administrator, sheets, language):
    page = tab().page
    if language == "English":
        page.get_by_role("button", name="English").click()
        page.get_by_role("heading", name="Document register").wait_for()
    faults = []
    for name in visit(page, sheets, administrator):
        faults += check_both(page, name)
    assert faults == []


@pytest.mark.parametrize("scripts", [True, False])
def test_somebody_new_is_made_with_and_without_scripts(tab, administrator, scripts):
    page = tab(scripts=scripts).page
    page.goto("/people/")
    page.get_by_role("link", name="Thêm người", exact=True).click()
    page.get_by_label("Họ và tên").fill("Lò Thị Thí Dụ")
    page.get_by_label("Tên đăng nhập").fill("thidu.lo")
    page.get_by_label("Vai trò").select_option(label="Văn thư")
    page.get_by_label("Tìm rồi chọn đơn vị").fill("khuyen nong")
    if not scripts:
        page.get_by_role("button", name="Tìm", exact=True).click()
    page.get_by_role("radio", name="Trạm Khuyến nông xã Suối Trúc").check()
    page.get_by_role("button", name="Tạo tài khoản").click()
    page.get_by_role("heading", name="Đã tạo tài khoản").wait_for()
    assert "thidu.lo" in page.locator(".slips").inner_text()
    assert "Văn thư, Trạm Khuyến nông xã Suối Trúc" in page.locator(".slips").inner_text()
    with page.expect_download() as download:
        page.get_by_role("link", name="Tải về .xlsx").click()
    assert download.value.suggested_filename == "mat-khau.xlsx"
    page.get_by_role("link", name="Đã trao, tiếp tục").click()
    page.get_by_role("heading", name="Lò Thị Thí Dụ").wait_for()
