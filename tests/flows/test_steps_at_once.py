"""Two people take the same step at the same time: one of them does, the other is told, and nothing is lost."""

import subprocess
import sys

import pytest

from offices import run

ASKED = """
from django.utils import timezone
from caytre.core.models import User
from caytre.units.models import Post, Unit
from caytre.work.models import Occurrence, Task
now = timezone.now()
does, gives = Unit.objects.create(level="commune"), Unit.objects.create(level="province")
for number in range(4):
    user = User.objects.create(username=f"nguoi-{number}", date_joined=now)
    for unit in (does, gives):
        Post.objects.create(user=user, unit=unit, role="leader")
task = Task.objects.create(unit=gives, text="Trồng tre", standing="issued", made_at=now, made_by=User.objects.first())
boss = User.objects.filter(is_superuser=True).first()
print(Occurrence.objects.create(
    task=task, unit=does, giver=gives, key="once", made_at=now, STATE
).pk)
"""
STEP = """
import sys
from django.utils import timezone
from caytre.core.models import User
from caytre.core.refusals import Refused
from caytre.units.queries.standing import acting
from caytre.work.actions import directing, doing
from caytre.work.models import Occurrence
name, key, number = sys.argv[1:]
by = acting(User.objects.get(username=f"nguoi-{number}"), on=timezone.localdate())
one = Occurrence.objects.get(pk=key)
act = {"claim": doing.claim, "verify": directing.verify}[name]
print("ready", flush=True)
sys.stdin.readline()
try:
    act(one, text=f"của {number}", seen=1, by=by, at=timezone.now())
    print("done")
except Refused as refusal:
    print(type(refusal).__name__)
"""
HELD = """
import json, sys
from caytre.core.models import Event
from caytre.work.models import Occurrence
one = Occurrence.objects.get(pk=sys.argv[1])
print(json.dumps([one.state, one.version, one.entries.count(), Event.objects.filter(about=str(one.pk)).count()]))
"""


@pytest.mark.parametrize(
    ("name", "state", "after"),
    [("claim", 'state="doing"', "claimed"), ("verify", 'state="claimed", claimed_by=boss', "verified")],
)
def test_one_wins(office, name, state, after):
    key = run(office, ASKED.replace("STATE", state)).strip()
    command = [sys.executable, "-c", "import django; django.setup()\n" + STEP, name, key]
    at_once = [
        subprocess.Popen(
            [*command, str(number)], env=office.environment, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        for number in range(4)
    ]  # fmt: skip
    for one in at_once:
        assert one.stdout.readline() == "ready\n"
    for one in at_once:
        one.stdin.write("go\n")
        one.stdin.flush()
    said = sorted(one.communicate()[0].strip() for one in at_once)
    assert said == ["ChangedMeanwhile"] * 3 + ["done"]
    assert run(office, HELD, key).strip() == f'["{after}", 2, 1, 1]'
