"""Ours: words and sentence model of the theme classifier, weighed, without its own thresholds.

The sentence model learned from the whole corpus, so of corpus passages only what its twin says counts, which had not seen the
held-out writers, nor some of the others: by those the weighing is learned. Of what the twin did learn from nothing is said (NaN).
"""

from __future__ import annotations

from pathlib import Path

import joblib
import numpy as np
from sklearn.linear_model import LogisticRegression

from bench.peers import Peer, Scorer, objects
from pipeline.language.loading import EMBEDDED, load_language
from pipeline.settings import load_settings
from pipeline.themes.classifier import Linear, named_in
from pipeline.themes.codebook import Theme
from pipeline.themes.features import Features, annotated
from pipeline.themes.sentence_model import FOLDER, MODEL, PIECES, load_sentence_model
from pipeline.themes.training import fit_themes, tables

FILE = "model.joblib"


def make(_kind: str) -> Peer:
    """Return the peer, with the spaCy pipeline and the sentence model that come with the project."""
    models = load_settings().models
    nlp = load_language(EMBEDDED, models)
    sentences = load_sentence_model(models)

    def prepare(texts: list[str], said: np.ndarray) -> np.ndarray:
        return objects(list(zip(annotated(texts, nlp), said[:, : len(Theme)], strict=True)))

    beside = [models / FOLDER / name for name in (MODEL, PIECES)]
    return Peer(
        lambda texts: prepare(texts, sentences.unseen_odds(texts)),
        _learn,
        _load,
        beside=(models / EMBEDDED, *beside),
        fresh=lambda texts: prepare(texts, sentences.odds(texts)),
    )


def _learn(rows: np.ndarray, truth: np.ndarray, folder: Path) -> None:
    """Learn words from all rows; learn the weighing from rows that the twin had not seen, with words learned from the others."""
    unseen = np.array([not np.isnan(said).any() for _, said in rows])
    aside = _words(rows[~unseen], truth[~unseen])
    both = _both(aside, rows[unseen])
    weighing = [LogisticRegression().fit(both[:, i], truth[unseen, i]) for i in range(len(Theme))]
    joblib.dump((*_words(rows, truth), weighing), folder / FILE, compress=3)


def _words(rows: np.ndarray, truth: np.ndarray) -> tuple[Features, Linear]:
    passages = [passage for passage, _ in rows]
    features = Features.fit(passages)
    return features, fit_themes(tables(features, passages)[0], truth)


def _both(words: tuple[Features, Linear], rows: np.ndarray) -> np.ndarray:
    """Return log-odds by words and by the sentence model, and whom and what a passage names, (n, 5, 2 + NAMED)."""
    features, themes = words
    by_words = [themes.of_row(features.rows(passage)[0]) for passage, _ in rows]
    both = np.stack([np.stack(by_words), np.stack([said for _, said in rows])], axis=2)
    named = named_in([passage.text for passage, _ in rows])
    return np.concatenate([both, np.repeat(named[:, None, :], len(Theme), axis=1)], axis=2)


def _load(folder: Path) -> Scorer:
    features, themes, weighing = joblib.load(folder / FILE)

    def scores(rows: np.ndarray) -> np.ndarray:
        both = _both((features, themes), rows)
        heard = ~np.isnan(both[:, :, 1]).any(axis=1)
        found = np.full((len(rows), len(Theme)), np.nan)
        if heard.any():
            found[heard] = np.column_stack(
                [model.predict_proba(both[heard, i])[:, 1] for i, model in enumerate(weighing)]
            )
        return found

    return scores
