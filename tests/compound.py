"""Compound files (OLE) written by hand: streams in one folder, each in sectors of 512 bytes."""

from __future__ import annotations

import struct

SECTOR = 512
LEAST = 4096
FREE, END, TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def compound(streams: dict[str, bytes]) -> bytes:
    """A file with these streams, none shorter than those that stand in sectors of their own: zeros fill them up."""
    names = sorted(streams, key=lambda name: (len(name), name.upper()))
    bodies = [_whole(streams[name].ljust(LEAST, b"\x00")) for name in names]
    directory = _whole(
        _directory(names, [len(streams[name].ljust(LEAST, b"\x00")) for name in names], bodies)
    )
    sectors = [len(body) // SECTOR for body in [*bodies, directory]]
    tables = 1
    while (sum(sectors) + tables) * 4 > tables * SECTOR:
        tables += 1
    chain: list[int] = []
    for size in sectors:
        chain += [*range(len(chain) + 1, len(chain) + size), END]
    chain += [TABLE] * tables
    fat = struct.pack(f"<{len(chain)}I", *chain).ljust(tables * SECTOR, b"\xff")
    header = struct.pack(
        "<8s16xHHHHH6xIIIIIIIII",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0x3E, 3, 0xFFFE, 9, 6,
        0, tables, sum(sectors[:-1]), 0, LEAST, END, 0, END, 0,
    )  # fmt: skip
    first = sum(sectors)
    places = struct.pack("<109I", *range(first, first + tables), *[FREE] * (109 - tables))
    return header + places + b"".join(bodies) + directory + fat


def _whole(data: bytes) -> bytes:
    """Filled up to whole sectors."""
    return data + bytes(-len(data) % SECTOR)


def _directory(names: list[str], sizes: list[int], bodies: list[bytes]) -> bytes:
    """The folder, and each stream the right neighbour of the one before it."""
    records = [_record("Root Entry", 5, child=0 if not names else 1, start=END, size=0)]
    start = 0
    for index, name in enumerate(names):
        after = index + 2 if index + 1 < len(names) else FREE
        records.append(_record(name, 2, right=after, start=start, size=sizes[index]))
        start += len(bodies[index]) // SECTOR
    while len(records) % 4:
        records.append(bytes(64) + struct.pack("<HBBIII", 0, 0, 0, FREE, FREE, FREE) + bytes(48))
    return b"".join(records)


def _record(name: str, kind: int, *, start: int, size: int, right: int = FREE, child: int = FREE) -> bytes:
    said = name.encode("utf-16-le")
    head = said.ljust(64, b"\x00") + struct.pack("<HBBIII", len(said) + 2, kind, 1, FREE, right, child)
    return head + bytes(36) + struct.pack("<IQ", start, size)
