"""Pages about what cites what: sound for a screen reader, fit for a telephone, in both languages."""

from datetime import date

import pytest

from browser.test_every_page import seen
from caytre.documents.models import Citation
from citing import act, paper
from factories import office

REVIEW = "Rà soát, sửa chữa các cầu treo dân sinh trên địa bàn trước mùa mưa lũ"


@pytest.fixture
def addresses(officer, transactional_db):
    """The address of every page, each with something to show."""
    here = office()
    ended = act(
        "30/2030/NĐ-CP", issued=date(2030, 3, 5), issuer="Chính phủ", type="Nghị định", title="Công tác văn thư",
        status="ended", ended=date(2026, 1, 1), replaced_by=["9/2031/NĐ-CP"],
    )  # fmt: skip
    for issuer in ("UBND xã Suối Trúc", "UBND tỉnh Bến Mây"):
        paper(
            "5/KH-UBND",
            of=here,
            by=officer,
            on="2031-02-01",
            issuer=issuer,
            tasks=[REVIEW],
            lead="Phòng Kinh tế",
        )
    upper = paper(
        "118/KH-UBND", of=here, by=officer, on="2031-01-14", issuer="UBND tỉnh Bến Mây", tasks=[REVIEW],
        cites=[("30/2030/NĐ-CP", "2030-03-05"), "27-NQ/TU"], title="Phát triển tủ sách cộng đồng trên địa bàn tỉnh",
    )  # fmt: skip
    for number in range(14):
        paper(
            f"{number + 41}/KH-UBND", of=here, by=officer, cites=[("118/KH-UBND", "2031-01-14"), "5/KH-UBND"],
            title=f"Trồng tre ven suối thôn {number}", issuer=f"UBND xã Suối {number}",
        )  # fmt: skip
    lower = paper(
        "7/KH-BQL", of=here, by=officer, on="2031-03-09", cites=["41/KH-UBND"], issuer="BQL thôn Bãi Lau"
    )
    unclear = Citation.objects.filter(is_open=True).first()
    return {
        "overview": "/graph/", "chain": f"/documents/{upper.pk}/chain/",
        "chain of a number": "/graph/chain/?number=27-NQ/TU",
        "end of a chain": f"/documents/{lower.pk}/chain/", "nothing": "/graph/nothing/",
        "baseless": "/graph/nothing/?kind=baseless", "ended": "/graph/ended/", "twice": "/graph/twice/",
        "open": "/graph/open/", "unknown": "/graph/open/?kind=unknown", "acts": "/acts/",
        "act": f"/acts/{ended.entry}/",
        "new act": "/acts/new/", "decide": f"/documents/{unclear.document_id}/citations/{unclear.place}/",
        "document": f"/documents/{upper.pk}/",
    }  # fmt: skip


@pytest.mark.parametrize("language", ["Tiếng Việt", "English"])
def test_pages_about_what_cites_what_are_sound_and_fit(tab, addresses, language):
    assert seen(tab, addresses, language=language) == []


def test_the_picture_leads_to_each_document(tab, addresses):
    page = tab().page
    page.goto(addresses["chain"])
    assert page.locator("svg rect").count() == page.locator("table tbody tr").count() == 18
    page.locator("svg a", has_text="7/KH-BQL").click()
    page.get_by_role("heading", name="7/KH-BQL").wait_for()
    assert page.locator("svg rect").count() == 7
