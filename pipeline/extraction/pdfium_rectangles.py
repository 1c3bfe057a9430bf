"""The upright rectangles among the paths that PDFium draws, told for many at once: nearly all that is drawn in a policy paper is such
a one, an edge or a filled cell of a table.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from pipeline.extraction import pdfium_calls as calls
from pipeline.extraction.blocks import BBox
from pipeline.extraction.matrices import Matrix, times
from pipeline.extraction.pdfium_view import View

CORNERS = 5
"""Ends of segments of a rectangle: the corner where it begins is where it ends."""
EVEN = 0.01
"""Points within which corners stand in line."""


class Rectangle(NamedTuple):
    """Its box on the page, and what of it is painted."""

    box: BBox
    filled: bool
    bordered: bool


def rectangles_of(paths: Sequence[int], matrix: Matrix, view: View) -> dict[int, Rectangle]:
    """The painted upright rectangles among paths, by their handles; `matrix` is that of the group in which they are drawn."""
    paths = [path for path in paths if calls.count_segments(path) == CORNERS]
    modes = calls.draw_modes(paths)
    drawn = np.flatnonzero(modes.any(axis=1))
    paths, modes = [paths[place] for place in drawn.tolist()], modes[drawn]
    x, y = _moved(calls.ends_of(paths, CORNERS), times(calls.object_matrices(paths).T, matrix))
    upright = np.flatnonzero(_stand_upright(x, y))
    sides = view.boxes(np.stack((x.min(axis=1), y.min(axis=1), x.max(axis=1), y.max(axis=1)))[:, upright])
    found = zip(map(tuple, sides.T.tolist()), *modes[upright].T.tolist(), strict=True)
    return {paths[place]: Rectangle(*one) for place, one in zip(upright.tolist(), found, strict=True)}


def _moved(points: np.ndarray, matrices: Sequence[np.ndarray]) -> tuple[np.ndarray, np.ndarray]:
    """Points (n, m, 2) by the matrix of each path (six of n), as x and y of (n, m)."""
    x, y = points[..., 0], points[..., 1]
    a, b, c, d, e, f = (part[:, np.newaxis] for part in matrices)
    return a * x + c * y + e, b * x + d * y + f


def _stand_upright(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Of which paths every side stands upright or lies flat, and the last corner is the first; of none that has no number."""
    in_line = (np.abs(np.diff(x)) < EVEN) | (np.abs(np.diff(y)) < EVEN)
    closed = np.hypot(x[:, 0] - x[:, -1], y[:, 0] - y[:, -1]) <= EVEN
    return in_line.all(axis=1) & closed & np.isfinite(x).all(axis=1) & np.isfinite(y).all(axis=1)
