"""Each wrong cell of a sheet of people is named, and then nothing may be confirmed."""

import pytest

from caytre.core.models import User
from countries import post
from factories import person
from flows.people import (
    ROWS,
    check,
    chief,
    clock,
    country,
    faults,
    holder,
    opened,
    sealed,
    tab,
)

__all__ = ["chief", "clock", "country", "tab"]
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


def test_an_account_of_the_command_line_may_have_a_shorter_name(tab, country):
    holder("an", at=country.suoi_truc, role="clerk")
    assert faults(check(tab, ("an", "", "Phòng Kinh tế", "Lãnh đạo"))) == []
