"""The process in which a peer learns and is used, with the one peer that needs nothing installed."""

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

ROOT = Path(__file__).resolve().parents[2]
TEXTS = [
    "Inwoners schrijven zich in bij de BRP.",
    "De raad stelt de notulen vast.",
    "Wie hier werkt slaapt in een woonunit.",
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    task = {
        "texts": TEXTS,
        "truth": [[0] * 5] * 3,
        "rounds": [{"learn": [0], "ask": [1, 2]}, {"learn": [1], "ask": [0]}],
    }
    (tmp_path / "task.json").write_text(json.dumps(task), encoding="utf-8")
    (tmp_path / "use.json").write_text(json.dumps({"texts": TEXTS}), encoding="utf-8")
    return tmp_path


def _work(folder: Path, what: str) -> None:
    command = [sys.executable, "-m", "bench.peers.worker", "keywords", "lijst", folder, folder, what]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)


def test_each_round_gives_the_scores_of_what_it_asks(folder: Path) -> None:
    _work(folder, "learn")

    with np.load(folder / "scores.npz") as stored:
        first, second = stored["arr_0"], stored["arr_1"]
    assert first.tolist() == [[0, 0, 0, 0, 0], [1, 0, 0, 0, 0]]
    assert second.tolist() == [[0, 0, 1, 0, 0]]


def test_use_says_what_it_took(folder: Path) -> None:
    _work(folder, "learn")
    _work(folder, "use")

    used = json.loads((folder / "used.json").read_text(encoding="utf-8"))
    assert used["passages_a_second"] > 0
    assert 10e6 < used["memory"] < 10e9
    assert used["beside"] == (ROOT / "pipeline" / "themes" / "lexicon.toml").stat().st_size
