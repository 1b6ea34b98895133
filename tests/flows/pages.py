"""Small steps through the web door."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import urlsplit

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import get_resolver
from django_tasks_db.models import DBTaskResult

from caytre.documents.models import Document
from factories import PLAN


def send(client, *files: tuple[str, str | bytes], unit: object = "", **headers: str):
    """The answer to an upload of files, each a name and what is in it, for a unit if one is chosen."""
    sent = [
        SimpleUploadedFile(name, words.encode() if isinstance(words, str) else words) for name, words in files
    ]
    return client.post("/documents/upload/", {"files": sent, "unit": str(unit)}, headers=headers)


def work() -> None:
    """Do every job that waits, as the worker does, on the test's own connection."""
    for job in DBTaskResult.objects.ready():
        job.task.call(*job.args_kwargs["args"])
        job.set_successful(None)


def shown(response) -> str:
    """The words of a page."""
    body = re.sub(r"<(script|style)\b.*?</\1>", " ", response.content.decode(), flags=re.S)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", body)).split())


def pictures(response) -> list[str]:
    """The addresses of the pictures of a page."""
    return [unescape(at) for at in re.findall(r'<img src="([^"]+\.jpg[^"]*)"', response.content.decode())]


def form(response) -> dict[str, str]:
    """What the last form of a page would send as it stands; its token is left out, so that it is sent as a new one."""
    html = response.content.decode()
    html = html[html.rindex('<form method="post" class="card"') :]
    found = {
        name: unescape(value)
        for name, value in re.findall(r'<input[^>]*name="([^"]+)" value="([^"]*)"', html)
    }
    found |= {
        n: unescape(v) for n, v in re.findall(r'<textarea[^>]*name="([^"]+)"[^>]*>([^<]*)</textarea>', html)
    }
    for name, options in re.findall(r'<select[^>]*name="([^"]+)">(.*?)</select>', html, flags=re.S):
        chosen = re.search(r'value="([^"]*)" selected', options)
        found[name] = chosen[1] if chosen else ""
    return {name: value for name, value in found.items() if name not in ("csrfmiddlewaretoken", "once")}


def read_plan(client, text: str = PLAN, *, name: str = "ke-hoach.txt") -> Document:
    """A document that came in through the page and was read by the worker."""
    assert send(client, (name, text)).status_code == 200
    work()
    return Document.objects.get(name=name)


def path_of(response) -> str:
    """Where a redirect leads."""
    return urlsplit(response["Location"]).path


def correct(client, document, part, index, **values: str):
    """The answer to the form of one item, sent with these values over what it shows."""
    address = f"/documents/{document.pk}/edit/{part}/{index}/"
    return client.post(address, form(client.get(address)) | values)


KEY = "00000000-0000-4000-8000-000000000000"
OPEN = {"account_login", "language"}


FILLED = {
    "str:part": "tasks",
    "str:kind": "rename",
    "str:deed": "show",
    "str:token": "khong-co",
    "str:code": "C101",
    "int:page": "1",
}
KINDS = {"uuid": KEY, "int": "0", "str": "khong-co"}


def addresses():
    """Every address of the system, filled with values."""
    found = {}
    for pattern in get_resolver().url_patterns[0].url_patterns:
        route = re.sub(
            r"<((\w+):\w+)>", lambda name: FILLED.get(name[1], KINDS[name[2]]), str(pattern.pattern)
        )
        found[pattern.name] = "/" + route
    return found
