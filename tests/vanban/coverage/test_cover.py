"""What of an upper document a plan carries out, on invented documents."""

from __future__ import annotations

from asking import FILLING, only, tasks
from papers import paper
from vanban import read_text
from vanban.coverage import cover


def test_what_shows_it_is_told_as_it_stands_in_each_document():
    upper, plan = tasks("Lập tủ sách hoà bình ở các thôn."), tasks("Lập Tủ sách hòa bình tại chợ.", *FILLING)
    found = cover(upper, plan=plan).requirements[0]
    assert found.words == ("Lập tủ sách hoà bình",)
    (shared,) = found.shared
    assert upper.text[slice(*shared.asked)] == "Lập tủ sách hoà bình"
    assert plan.text[slice(*shared.planned)] == "Lập Tủ sách hòa bình"
    assert found.best.text == plan.tasks[0].text == plan.text[slice(*found.best.span)]


def test_an_act_that_both_cite_is_told():
    found = only(
        "Thi hành Quyết định số 33/QĐ-UBND ngày 01/02/2030 về sách.",
        "Mua xe theo Quyết định số 33/QĐ-UBND ngày 01/02/2030."
    )  # fmt: skip
    assert (found.state != "not", found.acts) == (True, ("33/QĐ-UBND",))


def test_words_that_stand_in_every_task_show_nothing():
    found = only("Tổ chức thực hiện nhiệm vụ của các cơ quan.", "Các cơ quan tổ chức thực hiện nhiệm vụ.")
    assert (found.state, found.best, found.words) == ("not", None, ())


def test_words_that_stand_for_others_bring_tasks_near_and_are_not_told_as_shared():
    found = only("Bồi dưỡng thủ thư các trường.", "Tập huấn thủ thư các trường.")
    assert (found.state, found.words) == ("covered", ("thủ thư các trường",))


def test_missing_parts_are_told_at_their_place():
    upper = tasks("Mở lớp tập huấn cho thủ thư; sửa mái kho sách; mua máy quét.")
    found = cover(upper, plan=tasks("Mở lớp tập huấn cho thủ thư.", *FILLING)).requirements[0]
    assert [upper.text[slice(*span)].strip() for span in found.missing] == [
        "sửa mái kho sách;",
        "mua máy quét.",
    ]


def test_a_part_that_another_task_meets_is_not_missing():
    found = only(
        "Mở lớp tập huấn cho thủ thư; sửa mái kho sách của xã.",
        "Mở lớp tập huấn cho thủ thư.", "Sửa mái kho sách của xã.",
    )  # fmt: skip
    assert (found.state, found.missing) == ("covered", ())


def test_tasks_that_nothing_asks_for_are_extra():
    found = cover(tasks("Lập tủ sách lưu động."), plan=tasks("Lập tủ sách lưu động.", "Nuôi cá lồng."))
    assert [one.text for one in found.extra] == ["Nuôi cá lồng."]


def test_documents_without_tasks_are_compared_too():
    none, some = read_text(paper("Không có gì.")), tasks("Lập tủ sách lưu động.")
    assert cover(none, plan=some).requirements == ()
    assert cover(some, plan=none).requirements[0].state == "not"
    assert cover(none, plan=none).extra == ()


def test_a_document_covers_itself():
    one = tasks("Lập tủ sách lưu động.", "Nuôi cá lồng.", *FILLING)
    found = cover(one, plan=one)
    assert [one.best.task for one in found.requirements] == [0, 1, 2, 3, 4]
    assert {one.state for one in found.requirements} == {"covered"}
    assert found.extra == ()


def test_words_that_repeat_are_compared_in_proportion():
    one = tasks("tủ sách " * 4_000)
    assert cover(one, plan=one).requirements[0].state == "covered"
