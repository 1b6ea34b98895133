"""Findings in the margin of the text: what a person says of them stays, and nothing is changed."""

import re
from datetime import timedelta
from html import unescape
from io import BytesIO
from uuid import uuid4

import pytest
from django.utils import timezone
from openpyxl import load_workbook

from caytre import flows
from caytre.core.models import Event
from caytre.documents.actions.sharing import share
from caytre.documents.models import Document, Reading, Verdict
from countries import post, unit
from factories import AT, PLAN, entered, person, read
from flows.pages import correct, shown

pytestmark = pytest.mark.django_db

SLIPS = (
    PLAN.replace("Kế hoạch số 118/KH-UBND", "Quyết định số 1468/QĐ/TTg")
    .replace("III. TỔ CHỨC", "IV. TỔ CHỨC")
    .replace("Trước ngày 30/4/2031", "Trước ngày 30/4/2036")
)
SAID = "viết sai dấu"


@pytest.fixture
def paper(officer, tmp_path):
    """A document in which a number is malformed and a section left out."""
    return read(tmp_path, SLIPS, by=officer)


@pytest.fixture
def page(paper):
    return f"/documents/{paper.pk}/findings/"


def key_of(client, page, code="C101"):
    """The key of the first finding of a code that the page shows."""
    return re.search(rf'id="f-({code}-[\w-]+)"', client.get(page).content.decode())[1]


def say(client, page, key, **values):
    """The answer to what is said of a finding, as the page shows it."""
    sent = {"standing": "accepted", "seen": "0", "after": ""} | values
    return client.post(f"{page}{key}/", sent | {"once": str(uuid4())})


def test_each_stands_beside_its_words_and_leads_to_the_page_of_its_code(client, page):
    html = client.get(page).content.decode()
    key = key_of(client, page)
    place = re.search(rf'href="#(p\d+)" data-fact="f-{key}"', html)[1]
    assert f'<p id="{place}">' in html
    assert f'<mark class="finding" data-fact="f-{key}">1468/QĐ/TTg</mark>' in html
    assert 'href="/checks/C101/"' in html
    assert "Gợi ý: 1468/QĐ-TTg" in shown(client.get(page))


def test_the_reading_page_says_how_many_nobody_has_looked_at(client, page, paper):
    before = int(re.search(r"Kiểm tra (\d+) chưa xem xét", shown(client.get(f"/documents/{paper.pk}/")))[1])
    say(client, page, key_of(client, page))
    assert f"Kiểm tra {before - 1} chưa xem xét" in shown(client.get(f"/documents/{paper.pk}/"))


def test_who_says_that_one_is_right_changes_nothing_in_the_document(client, page, officer):
    key = key_of(client, page)
    before = Reading.objects.get().content
    assert say(client, page, key).status_code == 302
    assert Reading.objects.get().content == before
    assert f"f-{key}" not in client.get(page).content.decode()
    decided = shown(client.get(f"{page}?show=decided"))
    assert SAID in decided and f"Đúng, cần sửa: {officer.shown}" in decided
    told = Event.objects.get(name="documents.finding.accepted")
    assert (told.by, told.details) == (officer, {"code": "C101"})


def test_who_says_that_one_is_not_says_why(client, page):
    key = key_of(client, page)
    answer = say(client, page, key, standing="dismissed", why="  ")
    assert answer.status_code == 422
    assert "Hãy ghi vì sao bỏ qua phát hiện này" in shown(answer)
    assert not Verdict.objects.exists()
    say(client, page, key, standing="dismissed", why="bản chính ghi như vậy")
    assert "“ bản chính ghi như vậy ”" in shown(client.get(f"{page}?show=decided"))


def test_what_was_said_can_be_taken_back(client, page):
    key = key_of(client, page)
    say(client, page, key, standing="dismissed", why="bản chính ghi như vậy")
    said = Verdict.objects.get()
    assert say(client, page, key, standing="open", seen=str(said.pk)).status_code == 302
    assert key_of(client, page) == key
    assert [row.standing for row in Verdict.objects.all()] == ["dismissed", "open"]
    assert say(client, page, key, seen=str(Verdict.objects.last().pk)).status_code == 302


def test_it_stays_when_the_document_is_read_again(client, page, paper, officer):
    key = key_of(client, page)
    say(client, page, key, standing="dismissed", why="bản chính ghi như vậy")
    content = Reading.objects.get().content
    newer = {**content, "tasks": [], "reports": []}
    Reading.objects.create(document=paper, number=2, at=AT, version="9", content=newer)
    assert f"f-{key}" not in client.get(page).content.decode()
    assert f"f-{key}" in client.get(f"{page}?show=decided").content.decode()


def test_it_is_kept_where_the_finding_is_made_no_more(client, page, paper):
    key = key_of(client, page, "T104")
    say(client, page, key)
    assert correct(client, paper, "tasks", 0, **{"time.due": "30/04/2031"}).status_code == 302
    answer = shown(client.get(f"{page}?show=decided"))
    assert "Đã xem xét, nay không còn thấy" in answer and "T104 Thời hạn 30/4/2036" in answer
    said = str(Verdict.objects.get().pk)
    assert say(client, page, key, seen=said).status_code == 409
    assert say(client, page, key, standing="open", seen=said).status_code == 302
    assert "T104" not in shown(client.get(f"{page}?show=all"))


def test_of_two_who_decide_at_once_the_second_is_told(client, page):
    key = key_of(client, page)
    assert say(client, page, key).status_code == 302
    answer = say(client, page, key, standing="dismissed", why="không sao")
    assert answer.status_code == 409
    assert "vừa được người khác xem xét" in shown(answer)
    assert Verdict.objects.count() == 1


def test_the_same_form_sent_twice_is_said_once(client, page):
    sent = {"standing": "accepted", "seen": "0", "after": "", "once": str(uuid4())}
    to = f"{page}{key_of(client, page)}/"
    assert [client.post(to, sent).status_code for _ in range(2)] == [302, 303]
    assert Verdict.objects.count() == 1


def test_the_list_is_narrowed_by_family_and_by_what_is_decided(client, page):
    every = client.get(page).content.decode()
    families = re.findall(r'id="f-([A-Z])', every)
    assert {"C", "S"} <= set(families)
    for family in set(families):
        answer = client.get(f"{page}?family={family}").content.decode()
        assert re.findall(r'id="f-([A-Z])', answer) == [family] * families.count(family)
        counted = unescape(re.search(rf'family={family}" aria-current="true">[^<]+<b>(\d+)', answer)[1])
        assert int(counted) == families.count(family)
    assert 'id="f-' not in client.get(f"{page}?show=decided").content.decode()
    assert client.get(f"{page}?show=nonsense&family=Z").content.decode().count('id="f-') == len(families)


def test_one_after_the_other_without_losing_the_filter(client, page):
    html = client.get(f"{page}?family=C").content.decode()
    form = re.search(r'action="([^"]+/C101-[^"]+)".*?name="after" value="([^"]*)"', html, re.S)
    answer = client.post(
        unescape(form[1]), {"standing": "accepted", "seen": "0", "after": form[2], "once": str(uuid4())}
    )
    assert answer["Location"].startswith(f"{page}?family=C#")


def test_what_has_ended_since_is_seen_from_today(client, officer, tmp_path):
    old = PLAN.replace("năm 2031", "năm 2024").replace("Phòng Kinh tế.", "Bộ Giao thông vận tải.")
    paper = read(tmp_path, old, by=officer)
    assert "U102" in client.get(f"/documents/{paper.pk}/findings/").content.decode()


def test_who_only_reads_sees_and_says_nothing(client, page, paper):
    key = key_of(client, page)
    reader = person("lanhdao")
    place = unit("Xã Đồi Sim", kind="xã", level="commune")
    post(reader, at=place, role="leader")
    client.force_login(reader)
    assert client.get(page).status_code == 404
    share(paper, units=[place.pk], at=AT)
    answer = client.get(page)
    assert SAID in shown(answer) and f"{key}/" not in answer.content.decode()
    assert say(client, page, key).status_code == 403
    assert not Verdict.objects.exists()


def test_the_workbook_holds_what_the_page_of_the_address_shows(client, page):
    say(client, page, key_of(client, page), standing="dismissed", why="=1+1")
    rows = sheet(client.get(page.rstrip("/") + ".xlsx?show=decided"))
    assert [row[1] for row in rows] == ["Mã", "C101"]
    assert rows[1][4:8] == ("1468/QĐ/TTg", "1468/QĐ-TTg", "Bỏ qua", "=1+1")
    html = client.get(page).content.decode()
    assert [row[1] for row in sheet(client.get(page.rstrip("/") + ".xlsx"))[1:]] == re.findall(
        r'id="f-(\w+)-', html
    )


def sheet(answer):
    return list(load_workbook(BytesIO(answer.content)).active.values)


def test_before_it_is_read_there_is_nothing_to_check(client, officer, tmp_path):
    document = entered(tmp_path, by=officer)
    assert client.get(f"/documents/{document.pk}/findings/").status_code == 409


def test_a_stamp_that_is_found_later_takes_out_what_people_said_too(client, page, paper):
    say(client, page, key_of(client, page), standing="dismissed", why="cây ngô đồng")
    flows.withdraw_document(paper.pk, at=timezone.now() + timedelta(days=1))
    assert not Verdict.objects.exists() and not Document.objects.exists()
    assert client.get(page).status_code == 410


def test_a_code_says_why_by_which_rule_and_what_to_do(client):
    words = shown(client.get("/checks/C101/"))
    for part in (
        "Vì sao",
        "Nghị định 30/2020/NĐ-CP",
        "chưa đối chiếu với Công báo",
        "Ví dụ chưa đạt",
        "Cần làm",
    ):
        assert part in words
    assert 'href="/checks/C101/"' in client.get("/checks/").content.decode()
    assert client.get("/checks/C999/").status_code == 404
