"""Whole invented documents, as offices write them and as pages carry them, and the facts that they hold."""

# ruff: noqa: E501 -- the lines of a document stay as they are

from __future__ import annotations

import pytest

from papers import DIRECTIVE, FOOT, HEAD, PLAN, names, paper
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


def test_a_decision_with_articles():
    reading = read_text(
        paper(
            "QUYẾT ĐỊNH:", "Điều 1. Phê duyệt Đề án phát triển thư viện với các nội dung sau:", "1. Mục tiêu: Mỗi thôn có một tủ sách.",
            "2. Nhiệm vụ:", "a) Sửa nhà văn hóa thôn.", "b) Mua sách mới.", "Điều 2. Tổ chức thực hiện",
            "1. Sở Nội vụ chủ trì, phối hợp với Sở Tài chính theo dõi việc thực hiện.",
            "2. Ủy ban nhân dân các xã, phường bố trí kinh phí trước ngày 30/6/2030.", "Điều 3. Quyết định này có hiệu lực từ ngày ký.",
            "Điều 4. Chánh Văn phòng, Giám đốc các sở chịu trách nhiệm thi hành Quyết định này./.",
            kind="QUYẾT ĐỊNH", title="Phê duyệt Đề án phát triển thư viện", number="45/QĐ-UBND",
        )
    )  # fmt: skip
    assert [(one.title, one.role) for one in reading.outline][1:] == [
        ("Mục tiêu", "purpose"), ("Nhiệm vụ", "tasks"), ("Tổ chức thực hiện", "organisation"),
    ]  # fmt: skip
    assert [
        (task.text.split(" ")[0], names(task.lead), names(task.coordinators), when(task))
        for task in reading.tasks
    ] == [
        ("Sửa", [], [], None),
        ("Mua", [], [], None),
        ("Sở", ["Sở Nội vụ"], ["Sở Tài chính"], None),
        ("Ủy", ["Ủy ban nhân dân các xã, phường"], [], ("deadline", "2030-06-30")),
    ]


def test_an_official_letter():
    reading = read_text(
        HEAD.format(number="45/UBND-VX\nV/v tăng cường phòng, chống cháy rừng")
        + "\nKính gửi:\n- Các sở, ban, ngành;\n- Ủy ban nhân dân các xã, phường.\n\n"
        "Thời gian qua, nắng nóng kéo dài. Để chủ động phòng cháy, Ủy ban nhân dân tỉnh yêu cầu:\n\n"
        "1. Các sở, ban, ngành tuyên truyền trong cơ quan.\n\n2. Ủy ban nhân dân các xã, phường:\n\na) Tuần tra rừng vào giờ nắng.\n\n"
        "b) Báo cáo kết quả về Sở Nông nghiệp và Môi trường trước ngày 30/4/2030.\n\n"
        "Nhận được Công văn này, đề nghị các đơn vị nghiêm túc thực hiện./.\n" + FOOT
    )
    assert (reading.header.type, reading.header.title) == (
        "Công văn",
        "V/v tăng cường phòng, chống cháy rừng",
    )
    assert [names(task.lead) for task in reading.tasks] == [
        ["Các sở, ban, ngành"],
        *[["Ủy ban nhân dân các xã, phường"]] * 2,
    ]
    assert [(names(one.who), names(one.to)) for one in reading.reports] == [
        (["Ủy ban nhân dân các xã, phường"], ["Sở Nông nghiệp và Môi trường"])
    ]


def test_a_conclusion_and_a_telegram():
    asked = (
        "1. Giao Sở Nội vụ tham mưu kế hoạch, hoàn thành trước ngày 15/3/2030.",
        "2. Đề nghị Tỉnh đoàn vận động thanh niên trồng cây.",
    )
    for kind, opening in (
        ("THÔNG BÁO", "Chủ tịch Ủy ban nhân dân tỉnh kết luận như sau:"),
        ("CÔNG ĐIỆN", "Chủ tịch Ủy ban nhân dân tỉnh yêu cầu:"),
    ):
        tasks = read_text(paper(opening, *asked, kind=kind, title="Về ứng phó bão", number="7/TB-UBND")).tasks
        assert [(names(task.lead), when(task)) for task in tasks] == [
            (["Sở Nội vụ"], ("deadline", "2030-03-15")),
            (["Tỉnh đoàn"], None),
        ]


def test_a_text_without_anything_is_read_and_doubted():
    for text in ("", "   \n\n", "abc"):
        reading = read_text(text)
        assert (reading.tasks, reading.outline, reading.citations) == ((), (), ())
        assert {one.code for one in reading.warnings} >= {"no-issuer", "no-type", "no-tasks"}


def test_a_warning_speaks_to_the_officer():
    assert all(one.text.endswith(".") and one.code not in one.text for one in read_text("").warnings)


@pytest.mark.parametrize(
    ("title", "year"),
    [
        ("Phát triển thư viện năm 2031", 2031),
        ("PHÁT TRIỂN THƯ VIỆN NĂM 2031", 2031),
        ("Phát triển thư viện đến năm 2045", 2030),
        ("Phát triển thư viện từ nay đến năm 2045 và những năm tiếp theo", 2030),
        ("Phát triển thư viện giai đoạn 2031 - 2035", 2030),
        ("Thực hiện Nghị quyết số 12-NQ/TU ngày 22 tháng 12 năm 2024 của Tỉnh ủy", 2030),
    ],
)
def test_a_month_without_a_year_is_in_the_year_of_the_plan(title, year):
    text = paper("I. NHIỆM VỤ", "1. Mua sách mới cho tủ sách ở thôn xa.", "Thời gian: Tháng 6.", title=title)
    assert [task.time.due for task in read_text(text).tasks] == [f"{year}-06-30"]
