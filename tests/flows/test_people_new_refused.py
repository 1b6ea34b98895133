"""What is wrong in the form for somebody new is said, and what was typed stays."""

import pytest

from caytre.core.models import User
from flows.pages import shown
from flows.people import (
    chief,
    clock,
    country,
    newcomer,
    tab,
)

__all__ = ["chief", "clock", "country", "tab"]


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"login": "QUANTRI.ST"}, "Tên đăng nhập “quantri.st” đã có người dùng"),
        ({"login": "an trần"}, "“an trần” không dùng được"),
        ({"shown": "\u200b \u202e"}, "Thiếu “Họ và tên”"),
        ({"unit": ""}, "Hãy chọn đơn vị"),
        ({"unit": "không phải mã"}, "Hãy chọn đơn vị"),
        ({"effective": "31/2/2031"}, "ngày"),
        ({"effective": "1999-01-01"}, "không hoạt động suốt thời gian của chức vụ"),
        ({"role": "king"}, "Vai trò"),
    ],
)
def test_what_is_wrong_in_the_form_is_said_and_nothing_is_made(tab, country, sent, said):
    before = User.objects.count()
    answer = tab.post("/people/new/", newcomer(tab, at=country.suoi_truc, **sent))
    assert answer.status_code == 422 and said in shown(answer)
    assert User.objects.count() == before


def test_the_unit_is_found_by_a_search_without_tone_marks(tab, country):
    sent = newcomer(tab, at=country.suoi_truc) | {"unit": "", "q.unit": "phong kinh te", "step": "find"}
    answer = tab.post("/people/new/", sent)
    assert answer.status_code == 200 and str(country.economy.pk) in answer.content.decode()
    assert 'value="an.tran"' in answer.content.decode(), "what was typed before the search stays"


def test_a_unit_of_others_is_refused_though_the_form_is_forged(tab, country):
    for unit in (country.ghenh_soi, country.ben_may, country.nui_xanh):
        answer = tab.post("/people/new/", newcomer(tab, at=unit))
        assert answer.status_code == 422 and "Chỉ quản trị viên của đơn vị này" in shown(answer)
    assert not User.objects.filter(username="an.tran").exists()
