"""Telling people: each once, whatever ran how often, and nobody of what is claimed, withdrawn or asked about."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import given as any_of
from hypothesis import strategies as some

from caytre.core.models import User
from caytre.units.models import Role
from caytre.units.queries.standing import acting
from caytre.work.actions import issuing, reminding
from caytre.work.models import Entry, Extension, Notice, Occurrence, Part, Party, Standing, State
from caytre.work.queries.notices import unseen
from countries import AT, post
from factories import person, read
from works import at_work, occurrence, plan, task

DUE = date(2031, 3, 14)  # a Friday
DAYS = [DUE + timedelta(days=shift) for shift in range(-14, 28)]


@pytest.fixture
def people(country, officer):
    """A focal officer and a leader each at the giver, Suối Trúc, and at its office of economy, and one who monitors."""
    held = {
        "van": (country.economy, Role.FOCAL),
        "lo": (country.economy, Role.LEADER),
        "tre": (country.suoi_truc, Role.FOCAL),
        "chu-tich": (country.suoi_truc, Role.LEADER),
        "giam-sat": (country.culture, Role.FOCAL),
    }
    made = {}
    for name, (unit, role) in held.items():
        made[name] = person(name)
        post(made[name], at=unit, role=role)
    return made


@pytest.fixture
def work(country, officer, people):
    """One occurrence at the office of economy, given by Suối Trúc and monitored by the department of culture."""
    one = task("Chọn giống tre", of=country.suoi_truc, by=officer, lead=country.economy, due_on=DUE)
    Party.objects.create(task=one, part=Part.MONITOR, uid=country.culture.pk)
    return occurrence(one, unit=country.economy)


def remind(day):
    return reminding.remind(on=day, at=AT)


def told():
    """What was told: who, what, at which rung, on which day."""
    rows = Notice.objects.order_by("on", "recipient__username")
    found = rows.values_list("on", "recipient__username", "kind", "slot")
    return [(day.day, who, kind, slot.split()[-1]) for day, who, kind, slot in found]


ALL = [
    (5, "van", "coming", "-7"),
    (11, "van", "coming", "-3"),
    (13, "van", "coming", "-1"),
    (17, "lo", "overdue", "+1"),
    (17, "van", "overdue", "+1"),
    (19, "giam-sat", "watched", "+3"),
    (25, "chu-tich", "urge", "+7"),
    (25, "tre", "urge", "+7"),
    (3, "chu-tich", "inspect", "+14"),
    (3, "tre", "inspect", "+14"),
]


@pytest.mark.parametrize("times", [1, 2])
def test_every_day_once_or_twice_tells_the_same(work, times):
    for day in DAYS:
        for _ in range(times):
            remind(day)
    assert told() == ALL


def test_after_three_days_off_only_what_holds_now_is_told(work):
    remind(date(2031, 3, 10))
    remind(date(2031, 3, 13))  # down on the 11th: the third day before is not told any more
    remind(date(2031, 3, 20))  # down over the first day late and the third
    assert told() == [
        (10, "van", "coming", "-7"),
        (13, "van", "coming", "-1"),
        (20, "giam-sat", "watched", "+3"),
        (20, "lo", "overdue", "+1"),
        (20, "van", "overdue", "+1"),
    ]


@pytest.mark.parametrize(
    "stop",
    [
        {"state": State.CLAIMED},
        {"state": State.WITHDRAWN},
        {"state": State.SUPERSEDED},
        {"state": State.VERIFIED},
    ],
)
def test_what_is_claimed_or_ended_is_not_followed_up(work, stop):
    Occurrence.objects.update(**stop)
    assert remind(DUE + timedelta(days=40)) == 0


def test_nor_what_waits_for_an_answer_on_more_time(work, people):
    asked = Extension.objects.create(
        occurrence=work, was_due_on=DUE, asked_for=DUE, why="mưa", asked_at=AT, asked_by=people["van"]
    )
    assert remind(date(2031, 3, 17)) == 0
    asked.granted = False
    asked.save()
    assert remind(date(2031, 3, 17)) == 2


def test_nor_a_task_that_is_not_in_force(work):
    work.task.standing = Standing.WITHDRAWN
    work.task.save()
    assert remind(date(2031, 3, 17)) == 0


def test_a_new_last_day_begins_the_ladder_anew(work):
    remind(date(2031, 3, 17))
    Occurrence.objects.update(due_on=date(2031, 3, 26))
    remind(date(2031, 3, 17))
    assert (17, "van", "coming", "-7") in told()


def test_a_giver_that_ended_is_told_where_it_goes_on(work, country, people, officer):
    Occurrence.objects.update(giver=country.lau)
    work.task.parties.filter(part=Part.MONITOR).delete()
    remind(date(2031, 3, 19))
    assert (19, "tre", "watched", "+3") in told()


def test_who_has_it_in_hand_is_told_and_nobody_with_a_closed_account(work, people):
    Occurrence.objects.update(holder=people["lo"])
    remind(date(2031, 3, 13))
    assert told() == [(13, "lo", "coming", "-1")]
    User.objects.filter(username="lo").update(is_active=False)
    remind(date(2031, 3, 17))
    assert told()[1:] == [(17, "van", "overdue", "+1")]


@pytest.mark.parametrize("wholly", [True, False])
def test_digests_can_be_muted_returns_cannot(work, people, officer, tmp_path, wholly):
    made = plan(read(tmp_path, by=officer), of=work.giver, by=officer)
    work.task.plan = made
    work.task.save()
    reminding.mute(None if wholly else made, by=people["van"], at=AT)
    reminding.mute(None if wholly else made, by=people["van"], at=AT)
    remind(date(2031, 3, 17))
    assert told() == [(17, "lo", "overdue", "+1")]
    step(work, "returned", by=people["tre"])
    assert (1, "van", "returned") in [(day, who, kind) for day, who, kind, _ in told()]
    reminding.unmute(None if wholly else made, by=people["van"])
    remind(date(2031, 3, 18))
    assert (18, "van", "overdue", "+1") in told()


def step(work, name, *, by):
    entry = Entry.objects.create(occurrence=work, step=name, at=AT, by=by)
    reminding.tell(entry, at=AT)
    reminding.tell(entry, at=AT)


@pytest.mark.parametrize(
    ("name", "by", "to"),
    [
        ("returned", "tre", ["van"]),
        ("handed", "lo", ["van"]),
        ("handed", "van", []),  # to themselves
        ("objected", "van", ["chu-tich", "tre"]),
        ("progress", "van", []),
        ("claimed", "van", []),
    ],
)
def test_what_is_told_at_once(work, people, name, by, to):
    if name == "handed":
        work.holder = people["van"]
    step(work, name, by=people[by])
    assert [who for _, who, _, _ in told()] == to


def test_queries_grow_by_the_batch_not_by_the_occurrence(
    work, country, officer, django_assert_max_num_queries
):
    def more(count):
        tasks = [task(f"Việc {n}", of=country.suoi_truc, by=officer, due_on=DUE) for n in range(count)]
        for one in tasks:
            occurrence(one, unit=country.economy)

    more(9)
    with django_assert_max_num_queries(14) as first:
        assert remind(date(2031, 3, 5)) == 10
    more(500)
    with django_assert_max_num_queries(len(first) + 500 // 100):  # SQLite takes some hundred rows at a time
        assert remind(date(2031, 3, 5)) == 500


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@any_of(
    dues=some.lists(some.dates(date(2031, 1, 1), date(2031, 6, 30)), min_size=1, max_size=4),
    runs=some.lists(some.tuples(some.integers(0, 90), some.integers(1, 2)), min_size=1, max_size=12),
    jump=some.sampled_from([0, 0, 1, -1, 365, -20_000]),
)
def test_any_days_any_number_of_times_tell_each_rung_once(country, officer, people, dues, runs, jump):
    Notice.objects.all().delete()
    Occurrence.objects.all().delete()
    for number, due in enumerate(dues):
        one = task(f"Việc {number}", of=country.suoi_truc, by=officer, due_on=due)
        occurrence(one, unit=country.economy)
    first = min(dues) - timedelta(days=15)
    for shift, times in runs:
        for _ in range(times):
            remind(first + timedelta(days=shift))
    remind(first + timedelta(days=runs[-1][0] + jump))  # the clock jumps, and comes back
    remind(first + timedelta(days=runs[-1][0]))
    rows = Notice.objects.values_list("recipient", "about", "slot")
    assert len(rows) == len(set(rows))


def test_who_does_it_is_told_once_that_the_giver_withdrew_it(country, people, officer):
    given = task("Trồng tre", of=country.ben_may, by=officer)
    for unit in (country.economy, country.suoi_truc):
        occurrence(given, unit=unit)
    issuing.withdraw(given, why="tỉnh tự làm", by=at_work("tinh", at=country.ben_may, role=Role.FOCAL), at=AT)
    told = Notice.objects.filter(kind="withdrawn").values_list("recipient__username", flat=True)
    assert sorted(told) == ["chu-tich", "lo", "tre", "van"]


def test_what_is_new_is_counted_of_what_one_may_see(country, people, officer):
    """The count at the head of every page is prepared apart from the list that it announces."""
    given = task("Trồng tre", of=country.ben_may, by=officer)
    rows = [occurrence(given, unit=unit) for unit in (country.economy, country.suoi_truc, country.doi_cao)]
    somebody = [
        at_work("xem-it", at=country.suoi_truc, role=Role.CLERK),
        at_work("xem-tinh", at=country.ben_may, role=Role.LEADER),
        at_work("xem-het", at=country.government, role=Role.LEADER),
        acting(person("khong-chuc-vu"), on=DUE),
    ]
    for user in somebody:
        Notice.objects.bulk_create(
            Notice(kind="coming", about=row, recipient=user, slot="1", on=DUE, at=AT) for row in rows
        )
    counts = [unseen(user) for user in somebody]
    assert counts == [Notice.objects.visible_to(user).unseen().count() for user in somebody]
    assert counts[-1] == 0 < counts[0] < counts[-2]
    reading = somebody[1]
    reminding.see(Notice.objects.visible_to(reading).values_list("pk", flat=True), by=reading, at=AT)
    assert unseen(reading) == 0
