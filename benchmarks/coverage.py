"""What it costs to compare a plan with the document above it: python benchmarks/coverage.py [--check]

CPU time of one core, on invented documents: 140 requirements of 60 words against 300 tasks of 45, of which each third
carries out a requirement in other words.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from functools import partial

from rows import Row, tell
from timing import megabytes, seconds

from vanban.coverage import cover
from vanban.model import Document, Header, Section, Task
from vanban.syllables import syllables

REQUIREMENTS, TASKS = 140, 300
MEMORY = """
sys.path.insert(0, "benchmarks")
from coverage import papers
from vanban.coverage import cover
upper, plan = papers()
cover(upper, plan=plan)
"""


def papers() -> tuple[Document, Document]:
    """An upper document and a plan; the same in each run."""
    pick = random.Random(2026)
    words = pick.sample(sorted(syllables()), 900)
    weights = [1 / (place + 3) for place in range(len(words))]
    asked = [pick.choices(words, weights, k=60) for _ in range(REQUIREMENTS)]
    planned = [
        pick.sample(asked[number % REQUIREMENTS], 30) + pick.choices(words, weights, k=15)
        if number % 3 == 0
        else pick.choices(words, weights, k=45)
        for number in range(TASKS)
    ]
    return _document(asked), _document(planned)


def _document(texts: list[list[str]]) -> Document:
    lines, tasks, at = [], [], 0
    for number, words in enumerate(texts):
        line = " ".join(words)
        lines.append(line)
        tasks.append(Task(line, str(number % 12 + 1), (), (), None, None, (at, at + len(line))))
        at += len(line) + 1
    outline = tuple(Section(str(n + 1), lines[n][:40], 1, "tasks", (0, 0)) for n in range(12))
    return Document("\n".join(lines), Header(), outline=outline, tasks=tuple(tasks))


def comparing() -> Iterator[Row]:
    """One pair of documents."""
    upper, plan = papers()
    spent = seconds(partial(cover, upper, plan=plan))
    yield Row(f"{REQUIREMENTS} requirements × {TASKS} tasks", spent, "s", most=1)
    yield Row("peak memory of the process", megabytes(MEMORY), "MB", most=120)


if __name__ == "__main__":
    sys.exit(tell((comparing,), arguments=sys.argv[1:]))
