"""What one document says otherwise than others of an act that they all cite."""

from __future__ import annotations

import pytest

import vanban
from vanban.checks import check_together

SUBJECT = "của Chính phủ ban hành Chương trình hành động về thông tin đối ngoại giai đoạn tới."
RIGHT = f"Thực hiện Nghị quyết số 47/NQ-CP ngày 15/4/2029 {SUBJECT}"


def codes(*texts):
    return [
        [one.code for one in found] for found in check_together([vanban.read_text(text) for text in texts])
    ]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ([RIGHT, RIGHT], [[], []]),
        ([RIGHT, RIGHT.replace("15/4", "14/5")], [[], ["C201"]]),
        ([RIGHT.replace("15/4", "14/5"), RIGHT, RIGHT], [["C201"], [], []]),
        ([RIGHT, RIGHT.replace("47/", "74/")], [[], ["C202"]]),
        ([RIGHT, RIGHT.replace("47/", "112/")], [[], []]),
        ([RIGHT], [[]]),
        ([], []),
    ],
)
def test_what_most_documents_say_is_held_for_right(texts, expected):
    assert codes(*texts) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("01/NQ-CP ngày 06/01/2029 của Chính phủ", "01/NQ-CP ngày 05/02/2030 của Chính phủ"),
        (
            "12/NQ-HĐND ngày 05/3/2029 của HĐND tỉnh Bến Mây",
            "12/NQ-HĐND ngày 06/4/2029 của HĐND xã Suối Trúc",
        ),
        ("12/NQ-HĐND ngày 05/3/2029", "12/NQ-HĐND ngày 06/4/2029"),
    ],
)
def test_numbers_that_come_again_are_no_slip(one, other):
    assert codes(f"Thực hiện Nghị quyết số {one}.", f"Thực hiện Nghị quyết số {other}.") == [[], []]
