"""The linter is set to hold the rules that it can hold: each is shown to be refused."""

from __future__ import annotations

import subprocess
import sys

import pytest

from house.sources import ROOT

BRANCHES = "".join(f"    if x == {i}:\n        return {i}\n" for i in range(9))


def codes(source: str, *, name: str) -> set[str]:
    """What ruff finds in a source that stood at ``name``."""
    ran = subprocess.run(
        [sys.executable, "-m", "ruff", "check", "--output-format", "concise", "--stdin-filename", name, "-"],
        input=source, capture_output=True, text=True, cwd=ROOT, check=False,
    )  # fmt: skip
    lines = [line for line in ran.stdout.splitlines() if line.startswith(name)]
    return {line.split(": ", 1)[1].split()[0] for line in lines}


@pytest.mark.parametrize(
    ("code", "source"),
    [
        ("TID251", "from django.utils import timezone\n\nAT = timezone.now()\n"),
        ("TID251", "import datetime\n\nAT = datetime.datetime.now(datetime.UTC)\n"),
        ("TID251", "from datetime import date\n\nAT = date.today()\n"),
        ("TID251", "import time\n\nAT = time.time()\n"),
        ("C901", f"def f(x):\n{BRANCHES}    return 0\n"),
        ("FBT001", "def f(x: int, loud: bool) -> None: ...\n"),
        ("T201", 'print("x")\n'),
        ("E501", f"X = 1  # {'x' * 120}\n"),
    ],
)
def test_the_linter_refuses(code, source):
    assert code in codes(source, name="src/caytre/core/rules.py")


def test_a_door_may_ask_what_time_it_is():
    source = "from django.utils import timezone\n\nAT = timezone.now()\n"
    assert codes(source, name="src/caytre/web/documents.py") == set()


def test_models_do_not_take_the_time_by_themselves():
    found = subprocess.run(
        ["grep", "-rnE", r"auto_now(_add)?\s*=\s*True", "src/caytre"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert found.stdout == ""
