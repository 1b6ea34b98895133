"""From facts to proposals, and what a newer reading changes."""

import pytest

from caytre.work.rules.proposals import differing, facts_of, heading_of, news, sentence_of, twins
from factories import PLAN
from vanban import read_text
from vanban.jsonform import to_json


def content(text=PLAN):
    return to_json(read_text(text))


def test_each_fact_stands_on_its_words():
    read = content()
    facts = facts_of(read)
    assert len(facts) == len(read["tasks"]) > 2
    assert all(read["text"][one.start : one.end] == one.quote != "" for one in facts)
    assert len({one.mark for one in facts}) == len(facts)


def test_a_fact_says_under_which_headings_and_in_which_sentence():
    first = facts_of(content())[0]
    assert first.content["heading"] == "II. NHIỆM VỤ\n1. Chuẩn bị giống"
    assert first.content["time_quote"] == "Thời gian hoàn thành: Trước ngày 30/4/2031"


def test_what_stands_elsewhere_is_the_same_fact():
    moved = PLAN.replace("I. MỤC ĐÍCH", "I. MỤC ĐÍCH\n\nMột câu mới ở trên")
    assert [one.mark for one in facts_of(content(moved))] == [one.mark for one in facts_of(content())]
    assert facts_of(content(moved))[0].start > facts_of(content())[0].start


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("Trước ngày 30/4/2031", "Trước ngày 15/4/2031", ("time",)),
        ("chủ trì: Phòng Kinh tế", "chủ trì: Phòng Văn hóa", ("lead",)),
    ],
)
def test_what_says_something_else_is_another_fact_and_says_in_what(old, new, what):
    before, after = facts_of(content())[0], facts_of(content(PLAN.replace(old, new)))[0]
    assert before.mark != after.mark
    assert differing(after.content, other=before.content) == what
    assert list(twins([after.content], decided=[before.content])) == [what]


def test_what_was_said_twice_is_two_facts():
    twice = PLAN.replace("III. TỔ CHỨC", "c) Chọn giống tre bản địa ở vườn ươm của xã.\n\n- Đơn vị chủ trì: "
                         "Phòng Kinh tế.\n\n- Thời gian hoàn thành: Trước ngày 30/4/2031.\n\nIII. TỔ CHỨC")  # fmt: skip
    facts = facts_of(content(twice))
    same = [one for one in facts if one.content["text"].startswith("Chọn giống")]
    assert len(same) == 2 and same[0].mark != same[1].mark


def test_only_what_is_not_known_is_new_and_nothing_decided_is_gone():
    first, second, *others = facts_of(content())
    decisions = {first.mark: "accepted", "a": "new", "b": "refused", "c": "gone", second.mark: "gone"}
    found = news([first, second, *others], decisions=decisions)
    assert found.new == tuple(others)
    assert (found.gone, found.back) == ({"a"}, {second.mark})
    assert not news([first], decisions={first.mark: "edited"})


def test_headings_end_where_a_higher_one_begins():
    def heading(label, level, at):
        return {"label": label, "title": f"Mục {label}", "level": level, "span": [at, at + 5]}

    outline = [heading("I", 1, 0), heading("I.1", 2, 10), heading("II", 1, 20)]
    assert heading_of("I.1", outline=outline, before=15) == "I. Mục I\n1. Mục I.1"
    assert heading_of("II", outline=outline, before=25) == "II. Mục II"
    assert heading_of("", outline=[], before=5) == ""


@pytest.mark.parametrize(
    ("text", "words", "sentence"),
    [
        ("Một câu. Xong trước ngày 5/5/2031; báo cáo sau.", "ngày 5/5/2031", "Xong trước ngày 5/5/2031"),
        ("- Thời gian: Quý II\n- Sản phẩm", "Quý II", "Thời gian: Quý II"),
        ("Cuối cùng là hôm nay", "hôm nay", "Cuối cùng là hôm nay"),
    ],
)
def test_the_sentence_around_a_time(text, words, sentence):
    start = text.index(words)
    assert sentence_of([start, start + len(words)], text=text) == sentence
    assert sentence_of(None, text=text) == sentence_of([3, 3], text=text) == ""
