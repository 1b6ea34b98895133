"""Units come as a spreadsheet: they are founded as events, all or none."""

from caytre.units.models import Post, Unit, UnitEvent, UnitState
from caytre.units.queries.tree import tree
from countries import TODAY
from flows.pages import path_of, shown
from flows.people import chief, clock, country, faults, holder, opened, rows_in, sealed, tab, units_sheet

__all__ = ["chief", "clock", "country", "tab"]
BASIS = "Quyết định số 12/QĐ-UBND"
ROWS = (
    ("Trạm Khuyến nông", "Trạm", "Phòng Kinh tế xã Suối Trúc", "", "01/03/2031", BASIS),
    ("Tổ Vườn ươm", "tổ", "trạm khuyến nông", "", "2031-03-01", BASIS),
    ("Tổ Vườn ươm", "tổ", "Xã Suối Trúc", "", "05/04/2031", BASIS),
)


def check(tab, *rows):
    return tab.post("/units/sheet/", {"file": units_sheet(*rows)})


def confirm(tab, answer):
    return tab.post("/units/sheet/confirm/", {"sealed": sealed(answer)})


def test_units_are_shown_then_founded_below_one_another(tab, country):
    before = Unit.objects.count()
    would = check(tab, *ROWS)
    assert faults(would) == [] and "lập 3 đơn vị" in shown(would)
    assert (Unit.objects.count(), UnitEvent.objects.filter(kind="founding").count()) == (before, 0)
    assert path_of(confirm(tab, would)) == "/units/"
    station, plot, later = (
        UnitState.objects.get(name=name, valid_from=day).unit
        for name, day in (("Trạm Khuyến nông", TODAY), ("Tổ Vườn ươm", TODAY), ("Tổ Vườn ươm", "2031-04-05"))
    )
    now = tree("state", on=TODAY)
    assert now.parent(plot.pk) == station.pk and now.parent(station.pk) == country.economy.pk
    assert station.seat == country.suoi_truc and station.level == "commune"
    assert tree("state", on=TODAY.replace(month=5)).parent(later.pk) == country.suoi_truc.pk
    assert {
        (event.kind, event.legal_basis, event.by.username)
        for event in UnitEvent.objects.filter(kind="founding")
    } == {("founding", BASIS, "quantri.st")}


def test_the_same_file_again_and_the_same_form_twice_found_nothing_new(tab, country):
    would = check(tab, *ROWS)
    confirm(tab, would)
    count = Unit.objects.count()
    assert path_of(confirm(tab, would)) == "/units/"
    again = check(tab, *ROWS)
    assert "giữ nguyên 3 dòng đã có" in shown(again) and sealed(again) == ""
    assert Unit.objects.count() == count


def test_each_wrong_cell_is_named(tab, country):
    answer = check(
        tab,
        ("", "tổ", "Xã Suối Trúc"),
        ("Tổ A", "tổ", "Phường Ghềnh Sỏi"),
        ("Tổ B", "tổ", "Xã Lạ"),
        ("Tổ C", "tổ", "Xã Suối Trúc", "", "mai"),
    )
    assert [cell for cell, _ in faults(answer)] == ["A2", "C3", "C4", "E5"]
    assert sealed(answer) == ""


def test_what_the_planning_refuses_is_named_by_cell(country):
    head = opened(holder("quantri.bm", at=country.ben_may, role="administrator"))
    answer = check(
        head,
        ("Xã Mới", "xã", "Tỉnh Bến Mây", "91110", "01/03/2031"),
        ("Thôn Một", "thôn", "Xã Mới", "", "01/03/2031"),
        ("Tổ A", "t" * 41, "Xã Suối Trúc", "", "01/03/2031"),
    )
    assert [cell for cell, _ in faults(answer)] == ["D2", "A4"]
    assert "đã có với mã này" in faults(answer)[0][1]


def test_a_commune_is_founded_below_a_province(country):
    head = opened(holder("quantri.bm", at=country.ben_may, role="administrator"))
    assert (
        path_of(confirm(head, check(head, ("Xã Mới", "xã", "Tỉnh Bến Mây", "91119", "01/03/2031", BASIS))))
        == "/units/"
    )
    made = Unit.objects.get(code="91119")
    assert made.level == "commune" and made.seat is None and made.states.get().short == "Mới"


def test_forged_rows_lost_rights_and_changes_in_between_found_nothing(tab, chief, country):
    would = check(tab, *ROWS)
    before = Unit.objects.count()
    assert tab.post("/units/sheet/confirm/", {"sealed": sealed(would)[:-2] + "xx"}).status_code == 409
    confirm(tab, check(tab, ROWS[0]))
    assert Unit.objects.count() == before + 1
    answer = confirm(tab, would)
    assert answer.status_code == 409 and "Từ khi kiểm tra" in shown(answer)
    would = check(tab, *ROWS)
    Post.objects.filter(user=chief).update(unit=country.ghenh_soi)
    assert confirm(tab, would).status_code == 409
    Post.objects.filter(user=chief).update(role="clerk")
    assert confirm(tab, would).status_code == 403
    assert Unit.objects.count() == before + 1


def test_the_template_names_the_columns(tab, country):
    assert rows_in(tab.get("/units/template.xlsx").content)[0] == [
        "Tên đơn vị", "Loại", "Cấp trên", "Mã", "Từ ngày", "Căn cứ",
    ]  # fmt: skip
