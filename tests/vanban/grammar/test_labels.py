"""The words that offices put above columns, before attributes and in headings, beyond the samples of the data files."""

# ruff: noqa: E501 -- the words of one field stay on one line

from __future__ import annotations

import pytest

from vanban.grammar.headings import role_of
from vanban.grammar.lexicon import attribute_line, column_patterns

ATTRIBUTES = """lead:Cơ quan chủ trì|Đơn vị chủ trì thực hiện|Cơ quan, đơn vị chủ trì|Cơ quan thực hiện|Đơn vị thực hiện|Đơn vị chủ trì|Cơ quan chủ trì thực hiện|Chủ trì|Chủ trì thực hiện|Phân công thực hiện|Trách nhiệm thực hiện|Đơn vị đầu mối|Cơ quan tham mưu|Đơn vị chịu trách nhiệm|Cơ quan được giao chủ trì|Người thực hiện|Bộ phận chủ trì|Bộ phận thực hiện|Phòng chủ trì|Ngành chủ trì|Lực lượng thực hiện|Đơn vị triển khai|Cơ quan đầu mối|Cá nhân phụ trách|Đơn vị tổ chức thực hiện|Đơn vị tham mưu|Tổ chức, cá nhân thực hiện
coordinators:Cơ quan phối hợp|Đơn vị phối hợp|Phối hợp|Phối hợp thực hiện|Các đơn vị phối hợp|Cơ quan, đơn vị phối hợp|Đơn vị phối hợp thực hiện|Các cơ quan, đơn vị phối hợp|Bộ phận phối hợp|Thành phần phối hợp|Lực lượng phối hợp
time:Thời gian|Thời gian thực hiện|Thời hạn|Thời hạn hoàn thành|Tiến độ|Tiến độ thực hiện|Thời gian hoàn thành|Thời điểm hoàn thành|Thời gian triển khai|Lộ trình thực hiện|Hoàn thành|Thời gian tổ chức|Thời gian dự kiến|Thời hạn thực hiện|Thời gian bắt đầu|Thời gian, tiến độ
product:Sản phẩm|Kết quả|Sản phẩm đầu ra|Kết quả đầu ra|Sản phẩm, kết quả|Kết quả thực hiện|Kết quả, sản phẩm|Kết quả dự kiến|Sản phẩm hoàn thành|Yêu cầu sản phẩm|Kết quả/sản phẩm|Sản phẩm/kết quả"""
COLUMNS = """number:TT|STT|Stt|Số TT|S TT
text:Nội dung|Nội dung công việc|Nhiệm vụ|Nhiệm vụ, giải pháp|Tên nhiệm vụ|Nội dung nhiệm vụ|Công việc|Hoạt động|Nội dung hoạt động|Nội dung thực hiện|Nội dung triển khai|Nhiệm vụ cụ thể|Đầu việc|Nhiệm vụ trọng tâm
lead:Cơ quan chủ trì|Đơn vị chủ trì|Đơn vị thực hiện|Cơ quan, đơn vị thực hiện|Chủ trì|Phân công thực hiện|Đơn vị, cá nhân thực hiện|Trách nhiệm thực hiện|Cơ quan thực hiện|Cơ quan chủ trì thực hiện|Người thực hiện|Bộ phận chủ trì|Người phụ trách|Đơn vị chịu trách nhiệm chính
coordinators:Cơ quan phối hợp|Đơn vị phối hợp|Phối hợp|Cơ quan, đơn vị phối hợp|Bộ phận phối hợp
time:Thời gian|Thời gian thực hiện|Thời gian hoàn thành|Thời hạn|Tiến độ|Tiến độ thực hiện|Thời hạn hoàn thành|Hoàn thành|Thời gian trình|Lộ trình
product:Sản phẩm|Kết quả|Sản phẩm đầu ra|Kết quả/Sản phẩm|Sản phẩm hoàn thành|Kết quả dự kiến|Kết quả thực hiện"""
ROLES = """purpose:MỤC ĐÍCH, YÊU CẦU|MỤC TIÊU|QUAN ĐIỂM|MỤC ĐÍCH - YÊU CẦU|MỤC ĐÍCH VÀ YÊU CẦU|MỤC TIÊU, YÊU CẦU|Mục tiêu chung|Mục tiêu cụ thể|Chỉ tiêu|QUAN ĐIỂM CHỈ ĐẠO|NGUYÊN TẮC|PHƯƠNG CHÂM|Ý NGHĨA, MỤC ĐÍCH|YÊU CẦU CHUNG|MỤC TIÊU TỔNG QUÁT|CÁC MỤC TIÊU
tasks:NHIỆM VỤ|NHIỆM VỤ, GIẢI PHÁP|NỘI DUNG|NỘI DUNG THỰC HIỆN|GIẢI PHÁP|NHIỆM VỤ TRỌNG TÂM|NỘI DUNG, NHIỆM VỤ|CÁC NHIỆM VỤ CHỦ YẾU|NỘI DUNG TRIỂN KHAI|CÁC HOẠT ĐỘNG|NỘI DUNG, HÌNH THỨC TUYÊN TRUYỀN|BIỆN PHÁP|NỘI DUNG VÀ PHÂN CÔNG THỰC HIỆN|PHƯƠNG HƯỚNG, NHIỆM VỤ|CÔNG TÁC TUYÊN TRUYỀN|NỘI DUNG, GIẢI PHÁP THỰC HIỆN|NỘI DUNG KẾ HOẠCH|CÁC GIẢI PHÁP
organisation:TỔ CHỨC THỰC HIỆN|PHÂN CÔNG TRÁCH NHIỆM|PHÂN CÔNG NHIỆM VỤ|TRÁCH NHIỆM THỰC HIỆN|TỔ CHỨC TRIỂN KHAI|TRIỂN KHAI THỰC HIỆN|PHÂN CÔNG TỔ CHỨC THỰC HIỆN|TRÁCH NHIỆM CỦA CÁC CƠ QUAN, ĐƠN VỊ|CÔNG TÁC TỔ CHỨC THỰC HIỆN|PHÂN CÔNG THỰC HIỆN|TỔ CHỨC THI HÀNH|CHẾ ĐỘ BÁO CÁO
other:KINH PHÍ|KINH PHÍ THỰC HIỆN|NGUỒN KINH PHÍ|ĐỐI TƯỢNG|PHẠM VI|PHẠM VI, ĐỐI TƯỢNG|ĐỐI TƯỢNG, PHẠM VI|THỜI GIAN, ĐỊA ĐIỂM|THỜI GIAN THỰC HIỆN|DỰ TOÁN KINH PHÍ|NGÂN SÁCH|CĂN CỨ PHÁP LÝ|THỰC TRẠNG|ĐÁNH GIÁ TÌNH HÌNH|SỰ CẦN THIẾT|KHÁI QUÁT CHUNG|TÌNH HÌNH CHUNG|ĐẶC ĐIỂM TÌNH HÌNH|KẾT QUẢ ĐẠT ĐƯỢC|CƠ SỞ XÂY DỰNG KẾ HOẠCH|BỐI CẢNH|NGUỒN LỰC THỰC HIỆN|THÀNH PHẦN, ĐỐI TƯỢNG|KINH PHÍ VÀ CƠ SỞ VẬT CHẤT|QUY MÔ"""


def pairs(text):
    """(field, words) of a table with a line for each field."""
    for line in text.splitlines():
        field, words = line.split(":")
        yield from ((field, one) for one in words.split("|"))


@pytest.mark.parametrize(("field", "words"), list(pairs(ATTRIBUTES)))
def test_a_line_of_attributes(field, words):
    found = attribute_line().match(f"{words.lower()}: một điều gì đó")
    assert found and [k for k, v in found.groupdict().items() if v is not None and k != "colon"] == [field]


@pytest.mark.parametrize(
    "words",
    [
        "Sở Y tế",
        "Xây dựng cơ quan chủ trì",
        "Thời gian tới cần làm",
        "Kết quả cho thấy",
        "Phối hợp với Sở Y tế",
        "Tổ chức thực hiện",
    ],
)
def test_words_that_are_no_attribute(words):
    assert attribute_line().match(f"{words.lower()}: một điều gì đó") is None


@pytest.mark.parametrize(("field", "words"), list(pairs(COLUMNS)))
def test_a_column(field, words):
    assert next((name for name, pattern in column_patterns() if pattern.search(words.lower())), None) == field


@pytest.mark.parametrize(("role", "title"), list(pairs(ROLES)))
def test_a_heading(role, title):
    assert role_of(title) == role
