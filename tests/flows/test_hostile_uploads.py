"""Hostile files through the page: refused in words that say what to do, or read; nothing of a refused one stays."""

import os
from pathlib import Path

import pytest

from caytre.core.models import Event
from caytre.documents.models import Document
from flows.pages import send, shown, work
from hostile import olds, packages, pages, pdfs, torn
from hostile.packages import wide

pytestmark = pytest.mark.django_db
FILES = packages.FILES | pdfs.FILES | pages.FILES | olds.FILES | torn.FILES
REFUSED = {
    "docx: three million empty paragraphs": "Hãy xin nơi gửi một bản khác",
    "docx: an entity from outside": "đừng mở tệp này nếu không rõ ai gửi",
    "docx: its first half": "có thể do sao chép hay tải về chưa xong",
    "docx: nothing in it": "Hãy kiểm tra xem đã chọn đúng tệp chưa",
    "doc: a package with a password": "Hãy lưu lại một bản không mật khẩu",
    "pdf: a packed stream in hexadecimal signs": "Hãy tách tệp, bỏ bớt hình ảnh",
    "pdf: a password": "Hãy lưu lại một bản không mật khẩu",
    "pdf: 10,000 pages": "Tệp có hơn 2.000 trang",
    "pdf: a package behind it": "Hãy xin nơi gửi một bản khác",
    "html: 200,000 elements in each other": "Các phần của tệp lồng vào nhau quá sâu",
    "text: 10 MB in one line": "Tệp có hơn 4 triệu chữ cái",
    "text: nothing": "Hãy kiểm tra xem đã chọn đúng tệp chưa",
    "two: a workbook": "Đây là bảng tính; hãy lưu trang cần đọc thành .pdf",
    "two: another archive": "Đây là tệp nén; hãy giải nén rồi gửi từng văn bản",
}


def left(folder):
    return [path for path in folder.rglob("*") if path.is_file()]


def dead_children() -> list[str]:
    """Processes of ours that have ended and were not seen off."""
    stats = [path.read_text() for path in Path("/proc").glob("[0-9]*/stat") if path.exists()]
    return [stat for stat in stats if f") Z {os.getpid()} " in stat]


@pytest.mark.parametrize("name", REFUSED)
def test_a_hostile_file_is_refused_with_words_and_leaves_nothing(client, own_folders, name):
    answer = send(client, ("ke-hoach.docx", FILES[name][0]()))
    assert answer.status_code == 422
    assert REFUSED[name] in shown(answer)
    assert left(own_folders) == [] and dead_children() == []
    assert not Document.objects.exists() and not Event.objects.exists()


@pytest.mark.parametrize("name", ["docx: a .docx within", "pdf: a password of its owner only"])
def test_what_only_looks_hostile_is_read(client, name):
    assert send(client, ("ke-hoach", FILES[name][0]())).status_code == 200
    work()
    document = Document.objects.get(state="read")
    assert "Sửa cầu" in shown(client.get(f"/documents/{document.pk}/"))


def test_a_table_of_500_columns_is_read_and_shown(client):
    assert send(client, ("bang.docx", wide(500, 30))).status_code == 200
    work()
    document = Document.objects.get()
    page = client.get(f"/documents/{document.pk}/")
    assert page.status_code == 200 and "Sửa cầu treo" in shown(page)
    for form in ("tasks.xlsx", "facts.json"):
        assert client.get(f"/documents/{document.pk}/{form}").status_code == 200


NAMES = ["a\x00b.txt", "\x00.txt", "a.txt\x00.docx", "../../a\x00", "a" * 300 + "\x00.txt"]


@pytest.mark.parametrize("name", NAMES)
def test_a_nul_in_a_name_does_no_harm(client, own_folders, name):
    assert send(client, (name, pages.PLAN)).status_code == 200
    for document in Document.objects.all():
        assert "\x00" not in document.name and "/" not in document.name
    assert all(own_folders in path.parents for path in left(own_folders))
