"""What a correction does to each kind of value."""

import pytest

from caytre.documents.models import Correction, Reading
from caytre.documents.rules.editing import BadDate, EmptyFact
from corrections import correct, item

pytestmark = pytest.mark.django_db


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
