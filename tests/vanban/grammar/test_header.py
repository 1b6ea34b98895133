"""What the head of a document says: issuer, number, place, date, type, title."""

# ruff: noqa: E501 -- a row of a table stays on its line

from __future__ import annotations

import pytest

from vanban import read_text

BODY = "I. NHIỆM VỤ\n\n1. Sở Y tế xây dựng phương án trực cấp cứu."
MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"


def head(*lines):
    """The header of a document with these head lines above a short body."""
    return read_text("\n\n".join([*lines, BODY])).header


def facts(header):
    return (header.issuer, header.code, header.place, header.date, header.type, header.title)


def test_the_head_of_a_plan_of_the_state():
    found = head(
        "ỦY BAN NHÂN DÂN\nTỈNH BẾN MÂY\n-------", MOTTO, "Số: 118/KH-UBND", "Bến Mây, ngày 14 tháng 02 năm 2030",
        "KẾ HOẠCH\nPhát triển tủ sách cộng đồng năm 2030",
    )  # fmt: skip
    assert facts(found) == (
        "Ủy ban nhân dân tỉnh Bến Mây", "118/KH-UBND", "Bến Mây", "2030-02-14", "Kế hoạch",
        "Phát triển tủ sách cộng đồng năm 2030",
    )  # fmt: skip


def test_the_head_of_a_plan_of_the_party():
    found = head(
        "ĐẢNG BỘ TỈNH BẾN MÂY\nĐẢNG ỦY XÃ SUỐI TRÚC\n*", "ĐẢNG CỘNG SẢN VIỆT NAM", "Số 02-KH/ĐU",
        "Suối Trúc, ngày 05 tháng 01 năm 2030", "KẾ HOẠCH\nthông tin đối ngoại năm 2030",
    )  # fmt: skip
    assert facts(found) == (
        "Đảng ủy xã Suối Trúc", "02-KH/ĐU", "Suối Trúc", "2030-01-05", "Kế hoạch", "thông tin đối ngoại năm 2030",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("Số: 118/KH-UBND", "118/KH-UBND"),
        ("Số:118 /KH-UBND", "118/KH-UBND"),
        ("Số: 118 / KH - UBND", "118/KH-UBND"),
        ("Số 02-KH/ĐU", "02-KH/ĐU"),
        ("Số: 23/2030/QĐ-UBND", "23/2030/QĐ-UBND"),
        ("Số:        /KH-UBND", "/KH-UBND"),
        ("Số: ....../KH-UBND", "/KH-UBND"),
        ("Số: 118/KH–UBND", "118/KH-UBND"),
        ("Số: 118a/KH-UBND", "118a/KH-UBND"),
    ],
)
def test_a_number_is_written_without_blanks(line, code):
    assert head("ỦY BAN NHÂN DÂN\nXÃ SUỐI TRÚC", MOTTO, line, "KẾ HOẠCH\nPhát triển thư viện").code == code


def test_a_blank_number_is_a_doubt():
    text = "\n\n".join(
        ["ỦY BAN NHÂN DÂN\nXÃ SUỐI TRÚC", MOTTO, "Số:      /KH-UBND", "KẾ HOẠCH\nPhát triển thư viện", BODY]
    )
    assert "blank-number" in {one.code for one in read_text(text).warnings}


@pytest.mark.parametrize(
    ("line", "place", "date"),
    [
        ("Bến Mây, ngày 5 tháng 3 năm 2030", "Bến Mây", "2030-03-05"),
        ("Suối Trúc, ngày     tháng 3 năm 2030", "Suối Trúc", "2030-03"),
        ("Suối Trúc, ngày ... tháng ... năm 2030", "Suối Trúc", "2030"),
        ("Bến Mây, ngày 31 tháng 12 năm 2029", "Bến Mây", "2029-12-31"),
    ],
)
def test_place_and_date_are_read_as_far_as_they_are_written(line, place, date):
    found = head(
        "ỦY BAN NHÂN DÂN\nXÃ SUỐI TRÚC", MOTTO, "Số: 5/KH-UBND", line, "KẾ HOẠCH\nPhát triển thư viện"
    )
    assert (found.place, found.date) == (place, date)


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        ("KẾ HOẠCH\nPhát triển thư viện\nnăm 2030", "Phát triển thư viện năm 2030"),
        ("KẾ HOẠCH\nPHÁT TRIỂN THƯ VIỆN\nNĂM 2030", "PHÁT TRIỂN THƯ VIỆN NĂM 2030"),
        ("KẾ HOẠCH PHÁT TRIỂN THƯ VIỆN NĂM 2030", "PHÁT TRIỂN THƯ VIỆN NĂM 2030"),
    ],
)
def test_a_title_may_take_several_lines(lines, title):
    found = head("ỦY BAN NHÂN DÂN\nXÃ SUỐI TRÚC", MOTTO, "Số: 5/KH-UBND", lines, "Căn cứ Luật Thư viện;")
    assert (found.type, found.title) == ("Kế hoạch", title)


@pytest.mark.parametrize(
    ("names", "issuer"),
    [
        ("ỦY BAN NHÂN DÂN\nTỈNH BẾN MÂY\nSỞ NỘI VỤ", "Sở Nội vụ"),
        ("UBND TỈNH BẾN MÂY\nSỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH", "Sở Văn hóa, Thể thao và Du lịch"),
        ("UBND HUYỆN ĐỒNG LAU", "UBND huyện Đồng Lau"),
        ("HỘI ĐỒNG NHÂN DÂN\nXÃ SUỐI TRÚC", "Hội đồng nhân dân xã Suối Trúc"),
        ("TỈNH ỦY BẾN MÂY\n*", "Tỉnh ủy Bến Mây"),
        ("SỞ NỘI VỤ\nHỎA TỐC", "Sở Nội vụ"),
        ("ỦY BAN NHÂN DÂN\nTHÀNH PHỐ MÂY HỒNG", "Ủy ban nhân dân thành phố Mây Hồng"),
    ],
)
def test_the_issuer_is_the_last_name_in_the_letterhead(names, issuer):
    assert head(names, MOTTO, "Số: 5/KH-SNV", "KẾ HOẠCH\nPhát triển thư viện").issuer == issuer


def test_two_columns_of_a_letterhead_on_one_line_are_parted():
    found = head(
        "ỦY BAN NHÂN DÂN          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "  XÃ SUỐI TRÚC             Độc lập - Tự do - Hạnh phúc\n"
        "Số: 5/KH-UBND         Suối Trúc, ngày 05 tháng 3 năm 2030",
        "KẾ HOẠCH\nPhát triển thư viện",
    )
    assert facts(found)[:4] == ("Ủy ban nhân dân xã Suối Trúc", "5/KH-UBND", "Suối Trúc", "2030-03-05")


def test_an_official_letter_has_its_matter_for_a_title():
    found = head(
        "ỦY BAN NHÂN DÂN\nXÃ SUỐI TRÚC", MOTTO, "Số: 45/UBND-VX\nV/v tăng cường phòng, chống cháy rừng",
        "Suối Trúc, ngày 05 tháng 3 năm 2030", "Kính gửi: Các trưởng thôn.",
    )  # fmt: skip
    assert (found.type, found.code, found.title) == (
        "Công văn",
        "45/UBND-VX",
        "V/v tăng cường phòng, chống cháy rừng",
    )


def test_a_decision_that_promulgates_a_plan_keeps_its_own_head():
    found = read_text(
        "\n\n".join(
            [
                "ỦY BAN NHÂN DÂN\nTỈNH BẾN MÂY", MOTTO, "Số: 77/QĐ-UBND", "Bến Mây, ngày 09 tháng 4 năm 2030",
                "QUYẾT ĐỊNH\nBan hành Kế hoạch phát triển thư viện năm 2030", "ỦY BAN NHÂN DÂN TỈNH BẾN MÂY",
                "Căn cứ Luật Thư viện;", "QUYẾT ĐỊNH:",
                "Điều 1. Ban hành kèm theo Quyết định này Kế hoạch phát triển thư viện năm 2030.",
                "Điều 2. Quyết định này có hiệu lực từ ngày ký.",
                "Nơi nhận:\n- Như Điều 2;\n- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nLê Văn Trúc",
                "KẾ HOẠCH\nPhát triển thư viện năm 2030",
                "(Kèm theo Quyết định số 77/QĐ-UBND ngày 09 tháng 4 năm 2030 của Ủy ban nhân dân tỉnh Bến Mây)", BODY,
            ]
        )
    )  # fmt: skip
    assert facts(found.header) == (
        "Ủy ban nhân dân tỉnh Bến Mây", "77/QĐ-UBND", "Bến Mây", "2030-04-09", "Quyết định",
        "Ban hành Kế hoạch phát triển thư viện năm 2030",
    )  # fmt: skip
    assert found.header.signatory.name == "Lê Văn Trúc"
    assert [(one.kind.capitalize(), one.title) for one in found.attachments] == [
        ("Kế hoạch", "Phát triển thư viện năm 2030")
    ]
    assert [task.text for task in found.tasks] == ["Sở Y tế xây dựng phương án trực cấp cứu."]


def test_a_news_page_announces_what_it_carries():
    found = read_text(
        "Xã Suối Trúc triển khai công tác thư viện\n\n"
        "(Ngày 17/6/2030 Đảng ủy xã Suối Trúc ban hành kế hoạch số: 26-KH/ĐU về phát triển thư viện năm 2030)\n\n"
        + BODY
    ).header
    assert (found.issuer, found.code, found.date, found.type) == (
        "Đảng ủy xã Suối Trúc",
        "26-KH/ĐU",
        "2030-06-17",
        "Kế hoạch",
    )


@pytest.mark.parametrize(
    ("sentence", "issuer"),
    [
        (
            "Thực hiện Luật Thư viện, Ủy ban nhân dân xã Suối Trúc ban hành Kế hoạch phát triển thư viện như sau:",
            "Ủy ban nhân dân xã Suối Trúc",
        ),
        ("Căn cứ chức năng; Sở Nội vụ xây dựng Kế hoạch lưu trữ năm 2030 như sau:", "Sở Nội vụ"),
        ("Thư viện phát triển tốt trong năm qua.", None),
    ],
)
def test_without_a_letterhead_the_text_says_who_issues(sentence, issuer):
    assert (
        read_text(f"KẾ HOẠCH\nPhát triển thư viện năm 2030\n\n{sentence}\n\n{BODY}").header.issuer == issuer
    )


def test_what_is_absent_is_none_and_a_doubt():
    reading = read_text(BODY)
    assert facts(reading.header) == (None,) * 6
    assert {one.code for one in reading.warnings} >= {
        "no-issuer",
        "no-code",
        "no-type",
        "no-title",
        "no-date",
    }


def test_spans_of_the_head_point_at_its_words():
    reading = read_text(
        "\n\n".join(
            [
                "ỦY BAN NHÂN DÂN\nTỈNH BẾN MÂY",
                MOTTO,
                "Số: 118/KH-UBND",
                "Bến Mây, ngày 14 tháng 02 năm 2030",
                "KẾ HOẠCH\nPhát triển thư viện",
                BODY,
            ]
        )
    )
    words = {name: reading.text[slice(*span)] for name, span in reading.header.spans.items()}
    assert words["code"] == "118/KH-UBND" and words["place"] == "Bến Mây" and words["type"] == "KẾ HOẠCH"
    assert words["date"] == "ngày 14 tháng 02 năm 2030" and words["title"] == "Phát triển thư viện"
    assert words["issuer"].replace("\n", " ") == "ỦY BAN NHÂN DÂN TỈNH BẾN MÂY"
