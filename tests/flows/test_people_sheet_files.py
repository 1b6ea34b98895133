"""What comes in as a sheet of people, and what is no such sheet."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from caytre.core.models import User
from caytre.units.models import Post, Unit
from flows.pages import shown
from flows.people import (
    check,
    chief,
    clock,
    confirm,
    country,
    faults,
    people_sheet,
    rows_in,
    sheet,
    tab,
    workbook_of,
)

__all__ = ["chief", "clock", "country", "tab"]


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
