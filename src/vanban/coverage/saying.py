"""A coverage in sentences, for a person at the command line or before a page."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from typing import Final

from vanban.coverage.model import Chain, Compared, Coverage, Lost, Requirement, State

STATES: Final[dict[State, str]] = {
    "covered": "Đã có",
    "more": "Vượt yêu cầu",
    "partly": "Mới có một phần",
    "not": "Chưa có",
}
_SHOWN = 6
_LONGEST = 160


def text_of(coverage: Coverage, *, upper: str, plan: str, text: str, width: int) -> str:
    """The whole coverage; ``upper`` and ``plan`` name the documents, ``text`` is the upper one's."""
    wrap = textwrap.TextWrapper(width)
    lines = [*wrap.wrap(summary_of(coverage, upper=upper, plan=plan)), ""]
    for number, one in enumerate(coverage.requirements, 1):
        lines += _hung(f"{number}. [{STATES[one.state]}] ", one.text, width)
        for sentence in sentences_of(one, text=text):
            lines += _hung("     ", sentence, width)
        lines.append("")
    if coverage.extra:
        lines += wrap.wrap(extra_of(coverage, plan=plan))
        for passage in coverage.extra:
            lines += _hung("  + ", passage.text, width)
    return "\n".join(lines).rstrip()


def summary_of(coverage: Coverage, *, upper: str, plan: str) -> str:
    """How many requirements are in which state."""
    total = len(coverage.requirements)
    if not total:
        return f"{upper} không có yêu cầu nào để đối chiếu với {plan}."
    states = ", ".join(f"{coverage.count(state)} {STATES[state].lower()}" for state in STATES)
    return f"{upper} có {total} yêu cầu. Trong {plan}: {states}. Đây là gợi ý của máy; người phụ trách quyết định."


def extra_of(coverage: Coverage, *, plan: str) -> str:
    """What heads the list of tasks that nothing asks for."""
    return f"{len(coverage.extra)} nhiệm vụ của {plan} không thấy căn cứ trong văn bản trên:"


def sentences_of(one: Requirement, *, text: str) -> Iterator[str]:
    """What shows the state of a requirement; ``text`` is the upper document's."""
    if one.best is None:
        yield "Không thấy nhiệm vụ nào nói đến việc này."
        return
    yield f"{'Gần nhất' if one.state == 'not' else 'Nhiệm vụ'}: {one.best.text}"
    if one.words:
        yield "Chữ chung: " + "; ".join(f"“{words}”" for words in one.words[:_SHOWN]) + "."
    if one.acts:
        yield f"Cùng viện dẫn: {', '.join(one.acts)}."
    yield from map(compared_of, one.compared)
    for start, end in one.missing[:_SHOWN]:
        yield f"Chưa thấy phần: “{textwrap.shorten(text[start:end], _LONGEST, placeholder='…').rstrip('.;: ')}”."


def compared_of(one: Compared) -> str:
    """A figure or a time that both set."""
    verdict = "vượt yêu cầu" if one.is_more else "chưa đạt yêu cầu"
    return f"Yêu cầu “{one.asked}”, kế hoạch đặt “{one.planned}”: {verdict}."


def chain_text_of(chain: Chain, *, names: Sequence[str], texts: Sequence[str], width: int) -> str:
    """Every step, then what of the first document is lost, and where."""
    parts = []
    for number, step in enumerate(chain.steps):
        upper, plan = names[number], names[number + 1]
        parts.append(
            f"== {upper} → {plan}\n\n"
            + text_of(step, upper=upper, plan=plan, text=texts[number], width=width)
        )
    lines = [f"== {names[0]} → {names[-1]}", "", *textwrap.wrap(lost_of(chain, names=names), width)]
    for one in chain.lost:
        lines += _hung("  - ", f"{one.text} ({where_of(one, names=names)})", width)
    return "\n\n".join([*parts, "\n".join(lines)])


def lost_of(chain: Chain, *, names: Sequence[str]) -> str:
    """How much of the first document does not come through."""
    total = len(chain.steps[0].requirements) if chain.steps else 0
    return f"{len(chain.lost)} trong {total} yêu cầu của {names[0]} không xuống trọn vẹn đến {names[-1]}."


def where_of(one: Lost, *, names: Sequence[str]) -> str:
    """At which document a requirement ends or is cut down."""
    verdict = "không còn" if one.state == "not" else "chỉ còn một phần"
    return f"{verdict} từ {names[one.step + 1]}"


def _hung(mark: str, words: str, width: int) -> list[str]:
    return textwrap.wrap(
        " ".join(words.split()), width, initial_indent=mark, subsequent_indent=" " * min(len(mark), 5)
    )
