"""The pages of a scan, their pictures beside their text."""

import pytest

from caytre.documents.actions import intake
from caytre.documents.models import Reading
from factories import AT
from flows.pages import pictures, shown

pytestmark = pytest.mark.django_db


def test_each_page_says_how_sure_it_is_and_leads_to_its_picture(client, page):
    answer = client.get(page)
    assert "Trang 1: máy đọc khá chắc (93%), 2 chỗ cần xem lại Xem ảnh trang" in shown(answer)
    assert "Trang 2: máy đọc chưa chắc (70%), 1 chỗ cần xem lại Xem ảnh trang" in shown(answer)
    assert f'href="{page}pages/2/"' in answer.content.decode()


def test_a_page_that_could_not_be_recognised_says_so(client, page):
    reading = Reading.objects.get()
    reading.content["pages"][1]["confidence"] = 0.0
    reading.save()
    assert "Trang 2: máy không nhận dạng được" in shown(client.get(page))
    assert "Hãy quét lại trang này." in shown(client.get(f"{page}pages/2/"))


def test_the_picture_of_a_page_stands_beside_its_text(client, page):
    answer = client.get(f"{page}pages/2/")
    assert pictures(answer)[0] == f"{page}pages/2.jpg"
    assert 'loading="lazy"' in answer.content.decode()
    seen = shown(answer)
    assert "Trang 2 trên 2" in seen and "III. TỔ CHỨC THỰC HIỆN" in seen and "MỤC ĐÍCH" not in seen


@pytest.mark.parametrize("number", [0, 3, 99])
def test_there_is_no_other_page(client, page, number):
    assert client.get(f"{page}pages/{number}/").status_code == 404
    assert client.get(f"{page}pages/{number}.jpg").status_code == 404


def test_a_page_and_its_places_are_shown_and_kept_by_the_browser_alone(client, page):
    for address in pictures(client.get(f"{page}pages/1/")):
        answer = client.get(address)
        assert answer["Content-Type"] == "image/jpeg" and answer.content[:3] == b"\xff\xd8\xff"
        assert answer["Cache-Control"] == "private, no-cache"
        again = client.get(address, headers={"If-None-Match": answer["ETag"]})
        assert (again.status_code, again.content) == (304, b"")


def test_no_other_part_of_a_page_can_be_asked_for(client, page):
    for box in ("0,0,1,1", "0.1000,0.1000,0.2000,0.2000", "x", "0.1500,0.1860,0.5000,0.2340,1"):
        assert client.get(f"{page}pages/1.jpg", {"box": box}).status_code == 404
    [place] = [one for one in pictures(client.get(page)) if "/2.jpg" in one]
    assert client.get(place).status_code == 200
    assert client.get(place.replace("/2.jpg", "/1.jpg")).status_code == 404


def test_what_was_removed_is_not_kept_by_an_old_tag(client, page, document, officer):
    address = pictures(client.get(page))[0]
    tag = client.get(address)["ETag"]
    intake.remove(document, by=officer, at=AT, why="nhầm")
    assert client.get(address, headers={"If-None-Match": tag}).status_code == 404


def test_a_file_that_is_gone_has_no_picture(client, page, document):
    document.file.storage.delete(document.file.name)
    assert client.get(f"{page}pages/1.jpg").status_code == 404
