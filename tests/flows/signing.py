"""Small steps of signing in, and a clock that can be put forward."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.test import Client
from django.utils import timezone

from caytre.accounts.rules.codes import code_of, step_at
from factories import person, read
from flows.pages import KEY, addresses, path_of

PASSWORD = "cây tre trăm đốt"
HOME, OFFICE, ELSEWHERE = "10.1.0.9", "10.2.0.9", "203.0.113.7"


def browser(address: str = HOME) -> Client:
    """A browser that has never been here."""
    return Client(REMOTE_ADDR=address, HTTP_USER_AGENT="Mozilla/5.0 (Windows NT 10.0) Firefox/140.0")


def sign_in(tab: Client, *, name: str = "canbo", password: str = PASSWORD, next: str = ""):
    """The answer to name and password."""
    return tab.post("/login/", {"username": name, "password": password, "next": next})


def signed_in(name: str = "canbo", *, address: str = HOME, password: str = PASSWORD) -> Client:
    """A browser in which somebody has signed in with the password alone."""
    tab = browser(address)
    assert sign_in(tab, name=name, password=password).status_code == 302
    assert is_in(tab)
    return tab


def is_in(tab: Client) -> bool:
    """Whether the server knows who this is."""
    answer = tab.get("/account/")
    return not (answer.status_code == 302 and answer["Location"].startswith("/login/"))


def code(secret: str, *, steps: int = 0) -> str:
    """What a telephone shows whose clock is so many steps ahead."""
    return code_of(step_at(timezone.now().timestamp()) + steps, secret=secret)


def secret_of(page) -> str:
    """The key that the page of the set-up gives to type."""
    return re.sub(r"\s", "", re.search(r'class="key">([^<]+)<', page.content.decode())[1])


def codes_of(page) -> list[str]:
    """The recovery codes that a page shows."""
    return [
        unescape(code)
        for code in re.findall(r"<li>([a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4})</li>", page.content.decode())
    ]


def set_up_telephone(tab: Client) -> tuple[str, list[str]]:
    """The secret and the recovery codes of a telephone that was set up."""
    secret = secret_of(tab.get("/account/second-step/"))
    codes = codes_of(tab.post("/account/second-step/", {"code": code(secret)}))
    assert len(codes) == 10
    return secret, codes


def ask_for_code(name: str = "canbo", *, address: str = HOME) -> Client:
    """A browser that has given the right password and is asked for a code."""
    tab = browser(address)
    assert path_of(sign_in(tab, name=name)) == "/login/code/"
    return tab


def enter(tab: Client, entered: str):
    """The answer to a code."""
    return tab.post("/login/code/", {"code": entered})


@pytest.fixture
def strict(settings) -> None:
    """As it is outside of the tests: who approves or administers needs a second step."""
    settings.SECOND_STEP_REQUIRED = True


@pytest.fixture
def administrator(db, strict):
    """An administrator, who is not the only person here."""
    person("khac")
    return person("quantri", is_superuser=True)


@pytest.fixture
def everywhere(officer, tmp_path):
    """Every address, those of a document filled with one that is there."""
    document = read(tmp_path, by=officer)
    there = [address.replace(KEY, str(document.pk)) for address in addresses().values()]
    return [*addresses().values(), *there, "/nowhere/", "/static/web/page.css"]
