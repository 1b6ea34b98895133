"""A workbook that somebody filled in is opened apart, and only so far as it is needed."""

import zipfile
from datetime import date

import pytest
from openpyxl import Workbook

from caytre.web.workbooks.reading import NoSheet, NoWorkbook, TooManyRows, rows_of


def saved(folder, *rows, title="Đơn vị", more=()):
    """A workbook with one sheet of these rows, and further sheets."""
    book = Workbook()
    book.active.title = title
    for row in rows:
        book.active.append(row)
    for name in more:
        book.create_sheet(name)
    path = folder / "bang.xlsx"
    book.save(path)
    return path


def read(path, *columns):
    return rows_of(path, sheet="Đơn vị", columns=columns)


def test_cells_come_as_text_with_their_places(tmp_path):
    path = saved(
        tmp_path,
        ["Mã *", "Ghi chú", "Từ ngày"],
        [7, "x", date(2031, 3, 5)],
        [None, None, None],
        ["A 1 ", None, 2.5],
    )
    rows = read(path, "Mã", "Từ ngày")
    assert [(row.number, dict(row.cells), row.places["Từ ngày"]) for row in rows] == [
        (2, {"Mã": "7", "Từ ngày": "2031-03-05"}, "C2"),
        (4, {"Mã": "A 1", "Từ ngày": "2.5"}, "C4"),
    ]


def test_the_only_sheet_may_have_any_name(tmp_path):
    assert read(saved(tmp_path, ["Mã"], ["1"], title="Sheet1"), "Mã")
    with pytest.raises(NoSheet, match="Đơn vị"):
        read(saved(tmp_path, ["Mã"], ["1"], title="Sheet1", more=["Sheet2"]), "Mã")
    with pytest.raises(NoSheet, match="Mã, Tên"):
        read(saved(tmp_path, ["Mã"], ["1"]), "Mã", "Tên")


def test_what_is_no_workbook_is_refused(tmp_path):
    path = tmp_path / "x.xlsx"
    for data in (b"", b"khong phai bang tinh", b"PK\x03\x04" + bytes(60)):
        path.write_bytes(data)
        with pytest.raises(NoWorkbook):
            read(path, "Mã")


def test_only_so_many_rows_are_taken(tmp_path):
    rows = [[str(number)] for number in range(5_000)]
    assert len(read(saved(tmp_path, ["Mã"], *rows), "Mã")) == 5_000
    with pytest.raises(TooManyRows, match="5000"):
        read(saved(tmp_path, ["Mã"], *rows, ["x"]), "Mã")


def test_a_cell_at_the_far_end_costs_nothing(tmp_path):
    path = saved(tmp_path, ["Mã"], ["1"])
    far = Workbook()
    far.active["A1"], far.active["A2"], far.active["XFD1048576"] = "Mã", "1", "x"
    far.save(path)
    assert len(read(path, "Mã")) == 1


def test_a_sheet_that_blows_up_is_refused(tmp_path):
    path = saved(tmp_path, ["Mã"], ["1"])
    bomb = tmp_path / "bomb.xlsx"
    sheet = (
        b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1">'
    )
    with zipfile.ZipFile(path) as good, zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as bad:
        for name in good.namelist():
            cells = b"<c><v>1</v></c>" * 3_000_000
            bad.writestr(
                name,
                sheet + cells + b"</row></sheetData></worksheet>" if "sheet1" in name else good.read(name),
            )
    with pytest.raises(NoWorkbook):
        read(bomb, "Mã")
