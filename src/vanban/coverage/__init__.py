"""What of an upper document a plan carries out: requirement by requirement, with the words that show it.

>>> import vanban
>>> from vanban.coverage import cover
>>> upper = vanban.read_text("I. NHIỆM VỤ\n1. Sửa mái trường mầm non Suối Trúc.\n2. Trồng 200 cây tre ven suối.")
>>> plan = vanban.read_text("I. NHIỆM VỤ\n1. Trồng 300 cây tre ven suối Trúc.")
>>> [one.state for one in cover(upper, plan=plan).requirements]
['not', 'more']
"""

from __future__ import annotations

from collections.abc import Sequence

from vanban.coverage.comparing import Comparison as Comparison
from vanban.coverage.model import Chain as Chain
from vanban.coverage.model import Compared as Compared
from vanban.coverage.model import Coverage as Coverage
from vanban.coverage.model import Lost as Lost
from vanban.coverage.model import Passage as Passage
from vanban.coverage.model import Requirement as Requirement
from vanban.coverage.model import Shared as Shared
from vanban.coverage.model import State as State
from vanban.coverage.passing import lost_of
from vanban.model import Document


def cover(upper: Document, *, plan: Document) -> Coverage:
    """The tasks of the upper document against those of the plan. The same two give the same answer anywhere."""
    return Comparison(upper, plan=plan).coverage()


def chain(documents: Sequence[Document]) -> Chain:
    """Each document against the next, and what of the first is lost on the way."""
    steps = tuple(cover(upper, plan=plan) for upper, plan in zip(documents, documents[1:], strict=False))
    return Chain(steps, lost_of(steps))
