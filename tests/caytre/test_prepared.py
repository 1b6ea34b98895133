"""A prepared question has the rows of the question it was made of, for every key."""

import pytest
from django.db.models import Exists, OuterRef

from caytre.core.models import Event, User
from caytre.prepared import Prepared
from factories import person

pytestmark = pytest.mark.django_db


@pytest.fixture
def people():
    first, second = person("suoi"), person("truc")
    second.made_by = first
    second.save()
    return first, second


def test_each_key_has_its_own_rows(people):
    first, second = people
    by_key = Prepared(lambda key: User.objects.filter(pk=key).select_related("made_by"))
    assert [by_key.first(key=one.pk) for one in people] == [first, second]
    assert by_key.first(key=second.pk).made_by == first
    assert by_key(key=first.pk + second.pk) == [] and by_key.first(key=0) is None


def test_texts_stand_in_it_too_and_may_stand_twice(people):
    named = Prepared(lambda name: User.objects.filter(username=name) | User.objects.filter(last_name=name))
    assert [one.username for one in named(name="truc")] == ["truc"]
    assert named(name="' OR 1=1 --") == []


def test_annotations_values_and_limits_are_those_of_the_question(people):
    first, second = people
    made = Exists(User.objects.filter(made_by=OuterRef("pk")))
    asked = Prepared(lambda key: User.objects.filter(pk=key).annotate(made=made))
    assert [asked.first(key=one.pk).made for one in people] == [True, False]
    last = Prepared(lambda: User.objects.order_by("-pk").values_list("username")[:1])
    assert last() == [("truc",)]


def test_it_asks_once_and_writes_no_sql_the_second_time(people, django_assert_num_queries):
    made = []

    def make(key):
        made.append(key)
        return User.objects.filter(pk=key)

    asked = Prepared(make)
    with django_assert_num_queries(2):
        for one in people:
            assert asked(key=one.pk) == [one]
    assert len(made) == 1 and made[0] not in [one.pk for one in people]


def test_a_key_that_stands_nowhere_is_a_mistake():
    with pytest.raises(AssertionError, match="wrong"):
        Prepared(lambda key, wrong: Event.objects.filter(pk=key))(key=1, wrong=2)
