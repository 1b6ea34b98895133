"""What is wrong in a sheet of units or people is named by cell."""

from dataclasses import dataclass
from datetime import date

import pytest

from caytre.units.rules.sheets import (
    PEOPLE_COLUMNS,
    UNIT_COLUMNS,
    Found,
    check_people,
    check_units,
)

ON = date(2031, 3, 1)
KNOWN = {
    "xã suối trúc": Found("u1", "Xã Suối Trúc"),
    "xã tân": Found(candidates=("Xã Tân, tỉnh Bến Mây", "Xã Tân, tỉnh Gò Sương")),
}


@dataclass(frozen=True)
class Line:
    number: int
    cells: dict
    places: dict


def line(columns, *values, number=2):
    """A row with these cells, the rest blank."""
    cells = dict(zip(columns, [*values, *[""] * len(columns)], strict=False))
    places = {column: f"{chr(65 + place)}{number}" for place, column in enumerate(columns)}
    return Line(number, cells, places)


def find(name):
    return KNOWN.get(name.casefold(), Found())


def existing(name, parent, on):
    return {("phòng có sẵn", "u1"): "p1", ("tổ có sẵn", "p1"): "t1"}.get((name.casefold(), parent), "")


def units(*rows):
    lines = [line(UNIT_COLUMNS, *row, number=number) for number, row in enumerate(rows, start=2)]
    return check_units(lines, find=find, existing=existing, on=ON)


def people(*rows):
    lines = [line(PEOPLE_COLUMNS, *row, number=number) for number, row in enumerate(rows, start=2)]
    return check_people(lines, find=find, logins=lambda login: login == "cosan", on=ON)


def said(faults):
    return [(fault.cell, fault.sentence % fault.values) for fault in faults]


def test_units_may_hang_below_units_of_rows_above():
    found, faults = units(
        ("Phòng Kinh tế", "Phòng", "Xã Suối Trúc", "", "05/3/2031"),
        ("Tổ A", "tổ", "phòng kinh tế", "", "2031-03-05"),
    )
    assert faults == []
    assert [(one.name, one.kind, one.parent, one.parent_row, one.since) for one in found] == [
        ("Phòng Kinh tế", "phòng", "u1", 0, date(2031, 3, 5)),
        ("Tổ A", "tổ", "", 2, date(2031, 3, 5)),
    ]


def test_a_unit_that_is_there_is_known_and_so_is_what_hangs_below_it():
    found, faults = units(
        ("Phòng Có Sẵn", "phòng", "Xã Suối Trúc"),
        ("Tổ Có Sẵn", "tổ", "Phòng có sẵn"),
        ("Tổ Mới", "tổ", "Phòng Có Sẵn"),
    )
    assert faults == []
    assert [(one.uid, one.parent, one.parent_row) for one in found] == [
        ("p1", "u1", 0),
        ("t1", "p1", 0),
        ("", "p1", 0),
    ]


def test_units_of_one_name_may_stand_under_different_parents():
    rows = ("Phòng A", "phòng", "Xã Suối Trúc"), ("Tổ B", "tổ", "Phòng A"), ("Tổ B", "tổ", "Xã Suối Trúc")
    assert units(*rows)[1] == []
    assert said(units(*rows, ("Nhóm C", "nhóm", "tổ b"))[1]) == [
        ("C5", "Có nhiều đơn vị tên “tổ b” ở các dòng 3; 4. Hãy ghi tên khác nhau.")
    ]


def test_a_unit_is_not_older_than_the_one_above_it():
    faults = units(("Phòng A", "phòng", "Xã Suối Trúc", "", "05/3/2031"), ("Tổ B", "tổ", "Phòng A"))[1]
    assert said(faults) == [
        ("E3", "Cấp trên của đơn vị này mới có từ ngày 05/03/2031. Hãy ghi ngày đó hoặc muộn hơn.")
    ]


UNIT_FAULTS = [
    (("", "phòng", "Xã Suối Trúc"), "A2", "Thiếu “Tên đơn vị”."),
    (("Phòng A", "", "Xã Suối Trúc"), "B2", "Thiếu “Loại”."),
    (("Phòng A", "phòng", ""), "C2", "Thiếu “Cấp trên”."),
    (("Phòng A", "phòng", "Xã Lạ"), "C2", "Không có đơn vị nào tên “Xã Lạ” vào ngày này."),
    (
        ("Phòng A", "phòng", "Xã Tân"), "C2",
        "Chưa rõ “Xã Tân” là đơn vị nào. Có thể là: Xã Tân, tỉnh Bến Mây; Xã Tân, tỉnh Gò Sương.",
    ),
    (
        ("Phòng A", "phòng", "Xã Suối Trúc", "", "31/2/2031"), "E2",
        "“31/2/2031” không phải là ngày. Hãy ghi như 05/3/2031.",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("row", "cell", "sentence"), UNIT_FAULTS)
def test_each_wrong_cell_of_units_is_named(row, cell, sentence):
    assert said(units(row)[1]) == [(cell, sentence)]


def test_a_unit_that_stands_twice_is_named():
    faults = units(("Phòng A", "phòng", "Xã Suối Trúc"), ("phòng a", "phòng", "Xã Suối Trúc"))[1]
    assert said(faults) == [("A3", "Đơn vị này đã có ở dòng 2.")]


def test_one_account_may_have_several_posts():
    found, faults = people(
        ("thidu.lo", "Lò Thị Thí Dụ", "xã suối trúc", "Văn thư"),
        ("ThiDu.Lo", "", "Xã Suối Trúc", "cán bộ đầu mối", "2031-04-01"),
        ("cosan", "", "Xã Suối Trúc", "Quản trị"),
    )
    assert faults == []
    assert [(one.login, one.unit_name, one.role, one.since, one.is_known) for one in found] == [
        ("thidu.lo", "Xã Suối Trúc", "clerk", ON, False),
        ("thidu.lo", "Xã Suối Trúc", "focal", date(2031, 4, 1), False),
        ("cosan", "Xã Suối Trúc", "administrator", ON, True),
    ]


PEOPLE_FAULTS = [
    (("", "A B", "Xã Suối Trúc", "Văn thư"), "A2", "Thiếu “Tên đăng nhập”."),
    (
        ("thí dụ", "A B", "Xã Suối Trúc", "Văn thư"), "A2",
        "“thí dụ” không dùng được: chỉ chữ không dấu, số và . _ - +, từ 3 ký tự.",
    ),
    (("moi", "", "Xã Suối Trúc", "Văn thư"), "B2", "Thiếu “Họ và tên”."),
    (("moi", "A B", "", "Văn thư"), "C2", "Thiếu “Đơn vị”."),
    (("moi", "A B", "Xã Suối Trúc", ""), "D2", "Thiếu “Vai trò”."),
    (
        ("moi", "A B", "Xã Suối Trúc", "Sếp"), "D2",
        "Không có vai trò “Sếp”. Hãy chọn một trong: Cán bộ đầu mối, Cán bộ thực hiện, Lãnh đạo, Biên tập viên, "
        "Người phát ngôn, Văn thư, Cán bộ kiểm tra, Quản trị viên.",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("row", "cell", "sentence"), PEOPLE_FAULTS)
def test_each_wrong_cell_of_people_is_named(row, cell, sentence):
    assert said(people(row)[1]) == [(cell, sentence)]
