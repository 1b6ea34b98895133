"""A picture of what carries out what: layers from left to right, each document right of all that it carries out.

Documents of one layer stand below each other, in up to four columns where they are many. A line leaves the upper
document, runs down a lane before the layer, then between the rows to the lower one: it crosses no box.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

WIDTH, HEIGHT = 236, 46
GAP, GUTTER = 14, 14
LANES, LANE = 6, 5
EDGE = 8
COLUMNS, FEW = 4, 12
_SWEEPS = 3

Edge = tuple[int, int]


class Box(NamedTuple):
    """Where a document stands: its left upper corner, and its layer from 0."""

    x: int
    y: int
    layer: int


class Picture(NamedTuple):
    """Boxes in the order of the documents; ``lines`` are the points of each edge, in the order of the edges."""

    width: int
    height: int
    boxes: tuple[Box, ...]
    lines: tuple[tuple[tuple[int, int], ...], ...]


def picture(size: int, *, edges: Sequence[Edge]) -> Picture:
    """The picture of so many documents; an edge leads from the upper to the lower one."""
    layers = layers_of(size, edges=edges)
    rows: dict[int, list[int]] = defaultdict(list)
    for node, layer in enumerate(layers):
        rows[layer].append(node)
    _untangle(rows, edges, layers)
    boxes, width = _boxes(rows)
    height = max((box.y for box in boxes.values()), default=0) + HEIGHT + EDGE
    lanes = {upper: place % LANES for place, upper in enumerate(dict.fromkeys(upper for upper, _ in edges))}
    lines = tuple(_line(boxes[upper], boxes[lower], lanes[upper], boxes, rows) for upper, lower in edges)
    return Picture(width, height, tuple(boxes[node] for node in range(size)), lines)


def layers_of(size: int, *, edges: Iterable[Edge]) -> list[int]:
    """The layer of each document: one more than the last of those that it carries out. Of a circle, which only a slip
    can make, one edge is left out of account."""
    above: dict[int, list[int]] = defaultdict(list)
    for upper, lower in edges:
        above[lower].append(upper)
    layers: dict[int, int] = {}
    for start in range(size):
        _settle(start, above, layers)
    return [layers[node] for node in range(size)]


def _settle(start: int, above: Mapping[int, Sequence[int]], layers: dict[int, int]) -> None:
    """Find the layer of one document after those of all above it."""
    under_way, waiting = {start}, [start]
    while waiting:
        node = waiting[-1]
        missing = [one for one in above.get(node, ()) if one not in layers and one not in under_way]
        if missing:
            waiting.append(missing[0])
            under_way.add(missing[0])
            continue
        layers.setdefault(node, 1 + max((layers.get(one, -1) for one in above.get(node, ())), default=-1))
        waiting.pop()


def _untangle(rows: dict[int, list[int]], edges: Iterable[Edge], layers: Sequence[int]) -> None:
    """Put each layer in the order of the middle of its neighbours."""
    near: dict[int, list[int]] = defaultdict(list)
    for upper, lower in edges:
        near[upper].append(lower)
        near[lower].append(upper)
    for sweep in range(_SWEEPS):
        order = sorted(rows) if sweep % 2 == 0 else sorted(rows, reverse=True)
        places = {node: place / len(row) for row in rows.values() for place, node in enumerate(row)}
        for layer in order:
            middles = {
                node: _middle(node, [one for one in near[node] if layers[one] != layer], places)
                for node in rows[layer]
            }
            rows[layer].sort(key=middles.__getitem__)
            places |= {node: place / len(rows[layer]) for place, node in enumerate(rows[layer])}


def _middle(node: int, near: Sequence[int], places: Mapping[int, float]) -> float:
    return sum(places[one] for one in near) / len(near) if near else places[node]


def _boxes(rows: Mapping[int, Sequence[int]]) -> tuple[dict[int, Box], int]:
    """Where each document stands, and how wide all is. A short layer stands in the middle of the highest."""
    high = max((-(-len(row) // _columns(row)) for row in rows.values()), default=0)
    boxes: dict[int, Box] = {}
    left = EDGE
    for layer in sorted(rows):
        row = rows[layer]
        columns = _columns(row)
        lines = -(-len(row) // columns)
        top = EDGE + GAP + min((high - lines) // 2, FEW) * (HEIGHT + GAP)
        for place, node in enumerate(row):
            column, line = place % columns, place // columns
            boxes[node] = Box(left + column * (WIDTH + GUTTER), top + line * (HEIGHT + GAP), layer)
        left += columns * (WIDTH + GUTTER) + LANES * LANE
    return boxes, max((box.x for box in boxes.values()), default=0) + WIDTH + EDGE


def _columns(row: Sequence[int]) -> int:
    return min(COLUMNS, -(-len(row) // FEW))


def _line(
    upper: Box, lower: Box, lane: int, boxes: Mapping[int, Box], rows: Mapping[int, Sequence[int]]
) -> tuple[tuple[int, int], ...]:
    """From the right side of the upper box to the left side of the lower one."""
    start, end = (upper.x + WIDTH, upper.y + HEIGHT // 2), (lower.x, lower.y + HEIGHT // 2)
    first = min(boxes[node].x for node in rows[lower.layer]) if lower.layer > upper.layer else lower.x
    bus = first - GUTTER - lane * LANE
    points = [start]
    last = max(boxes[node].x for node in rows[upper.layer])
    if upper.x < last or lower.layer > upper.layer + 1:
        between = upper.y + HEIGHT + GAP // 2
        points += [(start[0] + GUTTER // 2, start[1]), (start[0] + GUTTER // 2, between), (bus, between)]
    else:
        points.append((bus, start[1]))
    if lower.x > first:
        above = lower.y - GAP // 2
        points += [(bus, above), (lower.x - GUTTER // 2, above), (lower.x - GUTTER // 2, end[1])]
    else:
        points.append((bus, end[1]))
    return (*points, end)
