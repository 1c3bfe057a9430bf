"""Rows that are dear to make are made once."""

from pathlib import Path

import numpy as np

from bench.peers import Peer
from bench.peers.worker import kept_rows


def test_only_new_texts_are_prepared_and_order_is_kept(tmp_path: Path) -> None:
    prepared: list[str] = []

    def lengths(texts: list[str]) -> np.ndarray:
        prepared.extend(texts)
        return np.array([[len(text)] for text in texts])

    peer = Peer(lengths, lambda _rows, _truth, _folder: None, lambda _folder: lambda rows: rows, dear=True)
    kept_rows(peer, ["a", "bbb"], tmp_path / "kept.npz")

    rows = kept_rows(peer, ["bbb", "cc", "a", "cc"], tmp_path / "kept.npz")

    assert rows.tolist() == [[3], [2], [1], [2]]
    assert prepared == ["a", "bbb", "cc"]
