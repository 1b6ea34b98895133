"""Many who write at once neither fork the history nor wait for each other for ever."""

import subprocess
import sys

from factories import write
from offices import held

# Each records alone, inside longer transactions, and in some that are taken back.
RECORD = """
import sys, django
django.setup()
from django.db import transaction
from django.utils import timezone
from caytre.core import history

for number in range(30):
    try:
        with transaction.atomic():
            history.record("test.thing.done", about=sys.argv[1], by=None, at=timezone.now(), number=number)
            with transaction.atomic():
                history.record("test.thing.ended", about=sys.argv[1], by=None, at=timezone.now(), number=number)
            if number % 3 == 0:
                raise LookupError
    except LookupError:
        history.record("test.thing.undone", about=sys.argv[1], by=None, at=timezone.now(), number=number)
"""
# Each corrects, takes out and puts back in the same document.
CORRECT = """
import sys, django
django.setup()
from django.utils import timezone
from caytre.core.models import User
from caytre.documents.actions import correcting
from caytre.documents.actions.correcting import ChangedMeanwhile
from caytre.documents.models import Document
from caytre.documents.queries.reading import read_of
from caytre.units.queries.standing import acting

by = acting(User.objects.get(), on=timezone.localdate())
document, done = Document.objects.get(name="ke-hoach.txt"), 0
while done < 12:
    facts = read_of(document).facts
    try:
        if facts.removed:
            correcting.put_back(document, correction=facts.removed[0].id, by=by, at=timezone.now())
        else:
            seen = correcting.seen(facts.content["tasks"][0])
            correcting.take_out(document, part="tasks", index=0, as_seen=seen, why="", by=by, at=timezone.now())
        header = read_of(document).facts.content["header"]
        correcting.correct(
            document, part="header", index=0, values={"title": f"Bản {sys.argv[1]} {done}"},
            as_seen=correcting.seen(header), why="", by=by, at=timezone.now(),
        )
    except ChangedMeanwhile:
        pass
    done += 1
"""

UNIT = """
import django
django.setup()
from caytre.units.models import Unit, UnitState
UnitState.objects.create(unit=Unit.objects.create(level="commune"), name="Xã Suối Trúc", kind="xã")
"""
# The person chooses another password, again and again; how it is hashed does not matter here.
CHANGE = """
import django
django.setup()
from django.conf import settings
from django.utils import timezone
from caytre.accounts.actions import passwords
from caytre.core.models import User

settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
for number in range(60):
    passwords.change_password(User.objects.get(), password=f"cây tre {number}", at=timezone.now())
"""
# Meanwhile a post is given to them, and taken again.
APPOINT = """
import django
django.setup()
from django.utils import timezone
from caytre import flows
from caytre.core.models import User
from caytre.units.models import Unit

user, unit, today = User.objects.get(), Unit.objects.get(), timezone.localdate()
for number in range(60):
    post = flows.give_post(user, unit=unit, role="clerk", since=today, by=None, at=timezone.now())
    flows.end_post(post, on=today, by=None, at=timezone.now())
"""


def at_once(office, programs):
    """Run programs side by side; each must end well."""
    running = [
        subprocess.Popen(
            [sys.executable, "-c", program, str(number)], env=office.environment, text=True,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )
        for number, program in enumerate(programs)
    ]  # fmt: skip
    for process in running:
        said, _ = process.communicate(timeout=120)
        assert process.returncode == 0, said


def test_no_two_events_take_the_same_place(office):
    before = len(held(office)["events"])
    at_once(office, [RECORD] * 6)
    state = held(office)
    assert state["fault"] is None
    assert [event[0] for event in state["events"]] == list(range(1, before + 6 * (20 * 2 + 10) + 1))


def test_people_who_correct_the_same_document_do_not_lock_each_other_out(office, tmp_path):
    office.run("import", str(write(tmp_path)))
    office.run("worker", "--batch")
    at_once(office, [CORRECT] * 4 + [RECORD])
    state = held(office)
    corrected = [name for _, name, _ in state["events"] if name == "documents.fact.corrected"]
    assert state["fault"] is None and len(corrected) == len(state["corrections"]) > 12


def test_a_post_is_given_while_the_person_changes_the_password(office):
    at_once(office, [UNIT])
    at_once(office, [CHANGE, APPOINT, CHANGE, RECORD])
    names = [name for _, name, _ in held(office)["events"]]
    assert names.count("accounts.password.changed") == 120 and names.count("units.post.withdrawn") == 60
