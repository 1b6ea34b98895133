"""The annex of a plan in a real browser: taken, edited in a spreadsheet, sent back, compared, written."""

from dataclasses import replace

import pytest
from openpyxl import load_workbook

from browser.test_confirming import sound
from caytre.units.models import Role
from caytre.work.actions import confirming, drafting, planning
from caytre.work.models import Plan
from caytre.work.queries.tasks import wanted_of
from countries import AT, post, small_country
from factories import read


@pytest.fixture
def plan(officer, tmp_path) -> Plan:
    """A plan whose proposals were accepted."""
    country = small_country()
    post(officer, at=country.suoi_truc, role=Role.FOCAL)
    document = read(tmp_path, by=officer)
    document.unit = country.suoi_truc
    document.save()
    made = planning.make_plan(document, by=officer, at=AT)
    for one in made.proposals.all():
        confirming.accept(one, by=officer, at=AT)
    return made


@pytest.mark.parametrize("width", [1280, 360])
def test_out_and_back(tab, plan, officer, tmp_path, width):
    page = tab(width=width).page
    page.goto(f"/plans/{plan.pk}/annex/")
    assert sound(page, f"annex-{width}") == []
    with page.expect_download() as taken:
        page.get_by_role("link", name="Bảng tính để sửa").click()
    file = tmp_path / "phu-luc.xlsx"
    taken.value.save_as(file)
    book = load_workbook(file)
    sheet = book["Phụ lục"]
    first = next(row for row in sheet.iter_rows(min_row=2) if str(row[1].value).startswith("Chọn giống"))
    first[1].value, first[3].value, first[4].value = (
        "Chọn giống tre ngà, tre gai",
        "Đảng ủy xã",
        "khi nước rút",
    )
    sheet.append([None, "Dựng biển báo sạt lở", "Phòng Kinh tế", None, "15/6/2031", "Biển báo"])
    book.save(file)
    task = plan.tasks.get(text__startswith="Chọn giống")
    wanted = replace(wanted_of(task), text="Chọn giống luồng")
    drafting.edit(task, wanted=wanted, version=task.version, by=officer, at=AT)
    page.set_input_files("#file", file)
    page.get_by_role("button", name="So sánh").click()
    assert sound(page, f"annex-compared-{width}") == []
    page.get_by_label("Lấy theo tệp").check()
    page.get_by_role("button", name="Xác nhận và ghi").click()
    page.wait_for_url(f"**/plans/{plan.pk}/")
    assert sound(page, f"annex-plan-{width}") == []
    task.refresh_from_db()
    assert (
        task.text == "Chọn giống tre ngà, tre gai" and plan.tasks.filter(text="Dựng biển báo sạt lở").exists()
    )
    sheet[f"C{first[0].row}"] = "Sở Thú Rừng"
    book.save(file)
    page.goto(f"/plans/{plan.pk}/annex/")
    page.set_input_files("#file", file)
    page.get_by_role("button", name="So sánh").click()
    assert (
        sound(page, f"annex-faults-{width}") == []
        and page.get_by_text("Không có đơn vị nào tên").is_visible()
    )
