"""Small steps on the pages of people."""

from __future__ import annotations

import re
from base64 import b64decode
from html import unescape
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from openpyxl import Workbook, load_workbook

from caytre.core.models import User
from caytre.units.models import Unit
from caytre.units.rules.sheets import PEOPLE_COLUMNS, UNIT_COLUMNS
from countries import Country, post, small_country
from factories import AT, person
from flows.clock import clock
from flows.signing import PASSWORD

NEW = "bốn con sông chảy"
ROWS = (
    ("An.Tran", "Trần Thị An", "Xã Suối Trúc", "Văn thư", "01/03/2031"),
    ("an.tran", "", "Phòng Kinh tế xã Suối Trúc", "cán bộ đầu mối"),
    ("binh.lo", "Lò Văn Bình", "Phòng Kinh tế", "Quản trị", "2031-04-01"),
)
"""Two people with three posts, as a sheet has them."""


@pytest.fixture
def country(db, clock) -> Country:
    """The small country, on the day of which it tells."""
    clock.ahead = AT - clock.real()
    return small_country()


def holder(name: str, *, at: Unit, role: str) -> User:
    """Somebody with a post since ever."""
    user = person(name)
    post(user, at=at, role=role)
    return user


@pytest.fixture
def chief(country) -> User:
    """The administrator of Suối Trúc."""
    return holder("quantri.st", at=country.suoi_truc, role="administrator")


@pytest.fixture
def tab(chief) -> Client:
    """A browser in which the administrator of Suối Trúc is signed in."""
    return opened(chief)


def opened(user: User) -> Client:
    made = Client()
    made.force_login(user)
    return made


def mark(answer) -> str:
    """The mark of the form on a page."""
    return unescape(re.search(r'name="mark" value="([^"]+)"', answer.content.decode())[1])


def sealed(answer) -> str:
    """The rows that a check has sealed; "" where nothing may be confirmed."""
    found = re.search(r'name="sealed" value="([^"]+)"', answer.content.decode())
    return unescape(found[1]) if found else ""


def today() -> str:
    return timezone.localdate().isoformat()


def newcomer(tab: Client, *, at: Unit, **sent: str) -> dict[str, str]:
    """The form for somebody new, filled."""
    form = {
        "shown": "Trần Thị An",
        "login": "an.tran",
        "role": "clerk",
        "effective": today(),
        "unit": str(at.pk),
    }
    return {"mark": mark(tab.get("/people/new/")), **form, **sent}


def passwords(answer) -> dict[str, str]:
    """The passwords of a page, by login."""
    keys = [unescape(key) for key in re.findall(r'<dd class="key">([^<]+)</dd>', answer.content.decode())]
    return dict(zip(keys[::2], keys[1::2], strict=True))


def workbook_of(answer) -> list[list[str | None]]:
    """The rows of the workbook that a page offers."""
    data = re.search(r'href="data:[^"]+;base64,([^"]+)"', answer.content.decode())[1]
    return rows_in(b64decode(data))


def rows_in(data: bytes, sheet: int = 0) -> list[list[str | None]]:
    book = load_workbook(BytesIO(data))
    return [[cell.value for cell in row] for row in book.worksheets[sheet].iter_rows()]


def sheet(title: str, *rows: tuple[object, ...], name: str = "danh-sach.xlsx") -> SimpleUploadedFile:
    """A filled workbook."""
    book = Workbook()
    book.active.title = title
    for row in rows:
        book.active.append(row)
    stream = BytesIO()
    book.save(stream)
    return SimpleUploadedFile(name, stream.getvalue())


def people_sheet(*rows: tuple[object, ...]) -> SimpleUploadedFile:
    return sheet("Tài khoản", PEOPLE_COLUMNS, *rows)


def units_sheet(*rows: tuple[object, ...]) -> SimpleUploadedFile:
    return sheet("Đơn vị", UNIT_COLUMNS, *rows)


def check(tab: Client, *rows: tuple[object, ...]):
    """The answer to a sheet of people."""
    return tab.post("/people/import/", {"file": people_sheet(*rows)})


def faults(answer) -> list[tuple[str, str]]:
    """The wrong cells that a page names."""
    found = re.findall(r"<strong>([A-Z]+\d+)</strong></td><td[^>]*>([^<]*)</td>", answer.content.decode())
    return [(cell, unescape(said)) for cell, said in found]


def confirm(tab: Client, answer):
    """The answer to the confirmation of what a check would do."""
    return tab.post("/people/import/confirm/", {"sealed": sealed(answer)})


__all__ = ["NEW", "PASSWORD", "chief", "clock", "country", "tab"]
