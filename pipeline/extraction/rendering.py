"""Questions that only the painted page answers: is this white text seen, is this picture a scanned sheet of paper."""

from __future__ import annotations

from collections.abc import Iterable

import numpy
import pypdfium2

from pipeline.extraction.blocks import BBox

CONTRAST = 40
"""Steps of grey (of 255) between the lightest and darkest spot of a place where something is seen."""
WHITE = 255
BARE, FAINTEST = 20, 0.2
"""Steps of grey up to which what lies under a text is bare paper; on a pale colour this share of its depth is enough, for small print
is painted fainter than it is.
"""
PAPER = 200
"""Grey from which a spot counts as paper."""


def painted(page: pypdfium2.PdfPage) -> numpy.ndarray:
    """The page as rows of grey values, a point to a spot; pages of more than 2000 points are made smaller."""
    scale = min(1.0, 2000 / max(*page.get_size(), 1.0))
    bitmap = page.render(scale=scale, grayscale=True)  # pyright: ignore[reportArgumentType] - its hint says int
    return bitmap.to_numpy().reshape(bitmap.height, -1)[:, : bitmap.width]


def seen(grey: numpy.ndarray, boxes: Iterable[BBox], width: float) -> list[bool]:
    """For each box (points) whether anything stands out within it; `width` is that of the page in points."""
    scale = grey.shape[1] / width if width else 1.0
    return [_has_contrast(grey, box, scale) for box in boxes]


def _has_contrast(grey: numpy.ndarray, box: BBox, scale: float) -> bool:
    x0, top, x1, bottom = (round(side * scale) for side in box)
    spot = grey[max(top, 0) : max(bottom, top + 2), max(x0, 0) : max(x1, x0 + 2)]
    if not spot.size:
        return False
    # sorted, it tells its median and its ends at once: a page of tables asks this of hundreds of letters
    greys = numpy.sort(spot, axis=None)
    half = len(greys) // 2
    depth = WHITE - (int(greys[half]) + int(greys[~half])) / 2
    least = CONTRAST if depth < BARE else min(CONTRAST, FAINTEST * depth)
    return int(greys[-1]) - int(greys[0]) > least


def paper_share(grey: numpy.ndarray) -> float:
    """Share (0-1) of the page that is as light as paper: most of a scanned letter, little of a cover photograph."""
    return float((grey >= PAPER).mean()) if grey.size else 0.0
