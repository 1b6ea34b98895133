"""Reading takes time in proportion to the text, whatever repeats in it: four times the text, about four times the time."""

# ruff: noqa: E501 -- what repeats stays on its line

from __future__ import annotations

from time import perf_counter

import pytest

from papers import plan
from vanban import annotate, find_citations, read_text

PLAN = plan("@").split("@")[0]
PLACES = {
    "bare": "",
    "title": PLAN[: PLAN.index("Phát triển")],
    "number": PLAN[: PLAN.index("118")],
    "heading": PLAN + "II. ",
    "task": PLAN + "1. ",
    "doer": PLAN + "1. Sở Y tế ",
    "asked": PLAN + "1. Giao ",
    "clause": PLAN + "1. Căn cứ Kế hoạch này, ",
    "report": PLAN + "1. Sở Y tế báo cáo ",
    "lead": PLAN + "1. Sửa mái.\n\n- Đơn vị thực hiện: ",
    "time": PLAN + "1. Sửa mái.\n\n- Thời gian: ",
    "cell": PLAN + "| TT | Nội dung | Chủ trì | Thời gian |\n|---|---|---|---|\n| 1 | ",
    "recipients": PLAN + "1. Sửa mái.\n\nNơi nhận:\n- ",
    "signature": PLAN + "1. Sửa mái.\n\nTM. ỦY BAN NHÂN DÂN\n",
    "annex": PLAN + "1. Sửa mái.\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nPHỤ LỤC I\n(Kèm theo Kế hoạch)\n\n",
    "act": PLAN + "Kế hoạch số 1/KH-UBND ngày 1/2/2030 của ",
}
REPEATED = {
    "bare": [
        "1. ", "|\n", "| ", "| a | b |\n", "0123456789", ", ", "(", ")", "() ", "[", "- ", "- a\n", "1. Sửa mái.\n", "1.1.", "     ", "*", "**a ",
        "#", "_", "\\", "\t", "\u00a0", "...", "-", "/", '"', "a\n", "A ", "Sở ", "SỞ Y TẾ\n", "PHỤ LỤC I\n", "KẾ HOẠCH\n", "PHÓ CHỦ TỊCH\n", "Số: \n",
        "- Lưu: VT;\n", "TM. ỦY BAN\n", "(Kèm theo\n", "Căn cứ Luật Thư viện;\n", "Điều 1. Sửa mái.\n", "I. MỤC TIÊU\n", "|\nnội dung\n|\n1\n", "số 12/KH-UBND ",
        "12/KH-", "1/KH-A-A-", "quý I, II ", "trước ", "tháng 1, ", "định kỳ ", "Nguyễn ", "1 / ", "x" * 30 + "\n", "Ủy ban nhân dân xã ban hành Kế hoạch. ",
    ],
    "title": ["a ", "A\n", "SỞ Y TẾ\n"],
    "number": ["1 ", "/", ". "],
    "heading": ["SỞ Y TẾ\n", "A. ", "(a) "],
    "task": ["sở và ", "các sở, ", "phối hợp với ", "Sở tham mưu ", "cơ quan tuyên truyền ", "báo cáo Sở A. ", "Sở Y tế (x), ", "chủ trì, phối hợp ", "a: ", ". A"],
    "doer": [", ", "sở và ", "và ", "Sở A, ", "phối hợp chặt chẽ, ", "tham mưu ", "(", "- Cơ quan "],
    "asked": ["sở và ", "Giao ", "các sở, ngành, ", "cơ quan tuyên truyền "],
    "clause": ["các sở, ", "Sở A, ", "Đề nghị các sở, ngành, ", "Sở A (x), ", "Sở A, UBND xã B và ", "căn cứ "],
    "report": ["quý I, II ", "tháng 1, ", "trong năm 2030, ", "qua Sở A. ", "gửi ", "báo cáo ", "khi có ", "về "],
    "lead": ["sở và ", "Sở A, ", "; - ", "- a; ", "các sở, ", "Sở tham mưu ", "Sở A (x), ", "Chủ trì: "],
    "time": ["quý I, II ", "trước ", "2030-2031, ", "từ ", "hằng "],
    "cell": ["a ", "Sở A, ", "\n", "| 1 "],
    "recipients": ["a; ", "- a;\n", "(b/c) "],
    "signature": ["KT. ", "Lê ", "CHỦ TỊCH ", "PHÓ CHỦ TỊCH\n"],
    "annex": ["Sở tham mưu ", "SỞ Y TẾ\n", "PHỤ LỤC II\n"],
    "act": ["Bộ ", "SỞ Y TẾ\n", "số 1/QĐ-UBND và ", "ngày 1/2/2030 "],
}  # fmt: skip
CASES = [(place, words) for place, repeated in REPEATED.items() for words in repeated]
SMALL, LARGE = 6_000, 24_000
QUICK, SLACK = 0.06, 8  # seconds that are no matter; how much more four times the text may take


def filled(place: str, words: str, size: int) -> str:
    """The words repeated to a length of ``size`` in their place."""
    return PLACES[place] + (words * (size // len(words) + 1))[:size]


def seconds(text: str, work) -> float:
    """How long the work on a text takes, the better of two."""
    taken = []
    for _ in range(2):
        start = perf_counter()
        work(text)
        taken.append(perf_counter() - start)
        if taken[0] < QUICK:
            break
    return min(taken)


def in_proportion(work, small: str, large: str) -> bool:
    """Whether the larger text takes no more time than its size asks for; a busy machine has three tries."""
    for _ in range(3):
        slow = seconds(large, work)
        if slow < QUICK or slow < SLACK * seconds(small, work):
            return True
    return False


def whole(text: str) -> None:
    annotate(read_text(text))


@pytest.mark.parametrize(("place", "words"), CASES, ids=[f"{place}-{words!r}" for place, words in CASES])
def test_what_repeats_is_read_in_proportion(place, words):
    assert in_proportion(whole, filled(place, words, SMALL), filled(place, words, LARGE))


def test_a_megabyte_takes_four_times_a_quarter():
    lines = [filled(place, words, 400).removeprefix(PLACES[place]) for place, words in CASES]
    text = "\n".join(["I. NHIỆM VỤ", *lines])
    text = (text * (1_000_000 // len(text) + 1))[:1_000_000]
    assert in_proportion(read_text, text[:250_000], text)


def test_citations_are_found_in_proportion():
    for words in ("số 12/KH-UBND ", "12/KH-", "Kế hoạch ", "1/2/3-", "QĐ-", "số 1/QĐ-UBND của Bộ "):
        assert in_proportion(find_citations, words * 5_000, words * 20_000), words


def test_work_out_of_proportion_is_noticed():
    def twice_nested(text: str) -> int:
        return sum(text.count("b", 0, at) for at in range(len(text)))

    assert not in_proportion(twice_nested, "a" * 4_000, "a" * 40_000)
    assert in_proportion(len, "a", "a" * 60_000)
