"""Lines, coloured areas, frames and pictures of a page, whichever library found them."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from pipeline.extraction.blocks import BBox
from pipeline.extraction.characters import Rule

THIN = 3.0
"""Points under which a filled rectangle is a drawn line."""
MOST_DRAWINGS = 6000
"""Lines and areas kept of a page; maps have more, and no table is among them."""
MOST_POINTS = 5
"""Corners above which something thin is a drawing and no line."""
MOST_SIDES = 200
"""Corners above which the sides of a path are not looked at one by one."""

Point = tuple[float, float]


class Drawings:
    """Collects what is drawn on a page of `width` by `height` points; what lies outside it is cut off."""

    def __init__(self, width: float, height: float) -> None:
        self._width, self._height = width, height
        self.rules: list[Rule] = []
        self.fills: list[BBox] = []
        self.frames: list[BBox] = []
        self.images: list[BBox] = []

    @property
    def full(self) -> bool:
        """Whether no more lines and areas are wanted."""
        return len(self.rules) + len(self.fills) >= MOST_DRAWINGS

    def add_image(self, box: BBox) -> None:
        """A picture."""
        clipped = self._clipped(box)
        if clipped:
            self.images.append(clipped)

    def add_path(
        self,
        box: BBox,
        points: int,
        *,
        rectangle: bool,
        filled: Callable[[], bool],
        bordered: Callable[[], bool],
        sides: Callable[[], Iterable[tuple[Point, Point]]],
    ) -> None:
        """A painted path with so many corners. `filled` and `bordered` say whether its inside and its border are seen on white
        paper, `sides` gives the straight lines of its border when that is painted; they are asked only where it matters."""
        area = self.area_of(box, points)
        if area is None:
            return
        if not rectangle:
            for start, end in sides():
                self._add_side(start, end)
        self.add_area(area, filled=filled(), bordered=rectangle and bordered())

    def area_of(self, box: BBox, points: int) -> BBox | None:
        """What of a painted path with so many corners is an area on the page; what is thin is taken in as a line."""
        clipped = self._clipped(box)
        if clipped is None:
            return None
        width, height = clipped[2] - clipped[0], clipped[3] - clipped[1]
        if width > THIN and height > THIN:
            return clipped
        if (width > THIN or height > THIN) and points <= MOST_POINTS:
            self.rules.append(Rule(*clipped))
        return None

    def add_area(self, area: BBox, *, filled: bool, bordered: bool) -> None:
        """An area on the page of which the inside or the border is seen on white paper."""
        if filled:
            self.fills.append(area)
        if bordered:
            self.frames.append(area)

    def _add_side(self, start: Point, end: Point) -> None:
        """A straight side of a path of several: some producers draw a whole grid as one path."""
        if abs(start[0] - end[0]) > 1 and abs(start[1] - end[1]) > 1:
            return
        (x0, x1), (top, bottom) = sorted((start[0], end[0])), sorted((start[1], end[1]))
        clipped = self._clipped((x0, top, x1, bottom))
        if clipped:
            self.rules.append(Rule(*clipped))

    def _clipped(self, box: BBox) -> BBox | None:
        x0, top, x1, bottom = max(box[0], 0), max(box[1], 0), min(box[2], self._width), min(box[3], self._height)
        return (x0, top, x1, bottom) if x1 >= x0 and bottom >= top else None
