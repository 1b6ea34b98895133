"""Two changes of the same thing: what does not touch goes together, what does is asked."""

import pytest

from caytre.writes.rules import Difference, digest, merge

BEFORE = {"lead": "Phòng Kinh tế", "until": "30/4", "note": ""}


@pytest.mark.parametrize(
    ("theirs", "mine", "values", "hard", "taken"),
    [
        ({}, {}, BEFORE, [], ()),
        ({"lead": "Hội"}, {"until": "5/5"}, {"lead": "Hội", "until": "5/5", "note": ""}, [], ("lead",)),
        ({"lead": "Hội"}, {"lead": "Hội"}, BEFORE | {"lead": "Hội"}, [], ()),
        ({"lead": "Hội"}, {"lead": "Ban"}, BEFORE | {"lead": "Hội"}, ["lead"], ()),
        ({}, {"note": "gấp"}, BEFORE | {"note": "gấp"}, [], ()),
    ],
)  # fmt: skip
def test_two_changes_go_together(theirs, mine, values, hard, taken):
    merged = merge(BEFORE, theirs=BEFORE | theirs, mine=BEFORE | mine)
    assert (dict(merged.values), merged.taken) == (values, taken)
    assert [one.name for one in merged.differences] == hard


def test_a_hard_choice_shows_all_three():
    merged = merge({"a": "1"}, theirs={"a": "2"}, mine={"a": "3"})
    assert merged.differences == (Difference("a", "1", "2", "3"),)


def test_a_form_is_the_same_whatever_the_order_of_its_fields():
    fields = [("a", "1"), ("b", "2")]
    assert digest("/", fields=fields, files=[]) == digest("/", fields=fields[::-1], files=[])
    assert digest("/", fields=fields, files=[]) != digest("/x/", fields=fields, files=[])
    assert digest("/", fields=fields, files=[]) != digest("/", fields=fields, files=[("f", "a.txt", 3)])
