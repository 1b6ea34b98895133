"""The pages of a scan side by side: some child processes, each of which takes the next page that nobody has.

A page over which its child dies or takes too long is left out and named; it does not end the others.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Event

from vanban.errors import NotInstalled, ParserKilled, Refused
from vanban.files.blocks import Content
from vanban.files.pool import Child, refusal_of
from vanban.files.ruled import Rulings
from vanban.files.scan import shapes
from vanban.files.scan.assembly import assembled
from vanban.files.scan.keep import Keep
from vanban.files.scan.leaf import Leaf

WAIT = 150
MOST = 8
Box = tuple[float, float, float, float]


def read_scan(data: bytes, *, kind: str, keep: Keep | None = None, pages: int = 0) -> Content:
    """The words of a scan ("pdf" or "image"); of no more than ``pages`` pages where that is not 0.

    Raises NotInstalled where the parts that recognise words are missing.
    """
    folder = _parts()
    total = _pages(data, kind, folder)
    wanted = range(1, (min(total, pages) if pages else total) + 1)
    if keep is not None:
        keep.begin(total)
    done = _kept(keep, wanted)
    _Crew(data, kind, folder, keep).recognise(done, [page for page in wanted if page not in done])
    return assembled([done[page] for page in wanted], kind=kind)


def picture(source: Path, *, page: int, box: Box | None = None, width: int = 1000) -> bytes:
    """A JPEG of a page (from 1), or of a part of it: left, top, right, bottom in shares of the page.

    At most ``width`` dots wide. Raises a :class:`vanban.errors.Refused` where there is none.
    """
    from vanban.files import kinds

    data = source.read_bytes()
    with _child("") as child:
        _asked(child, b"O" + kinds.kind_of(data).encode() + b"\n" + data)
        wanted = json.dumps({"page": page, "box": box, "width": width})
        return _asked(child, b"I" + wanted.encode())


def _parts() -> str:
    """The folder of Tesseract's data. Raises NotInstalled."""
    if find_spec("tesserocr") is None or find_spec("PIL") is None:
        raise NotInstalled("Lệnh cài: pip install 'caytre[ocr]'")
    from vanban.files.scan.data import data_folder

    folder = data_folder()
    if folder is None:
        raise NotInstalled("Lệnh cài: sudo apt-get install tesseract-ocr-vie")
    return folder


def _kept(keep: Keep | None, wanted: range) -> dict[int, Leaf]:
    kept = {page: keep.get(page) for page in wanted} if keep is not None else {}
    leaves = {page: shapes.unpack(data) for page, data in kept.items() if data is not None}
    return {page: leaf for page, leaf in leaves.items() if leaf is not None}


def _pages(data: bytes, kind: str, folder: str) -> int:
    with _child(folder) as child:
        return int(_asked(child, b"O" + kind.encode() + b"\n" + data))


@contextmanager
def _child(folder: str) -> Iterator[Child]:
    child = Child(folder, module="vanban.files.scan.child", wait=WAIT)
    try:
        yield child
    finally:
        child.end()


def _asked(child: Child, request: bytes) -> bytes:
    """The child's answer. Raises its refusal, or ParserKilled where it died."""
    answer = child.ask(request)
    if answer is None:
        raise ParserKilled
    if answer[:1] == b"+":
        return answer[1:]
    raise refusal_of(answer[1:].decode())


class _Crew:
    """The children that recognise the pages of one file."""

    def __init__(self, data: bytes, kind: str, folder: str, keep: Keep | None) -> None:
        self.opening = b"O" + kind.encode() + b"\n" + data
        self.folder = folder
        self.keep = keep
        self.stopped = Event()

    def recognise(self, done: dict[int, Leaf], missing: list[int]) -> None:
        """Put the missing pages to those that are done."""
        queue: SimpleQueue[int] = SimpleQueue()
        for page in missing:
            queue.put(page)
        hands = min(len(os.sched_getaffinity(0)), len(missing), MOST)
        if not hands:
            return
        with ThreadPoolExecutor(hands) as pool:
            work = [pool.submit(self._work, queue, done) for _ in range(hands)]
            try:
                for one in work:
                    one.result()
            finally:
                self.stopped.set()

    def _work(self, queue: SimpleQueue[int], done: dict[int, Leaf]) -> None:
        while not self.stopped.is_set():
            with _child(self.folder) as child:
                _asked(child, self.opening)
                if self._pages(child, queue, done):
                    return

    def _pages(self, child: Child, queue: SimpleQueue[int], done: dict[int, Leaf]) -> bool:
        """Page after page; True where none is left, False where the child died over one."""
        while not self.stopped.is_set():
            try:
                page = queue.get_nowait()
            except Empty:
                return True
            try:
                data = _asked(child, b"P%d" % page)
            except Refused as refusal:
                done[page] = Leaf(page, 0.0, 0.0, [], Rulings(), unread=True)
                if isinstance(refusal, ParserKilled):
                    return False
                continue
            leaf = shapes.unpack(data)
            assert leaf is not None
            done[page] = leaf
            if self.keep is not None:
                self.keep.put(page, data=data)
        return True
