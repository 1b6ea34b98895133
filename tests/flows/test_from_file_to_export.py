"""A plan comes in, is read, put right, read again, and taken away."""

import json
from io import BytesIO

import pytest
from openpyxl import load_workbook

from caytre.documents.models import Document, Reading
from flows.pages import correct, path_of, send, shown, work

pytestmark = pytest.mark.django_db


def test_the_whole_way(client, officer):
    answer = send(client, ("ke-hoach.txt", __import__("factories").PLAN))
    assert "Đã nhận, đang chờ đọc." in shown(answer)
    document = Document.objects.get()
    page = f"/documents/{document.pk}/"
    assert "Chờ đọc; sẽ đọc khi đến lượt." in shown(client.get(page))
    work()
    seen = shown(client.get(page))
    for fact in (
        "41/KH-UBND",
        "Ủy ban nhân dân xã Suối Trúc",
        "05/03/2031",
        "Ban quản lý thôn Bãi Lau",
        "hạn 30/04/2031",
        "hằng quý",
    ):
        assert fact in seen

    answer = correct(client, document, "tasks", 1, lead="Hội Phụ nữ xã\nPhòng Kinh tế", why="xã báo lại")
    assert path_of(answer) == page
    seen = shown(client.get(page))
    assert "máy đọc: Ban quản lý thôn Bãi Lau" in seen and "xã báo lại" in seen and "canbo sửa" in seen

    assert path_of(client.post(f"{page}again/")) == page
    work()
    assert Reading.objects.count() == 2
    assert "Hội Phụ nữ xã" in shown(client.get(page))

    content = json.loads(client.get(f"{page}facts.json").content)
    assert [unit["name"] for unit in content["tasks"][1]["lead"]] == ["Hội Phụ nữ xã", "Phòng Kinh tế"]
    assert content["note"] == "Dữ kiện do máy đọc, trong đó 1 dữ kiện đã được người sửa."
    assert [(c["fact"], c["by"], c["why"]) for c in content["corrections"]] == [
        ("tasks.lead", "canbo", "xã báo lại")
    ]

    book = load_workbook(BytesIO(client.get(f"{page}tasks.xlsx").content))
    rows = list(book["Nhiệm vụ"].values)
    assert [row[3] for row in rows[1:3]] == ["Phòng Kinh tế", "Hội Phụ nữ xã; Phòng Kinh tế"]
    assert [row[10] for row in rows[1:]] == [None, "Có", None, None]
    assert rows[1][5:9] == ("Trước ngày 30/4/2031", "hạn 30/04/2031", None, "30/04/2031")
    assert "1 dữ kiện đã được người sửa" in " ".join(
        str(cell) for row in book["Nguồn"].values for cell in row
    )
