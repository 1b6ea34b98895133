"""How far a plan meets a requirement, on invented documents."""

from __future__ import annotations

import pytest

from asking import only


@pytest.mark.parametrize(
    ("asked", "planned", "state"),
    [
        ("Lập tủ sách lưu động ở các thôn.", "Lập tủ sách lưu động ở thôn Đầu Nguồn.", "covered"),
        ("Lập tủ sách lưu động ở các thôn.", "Đặt TỦ SÁCH LƯU ĐỘNG tại từng thôn, bản.", "covered"),
        ("Trồng 200 cây tre ven suối.", "Trồng 200 cây tre ven suối Trúc.", "covered"),
        ("Trồng 200 cây tre ven suối.", "Trồng 300 cây tre ven suối Trúc.", "more"),
        ("Trồng 1.500 cây tre ven suối.", "Trồng 900 cây tre ven suối Trúc.", "partly"),
        ("Trồng 200 cây tre ven suối.", "Trồng 1.300 cây tre ven suối Trúc.", "more"),
        ("Bảo đảm 80% hồ sơ đúng hạn.", "Bảo đảm 95% hồ sơ đúng hạn.", "more"),
        ("Bảo đảm 80% hồ sơ đúng hạn.", "Bảo đảm 70,5% hồ sơ đúng hạn.", "partly"),
        ("Giảm thời gian chờ xuống dưới 15 phút.", "Giảm thời gian chờ xuống dưới 10 phút.", "more"),
        ("Giảm thời gian chờ xuống dưới 15 phút.", "Giảm thời gian chờ xuống dưới 20 phút.", "partly"),
        ("Trồng 20 cây tre, xong trước ngày 30/6/2030.", "Trồng 20 cây tre, xong trước ngày 15/6/2030.", "more"),
        ("Trồng 20 cây tre, xong trước ngày 30/6/2030.", "Trồng 20 cây tre, xong trước ngày 15/7/2030.", "partly"),
        ("Hằng năm kiểm kê sách, báo.", "Hằng quý kiểm kê sách, báo.", "more"),
        ("Mở lớp tập huấn cho thủ thư; sửa mái kho sách; mua máy quét.", "Mở lớp tập huấn cho thủ thư.", "partly"),
        ("Mở lớp tập huấn cho thủ thư. Khảo sát luồng lạch.", "Mở lớp tập huấn cho thủ thư.", "partly"),
        ("Khảo sát luồng lạch, cắm biển báo.", "Mở lớp tập huấn cho thủ thư.", "not"),
        ("Tổ chức thực hiện nhiệm vụ theo quy định.", "Tổ chức triển khai công tác theo kế hoạch.", "not"),
    ],
)  # fmt: skip
def test_a_requirement_is_met_as_far_as_the_plan_says(asked, planned, state):
    assert only(asked, planned).state == state
