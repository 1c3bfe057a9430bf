"""Looking a text through once: what a paper is, is asked of each of its lines several times."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import TypeVar

MOST, LONGEST = 4096, 2000
"""So many texts of at most so many characters are remembered, so that memory stays flat whatever a file holds."""

Found = TypeVar("Found")


def remembered(look: Callable[..., Found]) -> Callable[..., Found]:
    """Return `look`, a function of a text and perhaps more, that does not look the same text through again. What it finds is
    given to every asker: nothing that can be changed."""
    kept = lru_cache(maxsize=MOST)(look)

    def once(text: str, *more: object) -> Found:
        return (kept if len(text) <= LONGEST else look)(text, *more)

    return once
