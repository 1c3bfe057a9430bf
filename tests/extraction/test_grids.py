"""Cells between drawn lines are those that pdfplumber finds."""

from __future__ import annotations

import random

import pytest
from pdfplumber.table import edges_to_intersections, intersections_to_cells

from pipeline.extraction.grids import cells_of

REACH = 3.0


def flat(x0, x1, y):
    return {"orientation": "h", "x0": x0, "x1": x1, "top": y, "bottom": y}


def upright(x, top, bottom):
    return {"orientation": "v", "x0": x, "x1": x, "top": top, "bottom": bottom}


def test_two_rows_of_two_columns_are_four_cells():
    lines = [flat(0, 200, y) for y in (0, 50, 100)] + [upright(x, 0, 100) for x in (0, 100, 200)]

    assert cells_of(lines, REACH) == [(0, 0, 100, 50), (0, 50, 100, 100), (100, 0, 200, 50), (100, 50, 200, 100)]


def test_a_side_of_two_lines_closes_no_cell():
    lines = [flat(0, 100, 0), flat(0, 100, 100), upright(0, 0, 100), upright(100, 0, 40), upright(100, 60, 100)]

    assert cells_of(lines, REACH) == []


def test_lines_that_hardly_miss_each_other_meet():
    lines = [flat(2, 98, 0), flat(2, 98, 100), upright(0, 2, 98), upright(100, 2, 98)]

    assert cells_of(lines, REACH) == [(0, 0, 100, 100)]


@pytest.mark.parametrize("seed", range(60))
def test_any_lines_make_the_cells_that_pdfplumber_finds(seed):
    chance = random.Random(seed)
    steps = [10 * n + chance.choice((0, 0, 2)) for n in range(9)]
    lines = []
    for _ in range(20):
        first, last = sorted(chance.sample(steps, 2))
        lines += [flat(first, last, chance.choice(steps)), upright(chance.choice(steps), first, last)]

    assert cells_of(lines, REACH) == intersections_to_cells(edges_to_intersections(lines, REACH, REACH))
