"""Characters that a page holds but does not draw (text rendering mode 3, or 7: none but a clip; or transparent), or hides under an
area that is painted over them.

Those over a picture are the text of a scan, and count as what is printed there. All others are handled as white ones are: what
is seen in their place on the painted page decides.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import product

import numpy as np

from pipeline.extraction.blocks import BBox
from pipeline.extraction.characters import Sheet
from pipeline.extraction.glyphs import Array, Glyphs

UNDRAWN = (3, 7)
"""Text rendering modes that leave no ink."""
TRANSPARENT = 12
"""Part of 255 up to which a colour leaves none either."""
SLACK = 2.0
"""Points by which the text of a scan may stand outside its picture."""


def off_pictures(glyphs: Glyphs, images: Sequence[BBox]) -> Array:
    """Which glyphs have their middle on no picture."""
    off = np.ones(len(glyphs), bool)
    for image in images:
        off &= ~glyphs.within(image, SLACK)
    return off


def covered(glyphs: Glyphs, order: Array, covers: Sequence[tuple[int, BBox]]) -> Array:
    """Which glyphs have their middle under an area that is painted after them; `order` is when each glyph is drawn."""
    under = np.zeros(len(glyphs), bool)
    for when, area in covers:
        under |= (order < when) & glyphs.within(area)
    return under


def with_undrawn(sheet: Sheet, undrawn: Glyphs) -> Sheet:
    """The sheet with its glyphs that begin where one of `undrawn` does, and are on no picture, as white ones."""
    if not len(undrawn):
        return sheet
    glyphs = sheet.glyphs
    places = set(_rounded(undrawn))
    steps = list(product((-1, 0, 1), repeat=2))
    same = np.array([any((x + dx, y + dy) in places for dx, dy in steps) for x, y in _rounded(glyphs)], bool)
    return replace(sheet, glyphs=glyphs.changed(white=glyphs.white | (same & off_pictures(glyphs, sheet.images))))


def _rounded(glyphs: Glyphs) -> list[tuple[int, int]]:
    return list(
        zip(np.rint(glyphs.origin_x).astype(int).tolist(), np.rint(glyphs.origin_y).astype(int).tolist(), strict=True)
    )
