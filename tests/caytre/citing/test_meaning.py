"""What a citation may mean: a table of numbers, dates and issuers."""

from uuid import UUID

import pytest

from caytre.documents.rules.meaning import Chosen, Cited, Thing, agree, is_clear, meanings, number_key

OURS, THEIRS, CITING = UUID(int=1), UUID(int=2), UUID(int=3)
PAPER, OTHER, ENTRY = UUID(int=11), UUID(int=12), UUID(int=13)


def cited(dated="", issuer="", on="2031-03-05"):
    return Cited("5/KH-UBND", dated, issuer, CITING, OURS, on)


def ours(issued="2031-02-01", issuer="UBND xã Suối Trúc", paper=PAPER):
    return Thing(issued, issuer, document=paper, unit=OURS)


def theirs(issued="2031-02-01", issuer="UBND tỉnh Bến Mây"):
    return Thing(issued, issuer, document=OTHER, unit=THEIRS)


def act(issued="2031-02-01", issuer="UBND tỉnh Bến Mây"):
    return Thing(issued, issuer, entry=ENTRY)


@pytest.mark.parametrize(
    ("citation", "thing", "doubt"),
    [
        (cited(), ours(), ""),
        (cited("2031-02-01"), ours(), ""),
        (cited("2031-02-01", "Ủy ban nhân dân xã Suối Trúc"), ours(), ""),
        (cited("2031-02"), ours(), ""),
        # Another day of the same year is a slip, another year another act.
        (cited("2031-02-11"), ours(), "date"),
        (cited("2030-02-01"), ours(), None),
        # What was issued later cannot have been meant.
        (cited(on="2031-01-05"), ours(), None),
        (cited(on="2031-01-05"), ours(issued=""), ""),
        # Another issuer is a question only where the date is the same.
        (cited("2031-02-01", "UBND tỉnh Bến Mây"), ours(), "issuer"),
        (cited("", "UBND tỉnh Bến Mây"), ours(), None),
        (cited("2031-02-11", "UBND tỉnh Bến Mây"), ours(), None),
        # In the register of another office only the date and the issuer tell.
        (cited(), theirs(), None),
        (cited("2031-02-01"), theirs(), ""),
        (cited("2031-02"), theirs(), None),
        (cited("2031-02-01", "UBND xã Bãi Lau"), theirs(), None),
        (cited("2031-02-11"), theirs(), None),
        (cited(), act(), ""),
        (cited("2031-02-11"), act(), "date"),
        # A document does not cite itself.
        (cited(), ours(paper=CITING), None),
    ],
)
def test_what_speaks_against_a_meaning(citation, thing, doubt):
    found = [(meaning.thing, meaning.doubt) for meaning in meanings(citation, among=[thing])]
    assert found == ([] if doubt is None else [(thing, doubt)])


def test_the_same_act_in_two_registers_has_one_sense():
    same = ours(issuer="ỦY BAN NHÂN DÂN TỈNH BẾN MÂY")
    found = meanings(cited("2031-02-01"), among=[theirs(), same, act(issuer="")])
    assert {meaning.sense for meaning in found} == {0}
    assert len(found) == 3


def test_two_issuers_of_one_number_are_two_senses():
    found = meanings(cited("2031-02-01"), among=[ours(), theirs()])
    assert sorted(meaning.sense for meaning in found) == [0, 1]


@pytest.mark.parametrize(
    ("found", "clear"),
    [
        ([(0, "")], True),
        ([(0, ""), (0, "")], True),
        ([(0, ""), (1, "date")], True),
        ([(0, ""), (1, "")], False),
        ([(0, "date")], False),
        ([], False),
    ],
)
def test_what_fits_leaves_no_room_for_what_does_not(found, clear):
    assert is_clear(found) is clear


def test_what_a_person_chose_leaves_room_for_nothing_else():
    among = [ours(), theirs()]
    chosen = Chosen("2031-02-01", "UBND tỉnh Bến Mây", is_none=False)
    assert [one.thing for one in meanings(cited("2031-02-01"), among=among, chosen=chosen)] == [theirs()]
    none = Chosen("", "", is_none=True)
    assert meanings(cited("2031-02-01"), among=among, chosen=none) == []


def test_what_was_chosen_and_is_gone_is_asked_anew():
    chosen = Chosen("2029-01-01", "Sở Nội vụ", is_none=False)
    assert len(meanings(cited("2031-02-01"), among=[ours(), theirs()], chosen=chosen)) == 2


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("UBND tỉnh", "ỦY BAN NHÂN DÂN TỈNH BẾN MÂY", True),
        ("Thủ tướng Chính phủ", "THỦ TƯỚNG CHÍNH PHỦ", True),
        ("Ban Thường vụ Tỉnh ủy", "Tỉnh ủy Bến Mây", False),
        ("", "Chính phủ", True),
        ("HĐND tỉnh Bến Mây", "UBND tỉnh Bến Mây", False),
    ],
)
def test_names_of_issuers(one, other, same):
    assert agree(one, other=other) is same


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("47/NQ-CP", "47/NQ-CP"),
        ("Số: 047 / nq–cp", "47/NQ-CP"),
        ("30/2020/NĐ-CP", "30/2020/ND-CP"),
        (None, ""),
    ],
)
def test_numbers_are_compared_in_one_form(written, key):
    assert number_key(written) == key
