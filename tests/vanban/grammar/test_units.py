"""Names of agencies in a list: what parts them, what belongs to them, where they end."""

# ruff: noqa: E501 -- a row of a table stays on its line

from __future__ import annotations

import pytest

from papers import names
from vanban.grammar.units import names_at, only_units, opens_name, split_units

# text | names, parted by " / "
LISTS = """
Sở Y tế | Sở Y tế
Sở Nội vụ, Sở Tài chính | Sở Nội vụ / Sở Tài chính
Sở Nội vụ; Sở Tài chính; Công an tỉnh | Sở Nội vụ / Sở Tài chính / Công an tỉnh
Sở Nội vụ và Sở Tài chính | Sở Nội vụ / Sở Tài chính
Sở Nội vụ, Sở Tài chính và các đơn vị liên quan | Sở Nội vụ / Sở Tài chính / các đơn vị liên quan
Sở Văn hóa, Thể thao và Du lịch | Sở Văn hóa, Thể thao và Du lịch
Sở Văn hóa, Thể thao và Du lịch, Sở Y tế | Sở Văn hóa, Thể thao và Du lịch / Sở Y tế
Sở Giáo dục và Đào tạo; Sở Khoa học và Công nghệ | Sở Giáo dục và Đào tạo / Sở Khoa học và Công nghệ
Phòng Kinh tế, Hạ tầng và Đô thị | Phòng Kinh tế, Hạ tầng và Đô thị
Phòng Văn hóa - Xã hội | Phòng Văn hóa - Xã hội
các sở, ban, ngành | các sở, ban, ngành
Các sở, ban, ngành tỉnh | Các sở, ban, ngành tỉnh
các sở, ban, ngành, đoàn thể | các sở, ban, ngành, đoàn thể
các cơ quan, đơn vị | các cơ quan, đơn vị
các cơ quan, đơn vị, địa phương liên quan | các cơ quan, đơn vị, địa phương liên quan
UBND các xã, phường | UBND các xã, phường
Ủy ban nhân dân các xã, phường, thị trấn | Ủy ban nhân dân các xã, phường, thị trấn
các sở, ban, ngành, UBND các xã, phường | các sở, ban, ngành / UBND các xã, phường
các sở, ban, ngành và Ủy ban nhân dân các xã, phường | các sở, ban, ngành / Ủy ban nhân dân các xã, phường
Thủ trưởng các cơ quan, đơn vị | Thủ trưởng các cơ quan, đơn vị
Chủ tịch Ủy ban nhân dân các xã, phường | Chủ tịch Ủy ban nhân dân các xã, phường
Sở Y tế (cơ quan thường trực) | Sở Y tế
Sở Y tế (đầu mối), Công an tỉnh | Sở Y tế / Công an tỉnh
Sở Nội vụ (qua Chi cục Văn thư, Lưu trữ), Sở Y tế | Sở Nội vụ / Sở Y tế
Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh và các tổ chức chính trị - xã hội | Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh / các tổ chức chính trị - xã hội
Đài Phát thanh và Truyền hình tỉnh, Báo Bến Mây | Đài Phát thanh và Truyền hình tỉnh / Báo Bến Mây
Ban Tuyên giáo và Dân vận Tỉnh ủy; Văn phòng Tỉnh ủy | Ban Tuyên giáo và Dân vận Tỉnh ủy / Văn phòng Tỉnh ủy
Tập đoàn Công nghiệp - Viễn thông Quân đội, Sở Y tế | Tập đoàn Công nghiệp - Viễn thông Quân đội / Sở Y tế
các cơ quan báo chí Trung ương, địa phương; Sở Y tế | các cơ quan báo chí Trung ương, địa phương / Sở Y tế
Thủ trưởng sở, ban, ngành và Chủ tịch UBND các xã | Thủ trưởng sở, ban, ngành / Chủ tịch UBND các xã
các bộ, ngành, địa phương và đơn vị | các bộ, ngành, địa phương và đơn vị
Bộ trưởng, Thủ trưởng các cơ quan, đơn vị | Bộ trưởng / Thủ trưởng các cơ quan, đơn vị
UBND các xã: Suối Trúc, Mây Hạ và Mây Thượng; Sở Y tế | UBND các xã: Suối Trúc, Mây Hạ và Mây Thượng / Sở Y tế
Trung ương Hội Cựu chiến binh Việt Nam, Sở Y tế | Trung ương Hội Cựu chiến binh Việt Nam / Sở Y tế
Mỗi sở, ban, ngành; từng xã, phường | Mỗi sở, ban, ngành / từng xã, phường
các sở, ban, ngành ở tỉnh, Ủy ban nhân dân các xã | các sở, ban, ngành ở tỉnh / Ủy ban nhân dân các xã
Sở Công Thương - 01 nghị quyết, Sở Y tế | Sở Công Thương / Sở Y tế
Sở Y tế; 03 ngày làm việc; 1,5 giờ | Sở Y tế
Công an xã Suối Trúc; Trường Tiểu học Suối Trúc | Công an xã Suối Trúc / Trường Tiểu học Suối Trúc
"""


def rows(text):
    """(text, names) of a table whose cells stand between bars."""
    for line in text.strip().splitlines():
        words, wanted = line.split(" | ")
        yield words, wanted.split(" / ")


@pytest.mark.parametrize(("text", "wanted"), list(rows(LISTS)))
def test_a_list_is_parted_into_names(text, wanted):
    units = split_units(text)
    assert names(units) == wanted
    assert [text[slice(*unit.span)] for unit in units] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Sở Y tế chủ trì, phối hợp với Sở Tài chính", ["Sở Y tế"]),
        ("Sở Y tế, Công an tỉnh xây dựng phương án", ["Sở Y tế", "Công an tỉnh"]),
        ("Các sở, ban, ngành căn cứ chức năng", ["Các sở, ban, ngành"]),
        ("UBND các xã, phường: Rà soát danh sách", ["UBND các xã, phường"]),
        ("Sở Nội vụ tham mưu Ủy ban nhân dân tỉnh", ["Sở Nội vụ"]),
        ("Thủ trưởng các cơ quan, đơn vị chịu trách nhiệm", ["Thủ trưởng các cơ quan, đơn vị"]),
        ("Công an tỉnh (Phòng Cảnh sát giao thông) kiểm tra", ["Công an tỉnh"]),
        (
            "Các cơ quan, đơn vị được giao chủ trì có trách nhiệm lập kế hoạch",
            ["Các cơ quan, đơn vị được giao chủ trì"],
        ),
        ("Sở Xây dựng đẩy nhanh tiến độ thi công", ["Sở Xây dựng"]),
        ("Sở Y tế trong tháng 10/2030 hoàn thành", ["Sở Y tế"]),
        ("Các cơ quan, đơn vị phản ánh về Sở Nội vụ", ["Các cơ quan, đơn vị"]),
        ("Hội đồng quản lý Quỹ có các nhiệm vụ sau", ["Hội đồng quản lý Quỹ"]),
        ("Hội đồng quản lý Quỹ về kết quả kiểm tra", ["Hội đồng quản lý Quỹ"]),
        (
            "Các sở, ban, ngành có liên quan tới việc thực hiện Kế hoạch này",
            ["Các sở, ban, ngành có liên quan"],
        ),
        ("Bộ phận tiếp nhận và trả kết quả xem xét hồ sơ", ["Bộ phận tiếp nhận và trả kết quả"]),
        ("Công chức thuế, ngoài việc thực hiện nội quy", ["Công chức thuế"]),
        ("Sở Y tế được biểu dương vì làm tốt", ["Sở Y tế"]),
        (
            "Chủ tịch UBND các tỉnh: Bến Mây, Suối Trúc và Mây Hồng tập trung chỉ đạo",
            ["Chủ tịch UBND các tỉnh: Bến Mây, Suối Trúc và Mây Hồng"],
        ),
        ("Quỹ phải công khai các khoản chi", ["Quỹ"]),
        ("Hội đồng quản lý Quỹ quyết định mức chi", ["Hội đồng quản lý Quỹ"]),
        ("Các cơ sở nuôi trồng thủy sản ghi chép đầy đủ", ["Các cơ sở nuôi trồng thủy sản"]),
        ("Sở Y tế chậm nhất ngày 10 tháng 12 năm 2030", ["Sở Y tế"]),
        (
            "Đồng chí Trưởng ban xây dựng Đảng - Trưởng Tiểu ban: Tham mưu",
            ["Đồng chí Trưởng ban xây dựng Đảng"],
        ),
    ],
)
def test_names_end_where_the_doing_begins(text, wanted):
    found, stop = names_at(text, start=0, end=len(text))
    assert names(found) == wanted
    assert text[stop:].strip(" ,:")[:1].islower() or text[stop] == ":"


@pytest.mark.parametrize(
    "text",
    [
        "Ban hành quy chế", "Báo cáo kết quả", "Hội nghị tổng kết", "Phòng, chống dịch", "Phòng ngừa rủi ro",
        "Trang bị máy tính", "Nhóm các nền tảng số", "Cổng dịch vụ công", "Chính phủ số phục vụ người dân", "Tổ chức hội nghị", "Đoàn kết các dân tộc", "Bộ máy tinh gọn", "Khu vực biên giới",
        "nâng cao chất lượng",
    ],
)  # fmt: skip
def test_words_that_look_like_a_name_are_none(text):
    assert not opens_name(text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Sở Y tế", ["Sở Y tế"]),
        ("Sở Y tế:", ["Sở Y tế"]),
        ("Các sở, ban, ngành; UBND các xã, phường:", ["Các sở, ban, ngành", "UBND các xã, phường"]),
        ("Sở Y tế xây dựng kế hoạch", []),
        ("Nhiệm vụ chung", []),
        ("", []),
    ],
)
def test_a_line_holds_only_names_or_it_does_not(text, wanted):
    assert names(only_units(text)) == wanted


# Real names of agencies: facts of how they are called, with words for doing inside.
NAMES = """Bộ Ngoại giao; Bộ Quốc phòng; Bộ Công an; Bộ Tư pháp; Bộ Tài chính; Bộ Công Thương; Bộ Xây dựng; Bộ Nội vụ; Bộ Y tế;
Bộ Khoa học và Công nghệ; Bộ Giáo dục và Đào tạo; Bộ Nông nghiệp và Môi trường; Bộ Nông nghiệp và Phát triển nông
thôn; Bộ Văn hóa, Thể thao và Du lịch; Bộ Thông tin và Truyền thông; Bộ Kế hoạch và Đầu tư; Bộ Lao động - Thương binh
và Xã hội; Bộ Tài nguyên và Môi trường; Bộ Giao thông vận tải; Bộ Dân tộc và Tôn giáo; Ủy ban Dân tộc; Thanh tra Chính
phủ; Văn phòng Chính phủ; Ngân hàng Nhà nước Việt Nam; Ngân hàng Chính sách xã hội; Thông tấn xã Việt Nam; Đài Truyền
hình Việt Nam; Đài Tiếng nói Việt Nam; Bảo hiểm xã hội Việt Nam; Kiểm toán nhà nước; Tòa án nhân dân tối cao; Viện
Kiểm sát nhân dân tối cao; Liên minh Hợp tác xã tỉnh; Hội Nông dân tỉnh; Hội Cựu chiến binh tỉnh; Hội Liên hiệp Phụ nữ
tỉnh; Hội Chữ thập đỏ tỉnh; Liên đoàn Lao động tỉnh; Tỉnh đoàn; Ban Tuyên giáo Tỉnh ủy; Ban Tổ chức Tỉnh ủy; Ban Nội
chính Tỉnh ủy; Ủy ban Kiểm tra Tỉnh ủy; Ban An toàn giao thông tỉnh; Ban Quản lý các khu công nghiệp; Ban Quản lý dự
án đầu tư xây dựng; Ban Quản lý Khu kinh tế; Ban Chỉ huy Phòng thủ dân sự; Bộ Chỉ huy Quân sự tỉnh; Bộ Chỉ huy Bộ đội
Biên phòng tỉnh; Cục Thống kê tỉnh; Cục Thuế tỉnh; Cục Quản lý thị trường; Cục Thi hành án dân sự tỉnh; Chi cục Kiểm
lâm; Chi cục Bảo vệ môi trường; Chi cục Chăn nuôi và Thú y; Kho bạc Nhà nước tỉnh; Trung tâm Kiểm soát bệnh tật tỉnh;
Trung tâm Phát triển quỹ đất; Trung tâm Phục vụ hành chính công; Trung tâm Giáo dục nghề nghiệp - Giáo dục thường
xuyên; Trung tâm Dịch vụ việc làm; Trung tâm Khuyến nông; Trung tâm Xúc tiến đầu tư; Trung tâm Xúc tiến đầu tư, thương
mại và du lịch; Quỹ Đầu tư phát triển; Quỹ Bảo vệ và Phát triển rừng; Phòng Cảnh sát giao thông; Phòng Cảnh sát quản
lý hành chính; Phòng Cảnh sát phòng cháy, chữa cháy và cứu nạn, cứu hộ; Phòng An ninh đối ngoại; Phòng Quản lý xuất
nhập cảnh; Phòng Tài chính - Kế hoạch; Phòng Lao động - Thương binh và Xã hội; Đội Quản lý trật tự đô thị; Cơ quan
Thường trực Ban Chỉ đạo; Cơ quan Tổ chức - Nội vụ; Cơ quan Cảnh sát điều tra; Trường Chính trị tỉnh; Trường Cao đẳng
Bến Mây; Báo và Đài Phát thanh, Truyền hình tỉnh; Cổng Thông tin điện tử tỉnh; Liên hiệp các tổ chức hữu nghị tỉnh;
Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh; Hội Khuyến học; Hội Bảo trợ người khuyết tật và trẻ mồ côi; Hiệp hội
Doanh nghiệp tỉnh; Hiệp hội Du lịch; Công ty Điện lực Bến Mây; Công ty Cổ phần Cấp nước; Công ty TNHH một thành viên
khai thác công trình thủy lợi; Bưu điện tỉnh; Viễn thông Bến Mây; Thuế tỉnh; Hải quan khu vực; Sở Dân tộc và Tôn giáo;
Sở Ngoại vụ; Ủy ban bầu cử xã; Ban bầu cử; Thư viện tỉnh; Bảo tàng tỉnh; Nhà Văn hóa thiếu nhi; Ban Dân vận Huyện ủy; Ban Thường vụ Đảng ủy; Ban
Chấp hành Đảng bộ xã; Văn phòng HĐND và UBND xã; Văn phòng Đoàn đại biểu Quốc hội và HĐND tỉnh; Thường trực HĐND tỉnh;
Chủ tịch UBND tỉnh; Giám đốc Công an tỉnh; Chánh Văn phòng UBND tỉnh; Người đứng đầu các cơ quan, đơn vị; Các cơ quan
thông tấn, báo chí; Các cơ quan báo chí; Các doanh nghiệp viễn thông; Các tổ chức chính trị - xã hội; Các đơn vị sự
nghiệp công lập; Các cơ sở giáo dục; Các cơ sở y tế; Các lực lượng chức năng; Các đồn biên phòng; Các cơ quan trung
ương đóng trên địa bàn; Các phòng, ban, đơn vị; Các trường học; Các nhà mạng; Các hợp tác xã"""


@pytest.mark.parametrize("name", " ".join(NAMES.split()).split("; "))
def test_a_real_name_is_whole(name):
    text = f"{name} báo cáo kết quả hằng năm."
    assert names(names_at(text, start=0, end=len(text))[0]) == [name]
    assert names(split_units(f"Sở Y tế, {name}, Công an xã")) == ["Sở Y tế", name, "Công an xã"]


def test_bodies_behind_one_word_have_their_whole_names():
    text = "các Sở: Văn hóa, Thể thao và Du lịch, Y tế, Nội vụ; các bộ: Quốc phòng"
    units = split_units(text)[:3]
    assert names(units) == ["Sở Văn hóa, Thể thao và Du lịch", "Sở Y tế", "Sở Nội vụ"]
    assert [text[slice(*unit.span)] for unit in units] == ["Văn hóa, Thể thao và Du lịch", "Y tế", "Nội vụ"]
