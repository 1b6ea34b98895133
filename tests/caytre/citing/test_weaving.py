"""Citations find the documents and the acts that they mean, whatever comes first."""

from datetime import date

import pytest

from caytre.documents.actions import acts, correcting, giving, intake, weaving
from caytre.documents.actions.correcting import seen
from caytre.documents.models import Act, Citation, Document, Link
from caytre.documents.queries.meanings import open_citations, questions
from caytre.documents.queries.reading import read_of
from caytre.units.queries.standing import acting
from citing import act, paper, said
from factories import AT, colleague, person, read


def linked(document):
    """What the citations of a document are linked to without a doubt."""
    return [
        link.document or link.entry for link in Link.objects.filter(citation__document=document, doubt="")
    ]


def test_a_document_that_is_there_is_found(clerk, here):
    upper = paper("5/KH-UBND", of=here, by=clerk, on="2031-02-01")
    lower = paper("9/KH-UBND", of=here, by=clerk, cites=["05/KH-UBND"])
    assert linked(lower) == [upper]


def test_a_document_that_comes_later_is_found(clerk, here):
    lower = paper("9/KH-UBND", of=here, by=clerk, cites=["05/KH-UBND"])
    assert linked(lower) == []
    upper = paper("5/KH-UBND", of=here, by=clerk, on="2031-02-01")
    assert linked(lower) == [upper]


def test_an_act_that_is_written_down_later_is_found(clerk, here, django_capture_on_commit_callbacks):
    lower = paper("9/KH-UBND", of=here, by=clerk, cites=["30/2030/NĐ-CP"])
    with django_capture_on_commit_callbacks(execute=True):
        row = acts.record(said(), unit=here.pk, by=clerk, at=AT)
    assert linked(lower) == [row.entry]


def test_what_is_read_and_corrected_is_woven_when_the_transaction_is_over(
    clerk, tmp_path, django_capture_on_commit_callbacks
):
    upper = paper(
        "118/KH-UBND", of=clerk.posts.get().unit, by=clerk, on="2031-02-14", issuer="UBND tỉnh Bến Mây"
    )
    with django_capture_on_commit_callbacks(execute=True):
        document = read(tmp_path, by=clerk)
    assert linked(document) == [upper]
    facts = read_of(document).facts.content
    with django_capture_on_commit_callbacks(execute=True):
        correcting.correct(
            document, part="citations", index=0, values={"number": "119/KH-UBND"},
            as_seen=seen(facts["citations"][0]), why="", by=clerk, at=AT,
        )  # fmt: skip
    assert linked(document) == []
    assert Citation.objects.get(document=document).number == "119/KH-UBND"


def test_what_was_read_before_is_caught_up_once(clerk, tmp_path):
    document = read(tmp_path, by=clerk)
    assert not document.citations.exists()
    assert weaving.catch_up(most=10) == 1
    assert document.citations.count() == 1
    assert weaving.catch_up(most=10) == 0


def test_one_that_cannot_be_woven_keeps_no_other_from_it(clerk, here, tmp_path, caplog):
    broken = paper("5/KH-UBND", of=here, by=clerk)
    broken.readings.update(content={})
    Document.objects.update(woven=0)
    read(tmp_path, by=clerk)
    assert weaving.catch_up(most=10) == 1
    assert "was not woven" in caplog.text


def test_what_is_taken_out_is_linked_no_more(clerk, here, django_capture_on_commit_callbacks):
    """Then what had been no match beside it leaves a question."""
    paper("5/KH-UBND", of=here, by=clerk, on="2031-02-11")
    right = paper("5/KH-UBND", of=here, by=clerk, on="2031-02-01")
    lower = paper("9/KH-UBND", of=here, by=clerk, cites=[("5/KH-UBND", "2031-02-01")])
    assert linked(lower) == [right]
    assert not open_citations(clerk).exists()
    chief = acting(colleague("quan-tri", role="administrator"), on=AT.date())
    with django_capture_on_commit_callbacks(execute=True):
        intake.remove(right, by=chief, at=AT, why="nhầm")
    assert linked(lower) == []
    assert open_citations(clerk).get().document == lower


def test_what_is_hidden_is_no_reason_for_a_question_or_for_none(clerk, here, there):
    admin = acting(person("quan-tri", is_superuser=True), on=AT.date())
    paper("5/KH-UBND", of=here, by=clerk, on="2031-02-11")
    lower = paper("9/KH-UBND", of=here, by=clerk, cites=[("5/KH-UBND", "2031-02-01")])
    assert open_citations(clerk).get().document == lower
    paper("5/KH-UBND", of=there, by=admin, on="2031-02-01", issuer="UBND xã Núi Xanh")
    assert open_citations(clerk).get().document == lower
    assert not open_citations(admin).exists()
    (question,) = questions(clerk).rows
    assert [option.issuer for option in question.options.values()] == ["UBND xã Suối Trúc"]
    paper("5/KH-UBND", of=here, by=clerk, on="2031-02-01")
    assert not open_citations(clerk).exists()
    assert open_citations(admin).get().document == lower


def test_a_document_that_is_given_to_an_office_is_found_there(
    clerk, here, django_capture_on_commit_callbacks
):
    admin = acting(person("quan-tri", is_superuser=True), on=AT.date())
    upper = paper("5/KH-UBND", of=None, by=admin, on="2031-02-01")
    lower = paper("9/KH-UBND", of=here, by=clerk, cites=["5/KH-UBND"])
    assert linked(lower) == []
    with django_capture_on_commit_callbacks(execute=True):
        giving.give_to(here.pk, by=admin, at=AT)
    assert linked(lower) == [upper]


def test_done_again_it_changes_nothing(clerk, here):
    act("30/2030/NĐ-CP", issued=date(2030, 3, 5))
    paper("5/KH-UBND", of=here, by=clerk, on="2031-02-01", cites=["30/2030/NĐ-CP"])
    paper("9/KH-UBND", of=here, by=clerk, cites=["5/KH-UBND", ("30/2030/NĐ-CP", "2030-03-06"), "7/KH-UBND"])
    before = list(Link.objects.order_by("pk").values())
    assert len(before) == 3
    assert [row["doubt"] for row in before] == ["", "", "date"]
    assert weaving.resolve_all(beat=list) == 0
    assert list(Link.objects.order_by("pk").values()) == before


def test_more_than_a_portion_is_resolved(clerk, here, monkeypatch):
    monkeypatch.setattr(weaving, "PORTION", 2)
    lower = paper("9/KH-UBND", of=here, by=clerk, cites=[f"{number}/KH-UBND" for number in range(11, 18)])
    for number in range(11, 18):
        paper(f"{number}/KH-UBND", of=here, by=clerk, on="2031-02-01")
    Link.objects.all().delete()
    beats = []
    assert weaving.resolve_all(beat=lambda: beats.append(1)) == 7
    assert len(beats) == 4
    assert len(linked(lower)) == 7


def test_an_act_is_never_changed_in_place(clerk, here):
    first = acts.record(said(), unit=here.pk, by=clerk, at=AT)
    ended = said(status="ended", ended=date(2031, 1, 1), replaced_by=("9/2031/NĐ-CP",))
    second = acts.change(first.entry, facts=ended, seen=first.pk, by=clerk, at=AT)
    first.refresh_from_db()
    assert (first.status, first.valid_to) == ("in_force", AT.date())
    assert (second.entry, second.valid_from, second.valid_to) == (first.entry, AT.date(), None)
    assert list(Act.objects.as_of(AT.date())) == [second]


@pytest.mark.parametrize(
    ("facts", "refusal"),
    [
        (said("ba mươi"), "NoNumber"),
        (said("30"), "NoNumber"),
        (said(source=""), "NoSource"),
        (said(status="ended", ended=date(2029, 1, 1)), "EndsBefore"),
        (said(replaced_by=("9/2031/NĐ-CP",)), "EndedWithoutEnd"),
    ],
)
def test_what_cannot_be_true_of_an_act_is_refused(facts, refusal, clerk, here):
    with pytest.raises(acts.Refused) as said_no:
        acts.record(facts, unit=here.pk, by=clerk, at=AT)
    assert type(said_no.value).__name__ == refusal
    assert not Act.objects.exists()


def test_the_same_act_is_written_down_once(clerk, here):
    acts.record(said(), unit=here.pk, by=clerk, at=AT)
    with pytest.raises(acts.KnownAlready):
        acts.record(said("030/2030/nđ-cp"), unit=here.pk, by=clerk, at=AT)


def test_who_changed_it_meanwhile_is_not_overwritten(clerk, here):
    first = acts.record(said(), unit=here.pk, by=clerk, at=AT)
    acts.change(first.entry, facts=said(title="Văn thư"), seen=first.pk, by=clerk, at=AT)
    with pytest.raises(acts.ActChangedMeanwhile):
        acts.change(first.entry, facts=said(title="Lưu trữ"), seen=first.pk, by=clerk, at=AT)


def test_nobody_writes_for_another_office(clerk, there):
    with pytest.raises(acts.Refused) as said_no:
        acts.record(said(), unit=there.pk, by=clerk, at=AT)
    assert type(said_no.value).__name__ == "MayNotRecordAct"


def test_the_acts_that_come_with_the_system_are_brought_up_to_date(clerk, monkeypatch):
    number = acts.load_shipped(at=AT)
    assert number == Act.objects.count() > 0
    assert acts.load_shipped(at=AT) == 0
    one = Act.objects.filter(status="in_force").first()
    Act.objects.filter(pk=one.pk).update(title="Tên cũ")
    assert acts.load_shipped(at=AT) == 1
    assert Act.objects.filter(entry=one.entry).count() == 2


def test_what_a_person_wrote_of_a_shipped_act_stays(clerk):
    acts.load_shipped(at=AT)
    admin = acting(person("quan-tri", is_superuser=True), on=AT.date())
    one = Act.objects.first()
    acts.change(one.entry, facts=said(one.number), seen=one.pk, by=admin, at=AT)
    assert acts.load_shipped(at=AT) == 0
    assert Document.objects.count() == 0
