"""What the register shows of the facts, and the words under which a document is found."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from caytre.core.words import sort_key

_KEY = 200


def summary(content: Mapping[str, Any]) -> dict[str, Any]:
    """The columns of a document that follow from its facts."""
    header = content["header"]
    return {
        "title": header["title"] or "",
        "code": (header["code"] or "")[:100],
        "issuer": header["issuer"] or "",
        "type": (header["type"] or "")[:100],
        "issued": header["date"] or "",
        "title_key": sort_key(header["title"] or "")[:_KEY],
        "issuer_key": sort_key(header["issuer"] or "")[:_KEY],
        "task_count": len(content["tasks"]),
        "report_count": len(content["reports"]),
    }


def findable(content: Mapping[str, Any], *, name: str) -> str:
    """Everything a person may look for: the name of the file, the corrected header, the text."""
    header = content["header"]
    words = [name, header["code"], header["type"], header["title"], header["issuer"], header["date"]]
    return "\n".join([*(word for word in words if word), content["text"]])
