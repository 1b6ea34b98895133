"""How far the reading of a scan is, on its page and in the register."""

import pytest

from caytre.documents.models import Document
from factories import AT
from flows.pages import shown

pytestmark = pytest.mark.django_db


@pytest.fixture
def waits(document):
    def at(done, total):
        rows = Document.objects.filter(pk=document.pk)
        rows.update(state="reading", started_at=AT, pages_done=done, pages_total=total)

    return at


@pytest.mark.parametrize(
    ("done", "total", "words", "row"),
    [
        (None, None, "Đang đọc (", "Đang đọc"),
        (0, 12, "Đang nhận dạng trang 1 trên 12", "Đang đọc, trang 1/12"),
        (2, 12, "Đang nhận dạng trang 3 trên 12", "Đang đọc, trang 3/12"),
        (12, 12, "Đã nhận dạng 12 trang; đang tìm dữ kiện", "Đang đọc, trang 12/12"),
    ],
)
def test_the_page_and_the_register_say_it(client, page, waits, done, total, words, row):
    waits(done, total)
    for address in (page, f"{page}progress/"):
        answer = client.get(address)
        assert words in shown(answer) and "<progress" in answer.content.decode()
    for address in ("/", f"{page}state/"):
        assert row in shown(client.get(address))
    assert "Dừng đọc" in shown(client.get(page))


def test_the_bar_shows_the_share_of_the_pages(client, page, waits):
    waits(2, 12)
    assert '<progress max="12" value="2"' in client.get(f"{page}progress/").content.decode()


def test_what_is_read_is_asked_for_no_more(client, page):
    assert "hx-get" not in client.get(f"{page}state/").content.decode()


def test_a_stopped_scan_says_how_much_is_done(client, page, document):
    Document.objects.filter(pk=document.pk).update(state="stopped", pages_done=3, pages_total=12)
    seen = shown(client.get(page))
    assert "Đã nhận dạng 3 trên 12 trang; đọc tiếp thì làm từ trang sau đó." in seen
    assert "Đọc tiếp" in seen
