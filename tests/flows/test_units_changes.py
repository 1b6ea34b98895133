"""An administrator changes units through the pages: a form, what it would do, a button that does exactly that."""

from __future__ import annotations

import re
from html import unescape

import pytest

from caytre.core.models import Event, User
from caytre.units.models import Handover, Post, Role, Unit, UnitEvent, UnitState
from countries import post, small_country
from factories import person
from flows.pages import shown
from vanban.units.model import agency_uid

LAW = "Nghị quyết số 9/NQ-HĐND"


@pytest.fixture
def country(db):
    return small_country()


@pytest.fixture
def admin(client, country):
    """A browser of somebody who administers the province Bến Mây."""
    user = person("quantri-tinh")
    post(user, at=country.ben_may, role=Role.ADMINISTRATOR)
    client.force_login(user)
    return client


def sent(**fields):
    return {"effective": "2031-04-01", "legal_basis": LAW, "token": "t1", "step": "preview"} | fields


def hidden(answer):
    """What the button of a preview would send."""
    html = answer.content.decode()
    html = html[html.rindex('<form method="post"') :]
    found: dict[str, list[str]] = {"step": ["do"]}
    for name, value in re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', html):
        if name != "csrfmiddlewaretoken":
            found.setdefault(unescape(name), []).append(unescape(value))
    return found


def do(client, kind, **fields):
    """Preview a change and do it; the answer of the deed."""
    preview = client.post(f"/units/change/{kind}/", sent(**fields))
    assert preview.status_code == 200, shown(preview)
    return client.post(f"/units/change/{kind}/", hidden(preview))


def test_a_commune_becomes_a_ward(admin, country):
    unit = str(country.suoi_truc.pk)
    fields = {"unit": unit, "name": "Phường Suối Trúc", "kind": "phường"}
    preview = admin.post("/units/change/rename/", sent(**fields))
    assert "Xã Suối Trúc, tỉnh Bến Mây từ nay là Phường Suối Trúc (phường)" in shown(preview)
    assert not UnitEvent.objects.filter(kind="rename").exists()
    answer = admin.post("/units/change/rename/", hidden(preview), follow=True)
    assert "Đã ghi thay đổi: Đổi tên Nghị quyết số 9/NQ-HĐND." in shown(answer)
    names = UnitState.objects.filter(unit=unit).values_list("name", "short", "valid_from")
    assert [str(part) for part in names[1]] == ["Phường Suối Trúc", "Suối Trúc", "2031-04-01"]


def test_two_communes_become_one(admin, country):
    clerk = person("vanthu")
    post(clerk, at=country.ghenh_soi, role=Role.CLERK)
    fields = {
        "units": [str(country.suoi_truc.pk), str(country.ghenh_soi.pk)],
        "new.0.kind": "phường", "new.0.name": "Phường Trúc Sỏi", "new.0.code": "91120",
    }  # fmt: skip
    preview = shown(admin.post("/units/change/merge/", sent(**fields)))
    for line in (
        "Lập Phường Trúc Sỏi (phường, mã 91120)",
        "Phường Trúc Sỏi tiếp nhận mọi việc từ Phường Ghềnh Sỏi, tỉnh Bến Mây",
        "Phường Trúc Sỏi trực thuộc Tỉnh Bến Mây (Chính quyền)",
        "vanthu, Văn thư ở Phường Ghềnh Sỏi, tỉnh Bến Mây: tiếp tục ở Phường Trúc Sỏi",
    ):
        assert line in preview
    answer = do(admin, "merge", **fields)
    new = Unit.objects.get(code="91120")
    assert answer["Location"] == f"/units/{new.pk}/"
    assert new.level == "commune"
    assert Post.objects.filter(user=clerk, unit=new, valid_from="2031-04-01").exists()


def test_a_click_too_many_changes_nothing(admin, country):
    fields = {"new.0.kind": "phòng", "new.0.name": "Phòng Thí điểm", "level": "commune", "tree": "state",
              "parent": str(country.suoi_truc.pk)}  # fmt: skip
    preview = admin.post("/units/change/founding/", sent(**fields))
    first, second = (admin.post("/units/change/founding/", hidden(preview)) for _ in range(2))
    assert (first.status_code, second.status_code) == (302, 303)
    assert first["Location"] == second["Location"]
    assert UnitState.objects.filter(name="Phòng Thí điểm").count() == 1


def test_what_changed_meanwhile_is_shown_and_nothing_is_done(admin, country):
    fields = {"unit": str(country.economy.pk)}
    preview = admin.post("/units/change/dissolution/", sent(**fields))
    post(person("moi"), at=country.economy, role=Role.FOCAL)
    answer = admin.post("/units/change/dissolution/", hidden(preview))
    assert answer.status_code == 409
    assert "Chưa ghi gì." in shown(answer)
    assert "moi, Cán bộ đầu mối ở Phòng Kinh tế xã Suối Trúc" in shown(answer)
    assert not UnitEvent.objects.filter(kind="dissolution").exists()
    assert admin.post("/units/change/dissolution/", hidden(answer)).status_code == 302
    assert Handover.objects.get().unit == country.economy


def test_what_is_missing_stands_beside_its_field(admin, country):
    answer = admin.post("/units/change/move/", sent(effective=""))
    assert answer.status_code == 422
    assert "Hãy ghi ngày có hiệu lực." in shown(answer)
    assert shown(answer).count("Hãy chọn đơn vị.") == 2


@pytest.mark.parametrize(
    ("kind", "fields", "said"),
    [
        ("rename", {"unit": "lau", "name": "Xã Lau", "kind": "xã"}, "không tồn tại vào ngày"),
        ("move", {"unit": "suoi_truc", "parent": "economy"}, "Hãy chọn cấp trên khác."),
        ("rename", {"unit": "suoi_truc", "name": "Xã Suối Trúc", "kind": "xã"}, "Chưa có gì thay đổi."),
    ],
)
def test_a_refusal_is_shown_on_the_form(admin, country, kind, fields, said):
    values = {
        name: str(getattr(country, value).pk) if hasattr(country, value) else value
        for name, value in fields.items()
    }
    answer = admin.post(f"/units/change/{kind}/", sent(**values))
    assert answer.status_code == 422
    assert said in shown(answer)


def test_units_are_found_in_the_form_without_scripts(admin, country):
    answer = admin.post(
        "/units/change/rename/", {"step": "find", "q.unit": "suoi truc", "effective": "2031-04-01"}
    )
    assert f'type="radio" name="unit" value="{country.suoi_truc.pk}"' in answer.content.decode()
    page = admin.get("/units/offer/?field=units&many=1&q.units=khe+say&effective=2030-01-01")
    assert f'type="checkbox" name="units" value="{country.khe.pk}"' in page.content.decode()
    assert "Xã Khe Sậy, huyện Mây Trắng, tỉnh Bến Mây" in shown(page)


def test_a_split_asks_where_those_below_go(admin, country):
    fields = {
        "unit": str(country.ben_may.pk), "step": "find", "new.0.name": "Tỉnh Mây", "new.1.name": "Tỉnh Bến",
        "token": "t1", "effective": "2031-04-01",
    }  # fmt: skip
    page = admin.post("/units/change/split/", fields)
    assert f'name="to.{country.suoi_truc.pk}"' in page.content.decode()


def test_the_end_of_a_level_asks_for_territory_and_work_of_each(admin, country):
    page = admin.post("/units/change/level-end/", {"step": "find", "units": str(country.ghenh_soi.pk)})
    assert "Lãnh thổ của Phường Ghềnh Sỏi về các đơn vị" in shown(page)
    assert "Lĩnh vực của Phường Ghềnh Sỏi về các cơ quan" in shown(page)


@pytest.mark.parametrize("role", [Role.CLERK, Role.LEADER])
def test_who_administers_nothing_may_not_change(client, country, role):
    user = person("khac")
    post(user, at=country.suoi_truc, role=role)
    client.force_login(user)
    for address in ("/units/change/", "/units/change/rename/"):
        assert client.get(address).status_code == 403
    assert "Ghi thay đổi" not in shown(client.get("/units/"))


def test_an_administrator_changes_only_what_lies_below(admin, country):
    answer = admin.post(
        "/units/change/rename/", sent(unit=str(country.nui_xanh.pk), name="Xã Núi", kind="xã")
    )
    assert answer.status_code == 403
    assert "Chỉ quản trị viên của mọi đơn vị liên quan" in shown(answer)
    assert 'value="Xã Núi"' in answer.content.decode(), "nothing of the form is lost"


def test_a_usual_agency_that_is_no_row_yet_is_changed_at_the_first_try(admin, country):
    agency = agency_uid("so-xay-dung", seat=str(country.ben_may.pk))
    fields = {"unit": agency, "name": "Sở Cầu đường tỉnh Bến Mây", "kind": "sở"}
    preview = admin.post("/units/change/rename/", sent(**fields))
    assert preview.status_code == 200, shown(preview)
    assert not Unit.objects.filter(pk=agency).exists(), "looking at a preview writes nothing"
    admin.post("/units/change/rename/", hidden(preview))
    names = UnitState.objects.filter(unit=agency, valid_to=None).values_list("name", flat=True)
    assert list(names) == ["Sở Cầu đường tỉnh Bến Mây"]


def test_the_usual_agency_of_another_province_is_not_theirs(admin, country):
    agency = agency_uid("so-xay-dung", seat=str(country.doi_cao.pk))
    answer = admin.post("/units/change/rename/", sent(unit=agency, name="Sở Cầu đường", kind="sở"))
    assert answer.status_code == 403
    assert not Unit.objects.filter(pk=agency).exists()


def test_the_history_says_in_which_post_it_was_done(admin, country):
    user = User.objects.get(username="quantri-tinh")
    Post.objects.filter(user=user).delete()
    post(user, at=country.suoi_truc, role=Role.CLERK)
    post(user, at=country.ben_may, role=Role.ADMINISTRATOR)
    fields = sent(unit=str(country.suoi_truc.pk), name="Phường Suối Trúc", kind="phường")
    admin.post("/units/change/rename/", hidden(admin.post("/units/change/rename/", fields)))
    assert Event.objects.get(name="units.unit.renamed").capacity == "Quản trị viên, UBND tỉnh Bến Mây"
