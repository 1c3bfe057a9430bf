"""Characters, lines and pictures of a page by pdfplumber.

pdfplumber's parsed page (`Page.layout`) is read directly: its per-character dictionaries take as long again as the
parsing itself.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

from pdfminer.layout import LTChar, LTContainer, LTCurve, LTImage, LTItem, LTRect
from pdfplumber.page import Page as PlumberPage

from pipeline.extraction.blocks import BBox
from pipeline.extraction.characters import (
    UNREADABLE,
    Sheet,
    clean,
    face_of,
    is_unmapped,
    ordered_box,
    rotated_box,
    turn_of,
    unmapped_share,
    visible_box,
    without_doubles,
)
from pipeline.extraction.drawings import MOST_SIDES, Drawings, Point
from pipeline.extraction.glyphs import ASKEW, Glyph
from pipeline.extraction.layers import Layers, layout_without


def plumber_sheet(page: PlumberPage, hidden: Layers) -> Sheet:
    """The sheet of an opened page, without what stands in the layers that are `hidden`. Raises whatever pdfplumber raises on a damaged
    page (`PdfminerException`, mostly)."""
    # pdfminer moves what is drawn by the first corner that is named, whichever that is
    page.page_obj.mediabox = ordered_box(page.page_obj.mediabox)
    crop = _shown(page)
    frame = _Frame(crop)
    for item in _leaves(layout_without(hidden, page) if hidden else page.layout):
        frame.add(item)
    return Sheet(
        number=page.page_number,
        width=crop[2] - crop[0],
        height=crop[3] - crop[1],
        glyphs=without_doubles(frame.glyphs),
        rules=tuple(frame.drawings.rules),
        fills=tuple(frame.drawings.fills),
        frames=tuple(frame.drawings.frames),
        images=tuple(frame.drawings.images),
        unmapped=unmapped_share(frame.fonts),
    )


def _leaves(layout: LTContainer[Any]) -> Iterator[LTItem]:
    """Everything drawn, groups (form XObjects) opened, in drawing order."""
    stack: list[Iterator[LTItem]] = [iter(layout)]
    while stack:
        item = next(stack[-1], None)
        if item is None:
            stack.pop()
        elif isinstance(item, LTContainer):
            stack.append(iter(item))
        else:
            yield item


def _shown(page: PlumberPage) -> BBox:
    """The visible box as the reader sees the page, from the lower left corner of the media box, y upward."""
    media = ordered_box(page.page_obj.mediabox)
    return rotated_box(visible_box(media, ordered_box(page.page_obj.cropbox)), media, page.rotation)


class _Frame:
    """Collects what is drawn on one page, in coordinates of its visible part."""

    def __init__(self, crop: BBox) -> None:
        self.left, self.upper = crop[0], crop[3]
        self.width, self.height = crop[2] - crop[0], crop[3] - crop[1]
        self.glyphs: list[Glyph] = []
        self.drawings = Drawings(self.width, self.height)
        self.fonts: dict[str, tuple[int, int]] = {}

    def add(self, item: LTItem) -> None:
        if isinstance(item, LTChar):
            self._add_char(item)
        elif isinstance(item, LTCurve):
            if not self.drawings.full:
                self._add_drawing(item)
        elif isinstance(item, LTImage):
            self.drawings.add_image(self._box(item))

    def _box(self, item: LTImage | LTChar | LTCurve) -> BBox:
        return item.x0 - self.left, self.upper - item.y1, item.x1 - self.left, self.upper - item.y0

    def _add_char(self, item: LTChar) -> None:
        x0, top, x1, bottom = self._box(item)
        if not (-1 <= (x0 + x1) / 2 <= self.width + 1 and -1 <= (top + bottom) / 2 <= self.height + 1):
            return
        raw = item.get_text()
        name = item.fontname if isinstance(item.fontname, str) else ""
        face, lost = face_of(name), is_unmapped(raw)
        seen, unmapped = self.fonts.get(name, (0, 0))
        self.fonts[name] = seen + 1, unmapped + lost
        text = UNREADABLE if lost else clean(raw, face.symbols)
        a, b, _, _, e, f = item.matrix
        turn = turn_of(a, b)
        size = _em(item, turn)
        if not text or not math.isfinite(size) or size <= 0.5:
            return
        self.glyphs.append(
            Glyph(
                text,
                x0,
                top,
                x1,
                bottom,
                e - self.left,
                self.upper - f,
                size,
                face.bold,
                face.italic,
                turn,
                _is_white(item),
            )
        )

    def _add_drawing(self, item: LTCurve) -> None:
        if not (item.stroke or item.fill):
            return
        self.drawings.add_path(
            self._box(item),
            len(item.pts),
            rectangle=isinstance(item, LTRect),
            filled=lambda: bool(item.fill) and not _paper(item.non_stroking_color),
            bordered=lambda: bool(item.stroke) and not _paper(item.stroking_color),
            sides=lambda: self._sides(item),
        )

    def _sides(self, item: LTCurve) -> Iterator[tuple[Point, Point]]:
        """The straight sides of a stroked path of several segments."""
        if not item.stroke or len(item.pts) > MOST_SIDES:
            return
        here: Point | None = None
        for step in item.original_path or []:
            there = step[-1] if len(step) > 1 and isinstance(step[-1], tuple) else None
            if step[0] == "l" and here and there:
                yield self._point(here), self._point(there)
            here = there or here

    def _point(self, point: Any) -> Point:
        return point[0] - self.left, self.upper - point[1]


def _em(item: LTChar, turn: int) -> float:
    """Size of the em in points; pdfminer's own `size` is the height of the box, which for turned text is something else."""
    if turn != ASKEW:
        return item.height if turn in (0, 2) else item.width
    a, b, *_ = item.matrix
    length = math.hypot(a, b) or 1.0
    # the box of a character at an angle is as wide as its advance and its em together, each seen at that angle
    return (item.width - item.adv * abs(a)) * length / (abs(b) or 1.0)


def _is_white(item: LTChar) -> bool:
    colour = item.graphicstate.ncolor
    if isinstance(colour, (int, float)) or (isinstance(colour, tuple) and len(colour) == 1):
        # one component of a spot colour is ink, not light
        return getattr(item.ncs, "name", "") in ("DeviceGray", "CalGray") and _paper(colour)
    return _paper(colour)


def _paper(colour: Any) -> bool:
    """Whether a colour is that of white paper; a pattern or unknown colour is not."""
    parts = colour if isinstance(colour, (tuple, list)) else (colour,)
    if not parts or not all(isinstance(part, (int, float)) for part in parts):
        return False
    if len(parts) == 4:
        return max(parts) < 0.03
    return min(parts) > 0.97
