"""A reading as HTML: all its words, escaped, each fact marked where it was read."""

# ruff: noqa: E501 -- a row of a table stays on its line

from __future__ import annotations

import re
from html import unescape

import pytest

from papers import duties, plan, shown
from vanban import annotate, read_text
from vanban.marking import Mark, marks_of, page_of

TASK = "1. Sở Y tế chủ trì, phối hợp với Công an tỉnh lập phương án theo Kế hoạch số 98/KH-UBND trước ngày 15/12/2030."
EVIL = ["<script>alert(1)</script>", "a & b < c", 'x" onmouseover="y', "&lt;b&gt;", "]]>", "<!--"]


def marked(html, kind):
    """The words inside the marks of a kind."""
    found = re.findall(rf'<mark class="[^"]*\b{kind}\b[^"]*" data-fact="[^"]*">(.*?)</mark>', html)
    return unescape("".join(found))


@pytest.mark.parametrize(
    "text", ["", plan(TASK), duties(TASK), *(plan(f"1. Sở Y tế {words} lập phương án.") for words in EVIL)]
)
def test_every_word_is_shown_once(text):
    reading = read_text(text)
    assert shown(annotate(reading)) == reading.text


@pytest.mark.parametrize("words", EVIL)
def test_no_word_of_a_document_becomes_markup(words):
    html = annotate(read_text(plan(f"1. Sở Y tế {words} lập phương án.", words)))
    assert set(re.findall(r"</?(\w+)", html)) == {"p", "mark"}
    assert re.findall(r"<(?:p|mark)\s[^>]*>", html) == re.findall(
        r'<p id="p\d+">|<mark class="[a-z ]+" data-fact="[a-z0-9. ]+">', html
    )


def test_facts_are_marked_where_they_stand():
    html = annotate(read_text(plan(TASK)))
    assert marked(html, "lead") == "Sở Y tế" and marked(html, "coordinators") == "Công an tỉnh"
    assert (
        marked(html, "time") == "trước ngày 15/12/2030"
        and marked(html, "citation") == "Kế hoạch số 98/KH-UBND"
    )
    assert marked(html, "task") == TASK[3:] and marked(html, "section") == "NHIỆM VỤ"


def test_a_stretch_names_every_fact_that_it_belongs_to():
    html = annotate(read_text(plan(TASK)))
    assert re.search(r'data-fact="tasks\.0 tasks\.0\.lead\.0">Sở Y tế<', html)


def test_a_paragraph_has_the_place_of_its_first_letter_for_an_id():
    reading = read_text(plan(TASK))
    ids = [int(one) for one in re.findall(r'<p id="p(\d+)">', annotate(reading))]
    assert ids == [0, *(found.end() for found in re.finditer("\n", reading.text))]


def test_marks_stand_in_order():
    marks = marks_of(read_text(plan(TASK, "2. Sửa mái nhà văn hóa.")))
    assert [mark.span[0] for mark in marks] == sorted(mark.span[0] for mark in marks)
    assert len({mark.key for mark in marks}) == len(marks)


def test_a_page_stands_alone_and_runs_no_script():
    reading = read_text(plan(TASK).replace("Phát triển thư viện", "Phát triển <b> thư viện"))
    page = page_of(reading)
    assert page.startswith("<!doctype html>") and "default-src 'none'" in page
    assert "<title>Kế hoạch 118/KH-UBND Phát triển &lt;b&gt; thư viện năm 2030</title>" in page
    assert not re.search(r"<script|<link|<img|src=|href=", page)


def test_more_can_be_marked_with_a_note_to_whoever_points_at_it():
    reading = read_text(plan(TASK))
    start = reading.text.index("phương án")
    html = annotate(
        reading, also=[Mark("doubt", "doubts.0", (start, start + 6), 'read as "phuong" & repaired')]
    )
    assert shown(html) == reading.text
    assert (
        'data-fact="tasks.0 doubts.0" title="read as &quot;phuong&quot; &amp; repaired">phương</mark>' in html
    )
    assert html.count("title=") == 1
