"""What cites what, on the pages: chains, open citations, bases that have ended, duties asked twice, known acts."""

from datetime import date
from io import BytesIO
from uuid import uuid4

import pytest
from django.test import Client
from openpyxl import load_workbook

from caytre.documents.models import Act, Choice, Citation, Link, Twin
from citing import act, paper
from factories import colleague, office, officer, own_folders
from flows.pages import shown

__all__ = ["officer", "own_folders"]
REVIEW = "Rà soát, sửa chữa các cầu treo dân sinh trên địa bàn trước mùa mưa lũ"
DANGER = '=HYPERLINK("http://x","bấm")'


@pytest.fixture
def tab(officer) -> Client:
    client = Client()
    client.force_login(officer)
    return client


@pytest.fixture
def upper(officer):
    return paper(
        "118/KH-UBND", of=office(), by=officer, on="2031-01-14", issuer="UBND tỉnh Bến Mây", title="Tủ sách cộng đồng",
        tasks=[REVIEW], lead="Phòng Kinh tế",
    )  # fmt: skip


@pytest.fixture
def lower(officer, upper):
    return paper("41/KH-UBND", of=office(), by=officer, cites=[("118/KH-UBND", "2031-01-14")], title=DANGER)


def sent(tab, address, **fields):
    return tab.post(address, {"once": str(uuid4()), **fields})


def rows(answer):
    sheet = load_workbook(BytesIO(answer.content)).worksheets[0]
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def test_the_page_of_a_document_says_what_its_citations_mean(tab, upper, lower):
    body = tab.get(f"/documents/{lower.pk}/").content.decode()
    assert f'href="/documents/{upper.pk}/"' in body
    assert f'href="/documents/{lower.pk}/chain/"' in body


def test_the_chain_is_a_picture_and_a_table_that_says_the_same(tab, upper, lower):
    body = tab.get(f"/documents/{upper.pk}/chain/").content.decode()
    assert body.count("<rect ") == body.count('<th scope="row"') == 2
    assert f'href="/documents/{lower.pk}/chain/"' in body
    assert "style=" not in body
    heads, first, second = rows(tab.get(f"/documents/{upper.pk}/chain.xlsx"))
    assert heads[1] == "Số, ký hiệu"
    assert (first[0], first[1]) == ("văn bản này", "118/KH-UBND")
    assert second[:2] + second[4:5] + second[6:7] == [
        "dưới 1 bậc",
        "41/KH-UBND",
        DANGER,
        "118/KH-UBND, 14/01/2031",
    ]


def test_a_number_has_its_chain_too(tab, lower):
    assert "41/KH-UBND" in shown(tab.get("/graph/chain/", {"number": "118/KH-UBND"}))
    assert "chưa có trong hệ thống" in shown(tab.get("/graph/chain/", {"number": "9999/NQ-CP"}))
    assert tab.get("/graph/chain/").status_code == 404


def test_what_is_carried_out_is_not_told_as_carried_out_by_nothing(tab, upper):
    assert "Tủ sách cộng đồng" in shown(tab.get("/graph/nothing/"))
    assert "Tủ sách cộng đồng" in shown(tab.get("/graph/nothing/?kind=baseless"))
    paper("41/KH-UBND", of=office(), by=upper.received_by, cites=["118/KH-UBND"])
    assert "Tủ sách cộng đồng" not in shown(tab.get("/graph/nothing/"))


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        ({"status": "ended", "ended": date(2026, 1, 1), "replaced_by": ["9/2026/NĐ-CP"]}, "9/2026/NĐ-CP"),
        ({"status": "ended"}, "không rõ ngày"),
        ({"status": "in_force"}, None),
        # The day on which it ends is still to come.
        ({"status": "in_force", "ended": date(2099, 1, 1)}, None),
    ],
)
def test_what_rests_on_an_act_that_has_ended_is_told(tab, officer, facts, told):
    act("30/2020/NĐ-CP", issued=date(2020, 3, 5), **facts)
    paper("41/KH-UBND", of=office(), by=officer, cites=[("30/2020/NĐ-CP", "2020-03-05")], title="Giữ suối")
    words = shown(tab.get("/graph/ended/"))
    assert ("Giữ suối" in words) is (told is not None)
    assert told is None or told in words
    assert len(rows(tab.get("/graph/ended.xlsx"))) == (1 if told is None else 2)


def test_what_the_office_knows_better_counts_before_what_holds_for_all(tab, officer):
    act("30/2020/NĐ-CP", status="ended", ended=date(2026, 1, 1))
    act("30/2020/NĐ-CP", unit=office(), status="in_force")
    paper("41/KH-UBND", of=office(), by=officer, cites=["30/2020/NĐ-CP"], title="Giữ suối")
    assert "Giữ suối" not in shown(tab.get("/graph/ended/"))


def test_a_person_says_which_of_two_acts_is_meant(tab, officer, django_capture_on_commit_callbacks):
    for issuer in ("UBND xã Suối Trúc", "UBND tỉnh Bến Mây"):
        paper("5/KH-UBND", of=office(), by=officer, on="2031-02-01", issuer=issuer)
    lower = paper("9/KH-UBND", of=office(), by=officer, cites=["5/KH-UBND"], title="Giữ suối")
    assert "Giữ suối" in shown(tab.get("/graph/open/"))
    address = f"/documents/{lower.pk}/citations/0/"
    options = tab.get(address).context["question"].options
    assert sent(tab, address).status_code == 422
    (wanted,) = [sense for sense, one in options.items() if one.issuer == "UBND tỉnh Bến Mây"]
    with django_capture_on_commit_callbacks(execute=True):
        assert sent(tab, address, means=str(wanted)).status_code == 302
    (link,) = Link.objects.filter(citation__document=lower)
    assert link.document.issuer == "UBND tỉnh Bến Mây"
    assert "Giữ suối" not in shown(tab.get("/graph/open/"))
    with django_capture_on_commit_callbacks(execute=True):
        sent(tab, address, means="none")
    assert not Link.objects.filter(citation__document=lower).exists()
    assert Choice.objects.count() == 2
    assert "5/KH-UBND" in shown(tab.get("/graph/open/?kind=unknown"))


def test_an_act_is_written_down_and_changed_with_its_history(
    tab, officer, django_capture_on_commit_callbacks
):
    lower = paper("41/KH-UBND", of=office(), by=officer, cites=["30/2020/NĐ-CP"])
    assert "30/2020/NĐ-CP" in shown(tab.get("/graph/open/?kind=unknown"))
    facts = {
        "number": "30/2020/NĐ-CP",
        "issued": "2020-03-05",
        "status": "in_force",
        "source": "Công báo số 1",
    }
    with django_capture_on_commit_callbacks(execute=True):
        assert sent(tab, "/acts/new/", **facts).status_code == 302
    first = Act.objects.get()
    assert (first.unit, first.by, first.verified) == (office(), officer, False)
    assert Link.objects.get(citation=Citation.objects.get(document=lower)).entry == first.entry
    assert "đã có" in shown(sent(tab, "/acts/new/", **facts))
    address = f"/acts/{first.entry}/"
    ended = facts | {
        "status": "ended",
        "ended": "2025-12-31",
        "source": "Trang Chính phủ",
        "replaced_by": "9/2026/NĐ-CP",
    }
    assert sent(tab, address, seen=first.pk, **ended).status_code == 302
    assert sent(tab, address, seen=first.pk, **facts).status_code == 422
    words = shown(tab.get(address))
    assert "Lịch sử (2)" in words
    assert "Trang Chính phủ" in words
    assert "Công báo số 1" in words
    assert rows(tab.get("/acts/acts.xlsx"))[1][5:8] == ["Hết hiệu lực", "31/12/2025", "9/2026/NĐ-CP"]


def test_who_only_looks_writes_down_nothing(upper):
    tab = Client()
    tab.force_login(colleague("chu-tich", role="leader"))
    known = act("30/2020/NĐ-CP", unit=office())
    assert "Ghi văn bản vào danh mục" not in shown(tab.get("/acts/"))
    assert sent(tab, f"/acts/{known.entry}/", number="31/2020/NĐ-CP", seen=known.pk).status_code == 403
    assert tab.get("/acts/new/").status_code == 403
    assert Act.objects.get().valid_to is None


def test_two_duties_are_told_apart_once(tab, officer, upper):
    paper("7/CT-UBND", of=office(), by=officer, on="2031-02-02", tasks=[REVIEW], lead="Phòng Kinh tế")
    assert "1 cặp" in shown(tab.get("/graph/twice/"))
    assert rows(tab.get("/graph/twice.xlsx"))[1][8] == "100"
    assert sent(tab, f"/graph/twice/{Twin.objects.get().pk}/").status_code == 302
    assert "Không thấy nhiệm vụ nào" in shown(tab.get("/graph/twice/"))


def test_the_acts_that_documents_rest_on_are_counted(tab, lower):
    words = shown(tab.get("/graph/", {"q": "118"}))
    assert "118/KH-UBND" in words
    assert "Không có số, ký hiệu nào khớp" in shown(tab.get("/graph/", {"q": "999"}))
    assert rows(tab.get("/graph/graph.xlsx"))[1][0] == "118/KH-UBND"
