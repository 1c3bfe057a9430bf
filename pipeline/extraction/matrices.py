"""Matrices by which what is drawn is placed on a page: a, b, c, d, e, f, as PDF has them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def times(first: Iterable[Any], then: Matrix) -> tuple[Any, Any, Any, Any, Any, Any]:
    """One matrix and then another, as one; `first` may be the columns of many."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m
