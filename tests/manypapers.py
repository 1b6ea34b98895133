"""Many documents that cite one another, and are asked the same, for tests of what many rows cost."""

from __future__ import annotations

from collections.abc import Sequence

from caytre.documents.models import Act, Citation, Document, Duty, Link, State, Twin
from caytre.documents.queries.twins import PARTS
from caytre.documents.rules.meaning import number_key
from countries import AT

UPPER = "41/KH-UBND"


def cite(document: Document, *, number: int, tag: int, named: str) -> None:
    """Half of the documents whose name begins so rest on the document, each with an act that has ended, one that nobody
    knows and one that may mean two; and all are asked the same."""
    Document.objects.filter(pk=document.pk).update(number_key=number_key(UPPER), code=UPPER)
    papers = list(Document.objects.filter(name__startswith=named))
    Document.objects.filter(pk__in=[one.pk for one in papers]).update(state=State.READ, task_count=1)
    known = [_known(f"{tag}{one}/2030/NĐ-CP") for one in range(number)]
    either = _known(f"{tag}/NQ-CP"), _known(f"{tag}/NQ-CP")
    cites: list[tuple[Document, str, tuple[Document | Act | None, ...]]] = []
    for place, (paper, act) in enumerate(zip(papers[: number // 2], known, strict=False)):
        cites.append((paper, UPPER, (document,)))
        cites.append((paper, act.number, (act,)))
        cites.append((paper, f"{place}/{tag}/CT-TTg", (None,)))
        cites.append((paper, either[0].number, either))
    cites.append((document, either[0].number, either))
    rows = [
        Citation(
            document=paper, place=place, role="basis", number=said, number_key=number_key(said), is_open=len(to) > 1
        )
        for place, (paper, said, to) in enumerate(cites, start=tag * 10_000)
    ]  # fmt: skip
    Citation.objects.bulk_create(rows)
    Link.objects.bulk_create(
        Link(
            citation=row, sense=sense, document=to if isinstance(to, Document) else None,
            entry=to.entry if isinstance(to, Act) else None,
        )
        for row, (_, _, meant) in zip(rows, cites, strict=True)
        for sense, to in enumerate(meant)
        if to
    )  # fmt: skip
    _ask_twice(papers)


def _ask_twice(papers: Sequence[Document]) -> None:
    duties = Duty.objects.bulk_create(
        Duty(document=one, part=part, place=0, text="Trồng tre", mark="0") for one in papers for part in PARTS
    )
    Twin.objects.bulk_create(
        Twin(first=one, second=other, likeness=80)
        for one, other in zip(duties, duties[len(PARTS) :], strict=False)
    )


def _known(number: str) -> Act:
    return Act.objects.create(
        number=number,
        number_key=number_key(number),
        source="Công báo",
        at=AT,
        status="ended",
        valid_from=AT.date(),
    )
