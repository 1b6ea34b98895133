"""Duties that two documents ask of the same body are found, and told apart by a person."""

import pytest

from caytre.core.access import NotFound
from caytre.documents.actions import weaving
from caytre.documents.actions.pairing import tell_apart
from caytre.documents.models import Document, Twin
from caytre.documents.queries.twins import twins
from caytre.units.queries.standing import acting
from citing import paper
from factories import AT, colleague, person

REVIEW = "Rà soát, sửa chữa các cầu treo dân sinh trên địa bàn trước mùa mưa lũ"
ALSO = "Rà soát, sửa chữa các cầu treo dân sinh trên địa bàn xong trước mùa mưa"
OTHER = "Tổ chức tập huấn nghiệp vụ văn thư cho công chức của các phòng chuyên môn"


def pairs(user, **wanted):
    return [(twin.first.document.code, twin.second.document.code) for twin in twins(user, **wanted)]


def test_a_duty_that_two_documents_ask_is_found(clerk, here):
    paper("5/KH-UBND", of=here, by=clerk, on="2031-02-01", tasks=[REVIEW, OTHER], lead="Phòng Kinh tế")
    paper("6/CT-UBND", of=here, by=clerk, on="2031-02-02", tasks=[ALSO], lead="Phòng Kinh tế xã Suối Trúc")
    assert pairs(clerk) == [("5/KH-UBND", "6/CT-UBND")]
    assert pairs(clerk, part="reports") == []


@pytest.mark.parametrize(
    ("what", "differs"),
    [
        ("another body", {"lead": "Trạm Y tế"}),
        ("another register", {"of": None}),
        ("other words", {"tasks": [OTHER]}),
        ("the same paper as another file", {"code": "5/KH-UBND", "on": "2031-02-01"}),
        ("a document that carries it out", {"cites": [("5/KH-UBND", "2031-02-01")]}),
    ],
)
def test_it_is_not_asked_twice_by(what, differs, clerk, here):
    paper("5/KH-UBND", of=here, by=clerk, on="2031-02-01", tasks=[REVIEW], lead="Phòng Kinh tế")
    said = {"of": here, "by": clerk, "on": "2031-02-02", "tasks": [ALSO], "lead": "Phòng Kinh tế", **differs}
    paper(said.pop("code", "6/CT-UBND"), **said)
    assert pairs(clerk) == [], what


def test_woven_again_the_pair_is_there_once(clerk, here):
    first = paper("5/KH-UBND", of=here, by=clerk, on="2031-02-01", tasks=[REVIEW])
    paper("6/CT-UBND", of=here, by=clerk, on="2031-02-02", tasks=[ALSO])
    weaving.weave(first.pk)
    assert Twin.objects.count() == 1


def test_what_a_person_told_apart_is_not_asked_again(clerk, here):
    first = paper("5/KH-UBND", of=here, by=clerk, on="2031-02-01", tasks=[REVIEW])
    second = paper("6/CT-UBND", of=here, by=clerk, on="2031-02-02", tasks=[ALSO])
    tell_apart(Twin.objects.get().pk, by=clerk, at=AT)
    for document in (first, second):
        weaving.weave(document.pk)
    assert pairs(clerk) == []


def test_who_may_not_correct_tells_nothing_apart(clerk, here):
    for number, text in ((5, REVIEW), (6, ALSO)):
        paper(f"{number}/KH-UBND", of=here, by=clerk, on="2031-02-01", tasks=[text])
    leader = acting(colleague("chu-tich", role="leader"), on=AT.date())
    with pytest.raises(Exception, match="Chỉ cán bộ đầu mối"):
        tell_apart(Twin.objects.get().pk, by=leader, at=AT)


def test_pairs_of_other_offices_are_not_told(clerk, there):
    admin = acting(person("quan-tri", is_superuser=True), on=AT.date())
    for number, text in ((5, REVIEW), (6, ALSO)):
        paper(f"{number}/KH-UBND", of=there, by=admin, on="2031-02-01", tasks=[text])
    assert pairs(clerk) == []
    assert len(pairs(admin)) == 1
    with pytest.raises(NotFound):
        tell_apart(Twin.objects.get().pk, by=clerk, at=AT)
    assert Document.objects.count() == 2
