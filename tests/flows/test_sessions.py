"""What ends sessions."""

import pytest

from caytre.accounts.actions.sessions import end_sessions
from caytre.accounts.models import Session
from caytre.core.models import Event
from flows.pages import path_of
from flows.signing import (
    OFFICE,
    PASSWORD,
    browser,
    is_in,
    sign_in,
    signed_in,
)

pytestmark = pytest.mark.django_db
NEW = "bốn con sông chảy"


def change(tab, *, old=PASSWORD, new=NEW):
    """The answer to a change of password."""
    return tab.post("/password/", {"old_password": old, "new_password1": new, "new_password2": new})


def test_a_changed_password_ends_all_sessions_but_this_one_which_gets_a_new_id(officer):
    mine, other = signed_in(), signed_in(address=OFFICE)
    before, old = mine.session.session_key, browser()
    old.cookies["caytre"] = before
    assert path_of(change(mine)) == "/day/"
    assert is_in(mine) and mine.session.session_key != before
    assert not is_in(other) and not is_in(old)
    assert sign_in(browser()).status_code == 200 and path_of(sign_in(browser(), password=NEW)) == "/day/"
    assert Event.objects.filter(name="accounts.password.changed", by=officer).count() == 1


def test_ended_sessions_end_at_once_even_one_that_was_copied(officer):
    tab = signed_in()
    kept = Session.objects.get(user=officer)
    end_sessions(officer)
    Session.objects.bulk_create([kept])  # as a backup would bring it back
    assert not is_in(tab) and officer.session_epoch == 1
