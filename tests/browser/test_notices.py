"""Notices on the screen: every page is sound and fits; a letter is drafted by keyboard."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from browser.test_every_page import seen
from caytre.units.models import Role
from caytre.work.actions import feeding, reminding
from caytre.work.models import Feed, LetterDraft
from countries import post, small_country
from factories import read
from works import occurrence, plan, task


@pytest.fixture
def addresses(transactional_db, officer, tmp_path):
    """The address of every page of notices; the officer is focal at Suối Trúc, whose office of economy is late."""
    country, now = small_country(), timezone.now()
    today = timezone.localdate()
    post(officer, at=country.suoi_truc, role=Role.FOCAL)
    made = plan(read(tmp_path, by=officer), of=country.suoi_truc, by=officer)
    for number, days in enumerate((40, 3, -1)):
        one = task(f"Chọn giống tre đợt {number}", of=country.suoi_truc, by=officer, plan=made)
        occurrence(one, unit=country.economy, due_on=today - timedelta(days))
        occurrence(one, unit=country.suoi_truc, due_on=today - timedelta(days))
    reminding.remind(on=today, at=now)
    feeding.renew(Feed.What.UNIT, by=officer, at=now)
    late = f"/notices/letters/?unit={country.economy.pk}&giver={country.suoi_truc.pk}"
    return {
        "inbox": "/notices/", "settings": "/notices/settings/", "feeds": "/notices/feeds/",
        "owing": "/notices/letters/", "late": late,
    }  # fmt: skip


@pytest.mark.parametrize("language", ["Tiếng Việt", "English"])
def test_pages_of_notices_are_sound_and_fit(tab, addresses, language):
    assert seen(tab, addresses, language=language) == []


def test_a_letter_is_drafted_and_taken_by_keyboard(tab, addresses):
    page = tab().page
    page.goto(addresses["late"])
    page.get_by_role("checkbox").first.focus()
    page.keyboard.press("Space")
    page.get_by_role("button", name="Soạn công văn đôn đốc").focus()
    page.keyboard.press("Enter")
    with page.expect_download() as download:
        page.get_by_role("link", name="Tải về").click()
    assert download.value.suggested_filename.endswith(".docx")
    assert LetterDraft.objects.get().lines.count() == 1
