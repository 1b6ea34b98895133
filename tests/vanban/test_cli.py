"""The command ``vanban``: what it writes, where, and the code with which it ends."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papers import plan
from vanban.batch import _targets
from vanban.jsonform import from_json

READ, FAILED, USAGE, REFUSED = 0, 1, 2, 3
TEXT = plan("1. Sở Y tế lập phương án trực cấp cứu trước ngày 15/12/2030.")
SECRET = TEXT.replace("KẾ HOẠCH", "MẬT\n\nKẾ HOẠCH")


@pytest.fixture
def folder(tmp_path):
    """A folder with two plans, a secret one and a file that is no document."""
    (tmp_path / "một.txt").write_text(TEXT, "utf-8")
    (tmp_path / "hai.md").write_text(TEXT.replace("Sở Y tế", "Công an tỉnh"), "utf-8")
    (tmp_path / "mật.txt").write_text(SECRET, "utf-8")
    (tmp_path / "hỏng.docx").write_bytes(b"PK\x03\x04 broken")
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["read", "một.txt"], READ),
        (["read", "một.txt", "hai.md"], READ),
        (["read", "hỏng.docx"], FAILED),
        (["read", "không có.txt"], FAILED),
        (["read", "một.txt", "không có.txt"], FAILED),
        (["read", "."], FAILED),
        (["read", "mật.txt"], REFUSED),
        (["read", "một.txt", "mật.txt"], REFUSED),
        (["read", "mật.txt", "hỏng.docx"], FAILED),
        (["--version"], READ),
        (["--help"], READ),
        ([], USAGE),
        (["read"], USAGE),
        (["write", "một.txt"], USAGE),
        (["read", "một.txt", "--format", "xml"], USAGE),
        (["read", "một.txt", "--jobs", "0"], USAGE),
        (["read", "một.txt", "--jobs", "many"], USAGE),
        (["read", "-", "-"], USAGE),
        (["read", "một.txt", "-o", "hai.md"], USAGE),
    ],
)
def test_the_code_says_how_it_went(run, arguments, code):
    assert run(*arguments)[0] == code


def test_one_file_is_shown_as_a_table(run):
    code, out, err = run("read", "một.txt")
    assert (code, err) == (READ, "")
    assert "NHIỆM VỤ (1)" in out and "hạn 15/12/2030" in out and "Ủy ban nhân dân tỉnh Bến Mây" in out
    assert max(map(len, out.splitlines())) <= 110


def test_one_file_as_json_is_a_reading(run):
    _, out, _ = run("read", "một.txt", "--format", "json")
    assert from_json(json.loads(out)).tasks[0].lead[0].name == "Sở Y tế"


def test_one_file_as_html_is_a_page(run):
    _, out, _ = run("read", "một.txt", "--format", "html")
    assert out.startswith("<!doctype html>") and out.count("</html>") == 1


def test_many_files_are_a_line_of_json_each_with_the_name_of_the_file(run):
    _, out, _ = run("read", "hai.md", "một.txt")
    lines = [json.loads(line) for line in out.splitlines()]
    assert [line.pop("file") for line in lines] == ["hai.md", "một.txt"]
    assert [from_json(line).tasks[0].lead[0].name for line in lines] == ["Công an tỉnh", "Sở Y tế"]


def test_many_tables_have_their_titles(run):
    _, out, _ = run("read", "hai.md", "một.txt", "--format", "table")
    assert [line for line in out.splitlines() if line.startswith("== ")] == ["== hai.md", "== một.txt"]


def test_a_bad_file_is_named_and_does_not_stop_the_others(run):
    code, out, err = run("read", "hỏng.docx", "một.txt", "không có.txt", "mật.txt", "hai.md")
    assert code == FAILED
    assert [json.loads(line)["file"] for line in out.splitlines()] == ["một.txt", "hai.md"]
    assert [line.split(":")[0] for line in err.splitlines()] == ["hỏng.docx", "không có.txt", "mật.txt"]


def test_nothing_of_a_secret_document_is_shown(run):
    _, out, err = run("read", "mật.txt")
    assert out == "" and "độ mật" in err and "cấp cứu" not in err


def test_a_dash_is_standard_input(run, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    code, out, err = run("read", "-", "--format", "json")
    assert (code, err) == (READ, "") and json.loads(out)["header"]["code"] == "118/KH-UBND"


def test_files_go_to_a_folder_that_is_made(run, folder):
    code, out, _ = run("read", "một.txt", "hai.md", "-o", "kết/quả")
    assert (code, out) == (READ, "")
    assert sorted(path.name for path in (folder / "kết" / "quả").iterdir()) == ["hai.json", "một.json"]
    assert (
        from_json(json.loads((folder / "kết" / "quả" / "một.json").read_text("utf-8"))).header.type
        == "Kế hoạch"
    )


@pytest.mark.parametrize(("form", "ending"), [("json", "json"), ("html", "html"), ("table", "txt")])
def test_a_file_in_the_folder_ends_as_its_form(run, folder, form, ending):
    run("read", "một.txt", "-o", "ra", "--format", form)
    assert [path.name for path in (folder / "ra").iterdir()] == [f"một.{ending}"]


def test_files_of_one_name_do_not_overwrite_each_other(run, folder):
    (folder / "trong").mkdir()
    for name in ("một.md", "trong/một.txt"):
        (folder / name).write_text(TEXT, "utf-8")
    run("read", "một.txt", "một.md", "trong/một.txt", "hai.md", "-o", "ra")
    assert len(list((folder / "ra").iterdir())) == 4


NAMES = st.lists(
    st.sampled_from(["a", "a.txt", "A.txt", "b/a.txt", "a.md", "a.txt.2", "a.txt.2.md", "c/a.txt.2", "-"]),
    max_size=6,
)


@given(NAMES, st.sampled_from(["json", "html", "table"]))
def test_no_two_files_share_a_target(names, form):
    targets = [str(path).casefold() for path in _targets(names, Path("ra"), form)]
    assert len(set(targets)) == len(targets) == len(names)


def test_what_cannot_be_written_is_a_failure_that_names_the_file(run, folder):
    (folder / "ra" / "một.json").mkdir(parents=True)
    code, _, err = run("read", "một.txt", "hai.md", "-o", "ra")
    assert code == FAILED and "một.txt" in err
    assert (folder / "ra" / "hai.json").is_file()


def test_a_refused_file_leaves_nothing_in_the_folder(run, folder):
    run("read", "mật.txt", "hỏng.docx", "-o", "ra")
    assert list((folder / "ra").iterdir()) == []


def test_more_processes_write_the_same(run):
    names = ["một.txt", "hỏng.docx", "hai.md", "mật.txt", "một.txt"]
    assert run("read", *names, "--jobs", "2") == run("read", *names)


def test_the_version_is_that_of_the_package(run):
    assert run("--version")[1] == f"vanban {version('caytre')}\n"


def test_help_is_in_vietnamese_and_names_every_option(run):
    _, out, _ = run("read", "--help")
    assert (
        "đọc" in out.lower() and [one for one in ("--format", "--jobs", "--output") if one not in out] == []
    )


def test_a_name_that_is_no_utf_8_is_no_stumbling_block(folder):
    odd = os.fsencode(folder) + b"/m\xffi.txt"
    Path(os.fsdecode(odd)).write_text(TEXT, "utf-8")
    command = [sys.executable, "-m", "vanban.cli", "read", odd, "một.txt", "hỏng.docx"]
    ended = subprocess.run(
        command,
        cwd=folder,
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": "utf-8:strict"},
    )
    assert (
        ended.returncode == FAILED
        and len(ended.stdout.splitlines()) == 2
        and b"Traceback" not in ended.stderr
    )


def test_the_command_runs_as_a_module_and_survives_a_closed_pipe(folder):
    command = f"{sys.executable} -m vanban.cli read một.txt hai.md --format json | head -c 1"
    ended = subprocess.run(["sh", "-c", command], cwd=folder, capture_output=True, check=False)
    assert ended.stdout == b"{" and b"Traceback" not in ended.stderr
