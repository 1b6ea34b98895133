"""Mails: one digest a day, at once what cannot wait, each once, whatever the gateway does."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from caytre.units.models import Role
from caytre.web.notices import mail
from caytre.work.actions import mailing, reminding
from caytre.work.models import Entry, Mail, Notice, Occurrence, State
from countries import AT, post
from factories import person
from smtpgate import gate
from works import occurrence, task


@pytest.fixture
def gateway(settings, focal):
    """A gateway, and a focal officer with an address."""
    with gate() as made:
        settings.MAIL_IS_ON = True
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", made.port, 1
        settings.PUBLIC_URL = "https://caytre.bengmay.vn"
        focal.email = "van@suoitruc.vn"
        focal.save()
        yield made


@pytest.fixture
def told(given, today, country, officer):
    """Two things are late."""
    two = task("Đào hố", of=country.suoi_truc, by=officer, due_on=given.due_on)
    occurrence(two, unit=country.economy)
    reminding.remind(on=today, at=AT)


@pytest.fixture
def later(monkeypatch, today):
    """Puts the clock forward."""

    def forward(**by):
        now = timezone.now() + timedelta(**by)
        monkeypatch.setattr(timezone, "now", lambda: now)

    return forward


def gather():
    mail.gather(on=timezone.localdate(), at=timezone.now())


def states():
    return sorted(Mail.objects.values_list("state", flat=True))


def test_one_digest_a_day_with_titles_and_links_only(gateway, told, today):
    for _ in range(2):
        gather()
        mail.post()
    (message,) = gateway.taken
    assert message["To"] == "van@suoitruc.vn"
    assert message["Subject"] == "Cây Tre: 2 việc cần chú ý hôm nay"
    assert message["Message-ID"] == f"<{Mail.objects.get().mark}@caytre.bengmay.vn>"
    text = message.get_content()
    assert "Quá hạn: Chọn giống tre" in text and "Quá hạn: Đào hố" in text
    assert "hạn 14/03/2031, quá hạn 3 ngày" in text
    assert "https://caytre.bengmay.vn/notices/" in text
    assert states() == ["sent"]


def test_what_comes_after_the_digest_waits_for_the_next_day(gateway, told, today, later, country, officer):
    gather()
    mail.post()
    occurrence(task("Lót phân", of=country.suoi_truc, by=officer, due_on=today), unit=country.economy)
    reminding.remind(on=today, at=AT)
    gather()
    mail.post()
    assert len(gateway.taken) == 1
    later(days=1)
    gather()
    mail.post()
    assert "Lót phân" in gateway.taken[1].get_content()
    assert "Đào hố" not in gateway.taken[1].get_content()


def test_a_return_is_told_at_once_and_alone(gateway, given, today):
    for _ in range(2):
        reminding.tell(
            entry := Entry.objects.create(occurrence=given, step="returned", at=AT), at=timezone.now()
        )
    mail.post()
    mail.post()
    assert [message["Subject"] for message in gateway.taken] == ["Cây Tre: Bị trả lại"] * 2
    reminding.tell(entry, at=timezone.now())
    mail.post()
    assert len(gateway.taken) == 2


def test_what_was_claimed_meanwhile_is_left_out(gateway, told):
    gather()
    Occurrence.objects.filter(task__text="Đào hố").update(state=State.CLAIMED)
    mail.post()
    assert "Đào hố" not in gateway.taken[0].get_content()


def test_where_nothing_is_left_to_say_nothing_goes_out(gateway, told):
    gather()
    Occurrence.objects.update(state=State.WITHDRAWN)
    mail.post()
    assert (gateway.taken, states()) == ([], ["dropped"])


def test_nor_to_who_may_not_see_it_any_more(gateway, told, focal, today):
    gather()
    focal.posts.update(valid_to=today)
    mail.post()
    assert (gateway.taken, states()) == ([], ["dropped"])


def test_a_gateway_that_is_away_is_tried_again(gateway, told, settings, later):
    gather()
    settings.EMAIL_PORT = 1
    assert mail.post() == 0
    settings.EMAIL_PORT = gateway.port
    assert mail.post() == 0  # not yet
    later(minutes=16)
    assert mail.post() == 1
    assert (len(gateway.taken), states()) == (1, ["sent"])


def test_a_slow_gateway_holds_up_for_a_second_and_costs_one_message_a_try(
    gateway, told, today, country, later
):
    other = person("lo")
    other.email = "lo@suoitruc.vn"
    other.save()
    post(other, at=country.economy, role=Role.FOCAL)
    reminding.remind(on=today, at=AT)
    gather()
    gateway.wait = 1.5
    began = datetime.now()
    assert mail.post() == 0
    assert datetime.now() - began < timedelta(seconds=3)
    assert sorted(Mail.objects.values_list("tries", flat=True)) == [0, 1]
    gateway.wait = 0
    assert mail.post() == 1
    later(minutes=16)
    assert mail.post() == 1


def test_one_accepted_without_an_answer_comes_again_under_the_same_number(gateway, told, later):
    gather()
    gateway.answers = [0]
    mail.post()
    later(minutes=16)
    mail.post()
    first, second = gateway.taken
    assert first["Message-ID"] == second["Message-ID"]
    assert states() == ["sent"]


@pytest.mark.parametrize(
    ("status", "state"), [(550, "given-up"), (554, "given-up"), (450, "waiting"), (451, "waiting")]
)
def test_what_the_gateway_says_of_a_message(gateway, told, status, state):
    gather()
    gateway.answers = [status]
    mail.post()
    assert (gateway.taken, states()) == ([], [state])


def test_after_eight_tries_it_is_given_up_and_the_inbox_has_it_all_the_same(
    gateway, told, settings, later, client
):
    gather()
    settings.EMAIL_PORT = 1
    for _ in range(9):
        mail.post()
        later(hours=13)
    assert (states(), Mail.objects.get().tries) == (["given-up"], 8)
    assert Notice.objects.count() == 2


def test_a_process_that_dies_while_it_sends_leaves_the_message_to_the_next(gateway, told, later):
    def killed(*_, **__):
        raise SystemExit

    gather()
    with pytest.raises(SystemExit):
        mailing.send_waiting(write=killed, clock=timezone.now)
    assert mail.post() == 0
    later(minutes=16)
    assert mail.post() == 1


def test_two_servers_whose_clocks_differ_by_five_minutes_send_it_once(gateway, told, later, settings):
    gather()
    gateway.answers = [451]
    mail.post()
    later(minutes=5)  # the other server
    mail.post()
    assert Mail.objects.get().tries == 1


@pytest.mark.parametrize("address", ["", "không phải địa chỉ\nBcc: x@y.vn"])
def test_an_address_that_is_none_harms_nobody(gateway, told, focal, address):
    gather()
    focal.email = address
    focal.save()
    mail.post()
    assert gateway.taken == []
    assert states() in (["dropped"], ["given-up"])


def test_without_a_gateway_nothing_is_made(told, settings, focal):
    settings.MAIL_IS_ON = False
    gather()
    assert mail.post() == 0
    assert not Mail.objects.exists()


def test_no_digest_before_seven_in_the_morning(gateway, told, today, later):
    later(hours=-11)  # one o'clock
    gather()
    assert mail.post() == 0
    later(hours=6)
    assert mail.post() == 1
