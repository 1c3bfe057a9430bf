"""Ours: the default features and estimators of the theme classifier, without its own calibration and thresholds."""

from __future__ import annotations

from pathlib import Path

import joblib
import numpy as np

from bench.peers import Peer, Scorer, objects
from pipeline.language.loading import EMBEDDED, load_language
from pipeline.settings import load_settings
from pipeline.themes.codebook import Theme
from pipeline.themes.features import Features, annotated
from pipeline.themes.training import fit_themes
from pipeline.themes.wordvectors import load_word_vectors

FILE = "model.joblib"


def make(_kind: str) -> Peer:
    """Return the peer, with the spaCy pipeline that comes with the project."""
    models = load_settings().models
    nlp = load_language(EMBEDDED, models)

    def learn(rows: np.ndarray, truth: np.ndarray, folder: Path) -> None:
        features = Features.fit(list(rows), load_word_vectors(models))
        themes = fit_themes(features.theme_rows(list(rows)), truth)
        joblib.dump((features, themes), folder / FILE, compress=3)

    return Peer(lambda texts: objects(list(annotated(texts, nlp))), learn, _load, beside=(models / EMBEDDED,))


def _load(folder: Path) -> Scorer:
    features, themes = joblib.load(folder / FILE)

    def scores(rows: np.ndarray) -> np.ndarray:
        table = features.theme_rows(list(rows))
        return np.column_stack([themes[theme].predict_proba(table)[:, 1] for theme in Theme])

    return scores
