"""A restore that ends after the data was replaced, but before all that has to follow was done."""

import subprocess
import sys

import pytest

from factories import PLAN, write
from offices import held, is_whole

# The command, until it comes to bring the restored data up to date.
RESTORE = """
import os, signal, sys

def watch(frame, event, _):
    if event == "call" and frame.f_code.co_filename.endswith("caytre/cli/upgrade.py"):
        if frame.f_code.co_name == "upgrade":
            if sys.argv[1] == "kill":
                os.kill(os.getpid(), signal.SIGKILL)
            raise ValueError("the disk is full")

sys.setprofile(watch)
from caytre.cli.main import main
sys.exit(main(["restore", sys.argv[2], "--replace"]))
"""


@pytest.fixture
def backup(office, tmp_path):
    """A backup with a document that was taken out for a stamp of secrecy after it."""
    office.run("import", str(write(tmp_path, f"{PLAN}\nmật\n", name="mật.txt")))
    office.run("worker", "--batch")
    file = tmp_path / "backup.zip"
    office.run("backup", str(file))
    program = "__import__('caytre.documents.actions.intake', fromlist=['x'])"
    office.ask(
        f"{program}.withdraw(Document.objects.get(name='mật.txt').pk, at=User.objects.get().date_joined)"
    )
    return file


def restored(office, backup, *, end):
    command = [sys.executable, "-c", RESTORE, end, str(backup)]
    return subprocess.run(command, env=office.environment, capture_output=True, text=True, check=False)


def names(office):
    return {name for name, *_ in held(office)["documents"].values()}


@pytest.mark.parametrize("then", ["setup", "restore"])
def test_a_stamped_document_does_not_come_back_where_a_restore_is_killed(office, backup, then):
    assert restored(office, backup, end="kill").returncode == -9
    assert "mật.txt" in names(office)  # the new data is in place, nothing that follows was done
    office.run(*{"setup": ["setup"], "restore": ["restore", str(backup), "--replace"]}[then])
    state = held(office)
    assert "mật.txt" not in names(office) and is_whole(state) and len(state["removals"]) == 1
    assert not (office.folder / "taken-out").exists()


def test_a_fault_after_the_data_was_replaced_is_not_told_as_if_nothing_had_happened(office, backup):
    ran = restored(office, backup, end="fail")
    assert ran.returncode == 1 and "Không khôi phục được" not in ran.stderr
    assert "đã được thay bằng bản sao lưu" in ran.stderr and "the disk is full" in ran.stderr
    office.run("setup")
    assert "mật.txt" not in names(office) and is_whole(held(office))
