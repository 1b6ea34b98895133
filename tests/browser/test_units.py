"""Units on the screen: the tree opens in place, units are found while one types, every page is sound and fits."""

import re

import pytest

from browser.test_every_page import seen
from caytre.units.models import Handover, Role, UnitEvent, UnitState
from caytre.units.rules.change import dissolve
from countries import LAW, happen, post, small_country, unit
from factories import person

NOW = "2031-03-01"


@pytest.fixture
def country(transactional_db, officer):
    """The country; the officer administers its province Bến Mây."""
    made = small_country()
    post(officer, at=made.ben_may, role=Role.ADMINISTRATOR)
    return made


@pytest.fixture
def addresses(country, officer):
    """The address of every page of units."""
    officer.is_superuser = True
    officer.save()
    post(person("vanthu"), at=country.economy, role=Role.CLERK)
    happen(dissolve(country.economy.pk, basis=LAW))
    commune = unit("Xã Bờ Lau", kind="xã", level="commune", state=country.ben_may)
    key = country.suoi_truc.pk
    kinds = ("founding", "rename", "move", "merge", "split", "dissolution", "transfer", "level-end")
    return {
        "tree": "/units/", "then": f"/units/?on=2030-01-01&map=today&open={country.district.pk}",
        "party": "/units/?tree=party&on=2031-03-01", "whole": "/units/?all=1&on=2031-03-01",
        "found": "/units/?q=suoi+truc&on=2031-03-01", "nothing": "/units/?q=zzz", "unit": f"/units/{key}/?on={NOW}",
        "ended": f"/units/{country.dong_nua.pk}/?on={NOW}", "changes": "/units/change/",
        **{kind: f"/units/change/{kind}/?unit={country.finance.pk}" for kind in kinds},
        "office": f"/units/office/?unit={commune.pk}", "handover": "/units/handover/",
        "decide": f"/units/handover/{Handover.objects.get().pk}/", "national": "/units/national/",
    }  # fmt: skip


@pytest.mark.parametrize("language", ["Tiếng Việt", "English"])
def test_pages_of_units_are_sound_and_fit(tab, addresses, language):
    assert seen(tab, addresses, language=language) == []


def test_a_province_opens_in_place_by_keyboard(tab, country):
    page = tab().page
    page.goto(f"/units/?on={NOW}")
    province = page.locator(f"#u-{country.ben_may.pk} > details > summary")
    province.focus()
    page.keyboard.press("Enter")
    page.get_by_text("Phường Ghềnh Sỏi", exact=True).wait_for()
    assert page.url.endswith(f"/units/?on={NOW}")
    page.locator(f"#u-{country.suoi_truc.pk} > details > summary").click()
    page.get_by_role("link", name="Xem trang của Xã Suối Trúc").click()
    page.get_by_role("heading", name="Xã Suối Trúc", exact=True).wait_for()


def merge(page, country, *, scripts):
    """Two communes are chosen by search and become one."""
    page.goto("/units/change/merge/")
    page.get_by_label("Có hiệu lực từ ngày").fill("2031-04-01")
    page.get_by_label("Căn cứ pháp lý").fill("Nghị quyết số 9/NQ-HĐND")
    for words, name in (
        ("suoi truc", "Xã Suối Trúc, tỉnh Bến Mây"),
        ("ghenh", "Phường Ghềnh Sỏi, tỉnh Bến Mây"),
    ):
        page.get_by_label("Tìm rồi đánh dấu các đơn vị").fill(words)
        if not scripts:
            page.locator("#pick-units").get_by_role("button", name="Tìm").click()
        page.get_by_role("checkbox", name=re.compile(f"^{name}")).check()
    page.get_by_label("Loại", exact=True).fill("phường")
    page.get_by_label("Tên đầy đủ").fill("Phường Trúc Sỏi")
    page.get_by_role("button", name="Xem trước").click()
    page.get_by_role("heading", name="Xem trước: Hợp nhất, sáp nhập").wait_for()
    page.get_by_text("Phường Trúc Sỏi tiếp nhận mọi việc từ Xã Suối Trúc, tỉnh Bến Mây").wait_for()
    page.get_by_role("button", name="Ghi thay đổi").click()
    page.get_by_role("heading", name="Phường Trúc Sỏi").wait_for()


@pytest.mark.parametrize("scripts", [True, False])
def test_communes_are_merged_with_scripts_and_without(tab, country, scripts):
    page = tab(scripts=scripts).page
    merge(page, country, scripts=scripts)
    assert UnitEvent.objects.filter(kind="merge", effective="2031-04-01").count() == 1
    ended = UnitState.objects.filter(valid_to="2031-04-01").values_list("name", flat=True)
    assert {"Xã Suối Trúc", "Phường Ghềnh Sỏi"} <= set(ended)


def test_a_double_click_makes_the_change_once(tab, country):
    page = tab().page
    page.goto(f"/units/change/rename/?unit={country.finance.pk}")
    page.get_by_label("Tên mới").fill("Sở Tài chính - Kế hoạch tỉnh Bến Mây")
    page.get_by_label("Loại (ví dụ phường)").fill("sở")
    page.get_by_role("button", name="Xem trước").click()
    page.get_by_role("button", name="Ghi thay đổi").dblclick()
    page.get_by_role("heading", name="Sở Tài chính - Kế hoạch tỉnh Bến Mây").wait_for()
    assert UnitEvent.objects.filter(kind="rename").count() == 1


def test_the_whole_tree_prints_without_forms(tab, country):
    page = tab().page
    page.goto("/units/?all=1&on=2031-03-01")
    page.emulate_media(media="print")
    assert not page.locator(".filter").is_visible()
    assert page.get_by_text("Xã Núi Xanh").is_visible()
