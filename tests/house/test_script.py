"""The script ./caytre, in a checkout whose path has a blank, with pythons of our own making."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

import pytest

from house.sources import ROOT
from run import ANY_DATABASE

GOOD = f'#!/bin/sh\necho "$@" >>"$CALLS"\nexec "{sys.executable}" "$@"\n'
NO_VENV = f'#!/bin/sh\ncase "$*" in *ensurepip*) exit 1;; esac\nexec "{sys.executable}" "$@"\n'
OLD = "#!/bin/sh\nexit 1\n"


@pytest.fixture
def checkout(tmp_path):
    """A checkout with nothing but the script and what it reads."""
    folder = tmp_path / "cây tre"
    folder.mkdir()
    for name in ("caytre", "pyproject.toml", "system.lock", "dev.lock"):
        shutil.copy(ROOT / name, folder)
    return folder


def run(checkout, *words, python):
    """The script's answer where ``python3`` is the given shell script."""
    bins = checkout.parent / "bin"
    bins.mkdir(exist_ok=True)
    for name in ("python3", "python3.11", "python3.12", "python3.13"):
        (bins / name).write_text(python)
        (bins / name).chmod(0o755)
    calls = checkout.parent / "calls"
    environment = {"PATH": f"{bins}:/usr/bin:/bin", "HOME": "", "CALLS": str(calls)}
    return subprocess.run(
        [checkout / "caytre", *words], env=environment, capture_output=True, text=True, check=False
    )


def installed(checkout):
    """Make a ``.venv`` that looks as if everything had been installed."""
    bins = checkout / ".venv" / "bin"
    bins.mkdir(parents=True)
    (bins / "python").write_text(GOOD)
    (bins / "python").chmod(0o755)
    sums = subprocess.run(
        "cat system.lock pyproject.toml | sha256sum | cut -d' ' -f1",
        shell=True, cwd=checkout, capture_output=True, text=True, check=True,
    )  # fmt: skip
    (checkout / ".venv" / "caytre.system").write_text(sums.stdout)
    (checkout / ".venv" / "caytre.root").write_text(str(checkout))


@pytest.mark.parametrize(
    ("python", "said"),
    [(NO_VENV, "apt-get install -y python3-venv"), (OLD, "apt-get install -y python3 python3-venv")],
)
def test_what_is_missing_is_said_with_the_line_that_installs_it(checkout, python, said):
    ran = run(checkout, "up", python=python)
    assert ran.returncode == 2
    assert ran.stderr.splitlines()[-1].strip().removeprefix("sudo ") == said
    assert not (checkout / ".venv").exists()


def test_the_second_time_nothing_is_installed(checkout):
    installed(checkout)
    ran = run(checkout, "install", python=GOOD)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "pip" not in (checkout.parent / "calls").read_text()


def test_a_changed_lock_is_installed(checkout):
    installed(checkout)
    with (checkout / "system.lock").open("a") as lock:
        lock.write("# changed\n")
    (checkout / ".venv" / "bin" / "python").write_text('#!/bin/sh\necho "$@" >>"$CALLS"\n')
    ran = run(checkout, "install", python=GOOD)
    assert ran.returncode == 0
    assert f"--require-hashes -r {checkout}/system.lock" in (checkout.parent / "calls").read_text()


def test_a_folder_of_wheels_is_used_without_network(checkout):
    installed(checkout)
    (checkout / ".venv" / "caytre.system").unlink()
    (checkout / ".venv" / "bin" / "python").write_text('#!/bin/sh\necho "$@" >>"$CALLS"\n')
    calls = checkout.parent / "calls"
    environment = {"PATH": os.environ["PATH"], "CALLS": str(calls), "CAYTRE_WHEELS": "wheels"}
    subprocess.run([checkout / "caytre", "install"], env=environment, check=True, capture_output=True)
    assert "--no-index --find-links wheels --require-hashes" in calls.read_text()


def test_what_is_left_to_sqlite_is_there():
    """A test that was renamed would run on PostgreSQL again, and nobody would notice."""
    for name in ANY_DATABASE:
        file, _, test = name.partition("::")
        text = (ROOT / "tests" / file).read_text("utf-8")
        assert not test or f"def {test}(" in text, name
