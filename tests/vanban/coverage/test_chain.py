"""What of a document is lost on its way down through others."""

from __future__ import annotations

from asking import FILLING, tasks
from vanban.coverage import chain


def test_what_is_lost_on_the_way_down_is_told_with_its_step():
    ministry = tasks(
        "Lập tủ sách lưu động.", "Nuôi cá lồng trên hồ.", "Mở lớp dạy nghề mộc; lập quỹ học nghề cho thợ."
    )
    province = tasks("Lập tủ sách lưu động.", "Mở lớp dạy nghề mộc; lập quỹ học nghề cho thợ.", *FILLING)
    commune = tasks("Mở lớp dạy nghề mộc.", "Cấp nước sạch cho chợ Mây.")
    found = chain([ministry, province, commune])
    assert [(one.text.split()[0], one.step, one.state) for one in found.lost] == [
        ("Lập", 1, "not"), ("Nuôi", 0, "not"), ("Mở", 1, "partly"),
    ]  # fmt: skip
    assert found.lost[0].carried.text == province.tasks[0].text
    assert [len(step.requirements) for step in found.steps] == [3, 5]


def test_one_document_is_no_chain():
    assert chain([tasks("Lập tủ sách.")]).steps == ()
