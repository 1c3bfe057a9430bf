"""The keyword list: a theme where one of its words stands. Learns nothing."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

import numpy as np

from bench.peers import Peer, Scorer, as_they_are
from pipeline.themes.codebook import Theme
from pipeline.themes.lexicon import lexicon


def make(_kind: str) -> Peer:
    """Return the peer."""
    lexicon_file = Path(str(resources.files("pipeline.themes").joinpath("lexicon.toml")))
    return Peer(as_they_are, lambda _rows, _truth, _folder: None, _load, beside=(lexicon_file,))


def _load(_folder: Path) -> Scorer:
    return lambda texts: np.array([[theme in lexicon().themes_of(text) for theme in Theme] for text in texts], float)
