"""Which bodies a document names, and what each name means on its day."""

from datetime import date

import pytest

from caytre.documents.rules.bodies import bodies_of, day_of
from country import country

TODAY = date(2026, 3, 1)
RECEIVED = date(2024, 6, 3)


def content(issued, *tasks, reports=()):
    """The facts of a plan of the province Bến Mây; a task is (leads, coordinators)."""

    def named(names):
        return [{"name": name, "span": None} for name in names]

    return {
        "header": {"issuer": "Ủy ban nhân dân tỉnh Bến Mây", "date": issued},
        "tasks": [{"lead": named(lead), "coordinators": named(helped)} for lead, helped in tasks],
        "reports": [{"who": named(who)} for who in reports],
    }


def bodies(*arguments, **more):
    return bodies_of(content(*arguments, **more), among=country(), received=RECEIVED, today=TODAY)


def test_names_are_understood_at_the_issuer_on_the_day_of_the_document():
    found = bodies("2024-05-06", (["Sở Tài chính"], ["UBND các huyện, thành phố", "đơn vị liên quan"]))
    assert found.on == date(2024, 5, 6)
    assert found.issuer.unit.name == "Tỉnh Bến Mây"
    assert [heir.unit.name for heir in found.issuer.heirs] == ["Tỉnh Suối Trúc"]
    lead, districts, vague = found.found
    assert lead.meaning.unit.name == "Sở Tài chính tỉnh Bến Mây"
    assert [heir.unit.name for heir in lead.meaning.heirs] == ["Sở Tài chính tỉnh Suối Trúc"]
    assert districts.meaning.is_set and districts.meaning.unit is None
    assert vague.meaning.unit is None and vague.meaning.why


def test_a_name_stands_once_with_how_often_it_is_named_in_each_role():
    found = bodies(
        "2024-05-06",
        (["Sở Tài chính"], ["Sở Y tế"]),
        (["sở Tài chính"], []),
        reports=[["Sở Y tế", "Sở Tài chính"]],
    )
    assert [(body.name, dict(body.counts)) for body in found.found] == [
        ("Sở Tài chính", {"lead": 2, "who": 1}),
        ("Sở Y tế", {"coordinators": 1, "who": 1}),
    ]


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2024-05-06", date(2024, 5, 6)),
        ("2024-05", date(2024, 5, 1)),
        ("2024", date(2024, 1, 1)),
        (None, RECEIVED),
        ("", RECEIVED),
        ("2024-02-31", RECEIVED),
    ],
)
def test_a_day_that_is_blank_is_the_first_and_none_is_that_of_receipt(written, day):
    assert day_of(written, default=RECEIVED) == day
