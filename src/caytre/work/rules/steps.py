"""What may follow what in the life of an occurrence: one table, which actions and pages ask alike."""

from __future__ import annotations

from collections.abc import Mapping

from caytre.core.refusals import YES, Answer, Refused, gettext_noop, no

MOVES: Mapping[str, tuple[frozenset[str], str]] = {
    "received": (frozenset({"open"}), "doing"),
    "objected": (frozenset({"open", "doing"}), "objected"),
    "upheld": (frozenset({"objected"}), "open"),
    "handed": (frozenset({"open", "doing", "returned"}), "doing"),
    "progress": (frozenset({"open", "doing", "returned"}), "doing"),
    "claimed": (frozenset({"open", "doing", "returned"}), "claimed"),
    "returned": (frozenset({"claimed"}), "returned"),
    "verified": (frozenset({"claimed"}), "verified"),
    "withdrawn": (frozenset({"open", "objected", "doing", "returned", "claimed"}), "withdrawn"),
    "passed-on": (frozenset({"open", "objected", "doing", "returned", "claimed"}), "superseded"),
    "reworded": (frozenset({"open", "objected", "doing", "returned", "claimed"}), "superseded"),
    "asked": (frozenset({"open", "doing", "returned"}), ""),
    "granted": (frozenset({"open", "doing", "returned", "claimed"}), ""),
    "denied": (frozenset({"open", "doing", "returned", "claimed"}), ""),
}
"""Of each step the states in which it may be taken, and the state after it ("" leaves it as it is)."""


class NotNow(Refused):
    """The step does not fit what has become of the work meanwhile."""

    status = 409
    sentence = gettext_noop(
        "Việc này đã chuyển sang bước khác nên không làm được bước vừa chọn. Hãy tải lại trang để xem hiện trạng."
    )


def can_take(step: str, *, state: str) -> Answer:
    """Whether a step may be taken in a state."""
    return YES if state in MOVES[step][0] else no(NotNow())


def after(step: str, *, state: str) -> str:
    """The state after a step that may be taken."""
    return MOVES[step][1] or state
