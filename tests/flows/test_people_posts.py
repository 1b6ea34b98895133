"""An administrator gives and ends posts."""

from caytre.units.models import Post
from countries import post
from factories import person
from flows.pages import path_of, shown
from flows.people import (
    chief,
    clock,
    country,
    holder,
    opened,
    tab,
    today,
)
from flows.signing import is_in, signed_in

__all__ = ["chief", "clock", "country", "tab"]


def test_a_post_is_given_and_ended_and_both_end_the_sessions(tab, country):
    clerk = holder("canbo", at=country.suoi_truc, role="clerk")
    own = signed_in()
    given = {"unit": str(country.economy.pk), "role": "focal", "effective": today()}
    assert path_of(tab.post(f"/people/{clerk.pk}/posts/", given)) == f"/people/{clerk.pk}/"
    assert not is_in(own)
    own = signed_in()
    held = Post.objects.get(user=clerk, role="clerk")
    assert (
        path_of(tab.post(f"/people/{clerk.pk}/posts/{held.pk}/end/", {"on": today()}))
        == f"/people/{clerk.pk}/"
    )
    assert not is_in(own)
    assert [post.role for post in Post.objects.filter(user=clerk, valid_to=None)] == ["focal"]
    assert "đã kết thúc" in shown(tab.get(f"/people/{clerk.pk}/"))
    twice = tab.post(f"/people/{clerk.pk}/posts/{held.pk}/end/", {"on": today()})
    assert twice.status_code == 409 and "đã kết thúc trước ngày đó" in shown(twice)
    again = tab.post(f"/people/{clerk.pk}/posts/", given)
    assert again.status_code == 422 and "Người này đã có chức vụ đó" in shown(again)


def test_what_was_is_not_changed(tab, country):
    clerk = holder("canbo", at=country.suoi_truc, role="clerk")
    held = Post.objects.get(user=clerk)
    no_day = "không phải là ngày"
    for day, said in (
        ("2020-01-01", "kết thúc từ hôm nay"),
        ("hôm qua", f"“hôm qua” {no_day}"),
        ("", no_day),
    ):
        answer = tab.post(f"/people/{clerk.pk}/posts/{held.pk}/end/", {"on": day})
        assert answer.status_code == 422 and said in shown(answer)
    held.refresh_from_db()
    assert held.valid_to is None


def test_nobody_gives_themselves_a_post_or_ends_their_last_as_administrator(tab, chief, country):
    page = tab.get(f"/people/{chief.pk}/")
    assert "Giao chức vụ" not in shown(page) and "chức vụ quản trị viên cuối cùng của chính bạn" in shown(
        page
    )
    given = {"unit": str(country.economy.pk), "role": "leader", "effective": today()}
    assert "Không ai tự giao chức vụ" in shown(tab.post(f"/people/{chief.pk}/posts/", given))
    held = Post.objects.get(user=chief)
    assert tab.post(f"/people/{chief.pk}/posts/{held.pk}/end/", {"on": today()}).status_code == 403
    second = post(chief, at=country.economy, role="administrator")
    assert path_of(tab.post(f"/people/{chief.pk}/posts/{second.pk}/end/", {"on": today()})) == "/people/me/"
    assert tab.get("/people/").status_code == 200, "the browser in which they did it stays signed in"


def test_the_administrator_of_the_system_gives_themselves_no_post_either(country):
    head = person("quantri", is_superuser=True)
    given = {"unit": str(country.suoi_truc.pk), "role": "leader", "effective": today()}
    answer = opened(head).post(f"/people/{head.pk}/posts/", given)
    assert answer.status_code == 403 and not Post.objects.filter(user=head).exists()
