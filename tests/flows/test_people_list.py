"""The list of people: whoever one looks after, found without tone marks, a page at a time with the same few queries."""

import re
from html import unescape

import pytest
from allauth.mfa.models import Authenticator
from django.db import connection
from django.test.utils import CaptureQueriesContext

from caytre.core.models import User
from countries import post
from factories import person
from flows.pages import shown
from flows.people import chief, clock, country, holder, opened, tab
from flows.signing import signed_in

__all__ = ["chief", "clock", "country", "tab"]


def named(login, shown_as, *, at, role="clerk"):
    user = holder(login, at=at, role=role)
    user.first_name = shown_as
    user.save()
    return user


@pytest.fixture
def people(country, chief):
    """Three colleagues and a stranger."""
    named("dong.vu", "Vũ Văn Đông", at=country.suoi_truc)
    named("an.tran", "Trần Thị Ấn", at=country.economy, role="leader")
    named("an.lo", "Lò Văn An", at=country.suoi_truc, role="focal")
    named("xa.la", "Người Lạ An", at=country.ghenh_soi)


def listed(tab, query=""):
    """The logins of the list, in its order."""
    body = tab.get(f"/people/?{query}").content.decode()
    return [unescape(login) for login in re.findall(r'</a><br><span class="hint">([^<]+)</span>', body)]


def test_people_of_the_own_units_are_listed_by_given_name(tab, people):
    assert listed(tab) == ["an.lo", "an.tran", "dong.vu", "quantri.st"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("q=an", ["an.lo", "an.tran"]),
        ("q=dong", ["dong.vu"]),
        ("q=ĐÔNG+vũ", ["dong.vu"]),
        ("q=tran+thi", ["an.tran"]),
        ("q=an.l", ["an.lo"]),
        ("q=%25", []),
        ("q=xa.la", []),
        ("role=focal", ["an.lo"]),
        ("role=king", ["an.lo", "an.tran", "dong.vu", "quantri.st"]),
        ("unit=phong+kinh+te", ["an.tran"]),
        ("unit=Phòng+Kinh+tế+xã+Suối+Trúc&role=clerk", []),
        ("unit=ghenh+soi", []),
        ("state=closed", []),
        ("page=9", ["an.lo", "an.tran", "dong.vu", "quantri.st"]),
    ],
)
def test_search_and_filters(tab, people, query, found):
    assert listed(tab, query) == found


def test_units_of_others_are_not_on_offer(tab, people):
    body = unescape(tab.get("/people/").content.decode())
    assert '<option value="UBND xã Suối Trúc">' in body and "Ghềnh Sỏi" not in body


def test_a_row_says_posts_last_use_second_step_and_whether_closed(tab, people, country):
    clerk = User.objects.get(username="dong.vu")
    assert "chưa đăng nhập" in shown(tab.get("/people/?q=dong"))
    assert "không bắt buộc" in shown(tab.get("/people/?q=dong"))
    assert "còn thiếu" in shown(tab.get("/people/?q=tran"))
    signed_in("dong.vu")
    Authenticator.objects.create(user=clerk, type="totp", data={})
    post(clerk, at=country.nui_xanh, role="editor")
    User.objects.filter(pk=clerk.pk).update(is_active=False)
    words = shown(tab.get("/people/?q=dong"))
    assert "Văn thư, UBND xã Suối Trúc và 1 chức vụ ở đơn vị bạn không quản trị" in words
    assert (
        "01/03/2031" in words and "đã thiết lập" in words and "đã đóng" in words and "Núi Xanh" not in words
    )


def test_pages_of_fifty_with_the_same_number_of_queries(tab, country):
    def asked():
        with CaptureQueriesContext(connection) as queries:
            assert tab.get("/people/").status_code == 200
        return len(queries)

    asked()
    few = asked()
    for number in range(60):
        named(f"nguoi{number:02}", f"Người Số {number:02}", at=country.suoi_truc)
    assert asked() == few
    assert few <= 12
    first, second = listed(tab), listed(tab, "page=2")
    assert len(first) == 50 and len(first) + len(second) == 61 and not set(first) & set(second)
    assert "Trang 1/2" in shown(tab.get("/people/"))


def test_the_administrator_of_the_system_sees_everybody(country, people):
    person("chuaco")
    head = opened(person("quantri", is_superuser=True))
    assert set(listed(head)) == {"an.lo", "an.tran", "dong.vu", "quantri.st", "xa.la", "chuaco", "quantri"}
