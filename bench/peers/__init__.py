"""Theme classifiers to compare: each learns from passages with their themes, and gives each passage a score per theme.

Modules here run in the environment of their peer, so they import nothing of the project but ours and the keyword list.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

Scorer = Callable[[Any], np.ndarray]


@dataclass(frozen=True)
class Peer:
    """One way to judge passages.

    `prepare` turns texts into what the estimator sees, one row per text, learning nothing from them; `learn` fits on rows and their
    themes (n, 5) and stores the model in a folder; `load` returns what gives rows their scores (n, 5), higher for surer. `dear`:
    preparing takes so long that it is kept on disk. `fresh` prepares texts that come in, where that is more work than preparing known
    ones. `beside` are files and folders that the model needs besides its own.
    """

    prepare: Callable[[list[str]], np.ndarray]
    learn: Callable[[np.ndarray, np.ndarray, Path], None]
    load: Callable[[Path], Scorer]
    dear: bool = False
    beside: tuple[Path, ...] = ()
    fresh: Callable[[list[str]], np.ndarray] | None = None


def as_they_are(texts: list[str]) -> np.ndarray:
    """Prepare nothing: the estimator takes text."""
    return objects(texts)


def objects(rows: list[Any]) -> np.ndarray:
    """Return an array of one object per row, from which rows are chosen by number."""
    found = np.empty(len(rows), dtype=object)
    found[:] = rows
    return found
