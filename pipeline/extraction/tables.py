"""Tables and boxes drawn with lines, and what a table's rows say."""

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
from pipeline.extraction.lines import TextLine, box_around, lines_of, rows_of
from pipeline.extraction.words import Word

SNAP = 3.0
"""Points within which lines are one line and corners meet."""
MOST_LINES_IN_ROW = 15
"""Lines of text above which what stands between two drawn lines is a text and no row."""
MOST_CROSSINGS = 60_000
"""Horizontal times vertical lines above which a page is a drawing and is not searched for tables."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell's printed lines; none when it is empty."""

    lines: tuple[TextLine, ...]

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
        placed = {id(word) for row in table.rows for cell in row for line in cell.lines for word in line.words}
        rest = [word for word in rest if id(word) not in placed]
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
        placed = {id(word) for row in table.rows for cell in row for line in cell.lines for word in line.words}
        rest = [word for word in rest if id(word) not in placed]
    return tables, rest


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
    separators = _open_strips(bands)
    if len(bands) < 2 or not separators or max(len(lines_of(band)) for band in bands) > MOST_LINES_IN_ROW:
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


def _banded_row(band: Sequence[Word], separators: Sequence[float]) -> tuple[Cell, ...]:
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
    corners = plumber_table.edges_to_intersections(merged, SNAP, SNAP)
    cells = plumber_table.intersections_to_cells(corners)
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
    """The table with its text, or None when it is a frame or a drawing: less than two columns or, but for a row of heads
    at the foot of a page, two rows with text."""
    rows = []
    left = _Placed(words)
    for row in grid.rows:
        rows.append(tuple(Cell(tuple(lines_of(left.taken(box)) if box is not None else ())) for box in row.cells))
    filled = [part for row in rows if any(cell.lines for cell in row) for part in _single_rows(row)]
    columns = sum(1 for column in zip(*rows, strict=True) if any(cell.lines for cell in column))
    if columns < 2 or (len(filled) < 2 and not (filled and _is_bold(filled[0]))):
        return None
    starts = sorted({round(cell[0]) for cell in grid.cells})
    return Table(tuple(filled), tuple(grid.bbox), tuple(starts))  # type: ignore[arg-type]


def _single_rows(row: Sequence[Cell]) -> list[tuple[Cell, ...]]:
    """A row as it is, or the rows that stand in it where a table has no lines between them: figures under each other tell."""
    columns = [
        cell.lines for cell in row if len(cell.lines) > 1 and all(_FIGURE.match(line.text) for line in cell.lines)
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


_BOX = re.compile("[☐☑☒]")
"""A box to tick: what stands behind it is an answer, no head."""
_TICK = re.compile(r"\W?[xXvV✓✔☒☑■]\W?|[•]")
_FIGURE = re.compile(r"^[\W\d]*\d[\W\dxk]*$")
_HEADLIKE = re.compile(r"[^\W\d_]{3}|^(?:19|20)\d\d$|^[€%]$")
_A_DAY = re.compile(r"^(?:\w+\s+)?\d{1,2}(?:\s+[a-z]{3,9}\.?\s+|[-/.]\d{1,2}[-/.])\d{4}\b")
"""A cell that is a date, with a word before it at most ("raad 23 april 2020"): the value of a label."""
LONGEST_HEAD = 60
"""Characters above which a cell of the first row is text and no head."""


def heads_of(table: Table) -> tuple[str, ...]:
    """The column heads, () when the first row is a row like the others.

    Heads are short, stand over every column that has text, and differ from what is below: in weight, or by being words
    over figures.
    """
    if len(table.rows) == 1:
        return tuple(cell.text for cell in table.rows[0]) if _is_bold(table.rows[0]) else ()
    first, rest = table.rows[0], table.rows[1:]
    heads = tuple(cell.text for cell in first)
    if all(heads) and _only_ticked(rest):
        return heads
    if any(_BOX.search(head) for head in heads):
        return ()
    too_long = any(len(head) > LONGEST_HEAD for head in heads)
    if too_long or _uncovered(first, rest) or _in_pairs(table.rows) or _in_one_column(rest):
        return ()
    if _is_bold(first) and not all(_is_bold(row) for row in rest):
        return heads
    figures = [cell.text for row in rest for cell in row[1:] if cell.text]
    over_figures = figures and sum(1 for text in figures if _FIGURE.match(text)) > 0.6 * len(figures)
    wordy = all(_HEADLIKE.search(head) for head in heads[1:] if head)
    if over_figures and wordy:
        return heads
    return heads if len(first) >= 3 and wordy and all(heads) and not _ends_sentence(heads) else ()


def _only_ticked(rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether all that stands below is a tick in one of the columns: a form on which the outcome of a vote was marked."""
    return [bool(_TICK.fullmatch(cell.text)) for row in rows for cell in row if cell.text] == [True]


def _in_one_column(rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether all rows have text in one column only, as where they are drawn together: heads over the others would be lost."""
    return sum(any(index < len(row) and row[index].lines for row in rows) for index in range(max(map(len, rows)))) < 2


def _in_pairs(rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether labels and values stand side by side, two or more pairs a row: by weight, or by a date beside the first label."""
    first = rows[0]
    if len(first) < 4 or len(first) % 2:
        return False
    labels, values = ([cell for row in rows for cell in row[start::2] if cell.lines] for start in (0, 1))
    if _is_bold(labels) and not any(_is_bold([cell]) for cell in values):
        return True
    dated = [bool(_A_DAY.match(cell.text)) for cell in first]
    return any(dated[1::2]) and not any(dated[0::2])


def _uncovered(first: Sequence[Cell], rest: Sequence[Sequence[Cell]]) -> bool:
    """Whether text stands under an empty head; the first column may go without one."""
    covered = sum(1 for cell in first if cell.lines)
    bare = [
        index
        for index, cell in enumerate(first)
        if index and not cell.lines and any(row[index].lines for row in rest if index < len(row))
    ]
    return covered < 2 or bool(bare)


def _is_bold(row: Sequence[Cell]) -> bool:
    lines = [line for cell in row for line in cell.lines]
    return bool(lines) and all(line.bold for line in lines)


def _ends_sentence(heads: Iterable[str]) -> bool:
    return any(head.endswith((".", ";", ",")) for head in heads)


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
