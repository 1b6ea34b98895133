"""An administrator makes an account for somebody new, with a post."""

from caytre.core.models import User
from caytre.units.models import Post
from flows.pages import path_of, shown
from flows.people import (
    NEW,
    chief,
    clock,
    country,
    newcomer,
    passwords,
    tab,
    workbook_of,
)
from flows.signing import browser, sign_in

__all__ = ["chief", "clock", "country", "tab"]


def test_somebody_new_gets_a_password_for_one_time_and_works(tab, country):
    made = tab.post("/people/new/", newcomer(tab, at=country.economy))
    (login, password), *_ = passwords(made).items()
    assert login == "an.tran" and "Văn thư, Phòng Kinh tế xã Suối Trúc" in shown(made)
    assert workbook_of(made)[1] == ["Trần Thị An", login, password, "Văn thư, Phòng Kinh tế xã Suối Trúc"]
    own = browser()
    assert path_of(sign_in(own, name=login, password=password)) == "/day/"
    assert path_of(own.get("/")) == "/password/"
    sent = {"old_password": password, "new_password1": NEW, "new_password2": NEW}
    assert path_of(own.post("/password/", sent)) == "/day/"
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


def test_names_with_odd_letters_are_shown_as_they_are(tab, country):
    name = '<b>Nguyễn "O\'Ước"</b> & =1+1'
    made = tab.post("/people/new/", newcomer(tab, at=country.suoi_truc, shown=name))
    assert "<b>Nguyễn" not in made.content.decode() and name in shown(made).replace("“", '"')
    assert workbook_of(made)[1][0] == name
    assert "<b>Nguyễn" not in tab.get("/people/").content.decode()


def test_an_old_form_does_nothing(tab, country):
    answer = tab.post("/people/new/", newcomer(tab, at=country.suoi_truc, mark="x"))
    assert answer.status_code == 422 and "Biểu mẫu này đã cũ" in shown(answer)
    assert not User.objects.filter(username="an.tran").exists()


def test_rights_that_were_lost_since_the_form_was_opened_are_lost(tab, chief, country):
    sent = newcomer(tab, at=country.suoi_truc)
    Post.objects.filter(user=chief).update(role="clerk")
    assert tab.post("/people/new/", sent).status_code == 403
    assert not User.objects.filter(username="an.tran").exists()
