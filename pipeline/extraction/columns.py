"""From words in place to columns in reading order."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter
from statistics import median

from pipeline.extraction.blocks import BBox
from pipeline.extraction.gutters import (
    Gutter,
    GutterKind,
    Piece,
    Row,
    best_gutter,
    is_marker,
    rows_of_pieces,
    sides_of,
)
from pipeline.extraction.lines import TextLine, line_of
from pipeline.extraction.words import Word

MOST_HANGING = 3
"""Rows under one column that can be the heading of what follows both."""
LABELLED = 3
"""Rows up to which a text beside a label goes on after it on one line; a longer one has the label above it."""
NARROW = 0.62
"""Share of the width of the main column up to which text beside it may be apart from it."""
CLOSE = 24.0
"""Points of white between boxes that stand under each other in a column of their own."""
ALIGNED = 4.0
"""Points within which the corners of boxes in one row or column of tiles lie."""
SLICE = 8.0
"""Points of height of the slices in which something already laid out takes part in the search for columns."""


@dataclass(frozen=True, slots=True)
class Column:
    """A run of printed lines to be read from top to bottom; numbers stand for inserts (tables, boxes) at their place among them.

    `aside` is text beside the main flow; `fresh` text never continues the paragraph before it. `cells` holds the rows
    of an aligned table instead, each row a list of cells and each cell its lines.
    """

    items: tuple[TextLine | int, ...] = ()
    aside: bool = False
    fresh: bool = False
    cells: tuple[tuple[tuple[TextLine, ...], ...], ...] = ()

    @property
    def lines(self) -> list[TextLine]:
        """Its printed lines, inserts left out."""
        return [item for item in self.items if isinstance(item, TextLine)]


def columns_of(
    words: Iterable[Word], inserts: Mapping[int, BBox] | None = None, known: Gutter | None = None
) -> list[Column]:
    """The columns that `words` form, in reading order, with the boxes of `inserts` in place (by number) among them.

    `known` is the gutter of the page of which the words are a part.
    """
    pieces = _pieces(words)
    for number, box in (inserts or {}).items():
        pieces.extend(_slices(number, box))
    return _inserts_once(_ordered(pieces, 0, known))


def gutter_of(words: Iterable[Word]) -> Gutter | None:
    """The strip that parts the words of a page into columns of text; None where there is none."""
    gutter = best_gutter(rows_of_pieces(_pieces(words)))
    return gutter if gutter and gutter.kind is GutterKind.COLUMNS else None


def _pieces(words: Iterable[Word]) -> list[Piece]:
    return [Piece(w.x0, w.x1, w.top, w.bottom, w.baseline, w.size, w) for w in words]


def _slices(number: int, box: BBox) -> list[Piece]:
    x0, top, x1, bottom = box
    count = max(1, min(200, int((bottom - top) / SLICE)))
    step = (bottom - top) / count
    return [
        Piece(x0, x1, top + i * step, top + (i + 1) * step, top + (i + 0.5) * step, SLICE, insert=number)
        for i in range(count)
    ]


def _inserts_once(columns: Iterable[Column]) -> list[Column]:
    """Columns in which every insert is named where it begins only."""
    seen: set[int] = set()
    kept = []
    for column in columns:
        items = []
        for item in column.items:
            if isinstance(item, int):
                if item in seen:
                    continue
                seen.add(item)
            items.append(item)
        if items or column.cells:
            kept.append(replace(column, items=tuple(items)))
    return kept


def _ordered(pieces: Sequence[Piece], depth: int, known: Gutter | None = None) -> list[Column]:
    if not pieces:
        return []
    rows = rows_of_pieces(pieces)
    gutter = best_gutter(rows, known) if depth < 12 else None
    if gutter is None:
        return [_column(rows)]
    first, last = _extent(rows, gutter)
    above, beside, below = rows[:first], rows[first : last + 1], rows[last + 1 :]
    return [
        *_ordered(_flat(above), depth + 1, known),
        *_beside(beside, gutter, depth, runs_on=bool(below)),
        *_ordered(_flat(below), depth + 1, known),
    ]


def _tiles(pieces: Sequence[Piece]) -> tuple[int, ...]:
    """The numbers of boxes that fill a grid and have no text between them, row by row; none where they stand otherwise."""
    if any(piece.word for piece in pieces):
        return ()
    corners: dict[int, tuple[int, int]] = {}
    for piece in pieces:
        place = round(piece.top / ALIGNED), round(piece.x0 / ALIGNED)
        corners[piece.insert] = min(place, corners.get(piece.insert, place))
    tops, sides = ({corner[side] for corner in corners.values()} for side in (0, 1))
    grid = len(tops) > 1 and len(sides) > 1 and len(corners) == len(tops) * len(sides)
    return tuple(sorted(corners, key=lambda number: corners[number])) if grid else ()


def _flat(rows: Iterable[Row]) -> list[Piece]:
    return [piece for row in rows for piece in row]


def _column(rows: Sequence[Row]) -> Column:
    items: list[TextLine | int] = []
    for row in rows:
        words = [piece.word for piece in row if piece.word]
        items.extend(dict.fromkeys(piece.insert for piece in row if piece.insert >= 0))
        if words:
            items.append(line_of(words))
    return Column(tuple(items))


def _beside(rows: Sequence[Row], gutter: Gutter, depth: int, runs_on: bool) -> list[Column]:
    if tiles := _tiles(_flat(rows)):
        return [Column(tiles)]
    left, right = sides_of(rows, gutter.x0, gutter.x1)
    if gutter.kind is GutterKind.CELLS:
        return [_grid(rows)]
    if gutter.kind is GutterKind.LABELS:
        return _labelled(left, right, depth)
    left_columns, right_columns = _ordered(_flat(left), depth + 1), _ordered(_flat(right), depth + 1)
    if _is_sidebar(right, left, runs_on):
        right_columns = [replace(column, aside=True) for column in right_columns]
    elif _is_sidebar(left, right, runs_on):
        left_columns = [replace(column, aside=True) for column in left_columns]
    return left_columns + right_columns


def _extent(rows: Sequence[Row], gutter: Gutter) -> tuple[int, int]:
    """First and last row that really stand beside the gutter: a heading above what follows the columns is not the end of one."""
    first, last = gutter.first, gutter.last
    sided = [_sides(row, gutter) for row in rows[first : last + 1]]
    if gutter.kind is GutterKind.CELLS:
        both = [index for index, sides in enumerate(sided) if sides == (True, True)]
        if both:  # words scattered at random may stand side by side without sharing a row
            first, last = first + both[0], _cells_end(rows, first + both[-1], last)
        return first, last
    while first < last and first and _ends_text_above(rows, first, gutter):
        first += 1
    first = _columns_begin(rows, gutter, first, last)
    if last + 1 < len(rows):
        last = _columns_end(rows, gutter, first, last)
    return first, last


def _columns_begin(rows: Sequence[Row], gutter: Gutter, first: int, last: int) -> int:
    """The first row of columns of which one begins higher: a heading over the other, or a text well above it, goes before
    both."""
    sides = _sides(rows[first], gutter)
    lead = first
    while lead < last and _sides(rows[lead], gutter) == sides != (True, True):
        lead += 1
    if sides == (False, True):
        # read before the left column, so only when white runs across the whole page under it
        return lead if first < lead and _parted(rows[lead - 1], rows[lead]) else first
    for index in range(lead, first, -1):
        row = rows[index - 1]
        below = next((other for other in rows[index:] if _shares_side(other, gutter, sides)), None)
        apart = below is not None and (_begins_heading(below, row) or _parted(row, below))
        if apart and _stands_above(row, rows[lead]):
            return index
    return first


def _stands_above(row: Row, other: Row) -> bool:
    """Whether a row ends where another begins: columns of which one is set in smaller type begin on other baselines."""
    return max(piece.bottom for piece in row) <= min(piece.top for piece in other) + 0.2 * row[0].size


def _shares_side(row: Row, gutter: Gutter, sides: tuple[bool, bool]) -> bool:
    here = _sides(row, gutter)
    return (here[0] and sides[0]) or (here[1] and sides[1])


def _ends_text_above(rows: Sequence[Row], index: int, gutter: Gutter) -> bool:
    """Whether a row on one side is the last line of the heading across both columns above it."""
    above, row, below = rows[index - 1], rows[index], rows[index + 1]
    if _sides(row, gutter) == (True, True) or row[0].baseline - above[0].baseline > 1.6 * row[0].size:
        return False
    return _set_as(row, above) and not _set_as(row, below)


def _set_as(row: Row, other: Row) -> bool:
    bold, other_bold = (all(piece.word is not None and piece.word.bold for piece in r) for r in (row, other))
    return abs(row[0].size - other[0].size) < 0.6 and bold == other_bold


def _sides(row: Row, gutter: Gutter) -> tuple[bool, bool]:
    return any(piece.x1 <= gutter.x0 + 0.5 for piece in row), any(piece.x0 >= gutter.x1 - 0.5 for piece in row)


def _parted(upper: Row, lower: Row) -> bool:
    """Whether there is clearly more white between two rows than between lines of one text."""
    return lower[0].baseline - upper[0].baseline > 2.2 * min(upper[0].size, lower[0].size)


def _cells_end(rows: Sequence[Row], both: int, last: int) -> int:
    """The last row of a table whose last full row is `both`: rows that go on in one cell belong to it."""
    end = both
    while end < last and rows[end + 1][0].baseline - rows[end][0].baseline <= 1.45 * rows[end][0].size:
        end += 1
    return end


def _columns_end(rows: Sequence[Row], gutter: Gutter, first: int, last: int) -> int:
    """The last row of columns that end at a row across them: what hangs under one column, nearer to that row, goes with it."""
    tail = last
    sides = _sides(rows[last], gutter)
    if sides == (True, True):
        return last
    while tail > first and _sides(rows[tail - 1], gutter) == sides:
        tail -= 1
    own = [row for row in rows[first : last + 1] if _sides(row, gutter) == sides or _sides(row, gutter) == (True, True)]
    if len(own) < 3:
        return last
    pitch = median(b[0].baseline - a[0].baseline for a, b in itertools.pairwise(own))
    to_next = rows[last + 1][0].baseline - rows[last][0].baseline
    for index in range(last, max(tail, first + 1, last - MOST_HANGING) - 1, -1):
        before = _row_above(rows, index, gutter, sides)
        if before is None:
            break
        gap = rows[index][0].baseline - before[0].baseline
        if (gap > 1.8 * pitch and gap > 1.3 * to_next) or _begins_heading(before, rows[index]):
            return index - 1
    return last


def _row_above(rows: Sequence[Row], index: int, gutter: Gutter, sides: tuple[bool, bool]) -> Row | None:
    """The nearest row above `index` with text on the same side."""
    for row in reversed(rows[:index]):
        if _shares_side(row, gutter, sides):
            return row
    return None


def _begins_heading(before: Row, row: Row) -> bool:
    bold = all(piece.word is not None and piece.word.bold for piece in row)
    was_bold = all(piece.word is not None and piece.word.bold for piece in before)
    return (bold and not was_bold) or row[0].size > 1.12 * before[0].size


def _is_sidebar(rows: Sequence[Row], main: Sequence[Row], runs_on: bool) -> bool:
    """Whether text beside the main column is apart from it: clearly narrower and set otherwise, or boxes only, unless these are a column
    of their own, with nothing below both."""
    if all(piece.insert >= 0 for row in rows for piece in row):
        return any(piece.word for row in main for piece in row) and (runs_on or not _fill_column(rows, main))
    words = [piece.word for row in rows for piece in row if piece.word]
    main_words = [piece.word for row in main for piece in row if piece.word]
    if not words or not main_words or _width(rows) > NARROW * _width(main):
        return False
    style, main_style = _style(words), _style(main_words)
    smaller = style[0] <= main_style[0] - 0.4
    return smaller or (runs_on and style != main_style)


def _fill_column(rows: Sequence[Row], main: Sequence[Row]) -> bool:
    """Whether boxes stand close under each other from the top of the main column, about as wide as that; those that stand apart each belong
    to what they stand beside."""
    if _width(rows) <= NARROW * _width(main):
        return False
    end = min(piece.top for piece in _flat(main))
    for piece in sorted(_flat(rows), key=attrgetter("top")):
        if piece.top - end > CLOSE:
            return False
        end = max(end, piece.bottom)
    return True


def _width(rows: Sequence[Row]) -> float:
    return max(row[-1].x1 for row in rows) - min(row[0].x0 for row in rows)


def _style(words: Sequence[Word]) -> tuple[float, bool, bool]:
    size = round(median(word.size for word in words) * 2) / 2
    return size, sum(w.bold for w in words) * 2 > len(words), sum(w.italic for w in words) * 2 > len(words)


def _labelled(left: Sequence[Row], right: Sequence[Row], depth: int) -> list[Column]:
    """Labels in the margin, each followed by the text beside it; a label of one line stands in front of a short text."""
    starts = _label_starts(left)
    bounds = [start - 2.0 for start in starts[1:]] + [float("inf")]
    columns = []
    lower = float("-inf")
    for upper in bounds:
        label = [row for row in left if lower <= row[0].baseline < upper]
        text = [row for row in right if lower <= row[0].baseline < upper]
        columns.extend(_label_with_text(label, text, depth))
        lower = upper
    return columns


def _label_starts(left: Sequence[Row]) -> list[float]:
    starts = [left[0][0].baseline]
    for before, row in itertools.pairwise(left):
        if is_marker(row) or row[0].baseline - before[0].baseline > 1.45 * row[0].size:
            starts.append(row[0].baseline)
    return starts


def _label_with_text(label: Sequence[Row], text: Sequence[Row], depth: int) -> list[Column]:
    if len(label) == 1 and text and (is_marker(label[0]) or len(text) <= LABELLED):
        merged = rows_of_pieces(_flat([*label, *text]))
        return [replace(_column(merged), fresh=True)]
    parts = [_column(label)] if label else []
    parts += _ordered(_flat(text), depth + 1)
    return [replace(column, fresh=True) for column in parts]


def _grid(rows: Sequence[Row]) -> Column:
    """An aligned table: the strips that stay open over all its rows part its columns."""
    pieces = _flat(rows)
    separators = _separators(rows)
    cells: list[list[list[Piece]]] = []
    for row in rows:
        parts = _parts(row, separators)
        if cells and not parts[0] and _continues(row, cells[-1]):
            for cell, part in zip(cells[-1], parts, strict=True):
                cell.extend(part)
        else:
            cells.append(parts)
    inserts = tuple(dict.fromkeys(piece.insert for piece in pieces if piece.insert >= 0))
    return Column(inserts, cells=tuple(tuple(_cell_lines(cell) for cell in row) for row in cells), fresh=True)


def _continues(row: Row, above: Sequence[Sequence[Piece]]) -> bool:
    baselines = [piece.baseline for cell in above for piece in cell]
    return row[0].baseline - max(baselines) <= 1.45 * row[0].size


def _cell_lines(cell: Sequence[Piece]) -> tuple[TextLine, ...]:
    rows = rows_of_pieces(cell)
    return tuple(line_of(words) for row in rows if (words := [piece.word for piece in row if piece.word]))


def _separators(rows: Sequence[Row]) -> list[float]:
    """Middles of the vertical strips, at least half an em wide, that no row with more than one cell crosses."""
    spans = sorted((piece.x0, piece.x1) for row in rows for piece in row)
    least = 0.6 * median(piece.size for row in rows for piece in row)
    separators, edge = [], spans[0][1]
    for x0, x1 in spans[1:]:
        if x0 - edge >= least:
            separators.append((edge + x0) / 2)
        edge = max(edge, x1)
    return separators


def _parts(row: Row, separators: Sequence[float]) -> list[list[Piece]]:
    parts: list[list[Piece]] = [[] for _ in range(len(separators) + 1)]
    for piece in row:
        parts[sum(1 for separator in separators if piece.x0 >= separator)].append(piece)
    return parts
