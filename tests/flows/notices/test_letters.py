"""A letter that urges a unit on is drafted for a person to sign."""

from __future__ import annotations

from io import BytesIO
from uuid import uuid4

import docx
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from caytre.units.models import Role
from caytre.work.models import LetterDraft, LetterLine, Occurrence, State
from countries import post
from factories import person
from flows.pages import shown
from works import occurrence, task


@pytest.fixture
def leader(country, today, settings, given):
    """A leader of Suối Trúc, which gave what is late."""
    settings.SECOND_STEP_REQUIRED = False
    made = person("chu-tich")
    post(made, at=country.suoi_truc, role=Role.LEADER)
    return made


@pytest.fixture
def desk(client, leader):
    client.force_login(leader)
    return client


def of(given):
    return f"/notices/letters/?unit={given.unit_id}&giver={given.giver_id}"


def draft(desk, given, **fields):
    sent = {
        "once": str(uuid4()), "key": str(uuid4()), "unit": str(given.unit_id), "giver": str(given.giver_id),
        "about": [str(given.pk)],
    }  # fmt: skip
    return desk.post("/notices/letters/", sent | fields)


def words(answer):
    """The words of a .docx, of its tables as well."""
    made = docx.Document(BytesIO(answer.content))
    cells = (cell.text for table in made.tables for row in table.rows for cell in row.cells)
    return " ".join([*(paragraph.text for paragraph in made.paragraphs), *cells])


def test_who_is_late_by_unit(desk, given):
    page = shown(desk.get("/notices/letters/"))
    assert "Phòng Kinh tế xã Suối Trúc 1 nhiệm vụ 3 ngày" in page
    page = shown(desk.get(of(given)))
    assert "Chọn giống tre" in page and "quá 3 ngày" in page


def test_the_draft_says_what_is_late_and_leaves_number_and_name_blank(desk, given):
    answer = draft(desk, given)
    assert answer.status_code == 302
    made = LetterDraft.objects.get()
    assert shown(desk.get(answer["Location"])).count("Tải về") == 1
    said = words(desk.get(f"/notices/letters/{made.pk}.docx"))
    for phrase in ("Chọn giống tre", "14/3/2031", "Phòng Kinh tế xã Suối Trúc", "24/3/2031"):
        assert phrase in said
    assert "chu-tich" not in said.split("Nơi nhận")[-1]
    assert LetterLine.objects.get().days == 3


def test_the_same_form_drafts_once(desk, given):
    key = str(uuid4())
    for _ in range(2):
        assert draft(desk, given, key=key).status_code == 302
    assert LetterDraft.objects.count() == LetterLine.objects.count() == 1


def test_the_letter_stays_as_it_was_drafted(desk, given):
    draft(desk, given)
    made = LetterDraft.objects.get()
    first = desk.get(f"/notices/letters/{made.pk}.docx").content
    Occurrence.objects.update(state=State.VERIFIED, due_on=None)
    assert desk.get(f"/notices/letters/{made.pk}.docx").content == first


def test_what_is_done_meanwhile_is_not_urged(desk, given):
    Occurrence.objects.update(state=State.CLAIMED)
    assert "Không có nhiệm vụ nào quá hạn." in shown(desk.get(of(given)))
    answer = draft(desk, given)
    assert answer.status_code == 422 and "không còn quá hạn" in shown(answer)
    assert not LetterDraft.objects.exists()


def test_nothing_chosen_is_refused(desk, given):
    assert draft(desk, given, about=[]).status_code == 422


def test_only_the_giver_s_officers_draft(browser, given, country):
    assert browser.get(of(given)).status_code == 403
    assert draft(browser, given).status_code == 403
    made = LetterDraft.objects.create(
        pk=uuid4(),
        unit=country.ben_may,
        to=given.unit,
        on=given.due_on,
        at=given.made_at,
        by=given.task.made_by,
    )
    assert browser.get(f"/notices/letters/{made.pk}.docx").status_code == 404


def test_as_many_queries_for_ten_as_for_two_hundred(desk, given, country, officer):
    def asked():
        with CaptureQueriesContext(connection) as queries:
            for address in ("/notices/letters/", of(given)):
                assert desk.get(address).status_code == 200
        return len(queries)

    asked()
    few = asked()
    for n in range(200):
        one = task(f"Việc {n}", of=country.suoi_truc, by=officer, due_on=given.due_on)
        occurrence(one, unit=country.economy)
    assert asked() == few


def test_as_many_queries_for_one_unit_as_for_twenty(desk, given, country, officer):
    def asked():
        with CaptureQueriesContext(connection) as queries:
            assert desk.get("/notices/letters/").status_code == 200
        return len(queries)

    asked()
    few = asked()
    one = task("Việc chung", of=country.suoi_truc, by=officer, due_on=given.due_on)
    for unit in country:
        occurrence(one, unit=unit)
    assert asked() == few
