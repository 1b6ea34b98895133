"""A worker that is killed leaves nothing stuck."""

import signal

from factories import PLAN, write
from flows.installation import until


def test_a_worker_that_is_killed_in_the_middle_leaves_nothing_stuck(office, tmp_path):
    office.run("setup")
    office.run("worker", "--batch")
    office.run("import", str(write(tmp_path, PLAN * 1200, name="dài.txt")))
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
    assert office.ask("len(search.find('bai lau', kind='document'))") == "1"
