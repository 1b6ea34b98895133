"""The six things that must be clear of a task."""

from dataclasses import replace

import pytest

from caytre.work.rules.clear import NEEDS, clear, meter
from caytre.work.rules.wanted import Wanted
from vanban.schedule import Schedule

WHOLE = Wanted(
    "Trồng tre", Schedule("continuous", review_every="quarter"), product="Báo cáo", answerable="Chủ tịch",
    authority="Chủ tịch",
)  # fmt: skip


@pytest.mark.parametrize(
    ("changed", "doers", "missing"),
    [
        ({}, 1, ()),
        ({}, 124, ()),
        ({}, 0, ("people",)),
        ({"text": " "}, 1, ("work",)),
        ({"schedule": Schedule("unspecified", raw="sớm")}, 1, ("time",)),
        ({"answerable": ""}, 1, ("answerable",)),
        ({"authority": ""}, 1, ("authority",)),
        ({"product": " "}, 1, ("product",)),
        ({"product": "", "answerable": ""}, 0, ("people", "answerable", "product")),
    ],
)
def test_what_is_missing_is_named(changed, doers, missing):
    found = clear(replace(WHOLE, **changed), doers=doers)
    assert found.missing == missing
    assert found.there == 6 - len(missing)
    assert found.is_ready == (not missing)


def test_a_reason_makes_it_ready_and_blanks_are_none():
    lacking = replace(WHOLE, product="")
    assert clear(replace(lacking, unclear="chờ tỉnh hướng dẫn"), doers=1).is_ready
    assert not clear(replace(lacking, unclear="  "), doers=1).is_ready


def test_the_meter_sums_over_tasks():
    found = meter([clear(WHOLE, doers=1), clear(replace(WHOLE, product="", authority=""), doers=0)])
    assert (found.tasks, found.ready, found.share) == (2, 1, 75)
    assert found.lacking == dict.fromkeys(NEEDS, 0) | {"people": 1, "authority": 1, "product": 1}
    assert meter([]).share == 0
