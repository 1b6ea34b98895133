"""What units do with their work, step by step: what is done, what is refused, what is said of it."""

from datetime import timedelta

import pytest

from caytre.core.models import Event
from caytre.units.models import Role
from caytre.work.actions import directing, doing, extending, stepping
from caytre.work.actions.doing import NotOfTheUnit
from caytre.work.actions.stepping import EVENTS, ChangedMeanwhile, WhyIsMissing
from caytre.work.models import Entry, Occurrence, State, Step
from caytre.work.rules.extensions import NeverDue, NotLater
from caytre.work.rules.permissions import MayNotDo, OwnClaim, OwnWork
from caytre.work.rules.progress import NoFigure, NoLink, NoSuchPercent, NothingSaid, PartsAreOpen
from caytre.work.rules.steps import NotNow
from countries import AT, TODAY
from works import DUE, at_work, occurrence, task

LATER = AT + timedelta(hours=1)


@pytest.fixture
def focal(country):
    """Of the unit that gives."""
    return at_work("dau-moi", at=country.suoi_truc, role=Role.FOCAL)


@pytest.fixture
def head(country):
    """Of the unit that does."""
    return at_work("truong-phong", at=country.economy, role=Role.LEADER)


@pytest.fixture
def hand(country):
    """Whoever works there."""
    return at_work("chuyen-vien", at=country.economy, role=Role.IMPLEMENTER)


@pytest.fixture
def given(country, focal):
    """Suối Trúc gives a task to its office of economy."""
    one = task("Chọn giống tre", of=country.suoi_truc, by=focal, lead=country.economy)
    return occurrence(one, unit=country.economy)


def now(given):
    return Occurrence.objects.get(pk=given.pk)


def moved(given, **values):
    Occurrence.objects.filter(pk=given.pk).update(**values)
    return now(given)


def test_from_received_to_verified(given, focal, head, hand):
    doing.receive(given, seen=1, by=head, at=AT)
    doing.hand(given, to=hand, text="Làm trong tuần này.", seen=2, by=head, at=AT)
    doing.show(given, percent=40, text="Đã chọn 3 giống.", figures={"số giống": 3}, by=hand, at=AT)
    doing.claim(given, text="Đã xong.", links=["https://suoitruc.example/tre"], seen=4, by=hand, at=LATER)
    directing.give_back(given, text="Thiếu biên bản.", seen=5, by=focal, at=LATER)
    doing.claim(given, text="Đã bổ sung.", seen=6, by=hand, at=LATER)
    directing.verify(given, seen=7, by=focal, at=LATER)
    done = now(given)
    assert (done.state, done.percent, done.holder, done.claimed_by) == (State.VERIFIED, 100, hand, hand)
    assert (done.received_at, done.shown_at, done.claimed_at, done.verified_at) == (AT, LATER, LATER, LATER)
    assert [(entry.step, entry.by, entry.text) for entry in done.entries.all()] == [
        ("received", head, ""),
        ("handed", head, "Làm trong tuần này."),
        ("progress", hand, "Đã chọn 3 giống."),
        ("claimed", hand, "Đã xong."),
        ("returned", focal, "Thiếu biên bản."),
        ("claimed", hand, "Đã bổ sung."),
        ("verified", focal, ""),
    ]
    assert done.entries.get(step="progress").figures == {"số giống": 3}
    assert done.entries.first().capacity == "Lãnh đạo, Phòng Kinh tế xã Suối Trúc"


def test_history_has_every_step_in_order_and_no_word(given, head, hand, focal):
    doing.receive(given, seen=1, by=head, at=AT)
    doing.show(given, percent=None, text="Đã chọn 3 giống.", by=hand, at=AT)
    doing.claim(given, text="", seen=3, by=hand, at=AT)
    directing.verify(given, seen=4, by=focal, at=AT)
    events = Event.objects.filter(about=str(given.pk)).order_by("id")
    assert [(event.name, event.by, event.details["version"]) for event in events] == [
        ("work.occurrence.received", head, 2),
        ("work.occurrence.shown", hand, 3),
        ("work.occurrence.claimed", hand, 4),
        ("work.occurrence.verified", focal, 5),
    ]
    assert not any("giống" in str(event.details) for event in events)


def test_every_step_has_an_event():
    assert set(EVENTS) == set(Step) and len(set(EVENTS.values())) == len(EVENTS)


def test_a_second_click_is_the_first_one(given, head, hand, focal):
    steps = [
        lambda: doing.receive(given, seen=1, by=head, at=AT),
        lambda: doing.hand(given, to=hand, seen=2, by=head, at=AT),
        lambda: doing.show(given, percent=40, text="Đang làm", by=hand, at=AT, seen=3),
        lambda: doing.claim(given, text="Xong", seen=4, by=hand, at=AT),
        lambda: directing.verify(given, seen=5, by=focal, at=AT),
    ]
    for step in steps:
        assert step() == step()
    assert given.entries.count() == len(steps)
    assert Event.objects.filter(about=str(given.pk)).count() == len(steps)


def test_whoever_saw_an_older_state_is_told_so(given, head, focal):
    doing.receive(given, seen=1, by=head, at=AT)
    with pytest.raises(ChangedMeanwhile):
        directing.withdraw(given, text="Đã làm năm ngoái.", seen=1, by=focal, at=AT)
    assert now(given).state == State.DOING


def test_what_two_people_say_at_once_is_both_kept(given, head, hand):
    doing.show(given, percent=20, text="Một", by=head, at=AT)
    doing.show(given, percent=30, text="Hai", by=hand, at=AT)
    assert [entry.text for entry in given.entries.all()] == ["Một", "Hai"]


def test_an_objection_is_upheld_or_passed_on(country, given, head, focal):
    doing.object_to(given, text="Thuộc Sở Tài chính.", instead=country.finance, seen=1, by=head, at=AT)
    entry = given.entries.get()
    assert (now(given).state, entry.unit) == (State.OBJECTED, country.finance)
    directing.uphold(given, text="Giao đúng.", seen=2, by=focal, at=AT)
    assert now(given).state == State.OPEN
    doing.object_to(given, text="Vẫn không thuộc.", instead=None, seen=3, by=head, at=AT)
    new = directing.pass_to(given, unit=country.finance, text="Chuyển.", seen=4, by=focal, at=AT)
    assert new == directing.pass_to(given, unit=country.finance, text="Chuyển.", seen=4, by=focal, at=AT)
    assert now(given).state == State.SUPERSEDED
    assert (new.unit, new.after, new.key, new.due_on) == (country.finance, given, "once", DUE)
    assert new.giver == country.suoi_truc


def test_what_a_unit_has_already_is_not_passed_to_it(country, given, focal):
    occurrence(given.task, unit=country.finance)
    with pytest.raises(directing.HasItAlready):
        directing.pass_to(given, unit=country.finance, text="Chuyển.", seen=1, by=focal, at=AT)
    assert now(given).state == State.OPEN and not given.entries.exists()


def test_it_is_handed_to_somebody_who_works_there(given, head, focal):
    with pytest.raises(NotOfTheUnit):
        doing.hand(given, to=focal, seen=1, by=head, at=AT)
    assert now(given).holder is None


def test_whoever_has_it_in_hand_may_claim_it(country, given, head):
    clerk = at_work("van-thu", at=country.economy, role=Role.CLERK)
    with pytest.raises(MayNotDo):
        doing.claim(given, text="", seen=1, by=clerk, at=AT)
    doing.hand(given, to=clerk, seen=1, by=head, at=AT)
    doing.claim(given, text="", seen=2, by=clerk, at=AT)
    assert now(given).claimed_by == clerk


def test_nobody_verifies_what_they_claimed(country, given, hand):
    both = at_work("kiem-nhiem", at=country.suoi_truc, role=Role.FOCAL)
    moved(given, state="claimed", claimed_by=both)
    with pytest.raises(OwnClaim):
        directing.verify(given, seen=1, by=both, at=AT)


def test_of_its_own_work_a_unit_s_leader_verifies(country, focal):
    leader = at_work("chu-tich", at=country.suoi_truc, role=Role.LEADER)
    own = occurrence(
        task("Họp", of=country.suoi_truc, by=focal, lead=country.suoi_truc), unit=country.suoi_truc
    )
    doing.claim(own, text="", seen=1, by=leader, at=AT)
    with pytest.raises(OwnWork):
        directing.verify(own, seen=2, by=focal, at=AT)
    directing.verify(own, seen=2, by=leader, at=AT)
    assert now(own).state == State.VERIFIED


def test_of_its_own_work_a_unit_s_leader_grants_more_time(country, focal):
    leader = at_work("chu-tich", at=country.suoi_truc, role=Role.LEADER)
    own = occurrence(
        task("Họp", of=country.suoi_truc, by=focal, lead=country.suoi_truc), unit=country.suoi_truc
    )
    later = own.due_on + timedelta(days=7)
    extending.ask(own, until=later, text="Mưa lũ", seen=1, by=focal, at=AT)
    with pytest.raises(OwnWork):
        extending.decide(own, due_on=later, seen=2, by=focal, at=AT)
    extending.decide(own, due_on=later, seen=2, by=leader, at=AT)
    assert now(own).due_on == later


def test_a_reason_is_given(given, head, focal):
    moved(given, state="claimed")
    for step in (directing.give_back, directing.withdraw):
        with pytest.raises(WhyIsMissing):
            step(given, text="  ", seen=1, by=focal, at=AT)
    with pytest.raises(WhyIsMissing):
        doing.object_to(given, text="", instead=None, seen=1, by=head, at=AT)
    with pytest.raises(WhyIsMissing):
        extending.ask(given, until=DUE, text="", seen=1, by=head, at=AT)


@pytest.mark.parametrize(
    ("values", "refusal"),
    [
        ({"percent": None, "text": " "}, NothingSaid),
        ({"percent": 101, "text": ""}, NoSuchPercent),
        ({"percent": -1, "text": ""}, NoSuchPercent),
        ({"percent": 1, "text": "", "figures": {"": 1}}, NoFigure),
        ({"percent": 1, "text": "", "figures": {"số": float("nan")}}, NoFigure),
        ({"percent": 1, "text": "", "figures": {"số": True}}, NoFigure),
        ({"percent": 1, "text": "", "links": ["javascript:alert(1)"]}, NoLink),
        ({"percent": 1, "text": "", "links": ["https://"]}, NoLink),
        ({"percent": 1, "text": "", "links": ["http://[oops/"]}, NoLink),
    ],
)
def test_what_says_nothing_is_refused(given, hand, values, refusal):
    with pytest.raises(refusal):
        doing.show(given, **values, by=hand, at=AT)
    assert not given.entries.exists() and now(given).version == 1


def test_what_ended_is_not_gone_on_with(given, hand, head, focal):
    directing.withdraw(given, text="Đã làm năm ngoái.", seen=1, by=focal, at=AT)
    with pytest.raises(NotNow):
        doing.show(given, percent=1, text="", by=hand, at=AT)


def test_more_time_is_asked_for_and_granted_until_another_day(given, head, focal):
    asked, other = DUE + timedelta(days=10), DUE + timedelta(days=5)
    extending.ask(given, until=asked, text="Mưa kéo dài.", seen=1, by=head, at=AT)
    with pytest.raises(extending.AskedAlready):
        extending.ask(given, until=asked, text="Vẫn mưa.", seen=2, by=head, at=AT)
    extending.decide(given, due_on=other, seen=2, by=focal, at=LATER)
    kept = given.extensions.get()
    assert (kept.was_due_on, kept.asked_for, kept.due_on, kept.granted) == (DUE, asked, other, True)
    assert (kept.asked_by, kept.decided_by, kept.decided_at) == (head, focal, LATER)
    assert (now(given).due_on, now(given).ends) == (other, other)
    with pytest.raises(extending.NothingAsked):
        extending.decide(given, due_on=asked, seen=3, by=focal, at=LATER)


def test_more_time_is_denied_with_a_reason(given, head, focal):
    extending.ask(given, until=DUE + timedelta(days=10), text="Mưa.", seen=1, by=head, at=AT)
    with pytest.raises(WhyIsMissing):
        extending.decide(given, due_on=None, seen=2, by=focal, at=AT)
    extending.decide(given, due_on=None, text="Còn đủ thời gian.", seen=2, by=focal, at=AT)
    assert (now(given).due_on, given.extensions.get().granted) == (DUE, False)


def test_only_a_later_day_is_asked_for_and_only_of_what_is_due(given, head):
    for until in (DUE, DUE - timedelta(days=1)):
        with pytest.raises(NotLater):
            extending.ask(given, until=until, text="Mưa.", seen=1, by=head, at=AT)
    late = moved(given, due_on=TODAY - timedelta(days=9))
    with pytest.raises(NotLater):
        extending.ask(late, until=TODAY - timedelta(days=1), text="Mưa.", seen=1, by=head, at=AT)
    moved(given, due_on=None)
    with pytest.raises(NeverDue):
        extending.ask(given, until=DUE, text="Mưa.", seen=1, by=head, at=AT)


def test_a_task_is_complete_when_all_its_parts_are(country, given, head, focal):
    parts = [
        occurrence(
            task(f"Phần {number}", of=country.economy, by=head, lead=country.finance, parent=given.task),
            unit=country.finance,
        )
        for number in (1, 2)
    ]
    with pytest.raises(PartsAreOpen):
        doing.claim(given, text="", seen=1, by=head, at=AT)
    moved(parts[0], state="verified")
    directing.withdraw(parts[1], text="Không cần nữa.", seen=1, by=head, at=AT)
    doing.claim(given, text="", seen=1, by=head, at=AT)
    late = occurrence(
        task("Phần 3", of=country.economy, by=head, lead=country.finance, parent=given.task),
        unit=country.finance,
    )
    with pytest.raises(PartsAreOpen):
        directing.verify(given, seen=2, by=focal, at=AT)
    moved(late, state="verified")
    directing.verify(given, seen=2, by=focal, at=AT)
    assert now(given).state == State.VERIFIED


def test_what_was_withdrawn_takes_all_that_is_open_with_it(country, given, focal):
    done = occurrence(given.task, unit=country.finance, state="verified")
    both = Occurrence.objects.filter(task=given.task)
    word = stepping.Word(Step.WITHDRAWN, text="Kế hoạch bị rút.")
    assert len(stepping.enter_all(stepping.held(both), word=word, by=focal, at=AT)) == 1
    assert (now(given).state, now(done).state) == (State.WITHDRAWN, State.VERIFIED)
    assert Entry.objects.get().text == "Kế hoạch bị rút."
