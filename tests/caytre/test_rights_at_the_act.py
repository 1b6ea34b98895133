"""Rights are judged when the act is done, by the posts of that moment, and the act is done in the post that lets it."""

from datetime import timedelta

import pytest

from caytre.core.models import Event, User
from caytre.documents.actions import correcting, giving, intake, reading
from caytre.documents.models import Document, Removal
from caytre.documents.queries.reading import read_of
from caytre.documents.rules import permissions as rules
from caytre.units.models import Post
from caytre.units.queries.standing import acting, permitted
from countries import heir, post, unit
from factories import AT, PLAN, colleague, entered, office, person, place, read, write

pytestmark = pytest.mark.django_db
TODAY = AT.date()


def nothing(key):
    """A queue that forgets."""


def test_a_post_that_ended_since_the_form_was_opened_lets_nothing(officer, tmp_path):
    document = read(tmp_path, by=officer)
    waits = entered(tmp_path, PLAN.replace("tre", "mây"), by=officer, name="mây.txt")
    file = intake.examine(write(tmp_path, "Kế hoạch"), name="a.txt", unit=place(officer), by=officer)
    mark = correcting.seen(read_of(document).facts.content["tasks"][0])
    Post.objects.update(valid_to=TODAY)
    order = {"by": officer, "at": AT}
    item = {"part": "tasks", "index": 0, "as_seen": mark, "why": ""}
    with pytest.raises(rules.MayNotCorrect):
        correcting.correct(document, values={"product": "Giống"}, **item, **order)
    with pytest.raises(rules.MayNotCorrect):
        correcting.take_out(document, **item, **order)
    with pytest.raises(rules.MayNotCorrect):
        correcting.add(document, part="tasks", words="Giữ bờ suối", values={}, why="", **order)
    with pytest.raises(rules.MayNotCorrect):
        correcting.put_back(document, correction=1, **order)
    with pytest.raises(rules.MayNotHaveRead):
        reading.stop(waits, **order)
    with pytest.raises(rules.MayNotHaveRead):
        reading.queue_again(document, queue=nothing, **order)
    with pytest.raises(rules.MayNotRemove):
        intake.remove(document, why="nhầm", **order)
    with pytest.raises(rules.MayNotUpload):
        intake.register(file, unit=place(officer), queue=nothing, **order)
    assert Document.objects.count() == 2 and not document.corrections.exists()


def test_a_post_that_begins_tomorrow_lets_nothing_today(officer, tmp_path):
    document = entered(tmp_path, by=officer)
    Post.objects.update(valid_from=TODAY + timedelta(days=1))
    with pytest.raises(rules.MayNotHaveRead):
        reading.stop(document, by=officer, at=AT)
    reading.stop(document, by=officer, at=AT + timedelta(days=1))


def test_an_account_that_was_closed_meanwhile_lets_nothing(officer, tmp_path):
    document = entered(tmp_path, by=officer)
    User.objects.filter(pk=officer.pk).update(is_active=False)
    with pytest.raises(rules.MayNotRemove):
        intake.remove(document, by=officer, at=AT, why="nhầm")


def test_of_several_posts_the_one_that_lets_it_is_the_capacity(officer, tmp_path):
    document = read(tmp_path, by=officer)
    post(officer, at=office(), role="leader")
    other = unit("Sở Tài chính tỉnh Bến Mây", kind="sở", level="province", seat=office())
    spare = post(officer, at=other, role="clerk")
    acting(officer, on=TODAY, first=spare.pk)
    assert officer.capacity == "Văn thư, Sở Tài chính tỉnh Bến Mây"
    by = permitted(officer, at=AT, can=rules.can_correct, paper=document)
    assert (by, by.capacity) == (officer, "Văn thư, UBND xã Suối Trúc")
    here = permitted(officer, at=AT, can=rules.can_upload, unit=other.pk)
    assert here.capacity == "Văn thư, Sở Tài chính tỉnh Bến Mây"
    reading.queue_again(document, by=officer, at=AT, queue=nothing)
    told = Event.objects.filter(name="documents.reading.wanted").values_list("capacity", flat=True)
    assert list(told) == ["Văn thư, UBND xã Suối Trúc"]


def test_who_goes_on_in_the_place_of_a_unit_that_ended_keeps_its_register(officer, tmp_path):
    ended = unit("Xã Bãi Lau", kind="xã", level="commune", until=TODAY - timedelta(days=9), state=office())
    heir(ended, successor=office(), on=TODAY - timedelta(days=9))
    document = entered(tmp_path, by=officer)
    Document.objects.update(unit=ended)
    document.refresh_from_db()
    by = permitted(officer, at=AT, can=rules.can_correct, paper=document)
    assert by.capacity == "Văn thư, UBND xã Suối Trúc"
    with pytest.raises(rules.MayNotUpload):
        permitted(officer, at=AT, can=rules.can_upload, unit=ended.pk)


def test_without_a_post_the_administrator_acts_for_the_system(officer, tmp_path):
    chief = person("quantri", is_superuser=True)
    document = entered(tmp_path, by=officer)
    assert permitted(chief, at=AT, can=rules.can_remove, paper=document).capacity == "Quản trị hệ thống"
    assert acting(person("moi"), on=TODAY).capacity == ""


def test_documents_without_an_office_are_given_to_one(tmp_path):
    chief, clerk = person("quantri", is_superuser=True), colleague()
    loose = entered(tmp_path, by=chief)
    same = entered(tmp_path, by=clerk, name="cùng.txt")
    gone = entered(tmp_path, PLAN.replace("tre", "nứa"), by=chief, name="nứa.txt")
    intake.remove(gone, by=chief, at=AT, why="nhầm")
    other = entered(tmp_path, PLAN.replace("tre", "mây"), by=chief, name="mây.txt")
    with pytest.raises(rules.MayNotGive):
        giving.give_to(office().pk, by=clerk, at=AT)
    assert set(Document.objects.visible_to(clerk)) == {same}
    assert giving.give_to(office().pk, by=chief, at=AT) == giving.Given(given=1, left=1)
    assert set(Document.objects.visible_to(clerk)) == {same, other}, (
        "of the same bytes the office keeps its own"
    )
    loose.refresh_from_db()
    assert loose.unit is None and Removal.objects.visible_to(clerk).count() == 1
    assert giving.give_to(office().pk, by=chief, at=AT) == giving.Given(given=0, left=1)
