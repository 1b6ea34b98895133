"""The forms in which facts are put right."""

import json
import re

import pytest

from factories import PLAN
from flows.pages import correct, form, path_of, read_plan, shown

pytestmark = pytest.mark.django_db


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
    back = re.search(rf"{page}put-back/\d+/", client.get(page).content.decode())
    assert path_of(client.post(back[0])) == page
    assert "Mục đã bỏ" not in shown(client.get(page))
    document.refresh_from_db()
    assert document.task_count == 5


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


DECISION = """QUYẾT ĐỊNH:

Điều 1. Ban hành kèm theo Quyết định này Kế hoạch trồng tre.

Nơi nhận:
- Lưu: VT.

CHỦ TỊCH

Lò Thị Thí Dụ

KẾ HOẠCH
Trồng tre ven suối
(Kèm theo Quyết định số 41/QĐ-UBND)

I. MỤC ĐÍCH"""


def test_an_attached_document_is_put_right(client):
    text = PLAN.replace("KẾ HOẠCH\nTrồng", "QUYẾT ĐỊNH\nVề việc ban hành Kế hoạch trồng")
    document = read_plan(client, text.replace("I. MỤC ĐÍCH", DECISION, 1))
    page = f"/documents/{document.pk}/"
    assert "Tài liệu kèm theo" in shown(client.get(page))
    assert path_of(correct(client, document, "attachments", 0, title="Trồng tre hai bờ")) == page
    assert "Trồng tre hai bờ" in shown(client.get(page))
