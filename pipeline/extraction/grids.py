"""The cells that drawn lines make on a page, as pdfplumber finds them, at a fraction of its cost where they are many."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from pipeline.extraction.blocks import BBox

Edge = Mapping[str, Any]
"""A line without thickness, as pdfplumber's table functions have it: `orientation` ("h" or "v"), x0, x1, top and bottom in points."""
_Lines = set[BBox]
_Corners = dict[tuple[float, float], tuple[_Lines, _Lines]]
"""Where lines meet: the upright and the flat ones."""


def cells_of(edges: Sequence[Edge], reach: float) -> list[BBox]:
    """The smallest rectangle that lines make from each corner to the right and down; lines within `reach` points of each other meet."""
    corners = _corners(edges, reach)
    below: dict[float, list[float]] = defaultdict(list)
    beside: dict[float, list[float]] = defaultdict(list)
    for x, y in sorted(corners):
        below[x].append(y)
        beside[y].append(x)
    cells = (_cell(x, y, corners, below[x], beside[y]) for x, y in sorted(corners))
    return [cell for cell in cells if cell is not None]


def _corners(edges: Sequence[Edge], reach: float) -> _Corners:
    upright = [edge for edge in edges if edge["orientation"] == "v"]
    flat = [edge for edge in edges if edge["orientation"] == "h"]
    tops = np.array([edge["top"] for edge in flat])
    left, right = np.array([edge["x0"] for edge in flat]), np.array([edge["x1"] for edge in flat])
    corners: _Corners = {}
    for edge in upright:
        x = edge["x0"]
        meets = (edge["top"] <= tops + reach) & (edge["bottom"] >= tops - reach)
        meets &= (x >= left - reach) & (x <= right + reach)
        for place in np.flatnonzero(meets).tolist():
            lines = corners.setdefault((x, flat[place]["top"]), (set(), set()))
            lines[0].add(_box(edge))
            lines[1].add(_box(flat[place]))
    return corners


def _box(edge: Edge) -> BBox:
    return edge["x0"], edge["top"], edge["x1"], edge["bottom"]


def _cell(x: float, y: float, corners: _Corners, below: Sequence[float], beside: Sequence[float]) -> BBox | None:
    """The smallest rectangle with its upper left corner here, whose sides are each one line."""
    upright, flat = corners[x, y]
    for lower in below[bisect_right(below, y) :]:
        if upright.isdisjoint(corners[x, lower][0]):
            continue
        for farther in beside[bisect_right(beside, x) :]:
            opposite = corners.get((farther, lower))
            if opposite is None or flat.isdisjoint(corners[farther, y][1]):
                continue
            if opposite[0].isdisjoint(corners[farther, y][0]) or opposite[1].isdisjoint(corners[x, lower][1]):
                continue
            return x, y, farther, lower
    return None
