"""A person sees their own posts and chooses the one in which they work."""

from countries import post
from factories import person
from flows.pages import path_of, shown
from flows.people import chief, clock, country, holder, opened, tab

__all__ = ["chief", "clock", "country", "tab"]


def test_own_posts_and_the_choice_of_one(country):
    user = holder("canbo", at=country.suoi_truc, role="clerk")
    second = post(user, at=country.economy, role="leader")
    post(user, at=country.ben_may, role="editor", until="2031-02-01")
    own = opened(user)
    words = shown(own.get("/people/me/"))
    assert "Đang làm việc với tư cách: Văn thư, UBND xã Suối Trúc" in words
    assert "Biên tập viên, UBND tỉnh Bến Mây đến trước 01/02/2031 · đã kết thúc" in words
    chosen = own.post("/capacity/", {"post": second.pk, "next": "/people/me/"})
    assert path_of(chosen) == "/people/me/"
    assert "tư cách: Lãnh đạo, Phòng Kinh tế xã Suối Trúc" in shown(own.get("/people/me/"))


def test_without_posts_the_page_says_whom_to_ask(db):
    assert "Bạn chưa có chức vụ nào" in shown(opened(person("canbo")).get("/people/me/"))
