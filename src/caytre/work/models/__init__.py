"""Plans and what they ask: proposals that the reader makes, tasks that people confirm, and what each unit does of them.

Nothing here is deleted, and what was issued is not edited: it is withdrawn, or another takes its place. Days are those
of this country, the last one included; whether something is late is computed where it is shown, never stored.
"""

from caytre.work.models.filter import SavedFilter
from caytre.work.models.night import Night
from caytre.work.models.notice import (
    AT_ONCE,
    Feed,
    Kind,
    LetterDraft,
    LetterLine,
    Mail,
    Muted,
    Notice,
)
from caytre.work.models.occurrence import (
    ENDED,
    UNDONE,
    Entry,
    Evidence,
    Extension,
    Occurrence,
    State,
    Step,
)
from caytre.work.models.plan import (
    HELPING,
    Decision,
    Part,
    Party,
    Plan,
    Proposal,
    Standing,
    Task,
)

__all__ = [
    "AT_ONCE",
    "ENDED",
    "HELPING",
    "UNDONE",
    "Decision",
    "Entry",
    "Evidence",
    "Extension",
    "Feed",
    "Kind",
    "LetterDraft",
    "LetterLine",
    "Mail",
    "Muted",
    "Notice",
    "Night",
    "Occurrence",
    "Part",
    "Party",
    "Plan",
    "Proposal",
    "SavedFilter",
    "Standing",
    "State",
    "Step",
    "Task",
]
