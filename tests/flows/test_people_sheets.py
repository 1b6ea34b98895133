"""People come as a spreadsheet: first what it would do, then all of it or nothing."""

from caytre.core.models import User
from caytre.units.models import Post
from flows.pages import shown
from flows.people import (
    ROWS,
    check,
    chief,
    clock,
    confirm,
    country,
    holder,
    passwords,
    sealed,
    tab,
    workbook_of,
)
from flows.signing import browser, sign_in

__all__ = ["chief", "clock", "country", "tab"]


def posts():
    return sorted(Post.objects.values_list("user__username", "role", "valid_from__year", "valid_from__month"))


def test_accounts_and_posts_are_shown_then_made_and_the_passwords_open(tab, country):
    would = check(tab, *ROWS)
    words = shown(would)
    assert "tạo 2 tài khoản mới" in words and "giao 3 chức vụ" in words and "Chưa có gì được ghi" in words
    assert User.objects.count() == 1, "a check makes nothing"
    done = confirm(tab, would)
    assert "Đã tạo 2 tài khoản" in shown(done) and "Đã giao 3 chức vụ" in shown(done)
    assert posts() == [
        ("an.tran", "clerk", 2031, 3), ("an.tran", "focal", 2031, 3), ("binh.lo", "administrator", 2031, 4),
        ("quantri.st", "administrator", None, None),
    ]  # fmt: skip
    given = passwords(done)
    assert set(given) == {"an.tran", "binh.lo"}
    assert sign_in(browser(), name="binh.lo", password=given["binh.lo"]).status_code == 302
    assert workbook_of(done)[1] == [
        "Trần Thị An", "an.tran", given["an.tran"],
        "Văn thư, UBND xã Suối Trúc; Cán bộ đầu mối, Phòng Kinh tế xã Suối Trúc",
    ]  # fmt: skip


def test_the_same_file_again_does_nothing_new(tab, country):
    confirm(tab, check(tab, *ROWS))
    again = check(tab, *ROWS)
    assert "giữ nguyên 3 dòng đã có" in shown(again) and "Không còn gì để ghi" in shown(again)
    assert sealed(again) == ""


def test_a_confirmation_that_is_sent_twice_shows_the_same_passwords(tab, country):
    would = check(tab, *ROWS)
    first, second = (passwords(confirm(tab, would)) for _ in range(2))
    assert first == second and len(first) == 2
    assert User.objects.count() == 3 and len(posts()) == 4


def test_posts_alone_may_be_confirmed_twice_as_well(tab, country):
    holder("canbo", at=country.suoi_truc, role="clerk")
    would = check(tab, ("canbo", "", "Phòng Kinh tế", "Lãnh đạo"))
    assert "giao 1 chức vụ" in shown(would)
    assert "Đã giao 1 chức vụ" in shown(confirm(tab, would))
    assert "Không có tài khoản mới nào" in shown(confirm(tab, would))
    assert Post.objects.filter(user__username="canbo").count() == 2


def test_the_passwords_are_not_shown_again_once_they_were_used(tab, country):
    would = check(tab, ROWS[0])
    given = passwords(confirm(tab, would))
    sign_in(browser(), name="an.tran", password=given["an.tran"])
    assert passwords(confirm(tab, would)) == {}
