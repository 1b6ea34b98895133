"""The rules of tables on pictures: seen however thin, faint or turned; strokes of letters are none."""

from __future__ import annotations

import pytest
from PIL import Image, ImageDraw

from vanban.files.ruled import grids_of
from vanban.files.scan.pictures import inks_of, leaning, straightened
from vanban.files.scan.rulings import erased, flattened, ruled

SIZE = (1654, 2339)
ROWS, COLUMNS = (300, 400, 520, 700), (200, 500, 900, 1400)


def page(
    *, paper: int = 255, ink: int = 0, thick: int = 2, turned: float = 0.0, text: bool = True
) -> Image.Image:
    """A table of three rows and columns, with bars like lines of text in its cells."""
    picture = Image.new("L", SIZE, paper)
    draw = ImageDraw.Draw(picture)
    for y in ROWS:
        draw.line((COLUMNS[0], y, COLUMNS[-1], y), fill=ink, width=thick)
    for x in COLUMNS:
        draw.line((x, ROWS[0], x, ROWS[-1]), fill=ink, width=thick)
    for y in range(320, 2000, 50) if text else ():
        if any(-32 < y - row < 12 for row in ROWS):
            continue
        for x in range(220, 1380, 24):
            if all(abs(x + 6 - column) > 24 for column in COLUMNS):
                draw.rectangle((x, y, x + 12, y + 20), fill=ink)
    return picture.rotate(turned, Image.Resampling.BICUBIC, fillcolor=paper)


def grids(picture: Image.Image) -> list[tuple[int, int]]:
    straight = straightened(picture, angle=leaning(picture))
    rulings = ruled(flattened(straight)).rulings(straight.height)
    return (
        [(len(grid.rows) - 1, len(grid.columns) - 1) for grid in grids_of(rulings)] if rulings.is_grid else []
    )


@pytest.mark.parametrize(
    "looks",
    [
        {},
        {"thick": 1},
        {"thick": 5},
        {"paper": 190, "ink": 110},
        {"turned": 0.9},
        {"turned": -2.5},
        {"turned": 0.4, "paper": 210, "ink": 90},
    ],
    ids=str,
)
def test_a_table_is_seen(looks):
    assert grids(page(**looks)) == [(3, 3)]


def test_text_alone_holds_no_table():
    picture = page()
    ImageDraw.Draw(picture).rectangle((0, 0, SIZE[0], 710), fill=255)
    assert grids(picture) == []


def test_an_underline_is_no_table():
    picture = Image.new("L", SIZE, 255)
    draw = ImageDraw.Draw(picture)
    for y in (200, 260, 330):
        draw.line((400, y, 900, y), fill=0, width=2)
    assert grids(picture) == []


def test_the_shadow_at_the_edge_of_the_paper_is_no_rule():
    picture = page()
    ImageDraw.Draw(picture).line((6, 0, 6, SIZE[1]), fill=0, width=4)
    assert grids(picture) == [(3, 3)]


def test_a_table_that_the_end_of_the_page_cuts_is_seen():
    picture = page(text=False)
    ImageDraw.Draw(picture).rectangle((0, 640, *SIZE), fill=255)
    assert grids(picture) == [(3, 3)]


def test_only_the_rules_are_erased():
    picture = page()
    flat = flattened(picture)
    clean = erased(flat, lines=ruled(flat))
    assert clean.getpixel((700, 300)) == clean.getpixel((500, 450)) == 255
    assert clean.getpixel((225, 330)) == 0


@pytest.mark.parametrize("degrees", [-3.0, -1.2, -0.3, 0.0, 0.3, 0.8, 2.0])
def test_how_far_a_page_leans(degrees):
    assert leaning(page(turned=-degrees)) == pytest.approx(degrees, abs=0.11)


def test_a_straight_page_is_left_as_it_is():
    assert leaning(page()) == 0.0


def colour(ink: tuple[int, int, int]) -> Image.Image:
    """Black bars, and a spot of coloured ink over one of them."""
    picture = page(text=True).convert("RGB")
    ImageDraw.Draw(picture).ellipse((600, 1000, 760, 1160), outline=ink, width=10)
    return picture


def test_red_ink_is_no_print():
    inks = inks_of(colour((220, 40, 50)))
    assert inks.printed.getpixel((605, 1080)) > 180
    assert inks.red is not None
    assert inks.written is None
    assert inks.red.getpixel((605, 1080)) == 0


def test_blue_ink_is_of_pens():
    inks = inks_of(colour((30, 60, 170)))
    assert inks.printed.getpixel((605, 1080)) > 150
    assert inks.written is not None
    assert inks.red is None
    assert inks.written.getpixel((605, 1080)) < 60


def test_a_page_printed_in_blue_is_print():
    inks = inks_of(Image.merge("RGB", (page(), page(), Image.new("L", SIZE, 255))))
    assert inks.printed.getpixel((225, 330)) == 0


def test_a_grey_page_has_no_coloured_ink():
    inks = inks_of(page())
    assert (inks.written, inks.red) == (None, None)
