"""Acts that a text cites: numbers, dates, issuers, types, and one entry for each."""

# ruff: noqa: E501 -- a row of a table stays on its line

from __future__ import annotations

import pytest

from papers import paper
from vanban import find_citations, read_text

# text | type | number | date | issuer
CITED = """
Nghị quyết số 07/NQ-HĐND ngày 09/12/2029 của Hội đồng nhân dân tỉnh Bến Mây | Nghị quyết | 07/NQ-HĐND | 2029-12-09 | Hội đồng nhân dân tỉnh Bến Mây
Quyết định số 402/QĐ-TTg ngày 19 tháng 12 năm 2029 của Thủ tướng Chính phủ | Quyết định | 402/QĐ-TTg | 2029-12-19 | Thủ tướng Chính phủ
Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị | Nghị quyết | 57-NQ/TW | 2024-12-22 | Bộ Chính trị
Kết luận số 57-KL/TW, ngày 15-6-2023 của Bộ Chính trị | Kết luận | 57-KL/TW | 2023-06-15 | Bộ Chính trị
Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ | Nghị định | 30/2020/NĐ-CP | 2020-03-05 | Chính phủ
Thông tư số 12/2029/TT-BNV của Bộ Nội vụ hướng dẫn lập hồ sơ | Thông tư | 12/2029/TT-BNV | | Bộ Nội vụ
Kế hoạch 98/KH-UBND ngày 18/11/2029 của UBND tỉnh Bến Mây về công tác lưu trữ | Kế hoạch | 98/KH-UBND | 2029-11-18 | UBND tỉnh Bến Mây
Kế hoạch số 26-KH/ĐU ngày 17/6/2029 của Đảng ủy xã Suối Trúc | Kế hoạch | 26-KH/ĐU | 2029-06-17 | Đảng ủy xã Suối Trúc
Công văn số 1234/SNV-CCHC ngày 01/02/2029 của Sở Nội vụ | Công văn | 1234/SNV-CCHC | 2029-02-01 | Sở Nội vụ
Nghị quyết số 46/NQ-CP của Chính phủ ngày 08 tháng 3 năm 2029 | Nghị quyết | 46/NQ-CP | 2029-03-08 | Chính phủ
Công văn số 1654 /BTTTT-ƯDCNTT ngày 27/5/2029 của Bộ Thông tin và Truyền thông | Công văn | 1654/BTTTT-ƯDCNTT | 2029-05-27 | Bộ Thông tin và Truyền thông
Nghị định số 61/2029/NĐ-CP ngày 29/05/2029 của Chính Phủ thi hành một số điều của Luật Việc làm | Nghị định | 61/2029/NĐ-CP | 2029-05-29 | Chính Phủ
Công văn số 12/CTHADS-VP ngày 01/3/2029 của Cục thi hành án dân sự tỉnh | Công văn | 12/CTHADS-VP | 2029-03-01 | Cục thi hành án dân sự tỉnh
Chỉ thị số 09/CT-UBND | Chỉ thị | 09/CT-UBND | |
Thông báo kết luận số 15/TB-VPCP ngày 07/01/2029 của Văn phòng Chính phủ | Thông báo kết luận | 15/TB-VPCP | 2029-01-07 | Văn phòng Chính phủ
Quyết định số 512 /QĐ-UBND ngày 04/ 3/ 2029 của Chủ tịch Ủy ban nhân dân tỉnh | Quyết định | 512/QĐ-UBND | 2029-03-04 | Chủ tịch Ủy ban nhân dân tỉnh
Quyết định số 512/QĐ/UBND ngày 04/3/2029 | Quyết định | 512/QĐ-UBND | 2029-03-04 |
Thông tư số 07/2029/TT-BVHTTDL ngày 05/6/2029 của Bộ Văn hóa, Thể thao và Du lịch về thư viện | Thông tư | 07/2029/TT-BVHTTDL | 2029-06-05 | Bộ Văn hóa, Thể thao và Du lịch
Luật số 46/2019/QH14 | Luật | 46/2019/QH14 | |
Nghị quyết số 66.2/2029/NQ-CP ngày 28 tháng 8 năm 2029 của Chính phủ | Nghị quyết | 66.2/2029/NQ-CP | 2029-08-28 | Chính phủ
Thông tri số 04/TT-MTTW-BTT Ngày 04/11/2029 của Ủy ban MTTQ Việt Nam về giám sát | Thông tri | 04/TT-MTTW-BTT | 2029-11-04 | Ủy ban MTTQ Việt Nam
văn bản số 201/QLĐĐ-TK ngày 28/8/2029 | Văn bản | 201/QLĐĐ-TK | 2029-08-28 |
Giấy phép số 17/GP-BTNMT ngày 21/9/2029 | Giấy phép | 17/GP-BTNMT | 2029-09-21 |
Quy định số 29\u2011QĐ/TW ngày 02/5/2029 của Ban Chấp hành Trung ương | Quy định | 29-QĐ/TW | 2029-05-02 | Ban Chấp hành Trung ương
Thông báo Kết luận số 99-TB/TW ngày 21/11/2029 của Bộ Chính trị | Thông báo kết luận | 99-TB/TW | 2029-11-21 | Bộ Chính trị
Kế hoạch số 01-KH/BCĐ của Ban Chỉ đạo phát triển khoa học, công nghệ, đổi mới sáng tạo, chuyển đổi số và đề án 06 | Kế hoạch | 01-KH/BCĐ | | Ban Chỉ đạo phát triển khoa học, công nghệ, đổi mới sáng tạo, chuyển đổi số và đề án 06
Quyết định số 16/QĐ-BCĐ của Trưởng Ban Chỉ đạo Nhà nước về Du lịch | Quyết định | 16/QĐ-BCĐ | | Trưởng Ban Chỉ đạo Nhà nước về Du lịch
Thông tư số 02/2029/TT-VPCP của Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ | Thông tư | 02/2029/TT-VPCP | | Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ
"""


def rows(text):
    """The rows of a table whose cells stand between bars."""
    return [tuple(cell.strip() or None for cell in line.split("|")) for line in text.strip().splitlines()]


@pytest.mark.parametrize(("text", "kind", "number", "date", "issuer"), rows(CITED))
def test_an_act_is_read(text, kind, number, date, issuer):
    (found,) = find_citations(f"Thực hiện {text};")
    assert (found.type, found.number, found.date, found.issuer) == (kind, number, date, issuer)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "các Quyết định số 11/QĐ-UBND, số 12/QĐ-UBND và số 13/QĐ-UBND ngày 02/3/2029 của UBND tỉnh Bến Mây",
            [("Quyết định", "11/QĐ-UBND"), ("Quyết định", "12/QĐ-UBND"), ("Quyết định", "13/QĐ-UBND")],
        ),
        (
            "Công điện số 21/CĐ-TTg ngày 01/3/2029 và số 22/CĐ-TTg ngày 05/3/2029 của Thủ tướng Chính phủ",
            [("Công điện", "21/CĐ-TTg"), ("Công điện", "22/CĐ-TTg")],
        ),
        (
            "Nghị quyết số 57-NQ/TW của Bộ Chính trị và Kế hoạch số 02-KH/TU của Tỉnh ủy Bến Mây",
            [("Nghị quyết", "57-NQ/TW"), ("Kế hoạch", "02-KH/TU")],
        ),
    ],
)  # fmt: skip
def test_several_numbers_are_several_acts(text, wanted):
    assert [(one.type, one.number) for one in find_citations(text)] == wanted


def test_one_issuer_behind_several_numbers_belongs_to_all():
    found = find_citations(
        "Quyết định số 11/QĐ-UBND ngày 02/3/2029, số 12/QĐ-UBND ngày 05/3/2029 của UBND tỉnh Bến Mây"
    )
    assert [one.issuer for one in found] == ["UBND tỉnh Bến Mây"] * 2
    assert [one.date for one in found] == ["2029-03-02", "2029-03-05"]


@pytest.mark.parametrize(
    ("text", "issuers"),
    [
        ("Ngày 04/9/2029, Thủ tướng Chính phủ đã ban hành Công điện số 158/CĐ-TTg.", ["Thủ tướng Chính phủ"]),
        ("theo hướng dẫn của Bộ Nội vụ tại Công văn số 89/BNV-CT ngày 03/10/2029", ["Bộ Nội vụ"]),
        (
            "Theo đề nghị của Hội Khuyến học tỉnh tại Công văn số 06/KH-BT và Giám đốc Sở Nội vụ tại Công văn số 43/SNV-TC.",
            ["Hội Khuyến học tỉnh", "Giám đốc Sở Nội vụ"],
        ),
        (
            "Xét đề nghị của Bộ trưởng Bộ Tài chính tại Tờ trình số 84/TTr-BTC ngày 17/11/2029 và Tờ trình số 81/TTr-BTC ngày 24/11/2029;",
            ["Bộ trưởng Bộ Tài chính"] * 2,
        ),
        (
            "Căn cứ các Quyết định của Thủ tướng Chính phủ về quy hoạch: Quyết định số 16/QĐ-TTg phê duyệt quy hoạch vùng; Quyết định số 79/QĐ-TTg phê duyệt quy hoạch tỉnh;",
            ["Thủ tướng Chính phủ"] * 2,
        ),
        (
            "Quyết định số 1/QĐ-TTg của Thủ tướng Chính phủ và Quyết định số 2/QĐ-UBND",
            ["Thủ tướng Chính phủ", None],
        ),
        ("| Bộ Y tế | 31/10/2029 | Sở Y tế đã ban hành Công văn số 60/BYT-KH |", ["Sở Y tế"]),
    ],
)
def test_an_issuer_may_stand_before_the_number(text, issuers):
    assert [one.issuer for one in find_citations(text)] == issuers


def test_an_act_cited_twice_is_one_entry():
    text = (
        "Thực hiện Kế hoạch số 98/KH-UBND ngày 18/11/2029 của UBND tỉnh Bến Mây.\n"
        "Lồng ghép với Kế hoạch số 98/KH-UBND khi triển khai."
    )
    (found,) = find_citations(text)
    assert found.date == "2029-11-18" and found.issuer == "UBND tỉnh Bến Mây"
    assert [text[a:b] for a, b in found.mentions if "98/KH-UBND" in text[a:b]] and len(found.mentions) == 2


def test_a_date_that_stands_at_the_second_mention_is_taken():
    (found,) = find_citations(
        "Kế hoạch số 98/KH-UBND.\nKế hoạch số 98/KH-UBND ngày 18/11/2029 của UBND tỉnh Bến Mây."
    )
    assert (found.date, found.issuer) == ("2029-11-18", "UBND tỉnh Bến Mây")


def test_two_dates_of_one_act_are_two_entries_and_a_doubt():
    text = (
        "Thực hiện Kế hoạch số 98/KH-UBND ngày 18/11/2029 của UBND tỉnh Bến Mây.",
        "Theo Kế hoạch số 98/KH-UBND ngày 19/11/2029 của UBND tỉnh Bến Mây.",
    )
    assert [one.date for one in find_citations("\n".join(text))] == ["2029-11-18", "2029-11-19"]
    doubts = [one for one in read_text(paper("I. NHIỆM VỤ", *text)).warnings if one.code == "two-dates"]
    assert [doubt.text for doubt in doubts] == [
        "98/KH-UBND được ghi với hai ngày khác nhau: 18/11/2029 và 19/11/2029."
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Sửa Quốc lộ 6 đoạn Km 12/QL", "tỷ lệ 12/15 thôn", "ngày 12/3/2030", "giai đoạn 2026-2030", "số điện thoại 0204-3855-000",
        "mẫu số 12", "điểm 1/2", "tổ 12/A", "",
    ],
)  # fmt: skip
def test_other_numbers_are_no_acts(text):
    assert find_citations(text) == ()


def test_spans_and_raw_words_point_at_the_text():
    text = "Thực hiện Quyết định số 512/QĐ/UBND ngày 04/3/2029 của UBND tỉnh Bến Mây."
    (found,) = find_citations(text)
    assert found.raw == "512/QĐ/UBND" and found.number == "512/QĐ-UBND"
    assert text[slice(*found.span)] == "Quyết định số 512/QĐ/UBND ngày 04/3/2029 của UBND tỉnh Bến Mây"


def test_the_number_of_the_document_itself_is_left_out():
    text = paper("I. NHIỆM VỤ", "1. Sửa nhà văn hóa theo Kế hoạch số 118/KH-UBND và Kế hoạch số 98/KH-UBND.")
    assert [one.number for one in read_text(text).citations if one.number] == ["98/KH-UBND"]


def test_a_basis_is_told_from_a_mention():
    text = paper(
        "Thực hiện Nghị quyết số 27-NQ/TU ngày 05/01/2030 của Tỉnh ủy Bến Mây, Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:",
        "I. MỤC ĐÍCH, YÊU CẦU",
        "Cụ thể hóa Quyết định số 402/QĐ-TTg của Thủ tướng Chính phủ.",
        "II. NHIỆM VỤ",
        "1. Tiếp tục thực hiện Kế hoạch số 98/KH-UBND của UBND tỉnh Bến Mây.",
    )
    roles = {one.number: one.role for one in read_text(text).citations if one.number}
    assert roles == {"27-NQ/TU": "basis", "402/QĐ-TTg": "basis", "98/KH-UBND": "mention"}


# Real names of issuers: facts of how they are called, with words inside that end other names.
ISSUERS = """Chính phủ; Thủ tướng Chính phủ; Phó Thủ tướng Chính phủ; Bộ Chính trị; Ban Bí thư; Quốc hội; Ủy ban Thường vụ Quốc hội;
Ban Chấp hành Trung ương; Quân ủy Trung ương; Đảng ủy Công an Trung ương; Văn phòng Trung ương Đảng; Ban Tuyên giáo Trung ương;
Ban Chấp hành Đảng bộ tỉnh; Ban Thường vụ Tỉnh ủy; Tỉnh ủy Bến Mây; Thành ủy Mây Hồng; Hội đồng nhân dân tỉnh Bến Mây;
Chủ tịch Ủy ban nhân dân tỉnh Bến Mây; Bộ Ngoại giao; Bộ Giáo dục và Đào tạo; Bộ Kế hoạch và Đầu tư; Bộ trưởng Bộ Nội vụ;
Bộ Nông nghiệp và Phát triển nông thôn; Bộ Lao động - Thương binh và Xã hội; Bộ Giao thông vận tải; Thanh tra Chính phủ;
Ngân hàng Nhà nước Việt Nam; Bảo hiểm xã hội Việt Nam; Thông tấn xã Việt Nam; Đài Tiếng nói Việt Nam; Kiểm toán nhà nước;
Văn phòng Chính phủ; Tòa án nhân dân tối cao; Tổng Liên đoàn Lao động Việt Nam; Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam;
Ban An toàn giao thông tỉnh; Cục Cảnh sát giao thông; Tỉnh đoàn; Liên hiệp các tổ chức hữu nghị tỉnh; Trường Chính trị tỉnh;
Ban Chỉ đạo phòng, chống dịch tỉnh; Ban Quản lý dự án đầu tư xây dựng; Sở Văn hóa, Thể thao và Du lịch"""


@pytest.mark.parametrize("name", " ".join(ISSUERS.split()).split("; "))
@pytest.mark.parametrize(
    "behind",
    [
        " về công tác năm 2030.",
        ", các đơn vị lập kế hoạch.",
        " và Kế hoạch số 9/KH-UBND.",
        "; Luật Thư viện.",
        "",
    ],
)
def test_an_issuer_is_whole(name, behind):
    assert (
        find_citations(f"Thực hiện Kế hoạch số 5/KH-ABC ngày 01/02/2030 của {name}{behind}")[0].issuer == name
    )
