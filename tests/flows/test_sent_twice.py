"""The same form sent again does its work once, and its sender gets the first answer."""

import re

import pytest

from caytre.documents.models import Correction
from caytre.web.once import FREE
from caytre.writes.models import Receipt
from flows.pages import KEY, addresses, form, path_of, read_plan, shown

pytestmark = pytest.mark.django_db
ONCE = re.compile(r'name="once" value="([0-9a-f-]{36})"')


def opened(client, address, **values):
    """The form of a page as a browser would send it, with its token."""
    page = client.get(address)
    return form(page) | {"once": ONCE.findall(page.content.decode())[-1]} | values


def test_an_answer_that_was_lost_is_given_again(client):
    document = read_plan(client)
    address = f"/documents/{document.pk}/edit/header/0/"
    sent = opened(client, address, title="Trồng tre hai bờ")
    first = client.post(address, sent)
    again = client.post(address, sent)
    assert (first.status_code, again.status_code) == (302, 303)
    assert again["Location"] == first["Location"]
    assert Correction.objects.count() == Receipt.objects.count() == 1
    assert shown(client.get(path_of(again))).count("Đã sửa 1 dữ kiện.") == 1


def test_what_the_lost_page_would_have_told_is_told(client):
    document = read_plan(client)
    address = f"/documents/{document.pk}/edit/header/0/"
    sent = opened(client, address, title="Trồng tre hai bờ")
    client.get(path_of(client.post(address, sent)))
    assert "Đã sửa 1 dữ kiện." in shown(client.get(path_of(client.post(address, sent))))


def test_another_form_under_the_same_token_is_asked_about_and_kept(client):
    document = read_plan(client)
    address = f"/documents/{document.pk}/edit/header/0/"
    sent = opened(client, address, title="Trồng tre hai bờ")
    client.post(address, sent)
    answer = client.post(address, sent | {"title": "Trồng mây & tre"})
    assert answer.status_code == 409
    assert "khác lần đó nên chưa được ghi" in shown(answer)
    assert "Trồng mây &amp; tre" in answer.content.decode()
    assert sent["once"] not in answer.content.decode()
    assert Correction.objects.count() == 1


def test_a_form_that_was_refused_may_be_put_right_and_sent_again(client):
    document = read_plan(client)
    address = f"/documents/{document.pk}/edit/header/0/"
    sent = opened(client, address, title="Trồng tre hai bờ")
    assert client.post(address, sent | {"date": "31/2/2031"}).status_code == 422
    assert Receipt.objects.count() == 0
    assert client.post(address, sent).status_code == 302


def test_the_token_of_somebody_else_is_nothing(client, admin_client):
    document = read_plan(client)
    address = f"/documents/{document.pk}/edit/header/0/"
    sent = opened(client, address, title="Trồng tre hai bờ")
    client.post(address, sent)
    assert admin_client.post(address, sent).status_code != 303


@pytest.mark.parametrize("name", sorted(set(addresses()) - set(FREE)))
def test_no_address_takes_a_form_without_token(client, name):
    for nothing in ("", "x", KEY[:-1]):
        answer = client.post(addresses()[name], {"once": nothing})
        assert answer.status_code == 400
        assert "Biểu mẫu này đã cũ" in shown(answer)
