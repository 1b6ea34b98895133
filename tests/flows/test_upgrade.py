"""The database of an earlier release becomes one of today, with everything that was in it."""

import subprocess
import sys

import pytest

import upgrading
from flows.installation import ROOT, installation
from offices import held

RELEASES = ["0.1.0"]


@pytest.fixture(params=RELEASES, scope="module")
def before(request, tmp_path_factory):
    """An office whose database was made by an earlier release; it stays as it is."""
    with installation(tmp_path_factory.mktemp("made") / "office") as made:
        made.folder.mkdir()
        path = upgrading.dump(request.param, database=made.environment.get("DATABASE_URL"))
        run(made, f"import upgrading, django; django.setup(); upgrading.load(upgrading.Path({str(path)!r}))")
        yield made


@pytest.fixture(scope="module")
def after(before, tmp_path_factory):
    """The same after the set-up of today; it stays as it is."""
    with installation(tmp_path_factory.mktemp("made") / "office", like=before) as made:
        made.printed = made.run("setup")
        yield made


@pytest.fixture
def old(before, tmp_path):
    """An office whose database was made by an earlier release."""
    with installation(tmp_path / "office", like=before) as made:
        yield made


@pytest.fixture
def upgraded(after, tmp_path):
    """Such an office after the set-up of today."""
    with installation(tmp_path / "office", like=after) as made:
        yield made


def run(machine, program):
    """What a program prints that knows the tests."""
    environment = machine.environment | {"PYTHONPATH": f"{ROOT}/src:{ROOT}/tests"}
    ran = subprocess.run(
        [sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


def test_everything_is_there_after_an_upgrade(after):
    assert "Tài khoản quản trị" not in after.printed
    state = held(after)
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


def test_the_history_of_before_becomes_a_chain(after):
    state = held(after)
    names = [name for _, name, _ in state["events"]]
    assert state["fault"] is None and names.count("documents.document.received") >= 4
    assert names.count("documents.fact.corrected") == 2 and names.count("documents.document.removed") == 1
    assert "Nhật ký nguyên vẹn" in after.run("verify")


def test_passwords_of_before_still_open_the_door(after):
    assert after.ask("User.objects.get(username='an.tran').check_password('cây tre trăm đốt')") == "True"


def test_what_waited_is_read_after_the_upgrade(upgraded):
    """Its file is not among what the tests keep, so that is what the reader says."""
    upgraded.run("worker", "--batch")
    assert upgraded.ask("Document.objects.get(name='bản hai.txt').state") == "failed"
    assert "Nhật ký nguyên vẹn" in upgraded.run("verify")


def test_an_upgrade_that_is_killed_anywhere_leaves_what_was_and_is_finished_by_the_next(old):
    path = upgrading.dump(RELEASES[-1], database=old.environment.get("DATABASE_URL"))
    program = f"import sys, upgrading; sys.exit(upgrading.main([{str(path)!r}, '6']))"
    states = [line.split() for line in run(old, program).splitlines()]
    (_, first), *cut_off, (_, finished), (_, whole) = states
    after_kills = [state for _, state in cut_off]
    assert after_kills.count(first) >= 6
    assert set(after_kills[:-1]) == {first} and after_kills[-1] in (
        first,
        whole,
    )  # its last statements follow the commit
    assert finished == whole != first
