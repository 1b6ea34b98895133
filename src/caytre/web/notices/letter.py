"""What a drafted letter says."""

from __future__ import annotations

from caytre.units.queries.directory import belongs_to_party, directory
from caytre.units.rules.outline import node_of
from caytre.web.notices.wording import headed
from caytre.work.models import LetterDraft, LetterLine, Task
from caytre.work.rules.ladder import ladder_of
from vanban.calendar import working_days
from vanban.model import Signatory
from vanban.writing import Overdue, Paper, reminder

PLACE, PEOPLE = "UBND", "Ủy ban nhân dân"


def paper_of(draft: LetterDraft) -> Paper:
    """The letter as it was drafted, whatever became of the tasks since."""
    on, ladder = draft.on, ladder_of(draft.on)
    rows = draft.lines.select_related("about__task__plan__document").order_by("due_on", "id")
    names = headed((draft.unit_id, draft.to_id), on=on)
    record = directory().get(str(draft.unit_id))
    is_place = record is not None and node_of(record, on=on).is_place
    return reminder(
        [_overdue(line) for line in rows],
        unit=_spelled(names[draft.to_id]),
        issuer=_spelled(names[draft.unit_id]),
        contact=draft.by.shown,
        symbol=PLACE if is_place else "",
        on=on,
        answer_by=working_days().working(on, shift=ladder.letter_days if ladder else 0),
        signatory=Signatory(),
        style="hd36" if belongs_to_party(draft.unit_id, on=on) else "nd30",
    )


def _overdue(line: LetterLine) -> Overdue:
    return Overdue(line.about.task.text, _document(line.about.task), line.due_on)


def _document(task: Task) -> str:
    """The document that gave a task, as a letter names it."""
    if task.plan is None:
        return task.basis
    kind, code = task.plan.document.type or "Văn bản", task.plan.code or task.plan.document.code
    return f"{kind} số {code}" if code else task.plan.title


def _spelled(name: str) -> str:
    """A letter spells out who governs a place."""
    return name.replace(PLACE, PEOPLE, 1) if name.startswith(f"{PLACE} ") else name
