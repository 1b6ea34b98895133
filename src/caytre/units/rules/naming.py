"""What a unit is called with and without its kind."""

from __future__ import annotations


def short_of(name: str, *, kind: str) -> str:
    """The name without its kind; "" where it does not begin with it.

    >>> short_of("Xã Suối Trúc", kind="xã"), short_of("Sở Tài chính", kind="cơ quan"), short_of("Tổng kho", kind="tổ")
    ('Suối Trúc', '', '')
    """
    return name[len(kind) :].strip() if kind and name.lower().startswith(f"{kind.lower()} ") else ""
