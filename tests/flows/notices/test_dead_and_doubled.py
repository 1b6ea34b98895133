"""Processes that tell people are killed and run twice at once: everybody is told once, and nobody is left out."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time

from flows.installation import ROOT, Installation

COUNT = 2500
_SET_UP = f"import sys; sys.path.insert(0, {str(ROOT / 'tests')!r}); import django; django.setup(); "
FILL = (
    _SET_UP
    + f"""
from countries import AT, TODAY, post, small_country
from factories import person
from works import task
from caytre.work.models import Occurrence
country, user = small_country(), person("van")
post(user, at=country.economy, role="focal")
one = task("Chọn giống tre", of=country.suoi_truc, by=user, due_on=TODAY)
Occurrence.objects.bulk_create(
    Occurrence(task=one, unit=country.economy, giver=country.suoi_truc, key=str(n), due_on=TODAY, made_at=AT)
    for n in range({COUNT})
)
"""
)
REMIND = (
    _SET_UP
    + """
from countries import AT, TODAY
from caytre.work.actions import reminding
print("begun", flush=True)
reminding.remind(on=TODAY, at=AT)
"""
)
COUNTED = _SET_UP + "from caytre.work.models import Notice; print(Notice.objects.count())"


def start(office: Installation, program: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", program], env=office.environment, text=True, stdout=subprocess.PIPE
    )


def printed(office: Installation, program: str) -> str:
    process = start(office, program)
    said, _ = process.communicate(timeout=120)
    assert process.returncode == 0
    return said.strip()


def test_killed_again_and_again_and_then_two_at_once(office):
    printed(office, FILL)
    pause = random.Random(5)
    for _ in range(4):
        process = start(office, REMIND)
        process.stdout.readline()
        time.sleep(pause.uniform(0, 0.4))
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdout.close()
    assert int(printed(office, COUNTED)) in (
        0,
        1000,
        2000,
        COUNT,
    )  # a thousand at a time, all of them or none
    both = [start(office, REMIND) for _ in range(2)]
    for process in both:
        process.communicate(timeout=120)
        assert process.returncode == 0
    assert printed(office, COUNTED) == str(COUNT)
