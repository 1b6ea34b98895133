"""How a document is fetched for a person."""

import pytest

from caytre.core.access import NotFound, fetch
from caytre.documents.models import Document
from factories import entered, person

pytestmark = pytest.mark.django_db


def test_what_is_not_there_and_what_is_no_key_are_not_found(officer):
    for key in ("0" * 32, "not-a-key"):
        with pytest.raises(NotFound):
            fetch(Document.objects.all(), by=officer, id=key)


def test_a_person_whose_account_was_closed_sees_nothing(officer, tmp_path):
    document = entered(tmp_path, by=officer)
    officer.is_active = False
    with pytest.raises(NotFound):
        fetch(Document.objects.all(), by=officer, id=document.pk)


def test_without_a_reach_nothing_is_fetched(officer, tmp_path):
    document = entered(tmp_path, by=officer)
    with pytest.raises(AttributeError, match="reach"):
        fetch(Document.objects.all(), by=person("quen-nap"), id=document.pk)
