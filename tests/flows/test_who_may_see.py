"""Nothing but the login page is readable without login; what leaves the system is safe to open."""

import pytest

from factories import PLAN
from flows.pages import OPEN, addresses, path_of, send, shown

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("name", "address"), addresses().items())
@pytest.mark.parametrize("method", ["get", "post"])
def test_without_login_every_address_leads_to_the_login_page(db, name, address, method):
    from django.test import Client

    answer = getattr(Client(), method)(address)
    if name in OPEN:
        assert answer.status_code in (200, 302, 204)
        assert "Sổ văn bản" not in shown(answer)
    elif name == "feed":  # opens by its token, and this is none
        assert answer.status_code in (404, 405)
    else:
        assert answer.status_code == 302 and path_of(answer) == "/login/"


def test_an_upload_without_login_is_not_even_spooled(own_folders):
    from django.test import Client

    assert path_of(send(Client(), ("a.txt", PLAN))) == "/login/"
    assert not (own_folders / "incoming").exists()
