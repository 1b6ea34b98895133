"""Who does what a provision says, and with whom."""

# ruff: noqa: E501 -- a row of a table stays on its line

from __future__ import annotations

import pytest

from papers import names
from vanban.grammar.doers import only_names, parties, partners, shift, subject
from vanban.model import Unit

# provision | doers, parted by " / "
SUBJECTS = """
Sở Y tế xây dựng phương án trực cấp cứu. | Sở Y tế
Sở Y tế chủ trì, phối hợp với Sở Tài chính lập dự toán. | Sở Y tế
Giao Sở Nội vụ theo dõi, đôn đốc việc thực hiện. | Sở Nội vụ
Giao Sở Nội vụ, Sở Tài chính thẩm định dự toán. | Sở Nội vụ / Sở Tài chính
Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh vận động nhân dân. | Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh
Yêu cầu Chủ tịch Ủy ban nhân dân các xã, phường kiểm tra hồ chứa. | Chủ tịch Ủy ban nhân dân các xã, phường
Các sở, ban, ngành căn cứ chức năng, nhiệm vụ xây dựng kế hoạch riêng. | Các sở, ban, ngành
Căn cứ Kế hoạch này, các sở, ban, ngành xây dựng kế hoạch riêng. | các sở, ban, ngành
Trên cơ sở hướng dẫn của tỉnh, Ủy ban nhân dân các xã, phường lập danh sách. | Ủy ban nhân dân các xã, phường
Trong quá trình thực hiện, Sở Y tế theo dõi, tổng hợp. | Sở Y tế
Trước ngày 15/12/2030, Sở Nội vụ báo cáo kết quả. | Sở Nội vụ
Lực lượng bảo vệ rừng tuần tra hằng tuần. | Lực lượng bảo vệ rừng
Các cơ quan bảo vệ pháp luật xử lý vi phạm. | Các cơ quan bảo vệ pháp luật
Các đơn vị thi công bảo đảm an toàn lao động. | Các đơn vị thi công
Chủ đầu tư lập hồ sơ thanh toán. | Chủ đầu tư
Các trường học, cơ sở giáo dục tổ chức ngày hội đọc sách. | Các trường học / cơ sở giáo dục
Hiệu trưởng các trường học tổ chức ngoại khóa. | Hiệu trưởng các trường học
Trưởng thôn, bí thư chi bộ vận động nhân dân. | Trưởng thôn / bí thư chi bộ
Bí thư cấp ủy các cấp trực tiếp chỉ đạo. | Bí thư cấp ủy các cấp
Cán bộ, công chức, viên chức gương mẫu chấp hành. | Cán bộ, công chức, viên chức
Thành viên Ban Chỉ đạo theo dõi địa bàn được phân công. | Thành viên Ban Chỉ đạo
UBND xã Suối Trúc: Rà soát danh sách hộ nghèo. | UBND xã Suối Trúc
Trên cơ sở đề xuất của thôn, phối hợp với các sở, ban, ngành, Ủy ban nhân dân các xã bố trí kinh phí. |
Bám sát nhiệm vụ, hoàn thành việc được trung ương, UBND tỉnh giao. |
Trong quá trình thực hiện nếu có khó khăn, vướng mắc đề nghị các cơ quan, đơn vị phản ánh về Sở Nội vụ; Sở Nội vụ tổng hợp. | các cơ quan, đơn vị
Trường hợp cơ quan phối hợp có ý kiến khác, cơ quan chủ trì tổ chức họp. | cơ quan chủ trì
Xây dựng phương án trực cấp cứu tại bệnh viện. |
Phối hợp với Sở Y tế tổ chức khám bệnh. |
Ban hành quy chế làm việc của Sở Y tế. |
Tổ chức hội nghị tại Sở Y tế. |
Tổ chức hội nghị tập huấn cho cán bộ. |
Tổ chức hội chợ quảng bá sản phẩm. |
Tổ chức cơ sở dữ liệu, xây dựng phần mềm. |
Tổ chức khoa học việc lưu trữ, xây dựng kho. |
Tăng cường kiểm tra, Sở Y tế được biểu dương. |
"""
# provision | partners
PARTNERS = """
Các đơn vị liên quan có trách nhiệm phối hợp với cơ quan chủ trì thực hiện nhiệm vụ. |
Sở Y tế chủ trì, phối hợp với Sở Tài chính lập dự toán. | Sở Tài chính
phối hợp chặt chẽ với Công an tỉnh, Sở Xây dựng kiểm tra bến bãi | Công an tỉnh / Sở Xây dựng
phối hợp cùng Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh vận động nhân dân | Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh
phối hợp với các sở, ban, ngành và UBND các xã, phường triển khai | các sở, ban, ngành / UBND các xã, phường
phối hợp với Sở Y tế lập danh sách; phối hợp với Sở Y tế tổ chức khám | Sở Y tế
tăng cường phối hợp trong công tác tuyên truyền |
sự phối hợp của các cơ quan |
Sở Y tế chủ trì cùng Sở Tài chính rà soát | Sở Tài chính
"""
# value of a line of parties | leads | coordinators
LINES = """
Sở Y tế | Sở Y tế |
Sở Y tế; Công an tỉnh | Sở Y tế / Công an tỉnh |
Sở Y tế chủ trì, phối hợp với Sở Tài chính | Sở Y tế | Sở Tài chính
Sở Y tế chủ trì; phối hợp: Sở Tài chính, Công an tỉnh | Sở Y tế | Sở Tài chính / Công an tỉnh
Sở Y tế phối hợp với Sở Tài chính và các đơn vị liên quan | Sở Y tế | Sở Tài chính / các đơn vị liên quan
Sở Văn hóa, Thể thao và Du lịch chủ trì | Sở Văn hóa, Thể thao và Du lịch |
Chủ trì: Sở Y tế; phối hợp: Sở Tài chính | Sở Y tế | Sở Tài chính
Cơ quan chủ trì: Sở Y tế. Cơ quan phối hợp: Sở Tài chính | Sở Y tế | Sở Tài chính
Các sở, ban, ngành; Ủy ban nhân dân các xã, phường. | Các sở, ban, ngành / Ủy ban nhân dân các xã, phường |
Phối hợp với Sở Tài chính | | Sở Tài chính
Sở Y tế chủ trì, Sở Tài chính, Công an tỉnh phối hợp | Sở Y tế | Sở Tài chính / Công an tỉnh
Sở Y tế chủ trì; Sở Tài chính, Công an tỉnh phối hợp thực hiện. | Sở Y tế | Sở Tài chính / Công an tỉnh
Sở Y tế chủ trì tham mưu ban hành Kế hoạch; các sở, ban, ngành và UBND các xã tổ chức triển khai. | Sở Y tế / các sở, ban, ngành / UBND các xã |
Ban Công tác đặc biệt, Ban Chuyên trách các cấp | Ban Công tác đặc biệt / Ban Chuyên trách các cấp |
"""


def rows(text):
    """The rows of a table whose cells stand between bars; a cell is the first words or a list of names."""
    for line in text.strip().splitlines():
        words, *cells = (cell.strip() for cell in line.split("|"))
        yield (words, *([name for name in cell.split(" / ") if name] for cell in cells))


@pytest.mark.parametrize(("text", "wanted"), list(rows(SUBJECTS)))
def test_a_provision_names_its_doer(text, wanted):
    assert names(subject(text)) == wanted


@pytest.mark.parametrize(("text", "wanted"), list(rows(PARTNERS)))
def test_a_provision_names_its_partners(text, wanted):
    assert names(partners(text)) == wanted


@pytest.mark.parametrize(("text", "lead", "helping"), list(rows(LINES)))
def test_a_line_names_who_leads_and_who_helps(text, lead, helping):
    said = parties(text)
    assert (names(said.lead), names(said.coordinators)) == (lead, helping)
    assert all(text[slice(*unit.span)] == unit.name for unit in said.lead + said.coordinators)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Giao Sở Y tế:", ["Sở Y tế"]),
        ("Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", ["Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh"]),
        ("Giao Sở Y tế xây dựng phương án:", []),
    ],
)
def test_a_line_that_only_asks_names_whom_it_asks(text, wanted):
    assert names(only_names(text)) == wanted


def test_names_are_moved_to_their_place_in_the_document():
    assert shift((Unit("Sở Y tế", (0, 7)), Unit("không rõ")), offset=100) == (Unit("Sở Y tế", (100, 107)),)


# Ordinary verbs of plans, beside those of offices.
VERBS = """soạn thảo, đình chỉ, sửa chữa, lắp đặt, mua sắm, trồng, tuần tra, trực, khám, cấp, in, phát sóng, dọn, trao, tặng, thăm, thu,
bảo quản, vận hành, nâng cấp, thiết kế, đầu tư, cải tạo, số hóa, thu hồi, tuyển chọn, điều động, xử phạt, thanh tra, truy quét,
điều tiết, phân luồng, khoanh vùng, dự báo, cảnh báo, quan trắc, cứu trợ, sơ tán, di dời, bảo vệ, phục vụ, trưng bày, biểu diễn,
phát hành, viết, đăng, chia sẻ, phản hồi, trả lời, đối thoại, liên hệ, hòa giải, giáo dục, phát triển, củng cố, tăng, giảm,
đơn giản hóa, thí điểm, nhân rộng, tôn vinh, nghiệm thu, thanh toán, giải ngân, chi trả, tiết kiệm, giải thích, thảo luận,
gương mẫu, quy hoạch, xác minh, xác định, khởi công, tích hợp, bãi bỏ, động viên, gặp mặt, tạm dừng, thi hành"""


@pytest.mark.parametrize("doer", ["Công an tỉnh", "Sở Y tế", "Ủy ban nhân dân các xã, phường"])
def test_an_ordinary_verb_ends_a_name(doer):
    verbs = " ".join(VERBS.split()).split(", ")
    assert [verb for verb in verbs if names(subject(f"{doer} {verb} việc cần làm ở thôn.")) != [doer]] == []
