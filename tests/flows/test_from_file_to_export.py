"""A plan comes in, is read, put right, read again, and taken away."""

import json
from io import BytesIO

import jsonschema
import pytest
from openpyxl import load_workbook

from caytre.documents.models import Document, Reading
from flows.pages import form, path_of, read_plan, send, shown, work
from vanban.data import __path__ as data_path

pytestmark = pytest.mark.django_db


def correct(client, document, part, index, **values):
    address = f"/documents/{document.pk}/edit/{part}/{index}/"
    return client.post(address, form(client.get(address)) | values)


def test_the_whole_way(client, officer):
    answer = send(client, ("ke-hoach.txt", __import__("factories").PLAN))
    assert "Đã nhận, đang chờ đọc." in shown(answer)
    document = Document.objects.get()
    page = f"/documents/{document.pk}/"
    assert "Chờ đọc; đến lượt ngay sau đây." in shown(client.get(page))
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


def test_exported_facts_have_the_form_of_a_reading(client):
    document = read_plan(client)
    correct(client, document, "header", 0, title="Trồng mây")
    content = json.loads(client.get(f"/documents/{document.pk}/facts.json").content)
    del content["corrections"], content["note"]
    with open(f"{list(data_path)[0]}/reading.schema.json", encoding="utf-8") as file:
        jsonschema.validate(content, json.load(file))


def test_an_export_of_what_nobody_corrected_says_so(client):
    document = read_plan(client)
    content = json.loads(client.get(f"/documents/{document.pk}/facts.json").content)
    assert (content["note"], content["corrections"]) == ("Dữ kiện do máy đọc, chưa có ai sửa.", [])


def test_no_cell_of_a_workbook_is_a_formula(client):
    document = read_plan(client)
    bad = ['=HYPERLINK("http://a")', "+1+1", "-2", "@SUM(1)", "\t=1", "=cmd|' /C calc'!A0"]
    correct(client, document, "tasks", 0, text=bad[0], product=bad[5], lead="\n".join(bad[1:5]))
    book = load_workbook(BytesIO(client.get(f"/documents/{document.pk}/tasks.xlsx").content))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert bad[0] in [cell.value for cell in cells]
    assert {cell.data_type for cell in cells} == {"s"}
    assert all(cell.quotePrefix for cell in cells)


def test_an_untouched_form_changes_nothing(client):
    document = read_plan(client)
    for part, number in (("header", 1), ("tasks", 4), ("reports", 1), ("citations", 1), ("outline", 5)):
        for index in range(number):
            correct(client, document, part, index)
    content = json.loads(client.get(f"/documents/{document.pk}/facts.json").content)
    assert content["corrections"] == []


def test_a_wrong_date_is_asked_again_with_what_was_typed(client):
    document = read_plan(client)
    answer = correct(client, document, "header", 0, date="31/2/2031", title="Trồng mây")
    assert answer.status_code == 422
    assert "“2031-02-31” không phải là một ngày" in shown(answer)
    assert form(answer)["title"] == "Trồng mây"


def test_dates_are_written_as_people_here_write_them(client):
    document = read_plan(client)
    correct(client, document, "header", 0, date="7/3/2031")
    document.refresh_from_db()
    assert document.issued == "2031-03-07"


def test_an_item_is_taken_out_and_a_missed_one_added(client):
    document = read_plan(client)
    page = f"/documents/{document.pk}/"
    correct(client, document, "tasks", 0, take_out="1")
    added = {
        "words": "Giữ bờ suối không sạt lở trong mùa mưa.",
        "lead": "Hội Nông dân xã",
        "time.kind": "continuous",
    }
    assert path_of(client.post(f"{page}add/tasks/", added)) == page
    seen = shown(client.get(page))
    assert "Mục đã bỏ (1)" in seen
    document.refresh_from_db()
    assert document.task_count == 4


def test_words_that_the_text_does_not_have_are_refused(client):
    document = read_plan(client)
    answer = client.post(f"/documents/{document.pk}/add/tasks/", {"words": "Xây cầu bê tông"})
    assert answer.status_code == 422
    assert "Không thấy câu này trong văn bản." in shown(answer)


def test_an_older_form_is_told_that_the_item_changed(client):
    document = read_plan(client)
    address = f"/documents/{document.pk}/edit/tasks/0/"
    old = form(client.get(address))
    correct(client, document, "tasks", 0, product="Giống")
    answer = client.post(address, old | {"product": "Cây con"})
    assert answer.status_code == 409
    assert "vừa được người khác sửa" in shown(answer)


@pytest.mark.parametrize("address", ["edit/tasks/99/", "edit/nothing/0/", "add/citations/"])
def test_what_is_not_there_is_not_found(client, address):
    document = read_plan(client)
    assert client.get(f"/documents/{document.pk}/{address}").status_code == 404
