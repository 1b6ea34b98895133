"""Parsers run in a child that can do nothing but read what it is given."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading

import pytest

from pdffiles import pdf
from vanban import errors
from vanban.errors import BrokenFile, ParserKilled
from vanban.files import load, pool, wire
from vanban.files.blocks import Content, Paragraph, Table
from wordfiles import p, word

GOOD = word(p("Sửa cầu"))
PROBE = """
import os, socket, sys
from vanban.files import child
child._close_doors(sys.argv[1])
{}
"""


def tried(kind: str, code: str) -> str:
    """What becomes of code that runs where a parser would."""
    done = subprocess.run(
        [sys.executable, "-c", PROBE.format(code), kind],
        capture_output=True, text=True, check=False, env={"PYTHONPATH": os.pathsep.join(sys.path)},
    )  # fmt: skip
    return done.stderr


@pytest.mark.parametrize("kind", ["docx", "rtf", "odt", "pdf", "html", "mht"])
@pytest.mark.parametrize(
    ("code", "failure"),
    [
        ("open('/etc/hostname')", "Too many open files"),
        ("socket.socket()", "Too many open files"),
        ("os.pipe()", "Too many open files"),
        ("bytearray(700 << 20)", "MemoryError"),
    ],
)
def test_the_child_can_open_nothing(kind, code, failure):
    assert failure in tried(kind, code)


LIMITS = """
resource.setrlimit(resource.RLIMIT_CPU, (9, 9)); resource.setrlimit(resource.RLIMIT_AS, (200 << 20, 200 << 20))
child._close_doors('html'); child._limit_seconds(50 << 20)
print([resource.getrlimit(limit) for limit in (resource.RLIMIT_CPU, resource.RLIMIT_AS)], file=sys.stderr)
"""


def test_whoever_starts_the_reading_may_bound_it_more_tightly():
    code = f"import resource, sys\nfrom vanban.files import child\n{LIMITS}"
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True, text=True, check=False, env={"PYTHONPATH": os.pathsep.join(sys.path)},
    )  # fmt: skip
    assert done.stderr.strip() == str([(9, 9), (200 << 20, 200 << 20)])


def test_a_child_reads_file_after_file():
    load(GOOD)
    first = pool._children["docx"].process.pid
    assert [load(GOOD).blocks for _ in range(3)] == [(Paragraph("Sửa cầu"),)] * 3
    assert pool._children["docx"].process.pid == first


def test_a_child_is_replaced_after_many_files(monkeypatch):
    load(GOOD)
    first = pool._children["docx"].process.pid
    monkeypatch.setattr(pool, "FILES", 1)
    load(GOOD)
    assert pool._children["docx"].process.pid != first


def test_a_killed_child_is_a_refusal_and_the_next_file_is_read():
    load(GOOD)
    reader = pool._children["docx"].process
    reader.send_signal(signal.SIGSTOP)
    threading.Timer(0.2, reader.kill).start()
    with pytest.raises(ParserKilled):
        load(GOOD)
    assert load(GOOD).blocks == (Paragraph("Sửa cầu"),)


def test_a_child_that_stays_silent_is_ended(monkeypatch):
    load(GOOD)
    silent = pool._children["docx"].process.pid
    os.kill(silent, signal.SIGSTOP)
    assert pool._children["docx"].wait == pool.WALL_SECONDS
    monkeypatch.setattr(pool._children["docx"], "wait", 0.2)
    with pytest.raises(ParserKilled):
        load(GOOD)
    monkeypatch.undo()
    assert load(GOOD).blocks == (Paragraph("Sửa cầu"),)
    with pytest.raises(ProcessLookupError):
        os.kill(silent, 0)


def test_the_children_end_with_their_parent():
    code = (
        "import sys; from vanban.files import load, pool; load(sys.stdin.buffer.read());"
        "print(pool._children['docx'].process.pid)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], input=GOOD, capture_output=True, check=True,
        env={"PYTHONPATH": os.pathsep.join(sys.path)},
    )  # fmt: skip
    with pytest.raises(ProcessLookupError):
        os.kill(int(done.stdout), 0)


def test_a_fault_in_one_file_does_not_end_the_others():
    load(pdf(lines=["Sửa cầu treo của xã"] * 5))
    first = pool._children["pdf"].process.pid
    with pytest.raises(BrokenFile):
        load(b"%PDF-1.7\nkh\xc3\xb4ng c\xc3\xb3 g\xc3\xac")
    load(pdf(lines=["Sửa cầu treo của xã"] * 5))
    assert pool._children["pdf"].process.pid == first


def test_blocks_go_through_the_pipe_unchanged():
    content = Content(
        kind="pdf",
        blocks=(
            Paragraph("Sửa cầu"),
            Paragraph("", page=2),
            Paragraph("x", page=3, note=True),
            Paragraph("y", margin=True),
            Table(((("a", "b"), ()), ((), ("c",))), page=4),
            Table(((("d",),),)),
        ),
        pages=4,
        wrapped=True,
        remarks=("wrong-extension",),
    )
    assert wire.unpack(wire.pack(content)) == content


def test_every_refusal_of_the_child_has_its_class():
    for refusal in errors.Refused.__subclasses__():
        assert type(pool.refusal_of(f"{refusal.__name__}\nVì sao.")) is refusal
        assert str(pool.refusal_of(f"{refusal.__name__}\nVì sao.")) == "Vì sao."
