"""What is drawn on a page by PDFium: its paths taken apart into the lines and rectangles that pdfplumber sees in them."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np
import pypdfium2
import pypdfium2.raw as pdfium

from pipeline.extraction import pdfium_calls as calls
from pipeline.extraction.blocks import BBox
from pipeline.extraction.characters import turn_of
from pipeline.extraction.drawings import MOST_SIDES, THIN, Drawings, Point
from pipeline.extraction.glyphs import ASKEW, Glyph
from pipeline.extraction.hidden import Cover
from pipeline.extraction.matrices import IDENTITY, Matrix, times
from pipeline.extraction.pdfium_glyphs import LEAST_SIZE, LIGHTEST
from pipeline.extraction.pdfium_rectangles import CORNERS, Rectangle, rectangles_of
from pipeline.extraction.pdfium_view import View

DEEPEST = 15
"""Groups within groups that are opened."""
MOST_OBJECTS = 200_000
"""Things drawn on one page that are looked at."""
AT_ONCE = 1000
"""Things whose rectangles are told together."""
MOST_SEGMENTS = 20_000
"""Segments above which a path is a drawing and is passed over."""

OPAQUE = 250
"""Part of 255 from which a colour lets nothing through."""
DARK = 128
"""Grey (of 255) up to which white print is seen on a colour, whatever its size."""

_UNIT_SQUARE = ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0))
_TEXT, _PATH = pdfium.FPDF_PAGEOBJ_TEXT, pdfium.FPDF_PAGEOBJ_PATH
_IMAGE, _FORM = pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_FORM


@dataclass(slots=True)
class FoundDrawings:
    """The lines, coloured areas, frames and pictures of a page; the spaces that are drawn apart from all text; and where the texts
    begin that PDFium left out because the same stands there already.

    `order` numbers the text objects in the order of drawing; `covers` are areas that hide what was drawn before, each with its number.
    """

    drawings: Drawings
    order: dict[int, int] = field(default_factory=dict)
    covers: list[Cover] = field(default_factory=list)
    spaces: list[Glyph] = field(default_factory=list)
    again: list[Point] = field(default_factory=list)


def drawings_of(page: pypdfium2.PdfPage, view: View, known: Collection[int], white: bool) -> FoundDrawings:
    """What is drawn on an opened page; `known` are the text objects of which there are characters already, some of them `white`."""
    search = _Search(view, known, white)
    handle = calls.handle_of(page)
    search.through(calls.ask(calls.page_object, handle, range(calls.count_objects(handle))), IDENTITY, depth=0)
    return search.found


class _Search:
    """Goes through all that is drawn on a page, groups (form XObjects) opened, in drawing order."""

    def __init__(self, view: View, known: Collection[int], white: bool) -> None:
        self.found = FoundDrawings(Drawings(view.width, view.height))
        self._view, self._known, self._white = view, known, white
        self._seen = self._drawn = 0

    def through(self, items: Sequence[int], matrix: Matrix, depth: int) -> None:
        """Takes in the things drawn in one group, which has this matrix."""
        items = items[: max(MOST_OBJECTS - self._seen, 0)]
        self._seen += len(items)
        kinds = list(map(calls.kind_of, items))
        self._add_texts(
            [i for i, kind in zip(items, kinds, strict=True) if kind == _TEXT and i not in self._known], matrix
        )
        for part in range(0, len(items), AT_ONCE):
            self._take(items[part : part + AT_ONCE], kinds[part : part + AT_ONCE], matrix, depth)

    def _take(self, items: Sequence[int], kinds: Sequence[int], matrix: Matrix, depth: int) -> None:
        paths = [item for item, kind in zip(items, kinds, strict=True) if kind == _PATH]
        upright = {} if self.found.drawings.full else rectangles_of(paths, matrix, self._view)
        for item, kind in zip(items, kinds, strict=True):
            self._drawn += 1
            if kind == _TEXT:
                self.found.order[item] = self._drawn
            elif kind == _PATH and not self.found.drawings.full:
                self._take_path(item, matrix, upright.get(item))
            elif kind == _IMAGE:
                corners = _moved(_UNIT_SQUARE, times(calls.object_matrix(item), matrix))
                self.found.drawings.add_image(_box(corners, self._view))
            elif kind == _FORM and depth < DEEPEST:
                inside = calls.ask(calls.form_object, item, range(max(calls.count_in_form(item), 0)))
                self.through(inside, times(calls.object_matrix(item), matrix), depth + 1)

    def _take_path(self, item: int, matrix: Matrix, rectangle: Rectangle | None) -> None:
        """Takes a path in; the areas that it fills are covers where there is text to hide or to print white on them, and
        nothing shows through."""
        if rectangle is not None:
            areas = _add_rectangle(item, rectangle, self.found.drawings)
        else:
            areas = _add_path(item, matrix, self._view, self.found.drawings)
        if not areas or not (self.found.order or self._white):
            return
        colour = calls.object_fill(item)
        if colour and colour[3] >= OPAQUE:
            dark = self._white and _grey(colour) <= DARK and not calls.is_clipped(item)
            self.found.covers += (Cover(self._drawn, area, dark) for area in areas)

    def _add_texts(self, texts: Sequence[int], matrix: Matrix) -> None:
        """Texts of which PDFium gives no characters. Without ink they are spaces; their width is a guess, of no account."""
        spaces = set(calls.without_ink(texts))
        a, b, c, d, e, f = times(calls.object_matrices(texts).T, matrix)
        places = self._view.boxes(np.stack((e, f, e, f)))[:2]
        sizes = np.array(list(map(calls.object_size, texts))) * np.hypot(c, d)
        rows = zip(texts, *places.tolist(), sizes.tolist(), a.tolist(), b.tolist(), strict=True)
        for item, x, y, size, along, up in rows:
            if item not in spaces:
                self.found.again.append((x, y))
            elif math.isfinite(size) and size > LEAST_SIZE and (turn := turn_of(along, up)) != ASKEW:
                turn = (turn - self._view.rotation // 90) % 4
                self.found.spaces.append(
                    Glyph(" ", x, y - size, x + 0.25 * size, y, x, y, size, False, False, turn, False)
                )


def _moved(points: tuple[Point, ...] | list[Point], matrix: Matrix) -> list[Point]:
    if matrix == IDENTITY:
        return list(points)
    a, b, c, d, e, f = matrix
    return [(a * x + c * y + e, b * x + d * y + f) for x, y in points]


def _box(points: list[Point], view: View) -> tuple[float, float, float, float]:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return view.box(min(xs), min(ys), max(xs), max(ys))


def _add_rectangle(item: int, rectangle: Rectangle, drawings: Drawings) -> list[BBox]:
    """Takes an upright rectangle in, and gives the area that it fills."""
    area = drawings.area_of(rectangle.box, CORNERS)
    if area is None:
        return []
    filled = rectangle.filled and not _is_paper(calls.object_fill(item))
    drawings.add_area(area, filled=filled, bordered=rectangle.bordered and not _is_paper(calls.object_stroke(item)))
    return [area] if rectangle.filled else []


def _add_path(item: int, matrix: Matrix, view: View, drawings: Drawings) -> list[BBox]:
    """Takes a path in, and gives the upright areas that it fills."""
    filled, stroked = calls.draw_mode(item)
    areas: list[BBox] = []
    if not (filled or stroked):
        return areas
    whole = times(calls.object_matrix(item), matrix)
    for shape in _shapes(item):
        points = _moved(shape.points, whole)
        if not all(map(math.isfinite, (*points[0], *points[-1]))):
            continue
        box, rectangle = _box(points, view), _is_rectangle(shape, points)
        if filled and rectangle and min(box[2] - box[0], box[3] - box[1]) > THIN:
            areas.append(box)
        drawings.add_path(
            box,
            len(points),
            rectangle=rectangle,
            filled=lambda: filled and not _is_paper(calls.object_fill(item)),
            bordered=lambda: stroked and not _is_paper(calls.object_stroke(item)),
            sides=lambda shape=shape, points=points: _sides(shape, points, view) if stroked else iter(()),
        )
    return areas


@dataclass(slots=True)
class _Shape:
    """One unbroken part of a path: its corners, and for each but the first whether a straight line leads to it."""

    points: list[Point]
    straight: list[bool]


_RECTANGLE = [pdfium.FPDF_SEGMENT_MOVETO, *[pdfium.FPDF_SEGMENT_LINETO] * 4]


def _shapes(item: int) -> Iterator[_Shape]:
    count = calls.count_segments(item)
    if not 1 < count <= MOST_SEGMENTS:
        return
    kinds, points, closes = calls.segments(item, count)
    if kinds == _RECTANGLE and not any(closes[:-1]):
        yield _Shape(points, [True] * 4)
        return
    shape: _Shape | None = None
    curve = 0
    for kind, point, close in zip(kinds, points, closes, strict=True):
        if kind == pdfium.FPDF_SEGMENT_MOVETO or shape is None:
            if shape is not None and len(shape.points) > 1:
                yield shape
            shape, curve = _Shape([point], []), 0
            continue
        if kind == pdfium.FPDF_SEGMENT_BEZIERTO:
            curve += 1
            if curve % 3:  # the first two points of a curve only bend it
                continue
        shape.points.append(point)
        shape.straight.append(kind == pdfium.FPDF_SEGMENT_LINETO)
        if close and point != shape.points[0]:
            shape.points.append(shape.points[0])
            shape.straight.append(False)
    if shape is not None and len(shape.points) > 1:
        yield shape


def _is_rectangle(shape: _Shape, points: list[Point]) -> bool:
    """Whether four straight sides stand upright and come back to where they began."""
    if len(points) != 5 or not all(shape.straight[:3]) or math.dist(points[0], points[4]) > 0.01:
        return False
    return all(abs(x1 - x0) < 0.01 or abs(y1 - y0) < 0.01 for (x0, y0), (x1, y1) in pairwise(points))


def _sides(shape: _Shape, points: list[Point], view: View) -> Iterator[tuple[Point, Point]]:
    if len(points) > MOST_SIDES:
        return
    for (start, end), straight in zip(pairwise(points), shape.straight, strict=True):
        if straight:
            yield view.box(*start, *start)[:2], view.box(*end, *end)[:2]


def _grey(colour: tuple[int, ...]) -> float:
    """How light a colour is, of 255, as the painted page has it in greys."""
    red, green, blue = colour[:3]
    return 0.3 * red + 0.59 * green + 0.11 * blue


def _is_paper(colour: tuple[int, ...] | None) -> bool:
    """Whether a colour is that of white paper; a pattern is not."""
    return colour is not None and min(colour[:3]) > LIGHTEST
