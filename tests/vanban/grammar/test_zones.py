"""The parts of a document: head, body, foot, and what it carries behind the foot."""

from __future__ import annotations

import pytest

from papers import FOOT, paper, plan
from vanban import read_text

ROOF = "Sửa mái nhà văn hóa thôn và lắp đèn ở sân."
BOOKS = "Mua sách mới cho tủ sách ở thôn xa."


def attached(reading):
    return [(one.kind.casefold(), one.title) for one in reading.attachments]


@pytest.mark.parametrize(
    ("heading", "label", "title"),
    [
        ("PHỤ LỤC\nDANH SÁCH THÔN\n(Kèm theo Kế hoạch số 118/KH-UBND)", "PL", "DANH SÁCH THÔN"),
        (
            "PHỤ LỤC I\nNHIỆM VỤ CỦA CÁC XÃ\n(Ban hành kèm theo Kế hoạch số 118/KH-UBND)",
            "PL.I",
            "NHIỆM VỤ CỦA CÁC XÃ",
        ),
        ("Phụ lục 2\nNHIỆM VỤ CỦA CÁC XÃ", "PL.2", "NHIỆM VỤ CỦA CÁC XÃ"),
        ("PHỤ LỤC 01: NHIỆM VỤ CỦA CÁC XÃ", "PL.01", "NHIỆM VỤ CỦA CÁC XÃ"),
    ],
)
def test_an_annex_stands_behind_the_foot(heading, label, title):
    reading = read_text(plan("1. " + ROOF) + f"\n\n{heading}\n\n- {BOOKS}")
    assert attached(reading) == [("annex", title)]
    assert [(one.label, one.title) for one in reading.outline if one.role == "annex"] == [(label, title)]
    assert [(task.text, task.section) for task in reading.tasks] == [(ROOF, "I"), (BOOKS, label)]


def test_two_annexes_are_two():
    reading = read_text(
        plan("1. " + ROOF)
        + "\n\nPHỤ LỤC I\nSÁCH\n\n- "
        + BOOKS
        + "\n\nPHỤ LỤC II\nCÂY XANH\n\n- Trồng cây quanh sân nhà văn hóa."
    )
    assert attached(reading) == [("annex", "SÁCH"), ("annex", "CÂY XANH")]


def test_headings_of_an_annex_without_a_title_stand_on_a_level_that_is_there():
    reading = read_text(plan("1. " + ROOF) + "\n\nPHỤ LỤC I\n(Kèm theo Kế hoạch)\n\nCÂY XANH\n\n- " + BOOKS)
    levels = [one.level for one in reading.outline]
    assert all(below - above <= 1 for above, below in zip([0, *levels], levels, strict=False))
    assert [(one.level, one.label) for one in reading.outline if "annex" in one.role][0][0] == 1


def test_a_mention_of_an_annex_in_the_body_opens_none():
    reading = read_text(
        plan("1. " + ROOF, "Phụ lục I kèm theo Kế hoạch này là danh sách thôn.", "2. " + BOOKS)
    )
    assert reading.attachments == () and reading.tasks[-1].text == BOOKS


def test_the_foot_ends_the_tasks():
    texts = [task.text for task in read_text(plan("1. " + ROOF)).tasks]
    assert texts == [ROOF]


def test_a_foot_without_its_heading_ends_at_who_keeps_a_copy():
    text = plan("1. " + ROOF).replace("Nơi nhận:\n", "")
    reading = read_text(text)
    assert reading.header.recipients == ("Như trên", "Lưu: VT") and [task.text for task in reading.tasks] == [
        ROOF
    ]


def test_a_plan_behind_a_decision_is_one_reading_with_it():
    decision = paper(
        "QUYẾT ĐỊNH:", "Điều 1. Ban hành kèm theo Quyết định này Kế hoạch phát triển thư viện.",
        "Điều 2. Giao Sở Nội vụ theo dõi, đôn đốc việc thực hiện Kế hoạch.",
        "Điều 3. Quyết định này có hiệu lực kể từ ngày ký.",
        kind="QUYẾT ĐỊNH", title="Ban hành Kế hoạch phát triển thư viện năm 2030", number="77/QĐ-UBND",
    )  # fmt: skip
    carried = (
        "KẾ HOẠCH\nPhát triển thư viện năm 2030\n(Kèm theo Quyết định số 77/QĐ-UBND)\n\nI. NHIỆM VỤ\n\n1. "
        + ROOF
    )
    reading = read_text(f"{decision}\n\n{carried}\n{FOOT}")
    assert (reading.header.type, reading.header.code) == ("Quyết định", "77/QĐ-UBND")
    assert attached(reading) == [("kế hoạch", "Phát triển thư viện năm 2030")]
    assert [task.text for task in reading.tasks] == [
        "Giao Sở Nội vụ theo dõi, đôn đốc việc thực hiện Kế hoạch.",
        ROOF,
    ]


def test_a_letterhead_printed_once_more_is_no_section_and_no_annex():
    reading = read_text(
        plan("1. " + ROOF).replace("\nNơi nhận", "\nỦY BAN NHÂN DÂN TỈNH BẾN MÂY\n\nNơi nhận")
        + "\n\nỦY BAN NHÂN DÂN TỈNH BẾN MÂY\n\nPHỤ LỤC\n\nCÂY XANH\n\n(Kèm theo Kế hoạch)\n\n- "
        + BOOKS
    )
    assert [one.title for one in reading.outline] == ["NHIỆM VỤ", "CÂY XANH"]
    assert attached(reading) == [("annex", "CÂY XANH")]


@pytest.mark.parametrize(
    "article",
    [
        "Công nhận Điều lệ của Quỹ Khuyến học ban hành kèm theo Quyết định này.",
        "Chánh Văn phòng, Giám đốc Sở Nội vụ căn cứ Quyết định thi hành./.",
    ],
)
def test_an_article_that_only_promulgates_gives_no_work(article):
    reading = read_text(
        paper("QUYẾT ĐỊNH:", "Điều 1. " + article, kind="QUYẾT ĐỊNH", title="Về việc công nhận Điều lệ")
    )
    assert reading.tasks == ()
