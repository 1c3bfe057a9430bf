"""White strips between columns: where they are and whether they part columns of prose, labels from text, or cells of a table.

A strip is a maximal empty rectangle: as one goes down the rows of a region, every gap between two words is followed for
as long as the next row leaves it open. A heading that spans the columns ends it; an empty line in both columns does
not, which is where cutting a page along white bands goes wrong.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from operator import attrgetter
from statistics import fmean, median
from typing import NamedTuple

from pipeline.extraction.words import Word

NARROWEST = 0.75
"""Width of the narrowest strip, in ems of the region's usual size."""
WORD_SPACE = 0.5
"""Ems, of the words themselves, up to which the white between two of them is a space."""
AS_WIDE, IN_MOST = 0.75, 0.5
"""Share of a strip's gap from which another gap in its row is as wide, and of the rows above which such gaps make the strip a river."""
NARROWED = 0.5
"""Share of its width that a strip keeps where it is still the same."""
LINE_OF_TEXT = 4
"""Words to a line of a column of text; cells of a table are shorter."""
FEWEST_ROWS = 3
"""Rows of text that each side of a strip needs."""


class Piece(NamedTuple):
    """A word in place, or a slice of something that was laid out already (a table, a box): then `insert` is its number."""

    x0: float
    x1: float
    top: float
    bottom: float
    baseline: float
    size: float
    word: Word | None = None
    insert: int = -1


Row = list[Piece]
Strip = tuple[float, float, int, int]
"""An empty strip: left and right side, first and last row."""


class GutterKind(Enum):
    """What lies on the two sides of an empty strip: columns, labels and what they are of, or cells."""

    COLUMNS = "columns"
    LABELS = "labels"
    CELLS = "cells"


@dataclass(frozen=True, slots=True)
class Gutter:
    """An empty strip from `x0` to `x1`, over the rows `first` to `last` (included) of its region."""

    x0: float
    x1: float
    first: int
    last: int
    kind: GutterKind


def rows_of_pieces(pieces: Sequence[Piece]) -> list[Row]:
    """Pieces by baseline, from top to bottom and left to right."""
    rows: list[Row] = []
    start = size = 0.0
    for piece in sorted(pieces, key=attrgetter("baseline")):
        lower = piece.baseline - start
        if rows and (lower <= 1.0 or lower <= 0.2 * min(piece.size, size)):
            rows[-1].append(piece)
        else:
            rows.append([piece])
            start, size = piece.baseline, piece.size
    for row in rows:
        row.sort(key=attrgetter("x0"))
    return rows


def best_gutter(rows: Sequence[Row], known: Gutter | None = None) -> Gutter | None:
    """The strip with most text on both sides of it, or None when the region is one column.

    `known` parts columns elsewhere on the page: where it goes on, a few lines on both sides of it are columns too.
    """
    if len(rows) < 2:
        return None
    narrowest = NARROWEST * median(piece.size for row in rows for piece in row)
    strips = _strips(rows, narrowest)
    contents = [strip for strip in strips if _parts_page_numbers(rows, strip)]
    found = [
        gutter
        for strip in strips
        if not any(_within(strip, other) for other in contents) and (gutter := _judged(rows, strip, known)) is not None
    ]
    best = max(found, key=lambda gutter: _weight(rows, gutter), default=None)
    return _at_its_longest(best, found) if best and best.kind is GutterKind.COLUMNS else best


def _at_its_longest(gutter: Gutter, gutters: Sequence[Gutter]) -> Gutter:
    """The gutter between columns, or a longer one in which it goes on, if not much narrower: a box or a table is wider than the text above
    it."""
    longer = [other for other in gutters if other.kind is GutterKind.COLUMNS and _goes_on_in(gutter, other)]
    return max(longer, key=lambda other: (other.last - other.first, other.x1 - other.x0), default=gutter)


def _goes_on_in(gutter: Gutter, other: Gutter) -> bool:
    longer = other.first <= gutter.first and gutter.last <= other.last
    same = (other.first, other.last) == (gutter.first, gutter.last)
    inside = gutter.x0 <= other.x0 and other.x1 <= gutter.x1
    return longer and not same and inside and other.x1 - other.x0 >= NARROWED * (gutter.x1 - gutter.x0)


def _within(strip: Strip, other: Strip) -> bool:
    return strip[0] < other[1] and other[0] < strip[1] and other[2] <= strip[2] and strip[3] <= other[3]


def _strips(rows: Sequence[Row], narrowest: float) -> set[Strip]:
    """All maximal empty rectangles at least `narrowest` wide between text."""
    left = min(row[0].x0 for row in rows) - 1
    right = max(piece.x1 for row in rows for piece in row) + 1
    done: set[Strip] = set()
    active: dict[tuple[float, float], int] = {}
    for index, row in enumerate(rows):
        openings = _openings(row, left, right, narrowest)
        following: dict[tuple[float, float], int] = {}
        for (x0, x1), first in active.items():
            for low, high in openings:
                if high - x0 < narrowest or x1 - low < narrowest:
                    continue
                shared = (max(x0, low), min(x1, high))
                if shared[1] - shared[0] >= narrowest:
                    following[shared] = min(first, following.get(shared, first))
            if (x0, x1) not in following and left < x0 and x1 < right:
                done.add((x0, x1, first, index - 1))
        for opening in openings:
            following.setdefault(opening, index)
        active = following
    done.update((x0, x1, first, len(rows) - 1) for (x0, x1), first in active.items() if left < x0 and x1 < right)
    return {strip for strip in done if strip[3] - strip[2] + 1 >= 2}


def _openings(row: Row, left: float, right: float, narrowest: float) -> list[tuple[float, float]]:
    """Where a row leaves room, its margins included; between large words a space is wide without being one."""
    openings = []
    edge, size = left, 0.0
    for piece in row:
        room = piece.x0 - edge
        if room >= narrowest and room >= WORD_SPACE * min(size, piece.size):
            openings.append((edge, piece.x0))
        edge, size = max(edge, piece.x1), piece.size
    if right - edge >= narrowest:
        openings.append((edge, right))
    return openings


@dataclass(frozen=True, slots=True)
class _Side:
    """The rows on one side of a strip."""

    rows: tuple[Row, ...]

    @property
    def top(self) -> float:
        return self.rows[0][0].baseline

    @property
    def bottom(self) -> float:
        return self.rows[-1][0].baseline

    def within(self, top: float, bottom: float) -> _Side:
        return _Side(tuple(row for row in self.rows if top - 2 <= row[0].baseline <= bottom + 2))


def sides_of(rows: Sequence[Row], x0: float, x1: float) -> tuple[list[Row], list[Row]]:
    """The parts of rows to the left and to the right of a strip, empty parts left out."""
    middle = (x0 + x1) / 2
    left = [part for row in rows if (part := [piece for piece in row if piece.x1 <= middle])]
    right = [part for row in rows if (part := [piece for piece in row if piece.x0 >= middle])]
    return left, right


def _judged(rows: Sequence[Row], strip: Strip, known: Gutter | None) -> Gutter | None:
    x0, x1, first, last = strip
    goes_on = known is not None and min(x1, known.x1) - max(x0, known.x0) >= NARROWED * (known.x1 - known.x0)
    fewest = 1 if goes_on else 2
    left_rows, right_rows = sides_of(rows[first : last + 1], x0, x1)
    if min(len(left_rows), len(right_rows)) < fewest:
        return None
    left, right = _Side(tuple(left_rows)), _Side(tuple(right_rows))
    top, bottom = max(left.top, right.top), min(left.bottom, right.bottom)
    left, right = left.within(top, bottom), right.within(top, bottom)
    if min(len(left.rows), len(right.rows)) < fewest or _is_river(rows[first : last + 1], (x0 + x1) / 2):
        return None
    wordy = min(_words_per_row(left.rows), _words_per_row(right.rows)) >= LINE_OF_TEXT
    kind = GutterKind.COLUMNS if goes_on and wordy else _kind(left, right, x1 - x0)
    return Gutter(x0, x1, first, last, kind) if kind else None


def _is_river(rows: Sequence[Row], middle: float) -> bool:
    """Whether a strip runs by chance through justified text: its rows of three words or more have other gaps as wide, each at places of
    their own. Between the columns of a table gaps stand under each other."""
    gaps = [_gaps(row) for row in rows]
    crossed = [(here, next((gap for gap in here if gap[0] < middle < gap[1]), None)) for here in gaps]
    open_rows = [(here, gap) for here, gap in crossed if gap and len(here) > 1]
    loose = [
        here
        for here, gap in open_rows
        if any(
            other != gap and _width_of(other) >= AS_WIDE * _width_of(gap) and not _stands_under(other, gaps, here)
            for other in here
        )
    ]
    return len(loose) > IN_MOST * len(open_rows)


def _gaps(row: Row) -> list[tuple[float, float]]:
    return [(before.x1, after.x0) for before, after in itertools.pairwise(row) if after.x0 > before.x1]


def _width_of(gap: tuple[float, float]) -> float:
    return gap[1] - gap[0]


def _stands_under(gap: tuple[float, float], rows: Sequence[Sequence[tuple[float, float]]], own: object) -> bool:
    """Whether another row leaves half of a gap open too."""
    half = _width_of(gap) / 2
    return any(min(gap[1], x1) - max(gap[0], x0) >= half for row in rows if row is not own for x0, x1 in row)


def _kind(left: _Side, right: _Side, width: float) -> GutterKind | None:
    """What a strip between these sides parts; None when it is no more than the white after a bullet or a number, or a
    chance river."""
    if _mostly(left.rows, is_marker):
        return None
    together = min(len(left.rows), len(right.rows))
    em = median(piece.size for side in (left, right) for row in side.rows for piece in row)
    left_prose, right_prose = is_prose(left.rows), is_prose(right.rows)
    if left_prose and right_prose:
        if _rows_of_cells(left, right):
            return GutterKind.CELLS
        wide = width >= 1.1 * em or together >= 8
        return GutterKind.COLUMNS if together >= FEWEST_ROWS and wide else None
    aligned = _aligned(left, right)
    if aligned >= 0.6 and _shared_rows(left, right) >= 0.8 and not left_prose and _words_per_row(left.rows) <= 2.5:
        return GutterKind.CELLS
    if right_prose and aligned >= 0.6 and len(_chunks(left.rows)) * 1.5 <= len(right.rows):
        return GutterKind.LABELS
    if aligned >= 0.6 and _shared_rows(left, right) < 0.6 and min(len(left.rows), len(right.rows)) >= 2:
        return GutterKind.LABELS
    if aligned >= 0.6:
        return GutterKind.CELLS if together >= 2 and width >= 1.2 * em else None
    return GutterKind.COLUMNS if together >= FEWEST_ROWS and width >= em else None


_MARKER = re.compile(r"^(?:[•▪◦●○■□►➢✓✔·*–—-]|o|\(?\w{1,3}[.)]|\d{1,2}|\d+(?:\.[\da-z]+)+\.?)$")


def is_marker(row: Row) -> bool:
    """Whether a part of a row is just a bullet or a number."""
    return len(row) == 1 and row[0].word is not None and bool(_MARKER.match(row[0].word.text))


_PAGE_NUMBER = re.compile(r"^\d{1,3}$")


def _parts_page_numbers(rows: Sequence[Row], strip: Strip) -> bool:
    """A table of contents without leaders: words on the left, rising page numbers on the right."""
    left, right = sides_of(rows[strip[2] : strip[3] + 1], *strip[:2])
    numbers = [int(row[-1].word.text) for row in right if row[-1].word and _PAGE_NUMBER.match(row[-1].word.text)]
    if not left or len(numbers) < max(3, 0.8 * len(right)) or any(len(row) > 1 for row in right):
        return False
    rising = sum(1 for before, after in itertools.pairwise(numbers) if after >= before)
    return rising >= 0.9 * (len(numbers) - 1) and numbers[-1] > numbers[0]


def _mostly(rows: Sequence[Row], test) -> bool:
    return sum(1 for row in rows if test(row)) >= 0.85 * len(rows)


_NUMERIC = re.compile(r"^[\d.,%€/()+\-–\s]+$")


def is_prose(rows: Sequence[Row]) -> bool:
    """Whether rows are lines of running text: they fill their column or run on in the middle of a sentence."""
    words = [piece.word.text for row in rows for piece in row if piece.word]
    if any(piece.insert >= 0 for row in rows for piece in row):
        return True
    if len(rows) < FEWEST_ROWS or sum(1 for word in words if _NUMERIC.match(word)) > 0.4 * len(words):
        return False
    width = max(row[-1].x1 for row in rows) - min(row[0].x0 for row in rows)
    fill = fmean(row[-1].x1 - row[0].x0 for row in rows) / (width or 1.0)
    running_on = sum(1 for row in rows if row[0].word and row[0].word.text[:1].islower()) / len(rows)
    per_row = len(words) / len(rows)
    return per_row >= 2 and (running_on >= 0.35 or (per_row >= 3.5 and fill >= 0.6))


def _chunks(rows: Sequence[Row]) -> list[Row]:
    """The first row of every run of rows that follow each other at the usual distance."""
    if len(rows) < 2:
        return list(rows)
    size = median(piece.size for row in rows for piece in row)
    return [rows[0]] + [
        row for before, row in itertools.pairwise(rows) if row[0].baseline - before[0].baseline > 1.75 * size
    ]


def _aligned(left: _Side, right: _Side) -> float:
    """Share of the runs on the sparser side that begin on a baseline of the other side."""
    sparse, dense = sorted((left.rows, right.rows), key=len)
    chunks = _chunks(sparse)
    return sum(1 for row in chunks if _has_baseline(dense, row[0].baseline)) / len(chunks)


def _words_per_row(rows: Sequence[Row]) -> float:
    return fmean(len(row) for row in rows)


def _shared_rows(left: _Side, right: _Side) -> float:
    """Share of all rows that have text on both sides; cells of a table have it in most."""
    shared = sum(1 for row in left.rows if _has_baseline(right.rows, row[0].baseline))
    return shared / (len(left.rows) + len(right.rows) - shared)


def _has_baseline(rows: Sequence[Row], baseline: float) -> bool:
    return any(abs(row[0].baseline - baseline) <= 1.5 for row in rows)


def _rows_of_cells(left: _Side, right: _Side) -> bool:
    """Whether wrapped text on both sides begins anew at the same heights, time after time: a table without lines."""
    left_starts, right_starts = _chunks(left.rows), _chunks(right.rows)
    if min(len(left_starts), len(right_starts)) < 3:
        return False
    shared = sum(1 for row in left_starts if _has_baseline(right_starts, row[0].baseline))
    return shared >= 0.8 * max(len(left_starts), len(right_starts))


def _weight(rows: Sequence[Row], gutter: Gutter) -> tuple[float, float]:
    """How much text stands beside text along a gutter, in rows; then its width."""
    left, right = sides_of(rows[gutter.first : gutter.last + 1], gutter.x0, gutter.x1)
    return min(len(left), len(right)), gutter.x1 - gutter.x0
