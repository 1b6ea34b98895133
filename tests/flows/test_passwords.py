"""Which passwords are taken, and what becomes of those that somebody else has given."""

import pytest

from flows.pages import path_of, shown
from flows.signing import PASSWORD, browser, is_in, sign_in, signed_in

pytestmark = pytest.mark.django_db


def refused(tab, new):
    """What the page says to a new password; "" when it takes it."""
    answer = tab.post("/password/", {"old_password": PASSWORD, "new_password1": new, "new_password2": new})
    return shown(answer) if answer.status_code == 200 else ""


@pytest.mark.parametrize(
    "new", ["mười một ký", "matkhau123456", "Mật khẩu 2031!", "canbo canbo canbo", "123456789012"]
)
def test_a_password_that_is_guessed_first_is_refused_with_a_reason(officer, new):
    tab = signed_in()
    assert "Mật khẩu" in refused(tab, new) and is_in(tab)
    officer.refresh_from_db()
    assert officer.check_password(PASSWORD)


def test_the_page_says_why(officer):
    tab = signed_in()
    assert "ít nhất 12 ký tự" in refused(tab, "ngắn quá")
    assert "dễ đoán" in refused(tab, "matkhau123456")
    assert "giống mật khẩu đang dùng" in refused(tab, PASSWORD)


@pytest.mark.parametrize(
    "new",
    ["bốn con sông chảy", "z" * 20 + "phố xưa mưa bay", "khoai lang nướng thơm " * 4, " cách đầu và cuối "],
)
def test_long_words_spaces_and_marks_are_taken_without_rules_of_composition(officer, new):
    assert refused(signed_in(), new) == ""
    assert path_of(sign_in(browser(), password=new)) == "/day/"


def test_boxes_for_passwords_let_a_manager_paste(officer):
    pages = browser().get("/login/"), signed_in().get("/password/")
    assert 'autocomplete="current-password"' in pages[0].content.decode()
    assert 'autocomplete="new-password"' in pages[1].content.decode()
    for page in pages:
        assert (
            "onpaste" not in page.content.decode()
            and "maxlength" not in page.content.decode().split('type="password"')[1].split(">")[0]
        )
