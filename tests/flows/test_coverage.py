"""A plan beside the document above it: chosen in the register, compared, decided on, taken away."""

from io import BytesIO
from uuid import uuid4

import pytest
from openpyxl import load_workbook

from caytre.core import search
from caytre.core.models import Event
from caytre.documents.models import Basis, Document, Judgement, Reading
from caytre.documents.queries.register import KIND
from caytre.documents.rules.summary import findable, summary
from factories import AT, colleague, office
from flows.pages import path_of, shown
from papers import paper
from vanban import read_text
from vanban.jsonform import to_json

pytestmark = pytest.mark.django_db

UPPER = paper(
    "I. NHIỆM VỤ",
    "1. Trồng 200 cây tre dọc hai bờ suối.",
    "2. Sửa mái kho sách của thư viện tỉnh.",
    "3. Khảo sát luồng lạch, cắm biển báo đường thủy.",
)
PLAN = paper(
    "Thực hiện Kế hoạch số 118/KH-UBND ngày 14/02/2030 của Ủy ban nhân dân tỉnh Bến Mây;",
    "I. NHIỆM VỤ",
    "1. Trồng 300 cây tre dọc hai bờ suối Trúc.",
    "2. Chữa mái kho sách <của xã>.",
    "3. Nuôi cá lồng trên hồ Mây.",
    number="41/KH-UBND",
)


def known(text, *, by, name):
    """A document of the office that was read."""
    content = to_json(read_text(text))
    document = Document.objects.create(
        name=name, kind="text", size=1, sha256=uuid4().hex * 2, received_at=AT, queued_at=AT, received_by=by,
        unit=office(), state="read", **summary(content),
    )  # fmt: skip
    Reading.objects.create(document=document, number=1, at=AT, version="0", content=content)
    search.put(document.pk, kind=KIND, text=findable(content, name=name))
    return document


@pytest.fixture
def upper(officer):
    return known(UPPER, by=officer, name="tren.txt")


@pytest.fixture
def plan(officer):
    return known(PLAN, by=officer, name="duoi.txt")


@pytest.fixture
def page(client, plan, upper):
    """Where the two are compared."""
    client.post(f"/documents/{plan.pk}/above/", {"upper": str(upper.pk)})
    return f"/documents/{plan.pk}/above/{upper.pk}/"


def marks(client, page):
    """The mark of each requirement, in their order."""
    body = client.get(page).content.decode()
    return [part.split('"', 1)[0] for part in body.split('id="r-')[1:]]


def judged(client, page, number, **sent):
    """The answer to a decision about a requirement."""
    return client.post(f"{page}asked/{marks(client, page)[number]}/", sent)


def task(client, page, number, words):
    """The mark of the task that has these words among those offered for a requirement."""
    body = client.get(f"{page}asked/{marks(client, page)[number]}/").content.decode()
    return body.split(words)[0].rsplit('<option value="', 1)[1][:16]


def test_a_document_that_is_cited_is_offered_and_chosen(client, plan, upper):
    above = f"/documents/{plan.pk}/above/"
    assert above in client.get(f"/documents/{plan.pk}/").content.decode()
    words = shown(client.get(above))
    assert "Văn bản này viện dẫn:" in words and "118/KH-UBND" in words
    answer = client.post(above, {"upper": str(upper.pk)})
    assert path_of(answer) == f"{above}{upper.pk}/"
    assert Event.objects.get(name="documents.basis.chosen").details == {"upper": str(upper.pk)}
    assert f"/above/{upper.pk}/" in client.get(f"/documents/{upper.pk}/above/").content.decode()


def test_others_are_found_by_their_words(client, plan, upper):
    Document.objects.filter(pk=upper.pk).update(code="")
    assert "Sổ chưa có văn bản nào" in shown(client.get(f"/documents/{plan.pk}/above/"))
    assert "Sổ chưa có" not in shown(client.get(f"/documents/{plan.pk}/above/?q=bien+bao+duong+thuy"))
    assert "Không có văn bản nào khớp" in shown(client.get(f"/documents/{plan.pk}/above/?q=zzzz"))


def test_a_document_is_not_above_itself(client, plan):
    assert client.post(f"/documents/{plan.pk}/above/", {"upper": str(plan.pk)}).status_code == 422
    assert client.post(f"/documents/{plan.pk}/above/", {"upper": "x"}).status_code == 404
    assert not Basis.objects.exists()


def test_each_requirement_stands_beside_its_task_with_the_words_marked(client, page):
    body, words = client.get(page).content.decode(), shown(client.get(page))
    assert body.count("<mark>cây tre dọc hai bờ suối</mark>") == 2
    assert "&lt;của xã&gt;" in body and "<của xã>" not in body
    assert "Yêu cầu “200 cây tre”, kế hoạch đặt “300 cây tre”: vượt yêu cầu." in words
    assert "Tất cả 3 Đã có 1 Vượt yêu cầu 1 Mới có một phần 0 Chưa có 1" in words
    assert "không thấy căn cứ (1) Nuôi cá lồng trên hồ Mây." in words
    assert len(marks(client, page)) == 3
    assert len(marks(client, f"{page}?state=not")) == 1


def test_what_the_machine_proposes_is_confirmed_with_one_button(client, page, officer):
    mark = marks(client, page)[0]
    body = client.get(page).content.decode()
    form = body[body.index(f'action="{page}asked/{mark}/"') :]
    sent = {name: form.split(f'name="{name}" value="')[1].split('"')[0] for name in ("state", "task")}
    assert path_of(judged(client, page, 0, **sent)) == page
    row = Judgement.objects.get()
    assert (row.state, row.by, row.task["text"]) == (
        "more",
        officer,
        "Trồng 300 cây tre dọc hai bờ suối Trúc.",
    )
    assert f"{officer.shown} quyết định lúc" in shown(client.get(page))
    event = Event.objects.get(name="documents.requirement.judged")
    assert (event.details["state"], event.details["judgement"]) == ("more", row.pk)


def test_another_task_is_chosen(client, page):
    chosen = task(client, page, 2, "Nuôi cá lồng")
    judged(client, page, 2, state="partly", task=chosen, why="Có làm biển báo")
    words = shown(client.get(page))
    assert "Mới có một phần" in words and "máy gợi ý: Chưa có" in words and "Lý do: Có làm biển báo" in words
    assert "không thấy căn cứ" not in words, "the task has its basis now"


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({"state": "foreign"}, "Hãy ghi lý do"),
        ({"state": "covered"}, "Hãy chọn nhiệm vụ"),
        ({"state": "khác", "why": "x"}, "Hãy chọn tình trạng"),
    ],
)
def test_a_decision_that_lacks_something_is_not_written(client, page, sent, told):
    answer = judged(client, page, 2, **sent)
    assert (answer.status_code, Judgement.objects.count()) == (422, 0)
    assert told in shown(answer)


def test_what_is_not_ours_is_said_with_its_reason_and_taken_back(client, page):
    judged(client, page, 2, state="foreign", why="Việc của Cảng vụ")
    assert "Không thuộc trách nhiệm 1" in shown(client.get(page))
    judged(client, page, 2, state="")
    assert "Chưa có 1 Không thuộc trách nhiệm 0 Chưa ai quyết định 3" in shown(client.get(page))
    assert Judgement.objects.count() == 2, "what was decided stays on record"


def test_a_later_reading_does_not_change_what_a_person_decided(client, page, plan):
    judged(client, page, 2, state="partly", task=task(client, page, 2, "Nuôi cá lồng"), why="")
    judged(client, page, 1, state="foreign", why="Việc của Sở Văn hóa")
    old = Reading.objects.get(document=plan).content
    later = {**old, "tasks": [one for one in old["tasks"] if "cá lồng" not in one["text"]]}
    Reading.objects.create(document=plan, number=2, at=AT, version="2", content=later)
    words = shown(client.get(page))
    assert "Nhiệm vụ đã chọn, kế hoạch nay không còn Nuôi cá lồng trên hồ Mây." in words
    assert "Mới có một phần 1" in words and "Không thuộc trách nhiệm 1" in words


def test_a_decision_on_what_is_asked_no_more_is_still_told(client, page, upper):
    judged(client, page, 2, state="foreign", why="Việc của Cảng vụ")
    old = Reading.objects.get(document=upper).content
    Reading.objects.create(
        document=upper, number=2, at=AT, version="2", content={**old, "tasks": old["tasks"][:2]}
    )
    words = shown(client.get(page))
    assert "Quyết định về yêu cầu nay không còn thấy trong văn bản Khảo sát luồng lạch" in words


def test_the_table_is_taken_away_as_a_workbook(client, page):
    judged(client, page, 2, state="foreign", why="=1+1")
    book = load_workbook(BytesIO(client.get(f"{page}coverage.xlsx").content))
    first, _, third = list(book["Đối chiếu"].iter_rows(min_row=2, values_only=True))
    assert first[1:5] == (
        "Trồng 200 cây tre dọc hai bờ suối.", "Vượt yêu cầu", "Trồng 300 cây tre dọc hai bờ suối Trúc.",
        "cây tre dọc hai bờ suối",
    )  # fmt: skip
    assert third[2] == "Không thuộc trách nhiệm" and third[6] == "=1+1"
    assert [row[1].value for row in book["Không thấy căn cứ"]] == ["Nhiệm vụ", "Nuôi cá lồng trên hồ Mây."]
    assert {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row if cell.value} == {
        "s"
    }


def test_a_document_chosen_by_mistake_is_dropped_and_its_decisions_come_back_with_it(
    client, page, plan, upper
):
    judged(client, page, 2, state="foreign", why="Việc của Cảng vụ")
    client.post(f"{page}drop/")
    assert client.get(page).status_code == 404
    client.post(f"/documents/{plan.pk}/above/", {"upper": str(upper.pk)})
    assert "Việc của Cảng vụ" in shown(client.get(page))
    assert list(Event.objects.filter(name__startswith="documents.basis").values_list("name", flat=True)) == [
        "documents.basis.chosen", "documents.basis.dropped", "documents.basis.chosen",
    ]  # fmt: skip


def test_who_only_sees_it_decides_nothing(client, page):
    mark = marks(client, page)[0]
    client.force_login(colleague("khac", role="inspector"))
    body = client.get(page).content.decode()
    assert "asked/" not in body
    assert client.post(f"{page}asked/{mark}/", {"state": "foreign", "why": "x"}).status_code == 403
    assert client.get(f"{page}coverage.xlsx").status_code == 200


def test_a_removed_document_takes_its_comparison_along(client, page, upper, officer):
    judged(client, page, 2, state="foreign", why="Việc của Cảng vụ")
    client.post(f"/documents/{upper.pk}/remove/", {"why": "nhầm"})
    assert (Basis.objects.count(), Judgement.objects.count()) == (0, 0)


def test_a_plan_that_was_not_read_is_not_compared(client, page, plan):
    Reading.objects.filter(document=plan).delete()
    assert client.get(page).status_code == 409


def test_what_is_lost_on_the_way_down_is_told_with_what_people_decided(client, page, plan, upper, officer):
    assert "chưa được chọn là thực hiện văn bản nào khác" in shown(client.get(f"{page}chain/"))
    top = known(UPPER.replace("118/KH-UBND", "9/CT-TTg"), by=officer, name="cao.txt")
    client.post(f"/documents/{upper.pk}/above/", {"upper": str(top.pk)})
    words = shown(client.get(f"{page}chain/"))
    assert "1 trong 3 yêu cầu của văn bản trên cùng" in words
    assert "Không còn từ 41/KH-UBND Khảo sát luồng lạch" in words
    judged(client, page, 1, state="not")
    assert "2 trong 3 yêu cầu" in shown(client.get(f"{page}chain/"))
