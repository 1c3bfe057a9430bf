"""Characters that a page holds but does not draw (text rendering mode 3, or 7: none but a clip; or transparent), or hides under an
area that is painted over them.

Those over a picture are the text of a scan, and count as what is printed there. All others are handled as white ones are: what
is seen in their place on the painted page decides. Of white print on a dark cell or band that need not be asked.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import compress, product
from typing import NamedTuple

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
SPILL = 1.0
"""Points by which the box of a character, which is higher than its ink, may stand out of the area that it is printed on."""
MOST_PAIRS = 2_000_000
"""Characters times areas above which it is not told which of them stand on which."""
AT_ONCE = 256
"""Areas that are held against all texts of a page together."""


class Cover(NamedTuple):
    """An area that is painted over what was drawn before, as number `when` in the order of drawing; `dark` enough to print white on."""

    when: int
    area: BBox
    dark: bool


def off_pictures(glyphs: Glyphs, images: Sequence[BBox]) -> Array:
    """Which glyphs have their middle on no picture."""
    off = np.ones(len(glyphs), bool)
    for image in images:
        off &= ~glyphs.within(image, SLACK)
    return off


def covered(glyphs: Glyphs, order: Array, covers: Sequence[Cover]) -> Array:
    """Which glyphs have their middle under an area that is painted after them; `order` is when each glyph is drawn."""
    under = np.zeros(len(glyphs), bool)
    for when, area, _ in _near_earlier(glyphs, order, covers):
        under |= (order < when) & glyphs.within(area)
    return under


def _near_earlier(glyphs: Glyphs, order: Array, covers: Sequence[Cover]) -> Iterator[Cover]:
    """The covers that meet a text drawn before them: of thousands of filled cells hardly any does."""
    if not len(glyphs):
        return
    begins = np.flatnonzero(np.diff(order, prepend=-1))
    x, y, drawn = (glyphs.x0 + glyphs.x1) / 2, (glyphs.top + glyphs.bottom) / 2, order[begins]
    left, right = np.minimum.reduceat(x, begins), np.maximum.reduceat(x, begins)
    upper, lower = np.minimum.reduceat(y, begins), np.maximum.reduceat(y, begins)
    for first in range(0, len(covers), AT_ONCE):
        part = covers[first : first + AT_ONCE]
        when = np.array([cover.when for cover in part])[:, np.newaxis]
        x0, top, x1, bottom = np.array([cover.area for cover in part]).T[:, :, np.newaxis]
        meets = (drawn < when) & (left <= x1) & (right >= x0) & (upper <= bottom) & (lower >= top)
        yield from compress(part, meets.any(axis=1))


def on_dark(glyphs: Glyphs, order: Array, covers: Sequence[Cover]) -> Array:
    """Which glyphs stand whole on a dark area that was painted before them, with no other between; none where both are very many."""
    if not any(cover.dark for cover in covers) or len(glyphs) * len(covers) > MOST_PAIRS:
        return np.zeros(len(glyphs), bool)
    x0, top, x1, bottom = np.array([cover.area for cover in covers]).T
    left, upper, right, lower = (side[:, np.newaxis] for side in (glyphs.x0, glyphs.top, glyphs.x1, glyphs.bottom))
    earlier = np.array([cover.when for cover in covers]) < order[:, np.newaxis]
    meets = earlier & (left < x1) & (right > x0) & (upper < bottom) & (lower > top)
    last = np.where(meets, np.arange(len(covers)), -1).max(axis=1)
    holds = (left[:, 0] >= x0[last] - SPILL) & (right[:, 0] <= x1[last] + SPILL)
    holds &= (upper[:, 0] >= top[last] - SPILL) & (lower[:, 0] <= bottom[last] + SPILL)
    return (last >= 0) & holds & np.array([cover.dark for cover in covers])[last]


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
