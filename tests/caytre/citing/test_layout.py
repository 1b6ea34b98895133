"""The picture of a chain: nothing lies on anything else, and every line leads to the right."""

from itertools import combinations, pairwise

import pytest

from caytre.documents.rules.layout import HEIGHT, WIDTH, layers_of, picture

STAR = [(0, lower) for lower in range(1, 301)]
CHAIN = [(0, 1), (1, 2), (2, 3)]
PYRAMID = [(0, 1), (0, 2)] + [(1 + number % 2, number) for number in range(3, 60)] + [(0, 59)]
SHAPES = {"one": (1, []), "star": (301, STAR), "chain": (4, CHAIN), "pyramid": (60, PYRAMID), "none": (0, [])}


def test_each_stands_right_of_all_that_it_carries_out():
    assert layers_of(4, edges=[(0, 1), (0, 2), (1, 2), (2, 3)]) == [0, 1, 2, 3]


def test_a_circle_has_layers_too():
    assert sorted(layers_of(3, edges=[(0, 1), (1, 2), (2, 0)])) == [0, 1, 2]


@pytest.mark.parametrize("shape", SHAPES)
def test_no_box_lies_on_another(shape):
    size, edges = SHAPES[shape]
    made = picture(size, edges=edges)
    assert len(made.boxes) == size
    for one, other in combinations(made.boxes, 2):
        assert abs(one.x - other.x) >= WIDTH or abs(one.y - other.y) >= HEIGHT
    for box in made.boxes:
        assert 0 <= box.x <= made.width - WIDTH
        assert 0 <= box.y <= made.height - HEIGHT


@pytest.mark.parametrize("shape", SHAPES)
def test_a_line_crosses_no_box(shape):
    size, edges = SHAPES[shape]
    made = picture(size, edges=edges)
    for line in made.lines:
        for start, end in pairwise(line):
            assert start[0] == end[0] or start[1] == end[1]
            left, right = sorted((start[0], end[0]))
            top, bottom = sorted((start[1], end[1]))
            for box in made.boxes:
                apart = right <= box.x or left >= box.x + WIDTH or bottom <= box.y or top >= box.y + HEIGHT
                assert apart, (line, box)


def test_three_hundred_documents_fit_a_screen_in_width():
    made = picture(301, edges=STAR)
    assert made.width <= 1300
    assert made.height <= 5000


def test_what_carries_out_one_document_stands_together():
    """Six provinces with forty communes each: no commune stands beside another province."""
    edges = [(0, upper) for upper in range(1, 7)] + [(1 + number % 6, number) for number in range(7, 247)]
    made = picture(247, edges=edges)
    rows = {upper: {made.boxes[lower].y for one, lower in edges if one == upper} for upper in range(1, 7)}
    assert all(min(found) == made.boxes[upper].y for upper, found in rows.items())
    assert sum(map(len, rows.values())) == len(set.union(*rows.values()))


def test_the_acts_above_stand_on_top():
    made = picture(303, edges=[(1, 0), (2, 0)] + [(0, lower) for lower in range(3, 303)])
    assert max(made.boxes[upper].y for upper in (0, 1, 2)) < 200
