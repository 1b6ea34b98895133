"""An administrator makes accounts, gives and ends posts, and looks after the accounts of the own unit."""

import pytest
from django.test import Client

from caytre.core.models import Event, User
from caytre.units.models import Post
from countries import post
from factories import person
from flows.pages import path_of, shown
from flows.people import (
    NEW,
    chief,
    clock,
    country,
    holder,
    mark,
    newcomer,
    opened,
    passwords,
    tab,
    today,
    workbook_of,
)
from flows.signing import browser, is_in, sign_in, signed_in

__all__ = ["chief", "clock", "country", "tab"]


def test_somebody_new_gets_a_password_for_one_time_and_works(tab, country):
    made = tab.post("/people/new/", newcomer(tab, at=country.economy))
    (login, password), *_ = passwords(made).items()
    assert login == "an.tran" and "Văn thư, Phòng Kinh tế xã Suối Trúc" in shown(made)
    assert workbook_of(made)[1] == ["Trần Thị An", login, password, "Văn thư, Phòng Kinh tế xã Suối Trúc"]
    own = browser()
    assert path_of(sign_in(own, name=login, password=password)) == "/"
    assert path_of(own.get("/")) == "/password/"
    sent = {"old_password": password, "new_password1": NEW, "new_password2": NEW}
    assert path_of(own.post("/password/", sent)) == "/"
    assert "Văn thư, Phòng Kinh tế xã Suối Trúc" in shown(own.get("/people/me/"))
    assert User.objects.get(username="an.tran").made_by.username == "quantri.st"


def test_a_form_that_is_sent_twice_makes_one_account_and_shows_the_same_password(tab, country):
    sent = newcomer(tab, at=country.suoi_truc)
    first, second = (passwords(tab.post("/people/new/", sent)) for _ in range(2))
    assert first == second and len(first) == 1
    assert (
        User.objects.filter(username="an.tran").count() == 1
        and Post.objects.filter(user__username="an.tran").count() == 1
    )


def test_the_password_is_not_shown_again_once_it_was_used(tab, country):
    sent = newcomer(tab, at=country.suoi_truc)
    password = passwords(tab.post("/people/new/", sent))["an.tran"]
    sign_in(browser(), name="an.tran", password=password)
    again = tab.post("/people/new/", sent)
    assert again.status_code == 422 and password not in again.content.decode()
    assert "Tên đăng nhập “an.tran” đã có người dùng" in shown(again)


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"login": "QUANTRI.ST"}, "Tên đăng nhập “quantri.st” đã có người dùng"),
        ({"login": "an trần"}, "“an trần” không dùng được"),
        ({"shown": "\u200b \u202e"}, "Thiếu “Họ và tên”"),
        ({"unit": ""}, "Hãy chọn đơn vị"),
        ({"unit": "không phải mã"}, "Hãy chọn đơn vị"),
        ({"effective": "31/2/2031"}, "ngày"),
        ({"effective": "1999-01-01"}, "không hoạt động suốt thời gian của chức vụ"),
        ({"role": "king"}, "Vai trò"),
    ],
)
def test_what_is_wrong_in_the_form_is_said_and_nothing_is_made(tab, country, sent, said):
    before = User.objects.count()
    answer = tab.post("/people/new/", newcomer(tab, at=country.suoi_truc, **sent))
    assert answer.status_code == 422 and said in shown(answer)
    assert User.objects.count() == before


def test_the_unit_is_found_by_a_search_without_tone_marks(tab, country):
    sent = newcomer(tab, at=country.suoi_truc) | {"unit": "", "q.unit": "phong kinh te", "step": "find"}
    answer = tab.post("/people/new/", sent)
    assert answer.status_code == 200 and str(country.economy.pk) in answer.content.decode()
    assert 'value="an.tran"' in answer.content.decode(), "what was typed before the search stays"


def test_names_with_odd_letters_are_shown_as_they_are(tab, country):
    name = '<b>Nguyễn "O\'Ước"</b> & =1+1'
    made = tab.post("/people/new/", newcomer(tab, at=country.suoi_truc, shown=name))
    assert "<b>Nguyễn" not in made.content.decode() and name in shown(made).replace("“", '"')
    assert workbook_of(made)[1][0] == name
    assert "<b>Nguyễn" not in tab.get("/people/").content.decode()


def test_a_unit_of_others_is_refused_though_the_form_is_forged(tab, country):
    for unit in (country.ghenh_soi, country.ben_may, country.nui_xanh):
        answer = tab.post("/people/new/", newcomer(tab, at=unit))
        assert answer.status_code == 422 and "Chỉ quản trị viên của đơn vị này" in shown(answer)
    assert not User.objects.filter(username="an.tran").exists()


def test_an_old_form_does_nothing(tab, country):
    answer = tab.post("/people/new/", newcomer(tab, at=country.suoi_truc, mark="x"))
    assert answer.status_code == 422 and "Biểu mẫu này đã cũ" in shown(answer)
    assert not User.objects.filter(username="an.tran").exists()


def test_rights_that_were_lost_since_the_form_was_opened_are_lost(tab, chief, country):
    sent = newcomer(tab, at=country.suoi_truc)
    Post.objects.filter(user=chief).update(role="clerk")
    assert tab.post("/people/new/", sent).status_code == 403
    assert not User.objects.filter(username="an.tran").exists()


def test_a_post_is_given_and_ended_and_both_end_the_sessions(tab, country):
    clerk = holder("canbo", at=country.suoi_truc, role="clerk")
    own = signed_in()
    given = {"unit": str(country.economy.pk), "role": "focal", "effective": today()}
    assert path_of(tab.post(f"/people/{clerk.pk}/posts/", given)) == f"/people/{clerk.pk}/"
    assert not is_in(own)
    own = signed_in()
    held = Post.objects.get(user=clerk, role="clerk")
    assert (
        path_of(tab.post(f"/people/{clerk.pk}/posts/{held.pk}/end/", {"on": today()}))
        == f"/people/{clerk.pk}/"
    )
    assert not is_in(own)
    assert [post.role for post in Post.objects.filter(user=clerk, valid_to=None)] == ["focal"]
    assert "đã kết thúc" in shown(tab.get(f"/people/{clerk.pk}/"))
    twice = tab.post(f"/people/{clerk.pk}/posts/{held.pk}/end/", {"on": today()})
    assert twice.status_code == 409 and "đã kết thúc trước ngày đó" in shown(twice)
    again = tab.post(f"/people/{clerk.pk}/posts/", given)
    assert again.status_code == 422 and "Người này đã có chức vụ đó" in shown(again)


def test_what_was_is_not_changed(tab, country):
    clerk = holder("canbo", at=country.suoi_truc, role="clerk")
    held = Post.objects.get(user=clerk)
    for day in ("2020-01-01", "hôm qua", ""):
        answer = tab.post(f"/people/{clerk.pk}/posts/{held.pk}/end/", {"on": day})
        assert answer.status_code == 422 and "kết thúc từ hôm nay" in shown(answer)
    held.refresh_from_db()
    assert held.valid_to is None


def test_nobody_gives_themselves_a_post_or_ends_their_last_as_administrator(tab, chief, country):
    page = tab.get(f"/people/{chief.pk}/")
    assert "Giao chức vụ" not in shown(page) and "chức vụ quản trị viên cuối cùng của chính bạn" in shown(
        page
    )
    given = {"unit": str(country.economy.pk), "role": "leader", "effective": today()}
    assert "Không ai tự giao chức vụ" in shown(tab.post(f"/people/{chief.pk}/posts/", given))
    held = Post.objects.get(user=chief)
    assert tab.post(f"/people/{chief.pk}/posts/{held.pk}/end/", {"on": today()}).status_code == 403
    second = post(chief, at=country.economy, role="administrator")
    assert path_of(tab.post(f"/people/{chief.pk}/posts/{second.pk}/end/", {"on": today()})) == "/people/me/"
    assert tab.get("/people/").status_code == 200, "the browser in which they did it stays signed in"


def test_the_administrator_of_the_system_gives_themselves_no_post_either(country):
    head = person("quantri", is_superuser=True)
    given = {"unit": str(country.suoi_truc.pk), "role": "leader", "effective": today()}
    answer = opened(head).post(f"/people/{head.pk}/posts/", given)
    assert answer.status_code == 403 and not Post.objects.filter(user=head).exists()


def test_a_new_password_ends_the_sessions_and_the_same_form_gives_the_same(tab, country):
    holder("canbo", at=country.suoi_truc, role="clerk")
    own = signed_in()
    user = User.objects.get(username="canbo")
    sent = {"mark": mark(tab.get(f"/people/{user.pk}/"))}
    first, second = (passwords(tab.post(f"/people/{user.pk}/password/", sent)) for _ in range(2))
    assert first == second and not is_in(own)
    assert path_of(sign_in(browser(), password=first["canbo"])) == "/"
    assert tab.post(f"/people/{user.pk}/password/", {"mark": "cũ"}).status_code == 409


def test_a_closed_account_lets_nobody_in_until_it_is_opened_again(tab, country):
    clerk = holder("canbo", at=country.suoi_truc, role="clerk")
    own = signed_in()
    at = f"/people/{clerk.pk}/"
    assert path_of(tab.post(f"{at}close/")) == at
    assert not is_in(own) and sign_in(browser()).status_code == 200
    assert tab.post(f"{at}close/").status_code == 409
    assert tab.post(f"{at}password/", {"mark": mark(tab.get("/people/new/"))}).status_code == 409
    given = {"unit": str(country.economy.pk), "role": "focal", "effective": today()}
    assert "Tài khoản này đã đóng" in shown(tab.post(f"{at}posts/", given))
    assert "đã đóng" in shown(tab.get("/people/?state=closed"))
    assert path_of(tab.post(f"{at}reopen/")) == at
    assert is_in(signed_in())
    assert list(Event.objects.filter(name__startswith="accounts.account").values_list("name", flat=True)) == [
        "accounts.account.closed", "accounts.account.reopened",
    ]  # fmt: skip


def test_of_a_lost_telephone_the_second_step_is_taken_back(tab, country):
    from allauth.mfa.models import Authenticator

    clerk = holder("canbo", at=country.suoi_truc, role="clerk")
    Authenticator.objects.create(user=clerk, type="totp", data={})
    assert "Mất điện thoại" in shown(tab.get(f"/people/{clerk.pk}/"))
    assert path_of(tab.post(f"/people/{clerk.pk}/second-step/off/")) == f"/people/{clerk.pk}/"
    assert not Authenticator.objects.exists() and "Mất điện thoại" not in shown(
        tab.get(f"/people/{clerk.pk}/")
    )


ACTS = ("posts/", "password/", "second-step/off/", "close/", "reopen/")


def test_whoever_has_a_post_elsewhere_is_looked_after_higher_up(tab, country):
    both = holder("canbo", at=country.suoi_truc, role="clerk")
    theirs = post(both, at=country.ghenh_soi, role="clerk")
    page = shown(tab.get(f"/people/{both.pk}/"))
    assert "Chỉ người quản trị mọi đơn vị" in page and "và 1 chức vụ ở đơn vị bạn không quản trị" in page
    assert "Ghềnh Sỏi" not in page
    sent = {"mark": mark(tab.get("/people/new/"))}
    for act in ("password/", "second-step/off/", "close/"):
        assert tab.post(f"/people/{both.pk}/{act}", sent).status_code == 403, act
    assert tab.post(f"/people/{both.pk}/posts/{theirs.pk}/end/", {"on": today()}).status_code == 404
    higher = opened(holder("quantri.bm", at=country.ben_may, role="administrator"))
    assert path_of(higher.post(f"/people/{both.pk}/close/")) == f"/people/{both.pk}/"


def test_people_of_others_are_not_there(tab, country):
    sister = holder("canbo", at=country.ghenh_soi, role="clerk")
    nobody = person("chuaco")
    head = person("quantri", is_superuser=True)
    for user in (sister, nobody, head):
        assert tab.get(f"/people/{user.pk}/").status_code == 404
        for act in ACTS:
            assert tab.post(f"/people/{user.pk}/{act}").status_code == 404
    assert not {"canbo", "chuaco"} & set(shown(tab.get("/people/")).split())


def test_superusers_are_touched_by_superusers_only(tab, country):
    head = person("quantri", is_superuser=True)
    held = post(head, at=country.suoi_truc, role="clerk")
    assert "quản trị hệ thống" in shown(tab.get(f"/people/{head.pk}/"))
    sent = {"mark": mark(tab.get("/people/new/"))}
    for act in ("password/", "second-step/off/", "close/"):
        assert tab.post(f"/people/{head.pk}/{act}", sent).status_code == 403
    assert tab.post(f"/people/{head.pk}/posts/{held.pk}/end/", {"on": today()}).status_code == 403
    other = opened(person("quantri2", is_superuser=True))
    assert passwords(other.post(f"/people/{head.pk}/password/", {"mark": mark(other.get("/people/new/"))}))


def test_an_account_without_a_post_belongs_to_whoever_made_it(tab, chief, country):
    tab.post("/people/new/", newcomer(tab, at=country.suoi_truc))
    made = User.objects.get(username="an.tran")
    held = Post.objects.get(user=made)
    assert (
        path_of(tab.post(f"/people/{made.pk}/posts/{held.pk}/end/", {"on": today()})) == f"/people/{made.pk}/"
    )
    assert "chưa có chức vụ" in shown(tab.get("/people/?q=an.tran"))
    second = opened(holder("quantri2.st", at=country.suoi_truc, role="administrator"))
    assert second.get(f"/people/{made.pk}/").status_code == 404
    assert path_of(tab.post(f"/people/{made.pk}/close/")) == f"/people/{made.pk}/"


def test_who_administers_nothing_sees_no_people(country):
    clerk = opened(holder("canbo", at=country.suoi_truc, role="clerk"))
    for address in ("/people/", "/people/new/", "/people/import/", "/people/template.xlsx", "/people/1/"):
        assert clerk.get(address).status_code == 403, address
    assert "Người dùng" not in shown(clerk.get("/"))
    assert path_of(Client().get("/people/")) == "/login/"
