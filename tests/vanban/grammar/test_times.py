"""Words that say when, and the dates that they mean in a plan of 2030."""

from __future__ import annotations

import pytest

from vanban.grammar.times import binding, find_times, own_times

# words of a time line | kind | every | start | due
LINES = """
Trước ngày 15/12/2030 | deadline | | | 2030-12-15
trước 17 giờ 00 ngày 15/12/2030 | deadline | | | 2030-12-15
Chậm nhất ngày 05 tháng 3 năm 2031 | deadline | | | 2031-03-05
Hoàn thành trước ngày 30.6.2030 | deadline | | | 2030-06-30
Xong trước ngày 30-6-2030 | deadline | | | 2030-06-30
đến hết ngày 31/12/2030 | deadline | | | 2030-12-31
Trước ngày 20/11 | recurring | year | | 11-20
Trước ngày 20/11 hằng năm | recurring | year | | 11-20
Hàng năm, trước ngày 15 tháng 12 | recurring | year | | 12-15
Trước 16 giờ 30 phút ngày 15/12/2030 | deadline | | | 2030-12-15
Trước 17h00 ngày 15/12/2030 | deadline | | | 2030-12-15
Ngày 15/3/2030 | deadline | | | 2030-03-15
Từ nay đến ngày 30/6/2030 | deadline | | | 2030-06-30
Trong năm 2030 | within | | 2030-01-01 | 2030-12-31
Năm 2030 | within | | 2030-01-01 | 2030-12-31
2030 và những năm tiếp theo | within | | 2030-01-01 |
Giai đoạn 2026-2030 | within | | 2026-01-01 | 2030-12-31
2026 – 2030 | within | | 2026-01-01 | 2030-12-31
Quý III/2030 | within | | 2030-07-01 | 2030-09-30
Quý IV | within | | 2030-10-01 | 2030-12-31
quý 2 năm 2031 | within | | 2031-04-01 | 2031-06-30
Quý I và quý II năm 2030 | within | | 2030-01-01 | 2030-06-30
Tháng 6/2030 | within | | 2030-06-01 | 2030-06-30
Tháng 02 năm 2032 | within | | 2032-02-01 | 2032-02-29
Tháng 9 | within | | 2030-09-01 | 2030-09-30
Từ tháng 3 đến tháng 10 năm 2030 | within | | 2030-03-01 | 2030-10-31
Tháng 11/2030 - 02/2031 | within | | 2030-11-01 | 2031-02-28
Từ ngày 01/6 đến ngày 30/6/2030 | within | | 2030-06-01 | 2030-06-30
6 tháng cuối năm 2030 | within | | 2030-07-01 | 2030-12-31
Tháng 3, 4, 5 năm 2030 | within | | 2030-03-01 | 2030-05-31
Từ ngày 01 đến ngày 15/3/2030 | within | | 2030-03-01 | 2030-03-15
Từ 01/3 - 15/3/2030 | within | | 2030-03-01 | 2030-03-15
Quý III - IV năm 2030 | within | | 2030-07-01 | 2030-12-31
Từ năm 2026 đến năm 2030 | within | | 2026-01-01 | 2030-12-31
Từ năm 2030 trở đi | within | | 2030-01-01 |
Cả năm 2030 | within | | 2030-01-01 | 2030-12-31
Cuối quý II/2030 | within | | 2030-04-01 | 2030-06-30
Hằng năm | recurring | year | |
Trước ngày 05 hằng tháng | recurring | month | |
Trước ngày 20 của tháng cuối quý | recurring | quarter | |
01 lần/năm | recurring | year | |
Tháng 9 hằng năm | recurring | year | |
Hàng quý | recurring | quarter | |
Hằng tháng | recurring | month | |
hằng tuần | recurring | week | |
Định kỳ 6 tháng | recurring | half | |
06 tháng/lần | recurring | half | |
03 tháng/lần | recurring | quarter | |
Định kỳ | recurring | | |
Từ ngày 17/12/2030 đến 17 giờ 00, ngày 01/02/2031 | within | | 2030-12-17 | 2031-02-01
Từ năm 2026 đến năm 2030 và tiếp theo | within | | 2026-01-01 |
6 tháng, hằng năm | recurring | half | |
Khi có phát sinh | ad_hoc | | |
Trước ngày 15/6 và 15/12/2030 | deadline | | | 2030-06-15
Trước ngày 01/6 và 15/11 hằng năm | recurring | year | | 06-01
Trước 07h00 ngày 14/3/2030 | deadline | | | 2030-03-14
Trước 16g30 ngày 14/3/2030 | deadline | | | 2030-03-14
Chậm nhất vào lúc 16:30, ngày 14/3/2030 | deadline | | | 2030-03-14
08 giờ 00 phút, ngày 15/3/2030 | deadline | | | 2030-03-15
Từ 07h00 ngày 01/6 đến 17h00 ngày 05/6/2030 | within | | 2030-06-01 | 2030-06-05
Từ ngày 15 tháng 3 đến hết ngày 30 tháng 6 năm 2030 | within | | 2030-03-15 | 2030-06-30
Hằng năm, trước 17h00 ngày 15/12 | recurring | year | | 12-15
Quý IV/2030 và các năm tiếp theo | within | | 2030-10-01 |
Quý IV năm 2030, các năm tiếp theo | within | | 2030-10-01 |
Tháng 6/2030 và những năm sau | within | | 2030-06-01 |
6 tháng cuối năm 2030 và các năm tiếp theo | within | | 2030-07-01 |
Từ tháng 11/2030 trở đi | within | | 2030-11-01 |
Từ tháng 11 năm 2030 về sau | within | | 2030-11-01 |
Từ ngày 01/7/2030 trở đi | within | | 2030-07-01 |
Từ quý II/2030 | within | | 2030-04-01 |
Từ năm 2031 | within | | 2031-01-01 |
Tháng 3/2030 và sau khi có ý kiến | within | | 2030-03-01 | 2030-03-31
Từ nay đến năm 2032 | deadline | | | 2032-12-31
Quý IV/2030 - Quý I/2031 | within | | 2030-10-01 | 2031-03-31
Quý I, II, III năm 2031 | within | | 2031-01-01 | 2031-09-30
Tháng 3/2031 đến tháng 5 | within | | 2031-03-01 | 2031-05-31
Định kỳ sáu tháng | recurring | half | |
6 tháng một lần | recurring | half | |
06 tháng/01 lần | recurring | half | |
Ba tháng một lần | recurring | quarter | |
Mỗi quý một lần | recurring | quarter | |
Mỗi năm 01 lần | recurring | year | |
Mỗi năm ít nhất 02 lần | recurring | half | |
02 lần/năm | recurring | half | |
03 lần/năm | recurring | year | |
02 lần/tháng | recurring | month | |
01 lần/01 năm | recurring | year | |
Định kỳ hai tháng | recurring | | |
Định kỳ 05 năm | recurring | | |
Hằng quý, hằng năm | recurring | quarter | |
Hằng tháng, quý, 6 tháng, năm | recurring | month | |
Định kỳ 6 tháng và hằng năm | recurring | half | |
6 tháng, năm | recurring | half | |
Ngày 25 hằng tháng | recurring | month | |
Hằng tháng, trước ngày 25 | recurring | month | |
Hằng quý (trước ngày 15 của tháng kế tiếp) | recurring | quarter | |
Trước 16h00 thứ Năm hằng tuần | recurring | week | |
Trước 17 giờ hằng ngày | recurring | | |
Tháng 6 và tháng 12 hằng năm | recurring | year | |
31/10/2030 | deadline | | | 2030-10-31
30.9.2030 | deadline | | | 2030-09-30
15/11 | recurring | year | | 11-15
10/2030 | within | | 2030-10-01 | 2030-10-31
01/3/2030 - 15/3/2030 | within | | 2030-03-01 | 2030-03-15
Trong ngày 20/11/2030 | deadline | | | 2030-11-20
Bắt đầu triển khai từ năm 2031 | within | | 2031-01-01 |
Bắt đầu từ tháng 3/2031 | within | | 2031-03-01 |
Thường xuyên | continuous | | |
Liên tục | continuous | | |
Đột xuất | ad_hoc | | |
Khi có yêu cầu | ad_hoc | | |
Ngay sau khi ban hành | ad_hoc | | |
"""


def table(text):
    """The rows of a table whose cells stand between bars."""
    return [tuple(cell.strip() for cell in line.split("|")) for line in text.strip().splitlines()]


def said(time):
    """What a time means, without its words."""
    return time and (time.kind, time.every or "", time.start or "", time.due or "")


@pytest.mark.parametrize(("words", "kind", "every", "start", "due"), table(LINES))
def test_a_time_line_says_when(words, kind, every, start, due):
    assert said(binding(find_times(words, year=2030, line=True))) == (kind, every, start, due)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Hoàn thành việc sửa nhà văn hóa trước ngày 30/9/2030.", ("deadline", "", "", "2030-09-30")),
        ("Hoàn thành trong năm 2030 việc sửa nhà văn hóa.", ("within", "", "2030-01-01", "2030-12-31")),
        ("Tổ chức ngày hội đọc sách vào tháng 4/2030.", ("within", "", "2030-04-01", "2030-04-30")),
        ("Hằng năm tổ chức ngày hội đọc sách.", ("recurring", "year", "", "")),
        ("Thường xuyên thay sách mới cho các tủ sách.", ("continuous", "", "", "")),
        ("Kiểm tra thường xuyên các tủ sách ở cơ sở.", None),
        ("Thực hiện Kế hoạch phát triển thư viện năm 2030.", None),
        ("Bố trí trong dự toán ngân sách hằng năm theo quy định.", None),
        ("Thực hiện chỉ tiêu của kế hoạch hằng năm được giao.", None),
        ("Rà soát người hưởng trợ cấp xã hội hằng tháng trên địa bàn.", None),
        ("Chi trả trợ cấp hưu trí xã hội cho đối tượng hằng tháng qua tài khoản.", None),
        ("Gửi bảng kê trong ngày 20 tháng 11 năm 2030.", ("deadline", "", "", "2030-11-20")),
        ("Khánh thành nhà văn hóa vào ngày 19/12/2030.", ("deadline", "", "", "2030-12-19")),
        ("Xây dựng kế hoạch phát triển thư viện hằng năm và 5 năm.", None),
        ("Xây dựng kế hoạch đầu tư công trung hạn, hằng năm của xã.", None),
        ("Đưa vào kế hoạch phát triển kinh tế - xã hội hằng năm.", None),
        ("Thực hiện Kế hoạch, báo cáo Ủy ban nhân dân tỉnh hằng năm.", ("recurring", "year", "", "")),
        ("Xây dựng kế hoạch và định kỳ hằng năm công bố kết quả.", ("recurring", "year", "", "")),
        ("Khai mạc ngày hội đọc sách: Ngày 05/9/2030 (thứ Năm).", ("deadline", "", "", "2030-09-05")),
        ("Mua sách mới cho tủ sách (trong năm 2030).", ("within", "", "2030-01-01", "2030-12-31")),
        ("Thực hiện Công văn số 12/UBND-VX ngày 20/11/2030.", None),
        ("Lắp 12/2030 đèn đường.", None),
        ("Giảm rác nhựa trong đời sống hằng ngày.", None),
        ("Kiểm tra việc trả lương cho công nhân hằng quý.", ("recurring", "quarter", "", "")),
        ("Kiểm tra tủ sách hằng tháng.", ("recurring", "month", "", "")),
        ("Kiểm tra tủ sách sáu tháng một lần.", ("recurring", "half", "", "")),
        ("Thay sách mỗi quý một lần.", ("recurring", "quarter", "", "")),
        ("Mở cửa thư viện từ tháng 11/2030 trở đi.", ("within", "", "2030-11-01", "")),
        ("Bố trí phòng đọc trong 6 tháng, năm phòng mỗi đợt.", None),
        ("Tặng tủ sách cho 2 quý, 3 thôn.", None),
        ("Sửa 12 nhà văn hóa theo Kế hoạch số 12/KH-UBND.", None),
    ],
)
def test_a_sentence_says_when_it_is_done(text, wanted):
    assert said(binding(own_times(text, year=2030))) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Hằng quý; hoàn thành trước ngày 15/12/2030", ("deadline", "", "", "2030-12-15")),
        ("Thường xuyên, hằng năm", ("recurring", "year", "", "")),
        ("Đột xuất, thường xuyên", ("continuous", "", "", "")),
        ("Năm 2030, trước ngày 20/11 hằng năm", ("recurring", "year", "", "11-20")),
        ("Thường xuyên, năm 2030", ("within", "", "2030-01-01", "2030-12-31")),
        ("Quý II/2030, thường xuyên", ("within", "", "2030-04-01", "2030-06-30")),
    ],
)
def test_the_most_binding_of_several_counts(text, wanted):
    assert said(binding(find_times(text, year=2030, line=True))) == wanted


@pytest.mark.parametrize(
    "words",
    [
        "trước ngày 01/6 và 15/11 hằng năm",
        "trước 07h00 ngày 14/3/2030",
        "trước 19h00’ hằng ngày",
        "quý IV/2030 và các năm tiếp theo",
        "từ tháng 11/2030 trở đi",
        "định kỳ hằng quý, 6 tháng, hằng năm",
        "sáu tháng một lần",
        "trước 16 giờ thứ Năm hằng tuần",
        "hằng tháng, trước ngày 25",
    ],
)
def test_all_words_that_say_when_are_kept(words):
    times = find_times(f"Báo cáo kết quả {words}.", year=2030)
    assert {time.raw for time in times} == {words}


@pytest.mark.parametrize("words", ["Quý III", "Tháng 6", "6 tháng đầu năm", "Từ tháng 3 đến tháng 5"])
def test_without_a_year_to_refer_to_nothing_is_guessed(words):
    assert find_times(words, year=None, line=True) == []


@pytest.mark.parametrize(
    "words",
    ["trước ngày 31/02/2030", "trước ngày 45/12/2030", "Tháng 13/2030", "ngày 00/00/2030", "quý V/2030"],
)
def test_a_day_that_no_calendar_has_is_no_time(words):
    assert find_times(words, year=2030, line=True) == []


def test_spans_point_at_the_words():
    text = "Sửa nhà văn hóa thôn trước ngày 30/9/2030; thay sách hằng quý."
    times = find_times(text, year=2030, offset=100)
    assert [time.raw for time in times] == ["trước ngày 30/9/2030", "hằng quý"]
    assert [text[time.span[0] - 100 : time.span[1] - 100] for time in times] == [time.raw for time in times]


@pytest.mark.parametrize("words", ["TRƯỚC NGÀY 15/12/2030", "Trước  ngày  15 / 12 / 2030"])
def test_letters_and_blanks_do_not_matter(words):
    assert [time.due for time in find_times(words, year=2030, line=True)] == ["2030-12-15"]
