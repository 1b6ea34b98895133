"""Secret, double, foreign, too large: each is said, and nothing stays."""

import pytest

from caytre.core.models import Event
from caytre.documents.models import Document
from factories import PLAN, SECRET, STAMPED
from flows.pages import read_plan, send, shown

pytestmark = pytest.mark.django_db


def left(folder):
    """Every file of the installation."""
    return [path for path in folder.rglob("*") if path.is_file()]


def test_a_stamped_file_is_refused_in_the_words_of_the_rule(client, own_folders, caplog):
    answer = send(client, ("cay-ngo-dong.txt", STAMPED))
    assert answer.status_code == 422
    assert SECRET in shown(answer)
    assert left(own_folders) == []
    assert not Document.objects.exists() and not Event.objects.exists()
    assert "ngo-dong" not in caplog.text
    assert not client.session.get("_messages")


def test_a_stamped_file_does_not_stop_the_others(client, own_folders):
    answer = send(client, ("mot.txt", STAMPED), ("hai.txt", PLAN), ("ba.txt", PLAN))
    assert answer.status_code == 200
    seen = shown(answer)
    assert SECRET in seen and "hai.txt : Đã nhận" in seen and "ba.txt : Tệp này đã có trong sổ" in seen
    assert Document.objects.count() == 1
    assert len(left(own_folders)) == 1


def test_the_words_of_a_stamp_inside_a_sentence_are_no_stamp(client):
    text = PLAN.replace("Giữ bờ suối", "Bảo vệ bí mật nhà nước; giữ bờ suối").replace(
        "Trồng tre", "Công tác bảo mật và trồng tre"
    )
    assert send(client, ("a.txt", text)).status_code == 200


def test_the_same_file_twice_leads_to_the_first(client):
    document = read_plan(client)
    answer = send(client, ("ten-khac.txt", PLAN))
    assert "Tệp này đã có trong sổ, do canbo đưa vào" in shown(answer)
    assert f"/documents/{document.pk}/" in answer.content.decode()
    assert Document.objects.count() == 1


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("anh.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 99),
        ("zip.docx", b"PK\x03\x04" + b"x" * 99),
        ("a.pdf", b"%PDF-1.7 nothing"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_reason(client, own_folders, name, words):
    answer = send(client, (name, words))
    assert answer.status_code == 422
    assert f"{name} : Tệp" in shown(answer) or "Loại tệp" in shown(answer)
    assert left(own_folders) == []


def test_a_file_over_the_limit_is_cut_off(client, own_folders, settings):
    settings.UPLOAD_LIMIT = 1024 * 1024
    answer = send(client, ("to.txt", b"a" * (3 * 1024 * 1024)), ("ke-hoach.txt", PLAN))
    assert "to.txt : Tệp lớn hơn 1 MB nên không nhận." in shown(answer)
    assert Document.objects.get().name == "ke-hoach.txt"
    assert len(left(own_folders)) == 1
