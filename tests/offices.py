"""What an installation holds, what fills it, and what goes on in it while it is backed up."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from flows.installation import Installation, until

_START = "import django; django.setup()\n"
_HELD = """
import json
from hashlib import sha256
from pathlib import Path
from django.conf import settings
from caytre.core import chain, search
from caytre.core.models import User
from caytre.documents.models import Correction, Document, Reading, Removal
from caytre.work.models import Evidence

def digest(file):
    path = Path(settings.MEDIA_ROOT, file)
    return sha256(path.read_bytes()).hexdigest() if path.exists() else None

papers = Document.objects.all()
print(json.dumps({
    "documents": {d.pk.hex: [d.name, d.title, d.state, d.sha256, digest(d.file.name)] for d in Document.objects.all()},
    "evidence": {e.pk.hex: [e.name, e.sha256, digest(e.file.name)] for e in Evidence.objects.exclude(file="")},
    "readings": sorted([r.document_id.hex, r.number, r.content["text"]] for r in Reading.objects.all()),
    "corrections": sorted([c.id, c.part, c.field, c.new] for c in Correction.objects.all()),
    "removals": sorted([r.document.hex, r.by_id, r.why] for r in Removal.objects.all()),
    "users": sorted(User.objects.values_list("username", "password")),
    "events": [[row[0], row[1], row[-1]] for row in chain.rows()],
    "fault": chain.verify({}).fault,
    "found": {
        words: sorted(search.find(words, kind="document", among=papers))
        for words in ("sat lo", "sạt lở", "tre", "suoi truc")
    },
    "stored": sorted(p.name for p in Path(settings.MEDIA_ROOT).rglob("*") if p.is_file()),
}))
"""
_FILL = """
import os, sys
from django.core.files.base import ContentFile
from django.utils import timezone
from hashlib import sha256
from caytre.core.models import User
from caytre.documents.models import Document
by, now = User.objects.first(), timezone.now()
for number in range(int(sys.argv[1])):
    content = os.urandom(1 << 20)
    document = Document(
        name=f"{number}.pdf", kind="pdf", size=len(content), sha256=sha256(content).hexdigest(), state="read",
        received_at=now, queued_at=now, received_by=by,
    )
    document.file.save(".pdf", ContentFile(content), save=False)
    document.save(force_insert=True)
"""
_SHOW = """
from pathlib import Path
from django.conf import settings
from django.utils import timezone
from caytre.core.models import User
from caytre.units.models import Unit
from caytre.units.queries.standing import acting
from caytre.web.workbooks.reading import sheets_of
from caytre.work.actions import doing, evidence
from caytre.work.models import Occurrence, Task

by, now = acting(User.objects.first(), on=timezone.localdate()), timezone.now()
unit = Unit.objects.create(level="commune")
task = Task.objects.create(unit=unit, text="Trồng tre", standing="issued", made_at=now, made_by=by)
one = Occurrence.objects.create(task=task, unit=unit, giver=unit, key="once", made_at=now)
path = Path(settings.DATA, "bien-ban.txt")
path.write_text("Biên bản trồng tre.", "utf-8")
file = evidence.examine(path, name="Biên bản.txt", cells=sheets_of)
doing.show(one, percent=50, text="Đã trồng.", files=[file], by=by, at=now)
path.unlink()
"""
# Takes in, corrects and removes until its input ends; prints a line for each round.
_WORK = """
import sys, threading, time
from pathlib import Path
from django.utils import timezone
from caytre.core.models import User
from caytre.documents.actions import correcting, intake, reading
from caytre.documents.models import Document
from caytre.documents.queries.reading import read_of
from caytre.units.queries.standing import acting
from caytre.web.intake import take_in

folder, over = Path(sys.argv[1]), threading.Event()
by = acting(User.objects.first(), on=timezone.localdate())
threading.Thread(target=lambda: (sys.stdin.read(), over.set()), daemon=True).start()
plan, number, mine = (folder / "plan.txt").read_text("utf-8"), 0, []
while not over.is_set():
    number += 1
    path = folder / "next.txt"
    path.write_text(plan.replace("Khe Bồng", f"Khe Bồng {number}") + f"\\nBản {number}\\n", "utf-8")
    document = take_in(path, name=f"{number}.txt", unit=None, by=by, at=timezone.now()).document
    reading.read(document.pk, clock=timezone.now)
    # The worker of a running server may have taken the document first; then it is its to read.
    while (read := read_of(Document.objects.get(pk=document.pk))) is None:
        time.sleep(0.05)
    header = read.facts.content["header"]
    correcting.correct(
        document, part="header", index=0, values={"title": f"Đã sửa {number}"}, as_seen=correcting.seen(header),
        why="", by=by, at=timezone.now(),
    )
    mine.append(document)
    if number % 4 == 0:
        intake.remove(mine.pop(0), by=by, at=timezone.now(), why="thử")
    print(number, flush=True)
"""


def held(office: Installation) -> dict[str, Any]:
    """Everything that a restore must bring back, as the installation sees it."""
    found: dict[str, Any] = json.loads(run(office, _HELD))
    return found


def fill(office: Installation, megabytes: int) -> None:
    """Documents of one megabyte each, of bytes that do not get smaller."""
    run(office, _FILL, str(megabytes))


def show_evidence(office: Installation) -> None:
    """Work of which somebody has given a file as evidence."""
    run(office, _SHOW)


def at_work(office: Installation, folder: str) -> subprocess.Popen[str]:
    """A process that takes in, reads, corrects and removes documents until its standard input is closed."""
    return subprocess.Popen(
        [sys.executable, "-c", _START + _WORK, folder], env=office.environment, text=True,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip


def is_whole(state: dict[str, Any]) -> bool:
    """Whether every document and all evidence has its file, no file is nobody's, and the history holds."""
    files = [*state["documents"].values(), *state["evidence"].values()]
    return (
        all(stored == digest for *_, digest, stored in files)
        and len(state["stored"]) == len(files)
        and state["fault"] is None
    )


def run(office: Installation, program: str, *arguments: str) -> str:
    """What a program prints that runs as a part of the installation."""
    command = [sys.executable, "-c", _START + program, *arguments]
    ran = subprocess.run(command, env=office.environment, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


def killed(office: Installation, arguments: list[str], new: tuple[Path, str], delay: float) -> None:
    """Kill a command some time after a path like ``new``, a folder and a pattern, has come to be."""
    folder, pattern = new
    before = set(folder.glob(pattern))
    running = office.start(*arguments)
    until(lambda: bool(set(folder.glob(pattern)) - before) or running.poll() is not None)
    time.sleep(delay)
    running.kill()
    running.wait()
