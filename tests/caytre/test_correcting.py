"""A person puts facts right: both the machine's reading and the correction are kept."""

from datetime import timedelta

import pytest

from caytre.core import search
from caytre.core.models import Event
from caytre.documents.actions import correcting, reading
from caytre.documents.models import Correction, Document, Reading
from caytre.documents.queries.reading import read_of
from caytre.documents.queries.register import KIND
from caytre.documents.rules.editing import BadDate, EmptyFact, NotInText
from caytre.documents.rules.permissions import NothingRead
from factories import AT, PLAN, entered, person, read

pytestmark = pytest.mark.django_db
LATER = AT + timedelta(hours=1)


@pytest.fixture
def document(officer, tmp_path) -> Document:
    return read(tmp_path, by=officer)


def item(document, part, index=0):
    content = read_of(document).facts.content
    return content["header"] if part == "header" else content[part][index]


def correct(document, part, index=0, *, by, why="", **values):
    as_seen = correcting.seen(item(document, part, index))
    return correcting.correct(
        document, part=part, index=index, values=values, as_seen=as_seen, why=why, by=by, at=LATER
    )


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
    assert search.find("may nep", kind=KIND) == [str(document.pk)]


def test_only_what_differs_is_a_correction(document, officer):
    header = item(document, "header")
    assert correct(document, "header", title=header["title"], code=header["code"], by=officer) == 0
    assert not Correction.objects.exists()


def test_units_are_named_and_found_in_the_text(document, officer):
    correct(document, "tasks", 0, lead=["Phòng Kinh tế", "Hội Nông dân xã"], by=officer)
    text = Reading.objects.get().content["text"]
    lead = item(document, "tasks", 0)["lead"]
    assert [text[slice(*unit["span"])] for unit in lead] == ["Phòng Kinh tế", "Hội Nông dân xã"]


def test_a_time_is_corrected_whole(document, officer):
    time = {"kind": "recurring", "raw": "hằng quý", "every": "quarter", "start": None, "due": None}
    correct(document, "tasks", 2, time=time, by=officer)
    found = item(document, "tasks", 2)["time"]
    text = Reading.objects.get().content["text"]
    assert {key: found[key] for key in time} == time
    assert text[slice(*found["span"])] == "hằng quý"


@pytest.mark.parametrize(
    ("values", "refusal"),
    [({"date": "hôm qua"}, BadDate), ({"title": "Khác", "date": "2031-02-30"}, BadDate)],
)
def test_a_bad_value_changes_nothing(document, officer, values, refusal):
    with pytest.raises(refusal):
        correct(document, "header", by=officer, **values)
    assert not Correction.objects.exists()


def test_a_task_may_not_be_emptied(document, officer):
    with pytest.raises(EmptyFact):
        correct(document, "tasks", text=None, by=officer)


def test_who_saw_an_older_value_is_told(document, officer):
    old = correcting.seen(item(document, "tasks", 0))
    correct(document, "tasks", 0, product="Giống tre", by=person("khac"))
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
    correct(document, "tasks", 0, product="Giống tre", by=person("khac"))
    correcting.correct(
        document, part="tasks", index=1, values={"product": "Hố"}, as_seen=seen, why="", by=officer, at=LATER
    )
    assert [item(document, "tasks", n)["product"] for n in (0, 1)] == ["Giống tre", "Hố"]


def test_an_item_is_taken_out_and_stays_out(document, officer):
    seen = correcting.seen(item(document, "tasks", 0))
    correcting.take_out(document, part="tasks", index=0, as_seen=seen, why="", by=officer, at=LATER)
    document.refresh_from_db()
    assert document.task_count == 3
    assert len(Reading.objects.get().content["tasks"]) == 4


def test_a_missed_task_is_added_on_its_words(document, officer):
    correcting.add(
        document, part="tasks", words="Giữ bờ suối  không sạt lở", by=officer, at=LATER, why="",
        values={"text": "Giữ bờ suối không sạt lở", "lead": ["Hội Nông dân xã"]},
    )  # fmt: skip
    added = item(document, "tasks", 0)
    text = Reading.objects.get().content["text"]
    assert text[slice(*added["span"])] == "Giữ bờ suối không sạt lở"
    assert [unit["name"] for unit in added["lead"]] == ["Hội Nông dân xã"]
    assert (added["section"], added["time"]) == ("", None)


def test_what_was_added_may_be_corrected_and_taken_out(document, officer):
    values = {"text": "Giữ bờ suối"}
    correcting.add(document, part="tasks", words="Giữ bờ suối", values=values, why="", by=officer, at=LATER)
    correct(document, "tasks", 0, product="Bờ suối", by=officer)
    assert item(document, "tasks", 0)["product"] == "Bờ suối"
    seen = correcting.seen(item(document, "tasks", 0))
    correcting.take_out(document, part="tasks", index=0, as_seen=seen, why="", by=officer, at=LATER)
    document.refresh_from_db()
    assert document.task_count == 4


def test_words_that_are_not_there_are_refused(document, officer):
    with pytest.raises(NotInText):
        correcting.add(
            document, part="tasks", words="Xây cầu", values={"text": "Xây cầu"}, why="", by=officer, at=LATER
        )


def test_a_report_is_added(document, officer):
    values = {"who": ["Hội Nông dân xã"], "to": ["Ủy ban nhân dân xã"], "via": "Phòng Kinh tế", "time": None}
    words = "Hướng dẫn kỹ thuật trồng"
    correcting.add(document, part="reports", words=words, values=values, why="", by=officer, at=LATER)
    document.refresh_from_db()
    assert document.report_count == 2
    found = [one for one in read_of(document).facts.content["reports"] if one["via"]]
    assert [one["via"]["name"] for one in found] == ["Phòng Kinh tế"]


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


def test_what_was_not_read_cannot_be_corrected(officer, tmp_path):
    document = entered(tmp_path, PLAN + "thêm", by=officer)
    with pytest.raises(NothingRead):
        correcting.add(document, part="tasks", words="x", values={}, why="", by=officer, at=LATER)
