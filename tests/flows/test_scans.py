"""A scan: how far its reading is, what is not sure in it, and its pictures, through the web door."""

import re
from html import unescape

import pytest

from caytre.documents.actions import intake
from caytre.documents.models import Document, Reading, Removal
from factories import AT, person
from flows.pages import correct, path_of, read_plan, send, shown, work
from scanfiles import doubt, doubtful, needs_recognition, plan_pages, scan

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}


@pytest.fixture
def document(officer, tmp_path):
    return doubtful(tmp_path, by=officer)


@pytest.fixture
def page(document):
    return f"/documents/{document.pk}/"


def pictures(response):
    """The addresses of the pictures of a page."""
    return [
        unescape(found) for found in re.findall(r'<img src="([^"]+\.jpg[^"]*)"', response.content.decode())
    ]


class TestHowFarItIs:
    @pytest.fixture
    def waits(self, document):
        def at(done, total):
            rows = Document.objects.filter(pk=document.pk)
            rows.update(state="reading", started_at=AT, pages_done=done, pages_total=total)

        return at

    @pytest.mark.parametrize(
        ("done", "total", "words", "row"),
        [
            (None, None, "Đang đọc (", "Đang đọc"),
            (0, 12, "Đang nhận dạng trang 1 trên 12", "Đang đọc, trang 1/12"),
            (2, 12, "Đang nhận dạng trang 3 trên 12", "Đang đọc, trang 3/12"),
            (12, 12, "Đã nhận dạng 12 trang; đang tìm dữ kiện", "Đang đọc, trang 12/12"),
        ],
    )
    def test_the_page_and_the_register_say_it(self, client, page, waits, done, total, words, row):
        waits(done, total)
        for address in (page, f"{page}progress/"):
            answer = client.get(address)
            assert words in shown(answer) and "<progress" in answer.content.decode()
        for address in ("/", f"{page}state/"):
            assert row in shown(client.get(address))
        assert "Dừng đọc" in shown(client.get(page))

    def test_the_bar_shows_the_share_of_the_pages(self, client, page, waits):
        waits(2, 12)
        assert '<progress max="12" value="2"' in client.get(f"{page}progress/").content.decode()

    def test_what_is_read_is_asked_for_no_more(self, client, page):
        assert "hx-get" not in client.get(f"{page}state/").content.decode()

    def test_a_stopped_scan_says_how_much_is_done(self, client, page, document):
        Document.objects.filter(pk=document.pk).update(state="stopped", pages_done=3, pages_total=12)
        seen = shown(client.get(page))
        assert "Đã nhận dạng 3 trên 12 trang; đọc tiếp thì làm từ trang sau đó." in seen
        assert "Đọc tiếp" in seen


class TestPlacesToLookAt:
    def test_each_is_shown_with_how_sure_it_is_and_what_was_repaired(self, client, page):
        seen = shown(client.get(page))
        assert "Bản quét có 3 chỗ máy đọc chưa chắc hoặc đã tự sửa." in seen
        assert "41/KH-UBND khá chắc (91%) máy đọc là “41/KH-UBNĐ”, sửa thành “41/KH-UBND”" in seen
        assert "Bãi Lau chưa chắc (62%) Trang 1; Nhiệm vụ: Chủ trì Sửa Bãi Lau" in seen
        assert "hằng chưa chắc (55%) Trang 2; Nhiệm vụ: Thời gian Sửa" in seen

    def test_each_leads_to_its_words_and_to_the_form_of_its_fact(self, client, page):
        html = client.get(page).content.decode()
        section = html[html.index('<section id="doubts"') : html.index('<section id="header"')]
        assert f'href="{page}edit/header/0/"' in section and f'href="{page}edit/tasks/1/"' in section
        assert 'data-fact="doubts.1"' in section
        assert re.search(
            r'<mark class="[^"]*doubt" data-fact="[^"]*doubts\.1" title="Chữ quét, máy đọc', html
        )
        for place in re.findall(r'href="#(p\d+)"', section):
            assert f'<p id="{place}">' in html

    def test_facts_that_hold_such_words_are_marked(self, client, page):
        answer = shown(client.get(page))
        assert "Số, ký hiệu 41/KH-UBND chữ mờ" in answer
        assert "Chủ trì Ban quản lý thôn Bãi Lau chữ mờ" in answer
        assert "Phối hợp Hội Nông dân xã Thời gian" in answer

    def test_the_form_of_a_fact_shows_its_pictures(self, client, page):
        assert len(pictures(client.get(f"{page}edit/tasks/1/"))) == 1
        assert pictures(client.get(f"{page}edit/tasks/0/")) == []

    def test_a_corrected_fact_is_faint_no_more(self, client, page, document):
        assert correct(client, document, "header", 0, code="41/KH-UBND-VX").status_code == 302
        seen = shown(client.get(page))
        assert "Số, ký hiệu 41/KH-UBND-VX máy đọc: 41/KH-UBND" in seen
        assert "Đầu văn bản: Số, ký hiệu (đã có người sửa)" in seen

    def test_of_many_those_that_may_make_a_fact_wrong_are_shown_and_the_rest_by_page(self, client, page):
        reading = Reading.objects.get()
        words = [
            word for word in set(reading.content["text"].split()) if reading.content["text"].count(word) == 1
        ]
        reading.content["doubts"] = [doubt(reading.content["text"], word) for word in words[:40]]
        reading.save()
        answer = client.get(page)
        assert len(pictures(answer)) == 12
        assert "Trang 1: máy đọc khá chắc (93%), 40 chỗ cần xem lại" in shown(answer)
        assert len(pictures(client.get(f"{page}pages/1/"))) == 41

    def test_a_remark_on_a_word_that_is_shown_here_is_not_said_twice(self, client, page):
        reading = Reading.objects.get()
        reading.content["warnings"] = [
            {"code": code, "text": f"Về {code}.", "span": None} for code in ("unsure", "repaired", "scan")
        ]
        reading.save()
        seen = shown(client.get(page))
        assert "Về scan." in seen and "Về unsure." not in seen and "Về repaired." not in seen
        reading.content["doubts"] = []
        reading.save()
        assert "Về unsure." in shown(client.get(page))

    def test_downloads_say_that_it_was_a_scan(self, client, page):
        assert "Bản quét: 3 chỗ máy đọc chưa chắc" in client.get(f"{page}facts.json").json()["note"]

    def test_what_is_no_scan_has_none(self, client):
        page = f"/documents/{read_plan(client).pk}/"
        html = client.get(page).content.decode()
        assert "scan.css" not in html and "Chỗ cần xem lại" not in html and "pages/1/" not in html
        for address in ("pages/1/", "pages/1.jpg"):
            assert client.get(page + address).status_code == 404


class TestPages:
    def test_each_page_says_how_sure_it_is_and_leads_to_its_picture(self, client, page):
        answer = client.get(page)
        assert "Trang 1: máy đọc khá chắc (93%), 2 chỗ cần xem lại Xem ảnh trang" in shown(answer)
        assert "Trang 2: máy đọc chưa chắc (70%), 1 chỗ cần xem lại Xem ảnh trang" in shown(answer)
        assert f'href="{page}pages/2/"' in answer.content.decode()

    def test_a_page_that_could_not_be_recognised_says_so(self, client, page):
        reading = Reading.objects.get()
        reading.content["pages"][1]["confidence"] = 0.0
        reading.save()
        assert "Trang 2: máy không nhận dạng được" in shown(client.get(page))
        assert "Hãy quét lại trang này." in shown(client.get(f"{page}pages/2/"))

    def test_the_picture_of_a_page_stands_beside_its_text(self, client, page):
        answer = client.get(f"{page}pages/2/")
        assert pictures(answer)[0] == f"{page}pages/2.jpg"
        assert 'loading="lazy"' in answer.content.decode()
        seen = shown(answer)
        assert "Trang 2 trên 2" in seen and "III. TỔ CHỨC THỰC HIỆN" in seen and "MỤC ĐÍCH" not in seen

    @pytest.mark.parametrize("number", [0, 3, 99])
    def test_there_is_no_other_page(self, client, page, number):
        assert client.get(f"{page}pages/{number}/").status_code == 404
        assert client.get(f"{page}pages/{number}.jpg").status_code == 404


class TestPictures:
    def test_a_page_and_its_places_are_shown_and_kept_by_the_browser_alone(self, client, page):
        for address in pictures(client.get(f"{page}pages/1/")):
            answer = client.get(address)
            assert answer["Content-Type"] == "image/jpeg" and answer.content[:3] == b"\xff\xd8\xff"
            assert answer["Cache-Control"] == "private, no-cache"
            again = client.get(address, headers={"If-None-Match": answer["ETag"]})
            assert (again.status_code, again.content) == (304, b"")

    def test_no_other_part_of_a_page_can_be_asked_for(self, client, page):
        for box in ("0,0,1,1", "0.1000,0.1000,0.2000,0.2000", "x", "0.1500,0.1860,0.5000,0.2340,1"):
            assert client.get(f"{page}pages/1.jpg", {"box": box}).status_code == 404
        [place] = [one for one in pictures(client.get(page)) if "/2.jpg" in one]
        assert client.get(place).status_code == 200
        assert client.get(place.replace("/2.jpg", "/1.jpg")).status_code == 404

    def test_what_was_removed_is_not_kept_by_an_old_tag(self, client, page, document, officer):
        address = pictures(client.get(page))[0]
        tag = client.get(address)["ETag"]
        intake.remove(document, by=officer, at=AT, why="nhầm")
        assert client.get(address, headers={"If-None-Match": tag}).status_code == 404

    def test_a_file_that_is_gone_has_no_picture(self, client, page, document):
        document.file.storage.delete(document.file.name)
        assert client.get(f"{page}pages/1.jpg").status_code == 404


class TestAStampOnALaterPage:
    @pytest.fixture
    def gone(self, client):
        needs_recognition()
        assert "Đã nhận" in shown(send(client, ("cay-ngo-dong.pdf", scan(*plan_pages(), stamped=2))))
        key = Document.objects.get().pk
        work()
        return key

    def test_its_page_says_what_happened_and_keeps_nothing(self, client, gone):
        answer = client.get(f"/documents/{gone}/")
        assert answer.status_code == 410
        assert "Hệ thống thấy dấu độ mật trong văn bản này nên đã gỡ bỏ ngay" in shown(answer)
        assert not Document.objects.exists()

    def test_a_page_that_waits_for_it_is_loaded_anew(self, client, gone):
        for part in ("progress", "state"):
            answer = client.get(f"/documents/{gone}/{part}/", headers=HTMX)
            assert (answer.status_code, answer["HX-Refresh"]) == (200, "true")

    def test_whoever_brought_it_in_is_told_until_they_say_that_they_know(self, client, gone):
        seen = shown(client.get("/"))
        assert "có dấu độ mật. Hệ thống thấy dấu ấy trong khi đọc và đã gỡ bỏ văn bản lúc" in seen
        assert "hệ thống gỡ bỏ văn bản đưa vào lúc" in seen and "ngo-dong" not in seen
        note = Removal.objects.get()
        assert path_of(client.post(f"/documents/withdrawn/{note.pk}/seen/")) == "/"
        assert "Đã rõ" not in shown(client.get("/"))
        assert "hệ thống gỡ bỏ văn bản đưa vào lúc" in shown(client.get("/"))

    def test_a_colleague_is_not_told_and_cannot_say_so_for_them(self, client, gone, officer):
        client.force_login(person("khac"))
        assert "Đã rõ" not in shown(client.get("/"))
        client.post(f"/documents/withdrawn/{Removal.objects.get().pk}/seen/")
        client.force_login(officer)
        assert "Đã rõ" in shown(client.get("/"))
