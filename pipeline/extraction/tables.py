"""Tables and boxes drawn with lines, and the words in them."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

import numpy as np
from pdfplumber import table as plumber_table

from pipeline.extraction.blocks import BBox
from pipeline.extraction.characters import Rule
from pipeline.extraction.grids import cells_of
from pipeline.extraction.lines import TextLine, box_around, lines_of, rows_of
from pipeline.extraction.words import Word

SNAP = 3.0
"""Points within which lines are one line and corners meet."""
MOST_LINES_IN_ROW = 15
"""Lines of text above which what stands between two drawn lines is a text and no row."""
MOST_CROSSINGS = 60_000
"""Horizontal times vertical lines above which a page is a drawing and is not searched for tables."""
MOST_CUT = 0.4
"""Share of its words above which a grid whose lines run through them is a drawing behind a text."""


FIGURE = re.compile(r"^[\W\d]*\d[\W\dxk]*$")
"""A cell that is an amount, a percentage, a year."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell's printed lines; none when it is empty.

    `wide` says that it is drawn over all columns of its table, `tall` over several rows, `covered` that another cell is drawn over it.
    """

    lines: tuple[TextLine, ...]
    wide: bool = False
    tall: bool = False
    covered: bool = False

    @property
    def text(self) -> str:
        """Its text on one line, for a look; line ends are not settled here."""
        return " ".join(line.text for line in self.lines)


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells. `columns` are the left sides of its columns in points, by which it is known again on the next page."""

    rows: tuple[tuple[Cell, ...], ...]
    bbox: BBox
    columns: tuple[int, ...]


def ruled_tables(
    rules: Iterable[Rule], frames: Iterable[BBox], words: Sequence[Word]
) -> tuple[list[Table], list[Word]]:
    """The tables that drawn lines make of `words`, and the words in none of them."""
    tables = []
    rest = list(words)
    for grid in _grids(_edges(rules, frames)):
        bbox = grid.bbox  # worked out anew by pdfplumber each time it is asked
        inside = [word for word in rest if _holds(bbox, word)]
        table = _table(grid, inside)
        if table is None:
            continue
        tables.append(table)
        rest = _outside(table, rest)
    return tables, rest


def lined_tables(rules: Iterable[Rule], words: Sequence[Word]) -> tuple[list[Table], list[Word]]:
    """The tables whose rows, but not columns, are parted by lines, and the words in none of them."""
    tables = []
    rest = list(words)
    for stack in _stacks(rules):
        table = _lined_table(stack, rest)
        if table is None:
            continue
        tables.append(table)
        rest = _outside(table, rest)
    return tables, rest


def _outside(table: Table, words: Iterable[Word]) -> list[Word]:
    """The words that are in none of its cells."""
    placed = {id(word) for row in table.rows for cell in row for line in cell.lines for word in line.words}
    return [word for word in words if id(word) not in placed]


def _stacks(rules: Iterable[Rule]) -> list[list[dict]]:
    """Horizontal lines of one left and right side, three or more under each other."""
    edges = [_edge(*rule, horizontal=True) for rule in rules if rule.horizontal]
    stacks: dict[tuple[int, int], list[dict]] = {}
    for edge in plumber_table.merge_edges(edges, SNAP, SNAP, SNAP, SNAP):
        if edge["width"] > LEAST_BOX[0]:
            stacks.setdefault((round(edge["x0"] / 4), round(edge["x1"] / 4)), []).append(edge)
    return [sorted(stack, key=lambda edge: edge["top"]) for stack in stacks.values() if len(stack) >= 3]


def _lined_table(stack: list[dict], words: Sequence[Word]) -> Table | None:
    """The table between the lines of a stack, its first row perhaps standing on the uppermost; None when it has one column."""
    x0, x1 = stack[0]["x0"], stack[0]["x1"]
    heights = [edge["top"] for edge in stack]
    heads = _words_on(heights[0], x0, x1, words)
    bounds = [min((word.top for word in heads), default=heights[0]) - 0.5, *heights] if heads else heights
    bands = [
        [word for word in words if x0 - 2 <= word.middle[0] <= x1 + 2 and upper < word.middle[1] < lower]
        for upper, lower in itertools.pairwise(bounds)
    ]
    bands = [band for band in bands if band]
    in_columns = [band for band in bands if not _is_one_run(band)]
    separators = _open_strips(in_columns)
    if len(in_columns) < 2 or not separators or max(len(lines_of(band)) for band in bands) > MOST_LINES_IN_ROW:
        return None
    rows = tuple(_banded_row(band, separators) for band in bands)
    columns = [round(x0), *(round(separator) for separator in separators)]
    return Table(rows, (x0, bounds[0], x1, heights[-1]), tuple(columns))


def _words_on(height: float, x0: float, x1: float, words: Sequence[Word]) -> list[Word]:
    """The lines of words that stand right on a drawn line: the heads of a table that has no line above."""
    above = [word for word in words if x0 - 2 <= word.middle[0] <= x1 + 2 and word.middle[1] < height]
    found: list[Word] = []
    edge = height
    for row in reversed(rows_of(above)):
        if edge - max(word.bottom for word in row) > (6 if not found else 2) or len(_open_strips([row])) == 0:
            break
        found += row
        edge = min(word.top for word in row)
    return found


def _open_strips(bands: Sequence[Sequence[Word]]) -> list[float]:
    """Middles of the vertical strips, half an em wide or more, that stay open through all bands."""
    spans = sorted((word.x0, word.x1) for band in bands for word in band)
    if not spans:
        return []
    least = 0.55 * median(word.size for band in bands for word in band)
    strips, edge = [], spans[0][1]
    for x0, x1 in spans[1:]:
        if x0 - edge >= least:
            strips.append((edge + x0) / 2)
        edge = max(edge, x1)
    return strips


def _is_one_run(band: Sequence[Word]) -> bool:
    """Whether it is one line without a gap: it shows no columns, and may lie over all of them."""
    return len(lines_of(band)) == 1 and not _open_strips([band])


def _banded_row(band: Sequence[Word], separators: Sequence[float]) -> tuple[Cell, ...]:
    left, right = min(word.x0 for word in band), max(word.x1 for word in band)
    if _is_one_run(band) and any(left < separator < right for separator in separators):
        return Cell(tuple(lines_of(band)), wide=True), *(Cell(()) for _ in separators)
    sides = [float("-inf"), *separators, float("inf")]
    return tuple(
        Cell(tuple(lines_of(word for word in band if left <= word.x0 < right)))
        for left, right in itertools.pairwise(sides)
    )


def _edges(rules: Iterable[Rule], frames: Iterable[BBox]) -> list[dict]:
    sides = [_edge(*rule, horizontal=rule.horizontal) for rule in rules]
    for x0, top, x1, bottom in frames:
        sides += [
            _edge(x0, top, x1, top, horizontal=True),
            _edge(x0, bottom, x1, bottom, horizontal=True),
            _edge(x0, top, x0, bottom, horizontal=False),
            _edge(x1, top, x1, bottom, horizontal=False),
        ]
    return sides


def _edge(x0: float, top: float, x1: float, bottom: float, *, horizontal: bool) -> dict:
    """An edge as pdfplumber's table functions want it, without thickness."""
    if horizontal:
        top = bottom = (top + bottom) / 2
    else:
        x0 = x1 = (x0 + x1) / 2
    return {
        "object_type": "line",
        "orientation": "h" if horizontal else "v",
        "x0": x0,
        "x1": x1,
        "top": top,
        "bottom": bottom,
        "width": x1 - x0,
        "height": bottom - top,
    }


def _grids(edges: list[dict]) -> list[plumber_table.Table]:
    merged = plumber_table.merge_edges(edges, SNAP, SNAP, SNAP, SNAP)
    merged = [edge for edge in merged if max(edge["width"], edge["height"]) >= SNAP]
    horizontal = sum(1 for edge in merged if edge["orientation"] == "h")
    if not 0 < horizontal * (len(merged) - horizontal) <= MOST_CROSSINGS:
        return []
    cells = cells_of(merged, SNAP)
    # pdfplumber's Table asks for a page to extract text from; the text comes from our own words
    return [plumber_table.Table(None, group) for group in plumber_table.cells_to_tables(cells)]  # type: ignore[arg-type]


class _Placed:
    """Words by where their middles are, to be handed out once each."""

    def __init__(self, words: Sequence[Word]) -> None:
        self._words = words
        middles = np.array([word.middle for word in words]).reshape(-1, 2)
        self._x, self._y = middles.T
        self._left = np.ones(len(words), bool)

    def taken(self, box: BBox) -> list[Word]:
        """The words in `box` that were not taken yet, in their order."""
        x, y = self._x, self._y
        inside = (x >= box[0] - 1) & (x <= box[2] + 1) & (y >= box[1] - 1) & (y <= box[3] + 1) & self._left
        self._left &= ~inside
        return [self._words[place] for place in np.flatnonzero(inside).tolist()]


def _holds(box: BBox, word: Word) -> bool:
    x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    return box[0] - 1 <= x <= box[2] + 1 and box[1] - 1 <= y <= box[3] + 1


def _table(grid: plumber_table.Table, words: Sequence[Word]) -> Table | None:
    """The table with its text, or None when it is a frame or a drawing: its lines run through the words or, but for a row of heads
    at the foot of a page, it has less than two columns or two rows with text."""
    rows = []
    left, bbox = _Placed(words), grid.bbox
    for row in grid.rows:
        lower = min(box[3] for box in row.cells if box is not None)
        rows.append(tuple(_cell(box, left, bbox, lower) for box in row.cells))
    filled = [part for row in rows if any(cell.lines for cell in row) for part in _single_rows(row)]
    columns = sum(1 for column in zip(*rows, strict=True) if any(cell.lines for cell in column))
    if _lines_cut_words(grid, rows) or columns < 2 or (len(filled) < 2 and not (filled and is_bold(filled[0]))):
        return None
    starts = sorted({round(cell[0]) for cell in grid.cells})
    return Table(tuple(filled), tuple(bbox), tuple(starts))  # type: ignore[arg-type]


def _lines_cut_words(grid: plumber_table.Table, rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether the sides of its cells run through the words that stand in them, more often than where a text is too long for its cell."""
    cut = total = 0
    for drawn, row in zip(grid.rows, rows, strict=True):
        for box, cell in zip(drawn.cells, row, strict=True):
            if box is not None:
                words = [word for line in cell.lines for word in line.words]
                cut += sum(1 for word in words if word.x0 < box[0] - 2 or word.x1 > box[2] + 2)
                total += len(words)
    return cut > MOST_CUT * total


def _cell(box: BBox | None, words: _Placed, table: BBox, lower: float) -> Cell:
    """The cell with the words in `box`, in a row of which the shortest ends at `lower`; an empty one where another is drawn over it."""
    if box is None:
        return Cell((), covered=True)
    wide = box[0] <= table[0] + SNAP and box[2] >= table[2] - SNAP
    return Cell(tuple(lines_of(words.taken(box))), wide, tall=box[3] > lower + SNAP)


def is_bold(row: Sequence[Cell]) -> bool:
    """Whether all text of a row is in bold print; not where it has none."""
    lines = [line for cell in row for line in cell.lines]
    return bool(lines) and all(line.bold for line in lines)


def _single_rows(row: Sequence[Cell]) -> list[tuple[Cell, ...]]:
    """A row as it is, or the rows that stand in it where a table has no lines between them: figures under each other tell."""
    columns = [
        cell.lines for cell in row if len(cell.lines) > 1 and all(FIGURE.match(line.text) for line in cell.lines)
    ]
    if not columns:
        return [tuple(row)]
    heights = [line.baseline for line in max(columns, key=len)]
    bounds = [*(height - 2 for height in heights[1:]), float("inf")]
    rows, lower = [], float("-inf")
    for upper in bounds:
        rows.append(tuple(Cell(tuple(li for li in cell.lines if lower <= li.baseline < upper)) for cell in row))
        lower = upper
    return rows


def grid_table(cells: Sequence[Sequence[Sequence[TextLine]]]) -> Table:
    """A table of aligned text without lines."""
    rows = tuple(tuple(Cell(tuple(lines)) for lines in row) for row in cells)
    lines = [line for row in rows for cell in row for line in cell.lines]
    columns = []
    for column in zip(*rows, strict=True):
        starts = [line.x0 for cell in column for line in cell.lines]
        columns.append(round(min(starts)) if starts else 0)
    return Table(rows, box_around(line.bbox for line in lines), tuple(columns))


LEAST_BOX = (60.0, 30.0)
"""Width and height in points under which a coloured or framed area is an ornament."""
FEWEST_BOX_LINES = 3
"""Lines of text from which an area is a box of its own; a single line on colour is a heading."""


def boxes_of(areas: Iterable[BBox], words: Sequence[Word], page_area: float) -> list[BBox]:
    """Coloured or framed areas that set text apart, the outermost ones, largest first."""
    found: list[BBox] = []
    for area in sorted(_stacked(areas), key=lambda box: -_size(box)):
        if _size(area) > 0.7 * page_area or area[2] - area[0] < LEAST_BOX[0] or area[3] - area[1] < LEAST_BOX[1]:
            continue
        if any(_overlaps(area, other) for other in found) or _cuts_text(area, words):
            continue
        inside = [word for word in words if _holds(area, word)]
        if len(inside) < len(words) and len(lines_of(inside)) >= FEWEST_BOX_LINES:
            found.append(area)
    return found


def words_in(box: BBox, words: Iterable[Word]) -> list[Word]:
    """The words of which the middle lies in `box`."""
    return [word for word in words if _holds(box, word)]


def _size(box: BBox) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _stacked(areas: Iterable[BBox]) -> list[BBox]:
    """Areas of one width that touch each other from top to bottom taken together: shading is often drawn line by line."""
    stacked: list[BBox] = []
    for area in sorted(set(areas), key=lambda box: (round(box[0]), round(box[2]), box[1])):
        last = stacked[-1] if stacked else None
        if last and abs(last[0] - area[0]) < 2 and abs(last[2] - area[2]) < 2 and area[1] - last[3] <= 2:
            stacked[-1] = box_around((last, area))
        else:
            stacked.append(area)
    return stacked


def _overlaps(one: BBox, other: BBox) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _cuts_text(area: BBox, words: Sequence[Word]) -> bool:
    """Whether the area's sides run through words: then it is a drawing behind the text."""
    cut = sum(
        1
        for word in words
        if area[1] < word.middle[1] < area[3]
        and (word.x0 < area[0] - 1 < word.x1 - 2 or word.x0 + 2 < area[2] + 1 < word.x1)
    )
    return cut > 1
