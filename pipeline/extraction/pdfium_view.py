"""From PDF user space (y upward, before the page's /Rotate) to the visible page (y downward), for PDFium's numbers."""

from __future__ import annotations

from typing import Any

import numpy as np
import pypdfium2

from pipeline.extraction.blocks import BBox
from pipeline.extraction.characters import is_visible, ordered_box, rotated_box

LETTER = (0.0, 0.0, 612.0, 792.0)
"""The size of a page that states none, as PDFium has it."""


class View:
    """The visible part of one page, `width` by `height` points."""

    def __init__(self, page: pypdfium2.PdfPage) -> None:
        self.rotation = page.get_rotation()
        # of a box that a page has from the whole file PDFium tells here alone: by themselves its boxes are those of the page's own
        shown = page.get_bbox()
        self._shown = shown if is_visible(shown) else ordered_box(page.get_mediabox() or LETTER)
        x0, y0, x1, y1 = rotated_box(self._shown, self._shown, self.rotation)
        self.width, self.height = x1 - x0, y1 - y0

    def box(self, left: float, lower: float, right: float, upper: float) -> BBox:
        """A box of user space as x0, top, x1, bottom."""
        x0, y0, x1, y1 = rotated_box((left, lower, right, upper), self._shown, self.rotation)
        return x0, self.height - y1, x1, self.height - y0

    def boxes(self, sides: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
        """The same for many: (4, n) with left, lower, right and upper sides gives (4, n) with x0, top, x1 and bottom."""
        x0, y0, x1, y1 = rotated_box(tuple(sides), self._shown, self.rotation)
        return np.array((x0, self.height - y1, x1, self.height - y0))

    def holds(self, boxes: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
        """Which boxes (4, n) have their middle on the page, give or take a point."""
        x0, top, x1, bottom = boxes
        x, y = (x0 + x1) / 2, (top + bottom) / 2
        return (x >= -1) & (x <= self.width + 1) & (y >= -1) & (y <= self.height + 1)
