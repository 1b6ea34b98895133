"""``vanban cover``: what it writes and the code with which it ends."""

from __future__ import annotations

import json
from functools import partial

import pytest

from papers import plan
from vanban import read_text

UPPER = plan("1. Lập tủ sách lưu động; sửa mái kho sách <cũ>.", "2. Khảo sát luồng lạch.")
PLAN = plan("1. Lập tủ sách lưu động.", "2. Nuôi cá lồng trên hồ.")
BELOW = plan("1. Nuôi cá lồng trên hồ.")


@pytest.fixture
def folder(tmp_path):
    """Three documents and a secret one."""
    for name, text in (
        ("trên", UPPER),
        ("dưới", PLAN),
        ("xã", BELOW),
        ("mật", UPPER.replace("KẾ HOẠCH", "MẬT\n\nKẾ HOẠCH")),
    ):
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
    return tmp_path


@pytest.fixture
def run(run):
    return partial(run, "cover")


def test_json_holds_requirements_and_extra_tasks(run):
    code, out, _ = run("trên.txt", "dưới.txt", "--format", "json")
    found, text = json.loads(out), read_text(UPPER).text
    assert (code, set(found)) == (0, {"requirements", "extra"})
    met, none = found["requirements"]
    assert (met["state"], met["best"]["text"], met["words"]) == (
        "partly", "Lập tủ sách lưu động.", ["Lập tủ sách lưu động"],
    )  # fmt: skip
    assert text[slice(*met["span"])] == met["text"]
    assert [text[slice(*span)] for span in met["missing"]] == ["sửa mái kho sách <cũ>."]
    assert 0 < met["score"] <= 1
    assert (none["state"], none["best"], none["words"]) == ("not", None, [])
    assert [one["text"] for one in found["extra"]] == ["Nuôi cá lồng trên hồ."]


def test_text_says_it_in_sentences(run):
    code, out, _ = run("trên.txt", "dưới.txt")
    assert code == 0
    for words in (
        "trên.txt có 2 yêu cầu. Trong dưới.txt: 0 đã có, 0 vượt yêu cầu, 1 mới có một phần, 1 chưa có.",
        "1. [Mới có một phần] Lập tủ sách lưu động; sửa mái kho sách <cũ>.", "Chữ chung: “Lập tủ sách lưu động”.",
        "Chưa thấy phần: “sửa mái kho sách <cũ>”.", "2. [Chưa có] Khảo sát luồng lạch.",
        "1 nhiệm vụ của dưới.txt không thấy căn cứ trong văn bản trên:",
    ):  # fmt: skip
        assert words in " ".join(out.split())


def test_html_marks_the_shared_words_and_escapes_all(run):
    _, out, _ = run("trên.txt", "dưới.txt", "--format", "html")
    assert out.count("<mark>Lập tủ sách lưu động</mark>") == 2
    assert "&lt;cũ&gt;" in out
    assert "<cũ>" not in out


@pytest.mark.parametrize("form", ["text", "html"])
def test_a_chain_says_what_is_lost_and_where(run, form):
    _, out, _ = run("trên.txt", "dưới.txt", "xã.txt", "--format", form)
    assert "2 trong 2 yêu cầu của trên.txt không xuống trọn vẹn đến xã.txt." in " ".join(out.split())
    assert "không còn từ xã.txt" in out


def test_a_chain_in_json_holds_its_steps(run):
    found = json.loads(run("trên.txt", "dưới.txt", "xã.txt", "--format", "json")[1])
    assert [(step["upper"], step["plan"]) for step in found["steps"]] == [
        ("trên.txt", "dưới.txt"),
        ("dưới.txt", "xã.txt"),
    ]
    assert [(one["step"], one["state"]) for one in found["lost"]] == [(1, "not"), (0, "not")]


@pytest.mark.parametrize(
    ("names", "code"),
    [(["trên.txt"], 2), (["-", "-"], 2), (["trên.txt", "không có.txt"], 1), (["trên.txt", "mật.txt"], 3)],
)
def test_what_is_not_read_is_not_compared(run, names, code):
    ended, out, err = run(*names)
    assert (ended, out) == (code, "")
    assert err
