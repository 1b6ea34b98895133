"""Marks of words are put right by what stands beside them, and what is sound stays as it is."""

from __future__ import annotations

from itertools import product

import pytest

from vanban.files.scan.seen import Mend
from vanban.files.scan.words import mended_words, slips_of
from vanban.grammar.lexicon import table


def mended(line: str) -> str:
    return mended_words(line)[0]


@pytest.mark.parametrize(
    ("seen", "meant"),
    [
        ("CỌNG HÒA XÃ HỌI CHỦ NGHĨA VIẸT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("Đôc lâp - Tư do - Hanh phúc", "Độc lập - Tự do - Hạnh phúc"),
        ("Độc lập – Tụ do – Hạnh phúc", "Độc lập – Tự do – Hạnh phúc"),
        ("ĐĂNG CỌNG SẢN VIẸT NAM", "ĐẢNG CỘNG SẢN VIỆT NAM"),
        ("TĨNH NGHẸ AN", "TỈNH NGHỆ AN"),
        ("Nghẹ An, ngày 02 tháng 3 năm 2030", "Nghệ An, ngày 02 tháng 3 năm 2030"),
        ("thành phố Hải Phong", "thành phố Hải Phòng"),
        ("QUYÉT ĐỊNH", "QUYẾT ĐỊNH"),
        ("KÊ HOẠCH", "KẾ HOẠCH"),
        ("II.NỌI DUNG", "II.NỘI DUNG"),
        ("MỌT SỐ ĐIÊU CỦA LUẠT", "MỘT SỐ ĐIỀU CỦA LUẬT"),
        ("TRIỀN KHAI THỊ HÀNH", "TRIỂN KHAI THI HÀNH"),
        ("III. NHIEM VỤ, GIẢI PHÁP", "III. NHIỆM VỤ, GIẢI PHÁP"),
        ("PHÓ CHỦ TICH", "PHÓ CHỦ TỊCH"),
        ("TÔ CHỨC THỰC HIẸN", "TỔ CHỨC THỰC HIỆN"),
        ("trung học phô thông", "trung học phổ thông"),
        ("theo yêu câu của Sở Xây dựng", "theo yêu cầu của Sở Xây dựng"),
        ("để tông hợp, trình cấp có thâm quyền", "để tổng hợp, trình cấp có thẩm quyền"),
        ("vê việc ban hành Quy chê", "về việc ban hành Quy chế"),
        ("quy định chỉ tiết, hướng dân thị hành", "quy định chi tiết, hướng dẫn thi hành"),
        ("các tổ chức chính tri - xã hôi", "các tổ chức chính trị - xã hội"),
        ("sửa đối, bô sung", "sửa đổi, bổ sung"),
        ("xã hội hóa cơ sở đữ liệu", "xã hội hóa cơ sở dữ liệu"),
        ("dịch vụ chỉ trả trợ cấp", "dịch vụ chi trả trợ cấp"),
        ("Sở Kê hoạch và Đâu tư", "Sở Kế hoạch và Đầu tư"),
        ("UBND tinh, Thường trực HĐND tinh", "UBND tỉnh, Thường trực HĐND tỉnh"),
        ("báo cáo kêt quả, đột xuât", "báo cáo kết quả, đột xuất"),
    ],
)
def test_lost_marks_are_put_in(seen, meant):
    assert mended(seen) == meant


@pytest.mark.parametrize(
    ("seen", "meant"),
    [
        ("HIẸN", "HIỆN"),
        ("LUẠT", "LUẬT"),
        ("quôc", "quốc"),
        ("NGHẸ", "NGHẸ"),
        ("tât", "tât"),
        ("Plôc", "Plôc"),
    ],
)
def test_what_can_be_no_syllable_is_mended_alone_where_one_word_is_near(seen, meant):
    assert mended(seen) == meant


@pytest.mark.parametrize(
    "line",
    [
        "cộng tác với công tác viên, có thể, cơ thể, chủ quan, chủ quản",
        "trang đang tải, hồ sơ có đóng dấu, vượt quá thời hạn",
        "mở tại khoản 3 Điều 5, các khoản chi khác, người dân trong độ tuổi lao động",
        "bị mất giấy tờ; được giao đất; bồi thường về đất được quy định",
        "đầu tư do Nhà nước quản lý, chỉ tiết kiệm được một phần",
        "hoà giải, thuỷ lợi, Uỷ ban nhân dân, hoá đơn, quí I, tỉ lệ",
        "tác phòng, chống tội phạm",
        "Tổ chức sâu rộng các phong",
        "dụng công nghệ thông tin; hướng dẫn người dân sử",
        "theo đúng tổng công",
        "Make in Viet Nam; to chuc thuc hien; hanh chinh cong; www.thongke.example",
        "le café est tôt prêt, la forêt, über möchte, São Paulo, coração",
        "số 12-KH/TU ngày 02/3/2030",
        "",
        "  - 1.2. /./ …",
    ],
)
def test_what_is_sound_stays(line):
    assert mended_words(line) == (line, ())


def test_names_stay():
    surnames = ("Nguyễn", "Trần", "Lê", "Đỗ", "Vũ", "Lò", "Hà", "Lưu")
    middles = ("Văn", "Thị", "Đức", "Quang", "Thanh", "Công", "Chí", "Minh", "Quốc", "Hải", "Tiến")
    given = (
        "Hành",
        "Hiên",
        "Dung",
        "Trí",
        "Đạo",
        "Thao",
        "Hội",
        "Hòa",
        "Tư",
        "Sản",
        "Tinh",
        "Đinh",
        "Vu",
        "Giang",
        "Bình",
    )
    names = [" ".join(parts) for parts in product(surnames, middles, given)]
    for name in names:
        for line in (name, name.upper(), f"Đồng chí {name}, Phó Chủ tịch", f"ông {name} do Sở cử"):
            assert mended(line) == line


@pytest.mark.parametrize(
    "line",
    [
        "các xã Tân Tiên, Đồng Tâm, Thanh Hòa và Hội Hoan thành xã mới",
        "PHƯỜNG TÂN TIÊN",
        "xã Bình Dinh, thôn Quyêt Tiên",
        "đường Hoàng Văn Thụ, phường Trung Tâm",
    ],
)
def test_places_stay(line):
    assert mended(line) == line


def test_letters_keep_their_case_and_blanks_their_width():
    assert mended("Tô chức  thực HIẸN\tnội dụng") == "Tổ chức  thực HIỆN\tnội dung"


def test_it_is_said_what_was_mended():
    text, mends = mended_words("các NHIẸM vụ, yêu câu.")
    assert text == "các NHIỆM vụ, yêu cầu."
    assert [mend[:2] for mend in mends] == [("NHIẸM", "NHIỆM"), ("câu.", "cầu.")]
    assert all(mend.why == "word" and 0.9 < mend.sure < 1 for mend in mends)
    assert isinstance(mends[0], Mend)


def test_slips_have_their_line_and_place():
    lines = ["Sở Y tế", "  theo yêu câu"]
    assert [(slip.line, lines[1][slip.start : slip.end], slip.now) for slip in slips_of(lines)] == [
        (1, "câu", "cầu")
    ]


def test_every_known_phrase_stays_as_it_is():
    data = table("compounds")
    texts = [*data["phrases"].values(), *data["kept"].values()]
    phrases = [phrase.strip() for text in texts for phrase in text.replace("\n", " ").split(",")]
    assert len(phrases) > 9000
    assert [
        phrase for phrase in phrases if mended(phrase) != phrase or mended(phrase.upper()) != phrase.upper()
    ] == []
