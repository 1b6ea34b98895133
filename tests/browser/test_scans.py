"""A scan on the screen: doubtful words beside their pictures, a page beside its text; on paper too."""

import pytest

from browser.steps import lit
from scanfiles import doubtful

WIDE, NARROW = 1280, 360


@pytest.fixture
def address(officer, tmp_path, transactional_db):
    return f"/documents/{doubtful(tmp_path, by=officer).pk}/"


def loaded(page, picture):
    """Whether a picture is shown as soon as it comes into view."""
    picture.scroll_into_view_if_needed()
    page.wait_for_function(
        "picture => picture.complete && picture.naturalWidth > 0", arg=picture.element_handle()
    )
    return True


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_a_doubtful_word_is_seen_in_its_picture_and_found_in_the_text(tab, address, width):
    page = tab(width=width).page
    page.goto(address)
    place = page.locator("#doubts\\.1")
    assert loaded(page, place.locator("img"))
    word, cut = place.locator("rect").bounding_box(), place.locator("img").bounding_box()
    assert cut["x"] < word["x"] and word["x"] + word["width"] < cut["x"] + cut["width"]
    assert cut["y"] < word["y"] and word["y"] + word["height"] < cut["y"] + cut["height"]
    place.get_by_role("link", name="Bãi Lau").first.click()
    assert page.evaluate("document.activeElement.textContent") == "Bãi Lau"
    assert "Bãi Lau" in lit(page)
    assert page.evaluate("document.activeElement.title") == "Chữ quét, máy đọc chưa chắc (62%)."
    place.get_by_role("link", name="Sửa").click()
    assert loaded(page, page.locator(".cut img").first)
    page.get_by_label("Chủ trì").wait_for()


@pytest.mark.parametrize(("width", "beside"), [(WIDE, True), (NARROW, False)])
def test_the_picture_of_a_page_stands_beside_its_text_or_above_it(tab, address, width, beside):
    page = tab(width=width).page
    page.goto(address)
    page.get_by_role("link", name="Xem ảnh trang 1").click()
    page.get_by_role("heading", name="Trang 1 trên 2").wait_for()
    assert loaded(page, page.get_by_alt_text("Ảnh trang 1"))
    picture, text = page.get_by_alt_text("Ảnh trang 1").bounding_box(), page.locator(".text").bounding_box()
    assert (picture["x"] + picture["width"] < text["x"]) is beside
    assert (picture["y"] + picture["height"] < text["y"]) is not beside
    page.locator(".whole a").first.click()
    assert page.locator(".spot:target").inner_text().startswith("41/KH-UBND")
    page.get_by_role("link", name="Trang sau").click()
    page.get_by_role("heading", name="Trang 2 trên 2").wait_for()


def test_pictures_off_the_screen_are_not_fetched(tab, address):
    page = tab(width=NARROW).page
    fetched = []
    page.on("request", lambda request: fetched.append(request.url))
    page.goto(address)
    page.wait_for_load_state("networkidle")
    assert not [url for url in fetched if url.endswith(".jpg")]


def test_without_scripts_a_place_leads_to_its_words(tab, address):
    page = tab(scripts=False).page
    page.goto(address)
    page.locator("#doubts\\.1 a.fact").click()
    assert "Bãi Lau" in page.locator("#text p:target").inner_text()


def test_on_paper_doubtful_words_are_marked_without_colour(tab, address):
    page = tab().page
    page.goto(address)
    page.emulate_media(media="print")
    style = page.evaluate(
        "(() => { const word = document.querySelector('#text mark.doubt');"
        "return [getComputedStyle(word).textDecorationStyle, getComputedStyle(word, '::after').content] })()"
    )
    assert style == ["dotted", '" (?)"']
    assert page.locator("#doubts\\.1 img").is_visible()
