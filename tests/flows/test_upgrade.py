"""The database of an earlier release becomes one of today, with everything that was in it."""

import subprocess
import sys

import pytest

import upgrading
from flows.installation import ROOT
from offices import held

RELEASES = ["0.1.0"]


@pytest.fixture(params=RELEASES)
def old(request, machine):
    """An office whose database was made by an earlier release."""
    path = upgrading.dump(request.param, database=machine.environment.get("DATABASE_URL"))
    run(machine, f"import upgrading, django; django.setup(); upgrading.load(upgrading.Path({str(path)!r}))")
    return machine


def run(machine, program):
    """What a program prints that knows the tests."""
    environment = machine.environment | {"PYTHONPATH": f"{ROOT}/src:{ROOT}/tests"}
    ran = subprocess.run(
        [sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


def test_everything_is_there_after_an_upgrade(old):
    assert "Tài khoản quản trị" not in old.run("setup")
    state = held(old)
    papers = {name: (title, now) for name, title, now, *_ in state["documents"].values()}
    assert papers.pop("trồng tre.txt") == ("Trồng tre, trồng vầu ven suối", "read")
    assert papers.pop("bản hai.txt") == ("", "queued") and papers.pop("bản ba.txt") == ("", "stopped")
    assert [now for _, now in papers.values()] == ["read"]  # the example that comes with the package
    plan = next(key for key, (name, *_) in state["documents"].items() if name == "trồng tre.txt")
    assert [(key, number) for key, number, text in state["readings"] if "sạt lở" in text] == [(plan, 1)]
    assert [(part, field) for _, part, field, _ in state["corrections"]] == [
        ("header", "title"),
        ("tasks", ""),
    ]
    assert [why for *_, why in state["removals"]] == ["nhầm tệp"]
    assert [name for name, _ in state["users"]] == ["an.tran", "quantri"]
    found = {query: [key.replace("-", "") for key in keys] for query, keys in state["found"].items()}
    assert found["sat lo"] == found["sạt lở"] == [plan]


def test_the_history_of_before_becomes_a_chain(old):
    old.run("setup")
    state = held(old)
    names = [name for _, name, _ in state["events"]]
    assert state["fault"] is None and names.count("documents.document.received") >= 4
    assert names.count("documents.fact.corrected") == 2 and names.count("documents.document.removed") == 1
    assert "Nhật ký nguyên vẹn" in old.run("verify")


def test_passwords_of_before_still_open_the_door(old):
    old.run("setup")
    assert old.ask("User.objects.get(username='an.tran').check_password('cây tre trăm đốt')") == "True"


def test_what_waited_is_read_after_the_upgrade(old):
    """Its file is not among what the tests keep, so that is what the reader says."""
    old.run("setup")
    old.run("worker", "--batch")
    assert old.ask("Document.objects.get(name='bản hai.txt').state") == "failed"
    assert "Nhật ký nguyên vẹn" in old.run("verify")


def test_an_upgrade_that_is_killed_anywhere_is_finished_by_the_next(old):
    path = upgrading.dump(RELEASES[-1], database=old.environment.get("DATABASE_URL"))
    program = f"import sys, upgrading; sys.exit(upgrading.main([{str(path)!r}, '6']))"
    states = [line.split() for line in run(old, program).splitlines()]
    assert len(states) > 6 and len({state for _, state in states}) == 1
