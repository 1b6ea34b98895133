"""After the first start an administrator sets up the office; later decides handovers and imports a list."""

from __future__ import annotations

import re
from html import unescape
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook

from caytre.core.models import Event
from caytre.documents.models import Document
from caytre.units.models import Handover, Post, Role, Unit, UnitState
from caytre.units.queries.directory import directory
from caytre.units.rules.change import dissolve
from countries import LAW, happen, post, small_country, unit
from factories import entered, person, read
from flows.pages import path_of, shown


@pytest.fixture
def country(db):
    return small_country()


@pytest.fixture
def commune(country):
    """A commune that has been there at all times."""
    return unit("Xã Bờ Lau", kind="xã", level="commune", code="91190", state=country.ben_may)


@pytest.fixture
def root(client, country):
    """A browser of whoever administers the system; nobody has a post yet."""
    Post.objects.all().delete()
    client.force_login(person("goc", is_superuser=True))
    return client


def test_the_register_leads_to_the_setting_up_of_an_office(root):
    page = root.get("/")
    assert "Hệ thống chưa biết cơ quan nào dùng nó." in shown(page)
    assert 'href="/units/office/"' in page.content.decode()


def test_who_sets_it_up_alone_may_lead_it_and_plans_at_once(root, commune, tmp_path):
    document = read(tmp_path, by=person("truoc", is_superuser=True))
    for _ in range(2):
        root.post("/units/office/", {"unit": str(commune.pk), "is_own": "1", "leads": "1"})
    roles = Post.objects.filter(unit=commune, user__username="goc").values_list("role", flat=True)
    assert sorted(roles) == [Role.ADMINISTRATOR, Role.LEADER]
    assert "Đã lập cơ quan." in shown(root.get("/"))
    assert path_of(root.post(f"/documents/{document.pk}/plan/")).endswith("/proposals/")
    assert "Bắt đầu" not in shown(root.get("/"))


def test_an_office_is_set_up_with_the_agencies_that_were_ticked(root, commune, tmp_path):
    document = entered(tmp_path, by=person("truoc", is_superuser=True))
    assert Document.objects.get(pk=document.pk).unit is None
    page = root.get("/units/office/", {"q.unit": "bo lau", "step": "find"})
    assert str(commune.pk) in page.content.decode()
    page = root.get("/units/office/", {"unit": str(commune.pk)})
    assert "Hội đồng nhân dân xã Bờ Lau" in shown(page)
    bodies = {body.name: body.uid for body in directory().bodies(str(commune.pk), on=LAW.effective)}
    wanted = [bodies["Hội đồng nhân dân xã Bờ Lau"], bodies["Đảng ủy xã Bờ Lau"]]
    sent = {"unit": str(commune.pk), "body": wanted, "is_own": "1"}
    answer = root.post("/units/office/", sent, follow=True)
    assert "1 văn bản đã thuộc về cơ quan này." in shown(answer)
    made = Unit.objects.filter(seat=commune)
    assert set(wanted) <= {str(pk) for pk in made.values_list("pk", flat=True)}
    assert not UnitState.objects.filter(unit__in=made, name__startswith="Phòng").exists()
    assert Document.objects.get(pk=document.pk).unit == commune
    given = Post.objects.get()
    assert (given.user.username, given.unit, given.role) == ("goc", commune, Role.ADMINISTRATOR)
    assert "chưa biết cơ quan nào" not in shown(root.get("/"))


def test_an_office_is_an_administrative_unit(root, country):
    page = root.get("/units/office/", {"unit": str(country.finance.pk)})
    assert "Hãy chọn đơn vị hành chính" in shown(page)


def test_an_administrator_sets_up_only_what_lies_below(client, country):
    user = person("quantri-xa")
    post(user, at=country.suoi_truc, role=Role.ADMINISTRATOR)
    client.force_login(user)
    assert client.get("/units/office/", {"unit": str(country.suoi_truc.pk)}).status_code == 200
    assert client.get("/units/office/", {"unit": str(country.ghenh_soi.pk)}).status_code == 403
    client.post("/units/office/", {"unit": str(country.suoi_truc.pk), "is_own": "1"})
    assert Post.objects.filter(user=user).count() == 1


@pytest.fixture
def waiting(country):
    """A clerk's post of a body that ended, and nobody who took over."""
    clerk = person("vanthu")
    post(clerk, at=country.economy, role=Role.CLERK)
    happen(dissolve(country.economy.pk, basis=LAW))
    return Handover.objects.get()


def test_a_handover_is_decided_with_a_reason(root, country, waiting):
    page = root.get("/units/handover/")
    assert "Phòng Kinh tế xã Suối Trúc" in shown(page) and "vanthu, Văn thư" in shown(page)
    address = f"/units/handover/{waiting.pk}/"
    assert "Chưa văn bản nào nói ai tiếp nhận." in shown(root.get(address))
    heir = str(country.culture.pk)
    assert "Hãy ghi lý do." in shown(root.post(address, {"heir": heir, "step": "do"}))
    found = root.post(address, {"q.heir": "so van hoa", "step": "find"})
    assert f'type="radio" name="heir" value="{heir}"' in found.content.decode()
    answer = root.post(address, {"heir": heir, "why": "Việc về sở", "step": "do"}, follow=True)
    assert "Đã ghi quyết định." in shown(answer) and "Không có gì chờ bàn giao." in shown(answer)
    assert Post.objects.filter(user__username="vanthu", unit=country.culture, role=Role.CLERK).exists()
    assert root.get(address).status_code == 404


def test_that_nobody_goes_on_is_a_decision_too(root, waiting):
    address = f"/units/handover/{waiting.pk}/"
    root.post(address, {"heir": "nobody", "why": "Hết việc", "step": "do"})
    waiting.refresh_from_db()
    assert waiting.decided_at and waiting.heir is None


def test_a_handover_waits_only_for_who_administers_the_unit(client, country, waiting):
    for number, at, role, status in (
        (1, country.doi_cao, Role.ADMINISTRATOR, 404),
        (2, country.suoi_truc, Role.CLERK, 403),
        (3, country.ben_may, Role.ADMINISTRATOR, 200),
    ):
        user = person(f"nguoi{number}")
        post(user, at=at, role=role)
        client.force_login(user)
        assert client.get(f"/units/handover/{waiting.pk}/").status_code == status


def workbook(*rows):
    book = Workbook()
    book.active.append(["Mã", "Tên", "Loại", "Cấp trên"])
    for row in rows:
        book.active.append(list(row))
    stream = BytesIO()
    book.save(stream)
    return SimpleUploadedFile("danh-muc.xlsx", stream.getvalue())


def test_an_official_list_is_looked_at_before_it_is_laid_over(root, country):
    rows = (
        ("91", "Bến Mây", "Tỉnh", ""), ("91110", "Suối Trúc", "Xã", "91"), ("91199", "Ghềnh Sỏi", "Phường", "91"),
        ("91150", "Mới", "Xã", "91"),
    )  # fmt: skip
    page = root.post("/units/national/", {"file": workbook(*rows), "on": "2031-03-01", "step": "check"})
    text = shown(page)
    assert "4 dòng, so với ngày 01/03/2031" in text and "2 mã đúng như đang có" in text
    assert "Phường Ghềnh Sỏi 91111 → Phường Ghềnh Sỏi 91199" in text
    assert "Chưa có trong hệ thống (hãy ghi thay đổi) (1)" in text
    assert not Unit.objects.get(pk=country.suoi_truc.pk).code_is_verified
    answer = root.post(
        "/units/national/", sealed_in(page) | {"source": "Danh mục 2031", "step": "do"}, follow=True
    )
    assert "2 mã được xác nhận, 1 mã và 0 tên được sửa" in shown(answer)
    assert Unit.objects.get(pk=country.suoi_truc.pk).code_is_verified
    assert Unit.objects.get(pk=country.ghenh_soi.pk).code == "91199"


def sealed_in(page):
    """The rows as they were checked, and their day."""
    rows = re.search(r'<input type="hidden" name="sealed" value="(.*?)">', page.content.decode())
    assert rows
    return {"sealed": unescape(rows[1]), "on": "2031-03-01"}


@pytest.fixture
def checked(root, country):
    """The page that says what a list of one province would do."""
    rows = (("91", "Bến Mây", "Tỉnh", ""),)
    return root.post("/units/national/", {"file": workbook(*rows), "on": "2031-03-01", "step": "check"})


def test_without_its_source_a_list_is_not_laid_over_and_nothing_is_lost(root, checked):
    again = root.post("/units/national/", sealed_in(checked) | {"source": "  ", "step": "do"})
    assert again.status_code == 422 and "Hãy ghi danh mục này theo văn bản nào." in shown(again)
    assert sealed_in(again) == sealed_in(checked)
    assert not Unit.objects.filter(code_is_verified=True).exists()


def test_a_list_is_laid_over_as_it_was_looked_at(root, country, checked):
    Unit.objects.filter(pk=country.ben_may.pk).update(code="93")
    answer = root.post("/units/national/", sealed_in(checked) | {"source": "Danh mục 2031", "step": "do"})
    assert answer.status_code == 409 and not Unit.objects.filter(code_is_verified=True).exists()
    forged = root.post("/units/national/", {"sealed": "x", "on": "2031-03-01", "source": "x", "step": "do"})
    assert forged.status_code == 409


def test_a_list_that_is_sent_twice_is_laid_over_once(root, checked):
    for _ in range(2):
        answer = root.post("/units/national/", sealed_in(checked) | {"source": "Danh mục 2031", "step": "do"})
        assert answer.status_code == 302
    assert Event.objects.filter(name="units.code.verified").count() == 1


def test_each_cell_that_is_wrong_is_named(root):
    page = root.post("/units/national/", {"file": workbook(("91", "", "Tỉnh", ""), ("", "Lau", "Xã", "91"))})
    assert "2 ô chưa đúng" in shown(page)
    assert "Ô B2: thiếu “Tên”." in shown(page) and "Ô A3: thiếu “Mã”." in shown(page)


def test_a_file_that_is_no_workbook_is_refused(root):
    page = root.post("/units/national/", {"file": SimpleUploadedFile("x.xlsx", b"PK not really")})
    assert page.status_code == 422 and "Không mở được tệp này" in shown(page)
    assert "Chưa chọn tệp" in shown(root.post("/units/national/"))


def test_only_who_administers_the_system_imports(client, country):
    user = person("quantri-tinh")
    post(user, at=country.ben_may, role=Role.ADMINISTRATOR)
    client.force_login(user)
    assert client.get("/units/national/").status_code == 403
