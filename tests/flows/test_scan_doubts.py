"""The places of a scan that a person should look at, beside their pictures."""

import re

import pytest

from caytre.documents.models import Reading
from flows.pages import correct, pictures, read_plan, shown
from scanfiles import doubt

pytestmark = pytest.mark.django_db


def test_each_is_shown_with_how_sure_it_is_and_what_was_repaired(client, page):
    seen = shown(client.get(page))
    assert "Bản quét có 3 chỗ máy đọc chưa chắc hoặc đã tự sửa." in seen
    assert "41/KH-UBND khá chắc (91%) máy đọc là “41/KH-UBNĐ”, sửa thành “41/KH-UBND”" in seen
    assert "Bãi Lau chưa chắc (62%) Trang 1; Nhiệm vụ: Chủ trì Sửa Bãi Lau" in seen
    assert "hằng chưa chắc (55%) Trang 2; Nhiệm vụ: Thời gian Sửa" in seen


def test_each_leads_to_its_words_and_to_the_form_of_its_fact(client, page):
    html = client.get(page).content.decode()
    section = html[html.index('<section id="doubts"') : html.index('<section id="header"')]
    assert f'href="{page}edit/header/0/"' in section and f'href="{page}edit/tasks/1/"' in section
    assert 'data-fact="doubts.1"' in section
    assert re.search(r'<mark class="[^"]*doubt" data-fact="[^"]*doubts\.1" title="Chữ quét, máy đọc', html)
    for place in re.findall(r'href="#(p\d+)"', section):
        assert f'<p id="{place}">' in html


def test_facts_that_hold_such_words_are_marked(client, page):
    answer = shown(client.get(page))
    assert "Số, ký hiệu 41/KH-UBND chữ mờ" in answer
    assert "Chủ trì Ban quản lý thôn Bãi Lau chữ mờ" in answer
    assert "Phối hợp Hội Nông dân xã Thời gian" in answer


def test_the_form_of_a_fact_shows_its_pictures(client, page):
    assert len(pictures(client.get(f"{page}edit/tasks/1/"))) == 1
    assert pictures(client.get(f"{page}edit/tasks/0/")) == []


def test_a_corrected_fact_is_faint_no_more(client, page, document):
    assert correct(client, document, "header", 0, code="41/KH-UBND-VX").status_code == 302
    seen = shown(client.get(page))
    assert "Số, ký hiệu 41/KH-UBND-VX máy đọc: 41/KH-UBND" in seen
    assert "Đầu văn bản: Số, ký hiệu (đã có người sửa)" in seen


def test_of_many_those_that_may_make_a_fact_wrong_are_shown_and_the_rest_by_page(client, page):
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


def test_a_remark_on_a_word_that_is_shown_here_is_not_said_twice(client, page):
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


def test_downloads_say_that_it_was_a_scan(client, page):
    assert "Bản quét: 3 chỗ máy đọc chưa chắc" in client.get(f"{page}facts.json").json()["note"]


def test_what_is_no_scan_has_none(client):
    page = f"/documents/{read_plan(client).pk}/"
    html = client.get(page).content.decode()
    assert "scan.css" not in html and "Chỗ cần xem lại" not in html and "pages/1/" not in html
    for address in ("pages/1/", "pages/1.jpg"):
        assert client.get(page + address).status_code == 404
