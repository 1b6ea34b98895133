"""What was checked is what is confirmed, by whoever checked it, as things were then."""

from caytre.core.models import User
from caytre.units.models import Post
from flows.pages import shown
from flows.people import (
    ROWS,
    check,
    chief,
    clock,
    confirm,
    country,
    holder,
    opened,
    sealed,
    tab,
)

__all__ = ["chief", "clock", "country", "tab"]


def test_what_was_checked_is_what_is_confirmed(tab, chief, country):
    would = check(tab, ROWS[0])
    forged = sealed(would)[:-3] + "abc"
    assert tab.post("/people/import/confirm/", {"sealed": forged}).status_code == 409
    assert tab.post("/people/import/confirm/", {}).status_code == 409
    other = opened(holder("quantri2.st", at=country.suoi_truc, role="administrator"))
    assert confirm(other, would).status_code == 409, "a check is confirmed by whoever made it"
    assert not User.objects.filter(username="an.tran").exists()


def test_where_things_changed_since_the_check_nothing_is_done(tab, country):
    would = check(tab, *ROWS)
    holder("an.tran", at=country.ghenh_soi, role="clerk")
    answer = confirm(tab, would)
    assert answer.status_code == 409 and "Từ khi kiểm tra" in shown(answer)
    assert not User.objects.filter(username="binh.lo").exists()


def test_rights_that_were_lost_since_the_check_are_lost(tab, chief, country):
    would = check(tab, *ROWS)
    Post.objects.filter(user=chief).update(unit=country.economy)
    assert confirm(tab, would).status_code == 409
    Post.objects.filter(user=chief).update(role="clerk")
    assert confirm(tab, would).status_code == 403
    assert User.objects.count() == 1
