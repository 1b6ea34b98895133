"""A worker that is killed leaves nothing stuck."""

import signal
import subprocess

from factories import PLAN, write
from flows.installation import until
from scanfiles import needs_recognition, plan_pages, scan


def test_a_worker_that_is_killed_in_the_middle_leaves_nothing_stuck(office, tmp_path):
    office.run("worker", "--batch")
    office.run("import", str(write(tmp_path, PLAN * 600, name="dài.txt")))
    worker = office.start("worker")
    until(lambda: "reading" in office.ask("[d.state for d in Document.objects.all()]"))
    worker.send_signal(signal.SIGKILL)
    worker.wait()
    assert (
        office.ask("Document.objects.get(name='dài.txt').state, Reading.objects.count()") == "('reading', 1)"
    )

    again = office.start("worker")
    try:
        until(lambda: office.ask("Document.objects.get(name='dài.txt').state") == "read", seconds=60)
    finally:
        again.terminate()
        again.wait(20)
    assert office.ask("Document.objects.get(name='dài.txt').attempts, Reading.objects.count()") == "(2, 2)"
    assert office.ask("len(search.find('bai lau', kind='document', among=Document.objects.all()))") == "1"


def test_a_scan_goes_on_from_the_pages_that_a_killed_worker_had_done(office, tmp_path):
    needs_recognition()
    path = tmp_path / "quét.pdf"
    path.write_bytes(scan(*plan_pages(), *(f"Danh sách vườn ươm số {n}.\n" * 12 for n in range(10))))
    office.run("worker", "--batch")
    office.run("import", str(path))
    folder = office.folder / "pages" / office.ask("Document.objects.get(name='quét.pdf').pk.hex")

    def done():
        return {page.name: page.stat().st_mtime_ns for page in folder.glob("*.json")}

    worker = office.start("worker")
    until(lambda: len(done()) >= 3)
    worker.send_signal(signal.SIGKILL)
    worker.wait()
    until(lambda: not alive(folder.name))
    before = done()
    assert 3 <= len(before) < 12

    again = office.start("worker")
    try:
        until(lambda: len(done()) > len(before), seconds=60)
        assert done().items() >= before.items()
        until(lambda: office.ask("Document.objects.get(name='quét.pdf').state") == "read", seconds=60)
    finally:
        again.terminate()
        again.wait(20)
    assert not folder.exists()


def alive(name):
    """Whether a process has this among its arguments."""
    listed = subprocess.run(["ps", "-ww", "-eo", "args"], capture_output=True, text=True, check=True).stdout
    return name in listed
