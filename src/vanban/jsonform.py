"""The JSON form of a reading, written and read back."""

from __future__ import annotations

from typing import Any, Literal, cast

from vanban.model import (
    FORMAT,
    Attachment,
    Citation,
    Document,
    Doubt,
    Grid,
    Header,
    Page,
    Remark,
    Report,
    Section,
    Signatory,
    Span,
    Task,
    Time,
    Unit,
)

Json = dict[str, Any]


def to_json(document: Document) -> Json:
    """The reading as plain values, in the form of ``data/reading.schema.json``."""
    return {
        "format": FORMAT,
        "text": document.text,
        "pages": [{"start": p.start, "end": p.end, "confidence": p.confidence} for p in document.pages],
        "header": _header(document.header),
        "citations": [_citation(citation) for citation in document.citations],
        "outline": [
            {"label": s.label, "title": s.title, "level": s.level, "role": s.role, "span": list(s.span)}
            for s in document.outline
        ],
        "tasks": [_task(task) for task in document.tasks],
        "reports": [
            {
                "who": [_unit(u) for u in r.who],
                "to": [_unit(u) for u in r.to],
                "via": _unit(r.via) if r.via else None,
                "time": _time(r.time),
                "span": list(r.span),
            }
            for r in document.reports
        ],
        "attachments": [
            {"title": a.title, "kind": a.kind, "span": list(a.span)} for a in document.attachments
        ],
        "tables": [
            {"span": list(t.span), "rows": [[list(cell) for cell in row] for row in t.rows]}
            for t in document.tables
        ],
        "warnings": [
            {"code": w.code, "text": w.text, "span": list(w.span) if w.span else None}
            for w in document.warnings
        ],
        "doubts": [
            {
                "span": list(d.span),
                "page": d.page,
                "box": list(d.box),
                "confidence": d.confidence,
                "was": d.was,
            }
            for d in document.doubts
        ],
    }


def _citation(c: Citation) -> Json:
    return {
        "type": c.type,
        "number": c.number,
        "raw": c.raw,
        "date": c.date,
        "issuer": c.issuer,
        "role": c.role,
        "span": list(c.span),
        "mentions": [list(m) for m in c.mentions],
    }


def _doubt(d: Doubt) -> Json:
    return {
        "span": list(d.span),
        "page": d.page,
        "box": list(d.box),
        "confidence": d.confidence,
        "was": d.was,
    }


def _header(header: Header) -> Json:
    signed = header.signatory
    return {
        "issuer": header.issuer,
        "code": header.code,
        "place": header.place,
        "date": header.date,
        "type": header.type,
        "title": header.title,
        "signatory": {"name": signed.name, "position": signed.position, "authority": list(signed.authority)}
        if signed
        else None,
        "recipients": list(header.recipients),
        "spans": {name: list(span) for name, span in header.spans.items()},
    }


def _unit(unit: Unit) -> Json:
    return {"name": unit.name, "span": list(unit.span) if unit.span else None}


def _time(time: Time | None) -> Json | None:
    if time is None:
        return None
    return {
        "kind": time.kind,
        "raw": time.raw,
        "every": time.every,
        "start": time.start,
        "due": time.due,
        "span": list(time.span) if time.span else None,
    }


def _task(task: Task) -> Json:
    return {
        "text": task.text,
        "section": task.section,
        "lead": [_unit(u) for u in task.lead],
        "coordinators": [_unit(u) for u in task.coordinators],
        "time": _time(task.time),
        "product": task.product,
        "span": list(task.span),
    }


def from_json(value: Json) -> Document:
    """The reading that :func:`to_json` wrote. Raises ``ValueError`` for another format."""
    if value.get("format") != FORMAT:
        raise ValueError(f"format {value.get('format')!r} is not {FORMAT}")
    return Document(
        text=value["text"],
        header=_read_header(value["header"]),
        pages=tuple(Page(p["start"], p["end"], p["confidence"]) for p in value.get("pages", ())),
        citations=tuple(
            Citation(
                c["type"],
                c["number"],
                c["raw"],
                c["date"],
                c["issuer"],
                c["role"],
                _need(c["span"]),
                tuple(_need(m) for m in c["mentions"]),
            )
            for c in value["citations"]
        ),
        outline=tuple(
            Section(s["label"], s["title"], s["level"], s["role"], _need(s["span"])) for s in value["outline"]
        ),
        tasks=tuple(_read_task(t) for t in value["tasks"]),
        reports=tuple(
            Report(
                _units(r["who"]),
                _units(r["to"]),
                _read_unit(r["via"]) if r["via"] else None,
                _read_time(r["time"]),
                _need(r["span"]),
            )
            for r in value["reports"]
        ),
        attachments=tuple(
            Attachment(a["title"], a["kind"], _need(a["span"])) for a in value.get("attachments", ())
        ),
        tables=tuple(
            Grid(_need(t["span"]), tuple(tuple(_need(cell) for cell in row) for row in t["rows"]))
            for t in value.get("tables", ())
        ),
        warnings=tuple(Remark(w["code"], w["text"], _span(w["span"])) for w in value.get("warnings", ())),
        doubts=tuple(_read_doubt(d) for d in value.get("doubts", ())),
    )


def _read_doubt(d: Json) -> Doubt:
    left, top, right, bottom = d["box"]
    return Doubt(_need(d["span"]), d["page"], (left, top, right, bottom), d["confidence"], d["was"])


def _span(value: list[int] | None) -> Span | None:
    return (value[0], value[1]) if value else None


def _need(value: list[int]) -> Span:
    return value[0], value[1]


def _read_header(h: Json) -> Header:
    signed = h.get("signatory")
    return Header(
        issuer=h["issuer"],
        code=h["code"],
        place=h["place"],
        date=h["date"],
        type=h["type"],
        title=h["title"],
        signatory=Signatory(signed["name"], signed["position"], tuple(signed["authority"]))
        if signed
        else None,
        recipients=tuple(h["recipients"]),
        spans={name: _need(span) for name, span in h["spans"].items()},
    )


def _read_unit(u: Json) -> Unit:
    return Unit(u["name"], _span(u["span"]))


def _units(values: list[Json]) -> tuple[Unit, ...]:
    return tuple(_read_unit(u) for u in values)


def _read_time(t: Json | None) -> Time | None:
    if t is None:
        return None
    kind = cast(Literal["deadline", "within", "recurring", "continuous", "ad_hoc"], t["kind"])
    return Time(kind, t["raw"], t["every"], t["start"], t["due"], _span(t["span"]))


def _read_task(t: Json) -> Task:
    return Task(
        t["text"],
        t["section"],
        _units(t["lead"]),
        _units(t["coordinators"]),
        _read_time(t["time"]),
        t["product"],
        _need(t["span"]),
    )
