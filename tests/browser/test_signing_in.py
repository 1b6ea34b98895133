"""Signing in with a telephone, on a telephone: the whole way, sound for a screen reader and without a fault."""

import pytest

from browser.conftest import Tab
from browser.test_every_page import NARROW
from browser.test_every_page import check as check_page
from flows.signing import code


@pytest.fixture
def telephone(browser, live_server, transactional_db, officer):
    made = Tab(browser, live_server.url, width=NARROW)
    yield made
    made.page.wait_for_load_state("networkidle")
    made.context.close()
    assert made.complaints == []


def check(page):
    """The page is sound and fits."""
    assert check_page(None, page, page.url) == []


def test_from_the_first_login_to_one_with_a_code_from_paper(telephone):
    page = telephone.page
    page.goto("/login/")
    check(page)
    telephone.sign_in()
    page.goto("/account/")
    check(page)
    page.get_by_role("link", name="Thiết lập bước xác nhận thứ hai").click()
    picture = page.get_by_role("img", name="Mã QR để ứng dụng trên điện thoại quét")
    box = picture.bounding_box()
    assert box["width"] == box["height"] > 150
    check(page)
    secret = "".join(page.locator(".key").inner_text().split())
    page.get_by_label("Mã sáu chữ số").fill(code(secret))
    page.get_by_role("button", name="Thiết lập", exact=True).click()
    page.get_by_role("heading", name="Mã dự phòng").wait_for()
    check(page)
    codes = page.locator(".codes li").all_inner_texts()
    with page.expect_download() as saved:
        page.get_by_role("link", name="Tải về").click()
    assert saved.value.suggested_filename == "ma-du-phong.txt"
    assert saved.value.path().read_text("utf-8").splitlines()[1:] == codes and len(codes) == 10
    assert page.get_by_role("button", name="In").is_visible()
    page.get_by_role("link", name="Đã cất giữ, tiếp tục").click()
    page.locator(".me .menu summary").click()
    page.get_by_role("button", name="Đăng xuất").click()
    page.get_by_label("Tên đăng nhập").fill("canbo")
    page.get_by_label("Mật khẩu").fill("cây tre trăm đốt")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Bước xác nhận thứ hai").wait_for()
    check(page)
    page.get_by_label("Mã xác nhận").fill(codes[0])
    page.keyboard.press("Enter")
    page.wait_for_url("**/day/")


def test_the_codes_print_without_what_is_around_them(telephone):
    page = telephone.page
    telephone.sign_in()
    page.goto("/account/second-step/")
    secret = "".join(page.locator(".key").inner_text().split())
    page.get_by_label("Mã sáu chữ số").fill(code(secret))
    page.get_by_role("button", name="Thiết lập", exact=True).click()
    page.get_by_role("heading", name="Mã dự phòng").wait_for()
    page.emulate_media(media="print")
    assert page.locator(".codes").is_visible() and not page.get_by_role("link", name="Tải về").is_visible()
