"""The JSON form of a reading: in the form of its schema, and read back as the same reading."""

# ruff: noqa: E501 -- the lines of a document stay as they are

from __future__ import annotations

import json

import jsonschema
import pytest

from house.sources import ROOT
from papers import duties, plan
from vanban import read_text
from vanban.jsonform import from_json, to_json

SCHEMA = json.loads((ROOT / "src" / "vanban" / "data" / "reading.schema.json").read_text("utf-8"))
TEXTS = {
    "empty": "",
    "plan": plan("1. Sở Y tế chủ trì, phối hợp với Công an tỉnh lập phương án trước ngày 15/12/2030.", "- Sản phẩm: Phương án."),
    "report": duties("1. Sở Y tế theo Kế hoạch số 98/KH-UBND báo cáo Ủy ban nhân dân tỉnh (qua Sở Nội vụ) hằng quý và đột xuất khi có yêu cầu."),
    "annex": plan("1. Sửa mái nhà.") + "\n\nPHỤ LỤC I\nDANH SÁCH\n\n| TT | Nội dung | Chủ trì |\n|---|---|---|\n| 1 | Mua sách | Thư viện tỉnh |",
}  # fmt: skip


@pytest.fixture(scope="module")
def check():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    return jsonschema.Draft202012Validator(SCHEMA).validate


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_a_reading_has_the_form_of_the_schema_and_comes_back_whole(check, text):
    reading = read_text(text)
    written = json.loads(json.dumps(to_json(reading), ensure_ascii=False))
    check(written)
    assert from_json(written) == reading


def test_every_kind_of_fact_is_written():
    written = [to_json(read_text(text)) for text in TEXTS.values()]
    empty = [key for key in SCHEMA["required"] if not any(one[key] for one in written)]
    assert empty == ["pages", "doubts"]


def test_the_keys_are_those_of_the_schema():
    assert list(to_json(read_text(""))) == SCHEMA["required"]


@pytest.mark.parametrize("value", [{}, {"format": 2}, {"format": None}, {"format": "1"}])
def test_another_format_is_refused(value):
    with pytest.raises(ValueError, match="format"):
        from_json(value)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda one: one.pop("text"),
        lambda one: one.update(more=1),
        lambda one: one["header"].update(date="15/12/2030"),
        lambda one: one["tasks"][0].update(text=""),
        lambda one: one["tasks"][0].update(span=[-1, 2]),
        lambda one: one["tasks"][0]["time"].update(kind="soon"),
    ],
)
def test_the_schema_refuses_what_is_no_reading(check, spoil):
    written = to_json(read_text(TEXTS["plan"]))
    check(written)
    spoil(written)
    with pytest.raises(jsonschema.ValidationError):
        check(written)
