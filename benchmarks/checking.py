"""What a check costs: python benchmarks/checking.py [--check]

CPU time of one core. Invented plans of 12,000 characters, with citations, tasks, times and a foot; each has slips, as
real ones do. Checks alone, on what is read already, beside the reading, and family by family.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date

import material
from rows import Row, tell
from timing import run, seconds

import vanban
from vanban.checks import check, pages
from vanban.writing import write

TODAY = date(2031, 1, 15)
MANY = 20


def plans() -> list[str]:
    """Plans, in every second of which the number is blank and a section left out."""
    made = [material.plan(12_000, seed=seed) for seed in range(MANY)]
    return [text.replace("\n2. ", "\n3. ", 1) if seed % 2 else text for seed, text in enumerate(made)]


def texts() -> Iterator[Row]:
    """Plain text: the checks alone, and what they add to the reading."""
    given = plans()
    readings = [vanban.read_text(text) for text in given]
    check(readings[0], today=TODAY)  # the units and the pages of the codes

    def whole() -> None:
        for text in given:
            check(vanban.read_text(text), today=TODAY)

    alone = seconds(lambda: [check(one, today=TODAY) for one in readings])
    yield Row("findings in a document", sum(len(check(one)) for one in readings) / MANY, "")
    yield Row("checks alone, documents of 12,000 characters", MANY / alone, "a second", least=100)
    yield Row("the same with the reading", MANY / seconds(whole), "a second", least=100)
    for family in sorted({code[0] for code in pages()}):
        spent = seconds(lambda family=family: [check(one, today=TODAY, select=family) for one in readings])
        yield Row(f"family {family} alone", MANY / spent, "a second")


def linearity() -> Iterator[Row]:
    """Ten times the text takes ten times the time."""
    small, large = (vanban.read_text(material.plan(size)) for size in (100_000, 1_000_000))
    once = seconds(lambda: check(small, today=TODAY), rounds=1) / len(small.text)
    again = seconds(lambda: check(large, today=TODAY), rounds=1) / len(large.text)
    yield Row("text of 1 MB / text of 0.1 MB, time a character", again / once, "×", most=1.5)


def looks() -> Iterator[Row]:
    """A .docx: its look is judged too."""
    from written import plan

    data = write(plan())
    reading = vanban.read(data)
    yield Row(
        "looks of a .docx of two pages", 1 / seconds(lambda: check(reading, file=data)), "a second", least=20
    )


def beginning() -> Iterator[Row]:
    """The command on one file, in a new Python."""
    code = "from vanban.cli import main; main(['rule', 'F103'])"
    yield Row("vanban rule F103, from nothing", run(code) * 1000, "ms", most=1_500)


if __name__ == "__main__":
    sys.exit(tell((texts, linearity, looks, beginning), arguments=sys.argv[1:]))
