"""A coverage as an HTML page that stands alone: requirement and task side by side, shared words marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from vanban.coverage.model import Chain, Coverage, Requirement
from vanban.coverage.saying import STATES, compared_of, extra_of, lost_of, summary_of, where_of
from vanban.model import Document, Span

_STYLE = (
    "body{font:16px/1.5 serif;max-width:72rem;margin:2rem auto;padding:0 1rem}"
    "table{border-collapse:collapse;width:100%}"
    "th,td{border:1px solid #999;padding:.4rem;vertical-align:top;text-align:left}"
    "mark{background:#fbe9c6}small{color:#444}@media(max-width:40rem){td,th{display:block}}"
)


def page_of(chain: Chain, *, documents: Sequence[Document], names: Sequence[str]) -> str:
    """A whole page of every step, and of what is lost where there are several; it runs no script."""
    parts: list[str] = []
    for number, step in enumerate(chain.steps):
        parts += _step(step, documents[number : number + 2], names[number : number + 2])
    if len(chain.steps) > 1:
        lost = "".join(
            f"<li>{escape(one.text)} <small>({escape(where_of(one, names=names))})</small>"
            for one in chain.lost
        )
        parts.append(f"<h1>{escape(lost_of(chain, names=names))}</h1><ul>{lost}</ul>")
    return (
        '<!doctype html>\n<html lang="vi"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width"><title>Đối chiếu</title>'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        f"<style>{_STYLE}</style></head>\n<body>\n{''.join(parts)}\n</body></html>"
    )


def marked(text: str, *, span: Span, within: Iterable[Span]) -> str:
    """The words of a span, those ``within`` it marked; all escaped."""
    out, at = [], span[0]
    for start, end in sorted(within):
        if start >= at and end <= span[1]:
            out += [escape(text[at:start]), f"<mark>{escape(text[start:end])}</mark>"]
            at = end
    return "".join([*out, escape(text[at : span[1]])])


def _step(step: Coverage, documents: Sequence[Document], names: Sequence[str]) -> Iterator[str]:
    upper, plan = names
    yield f"<h1>{escape(upper)} → {escape(plan)}</h1><p>{escape(summary_of(step, upper=upper, plan=plan))}</p>"
    yield "<table><thead><tr><th>STT<th>Yêu cầu<th>Tình trạng<th>Nhiệm vụ của kế hoạch</thead><tbody>"
    for number, one in enumerate(step.requirements, 1):
        asked = marked(documents[0].text, span=one.span, within=[each.asked for each in one.shared])
        yield f"<tr><td>{number}<td>{asked}<td>{STATES[one.state]}<td>{_answer(one, documents)}"
    yield "</tbody></table>"
    if step.extra:
        items = "".join(f"<li>{escape(one.text)}" for one in step.extra)
        yield f"<p>{escape(extra_of(step, plan=plan))}</p><ul>{items}</ul>"


def _answer(one: Requirement, documents: Sequence[Document]) -> str:
    if one.best is None:
        return "–"
    parts = [marked(documents[1].text, span=one.best.span, within=[each.planned for each in one.shared])]
    if one.acts:
        parts.append(f"Cùng viện dẫn: {', '.join(one.acts)}.")
    parts += [escape(compared_of(each)) for each in one.compared]
    parts += [
        f"Chưa thấy phần: “{escape(documents[0].text[start:end].strip())}”." for start, end in one.missing
    ]
    return "<br><small>".join(parts) + "</small>" * (len(parts) - 1)
