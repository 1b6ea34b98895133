"""The time of a reading grows as its document does, however odd that is; what no document needs is refused."""

from __future__ import annotations

import time
import unicodedata

import pytest

import vanban
from papers import paper
from vanban.errors import DangerousFile, TooLarge
from vanban.files import amount, load
from vanban.files.blocks import Content, Paragraph, Table
from vanban.files.composing import composed
from vanban.reading import read_content

BARE = Table(((("a",), ("b",), ("c",)),) * 3)
TOWER = "u\u0316\u0300"


def lines(*several: tuple[str, int], head: str = "I. NHIỆM VỤ") -> str:
    return paper(head, *(line for line, times in several for _ in range(times)))


def tables(times: int) -> Content:
    """Tables without a head, each of which may go on with the one before."""
    blocks = [block for _ in range(times) for block in (BARE, Paragraph("x"))]
    return Content("docx", (*map(Paragraph, paper("I. NHIỆM VỤ").split("\n")), *blocks))


def cells(times: int) -> Content:
    """One cell of a task table with many paragraphs."""
    head, below = (("TT",), ("Nội dung",), ("Chủ trì",)), (("2",), ("Sửa cầu",), ("Sở Y tế",))
    row = (("1",), ("Trồng tre",) * times, ("Sở Y tế",) * times)
    return Content("docx", (*map(Paragraph, paper("I. NHIỆM VỤ").split("\n")), Table((head, row, below))))


SHAPES = {
    "lines said of many tasks": (800, lambda n: lines(("- Trồng tre.", n), ("- Thời gian: Quý I", n))),
    "lines said of the bullet above": (1_200, lambda n: lines(("- Trồng tre.\n* Đơn vị chủ trì: Sở Y tế", n))),
    "lines said ahead": (1_000, lambda n: lines(("- Sản phẩm: Tre", n), ("1. Trồng tre.", n))),
    "attributes that ask for bullets": (1_000, lambda n: lines(("- Thời gian:\n* Thời gian:", n))),
    "a value in many bullets": (4_000, lambda n: lines(("1. A.\n- Đơn vị thực hiện:", 1), ("+ Sở Y tế", n))),
    "tables without heads": (1_500, tables),
    "paragraphs in a cell": (5_000, cells),
    "recipients on broken lines": (10_000, lambda n: lines(("Nơi nhận:\n- a,\n- b,", 1), ("a,", n))),
    "posts of a signature": (10_000, lambda n: lines(("Nơi nhận:", 1), ("TM. A", n))),
    "words of a motto": (5_000, lambda n: ("CỘNG " * n + "\n") * 4),
    "names with semicolons": (2_500, lambda n: lines(("1. A.\n- Đơn vị thực hiện: " + "Sở Y tế; " * n, 1))),
    "turns with semicolons": (1_300, lambda n: lines(("1. A.\n- Đơn vị thực hiện: " + "Sở Y tế chủ trì; " * n, 1))),
    "marked lists": (1_300, lambda n: lines(("1. A.\n- Đơn vị thực hiện: " + "Chủ trì: Sở Y tế; " * n, 1))),
    "lists of places": (800, lambda n: lines(("- Đơn vị thực hiện: " + "các xã: Suối Trúc, Mây Hạ, " * n, 1))),
    "partners": (1_000, lambda n: lines(("1. Sở Y tế " + "phối hợp với Sở Y tế, " * n, 1))),
    "things sent": (2_000, lambda n: lines(("1. " + "gửi Sở Y tế " * n, 1))),
    "towers of marks": (8_000, lambda n: TOWER * n),
}  # fmt: skip


def seconds(made: str | Content) -> float:
    start = time.process_time()
    if isinstance(made, str):
        vanban.read(made.encode())
    else:
        read_content(made)
    return time.process_time() - start


@pytest.mark.parametrize("name", SHAPES)
def test_four_times_as_much_takes_about_four_times_as_long(name):
    size, make = SHAPES[name]
    small = min(seconds(make(size)) for _ in range(3))
    # In step it would be 4 times, by the square 16. What the machine did beside it may spoil one try, not three.
    assert any(seconds(make(size * 4)) < 12 * max(small, 0.01) for _ in range(3))


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("a" * (amount.MAX_PARAGRAPH + 1), amount.PARAGRAPH),
        ("Trồng tre.\n" * (amount.MAX_PARAGRAPHS + 1), amount.PARAGRAPHS),
        ("a" * 99_000 + ("\n" + "a" * 99_000) * 41, amount.LETTERS),
        (lines(("- Trồng tre.", amount.MAX_TASKS + 1)), amount.TASKS),
    ],
    ids=["paragraph", "paragraphs", "letters", "tasks"],
)
def test_what_no_document_needs_is_refused_with_the_reason(text, why):
    with pytest.raises(TooLarge) as refused:
        vanban.read(text.encode())
    assert str(refused.value).endswith(why)


def test_lines_without_an_end_are_no_endless_paragraph():
    reading = vanban.read("trồng tre bên bờ suối của xã và của các thôn trong xã này\n".encode() * 9_000)
    assert 10 < reading.text.count("\n") < 100


def test_of_a_tower_of_marks_thirty_stay():
    said = composed("Sửa cầu " + "u" + "\u0316\u0300" * 9_000 + " treo")
    assert said.startswith("Sửa cầu ù") and said.endswith(" treo")
    assert sum(map(bool, map(unicodedata.combining, said))) == 29
    assert composed("Sửa cầu treo " * 999) == "Sửa cầu treo " * 999


def test_a_file_that_has_a_nul_in_its_name_is_not_there():
    with pytest.raises(FileNotFoundError):
        vanban.read("ke\x00hoach.txt")


def test_words_too_deep_in_a_page_are_refused_not_lost():
    with pytest.raises(DangerousFile, match="quá sâu"):
        load(b"<html><body>" + b"<b>" * 300 + "Sửa cầu".encode())
