"""A later reading never overwrites a correction."""

from copy import deepcopy

import pytest

from caytre.documents.rules.facts import apply
from corrections import change, tasks
from vanban import read_text
from vanban.jsonform import from_json, to_json

TEXT = """UBND XÃ SUỐI TRÚC
Số: 7/KH-UBND
KẾ HOẠCH
Dọn chợ năm 2031
I. NHIỆM VỤ
1. Quét chợ vào cuối mỗi phiên chợ trong năm.
2. Rửa nền chợ sau mỗi phiên chợ trong tuần.
3. Quét chợ vào cuối mỗi phiên chợ trong năm.
"""


@pytest.fixture
def content():
    return to_json(read_text(TEXT))


def test_a_later_reading_meets_the_correction_again(content):
    made = change(content, "tasks", 1, "product", "Nền sạch")
    later = to_json(read_text("Trang in lại\n" + TEXT.replace("2. Rửa", "2. Rửa ")))
    facts = apply(later, changes=[made])
    assert [t["product"] for t in facts.content["tasks"] if t["text"].startswith("Rửa")] == ["Nền sạch"]
    assert facts.kept == ()


def test_a_corrected_item_that_a_later_reading_misses_stays(content):
    made = change(content, "tasks", 1, "product", "Nền sạch")
    later = deepcopy(content)
    del later["tasks"][1]
    facts = apply(later, changes=[made])
    assert tasks(facts) == tasks(apply(content, changes=[]))
    assert facts.kept == ("tasks.1",)


def test_an_item_that_was_taken_out_does_not_come_back_with_a_later_reading(content):
    made = change(content, "tasks", 1, "", None)
    assert len(tasks(apply(deepcopy(content), changes=[made]))) == 2


def test_corrected_facts_are_a_sound_reading(content):
    changes = [change(content, "tasks", 1, "product", "Nền sạch"), change(content, "tasks", 0, "", None)]
    document = from_json(apply(content, changes=changes).content)
    assert all(0 <= t.span[0] <= t.span[1] <= len(document.text) for t in document.tasks)
