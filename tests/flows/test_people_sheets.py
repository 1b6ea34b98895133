"""People come as a spreadsheet: first what it would do with each wrong cell named, then all of it or nothing."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from caytre.core.models import User
from caytre.units.models import Post, Unit
from countries import post
from factories import person
from flows.pages import shown
from flows.people import (
    check,
    chief,
    clock,
    country,
    faults,
    holder,
    opened,
    passwords,
    people_sheet,
    rows_in,
    sealed,
    sheet,
    tab,
    workbook_of,
)
from flows.signing import browser, sign_in

__all__ = ["chief", "clock", "country", "tab"]
ROWS = (
    ("An.Tran", "Trần Thị An", "Xã Suối Trúc", "Văn thư", "01/03/2031"),
    ("an.tran", "", "Phòng Kinh tế xã Suối Trúc", "cán bộ đầu mối"),
    ("binh.lo", "Lò Văn Bình", "Phòng Kinh tế", "Quản trị", "2031-04-01"),
)


def confirm(tab, answer):
    return tab.post("/people/import/confirm/", {"sealed": sealed(answer)})


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


FAULTS = [
    (("an", "Trần Thị An", "Xã Suối Trúc", "Văn thư"), "A2", "“an” không dùng được"),
    (("an.tran", "", "Xã Suối Trúc", "Văn thư"), "B2", "Thiếu “Họ và tên”"),
    (("an.tran", "A" * 151, "Xã Suối Trúc", "Văn thư"), "B2", "dài hơn 150 chữ"),
    (("an.tran", "Trần Thị An", "Xã Nào Đó", "Văn thư"), "C2", "Không có đơn vị nào tên “Xã Nào Đó”"),
    (("an.tran", "Trần Thị An", "Phường Ghềnh Sỏi", "Văn thư"), "C2", "Chỉ quản trị viên của đơn vị này"),
    (("an.tran", "Trần Thị An", "Xã Suối Trúc", "Vua"), "D2", "Không có vai trò “Vua”"),
    (("an.tran", "Trần Thị An", "Xã Suối Trúc", "Văn thư", "31/2/2031"), "E2", "không phải là ngày"),
    (
        ("an.tran", "Trần Thị An", "Xã Suối Trúc", "Văn thư", "1/1/2001"),
        "E2",
        "không hoạt động suốt thời gian",
    ),
    (("quantri.st", "", "Xã Suối Trúc", "Lãnh đạo"), "A2", "Không ai tự giao chức vụ"),
    (("CUA.HO", "", "Xã Suối Trúc", "Lãnh đạo"), "A2", "Chỉ người quản trị mọi đơn vị"),
    (("dong", "", "Xã Suối Trúc", "Lãnh đạo"), "A2", "Tài khoản này đã đóng"),
    (("canbo", "Người Khác", "Xã Suối Trúc", "Lãnh đạo"), "B2", "Tên đăng nhập này là của canbo"),
    (("quantri", "", "Xã Suối Trúc", "Lãnh đạo"), "A2", "quản trị cả hệ thống"),
]


@pytest.mark.parametrize(("row", "cell", "said"), FAULTS)
def test_each_wrong_cell_is_named_and_nothing_may_be_confirmed(tab, country, row, cell, said):
    holder("canbo", at=country.suoi_truc, role="clerk")
    holder("cua.ho", at=country.ghenh_soi, role="clerk")
    closed = holder("dong", at=country.suoi_truc, role="clerk")
    User.objects.filter(pk=closed.pk).update(is_active=False)
    post(person("quantri", is_superuser=True), at=country.suoi_truc, role="clerk")
    answer = check(tab, row)
    ((where, what),) = faults(answer)
    assert where == cell and said in what
    assert sealed(answer) == ""


def test_rows_are_held_against_one_another(tab, country):
    answer = check(tab, *ROWS, ("an.tran", "Trần Thị Ánh", "Xã Suối Trúc", "Lãnh đạo"), ROWS[0])
    assert [(cell, said[:6]) for cell, said in faults(answer)] == [("B5", "Dòng 2"), ("D6", "Chức v")]


def test_a_name_of_two_places_is_asked_back(country):
    head = opened(person("quantri", is_superuser=True))
    answer = check(head, ("an.tran", "Trần Thị An", "Sở Tài chính", "Văn thư"))
    ((cell, said),) = faults(answer)
    assert cell == "C2" and "Sở Tài chính tỉnh Bến Mây" in said and "Sở Tài chính tỉnh Đồi Cao" in said


def test_what_was_checked_is_what_is_confirmed(tab, chief, country):
    would = check(tab, ROWS[0])
    forged = sealed(would)[:-3] + "abc"
    assert tab.post("/people/import/confirm/", {"sealed": forged}).status_code == 409
    assert tab.post("/people/import/confirm/", {}).status_code == 409
    other = opened(holder("quantri2.st", at=country.suoi_truc, role="administrator"))
    assert confirm(other, would).status_code == 409, "a check is confirmed by whoever made it"
    assert not User.objects.filter(username="an.tran").exists()


def test_where_things_changed_since_the_check_nothing_is_done(tab, country):
    would = check(tab, *ROWS)
    holder("an.tran", at=country.ghenh_soi, role="clerk")
    answer = confirm(tab, would)
    assert answer.status_code == 409 and "Từ khi kiểm tra" in shown(answer)
    assert not User.objects.filter(username="binh.lo").exists()


def test_rights_that_were_lost_since_the_check_are_lost(tab, chief, country):
    would = check(tab, *ROWS)
    Post.objects.filter(user=chief).update(unit=country.economy)
    assert confirm(tab, would).status_code == 409
    Post.objects.filter(user=chief).update(role="clerk")
    assert confirm(tab, would).status_code == 403
    assert User.objects.count() == 1


def test_a_usual_agency_becomes_a_unit_when_it_gets_people(tab, country):
    name = "Văn phòng HĐND và UBND xã Suối Trúc"
    before = Unit.objects.count()
    would = check(tab, ("an.tran", "Trần Thị An", name, "Văn thư"))
    assert faults(would) == [] and Unit.objects.count() == before
    confirm(tab, would)
    held = Post.objects.get(user__username="an.tran")
    assert Unit.objects.count() == before + 1 and held.unit.seat == country.suoi_truc


def test_formulas_and_tags_stay_words(tab, country):
    name = '=HYPERLINK("http://x.example";"An") <script>alert(1)</script>'
    would = check(tab, ("an.tran", f" {name}", "Xã Suối Trúc", "Văn thư"))
    assert "<script>alert" not in would.content.decode()
    done = confirm(tab, would)
    assert "<script>alert" not in done.content.decode()
    assert workbook_of(done)[1][0] == name
    assert User.objects.get(username="an.tran").first_name == name


@pytest.mark.parametrize(
    ("file", "said"),
    [
        (SimpleUploadedFile("a.xlsx", b"PK no workbook"), "Không mở được tệp này như một bảng tính"),
        (sheet("Tài khoản", ("Tên", "Tuổi"), ("a", 1)), "Không thấy trang tính “Tài khoản”"),
        (None, "Chưa chọn tệp nào"),
    ],
)
def test_what_is_no_list_is_refused(tab, country, file, said):
    answer = tab.post("/people/import/", {"file": file} if file else {})
    assert answer.status_code == 422 and said in shown(answer)


def test_more_new_accounts_than_can_be_hashed_in_one_go_are_refused(tab, country):
    rows = [(f"nguoi{n}", f"Người Số {n}", "Xã Suối Trúc", "Văn thư") for n in range(101)]
    assert "hơn 100 tài khoản mới" in shown(check(tab, *rows))
    assert "tạo 100 tài khoản mới" in shown(check(tab, *rows[:100]))


def test_more_rows_than_others_can_wait_for_are_refused(tab, country):
    rows = [("quantri.st", "", "Xã Suối Trúc", "Văn thư")] * 1001
    assert "hơn 1000 dòng" in shown(check(tab, *rows))


def test_an_account_of_the_command_line_may_have_a_shorter_name(tab, country):
    holder("an", at=country.suoi_truc, role="clerk")
    assert faults(check(tab, ("an", "", "Phòng Kinh tế", "Lãnh đạo"))) == []


def test_the_template_can_be_filled_in_and_sent_back(tab, country):
    data = tab.get("/people/template.xlsx").content
    assert rows_in(data)[0] == ["Tên đăng nhập", "Họ và tên", "Đơn vị", "Vai trò", "Từ ngày"]
    assert ["Văn thư"] in rows_in(data, 1)
    empty = tab.post("/people/import/", {"file": SimpleUploadedFile("nguoi-dung.xlsx", data)})
    assert "Không còn gì để ghi" in shown(empty)
    filled = people_sheet(*rows_in(data, 2)[1:])
    assert "tạo 2 tài khoản mới" in shown(tab.post("/people/import/", {"file": filled})), (
        "the examples can be used"
    )
