"""How a .docx looks, against the ranges of its style: fonts, sizes, margins, all that can be recognised."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from vanban.checks.model import Case, Finding
from vanban.checks.parts import style_of
from vanban.checks.registry import found, pages
from vanban.files.kinds import kind_of
from vanban.model import Span
from vanban.writing import checking, styles

_NAMED = 4  # components that are named where many have the same fault


def judge_looks(file: bytes, *, case: Case, codes: Iterable[str]) -> Iterator[Finding]:
    """What of these codes is wrong with the look of the file from which the document was read.

    Nothing for a file that is no .docx, for a body with a form of its own, and for a document that is older than the
    act. The same fault of several components is one finding, at the first; one of the page stands at the beginning.
    """
    key = style_of(case.reading)
    wanted = {pages()[code].looks: code for code in codes}
    if not wanted or key is None or kind_of(file) != "docx":
        return
    style = styles.style_of(key)
    if case.on and case.on < style.since:
        return
    alike: dict[tuple[str, str, str], list[checking.Finding]] = {}
    for one in checking.check(file, style=style):
        if one.code in wanted:
            alike.setdefault((one.code, one.found, one.allowed), []).append(one)
    for (code, seen, allowed), faults in alike.items():
        span = _where(case.reading.text, faults[0].words)
        names = [checking.name_of(one.component, style=style) for one in faults]
        yield found(wanted[code], case=case, span=span, name=_joined(names), found=seen, allowed=allowed)


def _joined(names: list[str]) -> str:
    """Components that have the same fault, in one sentence."""
    first, more = names[:_NAMED], len(names) - _NAMED
    return ", ".join(first) + (f" và {more} thành phần khác" if more > 0 else "")


def _where(text: str, words: str) -> Span:
    """Where the first words of a line stand in the text; its beginning where they are not found."""
    at = text.find(words) if words else -1
    return (at, at + len(words)) if at >= 0 else (0, 0)
