"""What the owner of sessions sees of them, and ends."""

import re

import pytest
from django.test import override_settings

from caytre.accounts.models import Session
from flows.pages import shown
from flows.signing import OFFICE, is_in, signed_in

pytestmark = pytest.mark.django_db
NEW = "bốn con sông chảy"


def test_the_owner_sees_where_they_are_signed_in_and_ends_one_or_all_others(officer):
    mine, office, third = signed_in(), signed_in(address=OFFICE), signed_in(address="10.3.0.9")
    page = mine.get("/account/")
    said = shown(page)
    assert (
        "Các phiên đăng nhập" in said
        and said.count("Firefox trên Windows") == 3
        and said.count("máy này") == 1
    )
    assert f"Địa chỉ {OFFICE}." in said
    assert not [
        one for one in Session.objects.values_list("session_key", flat=True) if one in page.content.decode()
    ]
    mark = re.search(rf"Địa chỉ {OFFICE}.*?name=\"mark\" value=\"(\w+)\"", page.content.decode(), re.S)[1]
    mine.post("/account/sessions/end/", {"mark": mark})
    assert "Đã kết thúc 1 phiên" in shown(mine.get("/account/"))
    assert not is_in(office) and is_in(third) and is_in(mine)
    mine.post("/account/sessions/end/", {"mark": "others"})
    assert not is_in(third) and is_in(mine)


def test_nobody_ends_the_session_of_another(officer):
    from factories import person

    person("khac")
    mine, other = signed_in(), signed_in("khac")
    marks = re.findall(r'name="mark" value="(\w+)"', signed_in().get("/account/").content.decode())
    for mark in [*marks, "", "others"]:
        other.post("/account/sessions/end/", {"mark": mark})
    assert is_in(mine)


def test_sessions_of_another_key_are_over(officer):
    tab = signed_in()
    with override_settings(SECRET_KEY="another key altogether, fifty letters long, no less"):
        assert not is_in(tab)
