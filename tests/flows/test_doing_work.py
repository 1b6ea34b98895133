"""The story of one task through the web door."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from caytre.units.models import Role
from caytre.work.models import Evidence, Occurrence
from caytre.work.rules.evidence import NotEvidence
from countries import TODAY, small_country
from factories import SECRET, STAMPED
from flows.pages import form, shown
from works import at_work, occurrence, task


@pytest.fixture
def country(db):
    return small_country()


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
    return f"/work/{one.pk}/{deed + '/' if deed else ''}"


def do(client, one, deed, **values):
    """The answer to the form of a step, sent with these values."""
    return client.post(at(one, deed), form(client.get(at(one, deed))) | values)


def test_from_the_inbox_to_verified(country, one, giver, doer):
    page = doer.get("/work/inbox/")
    assert "Chờ nhận: 1" in shown(page) and at(one) in page.content.decode()
    page = doer.get(at(one))
    assert "Chưa nhận" in shown(page) or "Còn" in shown(page)
    assert do(doer, one, "receive").status_code == 302
    answer = do(doer, one, "show", percent="40", text="Đã chọn 3 giống.", figures="Số giống: 3", links="https://suoitruc.example/tre")
    assert answer.status_code == 302
    page = shown(doer.get(at(one)))
    for words in ("Đã chọn 3 giống.", "Số giống : 3", "40 %", "https://suoitruc.example/tre", "cập nhật tiến độ"):
        assert words in page
    do(doer, one, "claim", text="Xong.")
    assert "chờ xác nhận hoàn thành: 1" in shown(giver.get("/work/inbox/"))
    do(giver, one, "verify")
    one.refresh_from_db()
    assert one.state == "verified"
