"""Officials look at the tree of units as of a day, search it, and read the life of one unit."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from caytre.units.models import Role
from countries import post, small_country, unit
from factories import colleague, person
from flows.pages import shown

THEN, NOW = "2030-06-30", "2031-03-01"


@pytest.fixture
def country(db):
    return small_country()


def tree(client, **asked):
    return client.get("/units/", asked)


def test_the_tree_is_that_of_the_day(client, country):
    before = shown(tree(client, on=THEN, open=str(country.ben_may.pk)))
    after = shown(tree(client, on=NOW, open=str(country.ben_may.pk)))
    assert "Huyện Mây Trắng" in before and "Phường Ghềnh Sỏi" not in before
    assert "Phường Ghềnh Sỏi" in after and "Huyện Mây Trắng" not in after
    assert "Như vào ngày 30/06/2030." in before or "Như đã biết cho ngày 30/06/2030." in before


def test_provinces_are_closed_and_open_in_place(client, country):
    page = tree(client, on=NOW)
    assert "Tỉnh Bến Mây" in shown(page) and "Phường Ghềnh Sỏi" not in shown(page)
    assert f'hx-get="/units/{country.ben_may.pk}/below/?tree=state&amp;on={NOW}"' in page.content.decode()
    branch = client.get(f"/units/{country.ben_may.pk}/below/", {"on": NOW})
    assert "<html" not in branch.content.decode()
    assert "Phường Ghềnh Sỏi" in shown(branch) and "Sở Tài chính tỉnh Bến Mây" in shown(branch)


def test_a_node_opens_without_scripts_down_to_where_it_lies(client, country):
    page = tree(client, on=THEN, open=str(country.district.pk))
    assert "Xã Khe Sậy" in shown(page)
    assert f'id="u-{country.district.pk}"' in page.content.decode()


def test_a_tree_begins_with_its_own_bodies(client, country):
    assert "Chính phủ" in shown(tree(client, on=NOW))
    assert "Ban Chấp hành Trung ương" not in shown(tree(client, on=NOW))
    assert "Ban Chấp hành Trung ương" in shown(tree(client, on=NOW, tree="party"))


@pytest.mark.parametrize(
    ("name", "there", "elsewhere"),
    [
        ("party", "Đảng ủy xã Suối Trúc", "Sở Tài chính"),
        ("mass", "Ủy ban Mặt trận Tổ quốc xã Suối Trúc", "Đảng ủy"),
    ],
)
def test_each_tree_has_its_own_units(client, country, name, there, elsewhere):
    unit = {"party": country.party_ben_may, "mass": country.front_ben_may}[name]
    page = shown(tree(client, on=NOW, tree=name, open=str(unit.pk)))
    assert there in page and elsewhere not in page


def test_a_whole_province_prints_on_one_page(client, country):
    page = shown(tree(client, on=THEN, all="1", open=str(country.ben_may.pk)))
    for name in ("Huyện Mây Trắng", "Xã Bãi Lau", "Xã Khe Sậy", "Xã Đồng Nứa"):
        assert name in page
    assert "4 đơn vị hành chính." in page
    assert "6 đơn vị hành chính." in shown(tree(client, on=THEN, all="1"))


@pytest.mark.parametrize("words", ["khe say", "Khe Sậy", "xã khe", "91102", "khe say may trang", "KHE  SAY"])
def test_a_unit_is_found_without_tone_marks_with_where_it_lies(client, country, words):
    page = shown(tree(client, on=THEN, q=words))
    assert "1 đơn vị" in page
    assert "Xã Khe Sậy , huyện Mây Trắng, tỉnh Bến Mây" in page
    assert "chấm dứt từ 01/07/2030" in page


def test_only_what_was_there_on_the_day_is_found(client, country):
    assert "Không có đơn vị nào tên như vậy vào ngày 01/03/2031." in shown(tree(client, on=NOW, q="khe say"))


def test_what_is_called_so_comes_before_what_only_lies_there(client, country):
    page = shown(tree(client, on=NOW, q="ben may"))
    assert page.index("Tỉnh Bến Mây mã 91") < page.index("Phường Ghềnh Sỏi")


def test_a_day_that_is_none_is_refused_in_words(client, country):
    answer = tree(client, on="hôm qua")
    assert answer.status_code == 422
    assert "“hôm qua” không phải là ngày." in shown(answer)


def test_ones_own_office_comes_first(client, country):
    user = person("vanthu")
    post(user, at=country.suoi_truc, role=Role.CLERK)
    client.force_login(user)
    page = shown(tree(client, on=NOW))
    assert page.index("Cơ quan của bạn Xã Suối Trúc") < page.index("Tìm đơn vị")


def test_a_commune_says_whom_it_took_over_from(client, country):
    page = shown(client.get(f"/units/{country.suoi_truc.pk}/", {"on": NOW}))
    assert "Tiếp nhận từ (Theo thời điểm văn bản)" in page
    for name in (
        "Huyện Mây Trắng , tỉnh Bến Mây",
        "Xã Bãi Lau , huyện Mây Trắng, tỉnh Bến Mây",
        "Xã Đồng Nứa",
    ):
        assert name in page
    assert "Đảng ủy xã Suối Trúc" in page and "Phòng Kinh tế xã Suối Trúc" in page


def test_the_two_ways_to_look_are_labelled_and_stay(client, country):
    address = f"/units/{country.suoi_truc.pk}/"
    assert "nay:" not in shown(client.get(address))
    assert "Tiếp nhận từ (Theo hiện nay)" in shown(client.get(address, {"map": "today"}))
    again = client.get(address)
    assert "Tiếp nhận từ (Theo hiện nay)" in shown(again)
    assert 'value="today" aria-pressed="true"' in again.content.decode()
    assert "Tiếp nhận từ (Theo thời điểm văn bản)" in shown(client.get(address, {"map": "reported"}))


def test_who_holds_a_post_is_seen_by_who_reaches_the_unit(client, country):
    holder = colleague("lan")
    post(holder, at=country.suoi_truc, role=Role.LEADER)
    near, far = person("gan"), person("xa")
    post(near, at=country.ben_may, role=Role.INSPECTOR)
    post(far, at=country.doi_cao, role=Role.INSPECTOR)
    address = f"/units/{country.suoi_truc.pk}/"
    client.force_login(near)
    assert "lan: Lãnh đạo" in shown(client.get(address))
    client.force_login(far)
    assert "Xã Suối Trúc" in shown(client.get(address))
    assert "lan" not in shown(client.get(address)).split()


def test_there_is_no_such_unit(client, country):
    assert client.get("/units/00000000-0000-4000-8000-000000000000/").status_code == 404
    assert tree(client, open="nothing").status_code == 404


@pytest.mark.parametrize(
    "address", ["/units/?on=2031-03-01&open={0}", "/units/{0}/?on=2031-03-01", "/units/?q=xa"]
)
def test_more_units_ask_no_more_of_the_database(client, country, address, django_assert_max_num_queries):
    address = address.format(country.ben_may.pk)
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        client.get(address)
        few = len(asked)
    for number in range(30):
        unit(f"Xã Thêm {number}", kind="xã", level="commune", state=country.ben_may)
    client.get(address)
    with django_assert_max_num_queries(few):
        client.get(address)
