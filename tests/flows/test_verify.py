"""An administrator finds out whether somebody has been at the history."""

import subprocess
import sys

import pytest

from flows.installation import ROOT

TAMPER = "import django; django.setup(); from tampering import rechain, tamper; "


@pytest.fixture
def office(office):
    """An office with some history."""
    office.run("worker", "--batch")
    return office


def do(office, program):
    """Run a program that knows the tests and the database."""
    environment = office.environment | {"PYTHONPATH": f"{ROOT}/src:{ROOT}/tests"}
    ran = subprocess.run(
        [sys.executable, "-c", TAMPER + program], env=environment, capture_output=True, text=True
    )
    assert ran.returncode == 0, ran.stderr


def test_heads_are_noted_day_by_day_and_compared(office, tmp_path):
    heads = tmp_path / "heads.txt"
    office.run("verify", "--heads", str(heads))
    office.run("user", "moi")
    said = office.run("verify", "--heads", str(heads))
    (_, before, first), (_, last, second) = (line.split() for line in heads.read_text().splitlines())
    assert f"Nhật ký nguyên vẹn: {last} dòng, đến dòng {last}." in said and second in said
    assert int(last) > int(before) > 3 and first != second

    do(office, f"tamper('DELETE FROM core_event WHERE id > {before}')")
    assert "Nhật ký nguyên vẹn" in office.run("verify")
    said = office.run("verify", "--heads", str(heads), code=1)
    assert f"đã có dòng {last}, nay chỉ còn đến dòng {before}" in said and "cơ sở dữ liệu cũ hơn" in said
    assert len(heads.read_text().splitlines()) == 2

    do(office, "tamper(\"UPDATE core_event SET about = 'x' WHERE id = 2\"); rechain(2)")
    assert "Nhật ký nguyên vẹn" in office.run("verify")
    assert f"Dòng {before} khác với dấu đã ghi lúc" in office.run("verify", "--heads", str(heads), code=1)


def test_the_first_row_that_was_changed_is_named_and_does_nothing_to_the_terminal(office):
    letter = "chr" if "DATABASE_URL" in office.environment else "char"
    capacity = f"'Chủ tịch' || {letter}(27) || '[2J' || {letter}(10) || 'Nhật ký nguyên vẹn'"
    do(office, f'tamper("UPDATE core_event SET capacity = {capacity} WHERE id = 3")')
    said = office.run("verify", code=1)
    assert "Dòng 3 không còn như khi được ghi" in said and "Nay dòng 3 ghi: tên: " in said
    assert r"tư cách: Chủ tịch\x1b[2J\nNhật ký nguyên vẹn" in said and "\x1b" not in said
    assert "Đừng sửa gì thêm" in said and "Traceback" not in said


@pytest.mark.parametrize("content", ["xin chào\n", "2031-03-01T00:00:00Z 4 abc\n", "\x1b[2J\n"])
def test_a_file_of_something_else_is_no_file_of_heads(office, tmp_path, content):
    (tmp_path / "heads.txt").write_text(content)
    said = office.run("verify", "--heads", str(tmp_path / "heads.txt"), code=2)
    assert "dòng 1 không phải là dấu" in said
    assert (tmp_path / "heads.txt").read_text() == content


def test_heads_that_cannot_be_noted_are_said(office, tmp_path):
    assert "không ghi được" in office.run(
        "verify", "--heads", str(tmp_path / "nowhere" / "heads.txt"), code=2
    )


def test_locks_that_were_taken_off_are_said(office):
    do(
        office,
        "from tampering import LOCK, connection; connection.cursor().execute(LOCK.UNLOCK[connection.vendor][0])",
    )
    assert "đã gỡ khóa" in office.run("verify", code=1)
