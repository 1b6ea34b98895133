"""Accounts of others are not there, and those shared with others are looked after higher up."""

from django.test import Client

from caytre.core.models import User
from caytre.units.models import Post
from countries import post
from factories import AT, person
from flows.pages import path_of, shown
from flows.people import (
    chief,
    clock,
    country,
    holder,
    mark,
    newcomer,
    opened,
    passwords,
    tab,
    today,
)

__all__ = ["chief", "clock", "country", "tab"]


ACTS = ("posts/", "password/", "second-step/off/", "close/", "reopen/")


def test_whoever_has_a_post_elsewhere_is_looked_after_higher_up(tab, country):
    both = holder("canbo", at=country.suoi_truc, role="clerk")
    theirs = post(both, at=country.ghenh_soi, role="clerk")
    page = shown(tab.get(f"/people/{both.pk}/"))
    assert "Chỉ người quản trị mọi đơn vị" in page and "và 1 chức vụ ở đơn vị bạn không quản trị" in page
    assert "Ghềnh Sỏi" not in page
    sent = {"mark": mark(tab.get("/people/new/"))}
    for act in ("password/", "second-step/off/", "close/"):
        assert tab.post(f"/people/{both.pk}/{act}", sent).status_code == 403, act
    assert tab.post(f"/people/{both.pk}/posts/{theirs.pk}/end/", {"on": today()}).status_code == 404
    higher = opened(holder("quantri.bm", at=country.ben_may, role="administrator"))
    assert path_of(higher.post(f"/people/{both.pk}/close/")) == f"/people/{both.pk}/"


def test_who_brought_documents_in_elsewhere_before_is_looked_after_higher_up(tab, country):
    tab.post("/people/new/", newcomer(tab, at=country.suoi_truc))
    made = User.objects.get(username="an.tran")
    post(made, at=country.ghenh_soi, role="clerk", until=AT.date())
    sent = {"mark": mark(tab.get("/people/new/"))}
    assert "từng giữ chức vụ" in shown(tab.get(f"/people/{made.pk}/"))
    for act in ("password/", "second-step/off/", "close/"):
        assert tab.post(f"/people/{made.pk}/{act}", sent).status_code == 403, act
    Post.objects.filter(user=made, unit=country.suoi_truc).delete()
    assert tab.post(f"/people/{made.pk}/password/", sent).status_code == 403


def test_people_of_others_are_not_there(tab, country):
    sister = holder("canbo", at=country.ghenh_soi, role="clerk")
    nobody = person("chuaco")
    head = person("quantri", is_superuser=True)
    for user in (sister, nobody, head):
        assert tab.get(f"/people/{user.pk}/").status_code == 404
        for act in ACTS:
            assert tab.post(f"/people/{user.pk}/{act}").status_code == 404
    assert not {"canbo", "chuaco"} & set(shown(tab.get("/people/")).split())


def test_superusers_are_touched_by_superusers_only(tab, country):
    head = person("quantri", is_superuser=True)
    held = post(head, at=country.suoi_truc, role="clerk")
    assert "quản trị hệ thống" in shown(tab.get(f"/people/{head.pk}/"))
    sent = {"mark": mark(tab.get("/people/new/"))}
    for act in ("password/", "second-step/off/", "close/"):
        assert tab.post(f"/people/{head.pk}/{act}", sent).status_code == 403
    assert tab.post(f"/people/{head.pk}/posts/{held.pk}/end/", {"on": today()}).status_code == 403
    other = opened(person("quantri2", is_superuser=True))
    assert passwords(other.post(f"/people/{head.pk}/password/", {"mark": mark(other.get("/people/new/"))}))


def test_an_account_without_a_post_belongs_to_whoever_made_it(tab, chief, country):
    tab.post("/people/new/", newcomer(tab, at=country.suoi_truc))
    made = User.objects.get(username="an.tran")
    held = Post.objects.get(user=made)
    assert (
        path_of(tab.post(f"/people/{made.pk}/posts/{held.pk}/end/", {"on": today()})) == f"/people/{made.pk}/"
    )
    assert "chưa có chức vụ" in shown(tab.get("/people/?q=an.tran"))
    second = opened(holder("quantri2.st", at=country.suoi_truc, role="administrator"))
    assert second.get(f"/people/{made.pk}/").status_code == 404
    assert path_of(tab.post(f"/people/{made.pk}/close/")) == f"/people/{made.pk}/"


def test_who_administers_nothing_sees_no_people(country):
    clerk = opened(holder("canbo", at=country.suoi_truc, role="clerk"))
    for address in ("/people/", "/people/new/", "/people/import/", "/people/template.xlsx", "/people/1/"):
        assert clerk.get(address).status_code == 403, address
    assert "Người dùng" not in shown(clerk.get("/"))
    assert path_of(Client().get("/people/")) == "/login/"
