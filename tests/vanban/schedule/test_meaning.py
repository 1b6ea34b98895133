"""Words of a document and what they mean in days: the last day is inclusive."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.grammar.times import binding, find_times
from vanban.model import Time
from vanban.schedule import Rule, Schedule, schedule_of, sentence

ISSUED = date(2030, 3, 5)

# words of a time line in a document of 2030-03-05 | kind | starts | due_on | as said
WORDS = """
trước ngày 15/12/2030 | deadline | 2030-03-05 | 2030-12-14 | Chậm nhất ngày 14/12/2030
chậm nhất ngày 15/12/2030 | deadline | 2030-03-05 | 2030-12-15 | Chậm nhất ngày 15/12/2030
chậm nhất trước ngày 15/12/2030 | deadline | 2030-03-05 | 2030-12-14 | Chậm nhất ngày 14/12/2030
đến hết ngày 31/12/2030 | deadline | 2030-03-05 | 2030-12-31 | Chậm nhất ngày 31/12/2030
hoàn thành trước ngày 01/7/2030 | deadline | 2030-03-05 | 2030-06-30 | Chậm nhất ngày 30/6/2030
trước ngày 01/3/2032 | deadline | 2030-03-05 | 2032-02-29 | Chậm nhất ngày 29/02/2032
trước ngày 01/3/2031 | deadline | 2030-03-05 | 2031-02-28 | Chậm nhất ngày 28/02/2031
trước ngày 01/01/2031 | deadline | 2030-03-05 | 2030-12-31 | Chậm nhất ngày 31/12/2030
trước 16 giờ 30 phút ngày 15/12/2030 | deadline | 2030-03-05 | 2030-12-15 | Chậm nhất ngày 15/12/2030
trước 17h00 ngày 15/12/2030 | deadline | 2030-03-05 | 2030-12-15 | Chậm nhất ngày 15/12/2030
xong trước tháng 6/2030 | deadline | 2030-03-05 | 2030-05-31 | Chậm nhất ngày 31/5/2030
trước hết tháng 6/2030 | deadline | 2030-03-05 | 2030-06-30 | Chậm nhất ngày 30/6/2030
chậm nhất trong tháng 6/2030 | deadline | 2030-03-05 | 2030-06-30 | Chậm nhất ngày 30/6/2030
trước năm 2032 | deadline | 2030-03-05 | 2031-12-31 | Chậm nhất ngày 31/12/2031
chậm nhất năm 2032 | deadline | 2030-03-05 | 2032-12-31 | Chậm nhất ngày 31/12/2032
trước 16g30 ngày 15/12/2030 | deadline | 2030-03-05 | 2030-12-15 | Chậm nhất ngày 15/12/2030
trước 16:30 ngày 15/12/2030 | deadline | 2030-03-05 | 2030-12-15 | Chậm nhất ngày 15/12/2030
trước ngày 15/6 và 15/12/2030 | deadline | 2030-03-05 | 2030-06-14 | Chậm nhất ngày 14/6/2030
quý IV/2030 và các năm tiếp theo | continuous | 2030-10-01 | | Thường xuyên từ ngày 01/10/2030, minh chứng hằng quý
từ tháng 11/2030 trở đi | continuous | 2030-11-01 | | Thường xuyên từ ngày 01/11/2030, minh chứng hằng quý
trước 17 giờ hằng ngày | continuous | 2030-03-05 | | Thường xuyên, minh chứng hằng quý
trong năm 2030 | within | 2030-01-01 | 2030-12-31 | Trong năm 2030
quý III | within | 2030-07-01 | 2030-09-30 | Trong quý III/2030
6 tháng cuối năm | within | 2030-07-01 | 2030-12-31 | Trong 6 tháng cuối năm 2030
6 tháng đầu năm 2031 | within | 2031-01-01 | 2031-06-30 | Trong 6 tháng đầu năm 2031
tháng 02/2032 | within | 2032-02-01 | 2032-02-29 | Trong tháng 02/2032
trong tháng 6 | within | 2030-06-01 | 2030-06-30 | Trong tháng 6/2030
giai đoạn 2024-2030 | within | 2024-01-01 | 2030-12-31 | Giai đoạn 2024-2030
từ ngày 01/6 đến ngày 15/6/2030 | within | 2030-06-01 | 2030-06-15 | Từ ngày 01/6/2030 đến hết ngày 15/6/2030
tháng 11/2030 - 02/2031 | within | 2030-11-01 | 2031-02-28 | Từ ngày 01/11/2030 đến hết ngày 28/02/2031
2031 và những năm tiếp theo | continuous | 2031-01-01 | | Thường xuyên từ năm 2031, minh chứng hằng quý
từ 01/7/2030 | continuous | 2030-07-01 | | Thường xuyên từ ngày 01/7/2030, minh chứng hằng quý
thường xuyên | continuous | 2030-03-05 | | Thường xuyên, minh chứng hằng quý
hằng ngày | continuous | 2030-03-05 | | Thường xuyên, minh chứng hằng quý
02 lần/ngày | continuous | 2030-03-05 | | Thường xuyên, minh chứng hằng quý
đột xuất | ad_hoc | 2030-03-05 | | Khi có yêu cầu
khi có yêu cầu | ad_hoc | 2030-03-05 | | Khi có yêu cầu
định kỳ | unspecified | | | Chưa rõ thời hạn
"""

# words that come again | every | month | day | as said
AGAIN = """
hằng năm, trước ngày 15/12 | year | 12 | 14 | Hằng năm, chậm nhất ngày 14/12
trước ngày 15/12 hằng năm | year | 12 | 14 | Hằng năm, chậm nhất ngày 14/12
trước 30/11 | year | 11 | 29 | Hằng năm, chậm nhất ngày 29/11
chậm nhất ngày 30/11 | year | 11 | 30 | Hằng năm, chậm nhất ngày 30/11
chậm nhất ngày 05/01 hằng năm | year | 1 | 5 | Hằng năm, chậm nhất ngày 05/01
trước ngày 01/3 hằng năm | year | 2 | | Hằng năm, chậm nhất ngày cuối tháng 02
trước ngày 01/01 hằng năm | year | 12 | | Hằng năm, chậm nhất ngày cuối tháng 12
chậm nhất ngày 29/02 hằng năm | year | 2 | 29 | Hằng năm, chậm nhất ngày 29/02
trước ngày 29/02 hằng năm | year | 2 | 28 | Hằng năm, chậm nhất ngày 28/02
tháng 9 hằng năm | year | 9 | | Hằng năm, chậm nhất ngày cuối tháng 9
quý III hằng năm | year | 9 | | Hằng năm, chậm nhất ngày cuối tháng 9
hằng năm | year | | | Hằng năm
định kỳ 6 tháng | half | | | 6 tháng một lần
hằng quý | quarter | | | Hằng quý
định kỳ 03 tháng/lần | quarter | | | Hằng quý
trước ngày 20 của tháng cuối quý | quarter | 3 | 19 | Hằng quý, chậm nhất ngày 19 tháng cuối quý
trước ngày 05 tháng đầu quý | quarter | 1 | 4 | Hằng quý, chậm nhất ngày 04 tháng đầu quý
trước ngày 01 của tháng đầu quý | quarter | 3 | | Hằng quý, chậm nhất ngày cuối tháng cuối quý
hằng tháng | month | | | Hằng tháng
trước ngày 20 hằng tháng | month | | 19 | Hằng tháng, chậm nhất ngày 19
chậm nhất ngày 20 hằng tháng | month | | 20 | Hằng tháng, chậm nhất ngày 20
trước ngày 01 hằng tháng | month | | | Hằng tháng
hằng tuần | week | | | Hằng tuần
trước 16h00 thứ Năm hằng tuần | week | | 4 | Hằng tuần, chậm nhất thứ Năm
trước ngày 01/6 và 15/11 hằng năm | year | 5 | | Hằng năm, chậm nhất ngày cuối tháng 5
hằng quý, hằng năm | quarter | | | Hằng quý
định kỳ sáu tháng | half | | | 6 tháng một lần
mỗi quý một lần | quarter | | | Hằng quý
hằng quý (trước ngày 15 của tháng kế tiếp) | quarter | 1 | 14 | Hằng quý, chậm nhất ngày 14 tháng đầu quý
hằng tháng, trước ngày 25 | month | | 24 | Hằng tháng, chậm nhất ngày 24
trước 16 giờ ngày 25 hằng tháng | month | | 25 | Hằng tháng, chậm nhất ngày 25
"""


def rows(text):
    return [tuple(cell.strip() for cell in line.split("|")) for line in text.strip().splitlines()]


def read(words, until=None):
    time = binding(find_times(words, year=ISSUED.year, line=True))
    assert time is not None
    return schedule_of(time, issued=ISSUED, until=until)


def shown(value):
    return "" if value is None else str(value)


@pytest.mark.parametrize(("words", "kind", "starts", "due_on", "said"), rows(WORDS))
def test_what_is_done_once_or_always(words, kind, starts, due_on, said):
    schedule = read(words)
    assert (schedule.kind, shown(schedule.starts), shown(schedule.due_on)) == (kind, starts, due_on)
    assert sentence(schedule) == said
    assert schedule.raw in words
    assert schedule.is_decided == (kind != "unspecified")


@pytest.mark.parametrize(("words", "every", "month", "day", "said"), rows(AGAIN))
def test_what_comes_again(words, every, month, day, said):
    schedule = read(words)
    assert schedule.rule == Rule(every, int(month) if month else None, int(day) if day else None)
    assert (schedule.kind, schedule.starts, schedule.due_on) == ("recurring", ISSUED, None)
    assert sentence(schedule) == said


def test_what_repeats_ends_with_the_plan():
    until = date(2030, 12, 31)
    schedule = read("hằng quý", until)
    assert (schedule.until, schedule.rule.until) == (until, until)
    assert sentence(schedule) == "Hằng quý, đến hết ngày 31/12/2030"
    assert (
        sentence(read("thường xuyên", until)) == "Thường xuyên, minh chứng hằng quý, đến hết ngày 31/12/2030"
    )


# due as given | issued | due_on
GIVEN = """
2030-02-29 | 2030-01-05 | 2030-02-28
2030-06-31 | 2030-01-05 | 2030-06-30
12-15 | 2030-01-05 | 2030-12-15
01-15 | 2030-03-05 | 2031-01-15
02-29 | 2031-03-05 | 2032-02-29
02-29 | 2030-03-05 | 2031-02-28
2030-02 | 2030-01-05 | 2030-02-28
2030 | 2030-01-05 | 2030-12-31
"""


@pytest.mark.parametrize(("due", "issued", "due_on"), rows(GIVEN))
def test_a_day_is_completed_from_the_date_of_the_document(due, issued, due_on):
    schedule = schedule_of(Time("deadline", due=due), issued=date.fromisoformat(issued))
    assert shown(schedule.due_on) == due_on


def test_a_deadline_before_its_document_does_not_start_after_its_end():
    schedule = schedule_of(
        Time("deadline", "trước ngày 01/10/2025", due="2025-10-01"), issued=date(2025, 11, 16)
    )
    assert (schedule.starts, schedule.due_on) == (None, date(2025, 9, 30))


@pytest.mark.parametrize(
    "time",
    [
        None,
        Time("deadline", "trước ngày ấy"),
        Time("deadline", "trước ngày ấy", due="2030-13-01"),
        Time("deadline", "trước ngày ấy", due="12-15"),
        Time("deadline", "trước ngày ấy", due="0000-12-15"),
        Time("deadline", "trước 0001-01-01", due="0001-01-01"),
        Time("within", "khi ấy", start="2030-12-31", due="2030-01-01"),
        Time("within", "khi ấy"),
        Time("recurring", "trước ngày 45", every="year", due="12-45"),
        Time("recurring", "tháng 15 hằng năm", every="year"),
        Time("someday", "một ngày nào đó"),
    ],
)
def test_what_cannot_be_made_out_is_not_guessed_and_keeps_its_words(time):
    assert schedule_of(time, issued=None) == Schedule("unspecified", raw=time.raw if time else "")


ODD = st.one_of(
    st.none(), st.text(max_size=12), st.from_regex(r"\d{4}(-\d\d){0,2}|\d\d-\d\d", fullmatch=True)
)
KINDS = st.sampled_from(["deadline", "within", "recurring", "continuous", "ad_hoc", "other"])
EVERY = st.sampled_from(["year", "half", "quarter", "month", "week", None, "day"])


@given(st.builds(Time, KINDS, ODD, EVERY, ODD, ODD), st.none() | st.dates(), st.none() | st.dates())
def test_nothing_odd_raises_and_everything_can_be_said(time, issued, until):
    schedule = schedule_of(time, issued=issued, until=until)
    assert schedule.raw == (time.raw or "")
    assert sentence(schedule)


@given(st.dates(date(2000, 1, 2), date(2150, 12, 31)))
def test_before_a_day_is_by_the_day_before(day):
    words = f"{day:%d/%m/%Y}"
    before = schedule_of(Time("deadline", f"trước ngày {words}", due=day.isoformat()), issued=None)
    by = schedule_of(Time("deadline", f"chậm nhất ngày {words}", due=day.isoformat()), issued=None)
    assert (by.due_on - before.due_on).days == 1
