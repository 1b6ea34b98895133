"""Family F: the components of form, from the text."""

from __future__ import annotations

from collections.abc import Iterator

from vanban.checks.model import Case, Finding
from vanban.checks.registry import found, rule


@rule("F103")
def blank_number(case: Case) -> Iterator[Finding]:
    """ "Số:   /KH-UBND"."""
    code, span = case.reading.header.code, case.reading.header.spans.get("code")
    if code and span and not code[0].isdigit():
        yield found("F103", case=case, span=span, code=code)
