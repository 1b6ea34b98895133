"""Whole invented documents, as offices write them and as pages carry them, and the facts that they hold."""

# ruff: noqa: E501 -- the lines of a document stay as they are

from __future__ import annotations

from papers import DIRECTIVE, PLAN, names
from vanban import read_text

NEWS = """Trang chủ > Tin xã

Thứ hai - 17/06/2030 08:00

Đảng ủy xã Suối Trúc triển khai công tác thông tin cơ sở

(Ngày 15/6/2030 Đảng ủy xã Suối Trúc ban hành kế hoạch số: 26-KH/ĐU về công tác thông tin cơ sở năm 2030)

I. MỤC ĐÍCH, YÊU CẦU

Đưa thông tin tới từng hộ dân.

II. NHIỆM VỤ, GIẢI PHÁP

1. Sửa loa truyền thanh ở các thôn, xong trước tháng 9/2030.

Cán bộ thôn Mây sửa loa - Ảnh: Đài xã

2. Thường xuyên cập nhật trang tin của xã.

III. TỔ CHỨC THỰC HIỆN

1. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam xã vận động đoàn viên chia sẻ tin.

Tác giả: Ban biên tập

Tin liên quan
1. Hội thi nấu ăn ở xã Suối Trúc
"""


def when(task):
    return task.time and (task.time.kind, task.time.every or task.time.due)


def test_the_plan_of_a_commune():
    reading = read_text(PLAN)
    head = reading.header
    assert (head.issuer, head.code, head.date) == ("Ủy ban nhân dân xã Suối Trúc", "31/KH-UBND", "2030-01-20")
    assert head.title == "Phòng, chống cháy rừng mùa khô năm 2030" and head.signatory.name == "Trần Thị Mây"
    assert head.recipients == ("UBND tỉnh (b/c)", "Các thôn", "Lưu: VT")
    assert [(one.number, one.role, one.issuer) for one in reading.citations] == [
        ("04/CT-UBND", "basis", "Chủ tịch UBND tỉnh Bến Mây")
    ]
    assert [(one.label, one.title, one.role) for one in reading.outline] == [
        ("I", "MỤC ĐÍCH, YÊU CẦU", "purpose"),
        ("I.1", "Mục đích", "purpose"),
        ("II", "NHIỆM VỤ", "tasks"),
        ("II.1", "Tuyên truyền", "tasks"),
        ("II.2", "Dọn đường băng cản lửa", "tasks"),
        ("III", "KINH PHÍ", "other"),
        ("IV", "TỔ CHỨC THỰC HIỆN", "organisation"),
        ("IV.1", "Công an xã", "organisation"),
    ]


def test_the_tasks_of_a_commune():
    spread, clear, patrol, fight, report = read_text(PLAN).tasks
    assert names(spread.lead) == ["Công chức Văn hóa - Xã hội"] and spread.time.start == "2030-03-01"
    assert (names(clear.lead), names(clear.coordinators)) == (["Các thôn"], ["Hạt Kiểm lâm khu vực"])
    assert when(clear) == ("deadline", "2030-02-28")
    assert (names(patrol.lead), patrol.time) == (["Công an xã"], None)
    assert (names(fight.lead), names(fight.coordinators)) == (["Công an xã"], ["Ban Chỉ huy Quân sự xã"])
    assert names(report.lead) == ["Các trưởng thôn"]


def test_the_reports_of_a_commune():
    monthly, asked = read_text(PLAN).reports
    assert names(monthly.who) == names(asked.who) == ["Các trưởng thôn"]
    assert names(monthly.to) == names(asked.to) == ["Ủy ban nhân dân xã"]
    assert monthly.via.name == asked.via.name == "Văn phòng"
    assert (monthly.time.kind, monthly.time.every, asked.time.kind) == ("recurring", "month", "ad_hoc")


def test_a_directive_by_unit():
    reading = read_text(DIRECTIVE)
    assert (reading.header.type, reading.header.title) == (
        "Chỉ thị",
        "Về việc tăng cường an toàn bến đò trong mùa nước lớn",
    )
    assert [(names(task.lead), names(task.coordinators), when(task)) for task in reading.tasks] == [
        (["Sở Xây dựng"], [], ("deadline", "2030-05-30")),
        (["Sở Xây dựng"], ["Công an tỉnh"], None),
        (["Ủy ban nhân dân các xã, phường"], [], None),
        (["Văn phòng Ủy ban nhân dân tỉnh"], [], None),
    ]
    assert reading.header.signatory.name == "Lê Văn Trúc"


def test_a_news_page_with_furniture():
    reading = read_text(NEWS)
    head = reading.header
    assert (head.issuer, head.code, head.date) == ("Đảng ủy xã Suối Trúc", "26-KH/ĐU", "2030-06-15")
    assert [(names(task.lead), when(task)) for task in reading.tasks] == [
        ([], ("deadline", "2030-09-01")),
        ([], ("continuous", None)),
        (["Ủy ban Mặt trận Tổ quốc Việt Nam xã"], None),
    ]
    assert [words for words in ("Ảnh", "nấu ăn", "Ban biên tập") if words in reading.text] == []


def test_a_text_without_anything_is_read_and_doubted():
    for text in ("", "   \n\n", "abc"):
        reading = read_text(text)
        assert (reading.tasks, reading.outline, reading.citations) == ((), (), ())
        assert {one.code for one in reading.warnings} >= {"no-issuer", "no-type", "no-tasks"}


def test_a_warning_speaks_to_the_officer():
    assert all(one.text.endswith(".") and one.code not in one.text for one in read_text("").warnings)
