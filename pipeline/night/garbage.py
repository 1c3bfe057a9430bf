"""Python's search for garbage, put off while a stage holds something of every paper.

What a stage makes of ten thousand papers are millions of objects without a circle among them. Python would look through all of them
again and again, which takes longer than making them.
"""

from __future__ import annotations

import contextlib
import gc
from collections.abc import Iterator


@contextlib.contextmanager
def without_looking_for_garbage() -> Iterator[None]:
    """Nothing is looked through meanwhile, unless it was off already. Serves as a decorator too."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
