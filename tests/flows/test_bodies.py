"""The page that says which agencies a document names."""

import pytest

from countries import small_country
from factories import entered, read
from flows.pages import shown

pytestmark = pytest.mark.django_db


def test_each_name_has_its_unit_or_a_question(client, officer, tmp_path):
    country = small_country()
    document = read(tmp_path, by=officer)
    page = f"/documents/{document.pk}/bodies/"
    words = shown(client.get(page))
    assert "Xã Suối Trúc" in words and "Ban quản lý thôn Bãi Lau" in words
    assert "Chưa biết cơ quan, đơn vị nào có tên này." in words
    assert f"/units/{country.suoi_truc.pk}/" in client.get(page).content.decode()
    assert page in client.get(f"/documents/{document.pk}/").content.decode()


def test_before_it_is_read_there_is_nothing_to_say(client, officer, tmp_path):
    document = entered(tmp_path, by=officer)
    assert client.get(f"/documents/{document.pk}/bodies/").status_code == 409
