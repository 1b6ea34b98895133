"""The search port finds the same with and without marks, on both databases."""

import unicodedata

import pytest

from caytre.core import search
from caytre.core.models import SearchEntry

pytestmark = pytest.mark.django_db


@pytest.fixture
def shelf():
    for key, text in {
        "a": "Kế hoạch thông tin đối ngoại",
        "b": "Đội ngoài trời họp về nguồn nước suối",
        "c": "Hoà bình; hòa giải ở cơ sở",
        "d": "Sách của thư viện: tủ sách thôn bản",
    }.items():
        search.put(key, kind="shelf", text=text)


def found(query):
    return search.find(query, kind="shelf", among=SearchEntry.objects.all())


@pytest.mark.parametrize(
    "query", ["doi ngoai", "đối ngoại", "ĐỐI NGOẠI", unicodedata.normalize("NFD", "đối ngoại")]
)
def test_every_spelling_has_the_same_hits(shelf, query):
    assert sorted(found(query)) == ["a", "b"]


def test_what_holds_the_words_as_typed_comes_first(shelf):
    assert found("đối ngoại") == ["a", "b"]
    assert found("đội ngoài") == ["b", "a"]


def test_words_that_stand_together_come_before_words_apart(shelf):
    search.put("e", kind="shelf", text="tủ đựng và sách")
    assert found("tu sach") == ["d", "e"]


def test_all_words_must_be_there(shelf):
    assert found("thư viện") == ["d"]
    assert found("thư viện đối ngoại") == []


@pytest.mark.parametrize(
    "query", ["", "   ", '"', "AND", "a OR", "* ( )", "kind:x", "';--", "NEAR(", "̉̉", "&|!<->", "x" * 5000]
)
def test_no_query_breaks_the_index(shelf, query):
    assert isinstance(found(query), list)


def test_operators_are_words(shelf):
    assert found("đối OR nguồn") == []


def test_a_second_put_replaces_the_first(shelf):
    search.put("a", kind="shelf", text="Quyết định khác")
    assert found("thông tin") == []
    assert found("quyet dinh") == ["a"]


def test_another_kind_is_not_found(shelf):
    assert search.find("thư viện", kind="other", among=SearchEntry.objects.all()) == []


def test_what_is_wiped_is_gone(shelf):
    search.wipe("d", kind="shelf")
    assert found("thư viện") == []
