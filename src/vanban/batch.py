"""Many files in one run: read side by side, written in the order in which they were named, or compared."""

from __future__ import annotations

import json
import os
import sys
from collections import Counter
from collections.abc import Generator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from vanban.errors import (
    BrokenFile,
    NotInstalled,
    NotYetReadable,
    NoWords,
    ParserKilled,
    Refused,
    UnknownKind,
)
from vanban.model import Document

READ, FAILED, REFUSED = 0, 1, 3
FAILURES = (BrokenFile, NotInstalled, NotYetReadable, NoWords, ParserKilled, UnknownKind)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: its reading in the wanted form, or why there is none."""

    name: str
    output: str = ""
    reason: str = ""
    code: int = READ


def run(
    names: Sequence[str], *, form: str | None, jobs: int, folder: Path | None, pages: Path | None = None
) -> int:
    """Read the files and write what was asked for; returns the exit code.

    ``form`` None is a table for one file on the screen, JSON otherwise. The files that fail are named
    on standard error and do not stop the others.
    """
    many = len(names) > 1
    form = form or ("table" if not many and folder is None else "json")
    targets = _targets(names, folder, form) if folder else [None] * len(names)
    codes: set[int] = set()
    lines = many and folder is None and form == "json"
    with closing(_outcomes(names, form=form, jobs=jobs, lines=lines, pages=pages)) as outcomes:
        for index, outcome in enumerate(outcomes):
            codes.add(_put(outcome, targets[index], title=many and form == "table"))
            if many:
                _progress(index + 1, len(names))
    return max(codes) if codes <= {READ, REFUSED} else FAILED


def _outcomes(
    names: Sequence[str], *, form: str, jobs: int, lines: bool, pages: Path | None
) -> Generator[Outcome, None, None]:
    work = [(name, sys.stdin.buffer.read() if name == "-" else None, form, lines, pages) for name in names]
    if jobs == 1 or len(names) == 1:
        yield from map(_one, work)
        return
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(max_workers=min(jobs, len(names))) as pool:
        yield from pool.map(_one, work, chunksize=max(1, min(16, len(names) // (jobs * 4))))


def compare(names: Sequence[str], *, form: str) -> int:
    """Read documents, compare each with the next and write what came of it; returns the exit code.

    Where one is not read nothing is compared.
    """
    read = [_read(name, sys.stdin.buffer.read() if name == "-" else None, None) for name in names]
    failed = [one for one in read if isinstance(one, Outcome)]
    for outcome in failed:
        _put(outcome, None, title=False)
    documents = [one for one in read if not isinstance(one, Outcome)]
    if failed:
        return max(one.code for one in failed)
    print(_compared(documents, names, form), flush=True)
    return READ


def _compared(documents: Sequence[Document], names: Sequence[str], form: str) -> str:
    from vanban.coverage import chain, jsonform, page, saying

    found = chain(documents)
    names = [Path(name).name or name for name in names]
    if form == "html":
        return page.page_of(found, documents=documents, names=names)
    two = len(documents) == 2
    if form == "json":
        value = jsonform.to_json(found.steps[0]) if two else jsonform.chain_to_json(found, names=names)
        return json.dumps(value, ensure_ascii=False, indent=1)
    texts, width = [one.text for one in documents], _width()
    if two:
        return saying.text_of(found.steps[0], upper=names[0], plan=names[1], text=texts[0], width=width)
    return saying.chain_text_of(found, names=names, texts=texts, width=width)


def _read(name: str, data: bytes | None, pages: Path | None) -> Document | Outcome:
    """The reading of a file, or why there is none."""
    from vanban.files.scan import Folder
    from vanban.reading import read

    try:
        if data is not None:
            return read(data, name="")
        return read(Path(name), keep=Folder(pages) if pages else None)
    except Refused as refusal:
        return Outcome(name, reason=str(refusal), code=FAILED if isinstance(refusal, FAILURES) else REFUSED)
    except OSError as error:
        return Outcome(name, reason=unopened(error), code=FAILED)


def _one(work: tuple[str, bytes | None, str, bool, Path | None]) -> Outcome:
    name, data, form, lines, pages = work
    document = _read(name, data, pages)
    if isinstance(document, Outcome):
        return document
    if form == "html":
        from vanban.marking import page_of

        return Outcome(name, page_of(document))
    if form == "table":
        from vanban.table import table_of

        return Outcome(name, table_of(document, width=_width()))
    from vanban.jsonform import to_json

    value = to_json(document)
    if lines:
        return Outcome(name, json.dumps({"file": name, **value}, ensure_ascii=False))
    return Outcome(name, json.dumps(value, ensure_ascii=False, indent=1))


def unopened(error: OSError) -> str:
    """Why a file could not be opened, for the officer."""
    if isinstance(error, FileNotFoundError):
        return "Không mở được tệp: không có tệp nào tên như vậy."
    if isinstance(error, IsADirectoryError):
        return "Không mở được tệp: đây là thư mục."
    if isinstance(error, PermissionError):
        return "Không mở được tệp: không có quyền đọc."
    return f"Không mở được tệp: {error.strerror}."


def _width() -> int:
    try:
        return max(60, min(os.get_terminal_size(1).columns, 180))
    except OSError:
        return 110


def _put(outcome: Outcome, target: Path | None, *, title: bool) -> int:
    """Write what became of a file; returns its exit code."""
    if outcome.reason:
        print(f"{outcome.name}: {outcome.reason}", file=sys.stderr)
    elif target is not None:
        return _write(outcome, target)
    else:
        if title:
            print(f"== {outcome.name}")
        print(outcome.output, flush=True)
    return outcome.code


def _write(outcome: Outcome, target: Path) -> int:
    """Write beside the target and move it there: what stands under the name is always whole."""
    part = target.with_name(target.name + ".part")
    try:
        part.write_text(outcome.output + "\n", encoding="utf-8")
        part.replace(target)
    except OSError as error:
        part.unlink(missing_ok=True)
        print(f"{outcome.name}: Không ghi được {target}: {error.strerror}.", file=sys.stderr)
        return FAILED
    return outcome.code


def _targets(names: Sequence[str], folder: Path, form: str) -> list[Path]:
    """NAME.json for each; NAME.EXT.json where two would share a name; numbered where those do too."""
    ending = "html" if form == "html" else "txt" if form == "table" else "json"
    paths = [Path("stdin" if name == "-" else name) for name in names]
    stems = Counter(path.stem.casefold() for path in paths)
    given: set[str] = set()
    targets = []
    for path in paths:
        name = path.name if stems[path.stem.casefold()] > 1 else path.stem
        free = (f"{name}.{again}" if again else name for again in (0, *range(2, len(paths) + 2)))
        name = next(one for one in free if one.casefold() not in given)
        given.add(name.casefold())
        targets.append(folder / f"{name}.{ending}")
    return targets


def _progress(done: int, total: int) -> None:
    if not sys.stderr.isatty():
        return
    filled = 30 * done // total
    end = "\n" if done == total else ""
    print(f"\r[{'#' * filled}{'.' * (30 - filled)}] {done}/{total}", end=end, file=sys.stderr, flush=True)
