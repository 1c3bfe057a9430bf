"""Text whose lines slant a little, as character recognition leaves them on a sheet that was scanned askew: by how much, and straightened.

A line of such a page ends a line's height above or below where it began, so that its words mingle with those of its neighbours.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from pipeline.extraction.characters import Sheet
from pipeline.extraction.glyphs import Glyphs

LEAST, MOST = 0.004, 0.14
"""Slopes, in points down for each point to the right, under which lines are straight, and above which they are no lines of this page."""
STEP = 12
"""How many characters further the slope is measured: in most cases on the same line, and beyond the word, which may stand straight."""
FARTHEST = 40
"""Ems within which the two stand."""
FEWEST, AGREE = 50, 0.6
"""Pairs of characters needed, and the share of them that have the slope of the page, give or take `LEAST`."""


def slope_of(glyphs: Glyphs) -> float:
    """Return the slope of the lines of upright text; 0 where they run straight, or each its own way."""
    printed = np.flatnonzero(~glyphs.blank)
    if len(printed) <= STEP:
        return 0.0
    x, y, size = glyphs.origin_x[printed], glyphs.origin_y[printed], glyphs.size[printed]
    along, down, em = x[STEP:] - x[:-STEP], y[STEP:] - y[:-STEP], size[STEP:]
    pairs = (
        (np.abs(em - size[:-STEP]) <= 0.2 * em)
        & (along > em)
        & (along < FARTHEST * em)
        & (np.abs(down) <= MOST * along)
    )
    if pairs.sum() < FEWEST:
        return 0.0
    slopes = down[pairs] / along[pairs]
    slope = float(np.median(slopes))
    agreed = float((np.abs(slopes - slope) <= LEAST).mean())
    return slope if abs(slope) >= LEAST and agreed >= AGREE else 0.0


def straightened(sheet: Sheet, slope: float) -> Sheet:
    """Return the sheet with its characters moved up or down until lines of this slope run straight; at its left side nothing moves."""
    if not slope:
        return sheet
    glyphs = sheet.glyphs
    drop = slope * glyphs.origin_x
    return replace(
        sheet,
        glyphs=glyphs.changed(origin_y=glyphs.origin_y - drop, top=glyphs.top - drop, bottom=glyphs.bottom - drop),
    )
