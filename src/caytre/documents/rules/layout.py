"""A picture of what carries out what: layers from left to right, each document right of all that it carries out.

What carries out one document stands together beside it, in up to four columns where it is much. A line leaves the upper
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
    spots = _spots(_tree(layers, edges), layers)
    columns: dict[int, int] = defaultdict(int)
    for node, (_row, column) in spots.items():
        columns[layers[node]] = max(columns[layers[node]], column + 1)
    lefts = _lefts(columns)
    boxes = tuple(
        Box(lefts[layers[node]] + column * (WIDTH + GUTTER), EDGE + GAP + row * (HEIGHT + GAP), layers[node])
        for node, (row, column) in sorted(spots.items())
    )
    lasts = {layer: lefts[layer] + (columns[layer] - 1) * (WIDTH + GUTTER) for layer in columns}
    lanes = {upper: place % LANES for place, upper in enumerate(dict.fromkeys(upper for upper, _ in edges))}
    lines = tuple(_line(boxes[upper], boxes[lower], lanes[upper], lefts, lasts) for upper, lower in edges)
    width = max((box.x for box in boxes), default=0) + WIDTH + EDGE
    return Picture(width, max((box.y for box in boxes), default=0) + HEIGHT + EDGE, boxes, lines)


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


def _tree(layers: Sequence[int], edges: Iterable[Edge]) -> dict[int | None, list[int]]:
    """Under each document those that stand beside it: of all that one carries out, it stands beside the nearest. Under
    None are those that carry out nothing."""
    beside: dict[int, int] = {}
    for upper, lower in edges:
        nearest = layers[beside[lower]] if lower in beside else -1
        if nearest < layers[upper] < layers[lower]:
            beside[lower] = upper
    tree: dict[int | None, list[int]] = defaultdict(list)
    for node in range(len(layers)):
        tree[beside.get(node)].append(node)
    return tree


def _spots(tree: Mapping[int | None, Sequence[int]], layers: Sequence[int]) -> dict[int, tuple[int, int]]:
    """The row and the column in its layer of each document. What nothing stands beside comes first: else the acts
    above stood below all that carries them out."""
    spots: dict[int, tuple[int, int]] = {}
    free = 0
    for node in sorted(tree.get(None, ()), key=lambda node: node in tree):
        free = _set(node, free, tree, layers, spots)
    return spots


def _set(
    node: int, row: int, tree: Mapping[int | None, Sequence[int]], layers: Sequence[int],
    spots: dict[int, tuple[int, int]],
) -> int:  # fmt: skip
    """Set a document and all beside it from a row on; returns the next free row."""
    spots[node], free = (row, 0), row
    ends: dict[int, list[int]] = defaultdict(list)
    for child in tree.get(node, ()):
        if child in tree:
            free = _set(child, free, tree, layers, spots)
        else:
            ends[layers[child]].append(child)
    for group in ends.values():
        columns = min(COLUMNS, -(-len(group) // FEW))
        for place, child in enumerate(group):
            spots[child] = (free + place // columns, place % columns)
        free += -(-len(group) // columns)
    return max(free, row + 1)


def _lefts(columns: Mapping[int, int]) -> dict[int, int]:
    """Where each layer begins."""
    lefts, left = {}, EDGE
    for layer in sorted(columns):
        lefts[layer] = left
        left += columns[layer] * (WIDTH + GUTTER) + LANES * LANE
    return lefts


def _line(
    upper: Box, lower: Box, lane: int, lefts: Mapping[int, int], lasts: Mapping[int, int]
) -> tuple[tuple[int, int], ...]:
    """From the right side of the upper box to the left side of the lower one."""
    start, end = (upper.x + WIDTH, upper.y + HEIGHT // 2), (lower.x, lower.y + HEIGHT // 2)
    bus = lefts[lower.layer] - GUTTER - lane * LANE
    points = [start]
    if upper.x < lasts[upper.layer] or lower.layer > upper.layer + 1:
        between = upper.y + HEIGHT + GAP // 2
        points += [(start[0] + GUTTER // 2, start[1]), (start[0] + GUTTER // 2, between), (bus, between)]
    else:
        points.append((bus, start[1]))
    if lower.x > lefts[lower.layer]:
        above = lower.y - GAP // 2
        points += [(bus, above), (lower.x - GUTTER // 2, above), (lower.x - GUTTER // 2, end[1])]
    else:
        points.append((bus, end[1]))
    return (*points, end)
