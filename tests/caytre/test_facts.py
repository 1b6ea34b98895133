"""Facts = reading + corrections, whatever reading comes later."""

from copy import deepcopy

import pytest

from caytre.documents.rules.facts import Change, apply
from corrections import change, tasks
from vanban import read_text
from vanban.jsonform import to_json

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


def test_the_sample_has_two_tasks_on_the_same_words(content):
    assert len(content["tasks"]) == 3
    assert content["tasks"][0]["text"] == content["tasks"][2]["text"]


def test_without_corrections_the_facts_are_the_reading(content):
    facts = apply(content, changes=[])
    assert facts.content == content
    assert facts.count == 0


def test_the_reading_itself_stays_as_it_is(content):
    before = deepcopy(content)
    apply(
        content, changes=[change(content, "tasks", 1, "text", "Khác"), change(content, "tasks", 0, "", None)]
    )
    assert content == before


def test_a_corrected_field_is_named_by_its_path(content):
    facts = apply(content, changes=[change(content, "tasks", 2, "product", "Chợ sạch")])
    assert [task["product"] for task in facts.content["tasks"]] == [None, None, "Chợ sạch"]
    assert list(facts.corrected) == ["tasks.2.product"]


def test_the_last_correction_of_a_field_counts(content):
    first = Change("header", "title", None, "", 0, content["header"]["title"], "Một")
    second = Change("header", "title", None, "", 0, "Một", "Hai")
    assert apply(content, changes=[first, second]).content["header"]["title"] == "Hai"


def test_a_corrected_header_points_to_its_words_where_the_text_has_them(content):
    facts = apply(content, changes=[Change("header", "title", None, "", 0, None, "Rửa nền chợ")])
    start, end = facts.content["header"]["spans"]["title"]
    assert content["text"][start:end] == "Rửa nền chợ"


def test_an_item_that_is_taken_out_is_remembered(content):
    facts = apply(content, changes=[change(content, "tasks", 1, "", None)])
    assert len(tasks(facts)) == 2
    assert [one.old["text"] for one in facts.removed] == [content["tasks"][1]["text"]]
    assert facts.count == 1


def test_of_two_items_on_the_same_words_the_right_one_is_meant(content):
    gone = change(content, "tasks", 0, "", None)
    facts = apply(content, changes=[gone])
    quote, nth = facts.whose["tasks.1"]
    assert nth == 1
    later = Change("tasks", "product", facts.content["tasks"][1], quote, nth, None, "Chợ sạch")
    again = apply(content, changes=[gone, later])
    assert len(tasks(again)) == 2
    assert again.content["tasks"][1]["product"] == "Chợ sạch"


def test_an_added_item_stands_where_its_words_stand(content):
    start = content["text"].index("Dọn chợ")
    item = {**content["tasks"][0], "text": "Dọn chợ", "span": [start, start + 7]}
    facts = apply(content, changes=[Change("tasks", "", None, "don cho", 0, None, item)])
    assert tasks(facts)[0] == "Dọn chợ"
    assert "tasks.0" in facts.corrected
