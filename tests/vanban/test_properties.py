"""What holds for every text, whatever stands in it."""

# ruff: noqa: E501 -- pieces stay on their lines

from __future__ import annotations

import json
import unicodedata
from itertools import chain

import jsonschema
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from house.sources import ROOT
from papers import paper, shown
from vanban import annotate, find_citations, read_text
from vanban.jsonform import from_json, to_json
from vanban.model import Document

SCHEMA = json.loads((ROOT / "src" / "vanban" / "data" / "reading.schema.json").read_text("utf-8"))
VALID = jsonschema.Draft202012Validator(SCHEMA)
PIECES = [
    "I. NHIỆM VỤ", "II. TỔ CHỨC THỰC HIỆN", "III. KINH PHÍ", "A. ĐÁNH GIÁ", "1. Sở Y tế", "1.1. Tủ sách", "a) Sửa mái nhà.",
    "- Mua sách mới cho thôn xa;", "+ Trồng cây.", "* Đọc sách.", "- Đơn vị thực hiện: Sở Y tế; Công an tỉnh.", "- Thời gian: Quý III/2030.",
    "- Sản phẩm: Báo cáo.", "Điều 1. Ban hành quy chế.", "Chương II", "QUYẾT ĐỊNH:", "QUYẾT ĐỊNH", "KẾ HOẠCH", "PHỤ LỤC I", "(Kèm theo Kế hoạch số 5/KH-UBND)",
    "Căn cứ Luật Thư viện;", "Thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2029 của Bộ Chính trị;", "ỦY BAN NHÂN DÂN", "XÃ SUỐI TRÚC", "Số: 5/KH-UBND",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Suối Trúc, ngày 05 tháng 3 năm 2030", "Nơi nhận:", "- Lưu: VT.",
    "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Lê Văn Trúc", "|", "| a | b |", "| TT | Nội dung | Chủ trì |", "| --- | --- | --- |", "| 1 | Mua sách | Sở Y tế |",
    "Sở Y tế báo cáo Ủy ban nhân dân tỉnh (qua Sở Nội vụ) hằng quý và đột xuất khi có yêu cầu.", "Trên đây là Kế hoạch.", "Tác giả: Đài xã",
    "Giao Sở Nội vụ, Sở Tài chính (đầu mối) chủ trì, phối hợp với UBND các xã, phường thực hiện trước ngày 15/12.", "Kính gửi: Các thôn.", "", "**", "-----",
    "các sở, ban, ngành", "trước ngày 31/02/2030", "1/2/3/4/5/KH-UBND/", "ngày", "…", "\u0110\u0308", "\u200b", "(((", "**Sở Y tế", "#", "năm 2030", "\t", "x" * 50,
]  # fmt: skip
SIGNS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=300)
FRAGMENTS = st.lists(st.sampled_from(PIECES), max_size=40).flatmap(
    lambda pieces: st.sampled_from(["\n", "\n\n", " "]).map(lambda gap: gap.join(pieces))
)
TEXTS = st.one_of(
    SIGNS, FRAGMENTS, st.lists(st.one_of(SIGNS, st.sampled_from(PIECES)), max_size=12).map("\n".join)
)
QUICK = settings(
    max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)


def spans(reading: Document):
    """Every span of a reading with the name of what it belongs to."""
    yield from reading.header.spans.items()
    for citation in reading.citations:
        yield from (("citation", span) for span in (citation.span, *citation.mentions))
    for one in chain(reading.outline, reading.tasks, reading.reports, reading.attachments, reading.tables):
        yield type(one).__name__, one.span
    for grid in reading.tables:
        yield from (("cell", cell) for row in grid.rows for cell in row)
    yield from (("page", (page.start, page.end)) for page in reading.pages)
    yield from (("warning", one.span) for one in reading.warnings if one.span)
    for one in chain(reading.tasks, reading.reports):
        yield from (("time", time.span) for time in [one.time] if time and time.span)
    for unit in units(reading):
        if unit.span:
            yield f"unit {unit.name}", unit.span


def units(reading: Document):
    for task in reading.tasks:
        yield from task.lead + task.coordinators
    for report in reading.reports:
        yield from report.who + report.to + ((report.via,) if report.via else ())


def folded(text: str) -> str:
    return " ".join(text.split())


@QUICK
@given(TEXTS)
@example("")
@example("\ud7ff\u2028\u2029\x85\x0b\x0c\x1c1. Sở Y tế")
@example("Số:\nSố: /\n")
@example("QUYẾT ĐỊNH:\nPHỤ LỤC\nPHỤ LỤC\n(Kèm theo")
def test_any_text_is_read_and_its_spans_are_sound(text):
    reading = read_text(text)
    unsound = [
        (name, span) for name, span in spans(reading) if not 0 <= span[0] <= span[1] <= len(reading.text)
    ]
    assert unsound == []
    for task in reading.tasks:
        assert folded(reading.text[slice(*task.span)]).removesuffix("./.").rstrip(".") == task.text.rstrip(
            "."
        )
        assert task.text and task.text == folded(task.text)
    for unit in units(reading):
        if unit.span:
            assert folded(reading.text[slice(*unit.span)]).casefold() == unit.name.casefold()


@QUICK
@given(TEXTS)
def test_the_levels_of_an_outline_are_those_of_a_tree(text):
    levels = [section.level for section in read_text(text).outline]
    assert all(level == 1 or level - before <= 1 for before, level in zip([0, *levels], levels, strict=False))


@QUICK
@given(TEXTS)
def test_a_reading_is_valid_json_and_comes_back_whole(text):
    reading = read_text(text)
    written = json.loads(json.dumps(to_json(reading)))
    VALID.validate(written)
    assert from_json(written) == reading


@QUICK
@given(TEXTS)
def test_the_same_text_is_read_the_same_and_its_text_is_composed(text):
    reading = read_text(text)
    assert reading == read_text(text)
    assert unicodedata.is_normalized("NFC", reading.text)


@QUICK
@given(FRAGMENTS)
def test_a_decomposed_text_says_the_same(text):
    assert read_text(unicodedata.normalize("NFD", text)) == read_text(unicodedata.normalize("NFC", text))


@QUICK
@given(TEXTS)
def test_the_marked_text_loses_no_word(text):
    reading = read_text(text)
    assert shown(annotate(reading)) == reading.text


@QUICK
@given(TEXTS)
def test_citations_of_any_text_point_at_their_words(text):
    for one in find_citations(text):
        assert one.raw in text[slice(*one.span)] and one.span in one.mentions


@settings(QUICK, max_examples=60)
@given(st.lists(st.sampled_from(PIECES[4:13]), min_size=1, max_size=15))
def test_a_provision_more_never_takes_one_away(pieces):
    texts = [task.text for task in read_text(paper("I. NHIỆM VỤ", *pieces)).tasks]
    more = [
        task.text
        for task in read_text(
            paper("I. NHIỆM VỤ", *pieces, "II. TỔ CHỨC THỰC HIỆN", "1. Sửa cổng chào xã.")
        ).tasks
    ]
    assert more == [*texts, "Sửa cổng chào xã."]


@pytest.mark.parametrize("line", PIECES)
def test_a_single_line_is_read(line):
    assert read_text(line).text == read_text(f"\n{line}\n").text
