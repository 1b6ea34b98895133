"""What of a document is lost on its way down: through one that carries it out, to one that carries out that."""

from __future__ import annotations

from dataclasses import dataclass

from caytre.core.models import User
from caytre.documents.models import Basis, Document
from caytre.documents.queries.bases import bases_of
from caytre.documents.queries.coverage import Compared, compared
from caytre.documents.rules.coverage import settled
from vanban.coverage import Lost
from vanban.coverage.passing import lost_of


@dataclass(frozen=True, slots=True)
class Way:
    """From ``top`` down: what of its ``total`` requirements ends, or is cut down, and at which document."""

    top: Document
    total: int
    lost: tuple[tuple[Lost, Document], ...]


def ways_to(basis: Basis, *, user: User) -> list[Way]:
    """From each document that the upper one carries out, as far as the person sees it. Raises NothingRead."""
    below = compared(basis)
    return [_way(compared(above), below) for above in bases_of(basis.upper, user=user)]


def _way(above: Compared, below: Compared) -> Way:
    steps = [settled(one.sheet, planned=one.plan.tasks) for one in (above, below)]
    documents = (above.plan.document, below.plan.document)
    lost = tuple((one, documents[one.step]) for one in lost_of(steps))
    return Way(above.upper.document, len(above.sheet.lines), lost)
