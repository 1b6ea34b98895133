"""Where the words of a corrected fact stand in the text."""

import pytest

from caytre.documents.rules.editing import (
    NotInText,
    find,
    stretch,
    units,
)

TEXT = "Sở A họp. Phòng B làm.\nPhòng B báo cáo Sở A."


def test_a_unit_that_was_there_keeps_its_place_and_a_new_one_is_looked_for():
    old = [{"name": "Sở A", "span": [40, 44]}]
    found = units(["Sở A", "Phòng B", "Sở C"], old=old, text=TEXT, near=[10, 22])
    assert found == [old[0], {"name": "Phòng B", "span": [10, 17]}, {"name": "Sở C", "span": None}]


def test_words_before_the_item_are_found_too():
    assert find("Sở A họp", text=TEXT, near=[10, 22]) == [0, 8]
    assert find("", text=TEXT, near=[0, 1]) is None


def test_a_copied_passage_is_found_whatever_its_blanks():
    start, end = stretch("  Phòng B   làm.\n Phòng B ", text=TEXT)
    assert TEXT[start:end] == "Phòng B làm.\nPhòng B"


@pytest.mark.parametrize("words", ["", "   ", "Phòng C làm", "(Phòng B)"])
def test_a_passage_that_is_not_there_is_refused(words):
    with pytest.raises(NotInText):
        stretch(words, text=TEXT)
