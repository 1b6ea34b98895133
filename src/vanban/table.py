"""A reading as a table that a person likes to read, for the command line."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from vanban.model import Document, Header, Report, Section, Task, Time, Unit

_KINDS = {
    "within": "trong",
    "deadline": "hạn",
    "recurring": "định kỳ",
    "continuous": "thường xuyên",
    "ad_hoc": "khi có yêu cầu",
}
_EVERY = {
    "year": "hằng năm",
    "half": "6 tháng",
    "quarter": "hằng quý",
    "month": "hằng tháng",
    "week": "hằng tuần",
}


def table_of(document: Document, *, width: int) -> str:
    """The whole reading as text of at most ``width`` columns."""
    parts = [_head(document.header, width)]
    cited = [_citation_line(c.type, c.number, c.date, c.issuer, c.role) for c in document.citations]
    parts.append(_list("VĂN BẢN VIỆN DẪN", cited, width))
    parts.append(_list("CÁC MỤC", [_section(section) for section in document.outline], width))
    parts.append(_tasks(document.tasks, width))
    parts.append(_list("BÁO CÁO", [_report(report) for report in document.reports], width))
    parts.append(_list("VĂN BẢN KÈM THEO", [f"{a.kind}: {a.title}" for a in document.attachments], width))
    parts.append(_list("CẦN XEM LẠI", [remark.text for remark in document.warnings], width))
    return "\n\n".join(part for part in parts if part)


def say_date(iso: str | None) -> str:
    """ "2030-12-15" → "15/12/2030"; parts that are missing stay out."""
    return "/".join(reversed(iso.split("-"))) if iso else ""


def say_time(time: Time | None) -> str:
    """When, in the words of an office."""
    if time is None:
        return ""
    if time.kind == "deadline":
        return f"hạn {say_date(time.due)}"
    if time.kind == "within":
        return f"{say_date(time.start)}–{say_date(time.due)}"
    if time.kind == "recurring":
        every = _EVERY.get(time.every or "", "định kỳ")
        return f"{every}, hạn {say_date(time.due)}" if time.due else every
    return _KINDS[time.kind]


def _names(units: Sequence[Unit]) -> str:
    return "; ".join(unit.name for unit in units)


def _head(header: Header, width: int) -> str:
    signed = header.signatory
    rows = [
        ("Cơ quan", header.issuer),
        ("Loại, số", " ".join(x for x in (header.type, header.code) if x)),
        ("Nơi, ngày", ", ".join(x for x in (header.place, say_date(header.date)) if x)),
        ("Trích yếu", header.title),
        ("Người ký", " – ".join(x for x in (signed.position, signed.name) if x) if signed else None),
        ("Nơi nhận", "; ".join(header.recipients)),
    ]
    out = []
    for name, value in rows:
        lines = textwrap.wrap(value or "(không có)", width - 12)
        out += [f"{name if i == 0 else '':<10}  {line}" for i, line in enumerate(lines)]
    return "\n".join(out)


def _list(title: str, rows: Sequence[str], width: int) -> str:
    if not rows:
        return ""
    wrapped = [
        "\n".join(textwrap.wrap(row, width, initial_indent="  - ", subsequent_indent="    ")) for row in rows
    ]
    return "\n".join([f"{title} ({len(rows)})", *wrapped])


def _citation_line(
    kind: str | None, number: str | None, date: str | None, issuer: str | None, role: str
) -> str:
    words = " ".join(x for x in (kind, number) if x)
    return ", ".join(x for x in (words, say_date(date), issuer, "căn cứ" if role == "basis" else None) if x)


def _section(section: Section) -> str:
    return f"{'  ' * (section.level - 1)}{section.label} {section.title}"


def _report(report: Report) -> str:
    via = f" (qua {report.via.name})" if report.via else ""
    when = say_time(report.time)
    who, to = _names(report.who) or "(chưa rõ ai)", _names(report.to) or "(chưa rõ nơi nhận)"
    return f"{who} → {to}{via}{': ' + when if when else ''}"


def _tasks(tasks: Sequence[Task], width: int) -> str:
    if not tasks:
        return ""
    side = max(14, (width - 14) // 5)
    text = width - 6 - 3 * (side + 3)
    columns = (("STT", 3), ("Nhiệm vụ", text), ("Chủ trì", side), ("Phối hợp", side), ("Thời gian", side))
    rule = "-+-".join("-" * size for _, size in columns)
    out = [f"NHIỆM VỤ ({len(tasks)})", " | ".join(f"{name:<{size}}" for name, size in columns).rstrip(), rule]
    for number, task in enumerate(tasks, 1):
        values = (str(number), task.text, _names(task.lead), _names(task.coordinators), say_time(task.time))
        cells = [textwrap.wrap(value, size) or [""] for value, (_, size) in zip(values, columns, strict=True)]
        for line in range(max(map(len, cells))):
            out.append(
                " | ".join(
                    f"{cell[line] if line < len(cell) else '':<{size}}"
                    for cell, (_, size) in zip(cells, columns, strict=True)
                ).rstrip()
            )
        out.append(rule)
    return "\n".join(out)
