"""Whatever the file is made with, the officer sees the same facts: in Word, in PDF, as a web page, as text."""

from html import escape

import pytest

from caytre.documents.models import Document
from factories import PLAN
from flows.pages import send, shown, work
from pdffiles import pdf
from wordfiles import p, word

pytestmark = pytest.mark.django_db

LINES = [line for line in PLAN.split("\n") if line]
FILES = {
    "ke-hoach.docx": word("".join(p(line) for line in LINES)),
    "ke-hoach.pdf": pdf(lines=LINES),
    "ke-hoach.html": f"<html><body>{''.join(f'<p>{escape(line)}</p>' for line in LINES)}</body></html>".encode(),
    "ke-hoach.md": PLAN.encode(),
}


@pytest.mark.parametrize("name", FILES)
def test_a_plan_is_read(client, name):
    assert "Đã nhận, đang chờ đọc." in shown(send(client, (name, FILES[name])))
    work()
    document = Document.objects.get()
    assert (document.state, document.reason) == ("read", "")
    seen = shown(client.get(f"/documents/{document.pk}/"))
    for fact in ("41/KH-UBND", "Ban quản lý thôn Bãi Lau", "hạn 30/04/2031", "hằng quý"):
        assert fact in seen
