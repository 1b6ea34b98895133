"""What is no fact is taken out, what was missed is added."""

import pytest

from caytre.documents.actions import correcting
from caytre.documents.models import Reading
from caytre.documents.queries.reading import read_of
from caytre.documents.rules.editing import NotInText
from caytre.documents.rules.permissions import NothingRead
from corrections import LATER, correct, item, take_out
from factories import PLAN, entered

pytestmark = pytest.mark.django_db


def test_an_item_is_taken_out_and_stays_out(document, officer):
    take_out(document, "tasks", 0, by=officer)
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
    take_out(document, "tasks", 0, by=officer)
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


def test_what_was_not_read_cannot_be_corrected(officer, tmp_path):
    document = entered(tmp_path, PLAN + "thêm", by=officer)
    with pytest.raises(NothingRead):
        correcting.add(document, part="tasks", words="x", values={}, why="", by=officer, at=LATER)


def test_what_was_taken_out_may_be_put_back(document, officer):
    first = item(document, "tasks", 0)
    take_out(document, "tasks", 0, by=officer)
    (out,) = read_of(document).facts.removed
    assert correcting.put_back(document, correction=out.id, by=officer, at=LATER) == "tasks"
    assert item(document, "tasks", 0) == first
    with pytest.raises(correcting.ChangedMeanwhile):
        correcting.put_back(document, correction=out.id, by=officer, at=LATER)
    document.refresh_from_db()
    assert document.task_count == 4
