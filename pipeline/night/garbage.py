"""Python's search for garbage, without its search through everything, while a stage holds something of every paper.

What a stage makes of ten thousand papers are millions of objects that stay. Python would look through all of them again and again,
which takes longer than making them; what was made of late it still looks through.
"""

from __future__ import annotations

import contextlib
import gc
from collections.abc import Iterator

YOUNG = 10_000
"""Objects made after which those are looked through."""
NEVER = 1_000_000
"""Searches of the young and the middle-aged after which everything would be looked through."""


@contextlib.contextmanager
def without_looking_through_everything() -> Iterator[None]:
    """Meanwhile only objects of late are looked through for garbage. Serves as a decorator too."""
    usual = gc.get_threshold()
    gc.set_threshold(YOUNG, usual[1], NEVER)
    try:
        yield
    finally:
        gc.set_threshold(*usual)
