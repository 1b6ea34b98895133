"""The chain of a document: up to its bases, down to all that rests on it, as far as a person sees."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from caytre.documents.queries import chain as chains
from caytre.documents.queries.chain import chain_of, chain_of_number
from caytre.documents.rules.meaning import number_key
from caytre.units.queries.standing import acting
from citing import act, paper
from factories import AT, person

ON = AT.date()


def told(chain):
    """Edges as pairs of numbers, from the upper to the lower."""
    return {(chain.nodes[edge.upper].number, chain.nodes[edge.lower].number) for edge in chain.edges}


def by_number(number, user, dated=""):
    return chain_of_number(number_key(number), dated=dated, number=number, user=user, on=ON)


@pytest.fixture
def three(clerk, here):
    """A plan of the province, one of the commune that carries it out, one of a village below it."""
    upper = paper(
        "118/KH-UBND", of=here, by=clerk, on="2031-01-14", issuer="UBND tỉnh Bến Mây", cites=["27-NQ/TU"]
    )
    middle = paper("41/KH-UBND", of=here, by=clerk, on="2031-02-05", cites=[("118/KH-UBND", "2031-01-14")])
    lower = paper(
        "7/KH-BQL", of=here, by=clerk, on="2031-03-01", issuer="BQL thôn Bãi Lau", cites=["41/KH-UBND"]
    )
    return upper, middle, lower


def test_the_chain_leads_up_and_down(clerk, three):
    found = chain_of(three[1], user=clerk, on=ON)
    assert told(found) == {
        ("27-NQ/TU", "118/KH-UBND"), ("118/KH-UBND", "41/KH-UBND"), ("41/KH-UBND", "7/KH-BQL"),
    }  # fmt: skip
    assert {node.number: node.step for node in found.nodes} == {
        "41/KH-UBND": 0, "7/KH-BQL": 1, "118/KH-UBND": -1, "27-NQ/TU": -2,
    }  # fmt: skip


def test_it_begins_at_what_is_known_by_its_number_only(clerk, three):
    found = by_number("27-NQ/TU", clerk)
    assert ("27-NQ/TU", "118/KH-UBND") in told(found)
    assert len(found.nodes) == 4
    assert found.nodes[0].documents == []


def test_who_only_mentions_it_does_not_carry_it_out(clerk, here, three):
    paper("8/BC-UBND", of=here, by=clerk, cites=[("41/KH-UBND", None, None, "mention")])
    assert len(chain_of(three[1], user=clerk, on=ON).nodes) == 4


def test_one_document_in_two_registers_is_one_node(clerk, here, there, three):
    admin = acting(person("quan-tri", is_superuser=True), on=ON)
    paper("41/KH-UBND", of=there, by=admin, on="2031-02-05", cites=[("118/KH-UBND", "2031-01-14")])
    found = chain_of(three[0], user=admin, on=ON)
    assert len(found.nodes) == 4
    (middle,) = [node for node in found.nodes if node.number == "41/KH-UBND"]
    assert len(middle.documents) == 2


def test_what_a_person_may_not_see_is_not_in_the_chain(clerk, there, three):
    admin = acting(person("quan-tri", is_superuser=True), on=ON)
    paper("9/KH-UBND", of=there, by=admin, title="BÍ ẨN", cites=[("41/KH-UBND", "2031-02-05"), "2/KH-UBND"])
    hidden = paper(
        "12/CT-UBND", of=there, by=admin, on="2031-01-02", title="BÍ ẨN", issuer="UBND tỉnh Bến Mây"
    )
    seer = paper("13/KH-UBND", of=three[0].unit, by=clerk, cites=[("12/CT-UBND", "2031-01-02")])
    assert "9/KH-UBND" not in {node.number for node in chain_of(three[1], user=clerk, on=ON).nodes}
    assert "9/KH-UBND" in {node.number for node in chain_of(three[1], user=admin, on=ON).nodes}
    # What their own document cites is told by its number, and nothing of what it is.
    (upper,) = [node for node in chain_of(seer, user=clerk, on=ON).nodes if node.step == -1]
    assert (upper.number, upper.title, upper.documents) == ("12/CT-UBND", "", [])
    (upper,) = [node for node in chain_of(seer, user=admin, on=ON).nodes if node.step == -1]
    assert upper.documents == [hidden.pk]


def test_acts_of_other_offices_are_not_told(clerk, there, here):
    act("30/2030/NĐ-CP", unit=there, title="BÍ ẨN", status="ended")
    document = paper("9/KH-UBND", of=here, by=clerk, cites=["30/2030/NĐ-CP"])
    (_, upper) = chain_of(document, user=clerk, on=ON).nodes
    assert (upper.title, upper.has_ended, upper.entries) == ("", False, [])


def test_an_act_that_has_ended_says_what_replaced_it(clerk, here):
    act(
        "30/2030/NĐ-CP", status="ended", ended=date(2031, 1, 1), replaced_by=["9/2031/NĐ-CP"], title="Văn thư"
    )
    document = paper("9/KH-UBND", of=here, by=clerk, cites=["30/2030/NĐ-CP"])
    (_, upper) = chain_of(document, user=clerk, on=ON).nodes
    assert (upper.title, upper.has_ended, upper.replaced_by) == ("Văn thư", True, ("9/2031/NĐ-CP",))
    (_, upper) = chain_of(document, user=clerk, on=date(2030, 12, 31)).nodes
    assert not upper.has_ended


def test_what_may_mean_two_is_not_sure(clerk, here):
    for issuer in ("UBND xã Suối Trúc", "UBND tỉnh Bến Mây"):
        paper("5/KH-UBND", of=here, by=clerk, on="2031-02-01", issuer=issuer, title=issuer)
    document = paper("9/KH-UBND", of=here, by=clerk, cites=["5/KH-UBND"])
    found = chain_of(document, user=clerk, on=ON)
    assert len(found.nodes) == 3
    assert [edge.is_sure for edge in found.edges] == [False, False]


def test_a_circle_ends(clerk, here):
    one = paper("5/KH-UBND", of=here, by=clerk, on="2031-02-01", cites=[("6/KH-UBND", "2031-02-01")])
    paper("6/KH-UBND", of=here, by=clerk, on="2031-02-01", cites=[("5/KH-UBND", "2031-02-01")])
    assert len(chain_of(one, user=clerk, on=ON).nodes) == 2


def test_where_there_is_no_room_it_says_so(clerk, here, three, monkeypatch):
    monkeypatch.setattr(chains, "MOST", 2)
    found = chain_of(three[1], user=clerk, on=ON)
    assert (len(found.nodes), found.is_more) == (2, True)


def test_it_asks_as_often_for_many_as_for_few(clerk, here, three):
    asked = []
    for number in (3, 40):
        for one in range(number):
            paper(
                f"{len(asked) * 50 + one + 50}/KH-UBND", of=here, by=clerk, cites=["41/KH-UBND", "27-NQ/TU"]
            )
        with CaptureQueriesContext(connection) as queries:
            assert len(chain_of(three[1], user=clerk, on=ON).nodes) > number
        asked.append(len(queries))
    assert asked[0] == asked[1] < 40
