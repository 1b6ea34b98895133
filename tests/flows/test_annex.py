"""The annex of a plan goes out, is edited in a spreadsheet, comes back, is compared and then written."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from docx import Document as Docx

from caytre.core.models import Event
from caytre.units.models import Role
from caytre.units.queries.standing import acting
from caytre.work.actions import confirming, planning
from caytre.work.models import Part, Plan, Standing, Task
from countries import AT, post, small_country
from factories import person, read
from flows.annexes import (
    COORDINATORS,
    KEY,
    LEAD,
    MARK,
    PRODUCT,
    TEXT,
    TIME,
    confirm,
    faults,
    file_of,
    row_of,
    sealed,
    send_back,
    taken,
    would,
)
from flows.pages import form, path_of, shown
from vanban.writing import check, style_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def country(db):
    return small_country()


@pytest.fixture
def leader(country):
    user = person("lanhdao")
    post(user, at=country.suoi_truc, role=Role.LEADER)
    return user


@pytest.fixture
def client(client, leader):
    client.force_login(leader)
    return client


@pytest.fixture
def plan(client, leader, country, tmp_path):
    """A plan with all its proposals accepted."""
    clerk = person("vanthu")
    post(clerk, at=country.suoi_truc, role=Role.CLERK)
    by, now = acting(leader, on=AT.date()), timezone.now()
    made = planning.make_plan(read(tmp_path, by=clerk), by=by, at=now)
    for one in made.proposals.all():
        confirming.accept(one, by=by, at=now)
    return made


def issue(client, plan):
    filled = dict.fromkeys(("answerable", "authority", "product", "unclear"), "Chủ tịch UBND xã")
    client.post(f"/plans/{plan.pk}/fill/", filled)
    client.post(f"/plans/{plan.pk}/issue/")


def choose(plan) -> Task:
    return plan.tasks.filter(standing="draft").get(text__startswith="Chọn giống")


@pytest.mark.parametrize("style", ["", "nd30", "hd36"])
def test_the_document_is_in_the_national_form(client, plan, style):
    answer = client.get(f"/plans/{plan.pk}/annex.docx", {"style": style})
    assert answer["Content-Disposition"].endswith('.docx"')
    assert check(answer.content, style=style_of(style or "nd30")) == ()
    table = Docx(BytesIO(answer.content)).tables[0]
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert rows[0][1:3] == ["Nội dung nhiệm vụ", "Cơ quan chủ trì"]
    assert ["II", "NHIỆM VỤ"] in [row[:2] for row in rows]
    chosen = next(row for row in rows if row[1].startswith("Chọn giống"))
    assert chosen[2:5] == ["Phòng Kinh tế", "", "Chậm nhất ngày 29/4/2031"]
    words = "\n".join(one.text for one in Docx(BytesIO(answer.content)).paragraphs)
    assert "Kèm theo Kế hoạch số 41" in words and "ngày 05 tháng 3 năm 2031" in words


def test_a_plan_of_the_party_has_the_form_of_the_party(client, plan, country, leader):
    Plan.objects.update(unit=country.party_ben_may)
    post(leader, at=country.party_ben_may, role=Role.LEADER)
    own, state, party = (
        client.get(f"/plans/{plan.pk}/annex.docx", {"style": style}).content for style in ("", "nd30", "hd36")
    )
    assert own == party != state


def test_an_edited_workbook_comes_back(client, plan, country):
    book = taken(client, plan)
    sheet, row = book["Phụ lục"], row_of(book, "Chọn giống")
    assert sheet.freeze_panes and sheet.print_title_rows == "$1:$1" and sheet.column_dimensions[KEY].hidden
    sheet[f"{TEXT}{row}"] = "Chọn giống tre bản địa, ít nhất 500 cây"
    sheet[f"{COORDINATORS}{row}"] = "Đảng ủy xã"
    sheet[f"{TIME}{row}"] = "Quý II/2031"
    sheet.append([None, "Dựng biển báo sạt lở", "Phòng Kinh tế", None, "15/6/2031", "Biển báo"])
    compared = send_back(client, plan, book)
    total = plan.tasks.count()
    assert would(compared) == ["sửa 1 nhiệm vụ", "thêm 1 nhiệm vụ", f"giữ nguyên {total - 1} dòng"]
    words = shown(compared)
    assert "hiểu là: Trong quý II/2031" in words and "Đảng ủy xã Suối Trúc" in words
    assert choose(plan).text == "Chọn giống tre bản địa ở vườn ươm của xã.", "nothing changes by looking"
    assert plan.tasks.count() == total
    assert path_of(confirm(client, plan, compared)) == f"/plans/{plan.pk}/"
    task = choose(plan)
    assert task.text.endswith("500 cây") and (task.kind, str(task.due_on)) == ("within", "2031-06-30")
    assert (
        task.raw == "Quý II/2031" and task.parties.get(part=Part.COORDINATE).uid == country.party_suoi_truc.pk
    )
    assert task.parties.get(part=Part.LEAD).uid == country.economy.pk
    new = plan.tasks.get(text="Dựng biển báo sạt lở")
    assert (new.kind, str(new.due_on), new.product) == ("deadline", "2031-06-15", "Biển báo")
    assert new.heading == plan.tasks.exclude(pk=new.pk).order_by("place").last().heading
    event = Event.objects.get(name="work.plan.annexed")
    assert event.details == {"changed": 1, "added": 1}


def test_sent_twice_is_once(client, plan):
    book = taken(client, plan)
    book["Phụ lục"].append([None, "Dựng biển báo sạt lở", "Phòng Kinh tế"])
    compared = send_back(client, plan, book)
    confirm(client, plan, compared)
    assert "Không có gì thay đổi" in shown(client.get(confirm(client, plan, compared)["Location"]))
    again = send_back(client, plan, book)
    assert would(again)[:2] == ["sửa 0 nhiệm vụ", "thêm 0 nhiệm vụ"] and not sealed(again)
    assert plan.tasks.filter(text="Dựng biển báo sạt lở").count() == 1


def test_what_went_out_and_comes_back_unchanged_changes_nothing(client, plan):
    before = list(plan.tasks.values_list("pk", "version"))
    compared = send_back(client, plan, taken(client, plan))
    assert would(compared)[:2] == ["sửa 0 nhiệm vụ", "thêm 0 nhiệm vụ"] and not sealed(compared)
    assert "Không còn gì để ghi" in shown(compared)
    assert list(plan.tasks.values_list("pk", "version")) == before


def test_rows_that_are_missing_are_only_said(client, plan):
    book = taken(client, plan)
    book["Phụ lục"].delete_rows(row_of(book, "Chọn giống"))
    compared = send_back(client, plan, book)
    assert "1 nhiệm vụ không còn dòng trong tệp: vẫn giữ trong kế hoạch" in shown(compared)
    assert not sealed(compared) and choose(plan)


def test_rows_may_be_sorted_and_a_copied_row_is_a_new_task(client, plan):
    book = taken(client, plan)
    sheet, row = book["Phụ lục"], row_of(book, "Chọn giống")
    copied = [cell.value for cell in sheet[row]]
    sheet.append([None, "Chọn giống tre ngà", *copied[2:]])
    sheet.move_range(f"A{row}:H{row}", rows=40)
    compared = send_back(client, plan, book)
    assert (
        would(compared)[:2] == ["sửa 1 nhiệm vụ", "thêm 1 nhiệm vụ"]
        or would(compared)[1] == "thêm 1 nhiệm vụ"
    )


def test_an_issued_task_is_not_edited_but_another_wording_is_drafted(client, plan):
    issue(client, plan)
    book = taken(client, plan)
    row = row_of(book, "Chọn giống")
    book["Phụ lục"][f"{TIME}{row}"] = "Trước ngày 10/5/2031"
    compared = send_back(client, plan, book)
    assert "sẽ lập một dự thảo thay thế" in shown(compared)
    confirm(client, plan, compared)
    old = plan.tasks.get(text__startswith="Chọn giống", standing=Standing.ISSUED)
    assert str(old.due_on) == "2031-04-29" and str(old.instead.due_on) == "2031-05-09"
    assert old.instead.standing == Standing.DRAFT
    again = taken(client, plan)
    assert again["Phụ lục"][f"{TIME}{row_of(again, 'Chọn giống')}"].value == "Chậm nhất ngày 09/5/2031"


def edit(client, task, **values):
    """Somebody edits the draft on its page."""
    address = f"/plans/tasks/{task.pk}/edit/"
    assert client.post(address, form(client.get(address)) | {"step": "keep"} | values).status_code == 302


def test_what_others_changed_meanwhile_stays_and_is_said(client, plan, leader):
    book = taken(client, plan)
    edit(client, choose(plan), text="Chọn giống luồng", product="Cây giống")
    row = row_of(book, "Chọn giống")
    book["Phụ lục"][f"{TEXT}{row}"] = "Chọn giống tre ngà"
    compared = send_back(client, plan, book)
    words = shown(compared)
    assert (
        "lanhdao đã sửa nhiệm vụ này" in words
        and "Chọn giống luồng" in words
        and "Chọn giống tre ngà" in words
    )
    assert "1 nhiệm vụ đã có người sửa từ khi tải tệp" in words
    confirm(client, plan, compared)
    assert (choose(plan).text, choose(plan).product) == ("Chọn giống luồng", "Cây giống")
    confirm(client, plan, send_back(client, plan, book), take=f"{TEXT}{row}")
    assert (choose(plan).text, choose(plan).product) == ("Chọn giống tre ngà", "Cây giống")


def test_what_changed_after_it_was_seen_is_refused_and_seen_again(client, plan):
    book = taken(client, plan)
    row = row_of(book, "Chọn giống")
    book["Phụ lục"][f"{TEXT}{row}"] = "Chọn giống tre ngà"
    compared = send_back(client, plan, book)
    edit(client, choose(plan), text="Chọn giống luồng")
    refused = confirm(client, plan, compared)
    assert refused.status_code == 409 and "kế hoạch đã thay đổi" in shown(refused)
    assert choose(plan).text == "Chọn giống luồng"
    assert path_of(confirm(client, plan, refused, take=f"{TEXT}{row}")) == f"/plans/{plan.pk}/"
    assert choose(plan).text == "Chọn giống tre ngà"


def test_words_that_are_no_time_are_kept_and_said(client, plan):
    book = taken(client, plan)
    row = row_of(book, "Chọn giống")
    book["Phụ lục"][f"{TIME}{row}"] = "khi nước rút"
    compared = send_back(client, plan, book)
    assert "Chưa hiểu “khi nước rút” là thời gian nào" in shown(compared)
    confirm(client, plan, compared)
    assert (choose(plan).kind, choose(plan).raw) == ("unspecified", "khi nước rút")


@pytest.mark.parametrize(
    ("column", "words", "said"),
    [
        (TEXT, None, "Hãy ghi nội dung nhiệm vụ"),
        (LEAD, "Sở Thú Rừng", "Không có đơn vị nào tên “Sở Thú Rừng”"),
        (LEAD, "Phòng Kinh tế; Đảng ủy xã", "chỉ có một đơn vị chủ trì, ô này ghi 2 đơn vị"),
        (COORDINATORS, "Đảng ủy xã; Sở Thú Rừng", "Không có đơn vị nào tên “Sở Thú Rừng”"),
        (COORDINATORS, "xã Đồng Nứa", "Chưa rõ “xã Đồng Nứa” là đơn vị nào. Có thể là: "),
        (PRODUCT, "=1+1", "Ô này là công thức"),
        (TEXT, '=HYPERLINK("http://x.example";"a")', "Ô này là công thức"),
        (KEY, "không phải mã", "Dấu của dòng này không còn nguyên"),
        (MARK, "00000000.0", "Dấu của dòng này không còn nguyên"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_by_cell(client, plan, column, words, said):
    book = taken(client, plan)
    row = row_of(book, "Chọn giống")
    book["Phụ lục"][f"{column}{row}"] = words
    compared = send_back(client, plan, book)
    at = TEXT if column in (KEY, MARK) else column
    assert [cell for cell, _ in faults(compared)] == [f"{at}{row}"]
    assert said in faults(compared)[0][1] and not sealed(compared)


def test_joined_cells_are_said_but_a_heading_may_be_joined(client, plan):
    book = taken(client, plan)
    row, heading = row_of(book, "Chọn giống"), row_of(book, "NHIỆM VỤ")
    book["Phụ lục"].merge_cells(f"B{heading}:F{heading}")
    assert faults(send_back(client, plan, book)) == []
    book["Phụ lục"].merge_cells(f"C{row}:D{row}")
    assert [cell for cell, said in faults(send_back(client, plan, book)) if "đang gộp" in said] == [f"C{row}"]


def test_a_heading_is_not_edited_by_the_workbook(client, plan):
    book = taken(client, plan)
    row = row_of(book, "NHIỆM VỤ")
    book["Phụ lục"][f"B{row}"] = "VIỆC"
    assert "Đề mục “II. VIỆC” lấy theo văn bản" in shown(send_back(client, plan, book))


def many(book):
    for number in range(100_000):
        book["Phụ lục"].append([number, "x"])


def program(book):
    """The same bytes with a part that holds a program."""
    stream = BytesIO(file_of(book).read())
    with ZipFile(stream, "a") as package:
        package.writestr("xl/vbaProject.bin", b"x")
    return SimpleUploadedFile("phu-luc.xlsm", stream.getvalue())


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda book: book.remove(book["Dấu"]), "không phải phụ lục tải từ hệ thống"),
        (lambda book: book["Dấu"].__setitem__("A1", "WyJ4Il0:1:2"), "không phải phụ lục tải từ hệ thống"),
        (lambda book: book["Phụ lục"].delete_cols(8), "Không thấy dòng tiêu đề với các cột"),
        (many, "hơn 3000 dòng"),
    ],
)
def test_what_is_no_annex_of_this_plan_is_refused(client, plan, spoil, said):
    book = taken(client, plan)
    spoil(book)
    answer = send_back(client, plan, book)
    assert answer.status_code == 422 and said in shown(answer)


def test_a_program_and_a_foreign_file_are_refused(client, plan):
    for file, said in (
        (program(taken(client, plan)), "Tệp này có macro"),
        (SimpleUploadedFile("a.xlsx", b"PK no workbook"), "Không mở được tệp này như một bảng tính"),
    ):
        answer = send_back(client, plan, file)
        assert answer.status_code == 422 and said in shown(answer)


def test_the_annex_of_another_plan_is_refused(client, plan, leader):
    other = Plan.objects.create(
        unit=plan.unit, title="Kế hoạch khác", on=plan.on, made_at=plan.made_at, made_by=leader
    )
    answer = send_back(client, plan, taken(client, other))
    assert answer.status_code == 422 and "phụ lục của một kế hoạch khác" in shown(answer)


def test_no_cell_becomes_a_formula(client, plan):
    Task.objects.filter(pk=choose(plan).pk).update(product='=HYPERLINK("http://x.example")')
    book = taken(client, plan)
    cell = book["Phụ lục"][f"{PRODUCT}{row_of(book, 'Chọn giống')}"]
    assert cell.data_type == "s" and cell.quotePrefix
    assert would(send_back(client, plan, book))[0] == "sửa 0 nhiệm vụ"


def test_who_only_sees_the_plan_gets_files_but_may_not_send_back(client, plan, country):
    issue(client, plan)
    user = person("kinhte")
    post(user, at=country.economy, role=Role.LEADER)
    client.force_login(user)
    assert [client.get(f"/plans/{plan.pk}/annex.{kind}").status_code for kind in ("docx", "xlsx")] == [
        200,
        200,
    ]
    assert client.get(f"/plans/{plan.pk}/annex/").status_code == 403


def test_a_long_annex_takes_as_many_queries_as_a_short_one(
    client, plan, leader, django_assert_max_num_queries
):
    def counts():
        found = []
        for address in ("annex.docx", "annex.xlsx"):
            with CaptureQueriesContext(connection) as asked:
                client.get(f"/plans/{plan.pk}/{address}")
            found.append(len(asked))
        book = file_of(taken(client, plan))
        with CaptureQueriesContext(connection) as asked:
            assert send_back(client, plan, book).status_code == 200
        return [*found, len(asked)]

    taken(client, plan)  # the units are loaded by then
    few = counts()
    first = choose(plan)
    Task.objects.bulk_create(
        Task(plan=plan, unit=plan.unit, text=f"Việc {n}", place=n, made_at=plan.made_at, made_by=leader)
        for n in range(1_000)
    )
    assert first and counts() == few
