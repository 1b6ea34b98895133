"""``vanban check`` and ``vanban rule``: what they print, and the code with which they end."""

from __future__ import annotations

import io
import json
import sys

import pytest

from papers import plan
from vanban.checks import pages

CLEAN, FOUND, USAGE, REFUSED = 0, 1, 2, 3
TEXT = plan(
    "1. Tập huấn về thư viện",
    "- Đơn vị chủ trì: Sở Y tế.",
    "- Thời gian hoàn thành: Trước ngày 15/11/2030.",
    "- Sản phẩm: Tài liệu tập huấn.",
    "2. Báo cáo kết quả thực hiện",
    "- Đơn vị chủ trì: Sở Nội vụ báo cáo Ủy ban nhân dân tỉnh.",
    "- Thời gian hoàn thành: Trước ngày 15/12/2030.",
    "- Sản phẩm: Báo cáo.",
)
BLANK = TEXT.replace("118/", "   /")
AT = f"{BLANK[: BLANK.index('/KH')].count(chr(10)) + 1}:8"
"""Line and column of the blank number in the file."""
SECRET = TEXT.replace("KẾ HOẠCH", "MẬT\n\nKẾ HOẠCH")


@pytest.fixture
def folder(tmp_path):
    """A clean plan, one with a blank number, a secret one, and a file that is no document."""
    (tmp_path / "sạch.txt").write_text(TEXT, "utf-8")
    (tmp_path / "trống.txt").write_text(BLANK, "utf-8")
    (tmp_path / "mật.txt").write_text(SECRET, "utf-8")
    (tmp_path / "hỏng.docx").write_bytes(b"PK\x03\x04 broken")
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["sạch.txt"], CLEAN),
        (["trống.txt"], FOUND),
        (["sạch.txt", "trống.txt"], FOUND),
        (["mật.txt"], REFUSED),
        (["sạch.txt", "mật.txt"], REFUSED),
        (["trống.txt", "mật.txt"], FOUND),
        (["hỏng.docx"], FOUND),
        (["không có.txt"], FOUND),
        (["sạch.txt", "--select", "Q"], USAGE),
        (["sạch.txt", "--ignore", "F1,F999"], USAGE),
        (["sạch.txt", "--today", "hôm nay"], USAGE),
        (["-", "-"], USAGE),
        ([], USAGE),
        (["trống.txt", "--ignore", "F103"], CLEAN),
        (["trống.txt", "--select", "S"], CLEAN),
        (["trống.txt", "--today", "2026-11-26"], FOUND),
    ],
)
def test_the_exit_code_says_what_became_of_it(run, arguments, code):
    assert run("check", *arguments)[0] == code


def test_a_finding_is_a_line_with_place_code_message_and_words(run):
    _, out, _ = run("check", "trống.txt")
    place, words, count = out.splitlines()
    assert place.startswith(f"trống.txt:{AT}: F103 Số văn bản để trống")
    assert words == "    | /KH-UBND"
    assert count == "Có 1 phát hiện trong 1 tệp."


def test_nothing_found_is_said(run):
    assert run("check", "sạch.txt")[1] == "Không có phát hiện nào.\n"


def test_what_a_machine_can_mend_is_shown(run, folder):
    (folder / "lẫn.txt").write_text(TEXT.replace("118/KH-UBND", "118/KH/UBND"), "utf-8")
    assert "    > 118/KH-UBND\n" in run("check", "lẫn.txt")[1]


def test_a_file_that_cannot_be_read_does_not_stop_the_others(run):
    code, out, err = run("check", "không có.txt", "hỏng.docx", "trống.txt")
    assert code == FOUND
    assert "F103" in out
    assert err.splitlines()[0] == "không có.txt: Không mở được tệp: không có tệp nào tên như vậy."
    assert err.splitlines()[1].startswith("hỏng.docx: Tệp bị hỏng")


def test_json_is_a_list_with_the_file_of_each(run):
    _, out, _ = run("check", "sạch.txt", "trống.txt", "--format", "json")
    (one,) = json.loads(out)
    assert list(one) == ["file", "code", "message", "span", "quote", "suggestion"]
    assert (one["file"], one["code"], one["quote"]) == ("trống.txt", "F103", "/KH-UBND")


def test_json_of_nothing_is_an_empty_list(run):
    assert json.loads(run("check", "sạch.txt", "--format", "json")[1]) == []


def test_html_marks_the_words_and_escapes_them(run, folder):
    (folder / "lạ.txt").write_text(BLANK.replace("thư viện", "<script>thư viện"), "utf-8")
    _, out, _ = run("check", "lạ.txt", "--format", "html")
    assert '<mark class="finding" data-fact="F103"' in out
    assert "<script>" not in out


def test_standard_input_is_a_file(run, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(BLANK.encode())))
    assert run("check", "-")[1].startswith(f"-:{AT}: F103")


def test_side_by_side_is_the_same(run):
    assert run("check", "trống.txt", "sạch.txt", "--jobs", "2") == run("check", "trống.txt", "sạch.txt")


@pytest.mark.parametrize(
    ("name", "settings", "code"),
    [
        ("vanban.toml", '[check]\nselect = ["S"]', CLEAN),
        ("vanban.toml", '[check]\nignore = ["F103"]', CLEAN),
        ("vanban.toml", '[check.per-file]\n"trống.*" = ["F"]', CLEAN),
        ("vanban.toml", '[check.per-file]\n"khác/*" = ["F"]', FOUND),
        ("pyproject.toml", '[tool.vanban.check]\nignore = ["F1"]', CLEAN),
        ("pyproject.toml", "[tool.other]\nx = 1", FOUND),
        ("vanban.toml", "[check]\nchoose = 1", USAGE),
        ("vanban.toml", '[check]\nselect = "F"', USAGE),
        ("vanban.toml", '[check]\nignore = ["Q"]', USAGE),
        ("vanban.toml", "[check]\nper-file = 1", USAGE),
        ("vanban.toml", "[check", USAGE),
    ],
)
def test_a_settings_file_says_what_is_asked(run, folder, name, settings, code):
    (folder / name).write_text(settings, "utf-8")
    assert run("check", "trống.txt")[0] == code


def test_the_settings_file_is_found_upward_and_options_stand_in_its_place(run, folder, monkeypatch):
    (folder / "vanban.toml").write_text('[check]\nignore = ["F103"]', "utf-8")
    (folder / "trong").mkdir()
    monkeypatch.chdir(folder / "trong")
    assert run("check", "../trống.txt")[0] == CLEAN
    assert run("check", "../trống.txt", "--ignore", "S")[0] == FOUND


def test_a_rule_is_explained_by_its_page(run):
    code, out, _ = run("rule", "f103")
    assert code == CLEAN
    page = pages()["F103"]
    for words in (page.title, page.why, page.rule, page.source, page.do, page.bad.splitlines()[0]):
        assert words in out


def test_every_rule_is_listed(run):
    out = run("rule")[1]
    assert [code for code in pages() if f"  {code}  {pages()[code].title}" not in out] == []


def test_an_unknown_rule_is_said_to_be_none(run):
    code, _, err = run("rule", "F999")
    assert code == USAGE and "F999" in err
