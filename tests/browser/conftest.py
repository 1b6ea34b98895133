"""A real browser, signed in or not, against the pages on a port of their own."""

import os
from collections.abc import Iterator

import pytest

from conftest import missing
from factories import officer, own_folders

__all__ = ["officer", "own_folders"]

FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
# Playwright keeps an event loop in the thread of the tests; the tests themselves wait for each step.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"


def pytest_collection_modifyitems(items):
    for item in items:
        if "tests/browser" in str(item.path):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser(chromium):
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        missing("Playwright")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield started
        started.close()


class Tab:
    """One page of the browser, with all that it complained about."""

    def __init__(self, browser, base: str, *, width: int = 1280, scripts: bool = True) -> None:
        self.context = browser.new_context(
            viewport={"width": width, "height": 800},
            java_script_enabled=scripts,
            locale="vi-VN",
            base_url=base,
        )
        self.page = self.context.new_page()
        self.complaints: list[str] = []
        self.page.on(
            "console", lambda said: self.complaints.append(said.text) if said.type == "error" else None
        )
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def sign_in(self, name: str = "canbo") -> None:
        self.page.goto("/login/")
        self.page.get_by_label("Tên đăng nhập").fill(name)
        self.page.get_by_label("Mật khẩu").fill("cây tre trăm đốt")
        self.page.get_by_role("button", name="Đăng nhập").click()
        self.page.wait_for_url(lambda url: "/login/" not in url)  # to the day of who holds a post
        self.page.goto("/")
        self.page.get_by_role("heading", name="Sổ văn bản").wait_for()


@pytest.fixture
def tab(browser, live_server, transactional_db, officer) -> Iterator:
    """Opens signed-in tabs: ``tab(width=…, scripts=…)``; at the end none may have complained."""
    opened: list[Tab] = []

    def open_one(**how) -> Tab:
        made = Tab(browser, live_server.url, **how)
        opened.append(made)
        made.sign_in()
        return made

    yield open_one
    for one in opened:
        one.page.wait_for_load_state("networkidle")  # what is asked for is answered while there is a database
        one.context.close()
    assert [one.complaints for one in opened] == [[] for _ in opened]
