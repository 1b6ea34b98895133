"""Headings and what stands under them, whatever numbers an office prints."""

from __future__ import annotations

import pytest

from papers import paper
from vanban import read_text
from vanban.grammar.headings import role_of, says_tasks
from vanban.grammar.markers import mark_of, starts_item

WORK = "Sửa mái nhà văn hóa thôn và lắp đèn ở sân."


@pytest.mark.parametrize(
    ("text", "kind", "label"),
    [
        ("I. MỤC ĐÍCH", "roman", "I"),
        ("IV/ NHIỆM VỤ", "roman", "IV"),
        ("XII- TỔ CHỨC", "roman", "XII"),
        ("A. NHIỆM VỤ", "capital", "A"),
        ("Phần I. ĐÁNH GIÁ", "part", "Phần I"),
        ("PHẦN THỨ HAI", "part", "Phần THỨ HAI"),
        ("Chương II", "chapter", "Chương II"),
        ("Mục 1. Quy định chung", "division", "Mục 1"),
        ("Điều 3. Tổ chức thực hiện", "article", "Điều 3"),
        ("1. Sửa nhà văn hóa", "arabic", "1"),
        ("1) Sửa nhà văn hóa", "arabic", "1"),
        ("12- Sửa nhà văn hóa", "arabic", "12"),
        ("1.2. Sửa nhà văn hóa", "dotted", "1.2"),
        ("1.2.3 Sửa nhà văn hóa", "dotted", "1.2.3"),
        ("(1) Sửa nhà văn hóa", "paren", "1"),
        ("(ii) Sửa nhà văn hóa", "paren", "ii"),
        ("a) Sửa nhà văn hóa", "letter", "a"),
        ("đ) Sửa nhà văn hóa", "letter", "đ"),
        ("a. Sửa nhà văn hóa", "letter", "a"),
        ("- Sửa nhà văn hóa", "dash", "-"),
        ("– Sửa nhà văn hóa", "dash", "–"),
        ("+ Sửa nhà văn hóa", "plus", "+"),
        ("• Sửa nhà văn hóa", "dot", "•"),
    ],
)
def test_a_mark_is_known(text, kind, label):
    mark = mark_of(text)
    assert (mark.kind, mark.label) == (kind, label)
    assert starts_item(text)


@pytest.mark.parametrize(
    "text",
    [
        "12/3/2030 là hạn cuối",
        "1.500 hộ dân",
        "-5 độ",
        "2030 hộ dân",
        "Iran",
        "an toàn",
        "Điều này",
        "",
    ],
)
def test_a_number_in_a_sentence_is_no_mark(text):
    assert not starts_item(text)


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("MỤC ĐÍCH, YÊU CẦU", "purpose"),
        ("Mục tiêu", "purpose"),
        ("Quan điểm", "purpose"),
        ("NHIỆM VỤ VÀ GIẢI PHÁP", "tasks"),
        ("NỘI DUNG THỰC HIỆN", "tasks"),
        ("Các nhiệm vụ trọng tâm", "tasks"),
        ("TỔ CHỨC THỰC HIỆN", "organisation"),
        ("PHÂN CÔNG NHIỆM VỤ", "organisation"),
        ("Trách nhiệm thi hành", "organisation"),
        ("VỀ KẾT QUẢ ĐẠT ĐƯỢC", "other"),
        ("Về tồn tại, hạn chế", "other"),
        ("KINH PHÍ THỰC HIỆN", "other"),
        ("Đối tượng, phạm vi", "other"),
        ("THỜI GIAN, ĐỊA ĐIỂM", "other"),
        ("Tủ sách thôn", None),
    ],
)
def test_a_title_says_its_role(title, role):
    assert role_of(title) == role


def test_a_heading_may_name_tasks_beside_aims():
    assert says_tasks("MỤC TIÊU VÀ NHIỆM VỤ") and not says_tasks("MỤC TIÊU")


def outline(*body):
    """(label, title, role, level) of the sections of a plan with this body."""
    return [(one.label, one.title, one.role, one.level) for one in read_text(paper(*body)).outline]


def test_a_heading_of_things_leads_no_work():
    reading = read_text(
        paper("I. NHIỆM VỤ", "1. Nhà văn hóa và tủ sách", "- " + WORK, "2. Sân chơi, bãi tập", "- " + WORK)
    )
    assert [task.lead for task in reading.tasks] == [(), ()]


def test_sections_stand_in_each_other():
    assert outline(
        "I. NHIỆM VỤ", "1. Về cơ sở vật chất", "1.1. Nhà văn hóa", "a) " + WORK, "1.2. Sân chơi", "- " + WORK
    ) == [
        ("I", "NHIỆM VỤ", "tasks", 1),
        ("I.1", "Về cơ sở vật chất", "tasks", 2),
        ("I.1.1", "Nhà văn hóa", "tasks", 3),
        ("I.1.2", "Sân chơi", "tasks", 3),
    ]


def test_a_role_passes_to_what_stands_below():
    sections = outline(
        "I. MỤC ĐÍCH, YÊU CẦU", "1. Mục đích", "Đưa sách tới gần người dân.", "2. Yêu cầu", "Không mua sách trùng.",
        "II. NHIỆM VỤ", "1. Tủ sách thôn", "- " + WORK, "III. KINH PHÍ", "Từ ngân sách xã.",
        "IV. TỔ CHỨC THỰC HIỆN", "1. Sở Y tế", "- " + WORK,
    )  # fmt: skip
    assert [(label, role) for label, _, role, _ in sections] == [
        ("I", "purpose"), ("I.1", "purpose"), ("I.2", "purpose"), ("II", "tasks"), ("II.1", "tasks"), ("III", "other"),
        ("IV", "organisation"), ("IV.1", "organisation"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("numbers", "wanted"),
    [
        (("1", "2", "2"), ["I.1", "I.2", "I.2"]),
        (("1", "3", "4"), ["I.1", "I.3", "I.4"]),
        (("2", "1"), ["I.2", "I.1"]),
    ],
)
def test_numbers_are_copied_even_where_they_repeat_or_skip(numbers, wanted):
    body = [line for number in numbers for line in (f"{number}. Tủ sách thôn", "- " + WORK)]
    assert [label for label, *_ in outline("I. NHIỆM VỤ", *body)][1:] == wanted


def test_a_bracket_after_a_title_and_its_stop_are_left_out():
    assert outline(
        "I. NHIỆM VỤ (từ năm 2030):", "1. Tủ sách thôn (12 thôn).", "- " + WORK, "2. Sân chơi", "- " + WORK
    )[:2] == [
        ("I", "NHIỆM VỤ", "tasks", 1),
        ("I.1", "Tủ sách thôn", "tasks", 2),
    ]


def test_a_heading_in_capitals_without_a_number_is_counted():
    sections = outline("MỤC ĐÍCH, YÊU CẦU", "Đưa sách tới gần người dân.", "NHIỆM VỤ, GIẢI PHÁP", "- " + WORK)
    assert [(title, role) for _, title, role, _ in sections] == [
        ("MỤC ĐÍCH, YÊU CẦU", "purpose"),
        ("NHIỆM VỤ, GIẢI PHÁP", "tasks"),
    ]


def test_a_heading_broken_over_two_lines_is_one():
    text = paper("I. NHIỆM VỤ TRỌNG TÂM VÀ GIẢI PHÁP CHỦ YẾU\nTHỰC HIỆN TRONG NĂM", "1. " + WORK)
    assert [one.title for one in read_text(text).outline] == [
        "NHIỆM VỤ TRỌNG TÂM VÀ GIẢI PHÁP CHỦ YẾU THỰC HIỆN TRONG NĂM"
    ]


def test_a_chapter_takes_its_title_from_the_next_line():
    sections = outline(
        "Chương I", "NHIỆM VỤ CHUNG", "Điều 1. Tủ sách thôn", "1. " + WORK, "2. Mua sách mới cho thôn xa."
    )
    assert [(title, level) for _, title, _, level in sections][:2] == [
        ("NHIỆM VỤ CHUNG", 1),
        ("Tủ sách thôn", 2),
    ]


def test_a_numbered_line_that_only_names_units_is_a_section():
    sections = outline(
        "I. TỔ CHỨC THỰC HIỆN",
        "1. Sở Y tế",
        "- " + WORK,
        "2. Các sở, ban, ngành; UBND các xã, phường:",
        "- " + WORK,
    )
    assert [title for _, title, *_ in sections] == [
        "TỔ CHỨC THỰC HIỆN",
        "Sở Y tế",
        "Các sở, ban, ngành; UBND các xã, phường",
    ]


def test_a_numbered_lead_in_with_text_of_its_own_is_no_section():
    reading = read_text(
        paper("I. NHIỆM VỤ", "1. Sở Y tế xây dựng phương án, trong đó tập trung các việc sau:", "- " + WORK)
    )
    assert [one.title for one in reading.outline] == ["NHIỆM VỤ"]
    assert len(reading.tasks) == 2


def test_a_title_printed_bold_up_to_its_colon_is_a_section_and_its_text_a_task():
    reading = read_text(
        paper(
            "**IV. TỔ CHỨC THỰC HIỆN**",
            "**1. Sở Y tế:** Khám bệnh cho người già ở các thôn xa.",
            "**2. Công an xã, Ban Chỉ huy\nQuân sự xã:** Tuần tra ban đêm ở bến đò.",
        )
    )
    assert [one.title for one in reading.outline] == [
        "TỔ CHỨC THỰC HIỆN", "Sở Y tế", "Công an xã, Ban Chỉ huy Quân sự xã",
    ]  # fmt: skip
    assert [(task.text, [unit.name for unit in task.lead]) for task in reading.tasks] == [
        ("Khám bệnh cho người già ở các thôn xa.", ["Sở Y tế"]),
        ("Tuần tra ban đêm ở bến đò.", ["Công an xã", "Ban Chỉ huy Quân sự xã"]),
    ]


def test_a_bold_number_or_bold_words_inside_make_no_title():
    reading = read_text(
        paper("**I. NHIỆM VỤ**", "**1.** Khám bệnh: ưu tiên người già.", "2. Tuần tra **ban đêm:** ở bến đò.")
    )
    assert [one.title for one in reading.outline] == ["NHIỆM VỤ"] and len(reading.tasks) == 2


def test_a_colon_inside_a_name_ends_no_title():
    reading = read_text(
        paper(
            "I. NHIỆM VỤ",
            "1. Chuẩn bị",
            "- " + WORK,
            "2. Chủ tịch UBND các xã: Suối Trúc, Mây Hạ kiểm tra bến đò:",
            "- Ghi sổ từng chuyến.",
            "3. Tổng kết",
            "- Họp xã viên.",
        )
    )
    assert [one.title for one in reading.outline] == ["NHIỆM VỤ", "Chuẩn bị", "Tổng kết"]


def test_who_is_responsible_above_sentences_is_a_heading_and_above_names_an_attribute():
    told = read_text(
        paper("V. THỜI GIAN VÀ TRÁCH NHIỆM THỰC HIỆN", "1. Trách nhiệm thực hiện", f"- Sở Y tế: {WORK}")
    )
    assert [(one.title, one.role) for one in told.outline][-1] == ("Trách nhiệm thực hiện", "organisation")
    named = read_text(
        paper(
            "I. NHIỆM VỤ", "1. Nội dung", f"a) {WORK}", "2. Đơn vị thực hiện", "- Sở Y tế;", "- Công an xã."
        )
    )
    assert [[unit.name for unit in task.lead] for task in named.tasks] == [["Sở Y tế", "Công an xã"]]
