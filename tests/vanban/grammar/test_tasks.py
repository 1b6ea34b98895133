"""Provisions that direct work: their words, who leads, who helps, when, and what comes of it."""

# ruff: noqa: E501 -- a row of a table stays on its line

from __future__ import annotations

import pytest

from papers import duties, names, paper, plan
from vanban import read_text

ROOF = "Sửa mái nhà văn hóa thôn và lắp đèn ở sân."
BOOKS = "Mua sách mới cho tủ sách ở thôn xa."


def tasks(text):
    return read_text(text).tasks


def facts(task):
    """(leads, coordinators, kind of time with its date, product) of a task."""
    time = task.time and f"{task.time.kind} {task.time.due or task.time.every or ''}".strip()
    return names(task.lead), names(task.coordinators), time, task.product


def test_the_smallest_provision_is_the_task():
    found = tasks(
        plan(
            "1. Nhà văn hóa",
            "a) " + ROOF,
            "b) Trồng cây quanh sân.",
            "2. Tủ sách",
            "- " + BOOKS,
            "+ Đóng kệ sách.",
        )
    )
    assert [task.text for task in found] == [ROOF, "Trồng cây quanh sân.", BOOKS, "Đóng kệ sách."]
    assert [task.section for task in found] == ["I.1", "I.1", "I.2", "I.2"]


def test_the_words_of_a_task_stand_at_its_span():
    reading = read_text(plan("1. " + ROOF, "2. " + BOOKS))
    assert [reading.text[slice(*task.span)] for task in reading.tasks] == [ROOF, BOOKS]


def test_purposes_money_and_the_closing_are_no_tasks():
    found = tasks(
        paper(
            "I. MỤC ĐÍCH, YÊU CẦU", "- Đưa sách tới gần người dân.", "II. NHIỆM VỤ", "- " + ROOF,
            "III. KINH PHÍ", "- Từ ngân sách xã và nguồn xã hội hóa.", "IV. TỔ CHỨC THỰC HIỆN", "- " + BOOKS,
            "Trên đây là Kế hoạch phát triển thư viện năm 2030.",
        )
    )  # fmt: skip
    assert [task.text for task in found] == [ROOF, BOOKS]


def test_lines_of_attributes_belong_to_the_item_they_stand_in():
    found = tasks(
        plan(
            "1. " + ROOF, "- Cơ quan chủ trì: Ủy ban nhân dân các xã, phường.", "- Cơ quan phối hợp: Sở Xây dựng; Công an tỉnh.",
            "- Thời gian hoàn thành: Trước ngày 30/9/2030.", "- Sản phẩm: Nhà văn hóa đã sửa.",
            "2. " + BOOKS, "- Đơn vị thực hiện: Thư viện tỉnh.", "- Thời gian: Quý III/2030.",
        )
    )  # fmt: skip
    assert [task.text for task in found] == [ROOF, BOOKS]
    assert facts(found[0]) == (
        ["Ủy ban nhân dân các xã, phường"], ["Sở Xây dựng", "Công an tỉnh"], "deadline 2030-09-30", "Nhà văn hóa đã sửa",
    )  # fmt: skip
    assert facts(found[1]) == (["Thư viện tỉnh"], [], "within 2030-09-30", None)


def test_a_line_of_attributes_is_of_every_task_of_its_item():
    found = tasks(
        plan(
            "1. Cơ sở vật chất", "- " + ROOF, "- " + BOOKS, "- Đơn vị chủ trì: Sở Xây dựng.", "- Thời gian: Hằng năm.",
            "2. Sân chơi", "- Trồng cây quanh sân.", "- Đơn vị chủ trì: Thư viện tỉnh.",
        )
    )  # fmt: skip
    assert [facts(task)[::2] for task in found] == [
        (["Sở Xây dựng"], "recurring year"),
        (["Sở Xây dựng"], "recurring year"),
        (["Thư viện tỉnh"], None),
    ]


@pytest.mark.parametrize(
    ("line", "lead", "helping"),
    [
        ("- Đơn vị thực hiện: Sở Y tế chủ trì, phối hợp với Sở Tài chính.", ["Sở Y tế"], ["Sở Tài chính"]),
        ("- Cơ quan chủ trì, phối hợp: Sở Y tế; phối hợp với Sở Tài chính.", ["Sở Y tế"], ["Sở Tài chính"]),
        ("- Phân công thực hiện: Sở Y tế; các sở, ban, ngành.", ["Sở Y tế", "các sở, ban, ngành"], []),
        ("- Chủ trì: Sở Y tế (cơ quan thường trực).", ["Sở Y tế"], []),
        ("- Người thực hiện: Trưởng thôn.", ["Trưởng thôn"], []),
    ],
)
def test_one_line_may_hold_two_roles(line, lead, helping):
    (task,) = tasks(plan("1. " + ROOF, line))
    assert (names(task.lead), names(task.coordinators)) == (lead, helping)


@pytest.mark.parametrize(
    ("text", "lead", "helping"),
    [
        ("Sở Y tế xây dựng phương án trực cấp cứu.", ["Sở Y tế"], []),
        ("Sở Y tế chủ trì, phối hợp với Công an tỉnh xây dựng phương án.", ["Sở Y tế"], ["Công an tỉnh"]),
        ("Giao Sở Y tế phối hợp với Công an tỉnh xây dựng phương án.", ["Sở Y tế"], ["Công an tỉnh"]),
        ("Đề nghị Tỉnh đoàn vận động thanh niên trồng cây.", ["Tỉnh đoàn"], []),
        (
            "Yêu cầu Chủ tịch Ủy ban nhân dân các xã, phường kiểm tra hồ chứa.",
            ["Chủ tịch Ủy ban nhân dân các xã, phường"],
            [],
        ),
        ("Xây dựng phương án; phối hợp với Công an tỉnh kiểm tra.", [], []),
        ("Sở Y tế tăng cường phối hợp trong công tác phòng dịch.", ["Sở Y tế"], []),
    ],
)
def test_a_task_names_its_doer_itself(text, lead, helping):
    (task,) = tasks(plan("1. " + text))
    assert (names(task.lead), names(task.coordinators)) == (lead, helping)


def test_where_a_section_lists_by_unit_the_unit_leads_its_bullets():
    found = tasks(
        duties(
            "1. Sở Y tế", "- " + ROOF, "- Phối hợp với Sở Tài chính lập dự toán.", "- Giao Trung tâm Y tế xã mua thuốc.",
            "2. Các sở, ban, ngành:", "- " + BOOKS,
        )
    )  # fmt: skip
    assert [(names(task.lead), names(task.coordinators)) for task in found] == [
        (["Sở Y tế"], []),
        (["Sở Y tế"], ["Sở Tài chính"]),
        (["Trung tâm Y tế xã"], []),
        (["Các sở, ban, ngành"], []),
    ]


@pytest.mark.parametrize(
    ("title", "lead"),
    [
        ("Trách nhiệm của Sở Xây dựng", ["Sở Xây dựng"]),
        ("Trách nhiệm của các sở, ban, ngành và UBND các xã", ["các sở, ban, ngành", "UBND các xã"]),
        ("Nhiệm vụ và quyền hạn của Giám đốc Quỹ", ["Giám đốc Quỹ"]),
        ("Giao Sở Xây dựng thực hiện các nhiệm vụ sau", ["Sở Xây dựng"]),
        (
            "Trách nhiệm của Cơ quan có chức năng quản lý đất đai cấp xã",
            ["Cơ quan có chức năng quản lý đất đai cấp xã"],
        ),
        ("Trách nhiệm của người trông coi thư viện", ["người trông coi thư viện"]),
        ("Trách nhiệm của việc giữ gìn sách", []),
        ("Trách nhiệm thi hành", []),
    ],
)
def test_a_heading_that_says_whose_work_it_is_gives_its_bullets_their_leader(title, lead):
    text = duties(f"1. {title}", f"a) {ROOF}", "b) Phối hợp với Sở Y tế trồng cây quanh sân.")
    found = read_text(text)
    assert [names(task.lead) for task in found.tasks] == [lead, lead]
    assert names(found.tasks[1].coordinators) == (["Sở Y tế"] if lead else [])
    for unit in found.tasks[0].lead:
        assert found.text[slice(*unit.span)] == unit.name


def test_a_chapter_without_a_known_title_organises_where_it_says_whose_work_it_is():
    text = paper(
        "Chương I", "TỦ SÁCH VÀ SÂN CHƠI", "Điều 1. Tủ sách", "1. Tủ sách có kệ bằng gỗ.", "2. Sách có nhãn.",
        "Điều 2. Trách nhiệm của Sở Xây dựng", "1. " + ROOF, "2. Trồng cây quanh sân.",
        "Điều 3. Trách nhiệm của tổ chức, cá nhân mượn sách", "1. Giữ gìn sách.", "2. Trả sách đúng hẹn.",
        kind="QUY ĐỊNH", number="118/QĐ-UBND",
    )  # fmt: skip
    reading = read_text(text)
    assert [(one.role, one.title) for one in reading.outline][1:] == [
        ("other", "Tủ sách"),
        ("organisation", "Trách nhiệm của Sở Xây dựng"),
        ("other", "Trách nhiệm của tổ chức, cá nhân mượn sách"),
    ]
    assert [(task.text, names(task.lead)) for task in reading.tasks] == [
        (ROOF, ["Sở Xây dựng"]),
        ("Trồng cây quanh sân.", ["Sở Xây dựng"]),
    ]


def test_a_unit_without_a_number_above_bullets_is_only_their_lead():
    reading = read_text(duties("Sở Y tế:", "- " + ROOF, "Công an tỉnh:", "- " + BOOKS))
    assert [names(task.lead) for task in reading.tasks] == [["Sở Y tế"], ["Công an tỉnh"]]
    assert [one.title for one in reading.outline] == ["TỔ CHỨC THỰC HIỆN"]


def test_a_unit_that_opens_a_lead_in_leads_the_bullets_under_it():
    found = tasks(duties("Các sở, ban, ngành căn cứ Kế hoạch này:", "- " + ROOF, "- " + BOOKS))
    assert [names(task.lead) for task in found if task.text in (ROOF, BOOKS)] == [["Các sở, ban, ngành"]] * 2


@pytest.mark.parametrize(
    ("text", "lines", "time"),
    [
        ("Hoàn thành việc sửa mái trước ngày 30/9/2030.", ["- Thời gian: Quý II/2030."], "within 2030-06-30"),
        ("Hoàn thành việc sửa mái trước ngày 30/9/2030.", [], "deadline 2030-09-30"),
        ("Thường xuyên thay sách mới cho các tủ sách.", [], "continuous"),
        ("Thay sách mới thường xuyên cho các tủ sách.", [], None),
        ("Thay sách mới cho các tủ sách.", ["- Thời gian thực hiện: Thường xuyên."], "continuous"),
        ("Thay sách mới; báo cáo kết quả trước ngày 20/12/2030.", [], "deadline 2030-12-20"),
    ],
)
def test_a_time_line_counts_before_the_words(text, lines, time):
    (task,) = tasks(plan("1. " + text, *lines))
    assert facts(task)[2] == time


def test_the_closing_stop_is_no_part_of_a_task():
    (task,) = tasks(plan("1. Sửa mái nhà văn hóa thôn./."))
    assert task.text == "Sửa mái nhà văn hóa thôn."


TABLE = """| TT | Nội dung công việc | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian hoàn thành | Sản phẩm |
| --- | --- | --- | --- | --- | --- |
| I | NHÀ VĂN HÓA | | | | |
| 1 | Sửa mái nhà văn hóa thôn | Sở Xây dựng | Sở Tài chính; Công an tỉnh | Quý III/2030 | Nhà đã sửa |
| 2 | Trồng cây quanh sân | Tỉnh đoàn | | Hằng năm | |
| II | TỦ SÁCH | | | | |
| 1 | Mua sách mới cho tủ sách | Thư viện tỉnh | | Trước ngày 30/9/2030 | Sách |"""


def test_a_row_of_a_task_table_is_a_task_and_its_groups_are_sections():
    reading = read_text(plan("1. Nhiệm vụ cụ thể như sau:", TABLE))
    rows = [task for task in reading.tasks if task.lead]
    assert [(task.text, *facts(task)) for task in rows] == [
        (
            "Sửa mái nhà văn hóa thôn",
            ["Sở Xây dựng"],
            ["Sở Tài chính", "Công an tỉnh"],
            "within 2030-09-30",
            "Nhà đã sửa",
        ),
        ("Trồng cây quanh sân", ["Tỉnh đoàn"], [], "recurring year", None),
        ("Mua sách mới cho tủ sách", ["Thư viện tỉnh"], [], "deadline 2030-09-30", "Sách"),
    ]
    assert [one.title for one in reading.outline][-2:] == ["NHÀ VĂN HÓA", "TỦ SÁCH"]
    assert all(reading.text[slice(*task.span)] == task.text for task in rows)


def test_the_table_of_an_annex_holds_tasks_of_the_annex():
    reading = read_text(
        plan("1. " + ROOF) + "\n\nPHỤ LỤC\nDANH MỤC NHIỆM VỤ\n(Kèm theo Kế hoạch số 118/KH-UBND)\n\n" + TABLE
    )
    annexes = [one for one in reading.outline if one.role == "annex"]
    assert [one.title for one in annexes] == ["DANH MỤC NHIỆM VỤ", "NHÀ VĂN HÓA", "TỦ SÁCH"]
    assert [task.text for task in reading.tasks][-3:] == [
        "Sửa mái nhà văn hóa thôn",
        "Trồng cây quanh sân",
        "Mua sách mới cho tủ sách",
    ]
    assert reading.attachments[0].kind == "annex"


def test_a_table_torn_after_a_group_goes_on_with_the_next_one():
    head, rows = TABLE.rsplit("| II |", 1)
    rest = "| TT | Nội dung công việc | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian hoàn thành | Sản phẩm |\n| --- | --- | --- | --- | --- | --- |\n"
    rest += (
        rows.split("\n", 1)[1]
        + "\n| III | CÂY XANH | | | | |\n| 2 | Trồng cây ở trường | Tỉnh đoàn | | Quý IV/2030 | |"
    )
    annex = "\n\nPHỤ LỤC\nDANH MỤC NHIỆM VỤ\n(Kèm theo Kế hoạch số 118/KH-UBND)\n\n"
    reading = read_text(plan("1. " + ROOF) + annex + head + "\n\nII. TỦ SÁCH\n\n" + rest)
    groups = [(one.label, one.level, one.title) for one in reading.outline if one.role == "annex"]
    assert groups[1:] == [
        ("PL.I", 2, "NHÀ VĂN HÓA"),
        ("PL.II", 2, "TỦ SÁCH"),
        ("PL.III", 2, "CÂY XANH"),
    ]


def test_groups_without_a_number_are_counted():
    table = TABLE.replace("| I |", "| |").replace("| II |", "| |")
    reading = read_text(plan("1. Nhiệm vụ cụ thể như sau:", table))
    assert [one.label for one in reading.outline][-2:] == ["I.1", "I.2"]
    assert [task.section for task in reading.tasks if task.lead] == ["I.1", "I.1", "I.2"]


def test_a_table_of_other_facts_holds_no_task():
    table = "| TT | Tên thôn | Số hộ |\n| --- | --- | --- |\n| 1 | Thôn Trúc | 45 |\n| 2 | Thôn Mây | 56 |"
    assert [task.text for task in tasks(plan("1. " + ROOF, table))] == [ROOF]


@pytest.mark.parametrize(
    "body",
    [
        (
            "1. " + ROOF,
            "- Đơn vị thực hiện:",
            "+ Sở Y tế;",
            "+ Công an tỉnh.",
            "- Thời gian:",
            "+ Quý I/2030;",
            "+ Trước ngày 30/9/2030.",
        ),
        (
            "|\nTT\n|\nNội dung\n|\nChủ trì\n|\nThời gian\n|\n|\n1\n|\nSửa mái\n|\n- Sở Y tế;\n- Công an tỉnh.\n|\nQuý I/2030;\nTrước ngày 30/9/2030\n|\n|",
        ),
    ],
    ids=["lines", "cell"],
)
def test_names_and_times_of_several_lines_are_marked_where_they_stand(body):
    reading = read_text(plan(*body))
    task = reading.tasks[0]
    assert (
        [reading.text[slice(*unit.span)] for unit in task.lead]
        == names(task.lead)
        == ["Sở Y tế", "Công an tỉnh"]
    )
    assert reading.text[slice(*task.time.span)] == task.time.raw == "Trước ngày 30/9/2030"


def test_bullets_under_a_provision_are_led_by_its_doer():
    found = tasks(
        duties("1. Các sở, ban, ngành xây dựng kế hoạch riêng.", "- " + ROOF, "- Giao Sở Y tế mua thuốc.")
    )
    assert [names(task.lead) for task in found] == [
        ["Các sở, ban, ngành"],
        ["Các sở, ban, ngành"],
        ["Sở Y tế"],
    ]


def test_a_time_line_holds_the_bullets_of_another_kind_below_it():
    found = tasks(plan("- " + ROOF, "* Thời gian thực hiện:", "- Trước ngày 30/9/2030."))
    assert [(task.text, facts(task)[2]) for task in found] == [(ROOF, "deadline 2030-09-30")]


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("Năm 2030: Rà soát hồ sơ người có công.", "within 2030-12-31"),
        ("Năm 2030 là năm đầu của nhiệm kỳ, tập trung rà soát.", None),
        ("Đến năm 2032, hoàn thành việc rà soát.", "deadline 2032-12-31"),
        ("Hoàn thiện hạ tầng (2030 - 2032).", "within 2032-12-31"),
        ("Họp giao ban, sinh hoạt đảng định kỳ.", None),
    ],
)
def test_years_that_open_or_close_a_provision_are_its_time(text, time):
    (task,) = tasks(plan("1. " + text))
    assert facts(task)[2] == time


SPANNED = """|
TT
|
Nội dung
|
Cơ quan chủ trì
|
Thời gian
|
|
1
|
Xây dựng hạ tầng để vận hành kho dữ liệu của tỉnh
|
Sở Y tế
|
Quý IV/2030
|
|
Xây dựng hạ tầng dự phòng cho kho dữ liệu của tỉnh
|
Công an tỉnh
|
|
2
|
Đào tạo cán bộ quản lý kho dữ liệu của tỉnh
|
Sở Nội vụ
|
Quý I/2031
|"""


def test_a_second_task_under_one_number_has_the_cells_that_span_both():
    reading = read_text(plan("1. " + ROOF) + "\n\nPHỤ LỤC\nNHIỆM VỤ\n(Kèm theo Kế hoạch)\n\n" + SPANNED)
    assert [(task.text[:24], names(task.lead), facts(task)[2]) for task in reading.tasks[1:]] == [
        ("Xây dựng hạ tầng để vận ", ["Sở Y tế"], "within 2030-12-31"),
        ("Xây dựng hạ tầng dự phòn", ["Công an tỉnh"], "within 2030-12-31"),
        ("Đào tạo cán bộ quản lý k", ["Sở Nội vụ"], "within 2031-03-31"),
    ]


def test_a_table_of_prices_in_an_annex_has_sections_and_no_tasks():
    table = (
        "| TT | Nội dung | Số lượng | Đơn giá (đồng) |\n| --- | --- | --- | --- |\n| I | Vật tư | | 300.000 |\n"
        "| 1 | Xi măng | 2 | 90.000 |\n| 2 | Cát vàng | 3 | 40.000 |"
    )
    reading = read_text(plan("1. " + ROOF) + "\n\nPHỤ LỤC\nDỰ TOÁN\n(Kèm theo Kế hoạch)\n\n" + table)
    assert [task.text for task in reading.tasks] == [ROOF]
    assert [one.title for one in reading.outline if one.role == "annex"] == ["DỰ TOÁN", "Vật tư"]
