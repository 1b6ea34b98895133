"""Where one person has the system to themselves, they may look at it before they set up a telephone."""

import pytest
from django.http import HttpResponse
from django.test import override_settings
from django.urls import include, path

from caytre.web.accounts.guard import administering
from factories import person
from flows.pages import path_of
from flows.signing import set_up_telephone, signed_in, strict

__all__ = ["strict"]
pytestmark = pytest.mark.django_db
urlpatterns = [
    path("administer/", administering(lambda request: HttpResponse("administered"))),
    path("", include("caytre.web.urls")),
]


def test_who_is_alone_may_look_at_the_system_first(strict):
    person("quantri", is_superuser=True)
    tab = signed_in("quantri")
    assert tab.get("/").status_code == 200 and tab.get("/documents/upload/").status_code == 200
    with override_settings(ROOT_URLCONF=__name__):
        assert path_of(tab.get("/administer/")) == "/account/second-step/"
        set_up_telephone(tab)
        assert tab.get("/administer/").content == b"administered"


def test_the_second_account_ends_the_exception(strict):
    person("quantri", is_superuser=True)
    tab = signed_in("quantri")
    assert tab.get("/").status_code == 200
    person("khac")
    assert path_of(tab.get("/")) == "/account/second-step/"
