"""Letters that are drawn as shapes: a page from a drawing program, or printed "without fonts", holds no text and yet is read by people.

Letters stand in rows: on one baseline, close to each other, of all widths. Drawings, maps and charts do not: of the 325 pages with few or
no letters among 2,196 of real and invented papers none has two such rows; all 17 pages of which Ghostscript drew the letters have.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from pipeline.extraction.blocks import BBox
from pipeline.extraction.characters import Sheet

SMALLEST, LARGEST = 2.5, 30.0
"""Points between which a letter is high; it is no wider than the most."""
APART, LEAST_APART = 2.0, 8.0
"""How far the next letter of a row may be, in heights of the one before and in points: letters as narrow as an i are not seen."""
FEWEST_IN_ROW, FEWEST_WIDTHS = 8, 3
"""Shapes in a row of letters, and widths among them; boxes of a table and bars of a chart are alike."""
FEWEST_ROWS, FEWEST = 2, 30
"""Rows and letters on a page under which they say nothing."""


def drawn_letters(sheet: Sheet) -> int:
    """How many shapes on a page stand in rows as letters do; 0 where they are too few to be its text."""
    rows = list(_rows(sheet))
    letters = sum(map(len, rows))
    return letters if len(rows) >= FEWEST_ROWS and letters >= FEWEST else 0


def _rows(sheet: Sheet) -> Iterator[Sequence[BBox]]:
    by_baseline: dict[int, list[BBox]] = defaultdict(list)
    for box in (*sheet.fills, *sheet.images):
        if SMALLEST <= box[3] - box[1] <= LARGEST and box[2] - box[0] <= LARGEST:
            by_baseline[round(box[3])].append(box)
    for shapes in by_baseline.values():
        yield from filter(_are_letters, _parts(sorted(shapes)))


def _parts(row: Sequence[BBox]) -> Iterator[list[BBox]]:
    """A row cut where the next shape stands too far off."""
    part = [row[0]]
    for shape in row[1:]:
        _, top, right, bottom = part[-1]
        if shape[0] - right > max(APART * (bottom - top), LEAST_APART):
            yield part
            part = []
        part.append(shape)
    yield part


def _are_letters(shapes: Sequence[BBox]) -> bool:
    return len(shapes) >= FEWEST_IN_ROW and len({round(x1 - x0) for x0, _, x1, _ in shapes}) >= FEWEST_WIDTHS
