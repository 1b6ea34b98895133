"""The period of an occurrence is said as an official says it, never by its key."""

import pytest

from caytre.web.work.wording import period

SAID = """once:
2031:Năm 2031
2031-H1:6 tháng đầu năm 2031
2031-H2:6 tháng cuối năm 2031
2031-Q3:Quý III/2031
2031-07:Tháng 07/2031
2031-W05:Tuần 5/2031
2031-Q3+2:Quý III/2031
event|8c1d:việc phát sinh"""


@pytest.mark.parametrize("line", SAID.splitlines())
def test_a_period_is_said_in_words(line):
    key, _, said = line.partition(":")
    assert period(key.replace("|", ":")) == said
