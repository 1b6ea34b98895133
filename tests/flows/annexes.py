"""The annex of a plan: out as a workbook, edited as in a spreadsheet, back through the page."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook, load_workbook

from caytre.work.models import Plan
from flows.pages import shown

TEXT, LEAD, COORDINATORS, TIME, PRODUCT, KEY, MARK = "BCDEFGH"
Edit = Callable[[Workbook], object]


def taken(client, plan: Plan) -> Workbook:
    """The workbook of the annex."""
    answer = client.get(f"/plans/{plan.pk}/annex.xlsx")
    assert answer.status_code == 200
    return load_workbook(BytesIO(answer.content))


def row_of(book: Workbook, words: str) -> int:
    """The row of the task that begins with these words."""
    return next(row[0].row for row in book["Phụ lục"].iter_rows() if str(row[1].value).startswith(words))


def file_of(book: Workbook, name: str = "phu-luc.xlsx") -> SimpleUploadedFile:
    stream = BytesIO()
    book.save(stream)
    return SimpleUploadedFile(name, stream.getvalue())


def send_back(client, plan: Plan, book: Workbook | SimpleUploadedFile):
    """The comparison."""
    file = file_of(book) if isinstance(book, Workbook) else book
    return client.post(f"/plans/{plan.pk}/annex/", {"file": file})


def sealed(response) -> str:
    found = re.search(r'name="sealed" value="([^"]*)"', response.content.decode())
    return unescape(found[1]) if found else ""


def confirm(client, plan: Plan, would, **also: object):
    """The answer to the form of a comparison."""
    return client.post(f"/plans/{plan.pk}/annex/confirm/", {"sealed": sealed(would), **also})


def faults(response) -> list[tuple[str, str]]:
    """The cells that are to be mended, and why."""
    html = response.content.decode()
    part = re.search(r'id="h-faults".*?</section>', html, re.S)
    rows = re.findall(r"<strong>(\w+)</strong></td><td[^>]*>(.*?)</td>", part[0] if part else "", re.S)
    return [(cell, unescape(said)) for cell, said in rows]


def would(response) -> list[str]:
    """What a comparison says it would do."""
    words = shown(response)
    return re.findall(r"(sửa \d+ nhiệm vụ|thêm \d+ nhiệm vụ|giữ nguyên \d+ dòng)", words)
