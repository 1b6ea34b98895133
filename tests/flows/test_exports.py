"""What is taken away says who corrected it and can do no harm."""

import json
from io import BytesIO

import jsonschema
import pytest
from openpyxl import load_workbook

from flows.pages import correct, read_plan
from vanban.data import __path__ as data_path

pytestmark = pytest.mark.django_db


def test_exported_facts_have_the_form_of_a_reading(client):
    document = read_plan(client)
    correct(client, document, "header", 0, title="Trồng mây")
    content = json.loads(client.get(f"/documents/{document.pk}/facts.json").content)
    del content["corrections"], content["note"]
    with open(f"{list(data_path)[0]}/reading.schema.json", encoding="utf-8") as file:
        jsonschema.validate(content, json.load(file))


def test_an_export_of_what_nobody_corrected_says_so(client):
    document = read_plan(client)
    content = json.loads(client.get(f"/documents/{document.pk}/facts.json").content)
    assert (content["note"], content["corrections"]) == ("Dữ kiện do máy đọc, chưa có ai sửa.", [])


def test_no_cell_of_a_workbook_is_a_formula(client):
    document = read_plan(client)
    bad = ['=HYPERLINK("http://a")', "+1+1", "-2", "@SUM(1)", "\t=1", "=cmd|' /C calc'!A0"]
    correct(client, document, "tasks", 0, text=bad[0], product=bad[5], lead="\n".join(bad[1:5]))
    book = load_workbook(BytesIO(client.get(f"/documents/{document.pk}/tasks.xlsx").content))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert bad[0] in [cell.value for cell in cells]
    assert {cell.data_type for cell in cells} == {"s"}
    assert all(cell.quotePrefix for cell in cells)
