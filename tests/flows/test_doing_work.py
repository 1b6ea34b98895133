"""The story of one task through the web door."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse, reverse_lazy
from openpyxl import Workbook

from caytre.units.models import Role
from caytre.work.models import Evidence, Occurrence
from countries import TODAY, small_country
from factories import SECRET, STAMPED
from flows.pages import form, shown
from works import at_work, occurrence, task


@pytest.fixture
def country(db):
    return small_country()


INBOX = reverse_lazy("inbox")
LINK = "https://suoitruc.example/tre"


def signed_in(user):
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def giver(country):
    return signed_in(at_work("dau-moi", at=country.suoi_truc, role=Role.FOCAL))


@pytest.fixture
def doer(country):
    return signed_in(at_work("truong-phong", at=country.economy, role=Role.LEADER))


@pytest.fixture
def one(country, officer):
    given = task("Chọn giống tre", of=country.suoi_truc, by=officer, lead=country.economy)
    return occurrence(given, unit=country.economy)


def at(one, deed=""):
    return reverse("step", args=[one.pk, deed]) if deed else reverse("occurrence", args=[one.pk])


def do(client, one, deed, **values):
    """The answer to the form of a step, sent with these values."""
    return client.post(at(one, deed), form(client.get(at(one, deed))) | values)


def test_from_the_inbox_to_verified(country, one, giver, doer):
    page = doer.get(INBOX)
    assert "Chờ nhận: 1" in shown(page) and at(one) in page.content.decode()
    assert "Chưa nhận" in shown(doer.get(at(one)))
    assert do(doer, one, "receive").status_code == 302
    answer = do(doer, one, "show", percent="40", text="Đã chọn 3 giống.", figures="Số giống: 3", links=LINK)
    assert answer.status_code == 302
    page = shown(doer.get(at(one)))
    for words in ("Đã chọn 3 giống.", "Số giống : 3", "40 %", LINK, "cập nhật tiến độ"):
        assert words in page
    do(doer, one, "claim", text="Xong.")
    assert "chờ xác nhận hoàn thành: 1" in shown(giver.get(INBOX))
    do(giver, one, "verify")
    one.refresh_from_db()
    assert one.state == "verified"


def workbook(*cells):
    book = Workbook()
    for cell in cells:
        book.active.append([cell])
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def proof(name, content):
    return SimpleUploadedFile(name, content if isinstance(content, bytes) else content.encode())


def test_evidence_is_given_with_a_form_and_taken_away_as_it_came(one, doer, giver):
    files = [
        proof("Biên bản.txt", "Biên bản chọn giống tre."),
        proof("số liệu.xlsx", workbook("Số giống", "3")),
    ]
    assert do(doer, one, "show", percent="", text="", files=files).status_code == 302
    kept = Evidence.objects.order_by("name")
    assert [(row.name, row.kind) for row in kept] == [("Biên bản.txt", "text"), ("số liệu.xlsx", "xlsx")]
    answer = giver.get(f"{at(one)}evidence/{kept[0].pk}/")
    assert b"".join(answer.streaming_content).decode() == "Biên bản chọn giống tre."
    assert answer["Content-Type"] == "application/octet-stream"
    assert (
        answer["Content-Disposition"].startswith("attachment")
        and "sandbox" in answer["Content-Security-Policy"]
    )
    one.refresh_from_db()
    assert one.shown_at is not None and one.percent == 0


@pytest.mark.parametrize(
    ("name", "content"),
    [("kín.txt", STAMPED), ("kín.xlsx", workbook("UBND TỈNH BẾN MÂY", "MẬT", "Số liệu"))],
)
def test_what_bears_a_stamp_of_secrecy_is_refused_before_anything_is_stored(
    one, doer, settings, name, content
):
    good = proof("tốt.txt", "Biên bản.")
    page = do(doer, one, "show", percent="50", text="Xem tệp.", files=[good, proof(name, content)])
    assert page.status_code == 422 and SECRET in shown(page) and name not in page.content.decode()
    assert "Xem tệp." in page.content.decode(), "what was written is kept in the form"
    assert not Evidence.objects.exists() and not one.entries.exists()
    assert not list(settings.MEDIA_ROOT.rglob("*")) and not list(settings.FILE_UPLOAD_TEMP_DIR.iterdir())


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.html", "<html><body><p>Xin chào</p></body></html>", "không nhận làm minh chứng"),
        ("a.zip", b"PK\x03\x04" + b"\0" * 40, "bị hỏng"),
        ("a.pdf", "%PDF-1.7 hỏng", "bị hỏng"),
        ("a.bin", bytes(range(256)) * 9, "Không nhận ra loại tệp"),
    ],
)
def test_what_is_no_evidence_is_refused_by_name(one, doer, name, content, words):
    page = do(doer, one, "show", percent="50", text="Xem tệp.", files=[proof(name, content)])
    assert page.status_code == 422 and words in shown(page) and name in shown(page)
    assert not Evidence.objects.exists()


def test_a_file_of_other_work_is_not_given_under_this(country, officer, one, doer):
    do(doer, one, "show", percent="", text="", files=[proof("a.txt", "Biên bản.")])
    other = occurrence(task("Khác", of=country.suoi_truc, by=officer), unit=country.economy)
    file = Evidence.objects.get()
    assert doer.get(f"{at(other)}evidence/{file.pk}/").status_code == 404


@pytest.mark.parametrize(
    "figures", ["Số cây: 1,234.5", "Số cây: 1.25", "Số cây", "Số cây: nhiều", "a: 1\na: 2"]
)
def test_a_number_that_may_mean_two_things_is_asked_back(one, doer, figures):
    page = do(doer, one, "show", percent="1", text="x", figures=figures)
    assert page.status_code == 422 and "Số cây đã trồng: 1.250" in shown(page)


@pytest.mark.parametrize(
    ("written", "kept"),
    [("1.250", 1250), ("12,5", 12.5), ("1.234.567,25", 1234567.25), ("-3", -3), ("１２", 12), ("007", 7)],
)
def test_a_number_is_read_as_it_is_written_here(one, doer, written, kept):
    do(doer, one, "show", percent="1", text="x", figures=f"Số cây: {written}")
    assert one.entries.get().figures == {"Số cây": kept}


def test_an_objection_names_another_unit_and_the_giver_passes_it_on(country, one, doer, giver):
    finance = str(country.finance.pk)
    assert do(doer, one, "object", text="Thuộc Sở Tài chính.", unit=finance).status_code == 302
    page = shown(giver.get(at(one)))
    assert "đề nghị chuyển" in page and "Sở Tài chính tỉnh Bến Mây" in page
    assert do(giver, one, "pass", text="Chuyển.", unit=finance).status_code == 302
    assert Occurrence.objects.get(after=one).unit == country.finance
    assert "Nay do đơn vị khác thực hiện" in shown(giver.get(at(one)))


def test_more_time_is_asked_for_and_decided(one, doer, giver):
    asked, granted = TODAY + timedelta(days=50), TODAY + timedelta(days=40)
    Occurrence.objects.update(due_on=TODAY + timedelta(days=30))
    do(doer, one, "ask", text="Mưa kéo dài.", day=asked.isoformat())
    assert "xin gia hạn: 1" in shown(giver.get(INBOX))
    page = do(giver, one, "decide", answer="no", text="")
    assert page.status_code == 422 and "Hãy ghi lý do" in shown(page)
    do(giver, one, "decide", answer="yes", day=granted.isoformat())
    one.refresh_from_db()
    assert one.due_on == granted


def test_whoever_was_overtaken_is_told_so_and_keeps_the_words(one, doer, giver):
    old = form(giver.get(at(one, "withdraw")))
    do(doer, one, "receive")
    page = giver.post(at(one, "withdraw"), old | {"text": "Không cần nữa."})
    assert page.status_code == 409
    assert "vừa được người khác cập nhật" in shown(page) and "Không cần nữa." in page.content.decode()
    assert "đã nhận việc" in shown(page), "and what happened meanwhile is below"
    assert giver.post(at(one, "withdraw"), form(page) | {"text": "Không cần nữa."}).status_code == 302


def test_who_may_not_sees_why(country, one):
    clerk = signed_in(at_work("van-thu", at=country.economy, role=Role.CLERK))
    page = shown(clerk.get(at(one)))
    assert "Nhận việc" in page and "đúng chức vụ hoặc đang được phân công" in page
    assert clerk.get(at(one, "show")).status_code == 403
    assert clerk.post(at(one, "show"), {"text": "x", "percent": "1"}).status_code == 403


def test_a_stranger_and_a_sister_do_not_learn_that_it_is_there(country, one):
    for where in ("ghenh_soi", "nui_xanh"):
        other = signed_in(at_work(where, at=getattr(country, where), role=Role.LEADER))
        assert {other.get(at(one, deed)).status_code for deed in ("", "show", "receive")} == {404}
    assert (
        signed_in(at_work("ong", at=country.economy, role=Role.LEADER)).get(at(one, "nonsense")).status_code
        == 404
    )


def test_what_is_done_on_request_is_opened_for_each_event(country, officer, giver):
    given = task(
        "Chống lụt", of=country.suoi_truc, by=officer, lead=country.economy, kind="ad_hoc", due_on=None
    )
    address = reverse("call-task", args=[given.pk])
    for _ in range(2):
        assert giver.post(address, form(giver.get(address)) | {"day": "2031-03-09"}).status_code == 302
    assert given.occurrences.count() == 2


def test_pages_ask_as_much_of_the_database_for_many_rows_as_for_few(country, officer, one, doer):
    def queries(address):
        doer.get(address)
        with CaptureQueriesContext(connection) as found:
            assert doer.get(address).status_code == 200
        return len(found)

    do(doer, one, "show", percent="1", text="Một", files=[proof("a.txt", "Biên bản.")])
    occurrence(one.task, unit=country.economy, key="k")
    occurrence(task("Phần", of=country.economy, by=officer, parent=one.task), unit=country.finance)
    few = [queries(INBOX), queries(at(one))]
    given = one.task
    for number in range(30):
        occurrence(given, unit=country.economy, key=f"k{number}")
        part = task(f"Phần {number}", of=country.economy, by=officer, parent=given)
        occurrence(part, unit=country.finance, state="verified")
        do(doer, one, "show", percent="1", text=f"Lần {number}", links=LINK)
    assert [queries(INBOX), queries(at(one))] == few
