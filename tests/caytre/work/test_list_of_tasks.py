"""The list of tasks: each filter, counts, order, and the words of a search however they are spelled."""

import unicodedata
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from caytre.units.models import Role
from caytre.units.queries.standing import acting
from caytre.work.models import Occurrence, Part, Party
from caytre.work.queries import listing
from caytre.work.queries.filters import Wanted
from countries import TODAY, post
from factories import person
from manyworks import index
from works import occurrence, paper, plan, task

DAY = timedelta(days=1)
SHOWN = datetime(2031, 2, 20, tzinfo=UTC)
TEXT = "Đào hố trồng tre, hòa giải ở thôn Thủy Đường"


@pytest.fixture
def leader(country):
    """Who leads the commune."""
    user = person("lanh-dao")
    post(user, at=country.suoi_truc, role=Role.LEADER)
    return acting(user, on=TODAY)


@pytest.fixture
def work(country, leader):
    """What the commune gives to its office, one of each kind, by name."""
    made = plan(paper(leader), of=country.suoi_truc, by=leader, title="Trồng tre", code="41/KH-UBND")
    days = {"late": -DAY, "today": 0 * DAY, "soon": 5 * DAY, "far": 60 * DAY}
    found = {}
    for name, after in days.items():
        one = task(
            f"{name} {TEXT}", of=country.suoi_truc, by=leader, lead=country.economy, due_on=TODAY + after
        )
        found[name] = occurrence(one, unit=country.economy)
    standing = task(
        "Thường xuyên tuần tra", of=country.suoi_truc, by=leader, due_on=None, kind="continuous", plan=made
    )
    for name, values in {
        "silent": {"ends": TODAY - DAY}, "shown": {"ends": TODAY - DAY, "shown_at": SHOWN}, "slot": {"ends": TODAY},
    }.items():  # fmt: skip
        found[name] = occurrence(standing, unit=country.economy, key=name, **values)
    for state in ("claimed", "returned", "verified", "withdrawn"):
        one = task(f"Việc {state}", of=country.ben_may, by=leader, lead=country.suoi_truc)
        found[state] = occurrence(one, unit=country.suoi_truc, state=state, holder=leader)
    index([one.task for one in found.values() if one.key == "once"])
    return found


def names(wanted, work, user):
    """What of the work a filter finds, in its order."""
    called = {one.pk: name for name, one in work.items()}
    return [called[row.id] for row in listing.page_of(wanted, user=user, on=TODAY).rows]


LIVE = {"late", "today", "soon", "far", "silent", "shown", "slot", "claimed", "returned"}


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, LIVE),
        ({"state": "all"}, LIVE | {"verified", "withdrawn"}),
        ({"state": "overdue"}, {"late"}),
        ({"state": "soon"}, {"today", "soon"}),
        ({"state": "silent"}, {"silent"}),
        ({"state": "undone"}, LIVE - {"claimed"}),
        ({"state": "verified"}, {"verified"}),
        ({"state": "returned"}, {"returned"}),
        ({"kind": "continuous"}, {"silent", "shown", "slot"}),
        ({"since": TODAY, "until": TODAY + 5 * DAY}, {"today", "soon"}),
        ({"holder": "me"}, {"claimed", "returned"}),
        ({"holder": "nobody"}, LIVE - {"claimed", "returned"}),
        ({"side": "do"}, {"claimed", "returned"}),
        ({"side": "give"}, LIVE - {"claimed", "returned"}),
        ({"plan": "41/kh-ubnd"}, {"silent", "shown", "slot"}),
        ({"plan": "Trồng tre"}, {"silent", "shown", "slot"}),
        ({"plan": "không có"}, set()),
        ({"words": "dao ho"}, {"late", "today", "soon", "far"}),
        ({"words": "dao ho", "state": "overdue"}, {"late"}),
        ({"words": "không đâu có"}, set()),
    ],
)  # fmt: skip
def test_each_filter_finds_its_rows(work, leader, asked, found):
    assert set(names(Wanted(**asked), work, leader)) == found


def test_a_unit_is_asked_for_with_all_below_it(work, country, leader):
    low = set(names(Wanted(unit=country.economy.pk), work, leader))
    assert low == LIVE - {"claimed", "returned"}
    assert set(names(Wanted(unit=country.suoi_truc.pk), work, leader)) == LIVE
    assert names(Wanted(unit=country.ghenh_soi.pk), work, leader) == []
    assert set(names(Wanted(giver=country.ben_may.pk), work, leader)) == {"claimed", "returned"}


def test_what_is_due_first_comes_first_and_what_has_no_day_last(work, leader):
    found = names(Wanted(), work, leader)
    assert found[:3] == ["late", "today", "soon"]
    assert set(found[-3:]) == {"silent", "shown", "slot"}
    assert names(Wanted(sort="-due"), work, leader) == found[::-1]
    assert names(Wanted(sort="shown"), work, leader)[0] == "shown"


def test_pages_are_counted_and_one_beyond_the_last_is_the_last(work, leader):
    page = listing.page_of(Wanted(page=99), user=leader, on=TODAY, size=4)
    assert (page.total, page.pages, page.page, len(page.rows), page.is_more) == (9, 3, 3, 1, False)


def test_more_than_is_of_use_is_not_counted(work, leader, monkeypatch):
    monkeypatch.setattr(listing, "COUNTED", 5)
    page = listing.page_of(Wanted(page=99), user=leader, on=TODAY, size=2)
    assert (page.total, page.is_more, page.page, page.pages) == (5, True, 3, 3)


@pytest.mark.parametrize("at", ["economy", "suoi_truc", "ben_may", "government", "ghenh_soi", "nui_xanh"])
@pytest.mark.parametrize("few", [0, 1000])
def test_what_is_found_is_what_may_be_seen_whichever_way_the_rows_are_looked_for(
    work, country, at, few, monkeypatch
):
    for module in ("work.queries.filters", "work.models.occurrence", "work.models.plan"):
        monkeypatch.setattr(f"caytre.{module}.FEW", few)
    Party.objects.create(task=work["late"].task, part=Part.MONITOR, uid=country.ghenh_soi.pk)
    user = person("ai-do")
    post(user, at=getattr(country, at), role=Role.IMPLEMENTER)
    acting(user, on=TODAY)
    seen = set(Occurrence.objects.visible_to(user).values_list("pk", flat=True))
    for asked in ({}, {"words": "tre"}, {"unit": country.suoi_truc.pk}, {"giver": country.suoi_truc.pk}):
        page = listing.page_of(Wanted(state="all", **asked), user=user, on=TODAY)
        assert {row.id for row in page.rows} <= seen
        if not asked:
            assert {row.id for row in page.rows} == seen


SPELLINGS = (
    "Đào hố", "dao ho", "ĐÀO HỐ", unicodedata.normalize("NFD", "Đào hố"), "đào  hố", '"đào" hố', "đào hố*", "-hố",
    "hòa giải", "hoà giải", "hoa giai", "thủy", "thuỷ", "THUY", "(tre", "tre:", "tre -", "tre ^",
)  # fmt: skip


@pytest.mark.parametrize("words", SPELLINGS)
def test_words_are_found_however_they_are_spelled(work, leader, words):
    assert set(names(Wanted(words=words), work, leader)) == {"late", "today", "soon", "far"}


@pytest.mark.parametrize(
    "words", ["đào AND hố", "hố OR tre", "NEAR(tre)", "folded : tre", "tre NOT hố", "tre | hố & !"]
)
def test_operators_are_words_or_nothing(work, leader, words):
    found = names(Wanted(words=words), work, leader)
    assert set(found) == ({"late", "today", "soon", "far"} if "|" in words else set())


@pytest.mark.parametrize(
    "words", ['"', "*", "́̀", "đ", "-", "a" * 10_000, "a " * 5_000, "\0", "' OR 1=1 --", "🎋", "%_"]
)
def test_no_words_are_too_strange(work, leader, words):
    assert listing.page_of(Wanted(words=words), user=leader, on=TODAY).total in range(5)


@given(words=st.text(max_size=60))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_anything_may_be_searched(work, leader, words):
    listing.page_of(Wanted(words=words), user=leader, on=TODAY)
