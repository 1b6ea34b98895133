"""``vanban check``: many files reviewed in one run, and what was found as text, JSON or a page."""

from __future__ import annotations

import sys
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from vanban.batch import FAILURES, unopened
from vanban.checks import Finding
from vanban.errors import Refused
from vanban.model import Document
from vanban.review.settings import Settings

CLEAN, FOUND, REFUSED = 0, 1, 3


@dataclass(frozen=True, slots=True)
class Reviewed:
    """What became of one file: its reading and the findings, or why there is none. ``source``: its own text, where
    it is a file of plain text."""

    name: str
    reading: Document | None = None
    findings: tuple[Finding, ...] = ()
    reason: str = ""
    code: int = CLEAN
    source: str | None = None


def run(names: Sequence[str], *, form: str, jobs: int, today: date | None, settings: Settings) -> int:
    """Check the files and print what was found; returns the exit code: 0 nothing, 1 something or a file that could
    not be read, 3 a file that must not be read and nothing else. Such files are named on standard error."""
    from vanban.review.printing import printer

    shown = printer(form)
    codes: set[int] = set()
    with closing(_reviewed(names, jobs=jobs, today=today, settings=settings)) as all_of_them:
        for one in all_of_them if len(names) == 1 else _together(all_of_them, settings=settings):
            codes.add(one.code)
            if one.reason:
                print(f"{one.name}: {one.reason}", file=sys.stderr)
            else:
                shown.add(one)
    shown.end()
    return max(codes) if codes <= {CLEAN, REFUSED} else FOUND


def _reviewed(
    names: Sequence[str], *, jobs: int, today: date | None, settings: Settings
) -> Generator[Reviewed, None, None]:
    work = [(name, sys.stdin.buffer.read() if name == "-" else None, today, settings) for name in names]
    if jobs == 1 or len(names) == 1:
        yield from map(_one, work)
        return
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(max_workers=min(jobs, len(names))) as pool:
        yield from pool.map(_one, work, chunksize=max(1, min(16, len(names) // (jobs * 4))))


def _together(all_of_them: Iterable[Reviewed], *, settings: Settings) -> Iterator[Reviewed]:
    """The files again, with what is wrong between them: no file is known before all are read."""
    from vanban.checks import check_together, chosen

    files = list(all_of_them)
    read = [one for one in files if one.reading]
    between = check_together([one.reading for one in read if one.reading])
    more = {one.name: found for one, found in zip(read, between, strict=True) if found}
    for one in files:
        codes = {finding.code for finding in more.get(one.name, ())}
        asked = chosen(codes, select=settings.select, ignore=settings.ignored(one.name)) if codes else []
        extra = [finding for finding in more.get(one.name, ()) if finding.code in asked]
        findings = tuple(sorted({*one.findings, *extra}, key=lambda one: (one.span, one.code)))
        yield replace(one, findings=findings, code=FOUND) if extra else one


def _one(work: tuple[str, bytes | None, date | None, Settings]) -> Reviewed:
    name, data, today, settings = work
    from vanban.checks import check
    from vanban.files.kinds import kind_of
    from vanban.files.plain import decode
    from vanban.reading import read

    try:
        reading = read(data, name="") if data is not None else read(Path(name))
        file = data if data is not None else Path(name).read_bytes()
    except Refused as refusal:
        return Reviewed(name, reason=str(refusal), code=FOUND if isinstance(refusal, FAILURES) else REFUSED)
    except OSError as error:
        return Reviewed(name, reason=unopened(error), code=FOUND)
    ignore = settings.ignored(name)
    findings = check(reading, today=today, select=settings.select, ignore=ignore, file=file)
    source = decode(file) if findings and kind_of(file) == "text" else None
    return Reviewed(name, reading, findings, code=FOUND if findings else CLEAN, source=source)
