"""A person puts facts right: both the machine's reading and the correction are kept."""

import pytest

from caytre.core import search
from caytre.core.models import Event
from caytre.documents.actions import correcting, reading
from caytre.documents.models import Correction, Document, Reading
from caytre.documents.queries.reading import read_of
from caytre.documents.queries.register import KIND
from corrections import LATER, correct, item
from factories import colleague

pytestmark = pytest.mark.django_db


def test_a_correction_says_which_fact_who_when_and_why(document, officer):
    assert correct(document, "tasks", 1, product="Hai bờ suối xanh", why="gọi điện hỏi xã", by=officer) == 1
    row = Correction.objects.get()
    assert (row.part, row.field, row.old, row.new) == ("tasks", "product", None, "Hai bờ suối xanh")
    assert (row.by, row.at, row.why) == (officer, LATER, "gọi điện hỏi xã")
    event = Event.objects.get(name="documents.fact.corrected")
    assert event.details == {"fact": "tasks.product"}


def test_the_reading_of_the_machine_is_not_touched(document, officer):
    before = Reading.objects.get().content
    correct(document, "header", title="Trồng mây", by=officer)
    assert Reading.objects.get().content == before
    assert item(document, "header")["title"] == "Trồng mây"


def test_the_register_and_the_search_follow(document, officer):
    correct(document, "header", title="Trồng mây nếp", code="42/KH-UBND", by=officer)
    document.refresh_from_db()
    assert (document.title, document.code) == ("Trồng mây nếp", "42/KH-UBND")
    assert search.find("may nep", kind=KIND, among=Document.objects.all()) == [str(document.pk)]


def test_only_what_differs_is_a_correction(document, officer):
    header = item(document, "header")
    assert correct(document, "header", title=header["title"], code=header["code"], by=officer) == 0
    assert not Correction.objects.exists()


def test_who_saw_an_older_value_is_told(document, officer):
    old = correcting.seen(item(document, "tasks", 0))
    correct(document, "tasks", 0, product="Giống tre", by=colleague("khac"))
    with pytest.raises(correcting.ChangedMeanwhile):
        correcting.correct(
            document,
            part="tasks",
            index=0,
            values={"product": "Cây con"},
            as_seen=old,
            why="",
            by=officer,
            at=LATER,
        )
    assert item(document, "tasks", 0)["product"] == "Giống tre"


def test_two_people_may_correct_two_items_at_once(document, officer):
    seen = correcting.seen(item(document, "tasks", 1))
    correct(document, "tasks", 0, product="Giống tre", by=colleague("khac"))
    correcting.correct(
        document, part="tasks", index=1, values={"product": "Hố"}, as_seen=seen, why="", by=officer, at=LATER
    )
    assert [item(document, "tasks", n)["product"] for n in (0, 1)] == ["Giống tre", "Hố"]


def test_a_later_reading_never_overwrites_a_correction(document, officer):
    correct(document, "header", title="Trồng mây", by=officer)
    correct(document, "tasks", 1, lead=["Hội Nông dân xã"], by=officer)
    reading.queue_again(document, by=officer, at=LATER, queue=lambda key: None)
    assert reading.read(document.pk, clock=lambda: LATER)
    assert Reading.objects.count() == 2
    document.refresh_from_db()
    assert document.title == "Trồng mây"
    assert [unit["name"] for unit in item(document, "tasks", 1)["lead"]] == ["Hội Nông dân xã"]
    assert read_of(document).facts.count == 2
