"""Whatever the text is, a check ends with findings that are tied to its words."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import vanban
from vanban.checks import check, pages

PIECES = (
    "ỦY BAN NHÂN DÂN", "XÃ SUỐI TRÚC", "Số:    /KH-UBND", "Số 5-KH/ĐU", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập – Tự do - Hạnh phúc", "ĐẢNG CỘNG SẢN VIỆT NAM", "Suối Trúc, ngày 5 tháng 2 năm 2031",
    "Suối Trúc, ngày    tháng    năm", "KẾ HOẠCH", "Dọn suối năm 2031", "I. MỤC ĐÍCH", "III. NHIỆM VỤ",
    "1. Phòng Kinh tế mua thùng rác trước ngày 15/3/2031.", "3. Các thôn dọn suối (Phụ lục II kèm theo).",
    "1.1. Xã họp.", "1.3. Xã báo cáo.", "a) Thôn Trúc;", "d) Thôn Mây;", "“4. Sửa khoản 4", "”", "Điều 2. Tổ chức",
    "Chương V", "Nơi nhận:", "- Lưu: VT.", "T/M ỦY BAN NHÂN DÂN", "PHÓ CHỦ TỊCH", "Lê Văn Trúc", "PHỤ LỤC I",
    "DANH SÁCH", "(Kèm theo Kế hoạch số 5/KH-UBND)", "",
)  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=40))
@settings(deadline=None, max_examples=150)
def test_a_finding_is_tied_to_its_words(lines):
    reading = vanban.read_text("\n".join(lines))
    found = check(reading)
    assert found == check(reading)
    assert [one.span for one in found] == sorted(one.span for one in found)
    for one in found:
        start, end = one.span
        assert 0 <= start <= end <= len(reading.text)
        assert one.quote == reading.text[start:end]
        assert one.code in pages() and one.message and "{" not in one.message


@pytest.mark.parametrize(
    "line", ["1. Một việc", "9. Một việc", "a) x", "1.1. y", "“ mở", "IV. MỤC", "phụ lục a a a kèm", "- Lưu"]
)
def test_many_lines_take_no_long_time(line):
    reading = vanban.read_text("\n".join(["KẾ HOẠCH", *[line, "1. Khác"] * 2_000]))
    start = time.process_time()
    check(reading, select=("F", "S"))
    assert time.process_time() - start < 1
