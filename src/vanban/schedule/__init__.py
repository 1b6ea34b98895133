"""When something is due: from the time words of a document to days, and to the occasions that come of them.

Pure: the day of the document, the window and the calendar come in; nobody asks what day it is.
"""

from vanban.schedule.meaning import schedule_of
from vanban.schedule.model import Rule, Schedule, ScheduleKind, Shift, Slot, rule_of
from vanban.schedule.moments import deadline, local_day
from vanban.schedule.occurring import slots
from vanban.schedule.rrules import as_rrule
from vanban.schedule.wording import sentence

__all__ = [
    "Rule",
    "Schedule",
    "ScheduleKind",
    "Shift",
    "Slot",
    "as_rrule",
    "deadline",
    "local_day",
    "rule_of",
    "schedule_of",
    "sentence",
    "slots",
]
