"""Recognised lines are mended where their form shows what was meant, and nowhere else."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import papers
import vanban
from house.sources import ROOT
from vanban.files.scan.repair import mended, repaired
from vanban.files.scan.seen import Word

CORPUS = Path(os.environ.get("VANBAN_CORPUS") or ROOT.parent / "shared" / "reading")
# What real texts hold that has the form of damage, as it was typed: "nám" for "năm", "0 6" for "06", "VI," for
# "VI.", "CÂP" for "CẤP", and forms bound together in which two sections II follow each other.
TYPED = {"004.md": 1, "045.md": 1, "049.md": 1, "052.md": 1}


def lines(text: str) -> list[str]:
    """The lines as mended."""
    return [line for line, _ in mended(text.strip().splitlines())]


@pytest.mark.parametrize(
    ("seen", "meant"),
    [
        ("Nghị quyết số 47/ÑQ-CP", "Nghị quyết số 47/NQ-CP"),
        ("Nghị quyết số 47/NÑQ-CP", "Nghị quyết số 47/NQ-CP"),
        ("Kết luận số 57-KL/IW", "Kết luận số 57-KL/TW"),
        ("Quyết định số 12/QÐ-UBND", "Quyết định số 12/QĐ-UBND"),
        ("Quyết định số 12/QD-UBND", "Quyết định số 12/QĐ-UBND"),
        ("Quyết định số 12/OĐ-UBND", "Quyết định số 12/QĐ-UBND"),
        ("Quyết định số 12/QĐ-ƯBND", "Quyết định số 12/QĐ-UBND"),
        ("Quyết định số 2/2031/QĐ-TT&", "Quyết định số 2/2031/QĐ-TTg"),
        ("Pháp lệnh số 26/2025/PL-UBTVQHI5", "Pháp lệnh số 26/2025/PL-UBTVQH15"),
        ("Thông tư số l5/2O30/TT-BGDĐT", "Thông tư số 15/2030/TT-BGDĐT"),
        ("Công văn số 47//UBND-VP", "Công văn số 47/UBND-VP"),
        ("Nghị quyết số 47⁄NQ-CP", "Nghị quyết số 47/NQ-CP"),
        ("Nghị quyết số 47NQ-HĐND", "Nghị quyết số 47/NQ-HĐND"),
        ("Kế hoạch số 31KH/TU", "Kế hoạch số 31KH/TU"),
        ("Số: KH-UBND", "Số: /KH-UBND"),
        ("Chủ tịch UBÑNÑD tỉnh", "Chủ tịch UBND tỉnh"),
        ("- Lưu: VI, TH.", "- Lưu: VT, TH."),
    ],
)
def test_symbols_of_acts_become_known_ones(seen, meant):
    assert lines(seen) == [meant]


def test_a_number_goes_on_in_the_next_line():
    assert lines("theo Quyết định số 85/2030/QĐÐ-\nUBND ngày 02/3/2030 và 17/NQ-\nCP") == [
        "theo Quyết định số 85/2030/QĐ-",
        "UBND ngày 02/3/2030 và 17/NQ-",
        "CP",
    ]


def test_a_body_that_no_list_knows_is_known_by_the_document():
    seen = "Số 12/QĐ-BMTQ và 13/QĐ-BMTQ\nQuyết định số 14/QĐ-BMIQ"
    assert lines(seen)[1] == "Quyết định số 14/QĐ-BMTQ"


@pytest.mark.parametrize(
    ("seen", "meant"),
    [
        ("ngày l6 tháng 4 năm 2030", "ngày 16 tháng 4 năm 2030"),
        ("ngày Ø3 tháng 4 năm 2O30", "ngày 03 tháng 4 năm 2030"),
        ("trước ngày 3l/l2/2030", "trước ngày 31/12/2030"),
        ("trước ngày 1 5/6/2030", "trước ngày 15/6/2030"),
        ("ngày 02 tháng 1 2 năm 20 30", "ngày 02 tháng 12 năm 2030"),
        ("ngày 02 thảng 12 năm 2030", "ngày 02 tháng 12 năm 2030"),
        ("Quý 1V/2030", "Quý IV/2030"),
        ("Quý H năm 2030", "Quý II năm 2030"),
        ("Quý II⁄2030", "Quý II/2030"),
        ("khóa XIH", "khóa XIII"),
        ("ngày 15/4/2030 và ngày 75/4/2030", "ngày 15/4/2030 và ngày 15/4/2030"),
        ("ngày 75/4/2030", "ngày 75/4/2030"),
        ("Quý 1/2030", "Quý 1/2030"),
        ("quý khách, quý II", "quý khách, quý II"),
    ],
)
def test_dates_and_numerals_become_possible_ones(seen, meant):
    assert lines(seen) == [meant]


@pytest.mark.parametrize(
    ("seen", "meant"),
    [
        ("I. MỤC TIÊU\nII. NHIỆM VỤ\nII. TỔ CHỨC", "I. II. III."),
        ("I. MỤC TIÊU\nIH. NHIỆM VỤ\nHI. KINH PHÍ\nIV. TỔ CHỨC", "I. II. III. IV."),
        ("L MỤC TIÊU\nTT, NHIỆM VỤ\nIII. TỔ CHỨC", "I. II. III."),
        ("VI. CÔNG TÁC\nVI, KINH PHÍ\nVII. KIỂM TRA\n1%. TỔ CHỨC", "VI. VII. VIII. IX."),
        ("1. Thôn\n2. Xã\n3. Sở\n4. Hội\n9. Đoàn\n6. Ban", "1. 2. 3. 4. 5. 6."),
        ("1. Thôn\n2. Xã\no. Sở\n4. Hội", "1. 2. o. 4."),
        ("4. Thôn\no. Xã\n6. Sở", "4. 5. 6."),
        ("a) Thôn\nb) Xã\nc) Sở\nd) Hội\nd) Đoàn\ne) Ban\nø) Tổ\nh) Nhóm", "a) b) c) d) đ) e) g) h)"),
        ("I. MỤC TIÊU\nII. NHIỆM VỤ\nI. MỤC TIÊU\nII. NHIỆM VỤ", "I. II. I. II."),
        ("I. MỤC TIÊU\nII. NHIỆM VỤ\nII. KINH PHÍ\nIII. TỔ CHỨC", "I. II. II. III."),
        ("I. MỤC TIÊU\nII. NHIỆM VỤ\nT/M BAN THƯỜNG VỤ", "I. II. T/M"),
    ],
)
def test_marks_count_up(seen, meant):
    assert [line.split()[0] for line in lines(seen)] == meant.split()


@pytest.mark.parametrize(
    ("seen", "meant"),
    [("I H III", "I II III"), ("I li II", "I II III"), ("I H HỊi", "I II III"), ("TT I II", "TT I II")],
)
def test_numerals_alone_in_their_cells_count_up(seen, meant):
    cells = [line for mark in seen.split() for line in (mark, "TRỒNG RỪNG")]
    assert lines("\n".join(cells))[::2] == meant.split()


@pytest.mark.parametrize(
    ("seen", "meant"),
    [
        ("CỌNG HÒA XÃ HỌI CHỦ NGHĨA VIẸT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("TỔ CHỨC THỰC HIẸN", "TỔ CHỨC THỰC HIỆN"),
        ("TĨNH BẾN MÂY", "TỈNH BẾN MÂY"),
        ("PHÁT QUẠNG VEN SUỐI\nphải phát quang, phát quang", "PHÁT QUANG VEN SUỐI"),
        ("Sở Tài chính Và Cơ quan liên quan", "Sở Tài chính và Cơ quan liên quan"),
        ("Mục Đích Và Yêu Cầu", "Mục Đích Và Yêu Cầu"),
        ("PHÁT QUẠT CHO THÔN\nphát quạt, phát quạt", "PHÁT QUẠT CHO THÔN"),
        ("TIÊU CHÍ THI ĐUA\ncác tiêu chí và phong trào thi đua, thi đua", "TIÊU CHÍ THI ĐUA"),
    ],
)
def test_words_in_capitals_find_their_marks(seen, meant):
    assert lines(seen)[0] == meant


def test_a_mend_says_what_was_read_and_why():
    ((line, mends),) = mended(["II. theo Nghị quyết số 47/ÑQ-CP ngày l5/4/2030"])
    assert line == "II. theo Nghị quyết số 47/NQ-CP ngày 15/4/2030"
    assert [mend[:2] for mend in mends] == [("47/ÑQ-CP", "47/NQ-CP"), ("l5/4/2030", "15/4/2030")]
    assert [mend.why for mend in mends] == ["symbol", "date"]
    assert all(0.5 < mend.sure < 1 for mend in mends)


def test_words_keep_their_places_and_what_they_were():
    words = [
        Word(text, left, 10, left + 20, 22, 0.6) for text, left in (("ngày", 0), ("1", 30), ("5/6/2030", 60))
    ]
    ((first, joined),) = repaired([words])
    assert first == words[0]
    assert joined == Word("15/6/2030", 30, 10, 80, 22, 0.9, was="1 5/6/2030")


@pytest.mark.parametrize(
    "text", [papers.PLAN, papers.DIRECTIVE, papers.plan("1. Đọc sách", "2. Viết báo cáo")]
)
def test_what_is_sound_stays(text):
    assert lines(text) == text.strip().splitlines()


@pytest.mark.skipif(not CORPUS.is_dir(), reason=f"no real documents at {CORPUS} (VANBAN_CORPUS)")
def test_real_texts_stay_but_for_what_was_typed_wrongly():
    files = [*CORPUS.glob("corpus/*"), *CORPUS.glob("wild/*/*")]
    changed = {
        path.name: len(_mends(path)) for path in files if path.suffix in (".md", ".txt", ".docx", ".htm")
    }
    assert {name: count for name, count in changed.items() if count} == TYPED


def _mends(path: Path) -> set[tuple[str, str]]:
    """What would be mended in the lines of a text, as they are and as they are read; marks of words are counted
    in a test of their own."""
    texts = [vanban.read(path).text.split("\n")]
    if path.suffix in (".md", ".txt"):
        texts.append(path.read_text("utf-8").splitlines())
    return {mend[:2] for text in texts for _, mends in mended(text) for mend in mends if mend.why != "word"}
