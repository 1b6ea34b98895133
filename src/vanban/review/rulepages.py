"""The page of a code as words on the screen and as a chapter of the docs, both from the same data."""

from __future__ import annotations

from vanban.checks import CodePage, pages

FAMILIES = {
    "F": "Thể thức", "C": "Viện dẫn", "S": "Bố cục", "R": "6 rõ", "T": "Thời gian", "U": "Đơn vị",
}  # fmt: skip


def listed() -> str:
    """Every code with its title, by family."""
    lines: list[str] = []
    for family, name in FAMILIES.items():
        own = [page for page in pages().values() if page.code[0] == family]
        lines += [f"{family} {name}", *(f"  {page.code}  {page.title}" for page in own), ""] if own else []
    return "\n".join(lines).rstrip()


def shown(page: CodePage) -> str:
    """The page of one code."""
    parts = [
        f"{page.code} {page.title}",
        f"Vì sao: {page.why}",
        f"Quy định: {page.rule}",
        f"Nguồn: {page.source}",
        *([held] if (held := _held(page)) else []),
        _unverified(page),
        f"Thông báo: {page.message}",
        f"Chưa đạt:\n{_indented(page.bad)}",
        f"Đạt:\n{_indented(page.good)}",
        f"Cần làm: {page.do}",
        *(["Có gợi ý chữ thay thế."] if page.fixable else []),
    ]
    return "\n\n".join(part for part in parts if part)


def chapter(page: CodePage) -> str:
    """The page of one code for ``docs/reference/checks.md``."""
    more = " ".join(part for part in (_held(page), _unverified(page)) if part)
    return f"""### {page.code} {page.title}

> {page.message}

{page.why} {page.rule}

Nguồn: {page.source}.{f" {more}" if more else ""}

Chưa đạt:

```text
{page.bad.strip()}
```

Đạt:

```text
{page.good.strip()}
```

Cần làm: {page.do}{" Có gợi ý chữ thay thế." if page.fixable else ""}
"""


def _held(page: CodePage) -> str:
    """For documents of which dates the rule holds."""
    bounds = (("từ", page.valid_from), ("trước", page.valid_to))
    said = " và ".join(f"{word} ngày {day:%d/%m/%Y}" for word, day in bounds if day)
    return f"Áp dụng cho văn bản ban hành {said}." if said else ""


def _unverified(page: CodePage) -> str:
    return "" if page.verified else "Chưa đối chiếu với Công báo."


def _indented(text: str) -> str:
    return "\n".join(f"    {line}" for line in text.strip().splitlines())
