"""The same file at two units: each has its own entry, and neither learns of the other's."""

import pytest

from caytre.core import search
from caytre.documents.actions import intake
from caytre.documents.models import Document
from caytre.documents.queries import register
from caytre.documents.queries.reading import ahead_of
from caytre.documents.queries.register import KIND
from caytre.units.models import Role
from caytre.units.queries.standing import acting
from countries import post, unit
from factories import AT, PLAN, colleague, entered, person, place, read, stored, taken

pytestmark = pytest.mark.django_db


@pytest.fixture
def stranger(officer):
    """A clerk of another commune."""
    user = person("xa-khac")
    post(user, at=unit("Xã Núi Xanh", kind="xã", level="commune"), role=Role.CLERK)
    return acting(user, on=AT.date())


def test_each_unit_has_its_own_entry_and_file(officer, stranger, tmp_path, own_folders):
    first, second = read(tmp_path, by=officer), read(tmp_path, by=stranger, name="của-tôi.txt")
    assert first.pk != second.pk and len(stored(own_folders)) == 2
    for user, own in ((officer, first), (stranger, second)):
        page = register.page_of(register.Wanted(words="sạt lở"), user=user)
        assert list(page.documents) == [own]


def test_removing_one_leaves_the_other(
    officer, stranger, tmp_path, own_folders, django_capture_on_commit_callbacks
):
    first, second = entered(tmp_path, by=officer), read(tmp_path, by=stranger)
    with django_capture_on_commit_callbacks(execute=True):
        intake.remove(first, by=officer, at=AT, why="nhầm")
    assert Document.objects.get() == second and len(stored(own_folders)) == 1
    assert register.page_of(register.Wanted(words="sạt lở"), user=stranger).total == 1


def test_within_a_unit_a_colleague_is_told_who_has_it(officer, tmp_path):
    first = entered(tmp_path, by=officer)
    again = taken(tmp_path, by=colleague("khac"))
    assert (again.known, again.document) == (True, first)


def test_without_an_office_each_person_has_their_own_entry(tmp_path):
    chief, other = (person(name, is_superuser=True) for name in ("quantri", "quantri2"))
    first = entered(tmp_path, by=chief)
    assert taken(tmp_path, by=chief).document == first
    assert not taken(tmp_path, by=other).known


def test_whoever_waits_counts_only_what_they_see(officer, stranger, tmp_path):
    entered(tmp_path, by=stranger)
    entered(tmp_path, PLAN.replace("tre", "mây"), by=officer)
    last = entered(tmp_path, PLAN.replace("tre", "nứa"), by=officer)
    Document.objects.exclude(pk=last.pk).update(queued_at=AT.replace(hour=1))
    assert ahead_of(last, user=officer) == 1


def test_what_others_have_pushes_nothing_out_of_a_search(officer, stranger, tmp_path):
    own = read(tmp_path, by=officer)
    others = Document.objects.bulk_create(
        Document(
            name="a", kind="text", size=1, sha256=f"{number:064}", received_at=AT, queued_at=AT, received_by=stranger,
            unit_id=place(stranger),
        )
        for number in range(search.LIMIT)
    )  # fmt: skip
    for other in others:
        search.put(other.pk, kind=KIND, text="sạt lở")
    page = register.page_of(register.Wanted(words="sạt lở"), user=officer)
    assert (list(page.documents), page.capped) == ([own], False)
    theirs = register.page_of(register.Wanted(words="sạt lở"), user=stranger)
    assert (theirs.total, theirs.capped) == (search.LIMIT, True)
